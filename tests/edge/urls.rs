//! The URLs of a share, what they open, and the parts that a stranger would exchange.

use share_tests::{Result, get};

/// Ways to write a step upwards that some server or other would take.
pub(crate) const STEPS_UP: [&str; 11] = [
    "../",
    "..%2f",
    "..%2F",
    "%2e%2e%2f",
    "%2e%2e/",
    ".%2e/",
    "..%5c",
    "%252e%252e%252f",
    "..;/",
    "child/../../",
    "child/..%2f..%2f",
];

/// The URLs of a share at one time of signing.
pub(crate) struct Urls {
    pub(crate) stream: String,
    pub(crate) download: String,
    pub(crate) preview: String,
}

impl Urls {
    pub(crate) fn each(&self) -> [&str; 3] {
        [&self.stream, &self.download, &self.preview]
    }
}

/// The status of a URL, and what was opened.
pub(crate) fn answer(url: &str) -> Result<(u16, String)> {
    let response = get(url)?;
    let opened = if response.status == 200 {
        response.text()
    } else {
        String::new()
    };
    Ok((response.status, opened))
}

pub(crate) fn assert_opens(url: &str, path: &str) -> Result {
    assert_eq!((200, path.to_owned()), answer(url)?, "{url}");
    Ok(())
}

pub(crate) fn assert_status(url: &str, status: u16) -> Result {
    assert_eq!(status, get(url)?.status, "{url}");
    Ok(())
}

/// `<directory>`, `<token>`, `<expires>` and `<file>` of a stream.
pub(crate) fn stream_parts(url: &str) -> [&str; 4] {
    let url = url.split('#').next().unwrap_or_default();
    let mut parts = url.rsplitn(4, '/');
    let mut next = || parts.next().unwrap_or_default();
    let (file, expires, token, directory) = (next(), next(), next(), next());
    [directory, token, expires, file]
}

/// `<path>`, `<token>`, `<expires>` and the rest of a download or preview.
pub(crate) fn file_parts(url: &str) -> [&str; 4] {
    let (path, query) = url.split_once("?md5=").unwrap_or_default();
    let (token, rest) = query.split_once("&expires=").unwrap_or_default();
    let (expires, rest) = rest.split_at(rest.find('&').unwrap_or(rest.len()));
    [path, token, expires, rest]
}
