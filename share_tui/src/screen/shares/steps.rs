//! What keys, answers and replies do to the list of shares.

use crossterm::event::{KeyCode, KeyEvent};

use super::bulk::{Bulk, Count, What};
use super::deed::{Deed, Undo};
use super::filter::Filter;
use super::filter_line::FilterLine;
use super::lookup::{Found, Lookup};
use super::{Changing, SORTS, Shares};
use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Effect, Tone};
use crate::message::Reply;
use crate::screen::share::Share;
use crate::screen::share_form::ShareForm;
use crate::typing;

impl Shares {
    /// Takes what is typed: at once, or when what it names is looked up.
    pub(super) fn enter(&mut self, desk: &mut Desk) {
        let Some(typing) = &mut self.typing else {
            return;
        };
        let line = typing.input.value().trim().to_owned();
        match Filter::parse(&line, desk.now()) {
            Err(wrong) => typing.wrong = Some(wrong),
            Ok(filter) if filter.is_open() => {
                self.lookup = Some(Lookup::begin(filter, desk));
            }
            Ok(filter) => {
                self.typing = None;
                if filter != self.filter {
                    self.settle(filter, line, desk);
                }
            }
        }
    }

    pub(super) fn looked_up(&mut self, reply: &Reply, desk: &mut Desk) {
        let Some(lookup) = &mut self.lookup else {
            return;
        };
        match lookup.take(reply, desk) {
            Found::Waiting => {}
            Found::Nothing(wrong) => {
                self.lookup = None;
                match &mut self.typing {
                    Some(typing) => typing.wrong = Some(wrong),
                    None => desk.say(Tone::Problem, wrong.to_string()),
                }
            }
            Found::Filter(filter) => {
                self.lookup = None;
                let typing = self.typing.take();
                let line = typing
                    .map_or_else(String::new, |typing| typing.input.value().trim().to_owned());
                self.settle(filter, line, desk);
            }
        }
    }

    pub(super) fn typed(&mut self, key: KeyEvent, desk: &mut Desk) {
        match (key.code, &mut self.typing) {
            (KeyCode::Enter, _) => self.enter(desk),
            (KeyCode::Esc, Some(typing)) => {
                let before = typing.before.clone();
                self.typing = None;
                self.lookup = None;
                if before != self.line {
                    let filter = Filter::parse(&before, desk.now()).unwrap_or_default();
                    // What was looked up for it once is looked up again when it is entered.
                    let filter = if filter.is_open() {
                        Filter::default()
                    } else {
                        filter
                    };
                    let line = if filter.is_empty() {
                        String::new()
                    } else {
                        before
                    };
                    self.settle(filter, line, desk);
                }
            }
            (_, Some(typing)) => {
                if let Some(request) = typing::request(key) {
                    self.lookup = None;
                    typing.change(request, desk);
                }
            }
            _ => {}
        }
    }

    /// Changes what is marked, else the share under the selection.
    pub(super) fn change(&mut self, deed: Deed, desk: &mut Desk) {
        if self.changing.is_some() {
            desk.say(Tone::Info, "the change before is not answered yet");
            return;
        }
        if self.all && self.filter.is_empty() {
            desk.say(
                Tone::Problem,
                "all shares of an installation are not changed at once: set a filter first (account: is one)",
            );
        } else if self.all {
            self.bulk = Some(Bulk::begin(deed, What::Filter, self.filter.clone(), desk));
        } else if !self.list.marked.is_empty() {
            let ids = self.list.marked.iter().cloned().collect();
            self.bulk = Some(Bulk::begin(
                deed,
                What::Marked(ids),
                self.filter.clone(),
                desk,
            ));
        } else if let Some(row) = self.list.selected() {
            self.asked = Some((row.id.clone(), row.name(), row.end()));
            desk.put(deed.question(&row.name()));
        }
    }

    pub(super) fn answered(&mut self, tag: &str, yes: bool, desk: &mut Desk) {
        if tag == "bulk" {
            match (&mut self.bulk, yes) {
                (Some(bulk), true) => bulk.go(desk),
                _ => self.bulk = None,
            }
        } else if let (Some(deed), true, Some((id, name, end))) =
            (Deed::asked(tag), yes, self.asked.take())
        {
            self.changing = Some(Changing {
                number: desk.ask(deed.call(&id)),
                done: format!("{} {name}", deed.done()),
                undo: Undo::of(deed, &id, end.as_deref()),
            });
        }
    }

    pub(super) fn replied(&mut self, reply: &Reply, desk: &mut Desk) {
        match self.list.take(reply) {
            Some(Ok(())) if self.all => {
                let ids = self.list.rows().iter().map(|row| row.id.clone());
                let ids: Vec<String> = ids.collect();
                self.list.marked.extend(ids);
            }
            Some(Err(problem)) => desk.say(Tone::Problem, problem.to_string()),
            _ => {}
        }
        if self.counting == Some(reply.number) {
            self.counting = None;
            // The list says what is wrong; a number is no matter of its own.
            self.count = reply
                .rows::<Count>()
                .ok()
                .and_then(|counts| counts.first().copied());
        }
        self.looked_up(reply, desk);
        if let Some(bulk) = &mut self.bulk
            && bulk.take(reply, desk)
        {
            let has_run = bulk.is_running();
            self.bulk = None;
            if has_run {
                self.unmark();
                self.restart(desk);
            }
        }
        if let Some(changing) = self
            .changing
            .take_if(|changing| changing.number == reply.number)
        {
            match &reply.result {
                Ok(_) => {
                    let undo = if changing.undo.is_some() {
                        " (z takes it back)"
                    } else {
                        ""
                    };
                    desk.say(Tone::Done, format!("{}{undo}", changing.done));
                    self.undo = changing.undo;
                    self.refresh(desk);
                }
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        }
        if self.copying == Some(reply.number) {
            self.copying = None;
            match reply.rows::<Option<String>>() {
                Ok(links) => match links.into_iter().flatten().next() {
                    Some(link) => desk.perform(Effect::Copy(link)),
                    None => desk.say(Tone::Info, "no link: pg_share.link_base_url is not set"),
                },
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        }
    }

    /// Leaves what is nearest: a change under way, marks, the filter, the screen.
    pub(super) fn back(&mut self, desk: &mut Desk) {
        if let Some(bulk) = &mut self.bulk {
            if bulk.is_running() {
                bulk.stop();
            } else {
                self.bulk = None;
            }
        } else if self.all || !self.list.marked.is_empty() {
            self.unmark();
        } else if !self.filter.is_empty() {
            self.settle(Filter::default(), String::new(), desk);
        } else {
            desk.back();
        }
    }

    pub(super) fn act(&mut self, action: Action, desk: &mut Desk) {
        match action {
            Action::Open => {
                if let Some(row) = self.list.selected() {
                    desk.open(Box::new(Share::new(row.id.clone())));
                }
            }
            Action::Back => self.back(desk),
            Action::Filter => self.typing = Some(FilterLine::new(&self.line)),
            Action::Sort => {
                self.sort = (self.sort + 1) % SORTS.len();
                self.list.restart(self.call(), desk);
            }
            Action::Mark if self.all => {
                self.unmark();
                let call = self.call();
                self.list.act(action, || call, desk);
                desk.say(Tone::Info, "all were marked: marks begin anew");
            }
            Action::MarkAll if self.all => self.unmark(),
            Action::MarkAll => {
                self.all = true;
                let ids: Vec<String> = self.list.rows().iter().map(|row| row.id.clone()).collect();
                self.list.marked.extend(ids);
            }
            Action::Create => desk.open(Box::new(ShareForm::new(None))),
            Action::CopyLink => {
                if let Some(row) = self.list.selected() {
                    let call = Call::read("share_page_url").with("id", &row.id);
                    self.copying = Some(desk.ask(call));
                }
            }
            Action::Undo => {
                if let Some(undo) = self.undo.take() {
                    self.changing = Some(Changing {
                        number: desk.ask(undo.call),
                        done: undo.words,
                        undo: None,
                    });
                }
            }
            Action::Refresh => self.refresh(desk),
            action => {
                if let Some(deed) = Deed::of(action) {
                    self.change(deed, desk);
                } else {
                    let call = self.call();
                    self.list.act(action, || call, desk);
                }
            }
        }
    }
}
