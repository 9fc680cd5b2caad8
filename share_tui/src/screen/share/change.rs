//! A change of the share, from the question with its effect to what takes it back.

use jiff::Timestamp;

use super::details::Details;
use super::inquiry::About;
use super::urls::Reached;
use crate::call::Call;
use crate::desk::Desk;
use crate::message::{Number, Reply};
use crate::question::Question;
use crate::screen::shares::deed::{Deed, Undo};

/// Lines of what can still be fetched that a question shows.
const MOST_LINES: usize = 6;

/// A change that is asked about.
pub(super) struct Change {
    pub(super) call: Call,
    words: String,
    effect: Vec<String>,
    pub(super) done: String,
    pub(super) undo: Option<Undo>,
    /// Where what is still out there is asked for first.
    reach: Option<Number>,
    /// Whether the share is gone afterwards.
    pub(super) ends_screen: bool,
}

impl Change {
    /// A change of its life.
    pub(super) fn deed(deed: Deed, call: Call, id: &str, details: &Details) -> Self {
        let question = deed.question(&details.name(id));
        Self {
            call,
            words: question.words,
            effect: question.effect,
            done: deed.done().to_owned(),
            undo: Undo::of(deed, id, details.end().as_deref()),
            reach: None,
            ends_screen: deed == Deed::Delete,
        }
    }

    /// A change that something had to be known for.
    pub(super) fn inquired(
        about: About,
        call: Call,
        id: &str,
        details: &Details,
        now: Timestamp,
    ) -> Self {
        let (words, effect, done) = match about {
            About::Revoke => return Self::deed(Deed::Revoke, call, id, details),
            About::Rotate => (
                format!("Give {} another address?", details.name(id)),
                "The id and all slugs stop leading there, visits by them end. Links of recipients go on. It cannot be undone.",
                "has another address",
            ),
            About::Extend => (
                format!("Extend {}?", details.name(id)),
                "The link opens for longer.",
                "has another end",
            ),
        };
        // An end that is over cannot come back.
        let old = details.expires_at;
        let undo = (about == About::Extend && old.is_none_or(|at| !at.is_past(now)))
            .then(|| Undo::of(Deed::Expire, id, details.end().as_deref()))
            .flatten();
        Self {
            call,
            words,
            effect: vec![effect.to_owned()],
            done: done.to_owned(),
            undo,
            reach: None,
            ends_screen: false,
        }
    }

    /// All locks by wrong passwords are lifted.
    pub(super) fn unlock(id: &str, details: &Details) -> Self {
        let who: Vec<&str> = details
            .locked
            .iter()
            .map(super::details::Lock::who)
            .collect();
        Self {
            call: Call::write("share_lock_clear").with("id", id),
            words: format!("Unlock {}?", details.name(id)),
            effect: vec![format!(
                "Wrong passwords are forgotten; locked out now: {}",
                who.join(", ")
            )],
            done: "unlocked".to_owned(),
            undo: None,
            reach: None,
            ends_screen: false,
        }
    }

    /// Asks what is still out there, and the question then.
    pub(super) fn look(&mut self, id: &str, desk: &mut Desk) {
        self.reach = Some(desk.ask(Call::read("share_reach").with("id", id)));
    }

    /// Puts the question.
    pub(super) fn ask(&self, desk: &mut Desk) {
        let question = Question::new("change", &self.words);
        desk.put(self.effect.iter().fold(question, Question::effect));
    }

    /// Takes what is still out there; true if the reply was that.
    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> bool {
        if self.reach != Some(reply.number) {
            return false;
        }
        self.reach = None;
        match reply.rows::<Reached>() {
            Ok(reached) if reached.is_empty() => {
                self.effect
                    .push("No signed URL that was given out plays any more.".to_owned());
            }
            Ok(reached) => {
                self.effect.push("Still out there, at most:".to_owned());
                let lines = reached
                    .iter()
                    .take(MOST_LINES)
                    .map(|reached| format!("  {}", reached.told(desk.now())));
                self.effect.extend(lines);
                if let Some(more) = reached
                    .len()
                    .checked_sub(MOST_LINES)
                    .filter(|more| *more > 0)
                {
                    self.effect
                        .push(format!("  and {more} more, in the part URLs"));
                }
            }
            Err(problem) => self
                .effect
                .push(format!("What is still out there is not known: {problem}")),
        }
        self.ask(desk);
        true
    }
}
