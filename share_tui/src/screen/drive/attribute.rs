//! One attribute of a drive's files: what it is, and what may be chosen for it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;

use super::archival::Archival;
use super::definition::{Choice, Definition};
use super::{form, option_form};
use crate::action::Action;
use crate::attribute::has_options;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::screen::{Entry, Event, Screen};
use crate::widget::labelled::Labelled;
use crate::widget::page::Page;
use crate::widget::parts::Parts;
use crate::widget::rows::Rows;
use crate::widget::table::{Cell, Column};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "attribute",
    words: "one attribute of a drive's files",
    contexts: &[Context::Attribute, Context::List, Context::Everywhere],
    open: None,
};

/// From so many cells on, facts stand beside the options.
const WIDE: u16 = 110;

const OPTIONS: usize = 0;

const COLUMNS: &[Column<Choice>] = &[
    Column {
        title: "option",
        cells: 16,
        grows: true,
        rank: 0,
        cell: |row, _| Cell::plain(&row.name),
    },
    Column {
        title: "colour",
        cells: 13,
        grows: false,
        rank: 1,
        cell: |row, look| match &row.color {
            Some(color) => Cell::new(format!("■ {color}"), look.option(color)),
            None => Cell::new("none", look.muted()),
        },
    },
    Column {
        title: "place",
        cells: 5,
        grows: false,
        rank: 3,
        cell: |row, _| Cell::plain(row.ordinal.to_string()),
    },
    Column {
        title: "made by",
        cells: 12,
        grows: false,
        rank: 4,
        cell: |row, look| match &row.created_by {
            Some(who) => Cell::plain(who),
            None => Cell::new("service", look.muted()),
        },
    },
    Column {
        title: "made",
        cells: 16,
        grows: false,
        rank: 5,
        cell: |row, _| Cell::plain(row.created_at.absolute()),
    },
    Column {
        title: "state",
        cells: 8,
        grows: false,
        rank: 2,
        cell: |row, look| {
            if row.archived {
                Cell::new("archived", look.warning())
            } else {
                Cell::new("in use", look.good())
            }
        },
    },
];

/// One attribute.
pub struct Attribute {
    held: Definition,
    tabs: Parts,
    page: Page,
    options: Rows<Choice>,
    archival: Archival,
    awaited: Option<Number>,
}

impl Attribute {
    /// An attribute as the list knows it.
    pub(super) fn new(held: Definition) -> Self {
        let mut tabs = Parts::new(&["options", "attribute"]);
        // Where there is nothing to choose from, there is nothing to see of it first.
        tabs.chosen = usize::from(!has_options(&held.value_type));
        let mut attribute = Self {
            tabs,
            page: Page::default(),
            options: Rows::new(COLUMNS),
            archival: Archival::default(),
            awaited: None,
            held: held.clone(),
        };
        attribute.put(held);
        attribute
    }

    fn put(&mut self, held: Definition) {
        let options = held.options.clone().unwrap_or_default();
        self.options.put_anew(options, |row| &row.id);
        self.held = held;
    }

    fn read(&mut self, desk: &mut Desk) {
        let call = Call::read("attribute_get")
            .with("id", &self.held.id)
            .with("account_id", &self.held.account_id);
        self.awaited = Some(desk.ask(call));
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            if let Some(held) = reply.rows()?.pop() {
                self.put(held);
            }
        } else if let Some(taken) = self.archival.take(reply, desk) {
            self.read(desk);
            return taken;
        }
        Ok(())
    }

    /// The option that keys act on.
    fn option(&self) -> Option<&Choice> {
        let is_shown = self.tabs.chosen == OPTIONS;
        self.options.selected().filter(|_| is_shown)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        if self.archival.act(action, &self.held, desk) {
            return;
        }
        match (action, self.option()) {
            (Action::Create, _) => desk.open(Box::new(option_form::addition(&self.held))),
            (Action::Open, Some(option)) => {
                desk.open(Box::new(option_form::change(&self.held, option)));
            }
            (Action::Edit, _) => desk.open(Box::new(form::change(&self.held))),
            _ if self.tabs.chosen == OPTIONS => {
                self.options.act(action);
            }
            _ => {
                self.page.act(action);
            }
        }
    }

    fn facts(&self, look: &Look) -> Labelled {
        let held = &self.held;
        let flag = |is: bool, yes: &'static str| if is { yes } else { "no" };
        let facts = Labelled::default()
            .with("label", &held.label)
            .with("name", &held.name)
            .with("type", &held.value_type);
        let facts = if held.archived {
            facts.styled(
                "state",
                "archived: kept, neither shown nor set",
                look.warning(),
            )
        } else {
            facts.styled("state", "in use", look.good())
        };
        let facts = match held.default_text() {
            none if none.is_empty() => facts.styled("default", "none", look.muted()),
            some => facts.with("default", some),
        };
        let facts = match held.media() {
            all if all.is_empty() => facts.with("files", "all"),
            some => facts.with("files", some),
        };
        let facts = if has_options(&held.value_type) {
            facts.with(
                "new options",
                flag(held.add_new_options, "made by setting a value that is none"),
            )
        } else {
            facts
        };
        facts
            .maybe("group", held.group_name.as_ref())
            .with("shown at", &held.location)
            .maybe("description", held.description.as_ref())
            .with(
                "automated",
                flag(held.automated, "a worker is to fill it in"),
            )
            .maybe("worker is told", held.prompt.as_ref())
            .with("made", held.created_at.absolute())
            .with("changed", held.updated_at.absolute())
            .with("id", &held.id)
    }
}

impl Screen for Attribute {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("attribute {}", self.held.title())
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Filter | Action::Sort => false,
            Action::Open => self.option().is_some(),
            Action::Create => has_options(&self.held.value_type),
            action => Archival::offers(action, &self.held),
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened
            | Event::Returned
            | Event::Reconnected
            | Event::Action(Action::Refresh) => self.read(desk),
            Event::Reply(reply) => {
                if let Err(problem) = self.take(&reply, desk) {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Answered { tag, yes: true } => self.archival.answered(tag, desk),
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) if self.tabs.act(action) => self.page.rewind(),
            Event::Action(action) => self.act(action, desk),
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [tabs, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        frame.render_widget(self.tabs.line(look), tabs);
        let facts = self.facts(look);
        if self.tabs.chosen != OPTIONS {
            let lines = facts.lines(body.width, look);
            self.page.view(lines, frame, body, look);
            return;
        }
        let beside = if area.width >= WIDE { 52 } else { 0 };
        let [left, right] =
            Layout::horizontal([Constraint::Length(beside), Constraint::Min(1)]).areas(body);
        if beside > 0 {
            let lines = facts.lines(beside - 2, look);
            frame.render_widget(Paragraph::new(lines), left);
        }
        let nothing = if has_options(&self.held.value_type) {
            "no options yet"
        } else {
            "values of this type are not chosen from options"
        };
        self.options.view(frame, right, nothing, look);
    }
}
