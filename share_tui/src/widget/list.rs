//! A list that is read page by page, over any number of rows: it holds one page, and where each page before began.

mod cards;

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::table::{self, Column};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::{Number, Reply};

/// Rows of a page.
pub const PAGE: usize = 100;

/// Arguments that begin a page behind a row.
type Cursor = Vec<(&'static str, String)>;

/// How the list goes on behind its page.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Rest {
    /// It does not.
    Nothing,
    /// Perhaps, behind the last row.
    Rows(Cursor),
    /// The server has looked at so many rows and stopped; it goes on when it is asked again.
    Unseen(Cursor, u64),
}

/// What a list is made of.
pub struct Source<R: 'static> {
    /// The columns.
    pub columns: &'static [Column<R>],
    /// The fields of a row by which the next page is asked for, which are also the names of the arguments; one that goes
    /// by another name there is written as `id as cursor`.
    pub cursor: &'static [&'static str],
    /// By which a row is known again.
    pub id: fn(&R) -> &str,
    /// What is said where there are no rows.
    pub nothing: &'static str,
}

/// Where the selection goes when a page has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Landing {
    First,
    Last,
    Same,
    /// A row of the page.
    Row(usize),
}

/// A list and its page.
pub struct List<R: 'static> {
    source: &'static Source<R>,
    rows: Vec<R>,
    selected: usize,
    scrolled: usize,
    height: usize,
    /// Where the pages before this one, and this one, begin; the first begins nowhere.
    cursors: Vec<Cursor>,
    rest: Rest,
    awaited: Option<Number>,
    landing: Landing,
    is_loaded: bool,
    /// Whether the rows are of another call than the last one, so that keys are not to act on them.
    is_stale: bool,
    /// Which rows a page is measured by.
    counts: fn(&Value) -> bool,
    /// The ids of marked rows.
    pub marked: BTreeSet<String>,
}

impl<R: DeserializeOwned> List<R> {
    /// An empty list.
    #[must_use]
    pub fn new(source: &'static Source<R>) -> Self {
        Self {
            source,
            rows: Vec::new(),
            selected: 0,
            scrolled: 0,
            height: 1,
            cursors: Vec::new(),
            rest: Rest::Nothing,
            awaited: None,
            landing: Landing::First,
            is_loaded: false,
            is_stale: false,
            counts: |_| true,
            marked: BTreeSet::new(),
        }
    }

    /// Says which rows the server counts where a page has others beside them; where none are, nothing follows the first page.
    pub fn count_by(&mut self, counts: fn(&Value) -> bool) {
        self.counts = counts;
    }

    /// Forgets the rows, because what they were of is gone.
    pub fn empty(&mut self) {
        self.rows.clear();
        self.cursors.clear();
        self.rest = Rest::Nothing;
        self.selected = 0;
        self.is_loaded = true;
    }

    /// Reads the first page; marks stay.
    pub fn restart(&mut self, call: Call, desk: &mut Desk) {
        self.cursors.clear();
        self.is_stale = true;
        self.load(Landing::First, call, desk);
    }

    /// Reads the page once more; the selected row stays selected where it still is.
    pub fn refresh(&mut self, call: Call, desk: &mut Desk) {
        self.load(Landing::Same, call, desk);
    }

    /// Goes to a row by its place, counted from 0, in a list whose one cursor is the number of the row before.
    pub fn go(&mut self, place: usize, call: Call, desk: &mut Desk) {
        let (page, row) = (place / PAGE, place % PAGE);
        let is_here = self.is_loaded && self.awaited.is_none() && self.cursors.len() == page;
        if is_here && row < self.rows.len() {
            self.selected = row;
            return;
        }
        let name = self.source.cursor.first().copied().unwrap_or_default();
        let name = name.split_once(" as ").map_or(name, |(_, name)| name);
        let begins = (1..=page).map(|page| vec![(name, (page * PAGE).to_string())]);
        self.cursors = begins.collect();
        self.is_stale = true;
        self.load(Landing::Row(row), call, desk);
    }

    fn load(&mut self, landing: Landing, call: Call, desk: &mut Desk) {
        let cursor = self.cursors.last().into_iter().flatten();
        let call = cursor.fold(call.with("limit", PAGE), |call, (name, value)| {
            call.with(name, value)
        });
        self.landing = landing;
        self.awaited = Some(desk.ask(call));
    }

    /// Takes a page in; none if the reply is of another call.
    pub fn take(&mut self, reply: &Reply) -> Option<Result<(), Problem>> {
        if self.awaited != Some(reply.number) {
            return None;
        }
        self.awaited = None;
        let was_stale = std::mem::take(&mut self.is_stale);
        let held = self.rows.get(self.selected);
        let held = held.map(|row| (self.source.id)(row).to_owned());
        if let Err(problem) = self.fill(reply) {
            if was_stale {
                self.rows.clear();
                self.is_loaded = false;
            }
            return Some(Err(problem));
        }
        self.is_loaded = true;
        let last = self.rows.len().saturating_sub(1);
        match self.landing {
            Landing::First => (self.selected, self.scrolled) = (0, 0),
            Landing::Last => self.selected = last,
            Landing::Same => {
                let same = |row: &R| held.as_deref() == Some((self.source.id)(row));
                let place = self.rows.iter().position(same);
                self.selected = place.unwrap_or(self.selected.min(last));
            }
            Landing::Row(row) => self.selected = row.min(last),
        }
        Some(Ok(()))
    }

    fn fill(&mut self, reply: &Reply) -> Result<(), Problem> {
        let mut found: Vec<Value> = reply.rows()?;
        let behind = |row: &Value| -> Cursor {
            let fields = self.source.cursor.iter();
            fields
                .filter_map(|field| {
                    let (field, name) = field.split_once(" as ").unwrap_or((*field, *field));
                    match row.get(field)? {
                        Value::Null => None,
                        Value::String(text) => Some((name, text.clone())),
                        other => Some((name, other.to_string())),
                    }
                })
                .collect()
        };
        let counted = found.iter().filter(|row| (self.counts)(row)).count();
        let is_full = counted >= PAGE;
        // The last row tells where a search stopped that has looked at enough.
        let stop = found.pop_if(|row| row.get("id").is_some_and(Value::is_null));
        let rest = match (&stop, found.last()) {
            (Some(stop), _) => {
                let seen = stop.get("seen").and_then(Value::as_u64).unwrap_or(0);
                Rest::Unseen(behind(stop), seen)
            }
            (None, Some(last)) if is_full => Rest::Rows(behind(last)),
            _ => Rest::Nothing,
        };
        self.rows = reply.shaped(found)?;
        self.rest = rest;
        Ok(())
    }

    /// Moves as an action says; false if it is none of the list's. `call` asks for the list.
    pub fn act(&mut self, action: Action, call: impl FnOnce() -> Call, desk: &mut Desk) -> bool {
        let last = self.rows.len().saturating_sub(1);
        match action {
            Action::Down if self.selected < last => self.selected += 1,
            Action::Down | Action::PageDown if self.selected == last => self.turn(call, desk),
            Action::PageDown => self.selected = (self.selected + self.height).min(last),
            Action::Up | Action::PageUp if self.selected == 0 => {
                if self.awaited.is_none() && self.cursors.pop().is_some() {
                    self.load(Landing::Last, call(), desk);
                }
            }
            Action::Up => self.selected -= 1,
            Action::PageUp => self.selected = self.selected.saturating_sub(self.height),
            Action::First if !self.cursors.is_empty() => self.restart(call(), desk),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Mark => {
                if let Some(id) = self.selected().map(|row| (self.source.id)(row).to_owned())
                    && !self.marked.remove(&id)
                {
                    self.marked.insert(id);
                }
                self.selected = (self.selected + 1).min(last);
            }
            Action::Refresh => self.refresh(call(), desk),
            _ => return false,
        }
        true
    }

    /// Goes to the next page, if there may be one.
    fn turn(&mut self, call: impl FnOnce() -> Call, desk: &mut Desk) {
        if self.awaited.is_some() {
            return;
        }
        if let Rest::Rows(cursor) | Rest::Unseen(cursor, _) = &self.rest {
            self.cursors.push(cursor.clone());
            self.load(Landing::First, call(), desk);
        }
    }

    /// Whether the rows are not yet those that were asked for.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.is_stale
    }

    /// The row that keys act on; none while the rows are not yet those that were asked for.
    #[must_use]
    pub fn selected(&self) -> Option<&R> {
        self.rows.get(self.selected).filter(|_| !self.is_stale)
    }

    /// The rows of the page.
    #[must_use]
    pub fn rows(&self) -> &[R] {
        &self.rows
    }

    /// Why there are no rows.
    fn absence(&self) -> &'static str {
        match (self.is_loaded, &self.rest) {
            (false, _) if self.awaited.is_none() => "not read",
            (false, _) => "reading…",
            (true, Rest::Unseen(..)) => "none so far",
            (true, _) => self.source.nothing,
        }
    }

    /// Draws headings and rows.
    pub fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.height = usize::from(area.height.saturating_sub(1)).max(1);
        if self.selected < self.scrolled {
            self.scrolled = self.selected;
        }
        if self.selected >= self.scrolled + self.height {
            self.scrolled = self.selected + 1 - self.height;
        }
        let cells = area.width.saturating_sub(2);
        let mut heading = table::heading(self.source.columns, cells, look);
        heading.spans.insert(0, Span::raw("  "));
        let mut lines = vec![heading];
        let mut tail = None;
        if self.rows.is_empty() {
            let words = format!("  {}", self.absence());
            lines.push(Line::styled(words, look.muted()));
        }
        if let Rest::Unseen(_, seen) = &self.rest
            && self.rows.len() < self.height
        {
            tail = Some(format!("  {seen} rows looked at; down goes on"));
        }
        let shown = self.rows.iter().enumerate().skip(self.scrolled);
        for (place, row) in shown.take(self.height) {
            let is_marked = self.marked.contains((self.source.id)(row));
            let is_selected = place == self.selected && !self.is_stale;
            let sign = match (is_marked, is_selected) {
                (true, true) => "*>",
                (true, false) => "* ",
                (false, true) => " >",
                (false, false) => "  ",
            };
            let mut line = table::row(self.source.columns, row, cells, look);
            line.spans.insert(0, Span::raw(sign));
            if is_selected {
                line = line.patch_style(look.selection());
            }
            lines.push(line);
        }
        lines.extend(tail.map(|words| Line::styled(words, look.muted())));
        frame.render_widget(Paragraph::new(lines), area);
    }

    /// The place of the selected row in the list, counted from 1; 0 where there is none.
    #[must_use]
    pub fn number(&self) -> usize {
        self.cursors.len() * PAGE + self.selected + usize::from(!self.rows.is_empty())
    }

    /// Whether rows may come behind the page.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.rest != Rest::Nothing
    }

    /// How many rows are known, up to the end of the page.
    #[must_use]
    pub fn known(&self) -> usize {
        self.cursors.len() * PAGE + self.rows.len()
    }

    /// Whether another page is on its way.
    #[must_use]
    pub fn is_turning(&self) -> bool {
        self.awaited.is_some() && self.landing != Landing::Same
    }

    /// Whether an answer has come.
    #[must_use]
    pub fn is_loaded(&self) -> bool {
        self.is_loaded
    }

    /// Where in the list the selection is, in words.
    #[must_use]
    pub fn place(&self) -> String {
        let row = self.number();
        let marked = if self.marked.is_empty() {
            String::new()
        } else {
            format!(", {} marked", self.marked.len())
        };
        format!("row {row}{marked}")
    }
}
