//! Percent-encoding in what callers bring.

use pgrx::prelude::*;
use share_core::percent;

/// Gives a text without its percent-encoding; null where that is no text.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn percent_decode(text: &str) -> Option<String> {
    percent::decode_text(text)
}
