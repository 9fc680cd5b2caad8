//! Random bytes of the operating system.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::report::refused;

/// Gives bytes that nobody can foresee.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], ErrorReport> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| {
        refused(
            PgSqlErrorCode::ERRCODE_SYSTEM_ERROR,
            "the system gave no random bytes",
        )
    })?;
    Ok(bytes)
}
