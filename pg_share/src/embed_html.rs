//! The HTML that puts a share's page into another page.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::ShareError;
use share_core::embed_html::{Embed, embed_html as core_embed_html};

use crate::report::report;

/// Gives one `iframe` element for a page; null without one.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn embed_html(
    page_url: Option<&str>,
    title: Option<&str>,
    width: Option<i32>,
    height: Option<i32>,
    autoplay: Option<bool>,
) -> Result<Option<String>, ErrorReport> {
    let Some(page_url) = page_url else {
        return Ok(None);
    };
    let (Some(width), Some(height), Some(autoplay)) = (width, height, autoplay) else {
        return Err(report(&ShareError::InvalidEmbed(
            "width, height and autoplay are not null",
        )));
    };
    core_embed_html(&Embed {
        page_url,
        title: title.unwrap_or_default(),
        width,
        height,
        autoplay,
    })
    .map(Some)
    .map_err(|error| report(&error))
}
