//! The drives of an account: make, rename, see what they hold and how their files are described.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Entry;
use super::dialog::{Dialog, Field, filled};
use super::drive::{Details, Drive, change};
use super::files::Files;
use super::of_account::{OfAccount, Panel};
use super::policy;
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::keymap::Context;
use crate::look::Look;
use crate::message::Reply;
use crate::widget::list::{List, Source};
use crate::widget::table::{Cell, Column};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "drives",
    words: "drives, their attributes and use",
    contexts: &[Context::Drives, Context::List, Context::Everywhere],
    open: Some(|| Box::new(OfAccount::<Drives>::default())),
};

const SOURCE: Source<Details> = Source {
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
    id: |row| &row.name,
    nothing: "no drives",
};

/// The drives of an account.
pub(super) struct Drives {
    account: String,
    list: List<Details>,
}

impl Drives {
    fn call(&self) -> Call {
        Call::read("drive_list").with("account_id", &self.account)
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
}

impl Panel for Drives {
    const ENTRY: &'static Entry = &ENTRY;

    fn of(account: String) -> Self {
        Self {
            account,
            list: List::new(&SOURCE),
        }
    }

    fn read(&mut self, desk: &mut Desk) {
        let call = self.call();
        self.list.refresh(call, desk);
    }

    fn take(&mut self, reply: &Reply, _desk: &mut Desk) -> Option<Result<(), Problem>> {
        self.list.take(reply)
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Edit | Action::ShowFiles => self.list.selected().is_some(),
            _ => true,
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        match (action, self.list.selected()) {
            (Action::Create, _) => desk.open(Box::new(self.creation())),
            (Action::Edit, Some(row)) => desk.open(Box::new(change(row))),
            (Action::Open, Some(row)) => desk.open(Box::new(Drive::new(row.clone()))),
            (Action::ShowFiles, Some(row)) => desk.open(Box::new(Files::of(
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

    fn place(&self) -> String {
        self.list.place()
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.list.view(frame, area, look);
    }
}
