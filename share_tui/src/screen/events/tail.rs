//! The events as they come: read when the server announces some, and by a timer where it does not.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::filter::Filter;
use super::row::{COLUMNS, Event};
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::widget::short_list::ShortList;

/// What the server announces new events on.
pub(super) const CHANNEL: &str = "pg_share_event";
/// Commits come out of order: so far back each reading looks once more.
const OVERLAP: SignedDuration = SignedDuration::from_secs(10);
/// Where nothing is known yet, the clocks of the two sides may differ by this.
const SKEW: SignedDuration = SignedDuration::from_mins(5);
/// The server announces once a second at most, so that the last events of a burst are read after it.
const AFTER_THE_LAST: Duration = Duration::from_millis(1500);
/// Announcements of many processes are taken together.
const LEAST_PAUSE: Duration = Duration::from_millis(500);
/// Rows of a reading.
const PAGE: usize = 100;
/// The rows that are kept on the screen.
const KEPT: usize = 1000;

/// Whether the server announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Herald {
    /// Nothing has come yet that it could have announced; so many readings have found some that it did not.
    Unknown(u8),
    /// It has.
    Announces,
    /// Events have come without.
    Silent,
}

impl Herald {
    fn pause(self) -> Duration {
        match self {
            Self::Unknown(_) => Duration::from_secs(5),
            // For what is committed long after it was announced.
            Self::Announces => Duration::from_secs(30),
            Self::Silent => Duration::from_secs(3),
        }
    }
}

/// Why it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Occasion {
    /// Somebody has come to look.
    Asked,
    /// The server has announced something.
    Announced,
    /// It is time.
    Timer,
}

/// Events as they come.
pub(super) struct Tail {
    filter: Filter,
    pub(super) rows: ShortList<Event>,
    /// The ids that the next reading may bring once more.
    known: BTreeMap<String, Timestamp>,
    last: Option<Timestamp>,
    /// Where the first reading ended: what is older is not looked for.
    floor: Option<Timestamp>,
    awaited: Option<Number>,
    asked_at: Timestamp,
    begun_at: Timestamp,
    is_first: bool,
    is_wanted_again: bool,
    occasion: Occasion,
    found: bool,
    more_until: Option<Timestamp>,
    herald: Herald,
}

impl Tail {
    /// Begins with the newest events.
    pub(super) fn new(filter: Filter, desk: &mut Desk) -> Self {
        let mut tail = Self {
            filter,
            rows: ShortList::new(COLUMNS),
            known: BTreeMap::new(),
            last: None,
            floor: None,
            awaited: None,
            asked_at: desk.now(),
            begun_at: desk.now(),
            is_first: true,
            is_wanted_again: false,
            occasion: Occasion::Asked,
            found: false,
            more_until: None,
            herald: Herald::Unknown(0),
        };
        tail.read(desk);
        tail
    }

    /// Finds out once more whether the server announces: it may be another one now.
    pub(super) fn reconnected(&mut self, desk: &mut Desk) {
        self.herald = Herald::Unknown(0);
        self.returned(desk);
    }

    /// Reads what has come while something else was shown.
    pub(super) fn returned(&mut self, desk: &mut Desk) {
        self.occasion = Occasion::Asked;
        self.read(desk);
    }

    /// The server says that there is something new.
    pub(super) fn announced(&mut self, desk: &mut Desk) {
        self.herald = Herald::Announces;
        self.occasion = Occasion::Announced;
        self.more_until = desk.now().checked_add(AFTER_THE_LAST).ok();
        let since = desk.now().duration_since(self.asked_at);
        if since.is_negative() || since.unsigned_abs() >= LEAST_PAUSE {
            self.read(desk);
        } else {
            desk.wake_in(LEAST_PAUSE);
        }
    }

    /// It is time to look.
    pub(super) fn woken(&mut self, desk: &mut Desk) {
        if self.more_until.is_none() {
            self.occasion = Occasion::Timer;
        }
        self.read(desk);
    }

    fn read(&mut self, desk: &mut Desk) {
        if self.awaited.is_some() {
            self.is_wanted_again = true;
            return;
        }
        self.found = false;
        self.asked_at = desk.now();
        if self.more_until.is_some_and(|until| until <= self.asked_at) {
            self.more_until = None;
        }
        let call = if self.is_first {
            self.filter.newest_first()
        } else {
            self.recent()
        };
        self.ask(call, desk);
    }

    /// The search for what may not be known yet.
    fn recent(&self) -> Call {
        let from = match self.last {
            Some(last) => earlier(last, OVERLAP),
            None => earlier(self.begun_at, SKEW),
        };
        self.filter.since(from)
    }

    fn ask(&mut self, call: Call, desk: &mut Desk) {
        self.awaited = Some(desk.ask(call.with("limit", PAGE)));
    }

    /// Takes events in; none if the reply is of another call.
    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        if self.awaited != Some(reply.number) {
            return None;
        }
        self.awaited = None;
        let goes_on = match self.fill(reply) {
            Ok(goes_on) => goes_on,
            Err(problem) => {
                desk.wake_in(self.herald.pause());
                return Some(Err(problem));
            }
        };
        if let Some((at, id)) = goes_on {
            let call = self.recent().with("cursor_at", at);
            self.ask(call.with("cursor", id), desk);
            return Some(Ok(()));
        }
        self.judge();
        self.forget();
        if std::mem::take(&mut self.is_wanted_again) {
            self.read(desk);
            return Some(Ok(()));
        }
        let left = self
            .more_until
            .map(|until| until.duration_since(desk.now()));
        let left = left.filter(SignedDuration::is_positive);
        desk.wake_in(left.map_or(self.herald.pause(), SignedDuration::unsigned_abs));
        Some(Ok(()))
    }

    /// Puts new rows first; where a reading goes on, tells behind which event.
    fn fill(&mut self, reply: &Reply) -> Result<Option<(String, String)>, Problem> {
        let mut found: Vec<Value> = reply.rows()?;
        let is_full = found.len() >= PAGE;
        let stop = found.pop_if(|row| row.get("id").is_some_and(Value::is_null));
        let behind = stop.as_ref().or_else(|| found.last().filter(|_| is_full));
        let behind = behind.and_then(|row| {
            let text = |name| row.get(name).and_then(Value::as_str).map(str::to_owned);
            Some((text("cursor_at")?, text("cursor")?))
        });
        let mut events: Vec<Event> = reply.shaped(found)?;
        if !self.is_first {
            events.reverse();
        }
        let floor = self.floor;
        events.retain(|event| {
            let is_older = floor.is_some_and(|floor| event.row.at <= Moment::At(floor));
            !is_older && !self.known.contains_key(&event.row.id)
        });
        if let (true, true, Some(Moment::At(at))) = (
            self.is_first,
            is_full,
            events.last().map(|event| event.row.at),
        ) {
            self.floor = Some(at);
        }
        for event in &events {
            if let Moment::At(at) = event.row.at {
                self.known.insert(event.row.id.clone(), at);
                self.last = Some(self.last.map_or(at, |last| last.max(at)));
            }
        }
        self.found |= !events.is_empty();
        self.rows.prepend(events, KEPT);
        // One that was committed late is older than some that are there.
        self.rows
            .arrange(|event| Reverse((event.row.at, event.row.id.clone())));
        // The first reading begins at the newest and ends where its page does.
        let was_first = std::mem::take(&mut self.is_first);
        Ok(behind.filter(|_| !was_first))
    }

    /// Finds out whether the server announces: twice something new without a word is an answer.
    fn judge(&mut self) {
        if let Herald::Unknown(times) = self.herald
            && self.found
            && self.occasion == Occasion::Timer
        {
            self.herald = if times == 0 {
                Herald::Unknown(1)
            } else {
                Herald::Silent
            };
        }
    }

    /// Forgets ids that no reading brings any more.
    fn forget(&mut self) {
        if let Some(last) = self.last {
            self.known.retain(|_, at| *at >= earlier(last, OVERLAP));
        }
    }

    /// How it comes to know of events.
    pub(super) fn words(&self) -> &'static str {
        match self.herald {
            Herald::Unknown(_) => "live, every 5 s until the server announces",
            Herald::Announces => "live, announced by the server",
            Herald::Silent => {
                "live, every 3 s: no announcements come here (a standby, a pooler, or they are off)"
            }
        }
    }

    /// Whether the first reading has not come yet.
    pub(super) fn is_reading(&self) -> bool {
        self.is_first && self.awaited.is_some()
    }
}

/// A time so much earlier, or the time itself where there is none.
fn earlier(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_sub(by).unwrap_or(at)
}
