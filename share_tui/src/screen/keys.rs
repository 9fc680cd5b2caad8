//! The signing keys of the installation and of accounts, never their secrets.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use serde::Deserialize;

use super::dialog::{Dialog, Field, filled};
use super::key::change::Change;
use super::key::{Details, Key, wanted};
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::Reply;
use crate::widget::list::{List, Source};
use crate::widget::parts::Parts;
use crate::widget::table::{Cell, Column};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "keys",
    words: "signing keys: state, age, rotate, revoke",
    contexts: &[Context::Keys, Context::List, Context::Everywhere],
    open: Some(|| Box::new(Keys::default())),
};

/// All states, and none for all keys.
const STATES: &[&str] = &["all", "current", "standby", "previous", "revoked"];

const SOURCE: Source<Details> = Source {
    columns: &[
        Column {
            title: "key id",
            cells: 14,
            grows: true,
            rank: 0,
            cell: |row, _| Cell::plain(&row.kid),
        },
        Column {
            title: "state",
            cells: 8,
            grows: false,
            rank: 1,
            cell: |row, look| Cell::new(&row.state, row.style(look)),
        },
        Column {
            title: "rotate",
            cells: 6,
            grows: false,
            rank: 2,
            cell: |row, look| {
                let (word, style) = row.due(look);
                Cell::new(word, style)
            },
        },
        Column {
            title: "age",
            cells: 6,
            grows: false,
            rank: 3,
            cell: |row, look| Cell::plain(row.age(look)),
        },
        Column {
            title: "ends",
            cells: 10,
            grows: false,
            rank: 4,
            cell: |row, look| match row.valid_until {
                Some(until) => Cell::plain(until.relative(look.now)),
                None => Cell::new("never", look.muted()),
            },
        },
        Column {
            title: "algorithm",
            cells: 16,
            grows: false,
            rank: 6,
            cell: |row, _| Cell::plain(&row.algorithm),
        },
        Column {
            title: "account",
            cells: 14,
            grows: false,
            rank: 5,
            // The end of an id tells more than its beginning, which is a time.
            cell: |row, look| match row.account_id.as_deref().map(|id| id.rsplit('-').next()) {
                Some(end) => Cell::plain(format!("…{}", end.unwrap_or_default())),
                None => Cell::new("(installation)", look.muted()),
            },
        },
    ],
    cursor: &["kid as cursor"],
    id: |row| &row.kid,
    nothing: "no such keys",
};

/// The list of signing keys.
pub struct Keys {
    list: List<Details>,
    states: Parts,
    change: Change,
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            list: List::new(&SOURCE),
            states: Parts::new(STATES),
            change: Change::default(),
        }
    }
}

/// A key that was made.
#[derive(Deserialize)]
struct Made {
    kid: String,
}

fn creation() -> Dialog {
    let algorithms = ["HS256", "MD5", "HMAC-SHA256", "HMAC-SHA1", "share_token"];
    let fields = vec![
        Field::words(
            "algorithm",
            &algorithms,
            "HS256",
            "what the scheme of the delivery wants; share_token: for visits and recipients' links",
        ),
        Field::text(
            "account_id",
            "",
            "id of the account; empty for the installation",
        ),
        Field::text(
            "kid",
            "",
            "id of the key, as edges know it; empty: one is made",
        ),
    ];
    Dialog::new("create key", fields, "", |fields| {
        // The secret stays on the server: edges get it by share.signing_key_export().
        Ok(Call::write("signing_key_create")
            .maybe("algorithm", filled(fields, "algorithm"))
            .maybe("account_id", filled(fields, "account_id").map(str::trim))
            .maybe("kid", filled(fields, "kid")))
    })
    .then(|reply, desk| {
        let made = reply.rows::<Made>().ok().and_then(|mut made| made.pop());
        let kid = made.map(|made| made.kid).unwrap_or_default();
        desk.say(
            Tone::Done,
            format!("the key {kid} is there; its secret was not shown"),
        );
        desk.back();
    })
}

impl Keys {
    fn call(states: Parts) -> Call {
        let state = STATES.get(states.chosen).filter(|_| states.chosen > 0);
        Call::read("signing_key_list").maybe("state", state)
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        if let Some(taken) = self.list.take(reply) {
            return taken;
        }
        if let Some(changed) = self.change.take(reply, desk)
            && changed?
        {
            self.list.refresh(Self::call(self.states), desk);
        }
        Ok(())
    }
}

impl Screen for Keys {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("keys · {}", self.list.place())
    }

    fn is_reading(&self) -> bool {
        self.list.is_stale()
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Filter | Action::Sort => false,
            Action::Rotate | Action::Prepare | Action::Revoke => {
                self.list.selected().is_some_and(|row| row.offers(action))
            }
            _ => true,
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        let states = self.states;
        let call = || Self::call(states);
        match event {
            Event::Opened => self.list.restart(call(), desk),
            Event::Returned | Event::Reconnected => self.list.refresh(call(), desk),
            Event::Reply(reply) => {
                if let Err(problem) = self.take(&reply, desk) {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Answered { tag, yes: true } => {
                self.change.answered(tag, desk);
            }
            Event::Action(Action::Open) => {
                if let Some(row) = self.list.selected() {
                    desk.open(Box::new(Key::new(row.clone())));
                }
            }
            Event::Action(Action::Create) => desk.open(Box::new(creation())),
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) => {
                if self.states.act(action) {
                    self.list.restart(Self::call(self.states), desk);
                } else if let Some(want) = wanted(action) {
                    if let Some(row) = self.list.selected() {
                        self.change.ask(want, row, desk);
                    }
                } else {
                    self.list.act(action, call, desk);
                }
            }
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [states, list] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        frame.render_widget(self.states.line(look), states);
        self.list.view(frame, list, look);
    }
}
