//! What is checked when a delivery is written.

use pgrx::iter::TableIterator;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::{Algorithm, check_delivery};

use crate::report::report;

/// Checks scheme, base URL, options and what is known of the key; gives the normalised base URL and options.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn delivery_check(
    scheme: &str,
    base_url: &str,
    options: &str,
    algorithm: &str,
    secret_length: i32,
) -> Result<TableIterator<'static, (name!(base_url, String), name!(options, String))>, ErrorReport>
{
    let length = usize::try_from(secret_length).unwrap_or(0);
    let checked = Algorithm::parse(algorithm)
        .and_then(|algorithm| check_delivery(scheme, base_url, options, algorithm, length))
        .map_err(|error| report(&error))?;
    Ok(TableIterator::once((
        checked.base_url,
        checked.options_json,
    )))
}
