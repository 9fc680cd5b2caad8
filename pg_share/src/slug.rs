//! Chosen addresses of shares: their normal form, and what those that look alike have in common.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::slug;

use crate::report::report;

/// Gives the normal form of a slug.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn slug_normal(slug: &str) -> Result<String, ErrorReport> {
    slug::slug_normal(slug).map_err(|error| report(&error))
}

/// Gives the skeleton of a slug in its normal form: two slugs of one skeleton look alike.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn slug_skeleton(slug: &str) -> String {
    slug::slug_skeleton(slug)
}
