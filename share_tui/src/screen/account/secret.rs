//! An API key that was just made: shown once, and forgotten when the screen is left.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Wrap};

use crate::action::Action;
use crate::desk::{Desk, Effect};
use crate::keymap::Context;
use crate::look::Look;
use crate::question::Question;
use crate::screen::{Entry, Event, Screen};
use crate::text::clean;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "secret",
    words: "an API key that was just made",
    contexts: &[Context::Secret, Context::Everywhere],
    open: None,
};

/// An API key that was just made.
pub struct Secret {
    name: String,
    key: String,
    was_copied: bool,
}

impl Secret {
    /// The key and what it is for.
    #[must_use]
    pub fn new(name: String, key: String) -> Self {
        Self {
            name,
            key,
            was_copied: false,
        }
    }
}

impl Screen for Secret {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("API key {}", self.name)
    }

    fn offers(&self, action: Action) -> bool {
        action != Action::Refresh
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Action(Action::Copy) => {
                self.was_copied = true;
                desk.perform(Effect::Copy(self.key.clone()));
            }
            Event::Action(Action::Back) if self.was_copied => desk.back(),
            Event::Action(Action::Back) => desk.put(
                Question::new("forget", "Leave without having copied the key?")
                    .effect("Nobody can show it again; a lost key is replaced by a new one."),
            ),
            Event::Answered {
                tag: "forget",
                yes: true,
            } => desk.back(),
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let lines = vec![
            Line::from("This is the key. It is shown now and never again:"),
            Line::default(),
            // The key stands alone on its lines, so that it can also be selected.
            Line::styled(clean(&self.key), look.heading()),
            Line::default(),
            Line::from(if self.was_copied {
                "It was sent to the terminal's clipboard. Not every terminal takes it: look before you leave."
            } else {
                "y sends it to the terminal's clipboard."
            }),
            Line::styled("Only its hash is stored.", look.muted()),
        ];
        frame.render_widget(Paragraph::new(lines).wrap(Wrap { trim: false }), area);
    }
}
