//! A search in what is said, and which of its hits the transcript is at.

use super::super::part::of_file;
use super::utterance::{HITS, Utterance};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::message::Reply;
use crate::widget::list::List;

/// A search.
pub(super) struct Search {
    pub(super) words: String,
    pub(super) hits: List<Utterance>,
    /// Whether the hits stand in the place of the transcript.
    pub(super) is_listed: bool,
    /// Whether the transcript goes to the hit as soon as its page has come.
    goes: bool,
}

impl Search {
    /// Searches a file for words.
    pub(super) fn begin(id: &str, words: &str, desk: &mut Desk) -> Self {
        let mut search = Self {
            words: words.to_owned(),
            hits: List::new(&HITS),
            is_listed: true,
            goes: false,
        };
        let call = search.call(id);
        search.hits.restart(call, desk);
        search
    }

    fn call(&self, id: &str) -> Call {
        of_file("transcript_search", id).with("query", &self.words)
    }

    /// Moves in the hits.
    pub(super) fn act(&mut self, action: Action, id: &str, desk: &mut Desk) {
        let call = self.call(id);
        self.hits.act(action, || call, desk);
    }

    /// Goes to the next hit or the one before; true if it is there already.
    pub(super) fn step(&mut self, action: Action, id: &str, desk: &mut Desk) -> bool {
        let was = self.hits.number();
        self.act(action, id, desk);
        self.goes = self.hits.is_turning();
        if !self.goes && was == self.hits.number() && !self.is_listed {
            let end = if action == Action::Down {
                "last"
            } else {
                "first"
            };
            desk.say(Tone::Info, format!("that is the {end} hit"));
        }
        !self.goes
    }

    /// Takes a page of hits; true if the transcript is to go to the one that is selected.
    pub(super) fn take(&mut self, reply: &Reply) -> Option<Result<bool, Problem>> {
        let taken = self.hits.take(reply)?;
        let goes = std::mem::take(&mut self.goes);
        Some(taken.map(|()| goes))
    }

    /// How far it is.
    pub(super) fn told(&self) -> String {
        let at = match (self.hits.rows().is_empty(), self.hits.is_loaded()) {
            (false, _) => {
                let more = if self.hits.goes_on() { "+" } else { "" };
                let known = self.hits.known();
                format!("hit {} of {known}{more}", self.hits.number())
            }
            (true, true) => "no hits".to_owned(),
            (true, false) if self.hits.is_stale() => "searching…".to_owned(),
            (true, false) => "no search was made".to_owned(),
        };
        format!("{at} for {} (esc leaves the search)", self.words)
    }
}
