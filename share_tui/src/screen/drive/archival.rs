//! Archives an attribute after a question, and takes it back without one.

use serde_json::{Value, json};

use super::definition::Definition;
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::message::{Number, Reply};
use crate::question::Question;

const TAG: &str = "archive-attribute";

/// An attribute on its way into the archive or out of it.
#[derive(Default)]
pub(super) struct Archival {
    asked: Option<Call>,
    running: Option<(Number, &'static str)>,
}

impl Archival {
    /// Whether an action on an attribute makes sense for it.
    pub(super) fn offers(action: Action, attribute: &Definition) -> bool {
        match action {
            Action::Archive => !attribute.archived,
            Action::Restore => attribute.archived,
            _ => true,
        }
    }

    /// Does what a key means; false if that is another thing.
    pub(super) fn act(&mut self, action: Action, attribute: &Definition, desk: &mut Desk) -> bool {
        let patch = |archived: bool| {
            Call::write("attribute_update")
                .with("id", &attribute.id)
                .with("account_id", &attribute.account_id)
                .with("patch", json!({ "archived": archived }))
        };
        match action {
            Action::Archive => {
                self.asked = Some(patch(true));
                let words = format!("Archive the attribute {}?", attribute.title());
                desk.put(
                    Question::new(TAG, words)
                        .effect("What files have of it is kept, and neither shown nor set.")
                        .effect("It can be taken back at any time."),
                );
            }
            Action::Restore => {
                let words = "the attribute is in use again";
                self.running = Some((desk.ask(patch(false)), words));
            }
            _ => return false,
        }
        true
    }

    /// A question was answered with yes.
    pub(super) fn answered(&mut self, tag: &str, desk: &mut Desk) {
        if tag == TAG
            && let Some(call) = self.asked.take()
        {
            self.running = Some((desk.ask(call), "the attribute is archived"));
        }
    }

    /// Takes a reply in; none if it is of another call.
    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        let (_, words) = self
            .running
            .take_if(|(number, _)| *number == reply.number)?;
        let done = reply.rows::<Value>();
        if done.is_ok() {
            desk.say(Tone::Done, words);
        }
        Some(done.map(drop))
    }
}
