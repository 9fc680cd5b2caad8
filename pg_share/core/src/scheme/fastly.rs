//! Fastly's recipe for tokens that its VCL checks: `token=<expiry>_<HMAC of path and expiry>`.
//!
//! Source: docs.fastly.com "Enabling URL token validation". The path and the expiry stand side by side in the signed text,
//! and the recipe reads expiries of 10 or 11 digits, so that ends of paths are checked here.

use std::cell::RefCell;

use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::edge_secret;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::final_digit::check_final_digit;
use crate::hex;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::mac_sha1::MacSha1;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::Options;
use crate::output::Output;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;

/// The scheme of Fastly.
#[derive(Debug)]
pub struct Fastly;

impl Scheme for Fastly {
    fn name(&self) -> &'static str {
        "fastly"
    }

    fn meaning(&self) -> &'static str {
        "Fastly's token recipe in VCL; each file of a stream needs its own URL"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha1, Algorithm::HmacSha256]
    }

    fn bindings(&self) -> &'static [Binding] {
        &[]
    }

    fn refuses_final_digit(&self, _options: &Options) -> bool {
        true
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        edge_secret::check_no_zero(
            key,
            "VCL would cut the secret at its zero byte; make another key",
        )?;
        let base = profile.base_url().clone();
        Ok(Box::new(Signer {
            origin: base.as_str().len() - base.path().len(),
            base,
            mac: match key.algorithm() {
                Algorithm::HmacSha1 => EdgeMac::Sha1(MacSha1::new(key.secret())?),
                _ => EdgeMac::Sha256(Mac::new(key.secret())?),
            },
            text: RefCell::default(),
        }))
    }
}

enum EdgeMac {
    Sha1(MacSha1),
    Sha256(Mac),
}

struct Signer {
    base: BaseUrl,
    /// Bytes of the base URL before its path.
    origin: usize,
    mac: EdgeMac,
    text: RefCell<String>,
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        request.file_name.map(FileName::parse).transpose()?;
        check_final_digit(path.as_str())?;
        let expires_at = required_expiry(request)?;
        if !(1_000_000_000..10_000_000_000).contains(&expires_at) {
            return Err(ShareError::InvalidExpiry(
                "an expiry for Fastly has 10 digits, from the year 2001 to 2286",
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
        text.push_integer(expires_at);
        out.url.push_str("?token=");
        out.url.push_integer(expires_at);
        out.url.push('_');
        match &self.mac {
            EdgeMac::Sha1(mac) => hex::push(&mac.tag(text.as_bytes()), &mut out.url),
            EdgeMac::Sha256(mac) => hex::push(&mac.tag(text.as_bytes()), &mut out.url),
        }
        if let Some(window) = request.window {
            window.push_fragment(&mut out.url);
        }
        out.explain("string to sign", || text.clone());
        bound(out.url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "fastly_tests.rs"]
mod tests;
