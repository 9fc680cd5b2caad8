//! What ends or replaces a signing key: asked with what hangs on it.

use serde::Deserialize;
use serde_json::Value;

use super::Details;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::message::{Number, Reply};
use crate::question::Question;
use crate::screen::lifetime::interval;

const ROTATE: &str = "rotate-key";
const PREPARE: &str = "prepare-key";
const REVOKE: &str = "revoke-key";

/// What hangs on a key.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Reach {
    pub(super) deliveries: u64,
    pub(super) accounts: u64,
    pub(super) delivery_names: Vec<String>,
    pub(super) shares: u64,
    pub(super) is_exact: bool,
    pub(super) longest_lifetime: Option<String>,
    pub(super) ends_visits: bool,
}

impl Reach {
    /// The deliveries in a line.
    pub(super) fn served(&self) -> String {
        if self.deliveries == 0 {
            return "no delivery signs with it".to_owned();
        }
        let many = number(self.deliveries, "delivery", "deliveries");
        format!("{many} of {}", number(self.accounts, "account", "accounts"))
    }

    /// The shares in a line.
    pub(super) fn shares(&self) -> String {
        let least = if self.is_exact { "" } else { "at least " };
        format!(
            "{least}{}",
            number(self.shares, "living share", "living shares")
        )
    }

    /// How long URLs live that it signs now; none where no delivery signs with it.
    pub(super) fn lifetime(&self) -> Option<String> {
        self.longest_lifetime.as_deref().map(interval)
    }
}

fn number(many: u64, one: &str, more: &str) -> String {
    format!("{many} {}", if many == 1 { one } else { more })
}

/// What is wanted of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::screen) enum Want {
    /// Another key takes its place.
    Rotate,
    /// Another key is made, which waits.
    Prepare,
    /// It ends.
    Revoke,
}

/// A change of a key under way.
#[derive(Default)]
pub(in crate::screen) struct Change {
    kid: String,
    successor: Option<String>,
    want: Option<Want>,
    reading: Option<Number>,
    running: Option<Number>,
}

/// What a rotation gives.
#[derive(Deserialize)]
struct Rotated {
    kid: String,
}

impl Change {
    /// Begins: what hangs on the key is read first, then a question is put.
    pub(in crate::screen) fn ask(&mut self, want: Want, key: &Details, desk: &mut Desk) {
        key.kid.clone_into(&mut self.kid);
        self.successor.clone_from(&key.replaced_by);
        self.want = Some(want);
        let call = Call::read("signing_key_reach").with("kid", &key.kid);
        self.reading = Some(desk.ask(call));
    }

    /// Takes a reply in: true when something was changed, none if the reply is of another call.
    pub(in crate::screen) fn take(
        &mut self,
        reply: &Reply,
        desk: &mut Desk,
    ) -> Option<Result<bool, Problem>> {
        if self.reading == Some(reply.number) {
            self.reading = None;
            return Some(reply.rows::<Reach>().map(|mut rows| {
                if let Some(reach) = rows.pop() {
                    desk.put(self.question(&reach));
                }
                false
            }));
        }
        if self.running != Some(reply.number) {
            return None;
        }
        self.running = None;
        Some(self.changed(reply, desk).map(|()| true))
    }

    fn changed(&self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        let words = match self.want {
            Some(Want::Revoke) => {
                reply.rows::<Value>()?;
                format!("the key {} is revoked", self.kid)
            }
            want => {
                let made = reply.rows::<Rotated>()?.pop().map(|made| made.kid);
                let made = made.unwrap_or_default();
                match want {
                    Some(Want::Prepare) => {
                        format!("the key {made} waits for {} to be rotated", self.kid)
                    }
                    _ => format!("the key {made} signs now in the place of {}", self.kid),
                }
            }
        };
        desk.say(Tone::Done, words);
        Ok(())
    }

    fn question(&self, reach: &Reach) -> Question {
        let kid = &self.kid;
        match self.want {
            Some(Want::Revoke) => revocation(kid, reach),
            Some(Want::Prepare) => {
                Question::new(PREPARE, format!("Make a key that waits to replace {kid}?"))
                    .effect("Nothing signs with it yet, so that edges can learn it.")
                    .effect("Rotating afterwards puts it in use.")
            }
            _ => self.rotation(reach),
        }
    }

    fn rotation(&self, reach: &Reach) -> Question {
        let kid = &self.kid;
        let mut question = Question::new(ROTATE, format!("Rotate the key {kid}?"));
        question = match &self.successor {
            Some(waiting) => question.effect(format!(
                "The key {waiting}, which waits, signs from now on."
            )),
            None => question.effect("A new key signs from now on."),
        };
        if reach.deliveries > 0 {
            question = question.effect(format!("It takes over in {}:", reach.served()));
            question = named(question, reach);
            if self.successor.is_none() {
                question = question.effect(
                    "Edges that do not know the new key refuse its URLs: prepare one first.",
                );
            }
        }
        if reach.ends_visits {
            question
                .effect("The old key goes on for visits and recipients' links until it is revoked.")
        } else {
            let time = reach
                .lifetime()
                .map_or(String::new(), |time| format!(": {time}"));
            question.effect(format!(
                "The old key verifies until its last URL has ended{time}."
            ))
        }
    }

    /// A question was answered with yes; false if it was another one's.
    pub(in crate::screen) fn answered(&mut self, tag: &str, desk: &mut Desk) -> bool {
        let call = match tag {
            ROTATE => Call::write("signing_key_rotate").with("kid", &self.kid),
            PREPARE => Call::write("signing_key_rotate")
                .with("kid", &self.kid)
                .with("standby", true),
            REVOKE => Call::write("signing_key_revoke").with("kid", &self.kid),
            _ => return false,
        };
        self.running = Some(desk.ask(call));
        true
    }
}

fn revocation(kid: &str, reach: &Reach) -> Question {
    let mut question = Question::new(REVOKE, format!("Revoke the key {kid} for good?"));
    if reach.deliveries > 0 {
        question = question.effect(format!(
            "No URLs for {} until another key is named in {}:",
            reach.shares(),
            reach.served()
        ));
        question = named(question, reach);
    } else if !reach.ends_visits {
        question = question.effect("No delivery signs with it now.");
    }
    if !reach.ends_visits {
        let time = reach
            .lifetime()
            .map_or(String::new(), |time| format!("; these live at most {time}"));
        question = question.effect(format!(
            "Edges take URLs that are out there until they forget the key{time}."
        ));
    }
    if reach.ends_visits {
        question = question.effect("Visits and recipients' links made with it are over at once.");
    }
    question.effect("This cannot be undone.").typed(kid)
}

/// The first deliveries by name.
fn named(question: Question, reach: &Reach) -> Question {
    const MOST: usize = 5;
    let names: Vec<&str> = reach
        .delivery_names
        .iter()
        .take(MOST)
        .map(String::as_str)
        .collect();
    let more = reach.deliveries.saturating_sub(names.len() as u64);
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    question.effect(format!("  {}{more}", names.join(", ")))
}
