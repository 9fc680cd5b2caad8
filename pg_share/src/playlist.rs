//! Checks stored playlists and writes them with signed URIs: one call for a whole playlist, which costs little beside its
//! signatures.

use std::collections::HashSet;

use pgrx::datum::TimestampWithTimeZone;
use pgrx::iter::TableIterator;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::playlist::{Child, check_playlist, child_link, rewrite_playlist};
use share_core::{BaseUrl, MediaPath, Output, ShareError, UrlRequest, Window};

use crate::prepared::with_prepared;
use crate::report::report;
use crate::sign::{Row, write};

/// Stands in for the base URL while a playlist is checked; no URI can be below it.
const NO_BASE_URL: &str = "https://playlist.invalid";

/// Checks a playlist that lies at a path in a stream's directory, beside which it may point to nothing; gives what is known
/// about it.
#[pg_extern(schema = "share", immutable, parallel_safe)]
#[expect(
    clippy::needless_pass_by_value,
    clippy::type_complexity,
    reason = "an array comes as a Vec, and the columns must stand in the signature"
)]
fn playlist_check(
    body: &str,
    path: &str,
    directory: &str,
    allowed_hosts: Vec<String>,
) -> Result<
    TableIterator<
        'static,
        (
            name!(kind, String),
            name!(duration, Option<String>),
            name!(segments, i64),
            name!(children, Vec<String>),
        ),
    >,
    ErrorReport,
> {
    let check = || {
        let hosts: Vec<_> = allowed_hosts.iter().map(String::as_str).collect();
        let checked = check_playlist(body, path, &hosts)?;
        rewrite_playlist(
            body,
            path,
            &BaseUrl::parse(NO_BASE_URL)?,
            None,
            &mut |target, out| {
                out.push('x');
                stays_in(directory, target.path)
            },
            &mut String::new(),
        )?;
        Ok(checked)
    };
    let checked = check().map_err(|error: ShareError| report(&error))?;
    let children = checked
        .children
        .into_iter()
        .filter_map(|child| match child {
            Child::Path(path) => Some(path),
            Child::Url(_) => None,
        });
    Ok(TableIterator::once((
        checked.kind.as_str().to_owned(),
        checked.duration.map(|seconds| seconds.to_string()),
        i64::try_from(checked.segments).unwrap_or(i64::MAX),
        children.collect(),
    )))
}

/// A playlist signs what it names, so it names nothing beside its stream's directory.
fn stays_in(directory: &str, path: MediaPath<'_>) -> Result<(), ShareError> {
    let below = path.as_str().strip_prefix(directory);
    if below.is_some_and(|rest| rest.starts_with('/')) {
        return Ok(());
    }
    Err(ShareError::InvalidMediaPath {
        path: path.as_str().to_owned(),
        reason: "lies outside of the stream's directory",
    })
}

/// What may stand inside of a quoted attribute.
fn is_link(text: &str) -> bool {
    text.len() <= 1024
        && text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'"')
}

/// The longest signed playlist in bytes: a signature can be a hundred times as long as the URI that it is for.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// After how many URIs a cancelled statement is noticed.
const URIS_BETWEEN_LOOKS: usize = 500;

/// Writes a playlist with signed URIs. Playlists whose paths stand in `stored` are not signed but linked: by paths relative
/// to this one, or behind `playlist_base`. Gives one row, and none without a key that counts.
#[pg_extern(schema = "share", stable, parallel_safe)]
#[expect(
    clippy::needless_pass_by_value,
    clippy::too_many_arguments,
    clippy::type_complexity,
    reason = "flat like the row of sign_url, which it is once for all its URIs"
)]
fn playlist_sign(
    body: &str,
    path: &str,
    directory: &str,
    stored: Vec<String>,
    playlist_base: Option<&str>,
    delivery: &str,
    public: bool,
    at: TimestampWithTimeZone,
    expires_at: Option<TimestampWithTimeZone>,
    share_id: pgrx::Uuid,
    epoch: i32,
    address: Option<&str>,
    window_start: Option<&str>,
    window_end: Option<&str>,
) -> Result<
    TableIterator<
        'static,
        (
            name!(playlist, String),
            name!(starts, Option<String>),
            name!(ends, Option<String>),
        ),
    >,
    ErrorReport,
> {
    let row = Row {
        path,
        action: "stream",
        public,
        at,
        expires_at,
        share_id,
        epoch,
        file_name: None,
        inline: false,
        content_type: None,
        address,
        window_start: None,
        window_end: None,
    };
    let signed = with_prepared(delivery, |prepared| {
        if playlist_base.is_some_and(|base| !is_link(base)) {
            return Err(ShareError::InvalidBaseUrl(
                "playlist_base is at most 1024 printable ASCII characters without quotes",
            ));
        }
        let window = match (window_start, window_end) {
            (Some(start), Some(end)) => Some(Window::parse(start, end)?),
            _ => None,
        };
        let request = row.request(prepared)?;
        if request.expires_at.is_some() && !prepared.has_key() {
            return Ok(None);
        }
        let mut playlist = String::with_capacity(body.len() * 8);
        let mut output = Output::new();
        let stored: HashSet<&str> = stored.iter().map(String::as_str).collect();
        let mut uris = 0_usize;
        let shown = rewrite_playlist(
            body,
            path,
            prepared.base_url(),
            window,
            &mut |target, out| {
                uris += 1;
                if uris.is_multiple_of(URIS_BETWEEN_LOOKS) {
                    pgrx::check_for_interrupts!();
                }
                if out.len() > MOST_TEXT {
                    return Err(ShareError::PlaylistTooLong { limit: MOST_TEXT });
                }
                stays_in(directory, target.path)?;
                if target.is_playlist && stored.contains(target.path.as_str()) {
                    child_link(path, directory, target.path, playlist_base, out);
                    return Ok(());
                }
                let request = UrlRequest {
                    path: target.path.as_str(),
                    ..request
                };
                output.clear();
                write(prepared, &request, &mut output)?;
                out.push_str(&output.url);
                Ok(())
            },
            &mut playlist,
        )?;
        Ok(Some((
            playlist,
            shown.map(|window| window.start().to_string()),
            shown.map(|window| window.end().to_string()),
        )))
    });
    match signed.map_err(|error| report(&error))? {
        Some(row) => Ok(TableIterator::once(row)),
        None => Ok(TableIterator::empty()),
    }
}
