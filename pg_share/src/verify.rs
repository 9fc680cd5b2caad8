//! Checks tokens and signed URLs, as far as signature, time and scope go; the share behind them is checked in SQL.

use pgrx::datum::TimestampWithTimeZone;
use pgrx::iter::TableIterator;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::{Presented, Profile, Refusal, Verified};

use crate::report::report;
use crate::signing_key;
use crate::timestamp::{from_unix_seconds, unix_micros, unix_seconds};

/// Checks a native token, bare or in its URL, at a time. With a delivery's scheme, base URL, options and the key to try:
/// a URL of that delivery, whose scheme names no key. Gives one row: the reason of a refusal, or null and what was signed.
#[pg_extern(schema = "share", stable, parallel_safe)]
#[expect(
    clippy::type_complexity,
    reason = "the columns must stand in the signature"
)]
fn verify_url(
    url: Option<&str>,
    at: TimestampWithTimeZone,
    scheme: default!(Option<&str>, "null"),
    base_url: default!(Option<&str>, "null"),
    options: default!(Option<&str>, "null"),
    kid: default!(Option<&str>, "null"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(reason, Option<String>),
            name!(kid, Option<String>),
            name!(share_id, Option<pgrx::Uuid>),
            name!(epoch, Option<i32>),
            name!(action, Option<String>),
            name!(expires_at, Option<TimestampWithTimeZone>),
            name!(window_start, Option<String>),
            name!(window_end, Option<String>),
            name!(key_account_id, Option<pgrx::Uuid>),
        ),
    >,
    ErrorReport,
> {
    let delivery = match (scheme, base_url, options, kid) {
        (Some(scheme), Some(base_url), Some(options), Some(kid)) => {
            let profile =
                Profile::new(scheme, base_url, options).map_err(|error| report(&error))?;
            Some((profile, kid))
        }
        _ => None,
    };
    let (kid, outcome) = match (url, delivery) {
        (None, _) => (None, Err(Refusal::Malformed)),
        (Some(url), Some((profile, kid))) => (
            Some(kid.to_owned()),
            signing_key::verifying(kid, unix_micros(at))
                .and_then(|stored| profile.verify_url(&stored.key, url, unix_seconds(at))),
        ),
        (Some(url), None) => verify_native(url, at),
    };
    let row = match outcome {
        Ok(verified) => {
            let key_account = signing_key::find(&verified.kid).map(|stored| stored.account_id);
            (
                None,
                Some(verified.kid),
                verified
                    .share_id
                    .map(|id| pgrx::Uuid::from_bytes(id.into_bytes())),
                verified.epoch,
                Some(verified.action.as_str().to_owned()),
                from_unix_seconds(verified.expires_at),
                verified.window.map(|window| window.start().to_string()),
                verified.window.map(|window| window.end().to_string()),
                key_account,
            )
        }
        Err(refusal) => {
            let reason = Some(refusal.as_str().to_owned());
            (reason, kid, None, None, None, None, None, None, None)
        }
    };
    Ok(TableIterator::once(row))
}

fn verify_native(
    url: &str,
    at: TimestampWithTimeZone,
) -> (Option<String>, Result<Verified, Refusal>) {
    let presented = match Presented::parse(url) {
        Ok(presented) => presented,
        Err(refusal) => return (None, Err(refusal)),
    };
    let outcome = signing_key::verifying(presented.kid(), unix_micros(at))
        .and_then(|stored| presented.verify(&stored.key, unix_seconds(at)));
    (Some(presented.kid().to_owned()), outcome)
}
