//! The first line of every function that needs the tables.

use std::cell::Cell;

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::fresh_scan::{self, Stamp};
use crate::migration;
use crate::report::refused;

thread_local! {
    /// The statement for which the tables were last found, and their version.
    static FOUND: Cell<Option<(Stamp, i32)>> = const { Cell::new(None) };
}

/// Makes sure that the library, with its settings, is loaded and the tables are those that the functions of this version work
/// with; 55000 otherwise.
#[pg_extern(schema = "share", name = "ready", stable, parallel_safe)]
fn ready_2() -> Result<(), ErrorReport> {
    require(migration::LATEST)
}

/// Does the same for the functions of 0.1.0, which this library serves until the extension is updated.
#[pg_extern(schema = "share", sql = false)]
fn ready() -> Result<(), ErrorReport> {
    require(1)
}

fn require(needed: i32) -> Result<(), ErrorReport> {
    let now = Stamp::now();
    if FOUND.get() == Some((now, needed)) {
        return Ok(());
    }
    let version =
        fresh_scan::first(c"schema_info", None, |row| row.get::<i32>(c"version")).flatten();
    if version == Some(needed) {
        FOUND.set(Some((now, needed)));
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
        .set_detail(format!("tables: {version}, extension: {needed}")),
    }
    .set_hint(if version > Some(needed) {
        "alter extension pg_share update"
    } else {
        "select share.migrate()"
    }))
}
