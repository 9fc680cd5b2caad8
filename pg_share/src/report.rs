//! What the core refuses, as a `PostgreSQL` error. Standard SQLSTATEs only; those of the PT class are raised in SQL.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::{PgLogLevel, PgSqlErrorCode};
use share_core::ShareError;

/// Turns a caller's mistake into 22023, with the constant message and the values in DETAIL.
pub(crate) fn report(error: &ShareError) -> ErrorReport {
    let mut report = refused(
        PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
        error.to_string(),
    );
    if let Some(detail) = error.detail() {
        report = report.set_detail(detail);
    }
    if let Some(hint) = error.hint() {
        report = report.set_hint(hint);
    }
    report
}

/// Warns that a URL could not be signed, with the reason in DETAIL.
pub(crate) fn report_left_out(error: &ShareError) {
    let reason = match error.detail() {
        Some(detail) => format!("{error}: {detail}"),
        None => error.to_string(),
    };
    refused(
        PgSqlErrorCode::ERRCODE_WARNING,
        "a URL of a share is left out",
    )
    .set_detail(reason)
    .report(PgLogLevel::WARNING);
}

/// Starts an error of this module's functions.
pub(crate) fn refused(
    code: PgSqlErrorCode,
    message: impl Into<std::borrow::Cow<'static, str>>,
) -> ErrorReport {
    ErrorReport::new(code, message, "pg_share")
}
