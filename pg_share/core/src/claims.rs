//! What a native token asserts, and the one place that knows the order of its members.

use std::borrow::Cow;

use uuid::Uuid;

use crate::action::Action;
use crate::error::ShareError;
use crate::json_text;
use crate::media_url::UrlPieces;
use crate::renewal::Renewal;
use crate::scope::Scope;
use crate::sink::Sink;
use crate::strict_json::{self, Json};
use crate::window::Window;

/// The last second that a token may name: the end of the year 9999.
pub const MAX_EXPIRY: i64 = 253_402_300_799;

/// The greatest length of an issuer in bytes.
pub const MAX_ISSUER: usize = 64;

/// The greatest length of a visit or recipient in bytes.
pub const MAX_TEXT: usize = 128;

/// Members that this crate never writes and that would change what a token means if they were ignored
/// (RFC 7519 §4.1, RFC 9246 §2.1): a token that has one was not made here.
const FOREIGN: [&str; 8] = [
    "sub", "aud", "nbf", "iat", "jti", "cdniv", "cdnicrit", "cdniip",
];

/// Holds the claims of a token in the URI Signing profile (RFC 9246 §2.1) and the private ones beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims<'a, U = String> {
    /// Who made the token (`iss`).
    pub issuer: Cow<'a, str>,
    /// The first second at which it is no longer accepted (`exp`), in Unix seconds.
    pub expires_at: i64,
    /// The URIs that it opens (`cdniuc`).
    pub scope: Scope<U>,
    /// The share that it belongs to (`sh`).
    pub share_id: Uuid,
    /// The share's epoch when it was made (`ep`).
    pub epoch: i32,
    /// What it allows (`a`).
    pub action: Action,
    /// The visit that it was made for (`v`).
    pub visit: Option<Cow<'a, str>>,
    /// The recipient that it was made for (`r`).
    pub recipient: Option<Cow<'a, str>>,
    /// The part of the file that it shows (`asset_start_time`, `asset_end_time`).
    pub window: Option<Window>,
    /// How the edge renews it (`cdniets`, `cdnistt`, `cdnistd`).
    pub renewal: Option<Renewal>,
}

impl<U: UrlPieces> Claims<'_, U> {
    /// Refuses values that [`Claims::parse`] would not read back.
    ///
    /// # Errors
    /// [`ShareError::InvalidClaim`] and [`ShareError::InvalidExpiry`].
    pub fn check(&self) -> Result<(), ShareError> {
        check_issuer(&self.issuer)?;
        check_expiry(self.expires_at)?;
        self.check_person()
    }

    /// Refuses a visit or a recipient that is empty or too long.
    pub(crate) fn check_person(&self) -> Result<(), ShareError> {
        for (claim, text) in [("visit", &self.visit), ("recipient", &self.recipient)] {
            if let Some(text) = text
                && !(1..=MAX_TEXT).contains(&text.len())
            {
                return Err(ShareError::InvalidClaim {
                    claim,
                    expected: "1 to 128 bytes",
                });
            }
        }
        Ok(())
    }

    /// Gives the payload as compact JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        push_start(&self.issuer, &mut out);
        self.push_end(&mut out);
        out
    }

    /// Appends what follows [`push_start`].
    pub(crate) fn push_end(&self, out: &mut impl Sink) {
        out.push_integer(self.expires_at);
        // The text of a scope never holds what JSON escapes.
        out.push_text(",\"cdniuc\":\"");
        self.scope.push(out);
        out.push_text("\",\"sh\":\"");
        out.push_text(
            self.share_id
                .as_hyphenated()
                .encode_lower(&mut Uuid::encode_buffer()),
        );
        out.push_text("\",\"ep\":");
        out.push_integer(i64::from(self.epoch));
        out.push_text(",\"a\":\"");
        out.push_text(self.action.claim());
        out.push_text("\"");
        for (name, text) in [(",\"v\":", &self.visit), (",\"r\":", &self.recipient)] {
            if let Some(text) = text {
                out.push_text(name);
                json_text::push_string(text, out);
            }
        }
        if let Some(window) = self.window {
            out.push_text(",\"asset_start_time\":\"");
            window.start().push(out);
            out.push_text("\",\"asset_end_time\":\"");
            window.end().push(out);
            out.push_text("\"");
        }
        if let Some(renewal) = self.renewal {
            let (seconds, transport, depth) = renewal.claims();
            out.push_text(",\"cdniets\":");
            out.push_integer(seconds);
            out.push_text(",\"cdnistt\":");
            out.push_integer(transport);
            if let Some(depth) = depth {
                out.push_text(",\"cdnistd\":");
                out.push_integer(i64::from(depth));
            }
        }
        out.push_text("}");
    }
}

/// Appends the start of a payload, which is one for all tokens of an issuer.
pub(crate) fn push_start(issuer: &str, out: &mut impl Sink) {
    out.push_text("{\"iss\":");
    json_text::push_string(issuer, out);
    out.push_text(",\"exp\":");
}

impl Claims<'static> {
    /// Reads a payload; `None` when it is not one that this crate could have written, apart from unknown
    /// members, which are ignored.
    #[must_use]
    pub fn parse(payload: &[u8]) -> Option<Self> {
        let mut members = strict_json::parse_object(payload)?;
        if members
            .iter()
            .any(|(name, _)| FOREIGN.contains(&name.as_str()))
        {
            return None;
        }
        let mut take = |name: &str| {
            let at = members.iter().position(|(own, _)| own == name)?;
            Some(members.swap_remove(at).1)
        };
        let claims = Self {
            issuer: text(take("iss"))?.into(),
            expires_at: integer(take("exp").as_ref())?,
            scope: Scope::parse(&text(take("cdniuc"))?).ok()?,
            share_id: share_id(&text(take("sh"))?)?,
            epoch: i32::try_from(integer(take("ep").as_ref())?).ok()?,
            action: Action::from_claim(&text(take("a"))?)?,
            visit: optional_text(take("v")).ok()?,
            recipient: optional_text(take("r")).ok()?,
            window: match (take("asset_start_time"), take("asset_end_time")) {
                (None, None) => None,
                (start, end) => Some(Window::parse(&text(start)?, &text(end)?).ok()?),
            },
            renewal: match (take("cdniets"), take("cdnistt"), take("cdnistd")) {
                (None, None, None) => None,
                (seconds, transport, depth) => Some(Renewal::from_claims(
                    integer(seconds.as_ref())?,
                    integer(transport.as_ref())?,
                    match depth {
                        None => None,
                        depth => Some(integer(depth.as_ref())?),
                    },
                )?),
            },
        };
        claims.check().ok()?;
        Some(claims)
    }
}

/// Refuses an issuer that is not 1 to 64 of `[A-Za-z0-9._:/-]`.
///
/// # Errors
/// [`ShareError::InvalidClaim`].
pub fn check_issuer(issuer: &str) -> Result<(), ShareError> {
    if (1..=MAX_ISSUER).contains(&issuer.len()) && issuer.bytes().all(is_issuer_byte) {
        return Ok(());
    }
    Err(ShareError::InvalidClaim {
        claim: "issuer",
        expected: ISSUER_SHAPE,
    })
}

/// Says in words what an issuer is made of.
pub(crate) const ISSUER_SHAPE: &str = "1 to 64 of A-Z a-z 0-9 . _ : / -";

pub(crate) const fn is_issuer_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b':' | b'/' | b'-')
}

pub(crate) fn check_expiry(expires_at: i64) -> Result<(), ShareError> {
    if (1..=MAX_EXPIRY).contains(&expires_at) {
        Ok(())
    } else {
        Err(ShareError::InvalidExpiry(
            "an expiry lies between the years 1970 and 9999",
        ))
    }
}

fn text(value: Option<Json>) -> Option<String> {
    match value {
        Some(Json::Text(text)) => Some(text),
        _ => None,
    }
}

/// Gives back what is there but is no text.
fn optional_text(value: Option<Json>) -> Result<Option<Cow<'static, str>>, Json> {
    match value {
        None => Ok(None),
        Some(Json::Text(text)) => Ok(Some(text.into())),
        Some(other) => Err(other),
    }
}

fn integer(value: Option<&Json>) -> Option<i64> {
    match value {
        Some(Json::Integer(number)) => Some(*number),
        _ => None,
    }
}

/// Only the hyphenated lower-case form is ours; crate uuid also reads braces and URNs.
fn share_id(text: &str) -> Option<Uuid> {
    let id = Uuid::try_parse(text).ok()?;
    (id.as_hyphenated().encode_lower(&mut Uuid::encode_buffer()) == text).then_some(id)
}

#[cfg(test)]
#[path = "claims_tests.rs"]
mod tests;
