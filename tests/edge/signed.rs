//! A URL as SQL signs it, with the cookie that some need, and what a stranger would change in it.

use share_tests::{Response, Result, Service};

use crate::visit::Visit;

pub(crate) const HEX: &[u8] = b"0123456789abcdef";
/// RFC 4648 §4.
pub(crate) const BASE64: &[u8] =
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// RFC 4648 §5.
pub(crate) const BASE64URL: &[u8] =
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

#[derive(Clone, Debug)]
pub(crate) struct Signed {
    pub(crate) url: String,
    pub(crate) cookie: Option<String>,
}

impl Signed {
    pub(crate) fn visit(&self, server: &Service) -> Result<Response> {
        let headers: Vec<_> = self
            .cookie
            .iter()
            .map(|it| ("Cookie", it.as_str()))
            .collect();
        server.visit_with(&self.url, &headers)
    }

    pub(crate) fn assert_status(&self, server: &Service, status: u16) -> Result {
        assert_eq!(
            status,
            self.visit(server)?.status,
            "{self:?} {}",
            server.name()
        );
        Ok(())
    }

    pub(crate) fn assert_opens(&self, server: &Service, path: &str) -> Result {
        let answer = self.visit(server)?;
        assert_eq!(
            (200, path.to_owned()),
            (answer.status, answer.text()),
            "{self:?} {}",
            server.name()
        );
        Ok(())
    }

    /// The same with another text in the URL, once where it stands first and once everywhere.
    pub(crate) fn elsewhere(&self, from: &str, to: &str) -> [Self; 2] {
        assert!(self.url.contains(from), "{self:?}");
        [self.url.replacen(from, to, 1), self.url.replace(from, to)].map(|url| Self {
            url,
            cookie: self.cookie.clone(),
        })
    }

    /// A child of the stream, as a player asks for it that keeps the query and the cookie.
    pub(crate) fn child(&self, path: &str) -> Self {
        let [child, _] = self.elsewhere("/master.m3u8", &format!("/{path}"));
        child
    }

    /// The same with one bit changed, once for each digit of what stands behind a mark: the highest bit of the digit, as the
    /// lowest ones of a last digit need not mean anything.
    pub(crate) fn flipped(&self, mark: &str, digits: &[u8]) -> Vec<Self> {
        let carrier = self.cookie.as_deref().unwrap_or(&self.url);
        let start = carrier.find(mark).map_or(0, |at| at + mark.len());
        assert!(start > 0, "{carrier} has no {mark}");
        let mut all = Vec::new();
        let mut escaped = 0;
        for (at, byte) in carrier.bytes().enumerate().skip(start) {
            if b"&/?#;:~".contains(&byte) {
                break;
            }
            if byte == b'%' {
                escaped = 3;
            }
            if escaped > 0 {
                escaped -= 1;
                continue;
            }
            let Some(value) = digits.iter().position(|digit| *digit == byte) else {
                continue;
            };
            let other = char::from(digits[value ^ (digits.len() / 2)]);
            let changed = format!("{}{other}{}", &carrier[..at], &carrier[at + 1..]);
            all.push(if self.cookie.is_some() {
                Self {
                    url: self.url.clone(),
                    cookie: Some(changed),
                }
            } else {
                Self {
                    url: changed,
                    cookie: None,
                }
            });
        }
        all
    }
}
