//! One delivery: where it serves, what its scheme can do, and each option with what it means.

pub(super) mod form;
pub mod test;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use serde::Deserialize;
use serde_json::Value;

use super::deliveries::{DELETE, deletion};
use super::lifetime::interval;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::widget::labelled::Labelled;
use crate::widget::page::Page;
use crate::widget::parts::Parts;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "delivery",
    words: "one delivery",
    contexts: &[Context::Delivery, Context::List, Context::Everywhere],
    open: None,
};

/// From so many cells on, a delivery and its options stand side by side.
const WIDE: u16 = 110;

/// A delivery as the server describes it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Details {
    pub(super) account_id: String,
    pub(super) name: String,
    pub(super) scheme: String,
    pub(super) base_url: String,
    pub(super) kid: String,
    pub(super) uses: Vec<String>,
    pub(super) options: Value,
    pub(super) created_at: Moment,
    pub(super) updated_at: Moment,
}

/// The name of the account.
#[derive(Deserialize)]
struct Account {
    name: String,
}

/// One delivery.
pub struct Delivery {
    account_id: String,
    name: String,
    details: Option<Details>,
    account: Option<String>,
    schemes: form::Schemes,
    parts: Parts,
    page: Page,
    /// Whether both parts are shown side by side.
    is_wide: bool,
    awaited: Option<Number>,
    account_awaited: Option<Number>,
    deleting: Option<Number>,
}

impl Delivery {
    /// A delivery of an account by its name.
    #[must_use]
    pub fn new(account_id: String, name: String) -> Self {
        Self {
            account_id,
            name,
            details: None,
            account: None,
            schemes: form::Schemes::default(),
            parts: Parts::new(&["delivery", "options"]),
            page: Page::default(),
            is_wide: false,
            awaited: None,
            account_awaited: None,
            deleting: None,
        }
    }

    fn read(&mut self, desk: &mut Desk) {
        let call = Call::read("delivery_get")
            .with("account_id", &self.account_id)
            .with("name", &self.name);
        self.awaited = Some(desk.ask(call));
        if self.account.is_none() {
            let call = Call::read("account_get").with("id", &self.account_id);
            self.account_awaited = Some(desk.ask(call));
        }
        self.schemes.read(desk);
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        let number = Some(reply.number);
        if self.awaited == number {
            self.awaited = None;
            self.details = reply.rows::<Details>()?.pop();
        } else if self.account_awaited == number {
            self.account = reply.rows::<Account>()?.pop().map(|account| account.name);
        } else if self.deleting == number {
            reply.rows::<Value>()?;
            desk.say(Tone::Done, "the delivery is deleted");
            desk.back();
        } else if let Some(taken) = self.schemes.take(reply) {
            return taken;
        }
        Ok(())
    }

    fn scheme(&self) -> Option<&form::Scheme> {
        self.schemes.named(&self.details.as_ref()?.scheme)
    }

    fn facts(&self, delivery: &Details, look: &Look) -> Labelled {
        let scheme = self.scheme();
        let words = |words: &[String]| match words {
            [] => "nothing".to_owned(),
            words => words.join(", "),
        };
        let mut facts = Labelled::default()
            .with("name", &delivery.name)
            .with("account", self.account.as_ref().unwrap_or(&self.account_id))
            .with("base URL", &delivery.base_url)
            .with("serves", words(&delivery.uses))
            .with("key", &delivery.kid)
            .with("scheme", &delivery.scheme);
        if let Some(scheme) = scheme {
            facts = facts
                .more(format!("checked by: {}", scheme.meaning), look.muted())
                .with("keys for", words(&scheme.algorithms))
                .with("can serve", words(&scheme.uses))
                .with("can bind", words(&scheme.binds))
                .more("beside path and end, which are always signed", look.muted())
                .with(
                    "longest lifetime",
                    scheme
                        .longest_lifetime
                        .as_deref()
                        .map_or_else(|| "no limit of its own".to_owned(), interval),
                );
        }
        facts
            .with("created", delivery.created_at.absolute())
            .with("changed", delivery.updated_at.absolute())
    }

    /// Each option of the scheme: its value, where that comes from, and what it means.
    fn options(&self, delivery: &Details, look: &Look) -> Option<Labelled> {
        let scheme = self.scheme()?;
        let rules = scheme.options.iter();
        Some(rules.fold(Labelled::default(), |facts, rule| {
            let facts = match delivery.options.get(&rule.name) {
                None => facts.styled(
                    &rule.name,
                    format!("default: {}", rule.otherwise()),
                    look.muted(),
                ),
                Some(Value::String(text)) => {
                    facts.styled(&rule.name, format!("set: {text}"), look.heading())
                }
                Some(other) => facts.styled(&rule.name, format!("set: {other}"), look.heading()),
            };
            facts.more(
                format!("{}; accepts {}", rule.meaning, rule.accepts),
                look.muted(),
            )
        }))
    }

    fn lines(&self, part: usize, cells: u16, look: &Look) -> Vec<Line<'static>> {
        let Some(delivery) = &self.details else {
            return Labelled::missing(self.awaited.is_some(), look).lines(cells, look);
        };
        if part == 0 {
            return self.facts(delivery, look).lines(cells, look);
        }
        match self.options(delivery, look) {
            Some(facts) => facts.lines(cells, look),
            None => Labelled::missing(self.schemes.is_awaited(), look).lines(cells, look),
        }
    }
}

impl Screen for Delivery {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("delivery {}", self.name)
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Filter | Action::Sort | Action::Open => false,
            Action::NextPart | Action::PreviousPart => !self.is_wide,
            Action::Edit | Action::Delete | Action::Test => self.details.is_some(),
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
                if let Err(problem) = self.take(&reply, desk) {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Action(Action::Edit) => {
                if let Some(delivery) = &self.details {
                    form::open(form::change(delivery, self.schemes.all()), desk);
                }
            }
            Event::Action(Action::Test) => {
                if let Some(delivery) = &self.details {
                    desk.open(Box::new(test::dialog(delivery, self.scheme())));
                }
            }
            Event::Action(Action::Delete) => {
                if let Some(delivery) = &self.details {
                    desk.put(deletion(delivery));
                }
            }
            Event::Answered {
                tag: DELETE,
                yes: true,
            } => {
                let call = Call::write("delivery_delete")
                    .with("account_id", &self.account_id)
                    .with("name", &self.name);
                self.deleting = Some(desk.ask(call));
            }
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) => {
                if self.parts.act(action) {
                    self.page.rewind();
                } else {
                    self.page.act(action);
                }
            }
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.is_wide = area.width >= WIDE;
        if self.is_wide {
            let [left, right] =
                Layout::horizontal([Constraint::Length(50), Constraint::Min(1)]).areas(area);
            let facts = self.lines(0, left.width - 2, look);
            frame.render_widget(ratatui::widgets::Paragraph::new(facts), left);
            let options = self.lines(1, right.width, look);
            self.page.view(options, frame, right, look);
            return;
        }
        let [parts, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        frame.render_widget(self.parts.line(look), parts);
        let lines = self.lines(self.parts.chosen, body.width, look);
        self.page.view(lines, frame, body, look);
    }
}
