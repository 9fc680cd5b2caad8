//! The deliveries of an account: where its media is served, and how its URLs are signed.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde_json::Value;

use super::Entry;
use super::delivery::{Delivery, Details, form};
use super::of_account::{OfAccount, Panel};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::question::Question;
use crate::widget::list::{List, Source};
use crate::widget::table::{Cell, Column};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "deliveries",
    words: "where media is served, how its URLs are signed",
    contexts: &[Context::Deliveries, Context::List, Context::Everywhere],
    open: Some(|| Box::new(OfAccount::<Deliveries>::default())),
};

const SOURCE: Source<Details> = Source {
    columns: &[
        Column {
            title: "name",
            cells: 14,
            grows: false,
            rank: 0,
            cell: |row, _| Cell::plain(&row.name),
        },
        Column {
            title: "scheme",
            cells: 16,
            grows: false,
            rank: 1,
            cell: |row, _| Cell::plain(&row.scheme),
        },
        Column {
            title: "base URL",
            cells: 20,
            grows: true,
            rank: 2,
            cell: |row, _| Cell::plain(&row.base_url),
        },
        Column {
            title: "serves",
            cells: 24,
            grows: false,
            rank: 4,
            cell: |row, _| Cell::plain(row.uses.join(" ")),
        },
        Column {
            title: "key",
            cells: 14,
            grows: false,
            rank: 3,
            cell: |row, _| Cell::plain(&row.kid),
        },
        Column {
            title: "changed",
            cells: 16,
            grows: false,
            rank: 5,
            cell: |row, _| Cell::plain(row.updated_at.absolute()),
        },
    ],
    cursor: &["name as cursor"],
    id: |row| &row.name,
    nothing: "no deliveries: nothing of this account is served",
};

/// The deliveries of an account.
pub(super) struct Deliveries {
    account: String,
    list: List<Details>,
    schemes: form::Schemes,
    leaving: Option<String>,
    deleting: Option<Number>,
}

impl Deliveries {
    fn call(&self) -> Call {
        Call::read("delivery_list").with("account_id", &self.account)
    }
}

impl Panel for Deliveries {
    const ENTRY: &'static Entry = &ENTRY;

    fn of(account: String) -> Self {
        Self {
            account,
            list: List::new(&SOURCE),
            schemes: form::Schemes::default(),
            leaving: None,
            deleting: None,
        }
    }

    fn read(&mut self, desk: &mut Desk) {
        let call = self.call();
        self.list.refresh(call, desk);
        self.schemes.read(desk);
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        if self.deleting == Some(reply.number) {
            let done = reply.rows::<Value>();
            if done.is_ok() {
                desk.say(Tone::Done, "the delivery is deleted");
                self.read(desk);
            }
            return Some(done.map(drop));
        }
        self.schemes.take(reply).or_else(|| self.list.take(reply))
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Edit | Action::Delete => self.list.selected().is_some(),
            _ => true,
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        match (action, self.list.selected()) {
            (Action::Create, _) => {
                let dialog = form::creation(&self.account, self.schemes.all());
                form::open(dialog, desk);
            }
            (Action::Edit, Some(row)) => {
                form::open(form::change(row, self.schemes.all()), desk);
            }
            (Action::Open, Some(row)) => desk.open(Box::new(Delivery::new(
                row.account_id.clone(),
                row.name.clone(),
            ))),
            (Action::Delete, Some(row)) => {
                let question = deletion(row);
                self.leaving = Some(row.name.clone());
                desk.put(question);
            }
            _ => {
                let call = self.call();
                self.list.act(action, || call, desk);
            }
        }
    }

    fn answered(&mut self, tag: &str, desk: &mut Desk) {
        if tag != DELETE {
            return;
        }
        if let Some(name) = self.leaving.take() {
            let call = Call::write("delivery_delete")
                .with("account_id", &self.account)
                .with("name", name);
            self.deleting = Some(desk.ask(call));
        }
    }

    fn place(&self) -> String {
        self.list.place()
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.list.view(frame, area, look);
    }
}

/// The tag of the question before a delivery is deleted.
pub(super) const DELETE: &str = "delete-delivery";

/// The question before a delivery is deleted.
pub(super) fn deletion(delivery: &Details) -> Question {
    Question::new(DELETE, format!("Delete the delivery {}?", delivery.name))
        .effect(format!(
            "Nothing is served from {} any more.",
            delivery.base_url
        ))
        .effect("It is refused while the account or a file names it. Its key stays.")
}
