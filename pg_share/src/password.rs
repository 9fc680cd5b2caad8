//! Hashes of passwords: made with a salt from the system's randomness, and compared. What they are for is decided in SQL.
//!
//! One call takes about 20 ms and 19 MiB and cannot be cancelled meanwhile; the request counts as soon as it is over. All are
//! volatile, so that no plan holds a result.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::ShareError;
use share_core::password::{SALT, hash, verify};

use crate::random;
use crate::report::{refused, report};

/// Gives the PHC text of a password.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn password_hash(password: &str) -> Result<String, ErrorReport> {
    let salt: [u8; SALT] = random::bytes()?;
    hash(password, &salt).map_err(|error| told(&error))
}

/// Tells whether a password is the one of a PHC text; without one, or without a password, false after the same work.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn password_verify(password: Option<&str>, hash: Option<&str>) -> Result<bool, ErrorReport> {
    verify(password.unwrap_or_default(), hash).map_err(|error| told(&error))
}

fn told(error: &ShareError) -> ErrorReport {
    match error {
        ShareError::OutOfMemory => refused(
            PgSqlErrorCode::ERRCODE_OUT_OF_MEMORY,
            "there is no memory to check a password",
        )
        .set_detail("one check takes 19 MiB"),
        error => report(error),
    }
}
