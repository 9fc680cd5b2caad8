//! What a drive is, and what new shares of its files must be like.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;
use serde_json::Value;

use super::{Details, change};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::widget::labelled::Labelled;
use crate::widget::page::Page;

/// The account of the drive.
#[derive(Deserialize)]
struct Account {
    name: String,
}

/// What a drive is.
pub(super) struct Overview {
    details: Details,
    account: Option<String>,
    page: Page,
    awaited: Option<Number>,
    account_awaited: Option<Number>,
}

impl Overview {
    pub(super) fn new(details: Details) -> Self {
        Self {
            details,
            account: None,
            page: Page::default(),
            awaited: None,
            account_awaited: None,
        }
    }

    pub(super) fn details(&self) -> &Details {
        &self.details
    }

    pub(super) fn read(&mut self, desk: &mut Desk) {
        let call = Call::read("drive_get")
            .with("id", &self.details.id)
            .with("account_id", &self.details.account_id);
        self.awaited = Some(desk.ask(call));
        if self.account.is_none() {
            let call = Call::read("account_get").with("id", &self.details.account_id);
            self.account_awaited = Some(desk.ask(call));
        }
    }

    pub(super) fn is_reading(&self) -> bool {
        self.awaited.is_some()
    }

    pub(super) fn take(&mut self, reply: &Reply) -> Option<Result<(), Problem>> {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            let found = reply.rows::<Details>();
            return Some(found.map(|mut rows| {
                if let Some(details) = rows.pop() {
                    self.details = details;
                }
            }));
        }
        if self.account_awaited == Some(reply.number) {
            self.account_awaited = None;
            let found = reply.rows::<Account>();
            return Some(found.map(|mut rows| self.account = rows.pop().map(|row| row.name)));
        }
        None
    }

    pub(super) fn act(&mut self, action: Action, desk: &mut Desk) {
        if action == Action::Edit {
            desk.open(Box::new(change(&self.details)));
        } else {
            self.page.act(action);
        }
    }

    fn facts(&self, look: &Look) -> Labelled {
        let drive = &self.details;
        let mut facts = Labelled::default().with("name", &drive.name).with(
            "account",
            self.account.as_ref().unwrap_or(&drive.account_id),
        );
        facts = if drive.is_default {
            facts.with("default", "files that name no drive lie here")
        } else {
            facts.styled("default", "no", look.muted())
        };
        let rule = |name: &str| drive.policy.get(name).filter(|value| !value.is_null());
        let hours = |value: &Value| format!("{value} hours");
        let flag = |yes: &'static str, no: &'static str| {
            move |value: &Value| if value == true { yes } else { no }.to_owned()
        };
        let rules: [(&str, Option<String>); 4] = [
            (
                "new shares expire",
                rule("default_hours")
                    .map(hours)
                    .map(|time| format!("after {time}, unless they say otherwise")),
            ),
            ("longest time", rule("maximum_hours").map(hours)),
            (
                "password",
                rule("password_required").map(flag("each new share must have one", "not required")),
            ),
            (
                "shares of a file",
                rule("many_shares").map(flag("more than one may be active", "one may be active")),
            ),
        ];
        for (label, said) in rules {
            facts = match said {
                Some(said) => facts.with(label, said),
                None => facts.styled(label, "as the account says", look.muted()),
            };
        }
        facts
            .with("made", drive.created_at.absolute())
            .with("id", &drive.id)
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let lines = self.facts(look).lines(area.width, look);
        self.page.view(lines, frame, area, look);
    }
}
