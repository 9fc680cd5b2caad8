//! A URL as a stranger presents it: bounded, then brought to the form in which scopes are compared.

use crate::percent;

/// The greatest length of a URL in bytes; longer ones are neither made nor read.
pub const MAX_URL: usize = 8192;

/// Holds a normalised URL in two parts, without its fragment, which no server sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PresentedUrl {
    /// Scheme, host and path.
    pub(crate) head: String,
    /// What stands behind the question mark, if there is one.
    pub(crate) query: Option<String>,
}

impl PresentedUrl {
    /// Reads an absolute `http` or `https` URL of printable ASCII without user name; `None` for anything else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.len() > MAX_URL || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let text = text.split('#').next()?;
        let (head, query) = match text.split_once('?') {
            Some((head, query)) => (head, Some(percent::normalise(query)?)),
            None => (text, None),
        };
        let (scheme, rest) = head.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let default_port = match scheme.as_str() {
            "http" => ":80",
            "https" => ":443",
            _ => return None,
        };
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let authority = authority.to_ascii_lowercase();
        if authority.contains(['@', ';', '%', '\\']) {
            return None;
        }
        let authority = authority.strip_suffix(default_port).unwrap_or(&authority);
        if authority.is_empty() {
            return None;
        }
        let path = percent::normalise(path)?;
        Some(Self {
            head: format!("{scheme}://{authority}/{path}"),
            query,
        })
    }

    /// Gives what lies below a base URL, still encoded.
    pub(crate) fn below(&self, base_url: &str) -> Option<&str> {
        self.head.strip_prefix(base_url)?.strip_prefix('/')
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MAX_URL, PresentedUrl};
    use crate::base_url::BaseUrl;

    fn head(text: &str) -> Option<String> {
        PresentedUrl::parse(text).map(|url| url.head)
    }

    #[test]
    fn equal_urls_have_one_text() {
        for text in [
            "https://cdn.example/a~b%2F?x",
            "HTTPS://CDN.Example:443/a%7eb%2f",
            "https://cdn.example/a%7Eb%2f#t=1,2",
        ] {
            assert_eq!(
                head(text).as_deref(),
                Some("https://cdn.example/a~b%2F"),
                "{text}"
            );
        }
        assert_eq!(head("http://h:443").as_deref(), Some("http://h:443/"));
    }

    #[test]
    fn what_is_no_plain_url_is_refused() {
        let long = format!("https://h/{}", "a".repeat(MAX_URL));
        for text in [
            "",
            "h/a",
            "/a",
            "//h/a",
            "ftp://h/a",
            "https:///a",
            "https://u@h/a",
            "https://h/a b",
            "https://h/ü",
            "https://h/%",
            "https://h/?%zz",
            "https://:443/a",
            "https://h\n/a",
            "javascript://h/a",
            &long,
        ] {
            assert_eq!(head(text), None, "{text}");
        }
    }

    #[test]
    fn a_longer_host_is_not_below_a_shorter_one() {
        let url = PresentedUrl::parse("https://cdn.example.evil/a").unwrap();
        assert_eq!(url.below("https://cdn.example"), None);
        assert_eq!(url.below("https://cdn.example.evil"), Some("a"));
    }

    proptest! {
        #[test]
        fn base_urls_and_presented_urls_agree(tail in "[a-zA-Z0-9._~%/-]{0,20}") {
            let text = format!("HTTPS://H.example:443/{tail}");
            if let Ok(base) = BaseUrl::parse(&text)
                && !tail.contains("..") && !tail.contains("./") && !tail.ends_with('.')
            {
                let presented = PresentedUrl::parse(&format!("{text}/x")).unwrap();
                let rest = presented.below(base.as_str()).map(|rest| rest.trim_start_matches('/'));
                prop_assert_eq!(rest, Some("x"));
            }
        }
    }
}
