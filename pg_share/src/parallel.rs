//! Whether several processes carry out a statement: its leader, too, must then leave some things undone.
#![expect(unsafe_code, reason = "a function of the server is declared")]

use pgrx::prelude::*;

unsafe extern "C" {
    // Declared again because that of pgrx is unsafe to call: it only reads the state of this transaction (xact.c).
    safe fn IsInParallelMode() -> bool;
}

/// Tells whether the statement is one that several processes carry out, in which no setting can be made.
#[pg_extern(schema = "share", stable, parallel_safe)]
fn is_parallel() -> bool {
    IsInParallelMode()
}
