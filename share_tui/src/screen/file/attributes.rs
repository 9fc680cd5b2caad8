//! What the attributes of its drive say of the file.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use serde_json::Value;

use super::part::{Part, of_file};
use super::value::{self, Held};
use crate::action::Action;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::question::Question;
use crate::screen::Entry;
use crate::widget::labelled::Labelled;
use crate::widget::rows::Rows;
use crate::widget::table::{Cell, Column};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "file attributes",
    words: "what attributes say of a file",
    contexts: &[
        Context::FileAttributes,
        Context::File,
        Context::List,
        Context::Everywhere,
    ],
    open: None,
};

/// A part of so many lines has room for all that is known of the selected attribute.
const TALL: u16 = 14;

const COLUMNS: &[Column<Held>] = &[
    Column {
        title: "attribute",
        cells: 16,
        grows: true,
        rank: 0,
        cell: |row, _| Cell::plain(&row.label),
    },
    Column {
        title: "value",
        cells: 16,
        grows: true,
        rank: 1,
        cell: |row, look| {
            let default = if row.is_default { " (default)" } else { "" };
            Cell::new(format!("{}{default}", row.said()), row.style(look))
        },
    },
    Column {
        title: "type",
        cells: 13,
        grows: false,
        rank: 2,
        cell: |row, _| Cell::plain(row.value_type.replace('_', " ")),
    },
    Column {
        title: "group",
        cells: 12,
        grows: false,
        rank: 3,
        cell: |row, _| Cell::plain(row.group_name.as_deref().unwrap_or_default()),
    },
    Column {
        title: "set",
        cells: 16,
        grows: false,
        rank: 4,
        cell: |row, _| Cell::plain(row.updated_at.map(Moment::absolute).unwrap_or_default()),
    },
];

/// The part.
pub(super) struct Attributes {
    id: String,
    rows: Rows<Held>,
    is_read: bool,
    awaited: Option<Number>,
    /// The attribute whose value a question is about.
    asked_about: Option<String>,
    clearing: Option<Number>,
}

impl Attributes {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            rows: Rows::new(COLUMNS),
            is_read: false,
            awaited: None,
            asked_about: None,
            clearing: None,
        }
    }

    /// All that is known of the selected attribute.
    fn facts(&self, cells: u16, look: &Look) -> Vec<Line<'static>> {
        let Some(held) = self.rows.selected() else {
            return Vec::new();
        };
        let by = (held.automated == Some(true)).then_some("a worker, or by hand");
        let mut facts = Labelled::default()
            .with("name", &held.name)
            .maybe("meaning", held.description.as_ref())
            .maybe("filled in by", by);
        let mut label = "options";
        let chosen = held.names();
        for choice in held.choices() {
            let sign = if chosen.contains(&choice.name.as_str()) {
                "*"
            } else {
                " "
            };
            let said = format!("{sign} {}", value::said(choice));
            let style = choice.style(look);
            facts = match std::mem::take(&mut label) {
                "" => facts.more(said, style),
                label => facts.styled(label, said, style),
            };
        }
        facts.lines(cells, look)
    }
}

impl Part for Attributes {
    fn read(&mut self, desk: &mut Desk) {
        self.awaited = Some(desk.ask(of_file("attribute_value_list", &self.id)));
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            return Some(reply.rows().map(|rows| {
                self.rows.put_anew(rows, |row| &row.attribute_id);
                self.is_read = true;
            }));
        }
        if self.clearing != Some(reply.number) {
            return None;
        }
        self.clearing = None;
        Some(reply.rows::<Value>().map(|_| {
            desk.say(Tone::Done, "the value is cleared");
            self.read(desk);
        }))
    }

    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn is_reading(&self) -> bool {
        // A key is for the rows as they are after what was done.
        self.clearing.is_some() || self.awaited.is_some()
    }

    fn offers(&self, action: Action) -> bool {
        let selected = self.rows.selected();
        match action {
            Action::SetValue => selected.is_some(),
            Action::ClearValue => selected.is_some_and(Held::is_own),
            _ => false,
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        match (action, self.rows.selected()) {
            (Action::SetValue, Some(held)) => {
                desk.open(Box::new(value::dialog(&self.id, held)));
            }
            (Action::ClearValue, Some(held)) => {
                let words = format!("Clear {} of this file?", held.label);
                let effect = format!("It says {} now.", held.said());
                desk.put(Question::new("clear-value", words).effect(effect));
                self.asked_about = Some(held.attribute_id.clone());
            }
            _ => {
                self.rows.act(action);
            }
        }
    }

    fn agreed(&mut self, tag: &str, desk: &mut Desk) {
        if let Some(attribute) = self.asked_about.take_if(|_| tag == "clear-value") {
            self.clearing = Some(desk.ask(value::set(&self.id, &attribute, None)));
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let mut facts = self.facts(area.width, look);
        facts.truncate(usize::from(area.height / 2));
        let below = match u16::try_from(facts.len()) {
            Ok(many) if area.height >= TALL && many > 0 => many + 1,
            _ => 0,
        };
        let [rows, bottom] =
            Layout::vertical([Constraint::Min(1), Constraint::Length(below)]).areas(area);
        let nothing = match (self.is_read, self.awaited) {
            (true, _) => "the drive has no attributes for files of this kind",
            (false, Some(_)) => "reading…",
            (false, None) => "not read",
        };
        self.rows.view(frame, rows, nothing, look);
        if below > 0 {
            let rule = "─".repeat(usize::from(area.width));
            facts.insert(0, Line::styled(rule, look.muted()));
            frame.render_widget(Paragraph::new(facts), bottom);
        }
    }
}
