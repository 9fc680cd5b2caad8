//! The list of accounts.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;

use super::account::Account;
use super::dialog::{Dialog, Field, filled};
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::moment::Moment;
use crate::widget::list::{List, Source};
use crate::widget::table::{Cell, Column};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "accounts",
    words: "accounts, their members, API keys and drives",
    contexts: &[Context::Accounts, Context::List, Context::Everywhere],
    open: Some(|| Box::new(Accounts::default())),
};

/// A row of the list.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) name: String,
    stream_delivery: Option<String>,
    download_delivery: Option<String>,
    created_at: Moment,
}

/// All accounts, newest first.
pub(super) const SOURCE: Source<Row> = Source {
    columns: &[
        Column {
            title: "name",
            cells: 16,
            grows: true,
            rank: 0,
            cell: |row, _| Cell::plain(&row.name),
        },
        Column {
            title: "streams by",
            cells: 14,
            grows: false,
            rank: 1,
            cell: |row, look| served(row.stream_delivery.as_ref(), look),
        },
        Column {
            title: "downloads by",
            cells: 14,
            grows: false,
            rank: 3,
            cell: |row, look| served(row.download_delivery.as_ref(), look),
        },
        Column {
            title: "created",
            cells: 16,
            grows: false,
            rank: 2,
            cell: |row, _| Cell::plain(row.created_at.absolute()),
        },
        Column {
            title: "id",
            cells: 36,
            grows: false,
            rank: 4,
            cell: |row, _| Cell::plain(&row.id),
        },
    ],
    cursor: &["id as cursor"],
    id: |row| &row.id,
    nothing: "no accounts",
};

fn served(name: Option<&String>, look: &Look) -> Cell {
    match name {
        Some(name) => Cell::plain(name),
        None => Cell::new("nothing", look.warning()),
    }
}

/// The list of accounts.
pub struct Accounts {
    list: List<Row>,
}

impl Default for Accounts {
    fn default() -> Self {
        Self {
            list: List::new(&SOURCE),
        }
    }
}

fn creation() -> Dialog {
    let name = Field::text(
        "name",
        "",
        "1 to 200 characters; a drive named default comes with it",
    );
    Dialog::new(
        "create account",
        vec![name],
        "the account is there",
        |fields| match filled(fields, "name") {
            Some(name) => Ok(Call::write("account_create").with("name", name)),
            None => Err((0, "give a name".to_owned())),
        },
    )
}

impl Screen for Accounts {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("accounts · {}", self.list.place())
    }

    fn is_reading(&self) -> bool {
        self.list.is_stale()
    }

    fn offers(&self, action: Action) -> bool {
        !matches!(action, Action::Filter | Action::Sort)
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        let call = || Call::read("account_list");
        match event {
            Event::Opened => self.list.restart(call(), desk),
            Event::Returned | Event::Reconnected => self.list.refresh(call(), desk),
            Event::Reply(reply) => {
                if let Some(Err(problem)) = self.list.take(&reply) {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Action(Action::Open) => {
                if let Some(row) = self.list.selected() {
                    desk.open(Box::new(Account::new(row.id.clone())));
                }
            }
            Event::Action(Action::Create) => desk.open(Box::new(creation())),
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) => {
                self.list.act(action, call, desk);
            }
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.list.view(frame, area, look);
    }
}
