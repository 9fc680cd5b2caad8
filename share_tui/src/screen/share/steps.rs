//! What keys, answers and replies do to the screen of one share.

use crossterm::event::{KeyCode, KeyEvent};
use serde_json::Value;

use super::{About, Change, Deed, Details, Edit, Inquiry, Mode, Part, Share, Under};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Effect, Tone};
use crate::message::Reply;
use crate::screen::preview::Preview;
use crate::screen::share_form::{fields, presets};

impl Share {
    pub(super) fn act(&mut self, action: Action, desk: &mut Desk) {
        let changes = Deed::of(action).is_some()
            || matches!(
                action,
                Action::Edit | Action::Extend | Action::Rotate | Action::Unlock | Action::Undo
            );
        if changes && matches!(self.under, Under::Done { .. }) {
            desk.say(Tone::Info, "the change before is not answered yet");
            return;
        }
        match action {
            Action::Back => desk.back(),
            Action::Refresh => self.read(desk),
            Action::Save => self.save(desk),
            Action::NextField | Action::PreviousField => {
                match &mut self.mode {
                    Mode::Asking(inquiry) => inquiry.form.act(action),
                    Mode::Editing(edit) => edit.form.act(action),
                    Mode::Parts => false,
                };
            }
            Action::NextPart => self.turn(1, desk),
            Action::PreviousPart => self.turn(super::PARTS.len() - 1, desk),
            Action::Explain => {
                if self.part != Part::Visitor {
                    self.show(Part::Visitor, desk);
                }
                self.visitor.edit();
            }
            Action::ShowCode => {
                self.links.shows_code = self.part != Part::Links || !self.links.shows_code;
                if self.part != Part::Links {
                    self.show(Part::Links, desk);
                }
            }
            Action::CopyLink => self.copy(desk),
            Action::Edit => {
                if self.presets.is_empty() {
                    self.asking_presets = Some(desk.ask(Call::read("permission_presets")));
                }
                self.mode = Mode::Editing(Box::new(Edit::new(&self.raw)));
            }
            Action::Open => desk.open(Box::new(Preview::new(self.id.clone()))),
            Action::Extend => self.mode = Mode::Asking(Inquiry::new(About::Extend)),
            Action::Rotate => self.mode = Mode::Asking(Inquiry::new(About::Rotate)),
            Action::Revoke => self.mode = Mode::Asking(Inquiry::new(About::Revoke)),
            Action::Unlock => {
                if let Some(details) = &self.details {
                    let change = Change::unlock(&self.id, details);
                    change.ask(desk);
                    self.under = Under::Asked(change);
                }
            }
            Action::Undo => {
                if let Some(undo) = self.undo.take() {
                    self.under = Under::Done {
                        number: desk.ask(undo.call),
                        words: undo.words,
                        undo: None,
                        ends_screen: false,
                    };
                }
            }
            action => match Deed::of(action) {
                Some(deed) => self.propose(deed, desk),
                None => self.travel(action, desk),
            },
        }
    }

    fn propose(&mut self, deed: Deed, desk: &mut Desk) {
        let Some(details) = &self.details else {
            return;
        };
        let mut change = Change::deed(deed, deed.call(&self.id), &self.id, details);
        if deed == Deed::Enable {
            change.ask(desk);
        } else {
            change.look(&self.id, desk);
        }
        self.under = Under::Asked(change);
    }

    fn copy(&mut self, desk: &mut Desk) {
        if self.part == Part::Recipients && self.recipients.copy(desk) {
            return;
        }
        if self.part == Part::Urls
            && let Some(url) = self.urls.selected()
        {
            desk.perform(Effect::Copy(url.to_owned()));
            return;
        }
        let link = self
            .details
            .as_ref()
            .and_then(|details| details.share_url.clone());
        match link {
            Some(link) => desk.perform(Effect::Copy(link)),
            None => desk.say(
                Tone::Info,
                "no link to copy: pg_share.link_base_url is not set in this database",
            ),
        }
    }

    pub(super) fn press(&mut self, key: KeyEvent, desk: &mut Desk) {
        let leaves = match (&mut self.mode, key.code) {
            (Mode::Parts, _) => {
                let known = self.recipient_names();
                let address = self.address();
                self.visitor.press(key, &address, &known, desk);
                false
            }
            (_, KeyCode::Enter) => {
                self.save(desk);
                false
            }
            (Mode::Asking(_), KeyCode::Esc) => true,
            (Mode::Asking(inquiry), _) => {
                inquiry.form.press(key);
                false
            }
            (Mode::Editing(edit), _) => edit.press(key, desk),
        };
        if leaves {
            self.mode = Mode::Parts;
        }
    }

    pub(super) fn paste(&mut self, text: &str, desk: &Desk) {
        match &mut self.mode {
            Mode::Parts => self.visitor.paste(text, desk.now()),
            Mode::Asking(inquiry) => inquiry.form.paste(text),
            Mode::Editing(edit) => edit.form.paste(text),
        }
    }

    /// Takes a form as it is filled in.
    fn save(&mut self, desk: &mut Desk) {
        let Some(details) = &self.details else {
            return;
        };
        let leaves = match &mut self.mode {
            Mode::Parts => false,
            Mode::Editing(edit) => {
                edit.save(&self.id, &details.name(&self.id), &self.presets, desk)
            }
            Mode::Asking(inquiry) => match inquiry.call(&self.id, desk.now()) {
                Err((name, wrong)) => {
                    inquiry.form.blame(name, wrong);
                    false
                }
                Ok(call) => {
                    let mut change =
                        Change::inquired(inquiry.about, call, &self.id, details, desk.now());
                    if inquiry.about == About::Extend {
                        change.ask(desk);
                    } else {
                        change.look(&self.id, desk);
                    }
                    self.under = Under::Asked(change);
                    true
                }
            },
        };
        if leaves {
            self.mode = Mode::Parts;
        }
    }

    pub(super) fn answered(&mut self, tag: &str, yes: bool, desk: &mut Desk) {
        match (tag, yes) {
            ("leave", true) => self.mode = Mode::Parts,
            ("edit", true) => {
                if let Mode::Editing(edit) = &mut self.mode
                    && let Some((call, undo)) = edit.ready.take()
                {
                    self.under = Under::Done {
                        number: desk.ask(call),
                        words: "changed".to_owned(),
                        undo,
                        ends_screen: false,
                    };
                }
            }
            ("change", yes) => {
                if let Under::Asked(change) = std::mem::replace(&mut self.under, Under::Nothing)
                    && yes
                {
                    self.under = Under::Done {
                        number: desk.ask(change.call),
                        words: change.done,
                        undo: change.undo,
                        ends_screen: change.ends_screen,
                    };
                }
            }
            _ => {}
        }
    }

    pub(super) fn replied(&mut self, reply: &Reply, desk: &mut Desk) {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            self.take(reply, desk);
        }
        if self.asking_presets == Some(reply.number) {
            self.presets = presets(reply);
        }
        if let Under::Asked(change) = &mut self.under
            && change.take(reply, desk)
        {
            return;
        }
        match std::mem::replace(&mut self.under, Under::Nothing) {
            Under::Done {
                number,
                words,
                undo,
                ends_screen,
            } if number == reply.number => match &reply.result {
                Ok(_) => {
                    let hint = if undo.is_some() {
                        " (z takes it back)"
                    } else {
                        ""
                    };
                    desk.say(Tone::Done, format!("{words}{hint}"));
                    self.undo = undo;
                    self.mode = Mode::Parts;
                    if ends_screen {
                        desk.back();
                    } else {
                        self.read(desk);
                    }
                }
                Err(problem) => self.refused(problem, desk),
            },
            other => self.under = other,
        }
        let address = self.address();
        self.visitor.take(reply, &address, desk);
        self.links.take(reply, desk);
        self.urls.take(reply, desk);
        self.items.take(reply, desk);
        self.recipients.take(reply, desk);
        self.events.take(reply, &self.id, desk);
    }

    /// What the server did not accept stands at its field, if it has one.
    fn refused(&mut self, problem: &Problem, desk: &mut Desk) {
        let is_told = match &mut self.mode {
            Mode::Editing(edit) => edit.form.refuse(problem, fields::TOLD),
            _ => false,
        };
        if !is_told {
            desk.say(Tone::Problem, problem.to_string());
        }
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) {
        let read = reply.rows::<Value>().and_then(|rows| {
            let raw = rows.into_iter().next().unwrap_or_default();
            let details = reply.shaped::<Details>(vec![raw.clone()])?;
            Ok((raw, details.into_iter().next()))
        });
        match read {
            Ok((raw, details)) => {
                self.raw = raw;
                self.details = details;
                self.problem = None;
                if let Some(details) = &self.details {
                    self.urls.put(details);
                }
            }
            Err(problem) => {
                self.problem = Some(problem.to_string());
                desk.say(Tone::Problem, problem.to_string());
            }
        }
    }
}
