//! What a drive is, and what new shares of its files must be like.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;
use serde_json::Value;

use super::{Details, change};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::{Kind, Problem};
use crate::desk::Desk;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::widget::labelled::Labelled;
use crate::widget::list::PAGE;
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
        // There is no function for one drive: the list begins behind what its name begins with.
        let before = before(&self.details.name);
        self.look(before, desk);
        if self.account.is_none() {
            let call = Call::read("account_get").with("id", &self.details.account_id);
            self.account_awaited = Some(desk.ask(call));
        }
    }

    fn look(&mut self, cursor: Option<String>, desk: &mut Desk) {
        let call = Call::read("drive_list")
            .with("account_id", &self.details.account_id)
            .maybe("cursor", cursor)
            .with("limit", PAGE);
        self.awaited = Some(desk.ask(call));
    }

    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            return Some(self.find(reply, desk));
        }
        if self.account_awaited == Some(reply.number) {
            self.account_awaited = None;
            let found = reply.rows::<Account>();
            return Some(found.map(|mut rows| self.account = rows.pop().map(|row| row.name)));
        }
        // What the dialog above has changed is known before it is read again, by its new name.
        if reply.function == "drive_update"
            && let Ok(mut rows) = reply.rows::<Details>()
            && let Some(changed) = rows.pop().filter(|row| row.id == self.details.id)
        {
            self.details = changed;
        }
        None
    }

    fn find(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        let mut rows = reply.rows::<Details>()?;
        let is_full = rows.len() >= PAGE;
        let last = rows.last().map(|row| row.name.clone());
        match rows.iter().position(|row| row.id == self.details.id) {
            Some(place) => self.details = rows.swap_remove(place),
            None if is_full => self.look(last, desk),
            None => {
                return Err(Problem::new(
                    Kind::NotFound,
                    "the drive is not there by this name",
                    Some("it was renamed: open it from the drives of its account"),
                ));
            }
        }
        Ok(())
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

/// What a name begins with, which sorts before it in every order; none where that is nothing.
fn before(name: &str) -> Option<String> {
    let mut letters = name.chars();
    letters.next_back();
    Some(letters.as_str().to_owned()).filter(|begin| !begin.is_empty())
}

#[cfg(test)]
mod tests {
    use super::before;

    #[test]
    fn a_name_is_looked_for_behind_what_it_begins_with() {
        assert_eq!(Some("dailie"), before("dailies").as_deref());
        assert_eq!(Some("日"), before("日本").as_deref());
        assert_eq!(None, before("a"));
    }
}
