//! The comments on a file, and one thread of them: looked through, answered, resolved, written to a file.

mod aside;
mod deed;
mod edits;
mod export;
mod filter;
mod row;
mod wanted;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;
use serde_json::Value;

use self::aside::Aside;
use self::edits::Edits;
use self::filter::Filter;
use self::row::{Comment, FIELDS, Row};
use self::wanted::{STATES, Wanted};
use super::files::Files;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::{Kind, Problem};
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::widget::choice;
use crate::widget::details::Details;
use crate::widget::list::{List, Source};
use crate::widget::prompt::{self, Pressed, Prompt};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "comments",
    words: "what is said about a file",
    contexts: &[Context::Comments, Context::List, Context::Everywhere],
    // Whose, is asked first.
    open: Some(|| Box::new(Files::for_comments())),
};

const THREADS: Source<Comment> = Source {
    columns: &[],
    cursor: &["id as cursor"],
    id: |comment| &comment.row.id,
    nothing: "no such comments",
};

const THREAD: Source<Comment> = Source {
    columns: &[],
    cursor: &["id as cursor"],
    id: |comment| &comment.row.id,
    nothing: "the thread is gone",
};

/// So many lines of a text are shown among other threads.
const LINES: usize = 2;

/// Whether a row begins a thread: of those the server counts a page.
fn is_first(row: &Value) -> bool {
    row.get("parent_id").is_none_or(Value::is_null)
}

/// The comments on a file.
pub struct Comments {
    file: String,
    path: String,
    wanted: Wanted,
    list: List<Comment>,
    prompt: Option<Prompt>,
    aside: Option<Aside>,
    /// The comment that a question is about.
    asked_about: Option<String>,
    /// What is being changed, and what to say when it is.
    changing: Option<(Number, &'static str)>,
}

impl Comments {
    /// The comments on a file, in place of whose path its id may stand.
    #[must_use]
    pub fn new(file: String, path: String) -> Self {
        let mut list = List::new(&THREADS);
        list.count_by(is_first);
        Self {
            file,
            path,
            wanted: Wanted::default(),
            list,
            prompt: None,
            aside: None,
            asked_about: None,
            changing: None,
        }
    }

    /// One thread of them.
    fn thread(&self, id: &str) -> Self {
        let thread = Some(id.to_owned());
        Self {
            wanted: Wanted {
                thread,
                ..Wanted::default()
            },
            list: List::new(&THREAD),
            ..Self::new(self.file.clone(), self.path.clone())
        }
    }

    fn call(&self) -> Call {
        self.wanted.call(&self.file)
    }

    fn is_thread(&self) -> bool {
        self.wanted.thread.is_some()
    }

    fn selected(&self) -> Option<&Row> {
        self.list.selected().map(|comment| &comment.row)
    }

    /// The selected comment, if it still says something.
    fn living(&self) -> Option<&Row> {
        self.selected().filter(|row| row.deleted_at.is_none())
    }

    /// Whether the thread of the selected comment is resolved, where its beginning is in sight.
    fn is_resolved(&self) -> Option<bool> {
        let thread = &self.selected()?.thread_id;
        let first = self
            .list
            .rows()
            .iter()
            .find(|known| known.row.id == *thread);
        first.map(|first| first.row.resolved_at.is_some())
    }

    fn restart(&mut self, desk: &mut Desk) {
        self.list.restart(self.call(), desk);
    }

    fn typed(&mut self, pressed: Pressed, desk: &mut Desk) {
        let Some(mut prompt) = self.prompt.take() else {
            return;
        };
        match (pressed, Filter::parse(prompt.value())) {
            (Pressed::Left, _) => return,
            (Pressed::Done, Ok(filter)) => {
                prompt.value().trim().clone_into(&mut self.wanted.line);
                // Those that are nearest come at once, and nothing behind them.
                let is_near = filter.near.is_some();
                self.list
                    .count_by(if is_near { |_| false } else { is_first });
                self.wanted.filter = filter;
                self.restart(desk);
                return;
            }
            (_, parsed) => prompt.judge(parsed.err()),
        }
        self.prompt = Some(prompt);
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        if let Some(result) = self.list.take(reply) {
            return match result {
                Err(problem) if self.is_thread() && problem.kind == Kind::NotFound => {
                    self.list.empty();
                    Ok(())
                }
                result => result,
            };
        }
        if let Some(Aside::Edits(edits)) = &mut self.aside
            && let Some(result) = edits.take(reply)
        {
            return result;
        }
        if let Some((number, words)) = self.changing
            && number == reply.number
        {
            self.changing = None;
            reply.rows::<Value>()?;
            desk.say(Tone::Done, words);
            self.list.refresh(self.call(), desk);
        }
        Ok(())
    }

    fn resolve(&mut self, resolved: bool, desk: &mut Desk) {
        if let Some(row) = self.selected() {
            let call = Call::write("comment_resolve")
                .with("file_id", &self.file)
                .with("comment_id", &row.id)
                .with("resolved", resolved);
            let words = if resolved {
                "the thread is resolved"
            } else {
                "the thread is open again"
            };
            self.changing = Some((desk.ask(call), words));
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        let aside = self.aside.as_ref();
        if aside.is_some_and(|aside| aside.is_closed_by(action)) {
            self.aside = None;
            return;
        }
        match action {
            Action::Back => desk.back(),
            Action::Open => {
                if let Some(row) = self.selected() {
                    desk.open(Box::new(self.thread(&row.thread_id)));
                }
            }
            Action::Details => {
                let details = self.list.selected().map(|one| one.all.clone());
                let details = details.map(|fields| Details::new(fields, FIELDS));
                self.aside = details.map(Aside::Details);
            }
            Action::History => {
                let edits = self
                    .selected()
                    .map(|row| Edits::of(&self.file, &row.id, desk));
                self.aside = edits.map(Aside::Edits);
            }
            Action::Create => {
                let near = self.wanted.filter.near.as_deref();
                desk.open(Box::new(deed::addition(&self.file, near)));
            }
            Action::Reply => {
                if let Some(row) = self.living() {
                    desk.open(Box::new(deed::reply(&self.file, row)));
                }
            }
            Action::Edit => {
                if let Some(row) = self.living() {
                    desk.open(Box::new(deed::change(&self.file, row)));
                }
            }
            Action::Delete => {
                if let Some(row) = self.living() {
                    let (id, question) = (row.id.clone(), deed::deletion(row));
                    self.asked_about = Some(id);
                    desk.put(question);
                }
            }
            Action::Resolve => self.resolve(true, desk),
            Action::Reopen => self.resolve(false, desk),
            Action::Export => desk.open(Box::new(export::dialog(&self.file, &self.path))),
            Action::Filter => {
                self.prompt = Some(Prompt::new("filter", &self.wanted.line, filter::HINT));
            }
            Action::Sort => {
                self.wanted.is_by_time = !self.wanted.is_by_time;
                self.restart(desk);
            }
            Action::NextPart | Action::PreviousPart => {
                self.wanted.state = choice::turn(self.wanted.state, STATES.len(), action);
                self.restart(desk);
            }
            action => {
                if let Some(aside) = &mut self.aside {
                    aside.act(action);
                    return;
                }
                let call = self.call();
                self.list.act(action, || call, desk);
            }
        }
    }
}

impl Screen for Comments {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let what = if self.is_thread() {
            "thread"
        } else {
            "comments"
        };
        match &self.aside {
            Some(aside) => format!("{} · {name}", aside.title()),
            None => format!("{what} · {name} · {}", self.list.place()),
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened => self.restart(desk),
            Event::Returned | Event::Reconnected => self.list.refresh(self.call(), desk),
            Event::Reply(reply) => {
                if let Err(problem) = self.take(&reply, desk) {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Typed(key) => {
                if let Some(prompt) = &mut self.prompt {
                    let pressed = prompt.press(key);
                    self.typed(pressed, desk);
                }
            }
            Event::Pasted(text) => {
                if let Some(prompt) = &mut self.prompt {
                    prompt.paste(&text);
                    self.typed(Pressed::Changed, desk);
                }
            }
            Event::Answered { tag: "delete", yes } => {
                if let Some(id) = self.asked_about.take().filter(|_| yes) {
                    let call = Call::write("comment_delete")
                        .with("file_id", &self.file)
                        .with("comment_id", id);
                    self.changing = Some((desk.ask(call), "the comment is deleted"));
                }
            }
            Event::Action(action) => self.act(action, desk),
            _ => {}
        }
    }

    fn takes_text(&self) -> bool {
        self.prompt.is_some()
    }

    fn is_reading(&self) -> bool {
        self.list.is_stale()
    }

    fn offers(&self, action: Action) -> bool {
        let is_list = self.aside.is_none();
        let is_idle = is_list && self.changing.is_none();
        match action {
            Action::Open => is_list && !self.is_thread() && self.selected().is_some(),
            Action::NextPart | Action::PreviousPart | Action::Filter => {
                is_list && !self.is_thread()
            }
            Action::Sort => is_list && !self.is_thread() && self.wanted.filter.near.is_none(),
            Action::Create | Action::Export => is_list,
            Action::Details => self.selected().is_some(),
            Action::History => self.living().is_some(),
            Action::Reply => is_list && self.living().is_some(),
            Action::Edit | Action::Delete => is_idle && self.living().is_some(),
            Action::Resolve => {
                is_idle && self.selected().is_some() && self.is_resolved() != Some(true)
            }
            Action::Reopen => is_idle && self.is_resolved() == Some(true),
            _ => true,
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        if let Some(aside) = &mut self.aside {
            aside.view(frame, area, look);
            return;
        }
        let asked = if self.prompt.is_some() {
            prompt::HEIGHT
        } else {
            0
        };
        let chosen = u16::from(!self.is_thread());
        let [head, body, bottom] = Layout::vertical([
            Constraint::Length(chosen),
            Constraint::Min(1),
            Constraint::Length(asked),
        ])
        .areas(area);
        // A thread is there to be read: only what would leave no room for anything else is cut.
        let most = if self.is_thread() {
            usize::from(body.height).saturating_sub(4).max(1)
        } else {
            LINES
        };
        if chosen > 0 {
            let line = choice::line(
                STATES,
                self.wanted.state,
                &self.wanted.words(),
                head.width,
                look,
            );
            frame.render_widget(Paragraph::new(line), head);
        }
        let card = |one: &Comment, cells: u16| one.row.card(cells, most, look);
        self.list.view_cards(frame, body, look, card);
        if let Some(prompt) = &self.prompt {
            prompt.view(frame, bottom, look);
        }
    }
}
