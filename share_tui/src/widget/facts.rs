//! Facts under each other: a label and what there is to say, scrolled where there are too many.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::form::broken;
use crate::action::Action;
use crate::look::Look;
use crate::text::fit;

/// A fact. It is cleaned when it is drawn.
pub struct Fact {
    label: &'static str,
    text: String,
    style: Style,
}

impl Fact {
    /// A fact in a style.
    #[must_use]
    pub fn new(label: &'static str, text: impl Into<String>, style: Style) -> Self {
        Self {
            label,
            text: text.into(),
            style,
        }
    }

    /// A fact in plain text.
    #[must_use]
    pub fn plain(label: &'static str, text: impl Into<String>) -> Self {
        Self::new(label, text, Style::new())
    }
}

/// How far facts are scrolled.
#[derive(Debug, Default)]
pub struct Facts {
    scrolled: u16,
    height: u16,
}

impl Facts {
    /// Scrolls as an action says; false if it does not scroll.
    pub fn act(&mut self, action: Action) -> bool {
        self.scrolled = match action {
            Action::Down => self.scrolled.saturating_add(1),
            Action::Up => self.scrolled.saturating_sub(1),
            Action::PageDown => self.scrolled.saturating_add(self.height),
            Action::PageUp => self.scrolled.saturating_sub(self.height),
            Action::First => 0,
            Action::Last => u16::MAX / 2,
            _ => return false,
        };
        true
    }

    /// Draws facts with labels of so many cells.
    pub fn view(
        &mut self,
        facts: &[Fact],
        label: usize,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look,
    ) {
        let cells = usize::from(area.width).saturating_sub(label + 2).max(1);
        let mut lines = Vec::new();
        for fact in facts {
            for (place, text) in broken(&fact.text, cells).into_iter().enumerate() {
                let label_text = if place == 0 { fact.label } else { "" };
                lines.push(Line::from(vec![
                    Span::styled(format!(" {} ", fit(label_text, label)), look.muted()),
                    Span::styled(text, fact.style),
                ]));
            }
        }
        self.height = area.height;
        let many = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        self.scrolled = self.scrolled.min(many.saturating_sub(area.height));
        frame.render_widget(Paragraph::new(lines).scroll((self.scrolled, 0)), area);
    }
}
