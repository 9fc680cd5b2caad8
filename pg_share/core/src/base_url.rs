//! Where media is served: the part of a URL that stands before an origin's path.

use std::fmt;

use url::{Host, Url};

use crate::error::ShareError;
use crate::percent;

/// Holds a checked and normalised `http` or `https` URL without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl {
    text: String,
    path_start: usize,
}

impl BaseUrl {
    /// The greatest length in bytes.
    pub const MAX_LENGTH: usize = 1024;

    /// Reads scheme, host, optional port and path prefix, and brings equal URLs to one text: host in lower
    /// case, no default port, one form of percent-encoding, no slash at the end.
    ///
    /// # Errors
    /// [`ShareError::InvalidBaseUrl`], which does not quote the URL: it may hold credentials.
    pub fn parse(text: &str) -> Result<Self, ShareError> {
        if text.len() > Self::MAX_LENGTH {
            return Err(ShareError::InvalidBaseUrl("it has more than 1024 bytes"));
        }
        // Crate url repairs these silently; a repaired URL is not what the caller signed up for.
        if text.contains('\\') || text.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(ShareError::InvalidBaseUrl(
                "it has a blank, a control character or a backslash",
            ));
        }
        let url = Url::parse(text).map_err(|_| ShareError::InvalidBaseUrl("it is no URL"))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(ShareError::InvalidBaseUrl(
                "its scheme is not http or https",
            ));
        }
        if !url.username().is_empty() || url.password().is_some() || text.contains('@') {
            return Err(ShareError::InvalidBaseUrl(
                "it has a user name or an at sign",
            ));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(ShareError::InvalidBaseUrl("it has a query or a fragment"));
        }
        if let Some(Host::Domain(name)) = url.host()
            && !name.bytes().all(is_host_byte)
        {
            return Err(ShareError::InvalidBaseUrl(
                "its host has a special character",
            ));
        }
        let path = normal_path(url.path())?;
        let mut text = url.origin().ascii_serialization();
        let path_start = text.len();
        text.push_str(&path);
        if text.len() > Self::MAX_LENGTH {
            return Err(ShareError::InvalidBaseUrl("it has more than 1024 bytes"));
        }
        Ok(Self { text, path_start })
    }

    /// Gives the normalised text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Gives the host, and the port where it is not the usual one, as the header `Host` has them.
    #[must_use]
    pub fn authority(&self) -> &str {
        let before_path = &self.text[..self.path_start];
        before_path
            .split_once("://")
            .map_or(before_path, |(_, authority)| authority)
    }

    /// Gives the host without its port; an IPv6 address stands in brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        let authority = self.authority();
        let end = match authority.find(']') {
            Some(bracket) => bracket + 1,
            None => authority.find(':').unwrap_or(authority.len()),
        };
        &authority[..end]
    }

    /// Tells whether it names a port; the usual one of its scheme is left out.
    #[must_use]
    pub fn has_port(&self) -> bool {
        let host = &self.text[..self.path_start];
        host.rsplit_once(':')
            .is_some_and(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Gives the path prefix, still encoded: empty, or starting with a slash.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.text[self.path_start..]
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

fn normal_path(path: &str) -> Result<String, ShareError> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let path = percent::normalise(path)
        .ok_or(ShareError::InvalidBaseUrl("its path has a broken escape"))?;
    let below = path.strip_prefix('/').unwrap_or(&path);
    if (!path.is_empty() && below.is_empty())
        || below.ends_with('/')
        || !percent::stays_below(below)
    {
        return Err(ShareError::InvalidBaseUrl(
            "its path has an empty or hidden dot segment",
        ));
    }
    if path.bytes().all(is_path_byte) {
        Ok(path)
    } else {
        Err(ShareError::InvalidBaseUrl(
            "its path has a special character",
        ))
    }
}

const fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_')
}

/// A path parameter (`;`) would be taken for a token.
const fn is_path_byte(byte: u8) -> bool {
    percent::is_unreserved(byte)
        || matches!(
            byte,
            b'/' | b'%'
                | b'!'
                | b'$'
                | b'&'
                | b'\''
                | b'('
                | b')'
                | b'*'
                | b'+'
                | b','
                | b'='
                | b':'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::BaseUrl;

    #[test]
    fn equal_urls_have_one_text() {
        for (given, normal) in [
            ("https://cdn.example.com", "https://cdn.example.com"),
            ("HTTPS://CDN.Example.com:443/", "https://cdn.example.com"),
            (
                "http://localhost:8080/media/",
                "http://localhost:8080/media",
            ),
            (
                "https://cdn.example.com/a%7eb/%c3%bc",
                "https://cdn.example.com/a~b/%C3%BC",
            ),
            ("https://[::1]:8443/x", "https://[::1]:8443/x"),
            (
                "https://cdn.example.com/a/../b",
                "https://cdn.example.com/b",
            ),
            ("https://bücher.example", "https://xn--bcher-kva.example"),
        ] {
            assert_eq!(BaseUrl::parse(given).unwrap().as_str(), normal, "{given}");
        }
    }

    #[test]
    fn the_path_prefix_is_known() {
        assert_eq!(
            BaseUrl::parse("https://a.example/m/n/").unwrap().path(),
            "/m/n"
        );
        assert_eq!(BaseUrl::parse("https://a.example/").unwrap().path(), "");
    }

    #[test]
    fn host_and_port_are_told_apart() {
        for (url, authority, host) in [
            ("https://a.example", "a.example", "a.example"),
            ("http://a.example:443/x", "a.example:443", "a.example"),
            ("https://a.example:443/x", "a.example", "a.example"),
            ("https://[::1]:8443/x", "[::1]:8443", "[::1]"),
            ("https://[::1]", "[::1]", "[::1]"),
        ] {
            let url = BaseUrl::parse(url).unwrap();
            assert_eq!((url.authority(), url.host()), (authority, host));
        }
    }

    #[test]
    fn a_port_is_told_from_an_address() {
        for (url, has_port) in [
            ("https://a.example:8443/m", true),
            ("http://[::1]:1", true),
            ("https://a.example:443/m", false),
            ("https://a.example", false),
            ("http://[::1]", false),
            ("http://127.0.0.1/1:2", false),
        ] {
            assert_eq!(BaseUrl::parse(url).unwrap().has_port(), has_port, "{url}");
        }
    }

    #[test]
    fn what_is_no_base_url_is_refused() {
        let long = format!("https://a.example/{}", "a".repeat(1024));
        for text in [
            "",
            "cdn.example.com",
            "/media",
            "ftp://a.example",
            "file:///etc",
            "data:text/plain,x",
            "https://",
            "https://u@a.example",
            "https://u:p@a.example",
            "https://a.example?x",
            "https://a.example#x",
            "https://a.example/?",
            "https://a.example/a;b",
            "https://a.example/a//b",
            "https://a.example//",
            "https://a.example/a%2F..",
            "https://a.example/a%5cb",
            "https://a.example/%",
            "https://a.example/a b",
            "https://a.example/a\\b",
            "https://a.example\n",
            "https://a!.example/",
            "https://a.example:99999",
            "https://a.example/a|b",
            "https://a.example/^",
            &long,
        ] {
            assert!(BaseUrl::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn errors_do_not_quote_credentials() {
        let error = BaseUrl::parse("https://user:hunter2@a.example").unwrap_err();
        assert!(!format!("{error:?} {:?}", error.detail()).contains("hunter2"));
    }

    proptest! {
        #[test]
        fn a_normalised_url_stays_as_it_is(tail in "[a-zA-Z0-9/._~%:+-]{0,40}") {
            if let Ok(url) = BaseUrl::parse(&format!("https://A.example/{tail}")) {
                prop_assert_eq!(BaseUrl::parse(url.as_str()), Ok(url.clone()));
                prop_assert!(!url.as_str().ends_with('/'));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            let _ = BaseUrl::parse(&text);
        }
    }
}
