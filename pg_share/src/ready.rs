//! The first line of every function that needs the tables.

use std::cell::Cell;

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::fresh_scan::{self, Stamp};
use crate::migration;
use crate::report::refused;

thread_local! {
    /// The statement for which the tables were last found in order.
    static FOUND: Cell<Option<Stamp>> = const { Cell::new(None) };
}

/// Makes sure that the library, with its settings, is loaded and the tables are those that it works with; 55000 otherwise.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn ready() -> Result<(), ErrorReport> {
    let now = Stamp::now();
    if FOUND.get() == Some(now) {
        return Ok(());
    }
    let version =
        fresh_scan::first(c"schema_info", None, |row| row.get::<i32>(c"version")).flatten();
    if version == Some(migration::LATEST) {
        FOUND.set(Some(now));
        return Ok(());
    }
    Err(match version {
        None => refused(
            PgSqlErrorCode::ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE,
            "the tables of pg_share are missing",
        ),
        Some(version) => refused(
            PgSqlErrorCode::ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE,
            "the tables of pg_share are of another version",
        )
        .set_detail(format!(
            "tables: {version}, extension: {}",
            migration::LATEST
        )),
    }
    .set_hint(if version > Some(migration::LATEST) {
        "alter extension pg_share update"
    } else {
        "select share.migrate()"
    }))
}
