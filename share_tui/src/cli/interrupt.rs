//! What ctrl-C does: the first stops what runs where it may be stopped, the second ends the program at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::{io, thread};

use share_connect::Cancel;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::failure::INTERRUPTED;

/// Whether the operator has asked to stop.
#[derive(Debug, Clone, Default)]
pub(super) struct Interrupt {
    asked: Arc<AtomicBool>,
    /// A question waits for its answer: nothing is under way that could be stopped.
    waits: Arc<AtomicBool>,
    running: Arc<Mutex<Option<Cancel>>>,
}

impl Interrupt {
    /// Hears signals from now on.
    pub(super) fn hear() -> io::Result<Self> {
        let interrupt = Self::default();
        let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
        let heard = interrupt.clone();
        thread::spawn(move || {
            for _ in signals.forever() {
                if heard.asked.swap(true, Ordering::SeqCst) || heard.waits.load(Ordering::SeqCst) {
                    std::process::exit(i32::from(INTERRUPTED));
                }
                let running = heard.running.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(cancel) = running.as_ref() {
                    // If it cannot be cancelled, it ends by itself or by the second signal.
                    let _ = cancel.cancel();
                }
            }
        });
        Ok(interrupt)
    }

    /// Waits for an answer, which a signal ends together with the program.
    pub(super) fn ends_while<T>(&self, waiting: impl FnOnce() -> T) -> T {
        self.waits.store(true, Ordering::SeqCst);
        let answer = waiting();
        self.waits.store(false, Ordering::SeqCst);
        answer
    }

    /// Whether it is time to stop.
    pub(super) fn is_asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }

    /// Has a signal cancel what the session does; none lets it come to its end.
    pub(super) fn cancels(&self, running: Option<Cancel>) {
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) = running;
    }
}
