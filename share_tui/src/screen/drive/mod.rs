//! One drive: what it is, by what its files are described, and how they are used.

mod archival;
pub mod attribute;
mod attributes;
mod definition;
mod edit;
mod form;
mod option_form;
mod overview;
mod typed;
mod usage;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use serde::Deserialize;
use serde_json::Value;

use self::attributes::Attributes;
pub(super) use self::edit::change;
use self::overview::Overview;
use self::usage::Usage;
use super::files::Files;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::moment::Moment;
use crate::widget::parts::Parts;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "drive",
    words: "one drive",
    contexts: &[Context::Drive, Context::List, Context::Everywhere],
    open: None,
};

const DRIVE: usize = 0;
const ATTRIBUTES: usize = 1;

/// A drive as the server describes it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Details {
    pub(super) id: String,
    pub(super) account_id: String,
    pub(super) name: String,
    pub(super) is_default: bool,
    pub(super) policy: Value,
    pub(super) created_at: Moment,
}

/// One drive.
pub struct Drive {
    tabs: Parts,
    overview: Overview,
    attributes: Attributes,
    usage: Usage,
}

impl Drive {
    /// A drive as the list knows it.
    pub(super) fn new(details: Details) -> Self {
        Self {
            tabs: Parts::new(&["drive", "attributes", "usage"]),
            attributes: Attributes::new(&details),
            usage: Usage::new(&details),
            overview: Overview::new(details),
        }
    }

    fn details(&self) -> &Details {
        self.overview.details()
    }

    /// Reads the part that is shown.
    fn read(&mut self, desk: &mut Desk) {
        match self.tabs.chosen {
            DRIVE => self.overview.read(desk),
            ATTRIBUTES => self.attributes.read(desk),
            _ => self.usage.read(desk),
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        match self.tabs.chosen {
            DRIVE => self.overview.act(action, desk),
            ATTRIBUTES => self.attributes.act(action, desk),
            _ => self.usage.act(action, desk),
        }
    }
}

impl Screen for Drive {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("drive {}", self.details().name)
    }

    fn is_reading(&self) -> bool {
        match self.tabs.chosen {
            DRIVE => self.overview.is_reading(),
            ATTRIBUTES => self.attributes.is_reading(),
            _ => self.usage.is_reading(),
        }
    }

    fn offers(&self, action: Action) -> bool {
        match (action, self.tabs.chosen) {
            (Action::Filter | Action::Sort, _) | (Action::Open, DRIVE) => false,
            (Action::Create | Action::Archive | Action::Restore, part) => {
                part == ATTRIBUTES && self.attributes.offers(action)
            }
            (Action::Open | Action::Edit, ATTRIBUTES) => self.attributes.offers(action),
            (Action::Open, _) => self.usage.selected().is_some(),
            (Action::Edit, part) => part == DRIVE,
            (Action::Longer | Action::Shorter, part) => part > ATTRIBUTES,
            _ => true,
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened
            | Event::Returned
            | Event::Reconnected
            | Event::Action(Action::Refresh) => self.read(desk),
            Event::Reply(reply) => {
                let taken = self.overview.take(&reply);
                let taken = taken.or_else(|| self.attributes.take(&reply, desk));
                let taken = taken.or_else(|| self.usage.take(&reply));
                if let Some(Err(problem)) = taken {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Answered { tag, yes: true } => self.attributes.answered(tag, desk),
            Event::Action(Action::Back) => desk.back(),
            Event::Action(Action::ShowFiles) => {
                let drive = self.details();
                desk.open(Box::new(Files::of(
                    drive.name.clone(),
                    drive.account_id.clone(),
                    Some(drive.id.clone()),
                )));
            }
            Event::Action(action) if self.tabs.act(action) => self.read(desk),
            Event::Action(action) => self.act(action, desk),
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [tabs, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        frame.render_widget(self.tabs.line(look), tabs);
        match self.tabs.chosen {
            DRIVE => self.overview.view(frame, body, look),
            ATTRIBUTES => self.attributes.view(frame, body, look),
            _ => self.usage.view(frame, body, look),
        }
    }
}
