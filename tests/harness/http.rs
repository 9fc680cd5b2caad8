//! The few lines of an HTTP/1.1 client (RFC 9112) that the tests need. It knows neither TLS nor chunks nor redirects.

use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use crate::{Error, Result};

/// What a server answered.
#[derive(Clone, Debug)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// Header names, in lower case, and their values.
    pub headers: Vec<(String, String)>,
    /// The body's bytes.
    pub body: Vec<u8>,
}

impl Response {
    /// The first value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    fn parse(bytes: &[u8], has_body: bool) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&bytes[..end]).ok()?;
        let mut lines = head.split("\r\n");
        let status = lines
            .next()?
            .strip_prefix("HTTP/1.1 ")?
            .get(..3)?
            .parse()
            .ok()?;
        let headers = lines.map(|line| {
            line.split_once(':')
                .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        });
        let response = Self {
            status,
            headers: headers.collect::<Option<_>>()?,
            body: bytes[end + 4..].to_vec(),
        };
        let whole = !has_body
            || response
                .header("content-length")
                .is_none_or(|length| length.parse() == Ok(response.body.len()));
        (whole && response.header("transfer-encoding").is_none()).then_some(response)
    }
}

/// Gets an `http://` URL.
pub fn get(url: &str) -> Result<Response> {
    get_with(url, &[])
}

/// Gets an `http://` URL with further headers. The fragment stays here, as in every client.
pub fn get_with(url: &str, headers: &[(&str, &str)]) -> Result<Response> {
    send_to(address(url)?, "GET", url, headers, b"")
}

/// Posts a body to an `http://` URL.
pub fn post(url: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Response> {
    send_to(address(url)?, "POST", url, headers, body)
}

/// Sends a request of any method, with further headers and a body, to a server that stands in for the URL's host.
pub fn send_to(
    server: impl ToSocketAddrs,
    method: &str,
    url: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Result<Response> {
    let (host, path) = parts(url)?;
    let slash = if path.starts_with('/') { "" } else { "/" };
    let mut request =
        format!("{method} {slash}{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
    for (name, value) in headers {
        let _ = write!(request, "{name}: {value}\r\n");
    }
    if method != "GET" {
        let _ = write!(request, "Content-Length: {}\r\n", body.len());
    }
    request.push_str("\r\n");
    let mut bytes = Vec::new();
    TcpStream::connect(server)
        .and_then(|mut stream| {
            stream.set_read_timeout(Some(Duration::from_secs(30)))?;
            stream.write_all(request.as_bytes())?;
            stream.write_all(body)?;
            stream.read_to_end(&mut bytes)
        })
        .map_err(|came| failed(url, &came.to_string()))?;
    Response::parse(&bytes, method != "HEAD").ok_or_else(|| {
        failed(
            url,
            &format!("no answer that can be read in {} bytes", bytes.len()),
        )
    })
}

/// The server that an `http://` URL names.
fn address(url: &str) -> Result<String> {
    let (host, _) = parts(url)?;
    Ok(if host.contains(':') {
        host.to_owned()
    } else {
        format!("{host}:80")
    })
}

/// The host of an `http://` URL, with its port if it names one, and what a request says of the rest.
fn parts(url: &str) -> Result<(&str, &str)> {
    let rest = url
        .strip_prefix("http://")
        .ok_or_else(|| failed(url, "no http URL"))?;
    let rest = rest.split_once('#').map_or(rest, |(before, _)| before);
    Ok(rest
        .find(['/', '?'])
        .map_or((rest, ""), |start| rest.split_at(start)))
}

fn failed(url: &str, what: &str) -> Error {
    Error::new(format!("{url}: {what}"))
}
