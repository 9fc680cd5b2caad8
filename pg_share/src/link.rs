//! The public address of a share.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::{PageOptions, page_url as core_page_url};

use crate::report::report;
use crate::settings;

/// Gives the page of a share, by its id or slug, below `pg_share.link_base_url`, null while that is not set; times are
/// seconds as decimal text.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn page_url(
    address: &str,
    layout: Option<&str>,
    start: Option<&str>,
    end: Option<&str>,
    clip: Option<&str>,
    recipient: Option<&str>,
) -> Result<Option<String>, ErrorReport> {
    let Some(base) = settings::link_base_url() else {
        return Ok(None);
    };
    let options = PageOptions {
        layout,
        start,
        end,
        clip,
        recipient,
    };
    core_page_url(&base, address, &options)
        .map(Some)
        .map_err(|error| report(&error))
}
