//! Signs URLs for the SQL that has decided what may be signed: whoever may call these functions may sign anything.

use pgrx::datum::TimestampWithTimeZone;
use pgrx::iter::TableIterator;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::lifetime::{self, Lifetimes};
use share_core::options::Options;
use share_core::{Action, Output, ShareError, UrlRequest, Window, capped_expiry, plain_url_into};

use crate::prepared::{Asked, Prepared, with_prepared};
use crate::report::{report, report_left_out};
use crate::timestamp::{from_unix_seconds, unix_micros, unix_seconds};
use crate::{settings, signing_key};

/// What a row asks for, as SQL has it.
pub(crate) struct Row<'a> {
    pub(crate) path: &'a str,
    pub(crate) action: &'a str,
    pub(crate) public: bool,
    pub(crate) at: TimestampWithTimeZone,
    pub(crate) expires_at: Option<TimestampWithTimeZone>,
    pub(crate) share_id: pgrx::Uuid,
    pub(crate) epoch: i32,
    pub(crate) file_name: Option<&'a str>,
    pub(crate) inline: bool,
    pub(crate) content_type: Option<&'a str>,
    pub(crate) address: Option<&'a str>,
    pub(crate) window_start: Option<&'a str>,
    pub(crate) window_end: Option<&'a str>,
}

impl<'a> Row<'a> {
    pub(crate) fn request(&self, prepared: &Prepared) -> Result<UrlRequest<'a>, ShareError> {
        let share_id = uuid::Uuid::from_bytes(*self.share_id.as_bytes());
        let action = Action::parse(self.action)?;
        let mut request = UrlRequest::new(self.path, action, share_id, self.epoch);
        request.signed_at = prepared.signing_time(self.public, unix_seconds(self.at));
        request.expires_at = self.expires_at.map(unix_seconds);
        request.file_name = self.file_name;
        request.inline = self.inline;
        request.content_type = self.content_type;
        if let Some(address) = self.address {
            request.address = Some(address.parse().map_err(|_| ShareError::InvalidAddress)?);
        }
        if let (Some(start), Some(end)) = (self.window_start, self.window_end) {
            request.window = Some(Window::parse(start, end)?);
        }
        prepared.profile.check_request(&request)?;
        Ok(request)
    }
}

/// Signs a URL of a delivery; without an end it is plain. Null without a delivery, a path, or a key that counts, and with
/// a warning when it would be too long for verifiers.
#[pg_extern(schema = "share", stable, parallel_safe)]
#[expect(
    clippy::too_many_arguments,
    reason = "one row of SQL, flat because a composite costs more than the signature"
)]
fn sign_url(
    delivery: Option<&str>,
    path: Option<&str>,
    action: &str,
    public: bool,
    at: TimestampWithTimeZone,
    expires_at: Option<TimestampWithTimeZone>,
    share_id: pgrx::Uuid,
    epoch: i32,
    file_name: Option<&str>,
    content_type: Option<&str>,
    address: Option<&str>,
    window_start: Option<&str>,
    window_end: Option<&str>,
) -> Result<Option<String>, ErrorReport> {
    let (Some(delivery), Some(path)) = (delivery, path) else {
        return Ok(None);
    };
    let row = Row {
        path,
        action,
        public,
        at,
        expires_at,
        share_id,
        epoch,
        file_name,
        inline: false,
        content_type,
        address,
        window_start,
        window_end,
    };
    signed_url(delivery, &row)
}

/// Signs the URL of one object that is saved, or shown with `inline`; otherwise as `sign_url`, of which it is apart because
/// that one is called for millions of rows.
#[pg_extern(schema = "share", stable, parallel_safe)]
#[expect(clippy::too_many_arguments, reason = "flat, as sign_url is")]
fn sign_file(
    delivery: Option<&str>,
    path: Option<&str>,
    public: bool,
    at: TimestampWithTimeZone,
    expires_at: Option<TimestampWithTimeZone>,
    share_id: pgrx::Uuid,
    epoch: i32,
    file_name: Option<&str>,
    content_type: Option<&str>,
    address: Option<&str>,
    inline: bool,
) -> Result<Option<String>, ErrorReport> {
    let (Some(delivery), Some(path)) = (delivery, path) else {
        return Ok(None);
    };
    let row = Row {
        path,
        action: Action::Download.as_str(),
        public,
        at,
        expires_at,
        share_id,
        epoch,
        file_name,
        inline,
        content_type,
        address,
        window_start: None,
        window_end: None,
    };
    signed_url(delivery, &row)
}

fn signed_url(delivery: &str, row: &Row<'_>) -> Result<Option<String>, ErrorReport> {
    let signed = with_prepared(delivery, |prepared| {
        let mut out = Output::new();
        let is_signed = write(prepared, &row.request(prepared)?, &mut out)?;
        Ok(is_signed.then_some(out.url))
    });
    match signed {
        // Shares are also shown to those who come without an address.
        Err(ShareError::MissingAddress) => Ok(None),
        // One share that the scheme cannot sign for must not take a whole page of shares away from its reader.
        Err(
            error @ (ShareError::PlainForAddress
            | ShareError::UrlTooLong { .. }
            | ShareError::InvalidMediaPath { .. }
            | ShareError::InvalidFileName(_)
            | ShareError::MissingDirectory(_)),
        ) => {
            report_left_out(&error);
            Ok(None)
        }
        signed => signed.map_err(|error| report(&error)),
    }
}

/// Gives an address back where a delivery can bind a URL to it, null where it cannot.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn address_bound(
    delivery: &str,
    address: &str,
    action: &str,
    expires_at: TimestampWithTimeZone,
    share_id: pgrx::Uuid,
) -> Option<String> {
    let row = Row {
        path: "folder/file.mp4",
        action,
        public: false,
        at: expires_at,
        expires_at: Some(expires_at),
        share_id,
        epoch: 1,
        file_name: None,
        inline: false,
        content_type: None,
        address: Some(address),
        window_start: None,
        window_end: None,
    };
    // What a scheme can bind also hangs on its options, so it is tried.
    let tried = with_prepared(delivery, |prepared| {
        write(prepared, &row.request(prepared)?, &mut Output::new())
    });
    tried.ok().map(|_| address.to_owned())
}

/// Tells whether there was a key to sign with.
pub(crate) fn write(
    prepared: &Prepared,
    request: &UrlRequest<'_>,
    out: &mut Output,
) -> Result<bool, ShareError> {
    match (request.expires_at, &prepared.signer) {
        (None, _) if request.address.is_some() => return Err(ShareError::PlainForAddress),
        (None, _) => plain_url_into(&prepared.profile, request, &mut out.url)?,
        (Some(_), Some((_, signer))) => signer.write_url(request, out)?,
        (Some(_), None) => return Ok(false),
    }
    Ok(true)
}

/// Signs like `sign_url` and gives each step: what was signed, never a key, and last the URL, and the cookie if there is one.
#[pg_extern(schema = "share", stable, parallel_safe)]
#[expect(clippy::too_many_arguments, reason = "the same as those of sign_url")]
fn sign_steps(
    delivery: Option<&str>,
    path: Option<&str>,
    action: &str,
    public: bool,
    at: TimestampWithTimeZone,
    expires_at: Option<TimestampWithTimeZone>,
    share_id: pgrx::Uuid,
    epoch: i32,
    file_name: Option<&str>,
    content_type: Option<&str>,
    address: Option<&str>,
    window_start: Option<&str>,
    window_end: Option<&str>,
) -> Result<TableIterator<'static, (name!(step, String), name!(value, String))>, ErrorReport> {
    let (Some(delivery), Some(path)) = (delivery, path) else {
        return Ok(TableIterator::empty());
    };
    let row = Row {
        path,
        action,
        public,
        at,
        expires_at,
        share_id,
        epoch,
        file_name,
        inline: false,
        content_type,
        address,
        window_start,
        window_end,
    };
    let steps = with_prepared(delivery, |prepared| {
        let mut out = Output::explaining();
        if !write(prepared, &row.request(prepared)?, &mut out)? {
            return Ok(Vec::new());
        }
        let mut steps: Vec<_> = out
            .steps()
            .iter()
            .map(|step| (step.name.to_owned(), step.value.clone()))
            .collect();
        steps.push(("url".to_owned(), out.url));
        if !out.cookie.is_empty() {
            steps.push(("cookie".to_owned(), out.cookie));
        }
        Ok(steps)
    });
    steps
        .map(TableIterator::new)
        .map_err(|error| report(&error))
}

/// Gives the bare signature of a message, null when the key does not count.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn sign_message(kid: &str, message: &[u8]) -> Result<Option<String>, ErrorReport> {
    let now = unix_micros(pgrx::datetime::statement_timestamp());
    signing_key::signing(kid, now)
        .map(|stored| {
            share_core::sign_message(&stored.key, message).map_err(|error| report(&error))
        })
        .transpose()
}

fn lifetimes_of_settings() -> Lifetimes {
    Lifetimes {
        private_stream: settings::private_stream_ttl(),
        private_download: settings::private_download_ttl(),
        public: settings::public_ttl(),
    }
}

/// Tells when a URL that is signed at a time ends, by the delivery's options and the settings, but not after the latest
/// time. Null without a delivery and where public shares are served plain.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn url_expiry(
    delivery: Option<&str>,
    action: &str,
    public: bool,
    at: TimestampWithTimeZone,
    latest: Option<TimestampWithTimeZone>,
) -> Result<Option<TimestampWithTimeZone>, ErrorReport> {
    let Some(delivery) = delivery else {
        return Ok(None);
    };
    with_prepared(delivery, |prepared| {
        let asked = Asked {
            settings: lifetimes_of_settings(),
            public,
            action: Action::parse(action)?,
            at: unix_micros(at),
        };
        let Some(end) = prepared.end(asked)? else {
            return Ok(None);
        };
        let latest = latest.map_or(Ok(end), |latest| capped_expiry(end, unix_micros(latest)))?;
        Ok(from_unix_seconds(latest))
    })
    .map_err(|error| report(&error))
}

/// Tells how many seconds a URL of a delivery can live at most, the expiry grid included.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn url_longest_lifetime(scheme: &str, options: &str) -> Result<i64, ErrorReport> {
    let longest = || {
        let scheme = share_core::scheme(scheme)?;
        let options = Options::parse(scheme, options)?;
        let grid = |public| lifetime::grid(scheme, &options, public);
        Ok(
            Lifetimes::of(scheme, &options, lifetimes_of_settings()).longest()
                + grid(true).max(grid(false)),
        )
    };
    longest().map_err(|error: ShareError| report(&error))
}
