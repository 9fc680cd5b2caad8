//! A list whose rows take several lines each, under no headings.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use serde::de::DeserializeOwned;

use super::List;
use crate::look::Look;

impl<R: DeserializeOwned> List<R> {
    /// Draws each row as the lines that `card` makes of it in so many cells; there is at least one.
    pub fn view_cards(
        &mut self,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look,
        card: impl Fn(&R, u16) -> Vec<Line<'static>>,
    ) {
        if self.rows.is_empty() {
            let words = format!("  {}", self.absence());
            frame.render_widget(Line::styled(words, look.muted()), area);
            return;
        }
        let cells = area.width.saturating_sub(2);
        let room = usize::from(area.height);
        let drawn = |place: usize| self.rows.get(place).map(|row| card(row, cells));
        self.scrolled = self.scrolled.min(self.selected);
        let mut cards: Vec<Vec<Line<'static>>> =
            (self.scrolled..=self.selected).filter_map(drawn).collect();
        let mut taken: usize = cards.iter().map(Vec::len).sum();
        // The selected one is seen as a whole, or from its beginning.
        while taken > room && cards.len() > 1 {
            taken -= cards.remove(0).len();
            self.scrolled += 1;
        }
        while taken < room
            && let Some(next) = drawn(self.scrolled + cards.len())
        {
            taken += next.len();
            cards.push(next);
        }
        self.height = cards.len();
        let mut lines = Vec::new();
        for (place, card) in (self.scrolled..).zip(cards) {
            let is_selected = place == self.selected && !self.is_stale;
            for (number, mut line) in card.into_iter().enumerate() {
                let is_head = is_selected && number == 0;
                line.spans
                    .insert(0, Span::raw(if is_head { " >" } else { "  " }));
                if is_head {
                    line = line.patch_style(look.selection());
                }
                lines.push(line);
            }
        }
        frame.render_widget(Paragraph::new(lines), area);
    }
}
