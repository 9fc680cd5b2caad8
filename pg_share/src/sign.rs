//! Signs URLs for the SQL that has decided what may be signed: whoever may call these functions may sign anything.

use std::cell::RefCell;
use std::rc::Rc;

use pgrx::datum::TimestampWithTimeZone;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::options::Options;
use share_core::{
    Action, Profile, ShareError, UrlRequest, UrlSigner, Window, expiry, plain_url_into,
};

use crate::fresh_scan::Stamp;
use crate::report::report;
use crate::signing_key::StoredKey;
use crate::timestamp::{from_unix_seconds, unix_micros, unix_seconds};
use crate::{settings, signing_key};

/// A day: with it all viewers of a public share get the same URL, which caches can share.
const PUBLIC_GRID: i64 = 24 * 60 * 60;

/// Holds what rows of one delivery have in common; a page or a bulk run mostly has one.
struct Prepared {
    scheme: String,
    base_url: String,
    kid: String,
    options: String,
    profile: Profile,
    /// The statement for which the key was looked up.
    stamp: Stamp,
    /// None when no key counts.
    signer: Option<(Rc<StoredKey>, Box<dyn UrlSigner>)>,
}

impl Prepared {
    fn new(
        scheme: &str,
        base_url: &str,
        kid: &str,
        options: &str,
        stamp: Stamp,
    ) -> Result<Self, ShareError> {
        let mut prepared = Self {
            scheme: scheme.to_owned(),
            base_url: base_url.to_owned(),
            kid: kid.to_owned(),
            options: options.to_owned(),
            profile: Profile::new(scheme, base_url, options)?,
            stamp,
            signer: None,
        };
        prepared.look_up()?;
        Ok(prepared)
    }

    fn is_for(&self, scheme: &str, base_url: &str, kid: &str, options: &str) -> bool {
        self.kid == kid
            && self.base_url == base_url
            && self.options == options
            && self.scheme == scheme
    }

    /// Each statement asks for the key anew; what was made of the same secret is kept.
    fn look_up(&mut self) -> Result<(), ShareError> {
        let now = unix_micros(pgrx::datetime::statement_timestamp());
        self.signer = match (signing_key::signing(&self.kid, now), self.signer.take()) {
            (None, _) => None,
            (Some(found), Some((known, signer))) if found.key.is_same(&known.key) => {
                Some((found, signer))
            }
            (Some(found), _) => {
                let signer = self.profile.signer(&found.key)?;
                Some((found, signer))
            }
        };
        Ok(())
    }
}

thread_local! {
    static PREPARED: RefCell<Vec<Prepared>> = const { RefCell::new(Vec::new()) };
}

/// Bytes that most signed URLs fit in.
const USUAL_LENGTH: usize = 512;

/// Deliveries that are kept prepared: streams, downloads and previews of a few accounts.
const MOST_PREPARED: usize = 16;

fn with_prepared<R>(
    scheme: &str,
    base_url: &str,
    kid: &str,
    options: &str,
    work: impl FnOnce(&Prepared) -> Result<R, ShareError>,
) -> Result<R, ShareError> {
    let stamp = Stamp::now();
    PREPARED.with_borrow_mut(|all| {
        let known = all
            .iter()
            .position(|known| known.is_for(scheme, base_url, kid, options));
        let index = known.unwrap_or(0);
        if known.is_none() {
            all.truncate(MOST_PREPARED - 1);
            all.insert(0, Prepared::new(scheme, base_url, kid, options, stamp)?);
        }
        let prepared = &mut all[index];
        if prepared.stamp != stamp {
            prepared.look_up()?;
            prepared.stamp = stamp;
        }
        work(prepared)
    })
}

/// Signs a URL of a delivery; without an end it is plain. Null without a delivery, a path, or a key that counts, and with
/// a warning when it would be too long for verifiers.
#[pg_extern(schema = "share", stable, parallel_safe)]
#[expect(
    clippy::too_many_arguments,
    reason = "one row of SQL, flat because a composite costs more than the signature"
)]
fn sign_url(
    scheme: Option<&str>,
    base_url: Option<&str>,
    kid: Option<&str>,
    options: Option<&str>,
    path: Option<&str>,
    action: &str,
    expires_at: Option<TimestampWithTimeZone>,
    share_id: pgrx::Uuid,
    epoch: i32,
    file_name: Option<&str>,
    window_start: Option<&str>,
    window_end: Option<&str>,
) -> Result<Option<String>, ErrorReport> {
    let (Some(scheme), Some(base_url), Some(kid), Some(options), Some(path)) =
        (scheme, base_url, kid, options, path)
    else {
        return Ok(None);
    };
    let request = || -> Result<UrlRequest<'_>, ShareError> {
        let share_id = uuid::Uuid::from_bytes(*share_id.as_bytes());
        let mut request = UrlRequest::new(path, Action::parse(action)?, share_id, epoch);
        request.expires_at = expires_at.map(unix_seconds);
        request.file_name = file_name;
        if let (Some(start), Some(end)) = (window_start, window_end) {
            request.window = Some(Window::parse(start, end)?);
        }
        Ok(request)
    };
    let signed = request().and_then(|request| {
        with_prepared(scheme, base_url, kid, options, |prepared| {
            write(prepared, &request)
        })
    });
    match signed {
        // One long path must not take a whole page of shares away from its reader.
        Err(ShareError::UrlTooLong { limit }) => {
            pgrx::warning!("the URL of a share would be longer than {limit} bytes and is left out");
            Ok(None)
        }
        signed => signed.map_err(|error| report(&error)),
    }
}

fn write(prepared: &Prepared, request: &UrlRequest<'_>) -> Result<Option<String>, ShareError> {
    let mut out = String::with_capacity(USUAL_LENGTH);
    match (request.expires_at, &prepared.signer) {
        (None, _) => plain_url_into(&prepared.profile, request, &mut out)?,
        (Some(_), Some((_, signer))) => signer.write_url(request, &mut out)?,
        (Some(_), None) => return Ok(None),
    }
    Ok(Some(out))
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

/// Holds the lifetimes of the delivery that was last asked for.
struct Lifetimes {
    scheme: String,
    text: String,
    options: Options,
}

impl Lifetimes {
    fn parse(scheme: &str, text: &str) -> Result<Self, ShareError> {
        Ok(Self {
            scheme: scheme.to_owned(),
            text: text.to_owned(),
            options: Options::parse(share_core::scheme(scheme)?, text)?,
        })
    }

    fn seconds(&self, public: bool, action: Action) -> i64 {
        let (option, setting) = match (public, action) {
            (true, _) => ("public_ttl", settings::public_ttl()),
            (false, Action::Download) => ("private_download_ttl", settings::private_download_ttl()),
            (false, Action::Stream | Action::Preview) => {
                ("private_stream_ttl", settings::private_stream_ttl())
            }
        };
        self.options.seconds(option).unwrap_or(setting)
    }

    fn grid(&self, public: bool) -> i64 {
        self.options
            .seconds("expiry_grid")
            .unwrap_or(if public { PUBLIC_GRID } else { 1 })
    }
}

thread_local! {
    static LIFETIMES: RefCell<Option<Lifetimes>> = const { RefCell::new(None) };
}

fn with_lifetimes<R>(
    scheme: &str,
    options: &str,
    work: impl FnOnce(&Lifetimes) -> Result<R, ShareError>,
) -> Result<R, ErrorReport> {
    LIFETIMES
        .with_borrow_mut(|known| {
            if let Some(known) = known
                .as_ref()
                .filter(|known| known.text == options && known.scheme == scheme)
            {
                return work(known);
            }
            work(known.insert(Lifetimes::parse(scheme, options)?))
        })
        .map_err(|error| report(&error))
}

/// Tells when a URL that is signed at a time ends, by the delivery's options and the settings, but not after the latest
/// time. Null without a delivery and where public shares are served plain.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn url_expiry(
    public: bool,
    action: &str,
    scheme: Option<&str>,
    options: Option<&str>,
    latest: Option<TimestampWithTimeZone>,
    at: TimestampWithTimeZone,
) -> Result<Option<TimestampWithTimeZone>, ErrorReport> {
    let (Some(scheme), Some(options)) = (scheme, options) else {
        return Ok(None);
    };
    with_lifetimes(scheme, options, |lifetimes| {
        let action = Action::parse(action)?;
        if public && lifetimes.options.flag("public_plain") {
            return Ok(None);
        }
        expiry(
            unix_micros(at),
            lifetimes.seconds(public, action),
            lifetimes.grid(public),
            latest.map(unix_micros),
        )
        .map(from_unix_seconds)
    })
}

/// Tells how many seconds a URL of a delivery can live at most, the expiry grid included.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn url_longest_lifetime(scheme: &str, options: &str) -> Result<i64, ErrorReport> {
    with_lifetimes(scheme, options, |lifetimes| {
        let longest = |public| {
            let of = |action| lifetimes.seconds(public, action);
            of(Action::Stream)
                .max(of(Action::Download))
                .max(of(Action::Preview))
                + lifetimes.grid(public)
        };
        Ok(longest(true).max(longest(false)))
    })
}
