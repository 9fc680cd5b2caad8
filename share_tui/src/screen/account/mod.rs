//! One account: its rules and use, its members, API keys, drives and deliveries.

mod api_keys;
mod members;
mod overview;
pub mod secret;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use self::api_keys::ApiKeys;
use self::members::Members;
use self::overview::Overview;
use super::deliveries::Deliveries;
use super::drives::Drives;
use super::of_account::Panel as _;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::widget::parts::Parts;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "account",
    words: "one account",
    contexts: &[Context::Account, Context::List, Context::Everywhere],
    open: None,
};

const OVERVIEW: usize = 0;
const MEMBERS: usize = 1;
const API_KEYS: usize = 2;
const DRIVES: usize = 3;

/// One account.
pub struct Account {
    id: String,
    tabs: Parts,
    overview: Overview,
    members: Members,
    api_keys: ApiKeys,
    drives: Drives,
    deliveries: Deliveries,
}

impl Account {
    /// An account by its id.
    #[must_use]
    pub fn new(id: String) -> Self {
        Self {
            tabs: Parts::new(&["account", "members", "API keys", "drives", "deliveries"]),
            overview: Overview::new(id.clone()),
            members: Members::new(id.clone()),
            api_keys: ApiKeys::new(id.clone()),
            drives: Drives::of(id.clone()),
            deliveries: Deliveries::of(id.clone()),
            id,
        }
    }

    /// Reads the part that is shown.
    fn read(&mut self, desk: &mut Desk) {
        match self.tabs.chosen {
            OVERVIEW => self.overview.read(desk),
            MEMBERS => self.members.read(desk),
            API_KEYS => self.api_keys.read(desk),
            DRIVES => self.drives.read(desk),
            _ => self.deliveries.read(desk),
        }
    }
}

impl Screen for Account {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("account {}", self.overview.name().unwrap_or(&self.id))
    }

    fn offers(&self, action: Action) -> bool {
        let part = self.tabs.chosen;
        match action {
            Action::Filter | Action::Sort => false,
            Action::Open => part > API_KEYS,
            Action::Create => part != OVERVIEW,
            Action::Edit => match part {
                OVERVIEW => self.overview.is_known(),
                MEMBERS => self.members.list.selected().is_some(),
                DRIVES => self.drives.offers(action),
                API_KEYS => false,
                _ => self.deliveries.offers(action),
            },
            Action::Delete => match part {
                MEMBERS => self.members.list.selected().is_some(),
                part => part > DRIVES && self.deliveries.offers(action),
            },
            Action::ShowFiles => part == DRIVES && self.drives.offers(action),
            Action::Revoke => part == API_KEYS && self.api_keys.can_revoke(),
            _ => true,
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened | Event::Returned | Event::Reconnected => {
                if !self.overview.is_known() && self.tabs.chosen != OVERVIEW {
                    self.overview.read(desk);
                }
                self.read(desk);
            }
            Event::Action(Action::Refresh) => self.read(desk),
            Event::Reply(reply) => {
                let taken = self.overview.take(&reply);
                let taken = taken.or_else(|| self.members.take(&reply, desk));
                let taken = taken.or_else(|| self.api_keys.take(&reply, desk));
                let taken = taken.or_else(|| self.drives.take(&reply, desk));
                let taken = taken.or_else(|| self.deliveries.take(&reply, desk));
                if let Some(Err(problem)) = taken {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Answered { tag, yes: true } => match tag {
                "remove-member" => self.members.remove(desk),
                "revoke-api-key" => self.api_keys.revoke(desk),
                _ => self.deliveries.answered(tag, desk),
            },
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) if self.tabs.act(action) => self.read(desk),
            Event::Action(action) => match self.tabs.chosen {
                OVERVIEW => self.overview.act(action, desk),
                MEMBERS => self.members.act(action, desk),
                API_KEYS => self.api_keys.act(action, desk),
                DRIVES => self.drives.act(action, desk),
                _ => self.deliveries.act(action, desk),
            },
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [tabs, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        frame.render_widget(self.tabs.line(look), tabs);
        match self.tabs.chosen {
            OVERVIEW => self.overview.view(frame, body, look),
            MEMBERS => self.members.list.view(frame, body, look),
            API_KEYS => self.api_keys.list.view(frame, body, look),
            DRIVES => self.drives.view(frame, body, look),
            _ => self.deliveries.view(frame, body, look),
        }
    }
}
