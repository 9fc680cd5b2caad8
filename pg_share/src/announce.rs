//! Keeps when this backend last told listeners that there are events, so that it does so at most once a second.
//!
//! Notifying makes commits wait for each other, so not every event may do it. Must not notify itself; SQL does.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use pgrx::prelude::*;
use pgrx::{
    PgSubXactCallbackEvent, PgXactCallbackEvent, register_subxact_callback, register_xact_callback,
};

use crate::settings;

/// How long a backend keeps quiet after an announcement.
const PAUSE: Duration = Duration::from_secs(1);

/// What this backend has announced.
#[derive(Default)]
struct Announced {
    /// When a transaction that announced committed last.
    committed: Option<Instant>,
    /// Whether the present transaction announces when it commits.
    pending: bool,
    /// Whether the end of the present transaction is waited for.
    watched: bool,
}

thread_local! {
    static ANNOUNCED: RefCell<Announced> = RefCell::default();
}

/// Waits for the end of the transaction, and of the parts of it that may be rolled back.
fn watch() {
    register_xact_callback(PgXactCallbackEvent::Commit, || {
        ANNOUNCED.with_borrow_mut(|announced| {
            if announced.pending {
                announced.committed = Some(Instant::now());
            }
            announced.pending = false;
            announced.watched = false;
        });
    });
    for end in [PgXactCallbackEvent::Abort, PgXactCallbackEvent::Prepare] {
        register_xact_callback(end, || {
            ANNOUNCED.with_borrow_mut(|announced| {
                announced.pending = false;
                announced.watched = false;
            });
        });
    }
    // The announcement may have gone with it. One more is harmless: equal ones of a transaction are sent once.
    register_subxact_callback(PgSubXactCallbackEvent::AbortSub, |_, _| {
        ANNOUNCED.with_borrow_mut(|announced| announced.pending = false);
    });
}

/// Tells whether an event that is written now is to be announced, and takes it that it will be.
#[pg_extern(schema = "share", volatile, parallel_unsafe)]
fn event_announce_due() -> bool {
    if !settings::event_notify() {
        return false;
    }
    let (due, watched) = ANNOUNCED.with_borrow_mut(|announced| {
        let quiet = announced
            .committed
            .is_none_or(|last| last.elapsed() >= PAUSE);
        let due = quiet && !announced.pending;
        let watched = announced.watched;
        if due {
            announced.pending = true;
            announced.watched = true;
        }
        (due, watched)
    });
    if due && !watched {
        watch();
    }
    due
}
