//! The deliveries of an account: where its media is served, and how its URLs are signed.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;
use serde_json::Value;

use super::accounts;
use super::delivery::{Delivery, Details, form};
use super::{Entry, Event, Screen};
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
    open: Some(|| Box::new(Deliveries::default())),
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

/// The deliveries of an account, as a part of a screen.
pub(super) struct Panel {
    account: String,
    list: List<Details>,
    schemes: form::Schemes,
    leaving: Option<String>,
    deleting: Option<Number>,
}

impl Panel {
    pub(super) fn new(account: String) -> Self {
        Self {
            account,
            list: List::new(&SOURCE),
            schemes: form::Schemes::default(),
            leaving: None,
            deleting: None,
        }
    }

    fn call(&self) -> Call {
        Call::read("delivery_list").with("account_id", &self.account)
    }

    pub(super) fn read(&mut self, desk: &mut Desk) {
        let call = self.call();
        self.list.refresh(call, desk);
        self.schemes.read(desk);
    }

    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
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

    pub(super) fn selected(&self) -> Option<&Details> {
        self.list.selected()
    }

    pub(super) fn act(&mut self, action: Action, desk: &mut Desk) {
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

    /// A question was answered with yes.
    pub(super) fn answered(&mut self, tag: &str, desk: &mut Desk) {
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

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.list.view(frame, area, look);
    }

    fn place(&self) -> String {
        self.list.place()
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

/// What is shown: accounts to choose from, or the deliveries of one.
enum Shown {
    Accounts(List<accounts::Row>),
    Of(String, Box<Panel>),
}

/// The deliveries of an account that is chosen first, unless there is only one.
pub struct Deliveries {
    shown: Shown,
}

impl Default for Deliveries {
    fn default() -> Self {
        Self {
            shown: Shown::Accounts(List::new(&accounts::SOURCE)),
        }
    }
}

/// An account, if there is no other.
#[derive(Deserialize)]
struct Only {
    id: String,
    name: String,
}

impl Deliveries {
    /// The deliveries of an account, and its name.
    #[must_use]
    pub fn of(account_id: String, name: String) -> Self {
        Self {
            shown: Shown::Of(name, Box::new(Panel::new(account_id))),
        }
    }

    fn read(&mut self, is_first: bool, desk: &mut Desk) {
        let call = Call::read("account_list");
        match &mut self.shown {
            Shown::Accounts(list) if is_first => list.restart(call, desk),
            Shown::Accounts(list) => list.refresh(call, desk),
            Shown::Of(_, panel) => panel.read(desk),
        }
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        let only = match &mut self.shown {
            Shown::Of(_, panel) => return panel.take(reply, desk).unwrap_or(Ok(())),
            Shown::Accounts(list) => match list.take(reply) {
                Some(Ok(())) if list.rows().len() == 1 => reply.rows::<Only>()?.pop(),
                Some(taken) => return taken,
                None => return Ok(()),
            },
        };
        if let Some(only) = only {
            *self = Self::of(only.id, only.name);
            self.read(true, desk);
        }
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        match &mut self.shown {
            Shown::Of(_, panel) => panel.act(action, desk),
            Shown::Accounts(list) => match (action, list.selected()) {
                (Action::Open, Some(row)) => {
                    desk.open(Box::new(Self::of(row.id.clone(), row.name.clone())));
                }
                _ => {
                    list.act(action, || Call::read("account_list"), desk);
                }
            },
        }
    }
}

impl Screen for Deliveries {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        match &self.shown {
            Shown::Accounts(list) => format!("deliveries of which account? · {}", list.place()),
            Shown::Of(name, panel) => format!("deliveries of {name} · {}", panel.place()),
        }
    }

    fn offers(&self, action: Action) -> bool {
        let panel = match &self.shown {
            Shown::Accounts(_) => None,
            Shown::Of(_, panel) => Some(panel),
        };
        match action {
            Action::Filter | Action::Sort => false,
            Action::Create => panel.is_some(),
            Action::Edit | Action::Delete => panel.is_some_and(|panel| panel.selected().is_some()),
            _ => true,
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened => self.read(true, desk),
            Event::Returned | Event::Reconnected => self.read(false, desk),
            Event::Reply(reply) => {
                if let Err(problem) = self.take(&reply, desk) {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Answered { tag, yes: true } => {
                if let Shown::Of(_, panel) = &mut self.shown {
                    panel.answered(tag, desk);
                }
            }
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) => self.act(action, desk),
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        match &mut self.shown {
            Shown::Accounts(list) => list.view(frame, area, look),
            Shown::Of(_, panel) => panel.view(frame, area, look),
        }
    }
}
