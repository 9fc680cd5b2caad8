//! A panel of the overview: a heading and the first rows of a list.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::item::Item;
use super::slot::Slot;
use crate::look::Look;
use crate::text::fit;
use crate::widget::short_list::{Frill, ShortList};
use crate::widget::table::Column;
use crate::widget::wrap::wrap;

/// A panel and its rows.
pub(super) struct Panel {
    title: &'static str,
    pub(super) nothing: &'static str,
    /// More about the rows, behind the title.
    pub(super) note: String,
    pub(super) rows: ShortList<Item>,
    /// The call that fills it, if it has one of its own.
    pub(super) slot: Slot<()>,
}

impl Panel {
    /// A panel without rows.
    pub(super) fn new(
        title: &'static str,
        nothing: &'static str,
        columns: &'static [Column<Item>],
    ) -> Self {
        Self {
            title,
            nothing,
            note: String::new(),
            rows: ShortList::new(columns),
            slot: Slot::default(),
        }
    }

    /// Draws it; the sign tells whether keys act here.
    pub(super) fn view(
        &mut self,
        is_focused: bool,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look,
    ) {
        if area.is_empty() {
            return;
        }
        let cells = usize::from(area.width);
        let sign = if is_focused { "> " } else { "  " };
        let note = if self.note.is_empty() {
            String::new()
        } else {
            format!(" · {}", self.note)
        };
        let heading = fit(&format!("{sign}{}{note}", self.title), cells);
        frame.render_widget(
            Line::styled(heading, look.heading()),
            Rect { height: 1, ..area },
        );
        let body = Rect {
            y: area.y + 1,
            height: area.height - 1,
            ..area
        };
        let (said, style) = match (&self.slot.problem, self.slot.value) {
            (Some(problem), _) => (format!("! {problem}"), look.danger()),
            (None, None) => ("reading…".to_owned(), look.muted()),
            (None, Some(())) if self.rows.all().is_empty() => {
                (self.nothing.to_owned(), look.muted())
            }
            (None, Some(())) => {
                let frill = Frill {
                    has_heading: false,
                    is_focused,
                };
                self.rows.view(frame, body, look, frill);
                return;
            }
        };
        let lines = wrap(&said, cells.saturating_sub(2).max(2));
        let lines: Vec<Line<'_>> = lines
            .into_iter()
            .map(|line| Line::styled(format!("  {line}"), style))
            .collect();
        frame.render_widget(Paragraph::new(lines), body);
    }
}
