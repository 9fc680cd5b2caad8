//! What happened to a share, newest first, and what happens while one looks.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use serde::Deserialize;
use serde_json::Value;

use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Effect, Tone};
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::widget::form::broken;
use crate::widget::rows::Rows;
use crate::widget::table::{Cell, Column};

/// Events of a page, which is the most that the server gives.
const PAGE: usize = 100;
/// The channel on which the server says that there are new ones.
pub(super) const CHANNEL: &str = "pg_share_event";
/// A server process announces at most once a second: what came after is read so much later.
const AFTER: Duration = Duration::from_millis(1_500);
/// Not every commit is announced.
const SELDOM: Duration = Duration::from_secs(30);
/// Before anything was announced nobody knows whether it can be: a standby and some poolers cannot.
const OFTEN: Duration = Duration::from_secs(5);
/// Commits come out of order by so much.
const OVERLAP: SignedDuration = SignedDuration::from_secs(10);

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Happened {
    id: String,
    at: Moment,
    kind: String,
    actor_kind: Option<String>,
    actor: Option<String>,
    detail: Option<Value>,
    recipient_id: Option<String>,
    reason: Option<String>,
    address: Option<String>,
    is_bot: Option<bool>,
}

impl Happened {
    fn who(&self) -> String {
        let kind = self.actor_kind.as_deref().unwrap_or_default();
        match &self.actor {
            Some(actor) => format!("{kind} {actor}"),
            None if self.recipient_id.is_some() => "recipient".to_owned(),
            None => kind.to_owned(),
        }
    }

    fn more(&self) -> String {
        let mut parts = Vec::new();
        if let Some(recipient) = &self.recipient_id {
            parts.push(format!("recipient {recipient}"));
        }
        if self.is_bot == Some(true) {
            parts.push("a program that looks for a preview".to_owned());
        }
        if let Some(detail) = self.detail.as_ref().filter(|detail| !detail.is_null()) {
            parts.push(detail.to_string());
        }
        parts.join(" · ")
    }
}

const COLUMNS: &[Column<Happened>] = &[
    Column {
        title: "when",
        cells: 9,
        grows: false,
        rank: 1,
        cell: |event, look| Cell::plain(event.at.relative(look.now)),
    },
    Column {
        title: "what",
        cells: 18,
        grows: false,
        rank: 0,
        cell: |event, look| {
            let style = if event.kind == "share.refused" {
                look.warning()
            } else {
                look.plain()
            };
            Cell::new(&event.kind, style)
        },
    },
    Column {
        title: "who",
        cells: 12,
        grows: true,
        rank: 2,
        cell: |event, _| Cell::plain(event.who()),
    },
    Column {
        title: "from",
        cells: 15,
        grows: false,
        rank: 3,
        cell: |event, _| Cell::plain(event.address.as_deref().unwrap_or_default()),
    },
    Column {
        title: "why",
        cells: 17,
        grows: false,
        rank: 4,
        cell: |event, _| Cell::plain(event.reason.as_deref().unwrap_or_default()),
    },
    Column {
        title: "time (UTC)",
        cells: 16,
        grows: false,
        rank: 5,
        cell: |event, _| Cell::plain(event.at.absolute()),
    },
];

/// Where older events begin.
type Cursor = (String, String);

/// The part.
pub(super) struct Events {
    rows: Rows<Happened>,
    known: BTreeSet<String>,
    older: Option<Cursor>,
    newest: Option<Timestamp>,
    /// Where the live reading under way begins.
    after: Option<Timestamp>,
    listens: bool,
    is_announced: bool,
    first: Option<Number>,
    onward: Option<Number>,
    live: Option<Number>,
    due: Option<Timestamp>,
}

impl Default for Events {
    fn default() -> Self {
        Self {
            rows: Rows::new(COLUMNS),
            known: BTreeSet::new(),
            older: None,
            newest: None,
            after: None,
            listens: false,
            is_announced: false,
            first: None,
            onward: None,
            live: None,
            due: None,
        }
    }
}

impl Events {
    /// Reads the newest, and listens from now on.
    pub(super) fn read(&mut self, id: &str, desk: &mut Desk) {
        if !self.listens {
            self.listens = true;
            desk.perform(Effect::Listen(CHANNEL));
        }
        self.first = Some(desk.ask(search(id)));
        self.wait(OFTEN, desk);
    }

    fn wait(&mut self, time: Duration, desk: &mut Desk) {
        self.due = desk.now().checked_add(time).ok();
        desk.wake_in(time);
    }

    fn read_live(&mut self, id: &str, cursor: Option<Cursor>, desk: &mut Desk) {
        // One at a time: the next announcement asks again.
        if self.live.is_some() {
            return;
        }
        if cursor.is_none() {
            self.after = self.newest.and_then(|at| at.checked_sub(OVERLAP).ok());
        }
        let (at, row) = cursor.unzip();
        let call = search(id)
            .with("descending", false)
            .maybe("after", self.after);
        let call = call.maybe("cursor_at", at).maybe("cursor", row);
        self.live = Some(desk.ask(call));
    }

    /// The server said that something happened somewhere.
    pub(super) fn announced(&mut self, id: &str, desk: &mut Desk) {
        self.is_announced = true;
        self.read_live(id, None, desk);
        self.wait(AFTER, desk);
    }

    /// Some time is over.
    pub(super) fn woken(&mut self, id: &str, desk: &mut Desk) {
        let Some(due) = self.due else {
            return;
        };
        if let Ok(left) = Duration::try_from(due.duration_since(desk.now()))
            && !left.is_zero()
        {
            desk.wake_in(left);
            return;
        }
        self.read_live(id, None, desk);
        self.wait(if self.is_announced { SELDOM } else { OFTEN }, desk);
    }

    pub(super) fn take(&mut self, reply: &Reply, id: &str, desk: &mut Desk) {
        let is_first = self.first == Some(reply.number);
        let is_onward = self.onward == Some(reply.number);
        let is_live = self.live == Some(reply.number);
        if !(is_first || is_onward || is_live) {
            return;
        }
        for awaited in [&mut self.first, &mut self.onward, &mut self.live] {
            awaited.take_if(|number| *number == reply.number);
        }
        let mut rows: Vec<Value> = match reply.rows() {
            Ok(rows) => rows,
            Err(problem) => {
                // Once is enough; refreshing begins anew.
                self.due = None;
                desk.say(Tone::Problem, problem.to_string());
                return;
            }
        };
        let is_full = rows.len() >= PAGE;
        let text = |row: &Value, name: &str| Some(row.get(name)?.as_str()?.to_owned());
        let cursor = rows
            .last()
            .and_then(|row| text(row, "cursor_at").zip(text(row, "cursor")));
        let stopped = rows
            .pop_if(|row| row.get("id").is_none_or(Value::is_null))
            .is_some();
        let mut events: Vec<Happened> = match reply.shaped(rows) {
            Ok(events) => events,
            Err(problem) => {
                desk.say(Tone::Problem, problem.to_string());
                return;
            }
        };
        if is_first {
            self.known.clear();
            self.rows.put(Vec::new());
        }
        events.retain(|event| self.known.insert(event.id.clone()));
        let newest = events.iter().filter_map(|event| match event.at {
            Moment::At(at) => Some(at),
            _ => None,
        });
        self.newest = newest.chain(self.newest).max();
        if is_live {
            events.reverse();
            self.rows.put_before(events);
            // More has come than one page holds.
            if cursor.is_some() && (is_full || stopped) {
                self.read_live(id, cursor, desk);
            }
            return;
        }
        self.older = cursor.filter(|_| is_full || stopped);
        let mut all = std::mem::take(&mut self.rows.rows);
        all.extend(events);
        self.rows.put(all);
    }

    /// Moves, and reads older ones at the end.
    pub(super) fn act(&mut self, action: Action, id: &str, desk: &mut Desk) -> bool {
        let moved = self.rows.act(action);
        if moved
            && self.rows.is_at_end()
            && self.onward.is_none()
            && let Some((at, cursor)) = self.older.take()
        {
            let call = search(id).with("cursor_at", at).with("cursor", cursor);
            self.onward = Some(desk.ask(call));
        }
        moved
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [list, below] =
            Layout::vertical([Constraint::Min(2), Constraint::Length(3)]).areas(area);
        let nothing = if self.first.is_some() {
            "reading…"
        } else {
            "nothing happened so far"
        };
        self.rows.view(frame, list, nothing, look);
        let mut lines = Vec::new();
        if let Some(event) = self.rows.selected() {
            let cells = usize::from(below.width).saturating_sub(2);
            let more = broken(&event.more(), cells).into_iter().take(2);
            lines.extend(more.map(|text| Line::raw(format!("  {text}"))));
        }
        let words = if self.is_announced {
            "  live: the server announces what happens"
        } else {
            "  live: looked at every 5 s, as nothing has been announced yet"
        };
        lines.push(Line::styled(words, look.muted()));
        frame.render_widget(Paragraph::new(lines), below);
    }
}

fn search(id: &str) -> Call {
    Call::read("event_search")
        .with("share_id", id)
        .with("limit", PAGE)
}
