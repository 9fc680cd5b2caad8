//! URI Signing (RFC 9246) with HS256 and path-style tokens, as Apache Traffic Server checks it.
//!
//! A stream's token stands behind its directory, so relative URIs of playlists keep it at any depth.

use std::borrow::Cow;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::claims::{Claims, ISSUER_SHAPE, MAX_ISSUER, is_issuer_byte};
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::jws::{Hs256, MAX_TOKEN};
use crate::key::SigningKey;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::{OptionKind, OptionRule};
use crate::output::Output;
use crate::percent;
use crate::presented::Presented;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::refusal::Refusal;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::scope::Scope;
use crate::verified::Verified;

const TOKEN_NAME: usize = 0;
const ISSUER: usize = 1;

static OPTIONS: [OptionRule; 2] = [
    OptionRule {
        name: "token_name",
        kind: OptionKind::Text {
            length: 1..=32,
            allows: |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
            shape: "1 to 32 of A-Z a-z 0-9 _ -",
        },
        default: Some("URISigningPackage"),
        meaning: "name of the path parameter that carries the token",
    },
    OptionRule {
        name: "issuer",
        kind: OptionKind::Text {
            length: 1..=MAX_ISSUER,
            allows: is_issuer_byte,
            shape: ISSUER_SHAPE,
        },
        default: Some("pg_share"),
        meaning: "issuer under which the server looks up its keys",
    },
];

/// The native scheme.
#[derive(Debug)]
pub struct UriSigning;

impl Scheme for UriSigning {
    fn name(&self) -> &'static str {
        "uri_signing"
    }

    fn meaning(&self) -> &'static str {
        "URI Signing (RFC 9246), as Apache Traffic Server, HAProxy and any JWT library check it"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::Hs256]
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::Share, Binding::Window]
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        let options = profile.options();
        Ok(Box::new(Signer {
            hs256: Hs256::new(key)?,
            base: profile.base_url().clone(),
            parameter: format!(";{}=", options.text(&OPTIONS[TOKEN_NAME])),
            issuer: options.text(&OPTIONS[ISSUER]).to_owned(),
        }))
    }

    fn verify(
        &self,
        _profile: &Profile,
        key: &SigningKey,
        url: &str,
        now: i64,
    ) -> Result<Verified, Refusal> {
        Presented::parse(url)?.verify(key, now)
    }
}

struct Signer {
    hs256: Hs256,
    base: BaseUrl,
    parameter: String,
    issuer: String,
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        // The name cannot be said in this scheme, but a bad one is as wrong as in the others.
        request.file_name.map(FileName::parse).transpose()?;
        let url = |path| MediaUrl {
            base: &self.base,
            path,
        };
        let (covered, scope) = match request.action {
            Action::Stream => {
                let directory = url(path.stream_directory()?);
                (directory, Scope::Directory(directory))
            }
            Action::Download | Action::Preview | Action::Upload => {
                let file = url(path.as_str());
                (file, Scope::File(file))
            }
        };
        let claims = Claims {
            issuer: Cow::Borrowed(&self.issuer),
            expires_at: required_expiry(request)?,
            scope,
            share_id: request.share_id,
            epoch: request.epoch,
            action: request.action,
            visit: request.visit.map(Cow::Borrowed),
            recipient: request.recipient.map(Cow::Borrowed),
            window: request.window,
        };
        claims.check()?;
        out.explain("claims", || claims.to_json());
        let out = &mut out.url;
        let start = out.len();
        covered.push(out);
        out.push_str(&self.parameter);
        let token_start = out.len();
        self.hs256.sign_into(&claims, out);
        bound(out.len() - token_start, MAX_TOKEN)?;
        if request.action == Action::Stream {
            out.push('/');
            percent::push_path(path.file_name(), out);
        }
        bound(out.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "uri_signing_tests.rs"]
mod tests;
