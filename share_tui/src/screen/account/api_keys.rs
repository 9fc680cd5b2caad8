//! The API keys of an account: make, which shows a key once, and revoke.

use serde::Deserialize;
use serde_json::Value;

use super::members::{RIGHTS, ROLES};
use super::secret::Secret;
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::question::Question;
use crate::screen::dialog::{Dialog, Field, filled};
use crate::widget::list::{List, Source};
use crate::widget::table::{Cell, Column};

/// An API key without the key.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    id: String,
    name: String,
    prefix: String,
    role: String,
    created_by: Option<String>,
    created_at: Moment,
    last_used_at: Option<Moment>,
    expires_at: Option<Moment>,
    revoked_at: Option<Moment>,
}

impl Row {
    fn state(&self, look: &Look) -> Cell {
        if self.revoked_at.is_some() {
            return Cell::new("revoked", look.danger());
        }
        match self.expires_at {
            Some(at) if at.is_past(look.now) => Cell::new("over", look.muted()),
            Some(at) => Cell::new(format!("ends {}", at.relative(look.now)), look.good()),
            None => Cell::new("counts", look.good()),
        }
    }
}

const SOURCE: Source<Row> = Source {
    columns: &[
        Column {
            title: "name",
            cells: 14,
            grows: true,
            rank: 0,
            cell: |row, _| Cell::plain(&row.name),
        },
        Column {
            title: "state",
            cells: 14,
            grows: false,
            rank: 1,
            cell: |row, look| row.state(look),
        },
        Column {
            title: "begins",
            cells: 17,
            grows: false,
            rank: 3,
            cell: |row, _| Cell::plain(format!("{}…", row.prefix)),
        },
        Column {
            title: "role",
            cells: 9,
            grows: false,
            rank: 2,
            cell: |row, _| Cell::plain(&row.role),
        },
        Column {
            title: "last used",
            cells: 10,
            grows: false,
            rank: 4,
            cell: |row, look| match row.last_used_at {
                Some(at) => Cell::plain(at.relative(look.now)),
                None => Cell::new("never", look.muted()),
            },
        },
        Column {
            title: "made by",
            cells: 14,
            grows: false,
            rank: 6,
            cell: |row, _| Cell::plain(row.created_by.as_deref().unwrap_or_default()),
        },
        Column {
            title: "made",
            cells: 16,
            grows: false,
            rank: 5,
            cell: |row, _| Cell::plain(row.created_at.absolute()),
        },
    ],
    cursor: &["id as cursor"],
    id: |row| &row.id,
    nothing: "no API keys",
};

/// The API keys of an account.
pub(super) struct ApiKeys {
    account: String,
    pub(super) list: List<Row>,
    ending: Option<String>,
    revoking: Option<Number>,
}

impl ApiKeys {
    pub(super) fn new(account: String) -> Self {
        Self {
            account,
            list: List::new(&SOURCE),
            ending: None,
            revoking: None,
        }
    }

    fn call(&self) -> Call {
        Call::read("api_key_list").with("account_id", &self.account)
    }

    pub(super) fn read(&mut self, desk: &mut Desk) {
        let call = self.call();
        self.list.refresh(call, desk);
    }

    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        if self.revoking == Some(reply.number) {
            let done = reply.rows::<Value>();
            if done.is_ok() {
                desk.say(Tone::Done, "the API key is revoked");
                self.read(desk);
            }
            return Some(done.map(drop));
        }
        self.list.take(reply)
    }

    /// Whether the selected key still counts.
    pub(super) fn can_revoke(&self) -> bool {
        let selected = self.list.selected();
        selected.is_some_and(|row| row.revoked_at.is_none())
    }

    pub(super) fn act(&mut self, action: Action, desk: &mut Desk) {
        match action {
            Action::Create => desk.open(Box::new(self.creation(desk))),
            Action::Revoke => {
                if let Some(row) = self.list.selected() {
                    self.ending = Some(row.id.clone());
                    let words = format!("Revoke the API key {} ({}…)?", row.name, row.prefix);
                    let used = row.last_used_at.map_or_else(
                        || "It was never used.".to_owned(),
                        |at| format!("It was last used {}.", at.relative(desk.now())),
                    );
                    desk.put(
                        Question::new("revoke-api-key", words)
                            .effect(
                                "From now on it counts for nothing, also for those who use it now.",
                            )
                            .effect(used)
                            .effect("This cannot be undone; a new key can be made."),
                    );
                }
            }
            _ => {
                let call = self.call();
                self.list.act(action, || call, desk);
            }
        }
    }

    /// The question was answered with yes.
    pub(super) fn revoke(&mut self, desk: &mut Desk) {
        if let Some(id) = self.ending.take() {
            let call = Call::write("api_key_revoke")
                .with("id", id)
                .with("account_id", &self.account);
            self.revoking = Some(desk.ask(call));
        }
    }

    fn creation(&self, desk: &Desk) -> Dialog {
        // An owner cannot be a key.
        let roles = ROLES.get(..4).unwrap_or(&ROLES);
        let now = desk.now();
        let fields = vec![
            Field::text("name", "", "what the key is for"),
            Field::words("role", roles, "editor", RIGHTS),
            Field::text(
                "expires_at",
                "",
                "days from now after which the key ends, or a date as 2030-01-31; empty for never",
            ),
        ];
        let account = self.account.clone();
        Dialog::new("create API key", fields, "", move |fields| {
            let name = filled(fields, "name").ok_or((0, "say what the key is for".to_owned()))?;
            let ends = match filled(fields, "expires_at").map(str::trim) {
                Some(text) => match text.parse::<i64>() {
                    Ok(days) => Some(
                        ends_in(now, days).ok_or((2, "so many days are too many".to_owned()))?,
                    ),
                    Err(_) => Some(text.to_owned()),
                },
                None => None,
            };
            Ok(Call::write("api_key_create")
                .with("account_id", &account)
                .with("name", name)
                .maybe("role", filled(fields, "role"))
                .maybe("expires_at", ends))
        })
        .then(|reply, desk| match reply.rows::<Made>() {
            Ok(mut made) => match made.pop() {
                Some(made) => desk.replace(Box::new(Secret::new(made.name, made.api_key))),
                None => desk.back(),
            },
            Err(problem) => desk.say(Tone::Problem, problem.to_string()),
        })
    }
}

fn ends_in(now: jiff::Timestamp, days: i64) -> Option<String> {
    let hours = jiff::SignedDuration::try_from_hours(days.checked_mul(24)?)?;
    now.checked_add(hours).ok().map(|at| at.to_string())
}

/// A key that was made.
#[derive(Deserialize)]
struct Made {
    name: String,
    api_key: String,
}
