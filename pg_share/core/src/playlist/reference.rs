//! What a URI of a playlist points to, before it is known where the playlist lies (RFC 3986 §4).

use super::short_text;

/// Tells URIs apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference<'a> {
    /// A path relative to the playlist, still encoded, without query and fragment.
    Relative(&'a str),
    /// An `http` or `https` URL, or one that takes its scheme from the playlist.
    Absolute(Absolute<'a>),
    /// A key that a player gets by other ways than HTTP.
    OtherKey,
}

/// Holds the parts of an absolute URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Absolute<'a> {
    /// None in `//host/path`.
    pub(super) scheme: Option<&'a str>,
    /// Host and port.
    pub(super) authority: &'a str,
    /// Everything behind the authority: path, query, fragment.
    pub(super) rest: &'a str,
}

impl<'a> Reference<'a> {
    /// Reads a URI; `skd` and `data` are schemes of keys alone.
    ///
    /// # Errors
    /// The rule that it breaks, as the end of a sentence about its line.
    pub(super) fn read(uri: &'a str, is_key: bool) -> Result<Self, &'static str> {
        // Most URIs are plain names, told in one pass.
        if is_plain_path(uri) {
            return Ok(Self::Relative(uri));
        }
        if uri.is_empty() {
            return Err("has an empty URI");
        }
        if uri.trim() != uri {
            return Err("has a URI that begins or ends with a blank");
        }
        if short_text::contains(uri, [b'"', b'\\']) {
            return Err("has a URI with a quote or a backslash");
        }
        if short_text::contains(uri, [b'{']) && uri.contains("{$") {
            return Err("has a URI with a variable, which cannot be signed");
        }
        if let Some(rest) = uri.strip_prefix("//") {
            return Absolute::read(None, rest).map(Self::Absolute);
        }
        if let Some((scheme, rest)) = split_scheme(uri) {
            if is_key
                && ["skd", "data"]
                    .iter()
                    .any(|key| scheme.eq_ignore_ascii_case(key))
            {
                return Ok(Self::OtherKey);
            }
            if !["http", "https"]
                .iter()
                .any(|web| scheme.eq_ignore_ascii_case(web))
            {
                return Err("has a URI whose scheme is not http or https");
            }
            let rest = rest.strip_prefix("//").ok_or(NO_HOST)?;
            return Absolute::read(Some(scheme), rest).map(Self::Absolute);
        }
        if uri.starts_with('/') {
            return Err("has a URI that starts with a slash, and not at the playlist");
        }
        if short_text::contains(uri, [b'?', b'#']) {
            return Err(
                "has a relative URI with a query or a fragment, which a signed one replaces",
            );
        }
        Ok(Self::Relative(uri))
    }
}

const NO_HOST: &str = "has a URI without a host";

impl<'a> Absolute<'a> {
    fn read(scheme: Option<&'a str>, rest: &'a str) -> Result<Self, &'static str> {
        let (authority, rest) = rest.split_at(
            rest.bytes()
                .position(|byte| matches!(byte, b'/' | b'?' | b'#'))
                .unwrap_or(rest.len()),
        );
        let url = Self {
            scheme,
            authority,
            rest,
        };
        if authority.contains('@') {
            return Err("has a URI with a user name");
        }
        if url.host().is_empty() {
            return Err(NO_HOST);
        }
        if !authority.bytes().all(is_authority_byte) {
            return Err("has a URI whose host has a special character");
        }
        Ok(url)
    }

    /// Gives the host alone, an IPv6 address with its brackets.
    pub(super) fn host(&self) -> &'a str {
        match self.authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => self.authority,
        }
    }
}

const fn is_authority_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b':' | b'[' | b']')
}

/// Splits off a scheme as RFC 3986 §3.1 has it; a colon behind anything else belongs to a name.
fn split_scheme(uri: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = uri.split_at(
        uri.bytes()
            .position(|byte| matches!(byte, b':' | b'/' | b'?' | b'#'))?,
    );
    let rest = rest.strip_prefix(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then_some((scheme, rest))
}

/// Tells whether a URI is a relative path in which nothing needs a second look but its dot segments.
pub(super) fn is_plain_path(uri: &str) -> bool {
    !uri.is_empty() && !uri.starts_with('/') && uri.bytes().all(|byte| PLAIN[usize::from(byte)])
}

const PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        table[byte as usize] = byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'-' | b'.' | b'_' | b'~' | b'/' | b'+' | b',' | b'=' | b';' | b'@' | b'(' | b')'
            );
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::{Absolute, Reference};

    #[test]
    fn references_are_told_apart() {
        for path in [
            "seg1.ts",
            "../a/b.ts",
            "a b/ü.ts",
            "10:30.ts",
            "seg_1:2.ts",
            "./http://x",
            "%2e%2e/a",
        ] {
            assert_eq!(
                Reference::read(path, false),
                Ok(Reference::Relative(path)),
                "{path}"
            );
        }
        assert_eq!(
            Reference::read("HTTPS://A.example:8443/b?c#d", false),
            Ok(Reference::Absolute(Absolute {
                scheme: Some("HTTPS"),
                authority: "A.example:8443",
                rest: "/b?c#d",
            }))
        );
        assert_eq!(
            Reference::read("//a.example", false),
            Ok(Reference::Absolute(Absolute {
                scheme: None,
                authority: "a.example",
                rest: "",
            }))
        );
    }

    #[test]
    fn only_keys_have_schemes_of_their_own() {
        for uri in ["skd://key", "DATA:text/plain;base64,AA=="] {
            assert_eq!(Reference::read(uri, true), Ok(Reference::OtherKey), "{uri}");
            assert!(Reference::read(uri, false).is_err(), "{uri}");
        }
        for uri in ["javascript:alert(1)", "file:///etc/passwd", "ftp://h/a"] {
            assert!(Reference::read(uri, true).is_err(), "{uri}");
        }
    }

    #[test]
    fn a_host_has_no_port() {
        for (uri, host) in [
            ("//a.example:1/x", "a.example"),
            ("//[::1]:8080/x", "[::1]"),
            ("//[::1]", "[::1]"),
            ("//a.example:", "a.example"),
        ] {
            let Ok(Reference::Absolute(url)) = Reference::read(uri, false) else {
                panic!("{uri} is absolute");
            };
            assert_eq!(url.host(), host);
        }
    }

    #[test]
    fn what_players_could_take_for_something_else_is_refused() {
        for uri in [
            "",
            " a.ts",
            "a.ts ",
            "\u{feff}https://h/a\u{a0}",
            "\u{2003}a",
            "a\\b.ts",
            "\\\\host\\a",
            "a\".ts",
            "{$base}/a.ts",
            "/a.ts",
            "///host/a",
            "https:/host/a",
            "https:host",
            "https://",
            "https:///a",
            "https://:80/a",
            "https://u@h/a",
            "https://allowed.example\\@h/a",
            "https://h%2eexample/a",
            "https://bücher.example/a",
            "a.ts?x=1",
            "a.ts#x",
            "?x",
            "#",
        ] {
            assert!(Reference::read(uri, false).is_err(), "{uri:?}");
        }
        assert_eq!(
            Reference::read("https://user:secret@h/a", false),
            Err("has a URI with a user name")
        );
    }
}
