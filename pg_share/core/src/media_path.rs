//! Where an origin lies below its base URL; one path has one text and one encoding.

use crate::epoch_path;
use crate::error::ShareError;
use crate::percent;

/// Holds a checked path relative to a base URL, decoded, in UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MediaPath<'a> {
    text: &'a str,
    /// Where the last segment starts.
    name: usize,
}

impl<'a> MediaPath<'a> {
    /// The greatest length of a stored path in bytes.
    pub const MAX_LENGTH: usize = 1024;

    /// The same with the folder of a share before it.
    const MAX_WITH_FOLDER: usize = Self::MAX_LENGTH + epoch_path::MAX_LENGTH;

    /// Checks a path: 1 to 1024 bytes and those of a share's folder, no slash at its start, no empty, `.` or `..` segment, no control
    /// character, no backslash.
    ///
    /// # Errors
    /// [`ShareError::InvalidMediaPath`] with the rule that is broken.
    pub fn parse(path: &'a str) -> Result<Self, ShareError> {
        match last_segment(path) {
            Ok(name) => Ok(Self { text: path, name }),
            Err(reason) => Err(ShareError::InvalidMediaPath {
                path: path.to_owned(),
                reason,
            }),
        }
    }

    /// Gives the path as it was given.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.text
    }

    /// Gives the path with everything but unreserved characters and slashes percent-encoded.
    #[must_use]
    pub fn encoded(self) -> String {
        let mut out = String::with_capacity(self.text.len());
        percent::push_path(self.text, &mut out);
        out
    }

    /// Gives what stands before the last slash, if there is one.
    #[must_use]
    pub fn directory(self) -> Option<&'a str> {
        self.text.get(..self.name.checked_sub(1)?)
    }

    /// Gives what stands after the last slash.
    #[must_use]
    pub fn file_name(self) -> &'a str {
        &self.text[self.name..]
    }

    /// Gives the directory that a stream's token covers.
    ///
    /// # Errors
    /// [`ShareError::MissingDirectory`] when the path has none: the token would cover the whole base URL.
    pub fn stream_directory(self) -> Result<&'a str, ShareError> {
        self.directory()
            .ok_or_else(|| ShareError::MissingDirectory(self.text.to_owned()))
    }
}

/// Gives where the last segment starts, or the rule that is broken.
fn last_segment(path: &str) -> Result<usize, &'static str> {
    if path.is_empty() {
        return Err("is empty");
    }
    if path.len() > MediaPath::MAX_WITH_FOLDER {
        return Err("is too long");
    }
    if path.starts_with('/') {
        return Err("starts with a slash");
    }
    // One pass over the bytes, most of which are plain: this runs for each URL that is signed.
    let bytes = path.as_bytes();
    let (mut segment, mut at) = (0, 0);
    while let Some(plain) = bytes[at..]
        .iter()
        .position(|&byte| NEEDS_A_LOOK[usize::from(byte)])
    {
        at += plain;
        match bytes[at] {
            b'/' => {
                check_segment(&bytes[segment..at])?;
                segment = at + 1;
            }
            b'\\' => return Err("has a backslash"),
            // U+0080 to U+009F are 0xC2 and a byte below 0xA0.
            0xc2 if bytes.get(at + 1).is_none_or(|&next| next >= 0xa0) => {}
            _ => return Err("has a control character"),
        }
        at += 1;
    }
    check_segment(&bytes[segment..])?;
    Ok(segment)
}

/// The bytes that end a segment or break a rule, and the one that may begin a control character.
const NEEDS_A_LOOK: [bool; 256] = {
    let mut table = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        table[control] = true;
        control += 1;
    }
    table[0x7f] = true;
    table[0xc2] = true;
    table[b'/' as usize] = true;
    table[b'\\' as usize] = true;
    table
};

const fn check_segment(segment: &[u8]) -> Result<(), &'static str> {
    match segment {
        b"" => Err("has an empty segment"),
        b"." | b".." => Err("has a dot segment"),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::MediaPath;
    use crate::percent;

    #[test]
    fn a_path_is_split_at_its_last_slash() {
        let path = MediaPath::parse("a/b/master.m3u8").unwrap();
        assert_eq!(path.directory(), Some("a/b"));
        assert_eq!(path.file_name(), "master.m3u8");
    }

    #[test]
    fn a_stream_without_a_directory_is_refused() {
        let path = MediaPath::parse("master.m3u8").unwrap();
        assert_eq!(path.directory(), None);
        assert!(path.stream_directory().is_err());
    }

    #[test]
    fn paths_that_leave_their_place_are_refused() {
        let long = "a".repeat(MediaPath::MAX_WITH_FOLDER + 1);
        for path in [
            "", "/a", "a//b", "a/", ".", "..", "a/../b", "a/./b", "a\\b", "a\nb", "a\u{85}",
            "a\u{0}", &long,
        ] {
            assert!(MediaPath::parse(path).is_err(), "{path:?}");
        }
    }

    #[test]
    fn unusual_but_harmless_paths_are_kept() {
        for path in ["..a/b..", "a b/c;d=e/f?g#h", "фильм/ü.mp4", "%2e%2e/a"] {
            assert!(MediaPath::parse(path).is_ok(), "{path:?}");
        }
    }

    proptest! {
        #[test]
        fn no_control_character_passes(before in "[a-zé]{0,5}", c: char, after in "[a-zé]{0,5}") {
            let path = format!("{before}{c}{after}");
            if c.is_control() {
                prop_assert!(MediaPath::parse(&path).is_err());
            } else if c.is_alphanumeric() {
                prop_assert!(MediaPath::parse(&path).is_ok());
            }
        }

        #[test]
        fn an_encoded_path_leads_back_to_one_origin(path in "\\PC{1,80}") {
            if let Ok(path) = MediaPath::parse(&path) {
                let encoded = path.encoded();
                prop_assert_eq!(&*percent::decode(&encoded), path.as_str().as_bytes());
                prop_assert!(percent::stays_below(&encoded));
                prop_assert_eq!(percent::normalise(&encoded), Some(encoded.clone()));
                prop_assert!(encoded.bytes().all(|b| percent::is_unreserved(b) || matches!(b, b'/' | b'%')));
            }
        }
    }
}
