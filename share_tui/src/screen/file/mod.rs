//! One file: what it is, what is known, shown and said of it, its versions, what is stored, and which shares lead to it.

mod about;
pub mod attributes;
mod edit;
mod faces;
mod origins;
mod part;
mod playlists;
pub mod previews;
mod segments;
mod shares;
pub mod stack;
pub mod transcript;
mod value;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;
use serde::Deserialize;
use serde_json::Value;

use self::about::About;
use self::attributes::Attributes;
use self::origins::Origins;
use self::part::{Part, of_file};
use self::playlists::Playlists;
use self::previews::Previews;
use self::segments::Segments;
use self::shares::Shares;
use self::stack::Stack;
use self::transcript::Transcript;
use super::comments::Comments;
use super::share_form::ShareForm;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::question::Question;
use crate::widget::parts::Parts;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "file",
    words: "one file",
    contexts: &[Context::File, Context::List, Context::Everywhere],
    open: None,
};

/// From so many cells on, facts stand beside what belongs to the file.
const WIDE: u16 = 110;

/// The names of the parts; the first one is the file itself.
const NAMES: &[&str] = &[
    "file",
    "attributes",
    "previews",
    "transcript",
    "stack",
    "origins",
    "playlists",
    "segments",
    "shares",
];

/// What is done in every part.
const COMMON: &[Action] = &[
    Action::Back,
    Action::Up,
    Action::Down,
    Action::PageUp,
    Action::PageDown,
    Action::First,
    Action::Last,
    Action::NextPart,
    Action::PreviousPart,
    Action::Create,
    Action::Comments,
    Action::Refresh,
    Action::Cancel,
    Action::Palette,
    Action::Help,
    Action::Suspend,
    Action::Quit,
];

/// How many shares lead to the file.
#[derive(Debug, Deserialize)]
struct Count {
    number: u64,
    is_exact: bool,
}

/// One file.
pub struct File {
    id: String,
    tabs: Parts,
    about: About,
    /// The other parts.
    parts: Vec<Box<dyn Part>>,
    counting: Option<Number>,
    deleting: Option<Number>,
}

impl File {
    /// A file by its id.
    #[must_use]
    pub fn new(id: String) -> Self {
        Self {
            tabs: Parts::new(NAMES),
            about: About::new(id.clone()),
            parts: vec![
                Box::new(Attributes::new(id.clone())),
                Box::new(Previews::new(id.clone())),
                Box::new(Transcript::new(id.clone())),
                Box::new(Stack::new(id.clone())),
                Box::new(Origins::new(id.clone())),
                Box::new(Playlists::new(id.clone())),
                Box::new(Segments::new(id.clone())),
                Box::new(Shares::new(id.clone())),
            ],
            id,
            counting: None,
            deleting: None,
        }
    }

    /// The part that is shown.
    fn part(&self) -> &dyn Part {
        let place = self.tabs.chosen.checked_sub(1);
        match place.and_then(|place| self.parts.get(place)) {
            Some(part) => part.as_ref(),
            None => &self.about,
        }
    }

    fn part_mut(&mut self) -> &mut dyn Part {
        let place = self.tabs.chosen.checked_sub(1);
        match place.and_then(|place| self.parts.get_mut(place)) {
            Some(part) => part.as_mut(),
            None => &mut self.about,
        }
    }

    fn is_file(&self) -> bool {
        self.tabs.chosen == 0
    }

    fn read(&mut self, desk: &mut Desk) {
        self.about.read(desk);
        if !self.is_file() {
            self.part_mut().read(desk);
        }
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        let number = Some(reply.number);
        if self.counting == number {
            if let Some(count) = reply.rows::<Count>()?.pop() {
                desk.put(self.deletion(&count));
            }
            return Ok(());
        }
        if self.deleting == number {
            reply.rows::<Value>()?;
            desk.say(Tone::Done, "the file is deleted");
            desk.back();
            return Ok(());
        }
        if let Some(taken) = self.about.take(reply, desk) {
            if let Some(details) = self.about.details() {
                self.parts.iter_mut().for_each(|part| part.know(details));
            }
            return taken;
        }
        let mut parts = self.parts.iter_mut();
        let taken = parts.find_map(|part| part.take(reply, desk));
        taken.unwrap_or(Ok(()))
    }

    fn deletion(&self, count: &Count) -> Question {
        let path = self.about.name();
        let question = Question::new("delete", format!("Delete the file {path}?"))
            .effect("Its path and its external id become free; what is stored stays where it is.")
            .effect("This cannot be undone here.");
        let least = if count.is_exact { "" } else { "at least " };
        match count.number {
            0 => question.effect("No shares lead to it."),
            1 => question
                .effect("One share leads to it and ends now.")
                .typed("delete"),
            many => question
                .effect(format!(
                    "{least}{many} shares lead to it; those that live end now."
                ))
                .typed("delete"),
        }
    }
}

impl Screen for File {
    fn entry(&self) -> &'static Entry {
        self.part().entry()
    }

    fn title(&self) -> String {
        format!("file {}", self.about.name())
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Edit | Action::Delete => self.about.details().is_some(),
            action if COMMON.contains(&action) => true,
            _ => self.part().offers(action),
        }
    }

    fn is_reading(&self) -> bool {
        self.part().is_reading()
    }

    fn takes_text(&self) -> bool {
        self.part().takes_text()
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
                if let Some(dialog) = self.about.edit() {
                    desk.open(Box::new(dialog));
                }
            }
            Event::Action(Action::Create) => {
                desk.open(Box::new(ShareForm::new(Some(self.id.clone()))));
            }
            Event::Action(Action::Comments) => {
                let path = self.about.name().to_owned();
                desk.open(Box::new(Comments::new(self.id.clone(), path)));
            }
            Event::Action(Action::Delete) => {
                self.counting = Some(desk.ask(of_file("share_count", &self.id)));
            }
            Event::Answered {
                tag: "delete",
                yes: true,
            } => {
                let call = Call::write("file_delete").with("id", &self.id);
                self.deleting = Some(desk.ask(call));
            }
            Event::Answered { tag, yes: true } => self.part_mut().agreed(tag, desk),
            Event::Typed(key) => self.part_mut().press(key, desk),
            Event::Pasted(text) => self.part_mut().paste(&text, desk),
            Event::Woken => self.part_mut().woken(desk),
            Event::Action(Action::Back) if self.part_mut().leave() => {}
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) if self.tabs.act(action) => {
                self.about.rewind();
                if !self.is_file() {
                    self.part_mut().read(desk);
                }
            }
            Event::Action(action) => self.part_mut().act(action, desk),
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [tabs, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        frame.render_widget(self.tabs.fitted(tabs.width, look), tabs);
        let beside = if area.width >= WIDE && !self.is_file() {
            52
        } else {
            0
        };
        let [left, right] =
            Layout::horizontal([Constraint::Length(beside), Constraint::Min(1)]).areas(body);
        if beside > 0 {
            let lines = self.about.lines(beside - 2, look);
            frame.render_widget(Paragraph::new(lines), left);
        }
        self.part_mut().view(frame, right, look);
    }
}
