//! nginx's third-party module `ngx_http_hmac_secure_link_module`, with HMAC-SHA-256.
//!
//! Source: github.com/nginx-modules/ngx_http_hmac_secure_link_module. The module knows a time of signing and a lifetime, and
//! a lifetime of zero means for ever, so that both stand in the signed text. The text is the operator's to choose: here its
//! parts are separated by `|`, the one before it says what is covered, and none but the path may hold a `|` itself.

use std::cell::RefCell;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::base64url;
use crate::binding::Binding;
use crate::edge_secret;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::output::Output;
use crate::percent;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;

/// The scheme of the module.
#[derive(Debug)]
pub struct NginxHmac;

impl Scheme for NginxHmac {
    fn name(&self) -> &'static str {
        "nginx_hmac"
    }

    fn meaning(&self) -> &'static str {
        "nginx with the third-party HMAC secure link module"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha256]
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::FileName]
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        edge_secret::check_text(
            key,
            b"\"'`$;{}\\",
            "a secret for nginx is printable ASCII without blanks, quotes and any of $ ; { } \\",
        )?;
        let base = profile.base_url().clone();
        Ok(Box::new(Signer {
            base_path: percent::decode(base.path()).into_owned(),
            base,
            mac: Mac::new(key.secret())?,
            text: RefCell::default(),
            name: RefCell::default(),
        }))
    }
}

struct Signer {
    base: BaseUrl,
    /// The base URL's path as nginx hashes it: decoded.
    base_path: Vec<u8>,
    mac: Mac,
    text: RefCell<Vec<u8>>,
    name: RefCell<String>,
}

impl Signer {
    /// `<letter>|<time of signing>|<lifetime>|<decoded path>`, to which a file's name is added.
    fn begin(&self, letter: u8, times: Times, path: &str, text: &mut Vec<u8>) {
        text.clear();
        text.push(letter);
        text.push(b'|');
        text.push_integer(times.signed_at);
        text.push(b'|');
        text.push_integer(times.lifetime);
        text.push(b'|');
        text.extend_from_slice(&self.base_path);
        text.push(b'/');
        text.extend_from_slice(path.as_bytes());
    }
}

#[derive(Clone, Copy)]
struct Times {
    signed_at: i64,
    lifetime: i64,
}

impl Times {
    fn read(request: &UrlRequest<'_>) -> Result<Self, ShareError> {
        let expires_at = required_expiry(request)?;
        let signed_at = request.signed_at;
        let lifetime = expires_at.saturating_sub(signed_at);
        if signed_at < 1 {
            return Err(ShareError::InvalidExpiry(
                "the time of signing must lie after the year 1970",
            ));
        }
        if lifetime < 1 {
            return Err(ShareError::InvalidExpiry(
                "the end must lie after the time of signing: the module takes a lifetime of zero for no end",
            ));
        }
        Ok(Self {
            signed_at,
            lifetime,
        })
    }
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        let name = request.saved_as().map(FileName::parse).transpose()?;
        let times = Times::read(request)?;
        let start = out.url.len();
        let url = |path| MediaUrl {
            base: &self.base,
            path,
        };
        let mut text = self.text.borrow_mut();
        let text = &mut *text;
        if request.action == Action::Stream {
            let directory = path.stream_directory()?;
            self.begin(b's', times, directory, text);
            text.push(b'/');
            url(directory).push(&mut out.url);
            out.url.push('/');
            base64url::encode_into(&self.mac.tag(text), &mut out.url);
            out.url.push('/');
            out.url.push_integer(times.signed_at);
            out.url.push('/');
            out.url.push_integer(times.lifetime);
            out.url.push('/');
            percent::push_path(path.file_name(), &mut out.url);
        } else {
            let mut encoded = self.name.borrow_mut();
            encoded.clear();
            if let Some(name) = name {
                name.push_encoded(&mut *encoded);
            }
            self.begin(b'd', times, path.as_str(), text);
            text.push(b'|');
            text.extend_from_slice(encoded.as_bytes());
            url(path.as_str()).push(&mut out.url);
            out.url.push_str("?st=");
            base64url::encode_into(&self.mac.tag(text), &mut out.url);
            out.url.push_str("&ts=");
            out.url.push_integer(times.signed_at);
            out.url.push_str("&e=");
            out.url.push_integer(times.lifetime);
            if !encoded.is_empty() {
                out.url.push_str("&name=");
                out.url.push_str(&encoded);
            }
        }
        out.explain("string to sign", || String::from_utf8_lossy(text).into_owned());
        if let Some(window) = request.window {
            window.push_fragment(&mut out.url);
        }
        bound(out.url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "nginx_hmac_tests.rs"]
mod tests;
