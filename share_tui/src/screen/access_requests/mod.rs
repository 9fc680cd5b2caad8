//! Who asks to be let in, and the answers to them.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;

use super::share::Share;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Kind;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::question::Question;
use crate::widget::choice;
use crate::widget::details::{self, Details};
use crate::widget::list::List;
use crate::widget::prompt;
use approval::{Approval, Step};
use row::{ACCOUNTS, Account, FIELDS, REQUESTS, Request};

mod approval;
mod row;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "access-requests",
    words: "who asks to be let in",
    contexts: &[Context::AccessRequests, Context::List, Context::Everywhere],
    open: Some(|| Box::new(AccessRequests::default())),
};

/// The states to choose from; those that wait for an answer stand first.
const STATES: &[&str] = &["pending", "approved", "refused", "all"];

/// A change that is on its way, and what to say when it is made.
struct Changing {
    number: Number,
    said: String,
}

/// The access requests of an account.
pub struct AccessRequests {
    list: List<Request>,
    state: usize,
    account: Option<Account>,
    /// The accounts, while one is to be chosen: who looks after all names the one that is meant.
    accounts: Option<List<Account>>,
    details: Option<Details>,
    approval: Option<Approval>,
    /// The request that a question is about, and who asks.
    asked_about: Option<(String, String)>,
    changing: Option<Changing>,
}

impl Default for AccessRequests {
    fn default() -> Self {
        Self {
            list: List::new(&REQUESTS),
            state: 0,
            account: None,
            accounts: None,
            details: None,
            approval: None,
            asked_about: None,
            changing: None,
        }
    }
}

impl AccessRequests {
    fn call(&self) -> Call {
        let state = STATES.get(self.state).filter(|state| **state != "all");
        let account = self.account.as_ref().map(|account| &account.id);
        Call::read("access_request_list")
            .maybe("state", state)
            .maybe("account_id", account)
    }

    fn choose(&mut self, desk: &mut Desk) {
        let mut accounts = List::new(&ACCOUNTS);
        accounts.restart(Call::read("account_list"), desk);
        self.accounts = Some(accounts);
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) {
        if let Some(result) = self.list.take(reply) {
            match result {
                Err(problem) if problem.kind == Kind::Invalid && self.account.is_none() => {
                    self.choose(desk);
                }
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
                Ok(()) => {}
            }
        } else if let Some(result) = self
            .accounts
            .as_mut()
            .and_then(|accounts| accounts.take(reply))
        {
            if let Err(problem) = result {
                desk.say(Tone::Problem, problem.to_string());
            }
        } else if let Some(changing) = self
            .changing
            .take_if(|changing| changing.number == reply.number)
        {
            match &reply.result {
                Ok(_) => desk.say(Tone::Done, changing.said),
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
            // Also what was refused may be another now: somebody was faster.
            self.details = None;
            self.list.refresh(self.call(), desk);
        }
    }

    fn typed(&mut self, step: Step, desk: &mut Desk) {
        match step {
            Step::Stay => {}
            Step::Leave => self.approval = None,
            Step::Approve(call) => {
                self.approval = None;
                let number = desk.ask(call);
                let said = "approved: a recipient of the share now".to_owned();
                self.changing = Some(Changing { number, said });
            }
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        if let Some(accounts) = &mut self.accounts {
            match action {
                Action::Back => desk.back(),
                Action::Open => {
                    if let Some(account) = accounts.selected().cloned() {
                        self.account = Some(account);
                        self.accounts = None;
                        self.list.restart(self.call(), desk);
                    }
                }
                action => {
                    accounts.act(action, || Call::read("account_list"), desk);
                }
            }
            return;
        }
        match action {
            Action::Back | Action::Details if self.details.is_some() => self.details = None,
            Action::Back if self.account.take().is_some() => self.choose(desk),
            Action::Back => desk.back(),
            Action::Open => {
                if let Some(request) = self.list.selected() {
                    desk.open(Box::new(Share::new(request.row.share_id.clone())));
                }
            }
            Action::Details => {
                let fields = self.list.selected().map(|request| request.all.clone());
                self.details = fields.map(|fields| Details::new(fields, FIELDS));
            }
            Action::Approve => {
                self.details = None;
                self.approval = self
                    .list
                    .selected()
                    .map(|request| Approval::new(&request.row));
            }
            Action::Refuse => {
                if let Some(request) = self.list.selected() {
                    let who = request.row.who();
                    self.asked_about = Some((request.row.id.clone(), who.clone()));
                    desk.put(
                        Question::new("refuse", format!("Refuse {who}?"))
                            .effect("Nobody is told. For a day asking again is not heard."),
                    );
                }
            }
            Action::NextPart | Action::PreviousPart => {
                self.state = choice::turn(self.state, STATES.len(), action);
                self.list.restart(self.call(), desk);
            }
            action => {
                if let Some(details) = &mut self.details {
                    details.act(action);
                    return;
                }
                let call = self.call();
                self.list.act(action, || call, desk);
            }
        }
    }
}

impl Screen for AccessRequests {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        match (&self.accounts, &self.details) {
            (Some(accounts), _) => format!("access requests · account {}", accounts.place()),
            (None, Some(_)) => "access request".to_owned(),
            (None, None) => format!("access requests · {}", self.list.place()),
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened => self.list.restart(self.call(), desk),
            Event::Returned | Event::Reconnected => match &mut self.accounts {
                Some(accounts) => accounts.refresh(Call::read("account_list"), desk),
                None => self.list.refresh(self.call(), desk),
            },
            Event::Reply(reply) => self.take(&reply, desk),
            Event::Typed(key) => {
                if let Some(approval) = &mut self.approval {
                    let step = approval.press(key, desk.now());
                    self.typed(step, desk);
                }
            }
            Event::Pasted(text) => {
                if let Some(approval) = &mut self.approval {
                    approval.paste(&text, desk.now());
                }
            }
            Event::Answered { tag: "refuse", yes } => {
                if let Some((id, who)) = self.asked_about.take().filter(|_| yes) {
                    let number = desk.ask(Call::write("access_request_refuse").with("id", id));
                    self.changing = Some(Changing {
                        number,
                        said: format!("{who} is refused"),
                    });
                }
            }
            Event::Action(action) => self.act(action, desk),
            _ => {}
        }
    }

    fn takes_text(&self) -> bool {
        self.approval.is_some()
    }

    fn is_reading(&self) -> bool {
        match &self.accounts {
            Some(accounts) => accounts.is_stale(),
            None => self.list.is_stale(),
        }
    }

    fn offers(&self, action: Action) -> bool {
        if let Some(accounts) = &self.accounts {
            return match action {
                Action::Open => accounts.selected().is_some(),
                Action::Details
                | Action::Approve
                | Action::Refuse
                | Action::NextPart
                | Action::PreviousPart
                | Action::Filter
                | Action::Sort => false,
                _ => true,
            };
        }
        let selected = self.list.selected().map(|request| &request.row);
        match action {
            Action::Open | Action::Details => selected.is_some(),
            Action::Approve | Action::Refuse => {
                self.changing.is_none()
                    && selected.is_some_and(|request| request.state == "pending")
            }
            Action::NextPart | Action::PreviousPart => self.details.is_none(),
            Action::Filter | Action::Sort => false,
            _ => true,
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        if let Some(accounts) = &mut self.accounts {
            accounts.view(frame, area, look);
            return;
        }
        if let Some(details) = &mut self.details {
            details.view(frame, area, look);
            return;
        }
        let asked = if self.approval.is_some() {
            prompt::HEIGHT
        } else {
            0
        };
        let [head, body, bottom] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Min(1),
            Constraint::Length(asked),
        ])
        .areas(area);
        let beside = self
            .account
            .as_ref()
            .map(|account| format!("account: {}", account.name));
        let tabs = choice::line(
            STATES,
            self.state,
            &beside.unwrap_or_default(),
            head.width,
            look,
        );
        frame.render_widget(Paragraph::new(tabs), head);
        let (list, below) = details::split(body);
        self.list.view(frame, list, look);
        if let (Some(below), Some(request)) = (below, self.list.selected()) {
            details::preview(&request.all, FIELDS, frame, below, look);
        }
        if let Some(approval) = &self.approval {
            approval.prompt.view(frame, bottom, look);
        }
    }
}
