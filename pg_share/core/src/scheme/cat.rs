//! Common Access Token (CTA-5007): the claims of the native token in CBOR, half as long, as CDNs begin to check it.
//!
//! Sources: CTA-5007, RFC 8392 (CWT), and the open verifiers node-cat and rust-cat, which read what is written here.

use std::cell::RefCell;
use std::mem;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::cat_claims::CatClaims;
use crate::cbor::Cbor;
use crate::claims::{ISSUER_SHAPE, MAX_ISSUER, is_issuer_byte};
use crate::cose_mac0::CoseMac0;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::jws::MAX_TOKEN;
use crate::key::SigningKey;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::{OptionKind, OptionRule, Options};
use crate::output::Output;
use crate::percent;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};

const TOKEN_NAME: usize = 0;
const ISSUER: usize = 1;
const PLACEMENT: usize = 2;

static OPTIONS: [OptionRule; 3] = [
    OptionRule {
        name: "token_name",
        kind: OptionKind::Text {
            length: 1..=32,
            allows: |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
            shape: "1 to 32 of A-Z a-z 0-9 _ -",
        },
        default: None,
        meaning: "name of the parameter or cookie that carries the token; where it is left out, CAT in a URL and cta-common-access-token for a cookie",
    },
    OptionRule {
        name: "issuer",
        kind: OptionKind::Text {
            length: 1..=MAX_ISSUER,
            allows: is_issuer_byte,
            shape: ISSUER_SHAPE,
        },
        default: Some("pg_share"),
        meaning: "issuer that the server expects",
    },
    OptionRule {
        name: "placement",
        kind: OptionKind::Choice(&["query", "path", "cookie"]),
        default: Some("query"),
        meaning: "where the token stands: query; path is behind the directory of a stream, so that players keep it, and the edge takes it off; cookie is for streams, while downloads and previews keep it in the query",
    },
];

/// The scheme of CTA-5007.
#[derive(Debug)]
pub struct Cat;

impl Scheme for Cat {
    fn name(&self) -> &'static str {
        "cat"
    }

    fn meaning(&self) -> &'static str {
        "Common Access Token (CTA-5007), as Akamai, Fastly and Varnish check it with their modules and libraries"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::Hs256]
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::Share]
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        let (options, base) = (profile.options(), profile.base_url());
        let name = |default| match options.text(&OPTIONS[TOKEN_NAME]) {
            "" => default,
            name => name,
        };
        Ok(Box::new(Signer {
            cose: CoseMac0::new(key)?,
            path_start: base.as_str().len() - base.path().len(),
            base: base.clone(),
            issuer: options.text(&OPTIONS[ISSUER]).to_owned(),
            placement: placement(options),
            parameter: format!("{}=", name("CAT")),
            cookie: format!("{}=", name("cta-common-access-token")),
            room: RefCell::default(),
        }))
    }
}

/// Where a token stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Placement {
    Query,
    Path,
    Cookie,
}

fn placement(options: &Options) -> Placement {
    match options.text(&OPTIONS[PLACEMENT]) {
        "path" => Placement::Path,
        "cookie" => Placement::Cookie,
        _ => Placement::Query,
    }
}

struct Signer {
    cose: CoseMac0,
    base: BaseUrl,
    path_start: usize,
    issuer: String,
    placement: Placement,
    parameter: String,
    cookie: String,
    /// Payload and message are built here.
    room: RefCell<(Cbor, Cbor)>,
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        // The name cannot be said in this scheme, but a bad one is as wrong as in the others.
        request.file_name.map(FileName::parse).transpose()?;
        CatClaims::check(request)?;
        let expires_at = required_expiry(request)?;
        let is_stream = request.action == Action::Stream;
        let covered = if is_stream {
            path.stream_directory()?
        } else {
            path.as_str()
        };
        let placement = match self.placement {
            // A cookie for one file would go along with all the others.
            Placement::Cookie if !is_stream => Placement::Query,
            placement => placement,
        };

        // Taken out while the claims borrow from it.
        let mut url = mem::take(&mut out.url);
        let start = url.len();
        MediaUrl {
            base: &self.base,
            path: covered,
        }
        .push(&mut url);
        let covered_end = url.len();
        if is_stream {
            url.push('/');
        }
        let claims = CatClaims {
            issuer: &self.issuer,
            expires_at,
            host: self.base.host(),
            path: &url[start + self.path_start..],
            request,
        };
        let mut room = self.room.borrow_mut();
        let (payload, message) = &mut *room;
        payload.clear();
        claims.push(payload);
        out.explain("claims", || claims.to_notation());
        out.explain("string to sign", || CoseMac0::explain(payload.as_bytes()));

        let mut token = |out: &mut String| -> Result<(), ShareError> {
            let start = out.len();
            self.cose.push_token(payload.as_bytes(), message, out);
            bound(out.len() - start, MAX_TOKEN)
        };
        let written = match placement {
            Placement::Query => {
                push_file(is_stream, path, &mut url);
                url.push('?');
                url.push_str(&self.parameter);
                token(&mut url)
            }
            Placement::Path => {
                url.truncate(covered_end);
                url.push(';');
                url.push_str(&self.parameter);
                let written = token(&mut url);
                if is_stream {
                    url.push('/');
                }
                push_file(is_stream, path, &mut url);
                written
            }
            Placement::Cookie => {
                push_file(is_stream, path, &mut url);
                out.cookie.push_str(&self.cookie);
                token(&mut out.cookie)
            }
        };
        if let Some(window) = request.window {
            window.push_fragment(&mut url);
        }
        out.url = url;
        written?;
        bound(out.url.len() - start, MAX_URL)
    }
}

/// Appends the name of a stream's playlist behind its directory; the URL of a file has its name already.
fn push_file(is_stream: bool, path: MediaPath<'_>, url: &mut String) {
    if is_stream {
        percent::push_path(path.file_name(), url);
    }
}

#[cfg(test)]
#[path = "cat_tests.rs"]
mod tests;
