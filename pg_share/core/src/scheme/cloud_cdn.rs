//! Google Cloud CDN: signed URLs for files, signed prefixes for streams, in the query or in its cookie
//! (docs.cloud.google.com/cdn/docs/using-signed-urls and using-signed-cookies).
//!
//! A prefix is compared as a text, so it always ends in a slash. Cloud CDN hands a request without any signature on to the
//! origin, which therefore has to refuse it.

use std::cell::Cell;
use std::ops::{Range, RangeInclusive};

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::base64url;
use crate::binding::Binding;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::key::SigningKey;
use crate::mac_sha1::MacSha1;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::{OptionKind, OptionRule};
use crate::output::Output;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;

/// Cloud CDN takes names of at most this many characters.
const MAX_KEY_NAME: usize = 63;

const COOKIE: &str = "Cloud-CDN-Cookie=";

const KEY_NAME: OptionRule = OptionRule {
    name: "key_name",
    kind: OptionKind::Text {
        length: 1..=MAX_KEY_NAME,
        allows: |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
        shape: "1 to 63 of A-Z a-z 0-9 _ -",
    },
    default: None,
    meaning: "name under which the backend has the key; without it the key id",
};

const PLACEMENT: OptionRule = OptionRule {
    name: "placement",
    kind: OptionKind::Choice(&["query", "cookie"]),
    default: Some("query"),
    meaning: "where the signature of a stream's directory stands: in the query of its playlist, or in Cloud-CDN-Cookie; downloads and previews have theirs in the query",
};

static OPTIONS: [OptionRule; 2] = [KEY_NAME, PLACEMENT];

/// The scheme of Google Cloud CDN.
#[derive(Debug)]
pub struct CloudCdn;

impl Scheme for CloudCdn {
    fn name(&self) -> &'static str {
        "cloud_cdn"
    }

    fn meaning(&self) -> &'static str {
        "Google Cloud CDN, behind which the origin must refuse requests without a signature"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha1]
    }

    fn secret_length(&self) -> Option<RangeInclusive<usize>> {
        Some(16..=16)
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        if !profile.base_url().has_port() {
            return Ok(());
        }
        Err(ShareError::InvalidDelivery {
            scheme: self.name(),
            reason: "Cloud CDN leaves ports out of what it checks; give a base URL without one",
        })
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        let options = profile.options();
        let key_name = match options.text(&KEY_NAME) {
            "" => key.kid(),
            name => name,
        };
        if key_name.len() > MAX_KEY_NAME {
            return Err(ShareError::InvalidDelivery {
                scheme: self.name(),
                reason: "a key name has at most 63 characters; set key_name",
            });
        }
        Ok(Box::new(Signer {
            mac: MacSha1::new(key.secret())?,
            base: profile.base_url().clone(),
            key_name: key_name.to_owned(),
            in_cookie: options.text(&PLACEMENT) == "cookie",
            prefix: Cell::default(),
        }))
    }
}

struct Signer {
    mac: MacSha1,
    base: BaseUrl,
    key_name: String,
    in_cookie: bool,
    /// Room for a prefix before it is encoded.
    prefix: Cell<String>,
}

impl Signer {
    fn push_url(&self, path: &str, out: &mut String) {
        let base = &self.base;
        MediaUrl { base, path }.push(out);
    }

    fn push_prefix(&self, directory: &str, out: &mut String) {
        let mut prefix = self.prefix.take();
        prefix.clear();
        self.push_url(directory, &mut prefix);
        prefix.push('/');
        out.push_str("URLPrefix=");
        base64url::encode_padded_into(prefix.as_bytes(), out);
        self.prefix.set(prefix);
    }

    /// Appends the fields behind what is covered, then the signature of all that stands behind `start`; gives what
    /// was signed.
    fn push_signature(
        &self,
        expires_at: i64,
        separator: &str,
        start: usize,
        out: &mut String,
    ) -> Range<usize> {
        out.push_str("Expires=");
        out.push_integer(expires_at);
        out.push_str(separator);
        out.push_str("KeyName=");
        out.push_str(&self.key_name);
        let end = out.len();
        let tag = self.mac.tag(&out.as_bytes()[start..]);
        out.push_str(separator);
        out.push_str("Signature=");
        base64url::encode_padded_into(&tag, out);
        start..end
    }
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        // The name cannot be said in this scheme, but a bad one is as wrong as in the others.
        request.file_name.map(FileName::parse).transpose()?;
        let expires_at = required_expiry(request)?;
        let directory = match request.action {
            Action::Stream => Some(path.stream_directory()?),
            Action::Download | Action::Preview | Action::Upload => None,
        };
        let start = out.url.len();
        self.push_url(path.as_str(), &mut out.url);
        match directory {
            Some(directory) if self.in_cookie => {
                let text = &mut out.cookie;
                text.push_str(COOKIE);
                let start = text.len();
                self.push_prefix(directory, text);
                text.push(':');
                let signed = self.push_signature(expires_at, ":", start, text);
                out.explain_cookie("string to sign", signed);
            }
            directory => {
                let text = &mut out.url;
                text.push('?');
                let start = if let Some(directory) = directory {
                    let start = text.len();
                    self.push_prefix(directory, text);
                    text.push('&');
                    start
                } else {
                    start
                };
                let signed = self.push_signature(expires_at, "&", start, text);
                out.explain_url("string to sign", signed);
            }
        }
        if let Some(window) = request.window {
            window.push_fragment(&mut out.url);
        }
        bound(out.url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "cloud_cdn_tests.rs"]
mod tests;
