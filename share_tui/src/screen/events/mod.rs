//! What has happened: events by a filter, as they come, in full, and into a file.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::share::Share;
use super::{Entry, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Effect, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::Reply;
use crate::text::fit;
use crate::widget::details::{self, Details};
use crate::widget::list::{List, Source};
use crate::widget::prompt::{self, Pressed, Prompt};
use crate::widget::short_list::Frill;
use export::{Export, Progress};
use filter::Filter;
use row::{COLUMNS, FIELDS};
use tail::{CHANNEL, Tail};

mod export;
mod filter;
mod row;
mod tail;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "events",
    words: "what has happened, and what happens now",
    contexts: &[Context::Events, Context::List, Context::Everywhere],
    open: Some(|| Box::new(Events::default())),
};

const SOURCE: Source<row::Event> = Source {
    columns: COLUMNS,
    cursor: &["cursor_at", "cursor"],
    id: |event| &event.row.id,
    nothing: "no events",
};

/// What is being written.
enum Asking {
    Filter(Prompt),
    File(Prompt),
}

impl Asking {
    fn prompt(&mut self) -> &mut Prompt {
        match self {
            Self::Filter(prompt) | Self::File(prompt) => prompt,
        }
    }
}

/// The events.
pub struct Events {
    list: List<row::Event>,
    line: String,
    filter: Filter,
    asking: Option<Asking>,
    details: Option<Details>,
    tail: Option<Tail>,
    /// Whether announcements are asked for: once is enough, whatever becomes of the connection.
    is_heard: bool,
    export: Option<Export>,
    /// What the last export has brought.
    exported: Option<String>,
}

impl Default for Events {
    fn default() -> Self {
        Self {
            list: List::new(&SOURCE),
            line: String::new(),
            filter: Filter::default(),
            asking: None,
            details: None,
            tail: None,
            is_heard: false,
            export: None,
            exported: None,
        }
    }
}

impl Events {
    fn selected(&self) -> Option<&row::Event> {
        match &self.tail {
            Some(tail) => tail.rows.selected(),
            None => self.list.selected(),
        }
    }

    fn call(&self) -> Call {
        self.filter.newest_first()
    }

    fn typed(&mut self, pressed: Pressed, desk: &mut Desk) {
        let Some(mut asking) = self.asking.take() else {
            return;
        };
        let text = asking.prompt().value().trim().to_owned();
        match (&mut asking, pressed) {
            (_, Pressed::Left) => return,
            (Asking::Filter(prompt), Pressed::Changed) => {
                prompt.judge(Filter::parse(&text, desk.now()).err());
            }
            (Asking::Filter(prompt), Pressed::Done) => match Filter::parse(&text, desk.now()) {
                Ok(filter) => return self.apply(text, filter, desk),
                Err(said) => prompt.judge(Some(said)),
            },
            (Asking::File(prompt), Pressed::Done) if text.is_empty() => {
                prompt.judge(Some("the file needs a name".to_owned()));
            }
            (Asking::File(_), Pressed::Done) => {
                self.exported = None;
                self.export = Some(Export::new(self.filter.clone(), text, desk));
                return;
            }
            (Asking::File(prompt), Pressed::Changed) => prompt.judge(None),
            (_, Pressed::Nothing) => {}
        }
        self.asking = Some(asking);
    }

    fn apply(&mut self, line: String, filter: Filter, desk: &mut Desk) {
        (self.line, self.filter) = (line, filter);
        self.exported = None;
        if self.tail.is_some() && self.filter.before.is_none() {
            self.hear(desk);
        } else {
            self.tail = None;
            self.list.restart(self.call(), desk);
        }
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Problem> {
        if let Some(result) = self.list.take(reply) {
            return result.err();
        }
        if let Some(tail) = &mut self.tail
            && let Some(result) = tail.take(reply, desk)
        {
            return result.err();
        }
        let export = self.export.as_mut()?;
        match export.take(reply, desk)? {
            Ok(Progress::GoesOn) => None,
            Ok(Progress::Done(said)) => {
                self.export = None;
                self.exported = Some(said);
                None
            }
            Err(problem) => {
                self.export = None;
                self.exported = Some("the export failed, nothing was written".to_owned());
                Some(problem)
            }
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        if let Some(details) = &mut self.details {
            match action {
                Action::Back | Action::Details => self.details = None,
                Action::Open => {
                    if let Some(id) = details.text("share_id") {
                        desk.open(Box::new(Share::new(id.to_owned())));
                    }
                }
                action => {
                    details.act(action);
                }
            }
            return;
        }
        match action {
            Action::Back if self.export.is_some() => {
                self.export = None;
                self.exported = Some("the export was stopped, nothing was written".to_owned());
            }
            Action::Back if self.tail.is_some() => self.follow(desk),
            Action::Back => desk.back(),
            Action::Open => {
                if let Some(id) = self.selected().and_then(|event| event.row.share_id.clone()) {
                    desk.open(Box::new(Share::new(id)));
                }
            }
            Action::Details => {
                let fields = self.selected().map(|event| event.all.clone());
                self.details = fields.map(|fields| Details::new(fields, FIELDS));
            }
            Action::Filter => {
                self.asking = Some(Asking::Filter(Prompt::new(
                    "filter",
                    &self.line,
                    filter::HINT,
                )));
            }
            Action::Follow => self.follow(desk),
            Action::Export => {
                let name = format!("events-{}.jsonl", desk.now().strftime("%Y%m%d-%H%M%S"));
                let hint = "one event a line, as JSON; a file of that name is replaced";
                self.asking = Some(Asking::File(Prompt::new("write to", &name, hint)));
            }
            action => {
                if let Some(tail) = &mut self.tail {
                    if action == Action::Refresh {
                        tail.returned(desk);
                    } else {
                        tail.rows.act(action);
                    }
                    return;
                }
                let call = self.call();
                self.list.act(action, || call, desk);
            }
        }
    }

    fn follow(&mut self, desk: &mut Desk) {
        if self.tail.take().is_some() {
            self.list.restart(self.call(), desk);
        } else if self.filter.before.is_some() {
            desk.say(
                Tone::Problem,
                "what comes now is not before a time that is over: take before: out of the filter",
            );
        } else {
            self.hear(desk);
        }
    }

    fn hear(&mut self, desk: &mut Desk) {
        if !std::mem::replace(&mut self.is_heard, true) {
            desk.perform(Effect::Listen(CHANNEL));
        }
        self.tail = Some(Tail::new(self.filter.clone(), desk));
    }

    /// The line above the list: what is looked for, and how it is going.
    fn status(&self, cells: u16, look: &Look) -> Line<'static> {
        let said = match (&self.export, &self.exported, &self.tail) {
            (Some(export), _, _) => export.words(),
            (None, Some(said), _) => format!("export: {said}"),
            (None, None, Some(tail)) => tail.words().to_owned(),
            (None, None, None) => String::new(),
        };
        let filter = if self.line.is_empty() {
            "all events".to_owned()
        } else {
            format!("filter: {}", self.line)
        };
        if said.is_empty() {
            return Line::styled(fit(&filter, usize::from(cells)), look.muted());
        }
        let line = fit(&format!("{said} · {filter}"), usize::from(cells));
        Line::from(Span::styled(line, look.heading()))
    }
}

impl Screen for Events {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        match (&self.details, &self.tail) {
            (Some(_), _) => "event".to_owned(),
            (None, Some(tail)) => format!("events · live · {} shown", tail.rows.all().len()),
            (None, None) => format!("events · {}", self.list.place()),
        }
    }

    fn on(&mut self, event: super::Event, desk: &mut Desk) {
        match event {
            super::Event::Opened => self.list.restart(self.call(), desk),
            super::Event::Returned => match &mut self.tail {
                Some(tail) => tail.returned(desk),
                None => self.list.refresh(self.filter.newest_first(), desk),
            },
            super::Event::Reconnected => match &mut self.tail {
                Some(tail) => tail.reconnected(desk),
                None => self.list.refresh(self.filter.newest_first(), desk),
            },
            super::Event::Announced { channel } if channel == CHANNEL => {
                if let Some(tail) = &mut self.tail {
                    tail.announced(desk);
                }
            }
            super::Event::Woken => {
                if let Some(tail) = &mut self.tail {
                    tail.woken(desk);
                }
            }
            super::Event::Reply(reply) => {
                if let Some(problem) = self.take(&reply, desk) {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            super::Event::Typed(key) => {
                if let Some(asking) = &mut self.asking {
                    let pressed = asking.prompt().press(key);
                    self.typed(pressed, desk);
                }
            }
            super::Event::Pasted(text) => {
                if let Some(asking) = &mut self.asking {
                    asking.prompt().paste(&text);
                    self.typed(Pressed::Changed, desk);
                }
            }
            super::Event::Action(action) => self.act(action, desk),
            _ => {}
        }
    }

    fn takes_text(&self) -> bool {
        self.asking.is_some()
    }

    fn is_reading(&self) -> bool {
        self.list.is_stale()
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Open => match &self.details {
                Some(details) => details.text("share_id").is_some(),
                None => self
                    .selected()
                    .is_some_and(|event| event.row.share_id.is_some()),
            },
            Action::Details => self.details.is_some() || self.selected().is_some(),
            Action::Filter | Action::Follow => self.details.is_none(),
            Action::Export => self.details.is_none() && self.export.is_none(),
            Action::Sort => false,
            _ => true,
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        if let Some(details) = &mut self.details {
            details.view(frame, area, look);
            return;
        }
        let asked = if self.asking.is_some() {
            prompt::HEIGHT
        } else {
            0
        };
        let [status, body, bottom] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Min(1),
            Constraint::Length(asked),
        ])
        .areas(area);
        frame.render_widget(Paragraph::new(self.status(status.width, look)), status);
        let (list, below) = details::split(body);
        match &mut self.tail {
            Some(tail) if tail.rows.all().is_empty() => {
                let words = if tail.is_reading() {
                    "  reading…"
                } else {
                    "  nothing yet"
                };
                frame.render_widget(Line::styled(words, look.muted()), list);
            }
            Some(tail) => {
                let frill = Frill {
                    has_heading: true,
                    is_focused: true,
                };
                tail.rows.view(frame, list, look, frill);
            }
            None => self.list.view(frame, list, look),
        }
        if let (Some(below), Some(event)) = (below, self.selected()) {
            details::preview(&event.all, FIELDS, frame, below, look);
        }
        if let Some(asking) = &mut self.asking {
            asking.prompt().view(frame, bottom, look);
        }
    }
}
