//! Lines that are longer than their place, and how far they are scrolled.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::action::Action;
use crate::look::Look;

/// How far lines are scrolled.
#[derive(Debug, Default, Clone, Copy)]
pub struct Page {
    scrolled: usize,
    height: usize,
    many: usize,
}

impl Page {
    /// Scrolls as an action says; false if it is none of these.
    pub fn act(&mut self, action: Action) -> bool {
        let most = self.many.saturating_sub(self.height);
        let wanted = match action {
            Action::Down => self.scrolled + 1,
            Action::Up => self.scrolled.saturating_sub(1),
            Action::PageDown => self.scrolled + self.height,
            Action::PageUp => self.scrolled.saturating_sub(self.height),
            Action::First => 0,
            Action::Last => most,
            _ => return false,
        };
        self.scrolled = wanted.min(most);
        true
    }

    /// Goes back to the first line.
    pub fn rewind(&mut self) {
        self.scrolled = 0;
    }

    /// Draws the lines that are in sight, and says below them how many more there are.
    pub fn view(
        &mut self,
        mut lines: Vec<Line<'static>>,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look,
    ) {
        let room = usize::from(area.height);
        self.many = lines.len();
        self.height = if self.many > room {
            room.saturating_sub(1).max(1)
        } else {
            room
        };
        self.scrolled = self.scrolled.min(self.many.saturating_sub(self.height));
        let below = self.many.saturating_sub(self.scrolled + self.height);
        let mut shown: Vec<Line<'static>> = lines.drain(self.scrolled..self.many - below).collect();
        if self.many > room && room > 1 {
            let words = match below {
                0 => "the end".to_owned(),
                below => format!("{below} more lines; down goes on"),
            };
            shown.push(Line::styled(words, look.muted()));
        }
        frame.render_widget(Paragraph::new(shown), area);
    }
}
