//! Akamai's Auth Token 2.0 (`EdgeAuth`): fields joined by `~`, and an HMAC-SHA-256 over them.
//!
//! Sources: techdocs.akamai.com "Auth Token 2.0 Verification" and "Enable Token Authentication", and the fields' order and
//! escaping of the library akamai-edgeauth. In an `acl` the characters `*`, `?` and `!` are wildcards and a separator, and `~`
//! would begin a field of its own, also in the text of a `url` token: paths with these are refused.

use std::cell::RefCell;
use std::fmt::Write as _;

use uuid::Uuid;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::hex;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::{OptionKind, OptionRule};
use crate::output::Output;
use crate::percent;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;

const NAME: &str = "akamai_edgeauth";

const TOKEN_NAME: usize = 0;
const PLACEMENT: usize = 1;
const FILE_SCOPE: usize = 2;
const SESSION_ID: usize = 4;
const DATA: usize = 5;
const SALT: usize = 6;

const PLAIN: fn(u8) -> bool = |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');

static OPTIONS: [OptionRule; 8] = [
    OptionRule {
        name: "token_name",
        kind: OptionKind::Text {
            length: 1..=32,
            allows: |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
            shape: "1 to 32 of A-Z a-z 0-9 _ -",
        },
        default: Some("hdnts"),
        meaning: "name of the query parameter or cookie that carries the token, as in the property: hdnts for Adaptive Media Delivery, \
                  __token__ for Auth Token 2.0 Verification",
    },
    OptionRule {
        name: "placement",
        kind: OptionKind::Choice(&["query", "cookie"]),
        default: Some("query"),
        meaning: "where the token of a stream stands; files have it in the query",
    },
    OptionRule {
        name: "file_scope",
        kind: OptionKind::Choice(&["acl", "url"]),
        default: Some("acl"),
        meaning: "how the token of a file names it: in the token itself, or by the URL of the request; streams always use acl",
    },
    OptionRule {
        name: "start",
        kind: OptionKind::Flag,
        default: Some("false"),
        meaning: "whether the token also says when it was made (st); an edge with a slow clock refuses it until then",
    },
    OptionRule {
        name: "session_id",
        kind: OptionKind::Choice(&["none", "share"]),
        default: Some("none"),
        meaning: "what the field id holds, which Akamai writes to its logs: nothing, or the share",
    },
    OptionRule {
        name: "data",
        kind: OptionKind::Text {
            length: 1..=64,
            allows: PLAIN,
            shape: "1 to 64 of A-Z a-z 0-9 _ - .",
        },
        default: None,
        meaning: "what the field data holds in each token",
    },
    OptionRule {
        name: "salt",
        kind: OptionKind::Text {
            length: 1..=64,
            allows: PLAIN,
            shape: "1 to 64 of A-Z a-z 0-9 _ - .",
        },
        default: None,
        meaning: "the salt of the property, a further input of the signature; it can be read here, so do not take a secret for it",
    },
    OptionRule {
        name: "escape_early",
        kind: OptionKind::Flag,
        default: Some("false"),
        meaning: "whether the property says to escape token input",
    },
];

/// The scheme of Akamai.
#[derive(Debug)]
pub struct AkamaiEdgeAuth;

impl Scheme for AkamaiEdgeAuth {
    fn name(&self) -> &'static str {
        NAME
    }

    fn meaning(&self) -> &'static str {
        "Akamai's Auth Token 2.0 in Adaptive Media Delivery, Download Delivery and Ion; the secret is the property's key, read as hex"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha256]
    }

    fn secret_length(&self) -> Option<std::ops::RangeInclusive<usize>> {
        // Adaptive Media Delivery takes 32 hex digits, which are 16 bytes.
        Some(16..=32)
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::Address]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        // BaseUrl encodes a question mark, so none of its own remains.
        let path = percent::decode(profile.base_url().path());
        if path.iter().any(|byte| FORBIDDEN.contains(byte)) {
            return Err(ShareError::InvalidDelivery {
                scheme: NAME,
                reason: "the path of the base URL has one of * ? ! ~, which mean something in Akamai's tokens",
            });
        }
        Ok(())
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        let options = profile.options();
        let base = profile.base_url().clone();
        let field = |rule, name: &str| match options.text(rule) {
            "" => String::new(),
            value => format!("~{name}={value}"),
        };
        Ok(Box::new(Signer {
            origin: base.as_str().len() - base.path().len(),
            base,
            mac: Mac::new(key.secret())?,
            token_name: options.text(&OPTIONS[TOKEN_NAME]).to_owned(),
            placement: match options.text(&OPTIONS[PLACEMENT]) {
                "cookie" => Placement::Cookie,
                _ => Placement::Query,
            },
            file_scope: match options.text(&OPTIONS[FILE_SCOPE]) {
                "url" => FileScope::Url,
                _ => FileScope::Acl,
            },
            start: options.flag("start"),
            names_share: options.text(&OPTIONS[SESSION_ID]) == "share",
            data: field(&OPTIONS[DATA], "data"),
            salt: field(&OPTIONS[SALT], "salt"),
            escape_early: options.flag("escape_early"),
            token: RefCell::default(),
        }))
    }
}

/// What means something in a token.
const FORBIDDEN: &[u8] = b"*?!~";

fn check_path(path: MediaPath<'_>) -> Result<(), ShareError> {
    if path.as_str().bytes().any(|byte| FORBIDDEN.contains(&byte)) {
        return Err(ShareError::InvalidMediaPath {
            path: path.as_str().to_owned(),
            reason: "has one of * ? ! ~, which mean something in Akamai's tokens",
        });
    }
    Ok(())
}

/// Escapes as the library does: a form's value, with the hex digits in lower case. What is escaped here has no blanks.
fn push_escaped(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if percent::is_unreserved(byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            hex::push(&[byte], out);
        }
    }
}

/// Where the token of a stream stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Placement {
    Query,
    Cookie,
}

/// How the token of a file names it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileScope {
    Acl,
    Url,
}

struct Signer {
    base: BaseUrl,
    /// Bytes of the base URL before its path.
    origin: usize,
    mac: Mac,
    token_name: String,
    placement: Placement,
    file_scope: FileScope,
    start: bool,
    names_share: bool,
    data: String,
    salt: String,
    escape_early: bool,
    token: RefCell<String>,
}

impl Signer {
    fn push_input(&self, text: &str, out: &mut String) {
        if self.escape_early {
            push_escaped(text, out);
        } else {
            out.push_str(text);
        }
    }

    /// Writes the fields up to the signature; `acl` is the path that the token names.
    fn push_fields(
        &self,
        request: &UrlRequest<'_>,
        acl: Option<(&str, &str)>,
        out: &mut String,
    ) -> Result<(), ShareError> {
        let expires_at = required_expiry(request)?;
        if let Some(address) = request.address {
            let address = address.to_canonical().to_string();
            out.push_str("ip=");
            self.push_input(&address, out);
            out.push('~');
        }
        if self.start {
            let start = request.signed_at;
            if start < 1 || start >= expires_at {
                return Err(ShareError::InvalidExpiry(
                    "a token with a start needs a time of signing that lies before its end",
                ));
            }
            out.push_str("st=");
            out.push_integer(start);
            out.push('~');
        }
        out.push_str("exp=");
        out.push_integer(expires_at);
        if let Some((path, wildcard)) = acl {
            out.push_str("~acl=");
            out.push_str(path);
            out.push_str(wildcard);
        }
        if self.names_share {
            out.push_str("~id=");
            let buffer = &mut Uuid::encode_buffer();
            out.push_str(request.share_id.as_hyphenated().encode_lower(buffer));
        }
        out.push_str(&self.data);
        Ok(())
    }
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        request.file_name.map(FileName::parse).transpose()?;
        check_path(path)?;
        let is_stream = request.action == Action::Stream;
        let start = out.url.len();
        let covered = if is_stream { path.stream_directory()? } else { path.as_str() };
        MediaUrl {
            base: &self.base,
            path: covered,
        }
        .push(&mut out.url);
        let signed_path = &out.url[start + self.origin..];
        let mut token = self.token.borrow_mut();
        let token = &mut *token;
        token.clear();
        let by_url = self.file_scope == FileScope::Url && !is_stream;
        let acl = (!by_url).then_some((signed_path, if is_stream { "/*" } else { "" }));
        self.push_fields(request, acl, token)?;
        let sent = token.len();
        if by_url {
            token.push_str("~url=");
            self.push_input(signed_path, token);
        }
        token.push_str(&self.salt);
        let tag = self.mac.tag(token.as_bytes());
        out.explain("string to sign", || token.clone());
        token.truncate(sent);
        token.push_str("~hmac=");
        hex::push(&tag, token);
        if is_stream {
            out.url.push('/');
            percent::push_path(path.file_name(), &mut out.url);
        }
        if is_stream && self.placement == Placement::Cookie {
            // A String takes each write.
            let _ = write!(out.cookie, "{}={token}", self.token_name);
        } else {
            out.url.push('?');
            out.url.push_str(&self.token_name);
            out.url.push('=');
            out.url.push_str(token);
        }
        if let Some(window) = request.window {
            window.push_fragment(&mut out.url);
        }
        bound(out.url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "akamai_edgeauth_tests.rs"]
mod tests;
