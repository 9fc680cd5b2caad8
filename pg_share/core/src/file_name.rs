//! The name under which a download is saved; never a path.

use crate::error::ShareError;
use crate::percent;
use crate::sink::Sink;

/// Holds a checked file name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FileName<'a>(&'a str);

impl<'a> FileName<'a> {
    /// Checks a name: 1 to 255 bytes, no control character, no slash, no backslash, and not `.` or `..`.
    ///
    /// # Errors
    /// [`ShareError::InvalidFileName`] with the rule that is broken.
    pub fn parse(name: &'a str) -> Result<Self, ShareError> {
        let broken = if !(1..=255).contains(&name.len()) {
            "a file name has 1 to 255 bytes"
        } else if name.contains(['/', '\\']) {
            "a file name has no slash and no backslash"
        } else if name.chars().any(char::is_control) {
            "a file name has no control character"
        } else if matches!(name, "." | "..") {
            "a file name is not . or .."
        } else {
            return Ok(Self(name));
        };
        Err(ShareError::InvalidFileName(broken))
    }

    /// Gives the name as it was given.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }

    /// Gives the name for `filename*=UTF-8''…` (RFC 8187 §3.2.1): everything but unreserved characters encoded.
    #[must_use]
    pub fn encoded(self) -> String {
        let mut out = String::new();
        self.push_encoded(&mut out);
        out
    }

    pub(crate) fn push_encoded(self, out: &mut impl Sink) {
        percent::push_value(self.0, out);
    }
}

#[cfg(test)]
mod tests {
    use super::FileName;

    #[test]
    fn a_name_is_encoded_for_a_header() {
        assert_eq!(
            FileName::parse("£ and € rates").unwrap().encoded(),
            "%C2%A3%20and%20%E2%82%AC%20rates"
        );
        assert_eq!(
            FileName::parse("a'b\"c;d.mp4").unwrap().encoded(),
            "a%27b%22c%3Bd.mp4"
        );
    }

    #[test]
    fn names_that_are_paths_or_headers_are_refused() {
        let long = "a".repeat(256);
        for name in ["", "a/b", "a\\b", "a\r\nX: y", "a\0", ".", "..", &long] {
            assert!(FileName::parse(name).is_err(), "{name:?}");
        }
    }
}
