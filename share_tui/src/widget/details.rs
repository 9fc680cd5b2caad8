//! Everything that is known of one row, field by field.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::wrap::wrap;
use crate::action::Action;
use crate::look::Look;
use crate::moment::Moment;
use crate::text::fit;

/// The cells of the fields' names.
const NAMES: usize = 15;

/// A screen of at least so many lines shows the selected row below the list.
const TALL: u16 = 30;

/// A row with the fields that are used, and all of them.
#[derive(Debug, Clone)]
pub struct Whole<R> {
    /// The fields that are used.
    pub row: R,
    /// All fields.
    pub all: Map<String, Value>,
}

impl<'de, R: DeserializeOwned> Deserialize<'de> for Whole<R> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let all = Map::deserialize(from)?;
        let row = serde_json::from_value(Value::Object(all.clone())).map_err(D::Error::custom)?;
        Ok(Self { row, all })
    }
}

/// One row in full, while it is looked at.
pub struct Details {
    fields: Map<String, Value>,
    first: &'static [&'static str],
    scrolled: usize,
    height: usize,
}

impl Details {
    /// Looks at a row; the fields that are named stand first and in that order.
    #[must_use]
    pub fn new(fields: Map<String, Value>, first: &'static [&'static str]) -> Self {
        Self {
            fields,
            first,
            scrolled: 0,
            height: 1,
        }
    }

    /// A text of the row.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.fields.get(name)?.as_str()
    }

    /// Scrolls as an action says; false if it is another thing.
    pub fn act(&mut self, action: Action) -> bool {
        self.scrolled = match action {
            Action::Down => self.scrolled + 1,
            Action::Up => self.scrolled.saturating_sub(1),
            Action::PageDown => self.scrolled + self.height,
            Action::PageUp => self.scrolled.saturating_sub(self.height),
            Action::First => 0,
            Action::Last => usize::MAX,
            _ => return false,
        };
        true
    }

    /// Draws the part that fits.
    pub fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let lines = lines(&self.fields, self.first, usize::from(area.width), look);
        self.height = usize::from(area.height).max(1);
        self.scrolled = self.scrolled.min(lines.len().saturating_sub(self.height));
        let shown: Vec<Line<'_>> = lines
            .into_iter()
            .skip(self.scrolled)
            .take(self.height)
            .collect();
        frame.render_widget(Paragraph::new(shown), area);
    }
}

/// The list's place, and that of the selected row's fields where there is room for them.
#[must_use]
pub fn split(area: Rect) -> (Rect, Option<Rect>) {
    if area.height < TALL {
        return (area, None);
    }
    let [list, below] =
        Layout::vertical([Constraint::Min(1), Constraint::Length(area.height * 2 / 5)]).areas(area);
    (list, Some(below))
}

/// Draws the fields of the selected row below the list.
pub fn preview(
    fields: &Map<String, Value>,
    first: &[&str],
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look,
) {
    let mut shown = vec![Line::styled(
        "─".repeat(usize::from(area.width)),
        look.muted(),
    )];
    shown.extend(lines(fields, first, usize::from(area.width), look));
    frame.render_widget(Paragraph::new(shown), area);
}

/// Fields that tell where a page goes on, and nothing about the row.
const HIDDEN: &[&str] = &["cursor", "cursor_at", "seen"];

/// The fields that are not null, as lines.
fn lines(
    fields: &Map<String, Value>,
    first: &[&str],
    cells: usize,
    look: &Look,
) -> Vec<Line<'static>> {
    let named = first.iter().filter_map(|name| fields.get_key_value(*name));
    let others = fields
        .iter()
        .filter(|(name, _)| !first.contains(&name.as_str()) && !HIDDEN.contains(&name.as_str()));
    let mut lines = Vec::new();
    for (name, value) in named.chain(others).filter(|(_, value)| !value.is_null()) {
        let said = said(name, value, look);
        let mut name = fit(name, NAMES);
        for line in wrap(&said, cells.saturating_sub(NAMES + 1).max(2)) {
            lines.push(Line::from(vec![
                Span::styled(name, look.muted()),
                Span::raw(format!(" {line}")),
            ]));
            name = " ".repeat(NAMES);
        }
    }
    lines
}

fn said(name: &str, value: &Value, look: &Look) -> String {
    let is_time = name == "at" || name.ends_with("_at") || name.ends_with("_until");
    match value {
        Value::String(text) if is_time => Moment::deserialize(value).map_or_else(
            |_| text.clone(),
            |at| format!("{text} ({})", at.relative(look.now)),
        ),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Object(_) | Value::Array(_) => {
            serde_json::to_string_pretty(value).unwrap_or_else(|_| value.to_string())
        }
        other => other.to_string(),
    }
}
