//! A row of the list of shares, and its columns.

use ratatui::style::Style;
use serde::Deserialize;

use crate::look::Look;
use crate::moment::Moment;
use crate::widget::list::Source;
use crate::widget::table::{Cell, Column};

/// A row of the list.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    pub(super) id: String,
    title: Option<String>,
    filename: Option<String>,
    account_name: Option<String>,
    visibility: String,
    state: String,
    created_at: Moment,
    expires_at: Option<Moment>,
    owner_id: Option<String>,
    has_password: Option<bool>,
    recipients_only: Option<bool>,
}

impl Row {
    /// What it is called in questions and notices.
    pub(super) fn name(&self) -> String {
        match self.title.as_ref().or(self.filename.as_ref()) {
            Some(name) => format!("\"{name}\" ({})", self.id),
            None => self.id.clone(),
        }
    }

    /// When it ends, as the API takes it.
    pub(super) fn end(&self) -> Option<String> {
        match self.expires_at? {
            Moment::At(at) => Some(at.to_string()),
            Moment::Never | Moment::Forever => None,
        }
    }
}

pub(super) const SOURCE: Source<Row> = Source {
    columns: &[
        Column {
            title: "title",
            cells: 12,
            grows: true,
            rank: 0,
            cell: |row, look| match (&row.title, &row.filename) {
                (Some(title), _) => Cell::plain(title),
                (None, Some(file)) => Cell::new(file, look.muted()),
                (None, None) => Cell::new("(no title)", look.muted()),
            },
        },
        Column {
            title: "state",
            cells: 9,
            grows: false,
            rank: 1,
            cell: |row, look| Cell::new(&row.state, state_style(&row.state, look)),
        },
        Column {
            title: "expires",
            cells: 10,
            grows: false,
            rank: 2,
            cell: |row, look| match row.expires_at {
                Some(at) => Cell::plain(at.relative(look.now)),
                None => Cell::new("never", look.muted()),
            },
        },
        Column {
            title: "visible",
            cells: 8,
            grows: false,
            rank: 3,
            cell: |row, _| Cell::plain(&row.visibility),
        },
        Column {
            title: "gates",
            cells: 8,
            grows: false,
            rank: 7,
            cell: |row, _| {
                let password = row.has_password == Some(true);
                let closed = row.recipients_only == Some(true);
                Cell::plain(match (password, closed) {
                    (true, true) => "pw only",
                    (true, false) => "pw",
                    (false, true) => "only",
                    (false, false) => "",
                })
            },
        },
        Column {
            title: "owner",
            cells: 12,
            grows: false,
            rank: 4,
            cell: |row, _| Cell::plain(row.owner_id.as_deref().unwrap_or_default()),
        },
        Column {
            title: "account",
            cells: 12,
            grows: false,
            rank: 6,
            cell: |row, _| Cell::plain(row.account_name.as_deref().unwrap_or_default()),
        },
        Column {
            title: "file",
            cells: 24,
            grows: true,
            rank: 8,
            cell: |row, _| Cell::plain(row.filename.as_deref().unwrap_or_default()),
        },
        Column {
            title: "created",
            cells: 16,
            grows: false,
            rank: 5,
            cell: |row, _| Cell::plain(row.created_at.absolute()),
        },
    ],
    cursor: &["cursor_at", "cursor"],
    id: |row| &row.id,
    nothing: "no shares",
};

/// The style of a state; its name is always there too.
pub(crate) fn state_style(state: &str, look: &Look) -> Style {
    match state {
        "active" => look.good(),
        "disabled" | "scheduled" => look.warning(),
        "revoked" => look.danger(),
        _ => look.muted(),
    }
}
