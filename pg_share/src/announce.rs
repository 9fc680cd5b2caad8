//! Tells listeners that there are events, when they commit, and each backend at most once a second.
//!
//! Notifying makes commits wait for each other, so not every event may do it. Whether it is time is asked at the commit
//! and not when the event is written: a transaction may last. Must not tell what happened; who listens reads that.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use pgrx::prelude::*;
use pgrx::{PgXactCallbackEvent, register_xact_callback};

use crate::settings;

/// How long a backend keeps quiet after an announcement.
const PAUSE: Duration = Duration::from_secs(1);

/// What this backend has announced.
#[derive(Default)]
struct Announced {
    /// When a transaction that announced committed last.
    last: Option<Instant>,
    /// Whether the present transaction has announced, which counts once it has committed.
    now: bool,
    /// Whether the end of the present transaction is waited for.
    watched: bool,
}

thread_local! {
    static ANNOUNCED: RefCell<Announced> = RefCell::default();
}

/// Notifies, unless the last time was only just. An error here ends the transaction as any other does.
fn announce() {
    let due = ANNOUNCED.with_borrow(|announced| {
        announced.watched && announced.last.is_none_or(|last| last.elapsed() >= PAUSE)
    });
    if due {
        if let Err(failure) = Spi::run("notify pg_share_event") {
            error!("events could not be announced: {failure}");
        }
        ANNOUNCED.with_borrow_mut(|announced| announced.now = true);
    }
}

fn forget() {
    ANNOUNCED.with_borrow_mut(|announced| {
        announced.now = false;
        announced.watched = false;
    });
}

/// Has the transaction announce that it has written events, if it commits.
#[pg_extern(schema = "share", volatile, parallel_unsafe)]
fn event_announce() {
    if !settings::event_notify() || ANNOUNCED.with_borrow(|announced| announced.watched) {
        return;
    }
    ANNOUNCED.with_borrow_mut(|announced| announced.watched = true);
    // Not before a prepare: a transaction that has notified cannot be prepared.
    register_xact_callback(PgXactCallbackEvent::PreCommit, announce);
    register_xact_callback(PgXactCallbackEvent::Commit, || {
        ANNOUNCED.with_borrow_mut(|announced| {
            if announced.now {
                announced.last = Some(Instant::now());
            }
        });
        forget();
    });
    for end in [PgXactCallbackEvent::Abort, PgXactCallbackEvent::Prepare] {
        register_xact_callback(end, forget);
    }
}
