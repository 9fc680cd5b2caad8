//! The drives of an account: make, rename, see their files.

use serde::Deserialize;
use serde_json::Value;

use super::policy;
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::message::Reply;
use crate::moment::Moment;
use crate::screen::dialog::{Dialog, Field, filled, patch};
use crate::screen::files::Files;
use crate::widget::list::{List, Source};
use crate::widget::table::{Cell, Column};

/// A drive.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    id: String,
    name: String,
    is_default: bool,
    policy: Value,
    created_at: Moment,
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
            title: "default",
            cells: 7,
            grows: false,
            rank: 1,
            cell: |row, _| Cell::plain(if row.is_default { "yes" } else { "" }),
        },
        Column {
            title: "policy before the account's",
            cells: 27,
            grows: true,
            rank: 2,
            cell: |row, look| match policy::said(&row.policy) {
                said if said.is_empty() => Cell::new("none", look.muted()),
                said => Cell::plain(said),
            },
        },
        Column {
            title: "made",
            cells: 16,
            grows: false,
            rank: 3,
            cell: |row, _| Cell::plain(row.created_at.absolute()),
        },
    ],
    cursor: &["name as cursor"],
    id: |row| &row.id,
    nothing: "no drives",
};

/// The drives of an account.
pub(super) struct Drives {
    account: String,
    pub(super) list: List<Row>,
}

impl Drives {
    pub(super) fn new(account: String) -> Self {
        Self {
            account,
            list: List::new(&SOURCE),
        }
    }

    fn call(&self) -> Call {
        Call::read("drive_list").with("account_id", &self.account)
    }

    pub(super) fn read(&mut self, desk: &mut Desk) {
        let call = self.call();
        self.list.refresh(call, desk);
    }

    pub(super) fn take(&mut self, reply: &Reply) -> Option<Result<(), Problem>> {
        self.list.take(reply)
    }

    pub(super) fn act(&mut self, action: Action, desk: &mut Desk) {
        match (action, self.list.selected()) {
            (Action::Create, _) => desk.open(Box::new(self.creation())),
            (Action::Edit, Some(row)) => desk.open(Box::new(self.change(row))),
            (Action::Open, Some(row)) => desk.open(Box::new(Files::of(
                row.name.clone(),
                self.account.clone(),
                Some(row.id.clone()),
            ))),
            _ => {
                let call = self.call();
                self.list.act(action, || call, desk);
            }
        }
    }

    fn creation(&self) -> Dialog {
        let fields = vec![Field::text(
            "name",
            "",
            "1 to 200 characters, unique in the account",
        )];
        let account = self.account.clone();
        Dialog::new(
            "create drive",
            fields,
            "the drive is there",
            move |fields| {
                let name = filled(fields, "name").ok_or((0, "give a name".to_owned()))?;
                Ok(Call::write("drive_create")
                    .with("account_id", &account)
                    .with("name", name))
            },
        )
    }

    fn change(&self, row: &Row) -> Dialog {
        let mut fields = vec![Field::text(
            "name",
            row.name.clone(),
            "unique in the account",
        )];
        fields.extend(policy::of_drive(&row.policy));
        let (account, id, held) = (self.account.clone(), row.id.clone(), row.policy.clone());
        let title = format!("edit drive {}", row.name);
        Dialog::new(title, fields, "the drive is changed", move |fields| {
            let mut changes = patch(fields.iter().take(1));
            if let Some(policy) = policy::changed(&held, fields)? {
                changes.insert("policy".to_owned(), policy);
            }
            if changes.is_empty() {
                return Err((0, "nothing is changed yet".to_owned()));
            }
            Ok(Call::write("drive_update")
                .with("id", &id)
                .with("account_id", &account)
                .with("patch", Value::Object(changes)))
        })
    }
}
