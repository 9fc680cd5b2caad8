//! The public address of a share.

use std::cell::RefCell;

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::{BaseUrl, PageOptions, ShareError, page_url as core_page_url};

use crate::report::report;
use crate::settings;

thread_local! {
    /// The setting as it was last read, with what it says: to read a URL costs more than all else that a page's takes.
    static BASE: RefCell<Option<(String, BaseUrl)>> = const { RefCell::new(None) };
}

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
    let Some(set) = settings::link_base_url() else {
        return Ok(None);
    };
    let options = PageOptions {
        layout,
        start,
        end,
        clip,
        recipient,
    };
    below(set, |base| core_page_url(base, address, &options))
        .map(Some)
        .map_err(|error| report(&error))
}

fn below(
    set: String,
    page: impl FnOnce(&BaseUrl) -> Result<String, ShareError>,
) -> Result<String, ShareError> {
    BASE.with_borrow_mut(|kept| {
        if let Some((_, base)) = kept.as_ref().filter(|(known, _)| *known == set) {
            return page(base);
        }
        let base = BaseUrl::parse(&set)?;
        let url = page(&base);
        *kept = Some((set, base));
        url
    })
}
