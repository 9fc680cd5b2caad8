//! A part of the overview that is read for itself: what was read last, or what went wrong.

use serde::de::DeserializeOwned;

use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::message::{Number, Reply};

/// A part and its call.
pub(super) struct Slot<T> {
    awaited: Option<Number>,
    /// What was read last.
    pub(super) value: Option<T>,
    /// What went wrong when it was read last.
    pub(super) problem: Option<Problem>,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self {
            awaited: None,
            value: None,
            problem: None,
        }
    }
}

impl<T> Slot<T> {
    /// Reads it; what is there stays until the answer comes.
    pub(super) fn ask(&mut self, call: Call, desk: &mut Desk) {
        self.awaited = Some(desk.ask(call));
    }

    /// Forgets what is there: it is of something else.
    pub(super) fn clear(&mut self) {
        self.value = None;
        self.problem = None;
    }

    /// Takes an answer in; false if it is of another call.
    pub(super) fn take<R: DeserializeOwned>(
        &mut self,
        reply: &Reply,
        made: impl FnOnce(Vec<R>) -> Option<T>,
    ) -> bool {
        if self.awaited != Some(reply.number) {
            return false;
        }
        self.awaited = None;
        match reply.rows::<R>() {
            Ok(rows) => {
                self.value = made(rows);
                self.problem = None;
            }
            // Old figures beside a problem would pass for new ones.
            Err(problem) => {
                self.value = None;
                self.problem = Some(problem);
            }
        }
        true
    }
}
