//! The public address of a share.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::{PageOptions, page_url as core_page_url};

use crate::report::report;
use crate::settings;

/// Gives the page of a share below `pg_share.link_base_url`, null while that is not set; times are seconds as decimal text.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn page_url(
    id: pgrx::Uuid,
    layout: Option<&str>,
    start: Option<&str>,
    end: Option<&str>,
    clip: Option<&str>,
) -> Result<Option<String>, ErrorReport> {
    let Some(base) = settings::link_base_url() else {
        return Ok(None);
    };
    let options = PageOptions {
        layout,
        start,
        end,
        clip,
    };
    core_page_url(&base, uuid::Uuid::from_bytes(*id.as_bytes()), &options)
        .map(Some)
        .map_err(|error| report(&error))
}
