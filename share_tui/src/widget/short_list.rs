//! A few rows that are there at once, with one of them selected.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::table::{self, Column};
use crate::action::Action;
use crate::look::Look;

/// Rows and the selected one.
pub struct ShortList<R: 'static> {
    columns: &'static [Column<R>],
    rows: Vec<R>,
    selected: usize,
    scrolled: usize,
    height: usize,
}

/// What is drawn beside the rows themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frill {
    /// Whether the headings of the columns are there.
    pub has_heading: bool,
    /// Whether keys act on the selected row now.
    pub is_focused: bool,
}

impl<R> ShortList<R> {
    /// No rows.
    #[must_use]
    pub fn new(columns: &'static [Column<R>]) -> Self {
        Self {
            columns,
            rows: Vec::new(),
            selected: 0,
            scrolled: 0,
            height: 1,
        }
    }

    /// Puts rows in place of those that were there.
    pub fn set(&mut self, rows: Vec<R>) {
        self.rows = rows;
        self.selected = self.selected.min(self.rows.len().saturating_sub(1));
    }

    /// Puts rows before the first one and keeps at most so many. The selection stays with its row, unless it is on the first.
    pub fn prepend(&mut self, mut rows: Vec<R>, at_most: usize) {
        let more = rows.len();
        rows.append(&mut self.rows);
        rows.truncate(at_most);
        self.rows = rows;
        if self.selected > 0 {
            self.selected += more;
            self.scrolled += more;
        }
        self.selected = self.selected.min(self.rows.len().saturating_sub(1));
    }

    /// Puts the rows in order. The selection stays with its row, unless it is on the first; a key belongs to one row.
    pub fn arrange<K: Ord>(&mut self, key: impl Fn(&R) -> K) {
        let held = self.rows.get(self.selected).map(&key);
        self.rows.sort_by_cached_key(&key);
        if self.selected > 0
            && let Some(held) = held
            && let Some(place) = self.rows.iter().position(|row| key(row) == held)
        {
            self.selected = place;
        }
    }

    /// The rows.
    #[must_use]
    pub fn all(&self) -> &[R] {
        &self.rows
    }

    /// The row that keys act on.
    #[must_use]
    pub fn selected(&self) -> Option<&R> {
        self.rows.get(self.selected)
    }

    /// The place of that row.
    #[must_use]
    pub fn place(&self) -> usize {
        self.selected
    }

    /// Selects a row, or the last one.
    pub fn select(&mut self, place: usize) {
        self.selected = place.min(self.rows.len().saturating_sub(1));
    }

    /// Moves as an action says; false if it moves nothing.
    pub fn act(&mut self, action: Action) -> bool {
        let last = self.rows.len().saturating_sub(1);
        let place = match action {
            Action::Down => self.selected + 1,
            Action::Up => match self.selected.checked_sub(1) {
                Some(place) => place,
                None => return false,
            },
            Action::PageDown => (self.selected + self.height).min(last),
            Action::PageUp => self.selected.saturating_sub(self.height),
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        };
        if place > last {
            return false;
        }
        self.selected = place;
        true
    }

    /// Draws the rows that fit.
    pub fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look, frill: Frill) {
        let heading = usize::from(frill.has_heading);
        self.height = usize::from(area.height).saturating_sub(heading).max(1);
        self.scrolled = self
            .scrolled
            .min(self.selected)
            .max((self.selected + 1).saturating_sub(self.height));
        let cells = area.width.saturating_sub(2);
        let mut lines = Vec::new();
        if frill.has_heading {
            let mut heading = table::heading(self.columns, cells, look);
            heading.spans.insert(0, Span::raw("  "));
            lines.push(heading);
        }
        let shown = self.rows.iter().enumerate().skip(self.scrolled);
        for (place, row) in shown.take(self.height) {
            let is_here = frill.is_focused && place == self.selected;
            let mut line: Line<'_> = table::row(self.columns, row, cells, look);
            line.spans
                .insert(0, Span::raw(if is_here { " >" } else { "  " }));
            if is_here {
                line = line.patch_style(look.selection());
            }
            lines.push(line);
        }
        frame.render_widget(Paragraph::new(lines), area);
    }
}

#[cfg(test)]
mod tests {
    use super::ShortList;
    use crate::action::Action;

    #[test]
    fn the_selection_stays_with_its_row_when_rows_come_before_it() {
        let mut rows = ShortList::new(&[]);
        rows.set(vec![3, 2, 1]);
        rows.prepend(vec![5, 4], 10);
        assert_eq!(Some(&5), rows.selected());
        assert!(rows.act(Action::Down));
        rows.prepend(vec![7, 6], 10);
        assert_eq!(Some(&4), rows.selected());
        rows.prepend(vec![8], 3);
        assert_eq!((&[8, 7, 6][..], Some(&6)), (rows.all(), rows.selected()));
    }

    #[test]
    fn the_selection_stays_with_its_row_when_rows_change_places() {
        let mut rows = ShortList::new(&[]);
        rows.set(vec![2, 3, 1]);
        rows.arrange(|row| *row);
        assert_eq!((&[1, 2, 3][..], Some(&1)), (rows.all(), rows.selected()));
        rows.select(1);
        rows.arrange(|row| -row);
        assert_eq!((&[3, 2, 1][..], Some(&2)), (rows.all(), rows.selected()));
        rows.prepend(vec![0], 10);
        rows.arrange(|row| *row);
        assert_eq!(Some(&2), rows.selected());
    }

    #[test]
    fn moves_end_at_the_ends() {
        let mut rows = ShortList::new(&[]);
        assert!(!rows.act(Action::Down));
        rows.set(vec![1, 2]);
        assert!(!rows.act(Action::Up));
        assert!(rows.act(Action::Last));
        assert!(!rows.act(Action::Down));
        rows.set(vec![1]);
        assert_eq!(Some(&1), rows.selected());
    }
}
