//! Amazon `CloudFront`: a canned policy for a file, a custom one for a stream's directory or a bound address
//! (`docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html`).
//!
//! Signatures are made with SHA-256 alone, which the URL has to say: without `Hash-Algorithm` `CloudFront` expects SHA-1,
//! for which two policies with one signature can be made by who chooses a path.

use std::cell::Cell;
use std::net::IpAddr;

use base64ct::{Base64, Encoding as _};

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::key::SigningKey;
use crate::last_signature::LastSignature;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::{OptionKind, OptionRule};
use crate::output::Output;
use crate::presented_url::MAX_URL;
use crate::private_key::PrivateKey;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;

const KEY_PAIR_ID: OptionRule = OptionRule {
    name: "key_pair_id",
    kind: OptionKind::Text {
        length: 1..=64,
        allows: |byte| byte.is_ascii_alphanumeric(),
        shape: "1 to 64 of A-Z a-z 0-9",
    },
    default: None,
    meaning: "id that CloudFront gave the public key, as in K2JCJMDEHXQW5F; without it the key id",
};

const PLACEMENT: OptionRule = OptionRule {
    name: "placement",
    kind: OptionKind::Choice(&["query", "cookie"]),
    default: Some("query"),
    meaning: "where the signature of a stream's directory stands: in the query of its playlist, or in cookies; downloads and previews have theirs in the query",
};

static OPTIONS: [OptionRule; 2] = [KEY_PAIR_ID, PLACEMENT];

/// The scheme of Amazon `CloudFront`.
#[derive(Debug)]
pub struct Cloudfront;

impl Scheme for Cloudfront {
    fn name(&self) -> &'static str {
        "cloudfront"
    }

    fn meaning(&self) -> &'static str {
        "Amazon CloudFront with a key group, whose public key is of P-256 or RSA"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::Es256, Algorithm::Rs256]
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::Address]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        if !profile.base_url().path().contains('*') {
            return Ok(());
        }
        Err(ShareError::InvalidDelivery {
            scheme: self.name(),
            reason: "the path of the base URL has a *, which stands for any text in a policy",
        })
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        let options = profile.options();
        let key_pair_id = match options.text(&KEY_PAIR_ID) {
            "" => key.kid(),
            id => id,
        };
        let private = PrivateKey::read(key.algorithm(), key.secret())?;
        Ok(Box::new(Signer {
            signatures: LastSignature::new(private, |key, policy| {
                Ok(text_of(&key.sign_der(policy)?))
            }),
            base: profile.base_url().clone(),
            key_pair_id: key_pair_id.to_owned(),
            in_cookie: options.text(&PLACEMENT) == "cookie",
            policy: Cell::default(),
        }))
    }
}

/// Writes bytes as `CloudFront` reads them: base64 with `- _ ~` for `+ = /`.
fn text_of(bytes: &[u8]) -> String {
    let replaced = |character| match character {
        '+' => '-',
        '=' => '_',
        '/' => '~',
        other => other,
    };
    Base64::encode_string(bytes).chars().map(replaced).collect()
}

struct Signer {
    signatures: LastSignature,
    base: BaseUrl,
    key_pair_id: String,
    in_cookie: bool,
    /// Room for a policy.
    policy: Cell<String>,
}

impl Signer {
    fn push_url(&self, path: &str, out: &mut String) {
        let base = &self.base;
        MediaUrl { base, path }.push(out);
    }

    /// Writes the policy, without blanks and with its members in the order in which `CloudFront` puts together a canned one.
    fn write_policy(
        &self,
        request: &UrlRequest<'_>,
        directory: Option<&str>,
        policy: &mut String,
    ) -> Result<(), ShareError> {
        policy.clear();
        policy.push_str("{\"Statement\":[{\"Resource\":\"");
        if let Some(directory) = directory {
            self.push_url(directory, policy);
            policy.push_str("/*");
        } else {
            self.push_url(request.path, policy);
        }
        policy.push_str("\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":");
        policy.push_integer(required_expiry(request)?);
        policy.push('}');
        match request.address.map(|address| address.to_canonical()) {
            None => {}
            Some(IpAddr::V4(address)) => {
                policy.push_str(",\"IpAddress\":{\"AWS:SourceIp\":\"");
                policy.push_str(&address.to_string());
                policy.push_str("/32\"}");
            }
            Some(IpAddr::V6(_)) => {
                return Err(ShareError::Unsupported {
                    scheme: Cloudfront.name(),
                    what: "way to bind an IPv6 address",
                });
            }
        }
        policy.push_str("}}]}");
        Ok(())
    }

    fn push_query(
        &self,
        policy: &str,
        canned_until: Option<i64>,
        out: &mut String,
    ) -> Result<(), ShareError> {
        if let Some(expires_at) = canned_until {
            out.push_str("?Expires=");
            out.push_integer(expires_at);
        } else {
            out.push_str("?Policy=");
            out.push_str(&text_of(policy.as_bytes()));
        }
        out.push_str("&Key-Pair-Id=");
        out.push_str(&self.key_pair_id);
        out.push_str("&Signature=");
        self.signatures.push(policy, out)?;
        out.push_str("&Hash-Algorithm=SHA256");
        Ok(())
    }

    fn push_cookies(&self, policy: &str, out: &mut String) -> Result<(), ShareError> {
        out.push_str("CloudFront-Policy=");
        out.push_str(&text_of(policy.as_bytes()));
        out.push_str("; CloudFront-Signature=");
        self.signatures.push(policy, out)?;
        out.push_str("; CloudFront-Key-Pair-Id=");
        out.push_str(&self.key_pair_id);
        out.push_str("; CloudFront-Hash-Algorithm=SHA256");
        Ok(())
    }
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        if path.as_str().contains(['*', '?']) {
            return Err(ShareError::InvalidMediaPath {
                path: request.path.to_owned(),
                reason: "has a * or ?, which stand for other characters in a policy",
            });
        }
        // The name cannot be said in this scheme, but a bad one is as wrong as in the others.
        request.file_name.map(FileName::parse).transpose()?;
        let directory = match request.action {
            Action::Stream => Some(path.stream_directory()?),
            Action::Download | Action::Preview | Action::Upload => None,
        };
        let mut policy = self.policy.take();
        self.write_policy(request, directory, &mut policy)?;
        out.explain("string to sign", || policy.clone());
        let url = &mut out.url;
        let start = url.len();
        self.push_url(path.as_str(), url);
        if self.in_cookie && directory.is_some() {
            self.push_cookies(&policy, &mut out.cookie)?;
        } else {
            // A canned policy is not sent: CloudFront puts it together from the URL and its end.
            let is_canned = directory.is_none() && request.address.is_none();
            let canned_until = request.expires_at.filter(|_| is_canned);
            self.push_query(&policy, canned_until, url)?;
        }
        self.policy.set(policy);
        if let Some(window) = request.window {
            window.push_fragment(url);
        }
        bound(url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "cloudfront_tests.rs"]
mod tests;
