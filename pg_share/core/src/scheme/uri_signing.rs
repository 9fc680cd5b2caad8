//! URI Signing (RFC 9246) with HS256, as Apache Traffic Server checks it.
//!
//! A path-style token of a stream stands behind its directory, so relative URIs of playlists keep it at any depth.

use std::borrow::Cow;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::claims::{self, Claims, ISSUER_SHAPE, MAX_ISSUER, is_issuer_byte};
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::jws::{Hs256, MAX_TOKEN, PayloadSigner};
use crate::key::SigningKey;
use crate::media_path::MediaPath;
use crate::media_url::{MediaUrl, ScopeUrl};
use crate::options::{OptionKind, OptionRule};
use crate::output::Output;
use crate::percent;
use crate::presented::Presented;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::refusal::Refusal;
use crate::renewal::{self, Renewal, Transport};
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::scope::Scope;
use crate::verified::Verified;

const TOKEN_NAME: OptionRule = OptionRule {
    name: "token_name",
    kind: OptionKind::Text {
        length: 1..=32,
        allows: |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
        shape: "1 to 32 of A-Z a-z 0-9 _ -",
    },
    default: Some("URISigningPackage"),
    meaning: "name of the parameter or cookie that carries the token",
};

const ISSUER: OptionRule = OptionRule {
    name: "issuer",
    kind: OptionKind::Text {
        length: 1..=MAX_ISSUER,
        allows: is_issuer_byte,
        shape: ISSUER_SHAPE,
    },
    default: Some("pg_share"),
    meaning: "issuer under which the server looks up its keys",
};

const PLACEMENT: OptionRule = OptionRule {
    name: "placement",
    kind: OptionKind::Choice(&["path", "query", "cookie"]),
    default: Some("path"),
    meaning: "where the token stands: in the path, which relative URIs of playlists keep; in the query; or for streams in a cookie, while downloads and previews have it in the query",
};

const RENEWAL: OptionRule = OptionRule {
    name: "renewal",
    kind: OptionKind::Choice(&["none", "cookie", "query"]),
    default: Some("none"),
    meaning: "how the server renews a stream's token while it plays, so that playing outlasts the token and the share's end; Traffic Server renews by cookie and refuses tokens that ask for query",
};

const RENEWAL_SECONDS: OptionRule = OptionRule {
    name: "renewal_seconds",
    kind: OptionKind::Seconds(10..=renewal::MAX_SECONDS),
    default: None,
    meaning: "seconds for which each renewed token holds",
};

static OPTIONS: [OptionRule; 5] = [TOKEN_NAME, ISSUER, PLACEMENT, RENEWAL, RENEWAL_SECONDS];

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

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        let options = profile.options();
        let renews = options.text(&RENEWAL) != "none";
        let reason = if renews != options.has(&RENEWAL_SECONDS) {
            "renewal (cookie or query) and renewal_seconds are given together or not at all"
        } else if renews && options.text(&PLACEMENT) == "path" {
            // Traffic Server looks at no cookie where the path has a token, though it be over.
            "a token in the path cannot be renewed, since each URI of the stream keeps it; set placement to query or cookie"
        } else {
            return Ok(());
        };
        Err(ShareError::InvalidDelivery {
            scheme: self.name(),
            reason,
        })
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        let options = profile.options();
        let base = profile.base_url().clone();
        let issuer = options.text(&ISSUER).to_owned();
        let hs256 = Hs256::new(key)?;
        let mut start = String::new();
        claims::push_start(&issuer, &mut start);
        Ok(Box::new(Signer {
            payloads: hs256.starting_with(&start),
            hs256,
            escaped_base: ScopeUrl::escaped_base(&base),
            base_depth: base.path().matches('/').count(),
            base,
            parameter: format!("{}=", options.text(&TOKEN_NAME)),
            issuer,
            placement: Placement::new(options.text(&PLACEMENT)),
            renewal_seconds: options.seconds(RENEWAL_SECONDS.name),
            renews_by_cookie: options.text(&RENEWAL) == "cookie",
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Placement {
    Path,
    Query,
    Cookie,
}

impl Placement {
    fn new(word: &str) -> Self {
        match word {
            "query" => Self::Query,
            "cookie" => Self::Cookie,
            _ => Self::Path,
        }
    }
}

struct Signer {
    hs256: Hs256,
    payloads: PayloadSigner,
    base: BaseUrl,
    base_depth: usize,
    escaped_base: String,
    parameter: String,
    issuer: String,
    placement: Placement,
    renewal_seconds: Option<i64>,
    renews_by_cookie: bool,
}

impl Signer {
    /// Only streams are renewed: a download is over before its token is. The cookie belongs to the stream's directory.
    fn renewal(&self, directory: Option<&str>) -> Option<Renewal> {
        let seconds = self.renewal_seconds?;
        let depth = self.base_depth + 1 + directory?.matches('/').count();
        Some(Renewal {
            seconds,
            transport: if self.renews_by_cookie {
                Transport::Cookie {
                    depth: u16::try_from(depth).ok()?,
                }
            } else {
                Transport::Query
            },
        })
    }

    fn push_token(
        &self,
        claims: &Claims<'_, ScopeUrl<'_>>,
        out: &mut String,
    ) -> Result<(), ShareError> {
        out.push_str(&self.parameter);
        let start = out.len();
        self.payloads
            .sign_into(|payload| claims.push_end(payload), out);
        bound(out.len() - start, MAX_TOKEN)
    }
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        // The name cannot be said in this scheme, but a bad one is as wrong as in the others.
        request.file_name.map(FileName::parse).transpose()?;
        let directory = match request.action {
            Action::Stream => Some(path.stream_directory()?),
            Action::Download | Action::Preview | Action::Upload => None,
        };
        let covered = ScopeUrl {
            escaped_base: &self.escaped_base,
            path: directory.unwrap_or(path.as_str()),
        };
        let claims = Claims {
            issuer: Cow::Borrowed(&self.issuer),
            expires_at: required_expiry(request)?,
            scope: match directory {
                Some(_) => Scope::Directory(covered),
                None => Scope::File(covered),
            },
            share_id: request.share_id,
            epoch: request.epoch,
            action: request.action,
            visit: request.visit.map(Cow::Borrowed),
            recipient: request.recipient.map(Cow::Borrowed),
            window: request.window,
            renewal: self.renewal(directory),
        };
        claims.check_person()?;
        out.explain("claims", || claims.to_json());
        out.explain("string to sign", || {
            self.hs256.signing_input(&claims.to_json())
        });
        let (url, cookie) = (&mut out.url, &mut out.cookie);
        let start = url.len();
        let push_url = |path, url: &mut String| {
            let base = &self.base;
            MediaUrl { base, path }.push(url);
        };
        match (self.placement, directory) {
            (Placement::Path, _) => {
                push_url(covered.path, url);
                url.push(';');
                self.push_token(&claims, url)?;
                if directory.is_some() {
                    url.push('/');
                    percent::push_path(path.file_name(), url);
                }
            }
            (Placement::Cookie, Some(_)) => {
                push_url(path.as_str(), url);
                self.push_token(&claims, cookie)?;
            }
            (Placement::Query | Placement::Cookie, _) => {
                push_url(path.as_str(), url);
                url.push('?');
                self.push_token(&claims, url)?;
            }
        }
        bound(url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "uri_signing_tests.rs"]
mod tests;
