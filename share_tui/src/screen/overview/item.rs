//! One row of a panel of the overview, and where it leads.

use serde::Deserialize;

use crate::look::Look;
use crate::moment::Moment;
use crate::screen::{self, Screen, access_requests::AccessRequests, jobs::Jobs, share::Share};
use crate::widget::figure::{counted, grouped};
use crate::widget::table::{Cell, Column};

/// Where a row leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// To a share.
    Share(String),
    /// To the jobs of a state.
    Jobs(&'static str),
    /// To the access requests.
    AccessRequests,
    /// To the screen of that name.
    Named(&'static str),
}

impl Target {
    /// Whether there is such a screen.
    pub(super) fn is_there(&self) -> bool {
        match self {
            Self::Named(name) => screen::ALL.iter().any(|entry| entry.name == *name),
            _ => true,
        }
    }

    /// The screen; none where there is no such screen.
    pub(super) fn open(&self) -> Option<Box<dyn Screen>> {
        match self {
            Self::Share(id) => Some(Box::new(Share::new(id.clone()))),
            Self::Jobs(state) => Some(Box::new(Jobs::new(Some(state)))),
            Self::AccessRequests => Some(Box::new(AccessRequests::default())),
            Self::Named(name) => {
                let entry = screen::ALL.iter().find(|entry| entry.name == *name)?;
                entry.open.map(|open| open())
            }
        }
    }
}

/// How a row is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    Plain,
    Quiet,
    Warning,
    Danger,
}

/// A row of a panel.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) name: String,
    pub(super) note: String,
    pub(super) figure: String,
    pub(super) mood: Mood,
    pub(super) target: Target,
}

/// The columns of a panel.
pub(super) const COLUMNS: &[Column<Item>] = &[
    Column {
        title: "",
        cells: 12,
        grows: true,
        rank: 0,
        cell: |item, look| Cell::new(&item.name, style(item.mood, look)),
    },
    Column {
        title: "",
        cells: 9,
        grows: false,
        rank: 2,
        cell: |item, look| Cell::new(&item.note, look.muted()),
    },
    Column {
        title: "",
        cells: 9,
        grows: false,
        rank: 1,
        cell: |item, look| Cell::new(format!("{:>9}", item.figure), style(item.mood, look)),
    },
];

/// The columns of a panel whose rows have no note.
pub(super) const SHORT_COLUMNS: &[Column<Item>] = &[
    Column {
        title: "",
        cells: 12,
        grows: true,
        rank: 0,
        cell: |item, look| Cell::new(&item.name, style(item.mood, look)),
    },
    Column {
        title: "",
        cells: 7,
        grows: false,
        rank: 1,
        cell: |item, look| Cell::new(format!("{:>7}", item.figure), style(item.mood, look)),
    },
];

fn style(mood: Mood, look: &Look) -> ratatui::style::Style {
    match mood {
        Mood::Plain => look.plain(),
        Mood::Quiet => look.muted(),
        Mood::Warning => look.warning(),
        Mood::Danger => look.danger(),
    }
}

/// What a share is called: its title, else its file.
fn name(title: Option<String>, filename: Option<String>) -> String {
    title
        .or(filename)
        .unwrap_or_else(|| "(no title)".to_owned())
}

/// A share that is much used or often refused.
#[derive(Debug, Deserialize)]
pub(super) struct Top {
    share_id: String,
    title: Option<String>,
    filename: Option<String>,
    state: String,
    number: u64,
    pub(super) counted_since: Moment,
}

impl From<Top> for Item {
    fn from(top: Top) -> Self {
        Self {
            name: name(top.title, top.filename),
            note: top.state,
            figure: grouped(top.number),
            mood: Mood::Plain,
            target: Target::Share(top.share_id),
        }
    }
}

/// A share of a search; the last one may only say where the search has stopped.
#[derive(Debug, Deserialize)]
pub(super) struct Found {
    pub(super) id: Option<String>,
    title: Option<String>,
    filename: Option<String>,
    visibility: Option<String>,
    expires_at: Option<Moment>,
}

impl Found {
    /// As a row that says when the share ends.
    pub(super) fn ending(self, now: jiff::Timestamp) -> Option<Item> {
        Some(Item {
            target: Target::Share(self.id?),
            name: name(self.title, self.filename),
            note: self.visibility.unwrap_or_default(),
            figure: self
                .expires_at
                .map(|at| at.relative(now))
                .unwrap_or_default(),
            mood: Mood::Plain,
        })
    }

    /// Its id and what it is called.
    pub(super) fn named(self) -> Option<(String, String)> {
        Some((self.id?, name(self.title, self.filename)))
    }
}

/// A share that is locked by wrong passwords.
#[derive(Debug, Deserialize)]
pub(super) struct Lock {
    pub(super) share_id: String,
    address: String,
    failures: u64,
    locked_until: Option<Moment>,
}

impl Lock {
    /// As a row, by the share's title where it is known.
    pub(super) fn item(&self, title: Option<&String>, now: jiff::Timestamp) -> Item {
        let from = match self.address.as_str() {
            "*" => "from everywhere".to_owned(),
            "" => "from somewhere".to_owned(),
            address => format!("from {address}"),
        };
        let share = title.unwrap_or(&self.share_id);
        Item {
            name: format!("{share}, {from}"),
            note: counted(self.failures, "try", "tries"),
            figure: self
                .locked_until
                .map(|at| at.relative(now))
                .unwrap_or_default(),
            mood: Mood::Plain,
            target: Target::Share(self.share_id.clone()),
        }
    }
}
