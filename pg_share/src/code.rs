//! Codes that prove a mail address.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::code::code_from_random;

use crate::random;

/// Makes a code of six digits, each as likely as every other.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn code_generate() -> Result<String, ErrorReport> {
    loop {
        // Drawn again about once in four thousand times.
        if let Some(code) = code_from_random(u32::from_ne_bytes(random::bytes()?)) {
            return Ok(code);
        }
    }
}
