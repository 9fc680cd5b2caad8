//! One signing key, without its secret, and what hangs on it.

pub(super) mod change;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use serde::Deserialize;

use self::change::{Change, Reach, Want};
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::{Moment, span};
use crate::widget::labelled::{Labelled, missing};
use crate::widget::page::Page;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "key",
    words: "one signing key",
    contexts: &[Context::Key, Context::List, Context::Everywhere],
    open: None,
};

/// A key that ends within so many seconds is due.
const SOON: i64 = 7 * 86_400;
/// A key in use for so many seconds is old.
const OLD: u64 = 365 * 86_400;

/// A key as the server describes it, without its secret.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Details {
    pub(super) kid: String,
    pub(super) account_id: Option<String>,
    pub(super) algorithm: String,
    pub(super) state: String,
    pub(super) valid_from: Moment,
    pub(super) valid_until: Option<Moment>,
    pub(super) replaced_by: Option<String>,
    pub(super) created_at: Moment,
}

impl Details {
    /// Since when it is there, in seconds.
    fn seconds(&self, look: &Look) -> u64 {
        match self.created_at {
            Moment::At(at) => {
                u64::try_from(look.now.as_second() - at.as_second()).unwrap_or_default()
            }
            Moment::Never | Moment::Forever => 0,
        }
    }

    /// Since when it is there, in the largest unit.
    pub(super) fn age(&self, look: &Look) -> String {
        span(self.seconds(look))
    }

    /// Whether it is to be rotated, by a word.
    pub(super) fn due(&self, look: &Look) -> (&'static str, Style) {
        let is_over = self
            .valid_until
            .is_some_and(|until| until.is_past(look.now));
        let ends_soon = match self.valid_until {
            Some(Moment::At(until)) => until.as_second() - look.now.as_second() <= SOON,
            _ => false,
        };
        match self.state.as_str() {
            "revoked" => ("ended", look.muted()),
            "standby" => ("waits", look.plain()),
            _ if is_over => ("over", look.danger()),
            "current" if ends_soon => ("due", look.warning()),
            "current" if self.seconds(look) >= OLD => ("old", look.warning()),
            _ => ("no", look.muted()),
        }
    }

    /// The style of its state; the name is always there too.
    pub(super) fn style(&self, look: &Look) -> Style {
        match self.state.as_str() {
            "current" => look.good(),
            "standby" => look.warning(),
            "revoked" => look.danger(),
            _ => look.muted(),
        }
    }

    /// Whether an action on a key makes sense for it.
    pub(super) fn offers(&self, action: Action) -> bool {
        match action {
            Action::Rotate => self.state == "current",
            Action::Prepare => self.state == "current" && self.replaced_by.is_none(),
            Action::Revoke => self.state != "revoked",
            _ => true,
        }
    }
}

/// What an action wants of a key.
pub(super) fn wanted(action: Action) -> Option<Want> {
    match action {
        Action::Rotate => Some(Want::Rotate),
        Action::Prepare => Some(Want::Prepare),
        Action::Revoke => Some(Want::Revoke),
        _ => None,
    }
}

/// The account of a key.
#[derive(Deserialize)]
struct Account {
    name: String,
}

/// One signing key.
pub struct Key {
    details: Details,
    reach: Option<Reach>,
    account: Option<String>,
    change: Change,
    page: Page,
    awaited: Option<Number>,
    reach_awaited: Option<Number>,
    account_awaited: Option<Number>,
}

impl Key {
    /// A key as the list knows it.
    pub(super) fn new(details: Details) -> Self {
        Self {
            details,
            reach: None,
            account: None,
            change: Change::default(),
            page: Page::default(),
            awaited: None,
            reach_awaited: None,
            account_awaited: None,
        }
    }

    fn read(&mut self, desk: &mut Desk) {
        // There is no function for one key: the list begins behind a name that is just before it.
        let call = Call::read("signing_key_list")
            .maybe("account_id", self.details.account_id.as_ref())
            .maybe("cursor", before(&self.details.kid))
            .with("limit", 1);
        self.awaited = Some(desk.ask(call));
        let reach = Call::read("signing_key_reach").with("kid", &self.details.kid);
        self.reach_awaited = Some(desk.ask(reach));
        if let (Some(id), None) = (&self.details.account_id, &self.account) {
            let call = Call::read("account_get").with("id", id);
            self.account_awaited = Some(desk.ask(call));
        }
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        let number = Some(reply.number);
        if self.awaited == number {
            let found = reply.rows::<Details>()?.pop();
            if let Some(found) = found.filter(|found| found.kid == self.details.kid) {
                self.details = found;
            }
        } else if self.reach_awaited == number {
            self.reach_awaited = None;
            self.reach = reply.rows()?.pop();
        } else if self.account_awaited == number {
            self.account = reply.rows::<Account>()?.pop().map(|account| account.name);
        } else if let Some(changed) = self.change.take(reply, desk)
            && changed?
        {
            self.read(desk);
        }
        Ok(())
    }

    fn facts(&self, look: &Look) -> Labelled {
        let key = &self.details;
        let whose = match (&key.account_id, &self.account) {
            (None, _) => "the installation",
            (Some(_), Some(name)) => name,
            (Some(id), None) => id,
        };
        let (word, style) = key.due(look);
        let due = match word {
            "due" => "due: it ends within a week",
            "over" => "over: nothing is signed or verified with it any more",
            "old" => "old: it has signed for more than a year",
            "waits" => "waits: it signs from the next rotation on",
            "ended" => "ended: it was revoked",
            _ => "not due",
        };
        let until = key.valid_until.map_or_else(
            || "no end".to_owned(),
            |until| format!("{} ({})", until.absolute(), until.relative(look.now)),
        );
        let mut facts = Labelled::default()
            .with("key id", &key.kid)
            .with("of", whose)
            .with("algorithm", &key.algorithm)
            .styled("state", &key.state, key.style(look))
            .styled("rotation", due, style)
            .with(
                "made",
                format!("{} ({} old)", key.created_at.absolute(), key.age(look)),
            )
            .with("counts from", key.valid_from.absolute())
            .with("counts until", until)
            .maybe(
                match key.state.as_str() {
                    "current" => "to be replaced by",
                    _ => "replaced by",
                },
                key.replaced_by.as_ref(),
            );
        let Some(reach) = &self.reach else {
            let words = missing(self.reach_awaited.is_some());
            return facts.styled("signs for", words, look.muted());
        };
        facts = facts.with("signs for", reach.served());
        for name in &reach.delivery_names {
            facts = facts.more(name, look.plain());
        }
        let more = reach
            .deliveries
            .saturating_sub(reach.delivery_names.len() as u64);
        if more > 0 {
            facts = facts.more(format!("and {more} more"), look.muted());
        }
        if reach.deliveries > 0 && key.state == "revoked" {
            facts = facts.more(
                "these give no URLs until they name another key",
                look.danger(),
            );
        }
        if reach.ends_visits {
            facts = facts.with("share tokens", "visits and recipients' links hang on it");
        }
        facts
            .with("serves", reach.shares())
            .maybe("URLs live at most", reach.lifetime())
    }
}

/// A name that sorts just before a key id and has no other between them that a key could have.
fn before(kid: &str) -> Option<String> {
    let mut letters = kid.as_bytes().to_vec();
    let last = letters.pop()?;
    let lower = char::from(last.checked_sub(1)?);
    let begin = String::from_utf8(letters).ok()?;
    // The ids have at most 64 letters, none above z.
    (lower.is_ascii_graphic()).then(|| format!("{begin}{lower}{}", "~".repeat(64)))
}

impl Screen for Key {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        format!("key {}", self.details.kid)
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Filter | Action::Sort | Action::Open => false,
            action => self.details.offers(action),
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
            Event::Answered { tag, yes: true } => {
                self.change.answered(tag, desk);
            }
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) => match wanted(action) {
                Some(want) => self.change.ask(want, &self.details, desk),
                None => {
                    self.page.act(action);
                }
            },
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let lines = self.facts(look).lines(area.width, look);
        self.page.view(lines, frame, area, look);
    }
}

#[cfg(test)]
mod tests {
    use super::before;

    #[test]
    fn the_name_before_a_key_is_below_it_and_above_all_others() {
        for (other, kid) in [("k-", "k0"), ("k/", "k0"), ("kz", "k{")] {
            let cursor = before(kid).unwrap();
            assert!(cursor.as_str() < kid && cursor.as_str() > other, "{cursor}");
        }
        assert_eq!(None, before(""));
    }
}
