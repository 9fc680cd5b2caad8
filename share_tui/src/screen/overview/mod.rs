//! The installation at a glance: each part is read for itself and says for itself what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::desk::Desk;
use crate::keymap::Context;
use crate::look::Look;
use crate::message::Reply;
use crate::moment::Moment;
use crate::widget::choice;
use item::{COLUMNS, Found, Item, Lock, SHORT_COLUMNS, Target, Top};
use panel::Panel;
use slot::Slot;
use summary::Summary;
use usage::{Bucket, RANGES, Range};

mod item;
mod layout;
mod panel;
mod slot;
mod summary;
mod usage;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "overview",
    words: "the installation at a glance",
    contexts: &[Context::Overview, Context::List, Context::Everywhere],
    open: Some(|| Box::new(Overview::default())),
};

/// The rows that a panel reads.
const ROWS: u32 = 20;
/// What ends within it ends soon.
const SOON: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The panels in the order in which keys go through them.
const ATTENTION: usize = 0;
const PLAYED: usize = 1;
const REFUSED: usize = 2;
const EXPIRING: usize = 3;
const LOCKED: usize = 4;
/// Those of the most used shares, and what is counted.
const TOPS: [(usize, &str); 2] = [(PLAYED, "plays"), (REFUSED, "refusals")];

/// The overview.
pub struct Overview {
    summary: Slot<Summary>,
    usage: Slot<Vec<Bucket>>,
    panels: [Panel; 5],
    locks: Vec<Lock>,
    /// Titles of locked shares.
    titles: Slot<BTreeMap<String, String>>,
    focus: usize,
    range: usize,
    read_at: Option<Timestamp>,
}

impl Default for Overview {
    fn default() -> Self {
        Self {
            summary: Slot::default(),
            usage: Slot::default(),
            panels: [
                Panel::new("attention", "", SHORT_COLUMNS),
                Panel::new("most played", "nothing was played", COLUMNS),
                Panel::new("most refused", "nothing was refused", COLUMNS),
                Panel::new("expiring within 7 d", "nothing expires soon", COLUMNS),
                Panel::new("locked by wrong passwords", "nothing is locked", COLUMNS),
            ],
            locks: Vec::new(),
            titles: Slot::default(),
            focus: ATTENTION,
            range: 1,
            read_at: None,
        }
    }
}

impl Overview {
    fn range(&self) -> Range {
        RANGES[self.range.min(RANGES.len() - 1)]
    }

    /// Asks for everything, what is quick first: the server answers one after the other.
    fn read(&mut self, desk: &mut Desk) {
        let now = desk.now();
        self.read_at = Some(now);
        let summary = Call::read("server_overview");
        self.summary.ask(summary, desk);
        let expiring = Call::read("share_search")
            .with("sort", "expires")
            .with("descending", false)
            .with("expires_after", now)
            .with("expires_before", now + SOON)
            .with("limit", ROWS);
        self.panels[EXPIRING].slot.ask(expiring, desk);
        let locked = Call::read("share_lock_list").with("limit", ROWS);
        self.panels[LOCKED].slot.ask(locked, desk);
        self.read_range(desk);
    }

    /// Asks for what hangs on the range.
    fn read_range(&mut self, desk: &mut Desk) {
        let range = self.range();
        self.usage.ask(range.call(desk.now()), desk);
        for (place, measure) in TOPS {
            let call = Call::read("share_top")
                .with("measure", measure)
                .with("since", range.since(desk.now()))
                .with("limit", ROWS);
            self.panels[place].slot.ask(call, desk);
        }
    }

    fn turn_range(&mut self, range: Option<usize>, desk: &mut Desk) {
        let Some(range) = range.filter(|range| *range < RANGES.len()) else {
            return;
        };
        self.range = range;
        self.usage.clear();
        for (place, _) in TOPS {
            self.panels[place].slot.clear();
            self.panels[place].note.clear();
        }
        self.read_range(desk);
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) {
        if self
            .summary
            .take(reply, |rows: Vec<Summary>| rows.into_iter().next())
        {
            self.summarize();
        } else if self.titles.take(reply, |rows: Vec<Found>| {
            Some(rows.into_iter().filter_map(Found::named).collect())
        }) {
            self.name_locks(desk.now());
        } else if !self.usage.take(reply, Some) && !self.take_top(reply, desk.now()) {
            self.take_shares(reply, desk);
        }
    }

    fn summarize(&mut self) {
        let attention = &mut self.panels[ATTENTION];
        attention.slot.problem.clone_from(&self.summary.problem);
        attention.slot.value = self.summary.value.as_ref().map(|_| ());
        let summary = self.summary.value.as_ref();
        let is_migrated = summary.is_none_or(Summary::is_migrated);
        attention.nothing = if is_migrated {
            "these figures are for operators"
        } else {
            "there are no tables yet"
        };
        attention
            .rows
            .set(summary.map(Summary::attention).unwrap_or_default());
        self.panels[LOCKED].note = summary.and_then(Summary::locks).unwrap_or_default();
    }

    fn take_top(&mut self, reply: &Reply, now: Timestamp) -> bool {
        let since = self.range().since(now);
        TOPS.iter().any(|(place, _)| {
            let panel = &mut self.panels[*place];
            let (rows, note) = (&mut panel.rows, &mut panel.note);
            panel.slot.take(reply, |found: Vec<Top>| {
                // Among very many events only the newest are looked at.
                let reached = found.first().map(|top| top.counted_since);
                let reached =
                    reached.filter(|at| *at > Moment::At(since + SignedDuration::from_mins(1)));
                *note = reached
                    .map(|at| format!("of the newest, since {}", at.relative(now)))
                    .unwrap_or_default();
                rows.set(found.into_iter().map(Item::from).collect());
                Some(())
            })
        })
    }

    fn take_shares(&mut self, reply: &Reply, desk: &mut Desk) {
        let now = desk.now();
        let [_, _, _, expiring, locked] = &mut self.panels;
        let rows = &mut expiring.rows;
        if expiring.slot.take(reply, |found: Vec<Found>| {
            rows.set(
                found
                    .into_iter()
                    .filter_map(|found| found.ending(now))
                    .collect(),
            );
            Some(())
        }) {
            return;
        }
        let locks = &mut self.locks;
        if locked.slot.take(reply, |found: Vec<Lock>| {
            *locks = found;
            Some(())
        }) {
            self.name_locks(now);
            let ids: BTreeSet<&str> = self
                .locks
                .iter()
                .map(|lock| lock.share_id.as_str())
                .collect();
            if !ids.is_empty() {
                let ids: Vec<&str> = ids.into_iter().collect();
                let call = Call::read("share_search")
                    .list("ids", &ids)
                    .with("limit", ids.len());
                self.titles.ask(call, desk);
            }
        }
    }

    fn name_locks(&mut self, now: Timestamp) {
        let title = |lock: &Lock| self.titles.value.as_ref()?.get(&lock.share_id);
        let items = self
            .locks
            .iter()
            .map(|lock| lock.item(title(lock), now))
            .collect();
        self.panels[LOCKED].rows.set(items);
    }

    fn selected(&self) -> Option<&Target> {
        let panel = self.panels.get(self.focus)?;
        Some(&panel.rows.selected()?.target)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        let last = self.panels.len() - 1;
        match action {
            Action::Refresh => self.read(desk),
            Action::Longer => self.turn_range(Some(self.range + 1), desk),
            Action::Shorter => self.turn_range(self.range.checked_sub(1), desk),
            Action::NextPart | Action::PreviousPart => {
                self.focus = choice::turn(self.focus, self.panels.len(), action);
            }
            Action::Open => {
                if let Some(screen) = self.selected().and_then(Target::open) {
                    desk.open(screen);
                }
            }
            Action::Back => desk.back(),
            action => {
                if self.panels[self.focus].rows.act(action) {
                    return;
                }
                // Behind the last row of a panel is the next panel.
                if action == Action::Down && self.focus < last {
                    self.focus += 1;
                    self.panels[self.focus].rows.select(0);
                } else if action == Action::Up && self.focus > 0 {
                    self.focus -= 1;
                    self.panels[self.focus].rows.select(usize::MAX);
                }
            }
        }
    }
}

impl Screen for Overview {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        let at = self
            .read_at
            .map(|at| format!(" · {} UTC", at.strftime("%H:%M")));
        format!("overview{}", at.unwrap_or_default())
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened | Event::Returned | Event::Reconnected => self.read(desk),
            Event::Reply(reply) => self.take(&reply, desk),
            Event::Action(action) => self.act(action, desk),
            _ => {}
        }
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Open => self.selected().is_some_and(Target::is_there),
            Action::Longer => self.range + 1 < RANGES.len(),
            Action::Shorter => self.range > 0,
            Action::Filter | Action::Sort => false,
            _ => true,
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        layout::view(self, frame, area, look);
    }
}
