//! Tokens for Cloudflare's function `is_timed_hmac_valid_v0`: `?verify=<time of issue>-<MAC of path and that time>`.
//!
//! Source: developers.cloudflare.com, Ruleset Engine, "HMAC validation". The lifetime is a number in the rule, so that the
//! time of issue is the end less that lifetime. The function reads exactly ten digits, so path and time cannot run into
//! each other. It does not sign the separator: the rule itself must ask that the query begins with the parameter.

use std::cell::RefCell;

use base64ct::{Base64, Encoding as _};

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
use crate::options::{OptionKind, OptionRule, Options};
use crate::output::Output;
use crate::percent;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;

const PARAMETER: usize = 0;
const TTL: usize = 1;
const FLAGS: usize = 2;

static OPTIONS: [OptionRule; 3] = [
    OptionRule {
        name: "parameter",
        kind: OptionKind::Text {
            length: 1..=32,
            allows: |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
            shape: "1 to 32 of A-Z a-z 0-9 _ -",
        },
        default: Some("verify"),
        meaning: "name of the query parameter that carries the token; the rule's lengthOfSeparator is its length and two more",
    },
    OptionRule {
        name: "ttl",
        kind: OptionKind::Seconds(60..=31_536_000),
        default: Some("3600"),
        meaning: "seconds that the rule gives as ttl; no URL can hold longer, and streams and downloads with different lifetimes need no second rule as long as both are shorter",
    },
    OptionRule {
        name: "flags",
        kind: OptionKind::Choice(&["none", "s"]),
        default: Some("none"),
        meaning: "the rule's last argument: s for a MAC in base64url without padding, none where the rule has no flags",
    },
];

/// The scheme of Cloudflare's rules.
#[derive(Debug)]
pub struct CloudflareHmac;

impl Scheme for CloudflareHmac {
    fn name(&self) -> &'static str {
        "cloudflare_hmac"
    }

    fn meaning(&self) -> &'static str {
        "a Cloudflare rule with is_timed_hmac_valid_v0; each file of a stream needs its own URL"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha256]
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[]
    }

    fn longest_lifetime(&self, options: &Options) -> Option<i64> {
        options.number(&OPTIONS[TTL])
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        edge_secret::check_text(
            key,
            b"\"\\",
            "a secret for a Cloudflare rule is printable ASCII without blanks, double quotes and backslashes",
        )?;
        let base = profile.base_url().clone();
        let options = profile.options();
        Ok(Box::new(Signer {
            origin: base.as_str().len() - base.path().len(),
            base,
            mac: Mac::new(key.secret())?,
            separator: format!("?{}=", options.text(&OPTIONS[PARAMETER])),
            ttl: options.number(&OPTIONS[TTL]).unwrap_or_default(),
            url_safe: options.text(&OPTIONS[FLAGS]) == "s",
            text: RefCell::default(),
        }))
    }
}

struct Signer {
    base: BaseUrl,
    /// Bytes of the base URL before its path.
    origin: usize,
    mac: Mac,
    separator: String,
    ttl: i64,
    url_safe: bool,
    text: RefCell<String>,
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        request.file_name.map(FileName::parse).transpose()?;
        // In years that the function can name, this takes nothing below zero.
        let issued_at = required_expiry(request)? - self.ttl;
        if !(1_000_000_000..10_000_000_000).contains(&issued_at) {
            return Err(ShareError::InvalidExpiry(
                "the time of issue for Cloudflare has 10 digits, from the year 2001 to 2286",
            ));
        }
        if issued_at > request.signed_at {
            return Err(ShareError::InvalidExpiry(
                "the end lies more than the option ttl after the time of signing, and the rule takes no more",
            ));
        }
        let start = out.url.len();
        MediaUrl {
            base: &self.base,
            path: path.as_str(),
        }
        .push(&mut out.url);
        let mut text = self.text.borrow_mut();
        text.clear();
        text.push_str(&out.url[start + self.origin..]);
        text.push_integer(issued_at);
        out.url.push_str(&self.separator);
        out.url.push_integer(issued_at);
        out.url.push('-');
        let tag = self.mac.tag(text.as_bytes());
        if self.url_safe {
            base64url::encode_into(&tag, &mut out.url);
        } else {
            let mut buffer = [0; 44];
            // The buffer fits the 32 bytes of a tag.
            let base64 = Base64::encode(&tag, &mut buffer).unwrap_or_default();
            percent::push_value(base64, &mut out.url);
        }
        if let Some(window) = request.window {
            window.push_fragment(&mut out.url);
        }
        out.explain("string to sign", || text.clone());
        out.explain("length of separator", || self.separator.len().to_string());
        bound(out.url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "cloudflare_hmac_tests.rs"]
mod tests;
