//! One access request, and one account, in a list.

use serde::Deserialize;

use crate::look::Look;
use crate::moment::Moment;
use crate::widget::details::Whole;
use crate::widget::list::Source;
use crate::widget::table::{Cell, Column};

/// A request with all of its fields.
pub(super) type Request = Whole<Row>;

/// The fields that the list shows.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) share_id: String,
    pub(super) state: String,
    user_id: Option<String>,
    email: Option<String>,
    name: Option<String>,
    message: Option<String>,
    decided_by: Option<String>,
    created_at: Moment,
}

impl Row {
    /// Who asks: the name alone could be anybody's.
    pub(super) fn who(&self) -> String {
        let known = self.user_id.as_ref().or(self.email.as_ref());
        match (&self.name, known) {
            (Some(name), Some(known)) => format!("{name} ({known})"),
            (Some(only), None) | (None, Some(only)) => only.clone(),
            (None, None) => "somebody".to_owned(),
        }
    }
}

/// The order of the fields where one request is shown in full.
pub(super) const FIELDS: &[&str] = &[
    "name",
    "email",
    "user_id",
    "message",
    "state",
    "created_at",
    "decided_by",
    "decided_at",
    "recipient_id",
    "share_id",
    "account_id",
    "id",
];

/// The list of requests.
pub(super) const REQUESTS: Source<Request> = Source {
    columns: &[
        Column {
            title: "who",
            cells: 26,
            grows: true,
            rank: 0,
            cell: |request, _| Cell::plain(request.row.who()),
        },
        Column {
            title: "state",
            cells: 8,
            grows: false,
            rank: 2,
            cell: |request, look| Cell::new(&request.row.state, style(&request.row.state, look)),
        },
        Column {
            title: "asked",
            cells: 10,
            grows: false,
            rank: 1,
            cell: |request, look| Cell::plain(request.row.created_at.relative(look.now)),
        },
        Column {
            title: "message",
            cells: 22,
            grows: true,
            rank: 3,
            cell: |request, _| Cell::plain(request.row.message.as_deref().unwrap_or_default()),
        },
        Column {
            title: "decided by",
            cells: 10,
            grows: false,
            rank: 4,
            cell: |request, _| Cell::plain(request.row.decided_by.as_deref().unwrap_or_default()),
        },
    ],
    cursor: &["id as cursor"],
    id: |request| &request.row.id,
    nothing: "no access requests",
};

fn style(state: &str, look: &Look) -> ratatui::style::Style {
    match state {
        "pending" => look.warning(),
        "approved" => look.good(),
        _ => look.muted(),
    }
}

/// An account to choose.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Account {
    pub(super) id: String,
    pub(super) name: String,
}

/// The list of accounts.
pub(super) const ACCOUNTS: Source<Account> = Source {
    columns: &[
        Column {
            title: "whose requests?",
            cells: 16,
            grows: true,
            rank: 0,
            cell: |account, _| Cell::plain(&account.name),
        },
        Column {
            title: "account",
            cells: 36,
            grows: false,
            rank: 1,
            cell: |account, look| Cell::new(&account.id, look.muted()),
        },
    ],
    cursor: &["id as cursor"],
    id: |account| &account.id,
    nothing: "no accounts",
};
