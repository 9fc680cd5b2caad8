//! The parts of a screen, one of which is shown.

use ratatui::text::{Line, Span};

use crate::action::Action;
use crate::look::Look;

/// Which of so many parts is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    names: &'static [&'static str],
    /// The place of the part.
    pub chosen: usize,
}

impl Parts {
    /// The first of these.
    #[must_use]
    pub const fn new(names: &'static [&'static str]) -> Self {
        Self { names, chosen: 0 }
    }

    /// Goes to the next or the previous part; false if the action is none of these.
    pub fn act(&mut self, action: Action) -> bool {
        let many = self.names.len();
        match action {
            Action::NextPart => self.chosen = (self.chosen + 1) % many,
            Action::PreviousPart => self.chosen = (self.chosen + many - 1) % many,
            _ => return false,
        }
        true
    }

    /// The names, with a mark around the chosen one that needs no colour.
    #[must_use]
    pub fn line(&self, look: &Look) -> Line<'static> {
        let mut spans = Vec::new();
        for (place, name) in self.names.iter().enumerate() {
            spans.push(if place == self.chosen {
                Span::styled(format!("[{name}]"), look.heading())
            } else {
                Span::styled(format!(" {name} "), look.muted())
            });
        }
        Line::from(spans)
    }
}
