//! The list of shares: all of the installation, page by page.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;

use super::share::Share;
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
    name: "shares",
    words: "find, mark and end shares",
    contexts: &[Context::Shares, Context::List, Context::Everywhere],
    open: Some(|| Box::new(Shares::default())),
};

/// A row of the list.
#[derive(Debug, Deserialize)]
struct Row {
    id: String,
    title: Option<String>,
    visibility: String,
    state: String,
    created_at: Moment,
    expires_at: Option<Moment>,
    owner_id: Option<String>,
}

const SOURCE: Source<Row> = Source {
    columns: &[
        Column {
            title: "title",
            cells: 12,
            grows: true,
            rank: 0,
            cell: |row, look| match &row.title {
                Some(title) => Cell::plain(title),
                None => Cell::new("(no title)", look.muted()),
            },
        },
        Column {
            title: "state",
            cells: 9,
            grows: false,
            rank: 1,
            cell: |row, look| Cell::new(&row.state, state_style(&row.state, look)),
        },
        Column {
            title: "expires",
            cells: 10,
            grows: false,
            rank: 2,
            cell: |row, look| match row.expires_at {
                Some(at) => Cell::plain(at.relative(look.now)),
                None => Cell::new("never", look.muted()),
            },
        },
        Column {
            title: "visible",
            cells: 8,
            grows: false,
            rank: 3,
            cell: |row, _| Cell::plain(&row.visibility),
        },
        Column {
            title: "owner",
            cells: 12,
            grows: false,
            rank: 4,
            cell: |row, _| Cell::plain(row.owner_id.as_deref().unwrap_or_default()),
        },
        Column {
            title: "created",
            cells: 16,
            grows: false,
            rank: 5,
            cell: |row, _| Cell::plain(row.created_at.absolute()),
        },
    ],
    cursor: &["cursor_at", "cursor"],
    id: |row| &row.id,
    nothing: "no shares",
};

/// The style of a state; its name is always there too.
pub(super) fn state_style(state: &str, look: &Look) -> ratatui::style::Style {
    match state {
        "active" => look.good(),
        "disabled" | "scheduled" => look.warning(),
        "revoked" => look.danger(),
        _ => look.muted(),
    }
}

/// The list of shares.
pub struct Shares {
    list: List<Row>,
}

impl Default for Shares {
    fn default() -> Self {
        Self {
            list: List::new(&SOURCE),
        }
    }
}

impl Screen for Shares {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("shares · {}", self.list.place())
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened => self.list.restart(Call::read("share_search"), desk),
            Event::Returned | Event::Reconnected => {
                self.list.refresh(Call::read("share_search"), desk)
            }
            Event::Reply(reply) => {
                if let Some(Err(problem)) = self.list.take(&reply) {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Action(Action::Open) => {
                if let Some(row) = self.list.selected() {
                    desk.open(Box::new(Share::new(row.id.clone())));
                }
            }
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) => {
                self.list.act(action, || Call::read("share_search"), desk);
            }
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.list.view(frame, area, look);
    }
}
