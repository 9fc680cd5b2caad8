//! Which comments are shown, and in which order. Pure.

use super::filter::Filter;
use crate::call::Call;

/// The states to choose from.
pub(super) const STATES: &[&str] = &["all", "open", "resolved"];

/// So many replies of each thread are shown below it; the others when it is opened.
const REPLIES: usize = 3;

/// Which comments, and in which order.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    /// One thread, by one of its comments; none where all are shown.
    pub(super) thread: Option<String>,
    /// The place of the state.
    pub(super) state: usize,
    /// Whether those with a time come in its order, or all of them the newest first.
    pub(super) is_by_time: bool,
    /// The filter as it was written.
    pub(super) line: String,
    /// What was meant by that.
    pub(super) filter: Filter,
}

impl Wanted {
    /// The call for those on a file.
    pub(super) fn call(&self, file: &str) -> Call {
        let call = Call::read("comment_list").with("file_id", file);
        if let Some(thread) = &self.thread {
            return call.with("thread", thread);
        }
        let resolved = match self.state {
            0 => None,
            state => Some(state == 2),
        };
        let call = self.filter.onto(call.maybe("resolved", resolved));
        let call = call.with("replies", REPLIES);
        match (&self.filter.near, self.is_by_time) {
            (Some(_), _) => call,
            (None, true) => call.with("sort", "at_seconds"),
            (None, false) => call.with("direction", "desc"),
        }
    }

    /// Their order and the filter, in words.
    pub(super) fn words(&self) -> String {
        let order = match (&self.filter.near, self.is_by_time) {
            (Some(_), _) => "nearest first",
            (None, true) => "by time, those that have one",
            (None, false) => "newest first",
        };
        if self.line.is_empty() {
            order.to_owned()
        } else {
            format!("{order} · filter: {}", self.line)
        }
    }
}
