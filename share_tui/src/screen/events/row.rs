//! One event in a list of events.

use serde::Deserialize;

use crate::look::Look;
use crate::moment::Moment;
use crate::widget::details::Whole;
use crate::widget::table::{Cell, Column};

/// An event with all of its fields.
pub(super) type Event = Whole<Row>;

/// The fields that a list shows.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) at: Moment,
    pub(super) share_id: Option<String>,
    kind: String,
    actor_kind: Option<String>,
    actor: Option<String>,
    reason: Option<String>,
    address: Option<String>,
    share_title: Option<String>,
    is_bot: Option<bool>,
}

/// The order of the fields where one event is shown in full.
pub(super) const FIELDS: &[&str] = &[
    "kind",
    "at",
    "share_title",
    "share_id",
    "account_id",
    "actor_kind",
    "actor",
    "address",
    "is_bot",
    "reason",
    "recipient_id",
    "visit_id",
    "detail",
    "id",
];

/// The columns of a list.
pub(super) const COLUMNS: &[Column<Event>] = &[
    Column {
        title: "at (UTC)",
        cells: 19,
        grows: false,
        rank: 1,
        cell: |event, _| Cell::plain(stamp(event.row.at)),
    },
    Column {
        title: "kind",
        cells: 16,
        grows: false,
        rank: 0,
        cell: |event, look| Cell::new(&event.row.kind, style(&event.row, look)),
    },
    Column {
        title: "who",
        cells: 12,
        grows: false,
        rank: 3,
        cell: |event, _| Cell::plain(who(&event.row)),
    },
    Column {
        title: "share",
        cells: 12,
        grows: true,
        rank: 4,
        cell: |event, look| match (&event.row.share_title, &event.row.share_id) {
            (Some(title), _) => Cell::plain(title),
            (None, Some(id)) => Cell::new(id, look.muted()),
            (None, None) => Cell::plain(""),
        },
    },
    Column {
        title: "reason",
        cells: 14,
        grows: false,
        rank: 2,
        cell: |event, _| Cell::plain(event.row.reason.as_deref().unwrap_or_default()),
    },
    Column {
        title: "address",
        cells: 18,
        grows: false,
        rank: 5,
        cell: |event, _| Cell::plain(event.row.address.as_deref().unwrap_or_default()),
    },
];

fn style(row: &Row, look: &Look) -> ratatui::style::Style {
    match row.kind.rsplit('.').next() {
        Some("refused" | "revoked" | "deleted" | "dropped" | "removed") => look.danger(),
        Some("created" | "added") => look.good(),
        _ => look.plain(),
    }
}

fn who(row: &Row) -> String {
    let kind = row.actor_kind.as_deref().unwrap_or_default();
    let who = row.actor.as_deref().unwrap_or(kind);
    if row.is_bot == Some(true) {
        format!("bot {who}")
    } else {
        who.to_owned()
    }
}

/// The time to the second.
fn stamp(at: Moment) -> String {
    match at {
        Moment::At(at) => at.strftime("%Y-%m-%d %H:%M:%S").to_string(),
        other => other.absolute(),
    }
}
