//! The media type under which an edge is asked to answer or to store; one type has one text.

use crate::error::ShareError;

/// Holds a checked media type, with or without parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ContentType<'a>(&'a str);

impl<'a> ContentType<'a> {
    /// Checks a type: 3 to 255 printable ASCII characters that start as `type/subtype` (RFC 9110 §8.3.1), with no blank
    /// where signers would take it off.
    ///
    /// # Errors
    /// [`ShareError::InvalidContentType`] with the rule that is broken.
    pub(crate) fn parse(text: &'a str) -> Result<Self, ShareError> {
        let essence = text.split(';').next().unwrap_or_default();
        let broken = if !(3..=255).contains(&text.len()) {
            "a content type has 3 to 255 bytes"
        } else if !text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() || byte == b' ')
        {
            "a content type has printable ASCII characters only"
        } else if text.ends_with(' ') || text.contains("  ") {
            "a content type has no blank at its end and no two in a row"
        } else if !essence
            .trim_end()
            .split_once('/')
            .is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
        {
            "a content type starts as type/subtype"
        } else {
            return Ok(Self(text));
        };
        Err(ShareError::InvalidContentType(broken))
    }

    /// Gives the type as it was given.
    pub(crate) const fn as_str(self) -> &'a str {
        self.0
    }
}

/// The tokens of RFC 9110 §5.6.2.
fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::ContentType;

    #[test]
    fn media_types_are_kept_as_they_are() {
        for text in [
            "video/mp4",
            "application/vnd.apple.mpegurl",
            "text/plain; charset=utf-8",
            "image/svg+xml",
        ] {
            assert_eq!(ContentType::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn what_is_no_type_or_has_two_texts_is_refused() {
        let long = format!("a/{}", "b".repeat(254));
        for text in [
            "",
            "a/",
            "/b",
            "video",
            "video mp4/x",
            "a/b/c",
            " a/b",
            "a/b ",
            "a/b;  c=d",
            "a/b\r\nX: y",
            "a/ü",
            "; a/b",
            &long,
        ] {
            assert!(ContentType::parse(text).is_err(), "{text:?}");
        }
    }
}
