//! A screen with what belongs to one account, which is chosen first unless there is only one.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;

use super::accounts;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::look::Look;
use crate::message::Reply;
use crate::widget::list::List;

/// What belongs to an account and is listed, as a screen of its own or a part of the account's.
pub(super) trait Panel: 'static {
    /// The entry in the list of screens.
    const ENTRY: &'static Entry;

    /// What belongs to an account by its id.
    fn of(account: String) -> Self;

    /// Reads it.
    fn read(&mut self, desk: &mut Desk);

    /// Takes a reply in; none if it is of another call.
    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>>;

    /// Whether an action makes sense now.
    fn offers(&self, action: Action) -> bool;

    /// Does what a key means.
    fn act(&mut self, action: Action, desk: &mut Desk);

    /// A question was answered with yes.
    fn answered(&mut self, _tag: &str, _desk: &mut Desk) {}

    /// Where in the list the selection is, in words.
    fn place(&self) -> String;

    /// Draws it.
    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look);
}

/// What is shown: accounts to choose from, or what belongs to one, and its name.
enum Shown<P> {
    Accounts(List<accounts::Row>),
    Of(String, Box<P>),
}

/// What belongs to an account that is chosen first.
pub(super) struct OfAccount<P> {
    shown: Shown<P>,
}

impl<P> Default for OfAccount<P> {
    fn default() -> Self {
        Self {
            shown: Shown::Accounts(List::new(&accounts::SOURCE)),
        }
    }
}

/// An account, if there is no other.
#[derive(Deserialize)]
struct Only {
    id: String,
    name: String,
}

impl<P: Panel> OfAccount<P> {
    fn of(account: String, name: String) -> Self {
        Self {
            shown: Shown::Of(name, Box::new(P::of(account))),
        }
    }

    fn read(&mut self, is_first: bool, desk: &mut Desk) {
        let call = Call::read("account_list");
        match &mut self.shown {
            Shown::Accounts(list) if is_first => list.restart(call, desk),
            Shown::Accounts(list) => list.refresh(call, desk),
            Shown::Of(_, panel) => panel.read(desk),
        }
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        let only = match &mut self.shown {
            Shown::Of(_, panel) => return panel.take(reply, desk).unwrap_or(Ok(())),
            Shown::Accounts(list) => match list.take(reply) {
                Some(Ok(())) if list.rows().len() == 1 => reply.rows::<Only>()?.pop(),
                Some(taken) => return taken,
                None => return Ok(()),
            },
        };
        if let Some(only) = only {
            *self = Self::of(only.id, only.name);
            self.read(true, desk);
        }
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        match &mut self.shown {
            Shown::Of(_, panel) => panel.act(action, desk),
            Shown::Accounts(list) => match (action, list.selected()) {
                (Action::Open, Some(row)) => {
                    desk.open(Box::new(Self::of(row.id.clone(), row.name.clone())));
                }
                _ => {
                    list.act(action, || Call::read("account_list"), desk);
                }
            },
        }
    }
}

impl<P: Panel> Screen for OfAccount<P> {
    fn entry(&self) -> &'static Entry {
        P::ENTRY
    }

    fn title(&self) -> String {
        let what = P::ENTRY.name;
        match &self.shown {
            Shown::Accounts(list) => format!("{what} of which account? · {}", list.place()),
            Shown::Of(name, panel) => format!("{what} of {name} · {}", panel.place()),
        }
    }

    fn offers(&self, action: Action) -> bool {
        match &self.shown {
            _ if matches!(action, Action::Filter | Action::Sort) => false,
            Shown::Of(_, panel) => panel.offers(action),
            Shown::Accounts(_) => !matches!(
                action,
                Action::Create | Action::Edit | Action::Delete | Action::ShowFiles
            ),
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened => self.read(true, desk),
            Event::Returned | Event::Reconnected => self.read(false, desk),
            Event::Reply(reply) => {
                if let Err(problem) = self.take(&reply, desk) {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Answered { tag, yes: true } => {
                if let Shown::Of(_, panel) = &mut self.shown {
                    panel.answered(tag, desk);
                }
            }
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) => self.act(action, desk),
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        match &mut self.shown {
            Shown::Accounts(list) => list.view(frame, area, look),
            Shown::Of(_, panel) => panel.view(frame, area, look),
        }
    }
}
