//! Rows that are all there, with columns as a table has them; one of them is selected.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::table::{self, Column};
use crate::action::Action;
use crate::look::Look;

/// Rows and where the selection is.
pub struct Rows<R: 'static> {
    columns: &'static [Column<R>],
    /// The rows.
    pub rows: Vec<R>,
    selected: usize,
    scrolled: usize,
    height: usize,
    is_still: bool,
}

impl<R> Rows<R> {
    /// No rows.
    #[must_use]
    pub fn new(columns: &'static [Column<R>]) -> Self {
        Self {
            columns,
            rows: Vec::new(),
            selected: 0,
            scrolled: 0,
            height: 1,
            is_still: false,
        }
    }

    /// No rows, none of which will be selected.
    #[must_use]
    pub fn still(columns: &'static [Column<R>]) -> Self {
        Self {
            is_still: true,
            ..Self::new(columns)
        }
    }

    /// Puts other rows in the place of these; the selection stays where it is.
    pub fn put(&mut self, rows: Vec<R>) {
        self.rows = rows;
        self.selected = self.selected.min(self.rows.len().saturating_sub(1));
    }

    /// Puts other rows in the place of these; the selection goes with its row if that is still there.
    pub fn put_anew(&mut self, rows: Vec<R>, id: fn(&R) -> &str) {
        let held = self.selected().map(|row| id(row).to_owned());
        self.put(rows);
        let place = self
            .rows
            .iter()
            .position(|row| held.as_deref() == Some(id(row)));
        self.selected = place.unwrap_or(self.selected);
    }

    /// Puts rows before the others; the selected row stays selected, unless it is the first, which follows what is new.
    pub fn put_before(&mut self, mut rows: Vec<R>) {
        if self.selected > 0 {
            self.selected += rows.len();
        }
        rows.append(&mut self.rows);
        self.rows = rows;
    }

    /// The row that keys act on.
    #[must_use]
    pub fn selected(&self) -> Option<&R> {
        self.rows.get(self.selected)
    }

    /// Whether the last row is selected.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.selected + 1 >= self.rows.len()
    }

    /// Moves as an action says; false if it is no move.
    pub fn act(&mut self, action: Action) -> bool {
        let last = self.rows.len().saturating_sub(1);
        self.selected = match action {
            Action::Down => (self.selected + 1).min(last),
            Action::Up => self.selected.saturating_sub(1),
            Action::PageDown => (self.selected + self.height).min(last),
            Action::PageUp => self.selected.saturating_sub(self.height),
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        };
        true
    }

    /// Draws headings and rows, or what is said where there are none.
    pub fn view(&mut self, frame: &mut Frame<'_>, area: Rect, nothing: &str, look: &Look) {
        self.height = usize::from(area.height.saturating_sub(1)).max(1);
        self.scrolled = self
            .scrolled
            .min(self.selected)
            .max((self.selected + 1).saturating_sub(self.height));
        let cells = area.width.saturating_sub(2);
        let mut heading = table::heading(self.columns, cells, look);
        heading.spans.insert(0, Span::raw("  "));
        let mut lines = vec![heading];
        if self.rows.is_empty() {
            lines.push(Line::styled(format!("  {nothing}"), look.muted()));
        }
        let shown = self.rows.iter().enumerate().skip(self.scrolled);
        for (place, row) in shown.take(self.height) {
            let is_selected = place == self.selected && !self.is_still;
            let mut line = table::row(self.columns, row, cells, look);
            line.spans
                .insert(0, Span::raw(if is_selected { " >" } else { "  " }));
            if is_selected {
                line = line.patch_style(look.selection());
            }
            lines.push(line);
        }
        frame.render_widget(Paragraph::new(lines), area);
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;
    use crate::action::Action;

    #[test]
    fn the_selected_row_stays_selected_when_rows_come_before_it() {
        let mut rows = Rows::<u8>::new(&[]);
        rows.put(vec![3, 2, 1]);
        rows.put_before(vec![4]);
        assert_eq!(Some(&4), rows.selected());
        rows.act(Action::Down);
        rows.put_before(vec![6, 5]);
        assert_eq!(Some(&3), rows.selected());
        rows.act(Action::Last);
        rows.put(vec![9]);
        assert_eq!(Some(&9), rows.selected());
    }

    #[test]
    fn the_selection_goes_with_its_row_when_rows_are_read_again() {
        let mut rows = Rows::<&str>::new(&[]);
        rows.put(vec!["a", "b"]);
        rows.act(Action::Down);
        rows.put_anew(vec!["0", "a", "b"], |row| row);
        assert_eq!(Some(&"b"), rows.selected());
        rows.put_anew(vec!["0", "a"], |row| row);
        assert_eq!(Some(&"a"), rows.selected());
    }
}
