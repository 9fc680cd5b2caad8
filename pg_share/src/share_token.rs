//! Tokens that the SQL of this extension gives out and takes back: whoever may call these functions may make any.

use pgrx::datum::TimestampWithTimeZone;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::share_token::issue;
use share_core::{Purpose, ShareError, ShareToken};

use crate::report::report;
use crate::signing_key;
use crate::timestamp::unix_micros;

/// Makes a token for an id that ends at a time, or never; null when the key does not count.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn token_issue(
    kid: Option<&str>,
    purpose: Option<&str>,
    id: Option<pgrx::Uuid>,
    expires_at: Option<TimestampWithTimeZone>,
) -> Result<Option<String>, ErrorReport> {
    let (Some(kid), Some(purpose), Some(id)) = (kid, purpose, id) else {
        return Ok(None);
    };
    let now = unix_micros(pgrx::datetime::statement_timestamp());
    let made = || {
        let purpose = Purpose::parse(purpose)?;
        let end = expires_at.and_then(end_in_seconds);
        let Some(stored) = signing_key::signing(kid, now) else {
            return Ok(None);
        };
        let id = uuid::Uuid::from_bytes(*id.as_bytes());
        issue(&stored.key, purpose, id, end).map(Some)
    };
    made().map_err(|error: ShareError| report(&error))
}

/// A fraction of a second is rounded up; infinity is no end.
fn end_in_seconds(time: TimestampWithTimeZone) -> Option<i64> {
    let micros = unix_micros(time);
    (micros != i64::MAX)
        .then(|| micros.div_euclid(1_000_000) + i64::from(micros.rem_euclid(1_000_000) > 0))
}

/// Gives the id that a token stands for at a time; null for whatever is no token for this purpose. Never raises for the token.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn token_read(
    token: Option<&str>,
    purpose: Option<&str>,
    at: Option<TimestampWithTimeZone>,
) -> Result<Option<pgrx::Uuid>, ErrorReport> {
    let (Some(token), Some(purpose), Some(at)) = (token, purpose, at) else {
        return Ok(None);
    };
    let purpose = Purpose::parse(purpose).map_err(|error| report(&error))?;
    let now = unix_micros(at);
    let read = || {
        let token = ShareToken::parse(token)?;
        let stored = signing_key::verifying(token.kid(), now).ok()?;
        token.verify(&stored.key, purpose, now)
    };
    Ok(read().map(|id| pgrx::Uuid::from_bytes(id.into_bytes())))
}
