//! Sheet that come all at once, under headings.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use serde::de::DeserializeOwned;

use super::page::Page;
use super::table::{self, Column};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::{Number, Reply};

/// Rows of one call without pages.
pub struct Sheet<R: 'static> {
    columns: &'static [Column<R>],
    nothing: &'static str,
    rows: Vec<R>,
    page: Page,
    awaited: Option<Number>,
    /// Whether there was an answer.
    is_loaded: bool,
}

impl<R: DeserializeOwned> Sheet<R> {
    /// No rows yet; where there are none, that is said.
    #[must_use]
    pub fn new(columns: &'static [Column<R>], nothing: &'static str) -> Self {
        Self {
            columns,
            nothing,
            rows: Vec::new(),
            page: Page::default(),
            awaited: None,
            is_loaded: false,
        }
    }

    /// Asks for the rows.
    pub fn ask(&mut self, call: Call, desk: &mut Desk) {
        self.awaited = Some(desk.ask(call));
    }

    /// Takes the rows in; none if the reply is of another call.
    pub fn take(&mut self, reply: &Reply) -> Option<Result<(), Problem>> {
        if self.awaited != Some(reply.number) {
            return None;
        }
        self.awaited = None;
        Some(reply.rows().map(|rows| {
            self.rows = rows;
            self.is_loaded = true;
        }))
    }

    /// Scrolls as an action says; false if it is none of these.
    pub fn act(&mut self, action: Action) -> bool {
        self.page.act(action)
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[R] {
        &self.rows
    }

    /// Draws headings and rows.
    pub fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [head, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
        frame.render_widget(table::heading(self.columns, area.width, look), head);
        let mut lines: Vec<Line<'static>> = self
            .rows
            .iter()
            .map(|row| table::row(self.columns, row, area.width, look))
            .collect();
        if lines.is_empty() {
            let words = match (self.is_loaded, self.awaited) {
                (true, _) => self.nothing,
                (false, Some(_)) => "reading…",
                (false, None) => "not read",
            };
            lines.push(Line::styled(words, look.muted()));
        }
        self.page.view(lines, frame, body, look);
    }
}
