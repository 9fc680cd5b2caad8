//! The members of an account: add, change the role of, remove.

use serde::Deserialize;
use serde_json::Value;

use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::question::Question;
use crate::screen::dialog::{Dialog, Field, filled, patch};
use crate::widget::list::{List, Source};
use crate::widget::table::{Cell, Column};

/// The roles, each with the rights of those before it.
pub(super) const ROLES: [&str; 5] = ["viewer", "commenter", "editor", "admin", "owner"];
pub(super) const RIGHTS: &str = "viewer and commenter read, editor also changes files and shares, admin and owner also the account";

/// A member.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    user_id: String,
    name: Option<String>,
    email: Option<String>,
    role: String,
    database_role: Option<String>,
    created_at: Moment,
}

const SOURCE: Source<Row> = Source {
    columns: &[
        Column {
            title: "user",
            cells: 14,
            grows: true,
            rank: 0,
            cell: |row, _| Cell::plain(&row.user_id),
        },
        Column {
            title: "role",
            cells: 9,
            grows: false,
            rank: 1,
            cell: |row, _| Cell::plain(&row.role),
        },
        Column {
            title: "name",
            cells: 16,
            grows: true,
            rank: 2,
            cell: |row, _| Cell::plain(row.name.as_deref().unwrap_or_default()),
        },
        Column {
            title: "mail address",
            cells: 20,
            grows: true,
            rank: 3,
            cell: |row, _| Cell::plain(row.email.as_deref().unwrap_or_default()),
        },
        Column {
            title: "database role",
            cells: 14,
            grows: false,
            rank: 5,
            cell: |row, _| Cell::plain(row.database_role.as_deref().unwrap_or_default()),
        },
        Column {
            title: "added",
            cells: 16,
            grows: false,
            rank: 4,
            cell: |row, _| Cell::plain(row.created_at.absolute()),
        },
    ],
    cursor: &["user_id as cursor"],
    id: |row| &row.user_id,
    nothing: "no members",
};

/// The members of an account.
pub(super) struct Members {
    account: String,
    pub(super) list: List<Row>,
    leaving: Option<String>,
    removing: Option<Number>,
}

impl Members {
    pub(super) fn new(account: String) -> Self {
        Self {
            account,
            list: List::new(&SOURCE),
            leaving: None,
            removing: None,
        }
    }

    pub(super) fn call(&self) -> Call {
        Call::read("member_list").with("account_id", &self.account)
    }

    pub(super) fn read(&mut self, desk: &mut Desk) {
        let call = self.call();
        self.list.refresh(call, desk);
    }

    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        if self.removing == Some(reply.number) {
            let done = reply.rows::<Value>();
            if done.is_ok() {
                desk.say(Tone::Done, "the member is removed");
                self.read(desk);
            }
            return Some(done.map(drop));
        }
        self.list.take(reply)
    }

    pub(super) fn act(&mut self, action: Action, desk: &mut Desk) {
        match action {
            Action::Create => desk.open(Box::new(self.addition())),
            Action::Edit => {
                if let Some(row) = self.list.selected() {
                    desk.open(Box::new(self.change(row)));
                }
            }
            Action::Delete => self.ask(desk),
            _ => {
                let call = self.call();
                self.list.act(action, || call, desk);
            }
        }
    }

    fn ask(&mut self, desk: &mut Desk) {
        let Some(row) = self.list.selected() else {
            return;
        };
        let words = format!("Remove {} ({}) from the account?", row.user_id, row.role);
        let mut question = Question::new("remove-member", words)
            .effect("The user can no longer see or change anything in it.")
            .effect("Shares that the user made go on; the user can be added again.");
        if let Some(role) = &row.database_role {
            question = question.effect(format!(
                "Calls of the database role {role} are nobody's then."
            ));
        }
        self.leaving = Some(row.user_id.clone());
        desk.put(question);
    }

    /// The question was answered with yes.
    pub(super) fn remove(&mut self, desk: &mut Desk) {
        if let Some(user) = self.leaving.take() {
            let call = Call::write("member_remove")
                .with("account_id", &self.account)
                .with("user_id", user);
            self.removing = Some(desk.ask(call));
        }
    }

    fn addition(&self) -> Dialog {
        let fields = vec![
            Field::text("user_id", "", "the application's id of the user"),
            Field::words("role", &ROLES, "viewer", RIGHTS),
            Field::text("name", "", "name to show; may be empty"),
            Field::text("email", "", "mail address; may be empty"),
            Field::text(
                "database_role",
                "",
                "database role whose calls are this member's; may be empty",
            ),
        ];
        let account = self.account.clone();
        Dialog::new("add member", fields, "the member is added", move |fields| {
            let user =
                filled(fields, "user_id").ok_or((0, "give the id of the user".to_owned()))?;
            Ok(Call::write("member_add")
                .with("account_id", &account)
                .with("user_id", user)
                .maybe("role", filled(fields, "role"))
                .maybe("name", filled(fields, "name"))
                .maybe("email", filled(fields, "email"))
                .maybe("database_role", filled(fields, "database_role")))
        })
    }

    fn change(&self, row: &Row) -> Dialog {
        let text = |name: &str, value: &Option<String>, help: &str| {
            Field::text(name, value.clone().unwrap_or_default(), help)
        };
        let fields = vec![
            Field::words("role", &ROLES, &row.role, RIGHTS),
            text("name", &row.name, "name to show"),
            text("email", &row.email, "mail address"),
            text(
                "database_role",
                &row.database_role,
                "database role whose calls are this member's",
            ),
        ];
        let (account, user) = (self.account.clone(), row.user_id.clone());
        let title = format!("edit member {user}");
        Dialog::new(title, fields, "the member is changed", move |fields| {
            let patch = patch(fields);
            if patch.is_empty() {
                return Err((0, "nothing is changed yet".to_owned()));
            }
            Ok(Call::write("member_update")
                .with("account_id", &account)
                .with("user_id", &user)
                .with("patch", Value::Object(patch)))
        })
    }
}
