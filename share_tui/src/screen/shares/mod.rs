//! The list of shares: all of the installation, page by page, filtered, marked and changed.

mod bulk;
pub(crate) mod deed;
pub(crate) mod figure;
pub(crate) mod filter;
mod filter_line;
mod lookup;
mod row;
mod steps;
pub(crate) mod terms;
pub(crate) mod when;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;

pub(crate) use self::row::state_style;

use self::bulk::{Bulk, Count};
use self::deed::{Deed, Undo};
use self::filter::Filter;
use self::filter_line::FilterLine;
use self::lookup::Lookup;
use self::row::{Row, SOURCE};
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::desk::Desk;
use crate::keymap::Context;
use crate::look::Look;
use crate::message::Number;
use crate::widget::list::List;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "shares",
    words: "find, mark and end shares",
    contexts: &[Context::Shares, Context::List, Context::Everywhere],
    open: Some(|| Box::new(Shares::default())),
};

/// How many shares are looked at for the number in the title.
const COUNTED: u32 = 20_000;

/// The orders of the list: the words, and the arguments.
const SORTS: &[(&str, &str, &str)] = &[
    ("newest first", "created", "true"),
    ("oldest first", "created", "false"),
    ("ending soonest first", "expires", "false"),
    ("ending latest first", "expires", "true"),
];

/// A change of one share that is under way.
struct Changing {
    number: Number,
    done: String,
    undo: Option<Undo>,
}

/// The list of shares.
pub struct Shares {
    list: List<Row>,
    /// The filter as it was typed, and as it is applied.
    line: String,
    filter: Filter,
    typing: Option<FilterLine>,
    lookup: Option<Lookup>,
    sort: usize,
    counting: Option<Number>,
    count: Option<Count>,
    /// All that the filter meets is marked.
    all: bool,
    bulk: Option<Bulk>,
    /// The share that a question is about.
    asked: Option<(String, String, Option<String>)>,
    changing: Option<Changing>,
    undo: Option<Undo>,
    copying: Option<Number>,
}

impl Default for Shares {
    fn default() -> Self {
        Self {
            list: List::new(&SOURCE),
            line: String::new(),
            filter: Filter::default(),
            typing: None,
            lookup: None,
            sort: 0,
            counting: None,
            count: None,
            all: false,
            bulk: None,
            asked: None,
            changing: None,
            undo: None,
            copying: None,
        }
    }
}

impl Shares {
    fn call(&self) -> Call {
        let call = self.filter.apply(Call::read("share_search"));
        // The order that needs no word is the one that the server has.
        match SORTS.get(self.sort) {
            Some((_, sort, descending)) if self.sort > 0 => {
                call.with("sort", sort).with("descending", descending)
            }
            _ => call,
        }
    }

    /// Lists from the beginning, and counts.
    fn restart(&mut self, desk: &mut Desk) {
        self.list.restart(self.call(), desk);
        self.recount(desk);
    }

    fn refresh(&mut self, desk: &mut Desk) {
        self.list.refresh(self.call(), desk);
        self.recount(desk);
    }

    fn recount(&mut self, desk: &mut Desk) {
        let call = self.filter.apply(Call::read("share_count"));
        self.counting = Some(desk.ask(call.with("at_most", COUNTED)));
    }

    /// Takes a filter that needs no look-up any more.
    fn settle(&mut self, filter: Filter, line: String, desk: &mut Desk) {
        self.line = line;
        self.filter = filter;
        self.count = None;
        self.unmark();
        self.restart(desk);
    }

    fn unmark(&mut self) {
        self.all = false;
        self.list.marked.clear();
    }
}

impl Screen for Shares {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        let mut parts = vec!["shares".to_owned()];
        if let Some(count) = self.count {
            parts.push(count.said());
        }
        if self.sort > 0 {
            parts.extend(SORTS.get(self.sort).map(|(words, ..)| (*words).to_owned()));
        }
        let place = self.list.place();
        if self.all {
            parts.extend(place.split(',').next().map(str::to_owned));
            parts.push("all marked".to_owned());
        } else {
            parts.push(place);
        }
        // Last, since it may be long.
        if !self.line.is_empty() {
            parts.push(self.line.clone());
        }
        parts.join(" · ")
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened => self.restart(desk),
            Event::Returned | Event::Reconnected => self.refresh(desk),
            Event::Reply(reply) => self.replied(&reply, desk),
            Event::Typed(key) => self.typed(key, desk),
            Event::Pasted(text) => {
                if let Some(typing) = &mut self.typing {
                    typing.paste(&text, desk);
                }
            }
            Event::Woken => {
                let paused = self.typing.as_mut().and_then(|typing| typing.paused(desk));
                if let (Some(filter), Some(typing)) = (paused, &self.typing) {
                    let line = typing.input.value().trim().to_owned();
                    if filter != self.filter {
                        self.settle(filter, line, desk);
                    }
                }
            }
            Event::Answered { tag, yes } => self.answered(tag, yes, desk),
            Event::Action(action) => self.act(action, desk),
            Event::Announced { .. } | Event::Fetched(_) => {}
        }
    }

    fn takes_text(&self) -> bool {
        self.typing.is_some()
    }

    fn is_reading(&self) -> bool {
        self.list.is_stale()
    }

    fn offers(&self, action: Action) -> bool {
        if self.bulk.as_ref().is_some_and(Bulk::is_running) {
            return matches!(
                action,
                Action::Back | Action::Help | Action::Cancel | Action::Quit
            );
        }
        match action {
            Action::Undo => self.undo.is_some(),
            Action::Open | Action::CopyLink | Action::Mark | Action::MarkAll => {
                self.list.selected().is_some()
            }
            action => Deed::of(action).is_none() || self.list.selected().is_some(),
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let top = if self.typing.is_some() { 2 } else { 0 };
        let bottom = if self.bulk.is_some() { 2 } else { 0 };
        let [line, list, bulk] = Layout::vertical([
            Constraint::Length(top),
            Constraint::Min(1),
            Constraint::Length(bottom),
        ])
        .areas(area);
        if let Some(typing) = &self.typing {
            let lines = typing.lines(usize::from(line.width), look);
            frame.render_widget(Paragraph::new(lines.to_vec()), line);
        }
        self.list.view(frame, list, look);
        if let Some(shown) = &self.bulk {
            shown.view(frame, bulk, look);
        }
    }
}
