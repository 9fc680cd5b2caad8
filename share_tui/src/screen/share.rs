//! One share: what it is and where it leads.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use serde_json::Value;

use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::Number;
use crate::question::Question;
use crate::text::{clean, fit};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "share",
    words: "one share",
    contexts: &[Context::Share, Context::Everywhere],
    open: None,
};

/// One share.
pub struct Share {
    id: String,
    fields: Vec<(String, Value)>,
    awaited: Option<Number>,
    changing: Option<Number>,
}

impl Share {
    /// A share by its id.
    #[must_use]
    pub fn new(id: String) -> Self {
        Self {
            id,
            fields: Vec::new(),
            awaited: None,
            changing: None,
        }
    }

    fn read(&mut self, desk: &mut Desk) {
        self.awaited = Some(desk.ask(Call::read("share_get").with("id", &self.id)));
    }
}

impl Screen for Share {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("share {}", self.id)
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened
            | Event::Returned
            | Event::Reconnected
            | Event::Action(Action::Refresh) => self.read(desk),
            Event::Reply(reply) if self.awaited == Some(reply.number) => {
                match reply.rows::<serde_json::Map<String, Value>>() {
                    Ok(rows) => {
                        self.fields = rows.into_iter().flatten().collect();
                    }
                    Err(problem) => desk.say(Tone::Problem, problem.to_string()),
                }
            }
            Event::Reply(reply) if self.changing == Some(reply.number) => match reply.result {
                Ok(_) => {
                    desk.say(Tone::Done, "revoked");
                    self.read(desk);
                }
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            },
            Event::Action(Action::Revoke) => desk.put(
                Question::new("revoke", "Revoke this share?")
                    .effect("Its link ends now and for good; signed URLs end with their time."),
            ),
            Event::Answered {
                tag: "revoke",
                yes: true,
            } => {
                let call = Call::write("share_revoke").with("id", &self.id);
                self.changing = Some(desk.ask(call));
            }
            Event::Action(Action::Back) => desk.back(),
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, _look: &Look) {
        let lines = self.fields.iter().filter(|(_, value)| !value.is_null());
        let lines: Vec<Line<'_>> = lines
            .map(|(name, value)| {
                let text = match value {
                    Value::String(text) => clean(text),
                    other => clean(&other.to_string()),
                };
                Line::from(format!("{} {text}", fit(name, 26)))
            })
            .collect();
        frame.render_widget(Paragraph::new(lines), area);
    }
}
