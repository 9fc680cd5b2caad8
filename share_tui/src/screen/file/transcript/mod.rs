//! What is said in the file: read, searched, gone through by hits and times, and written to a file.

mod export;
mod search;
mod utterance;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use self::export::Export;
use self::search::Search;
use self::utterance::{ALL, About, LINES, Utterance};
use super::about::Details;
use super::part::{Part, of_file};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::media_time;
use crate::message::{Number, Reply};
use crate::screen::Entry;
use crate::text::fit;
use crate::widget::list::List;
use crate::widget::prompt::{self, Pressed, Prompt};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "file transcript",
    words: "what is said in a file",
    contexts: &[
        Context::FileTranscript,
        Context::File,
        Context::List,
        Context::Everywhere,
    ],
    open: None,
};

/// What a line is typed for.
#[derive(Clone, Copy)]
enum Wish {
    Search,
    Jump,
    Export,
}

/// The part.
pub(super) struct Transcript {
    id: String,
    path: String,
    about: Option<About>,
    awaited: Option<Number>,
    all: List<Utterance>,
    search: Option<Search>,
    prompt: Option<(Wish, Prompt)>,
    /// A time that was asked for, and which utterance is heard then.
    jump: Option<(String, Number)>,
    export: Option<Export>,
}

impl Transcript {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            path: String::new(),
            about: None,
            awaited: None,
            all: List::new(&ALL),
            search: None,
            prompt: None,
            jump: None,
            export: None,
        }
    }

    fn lists_hits(&self) -> bool {
        self.search.as_ref().is_some_and(|search| search.is_listed)
    }

    fn call(&self) -> Call {
        of_file("utterance_list", &self.id)
    }

    fn ask(&mut self, wish: Wish) {
        let prompt = match wish {
            Wish::Search => {
                let words = self.search.as_ref().map_or("", |search| &search.words);
                Prompt::new("search", words, "words, \"in a row\", or, -without")
            }
            Wish::Jump => Prompt::new("go to", "", "seconds, m:ss or h:mm:ss"),
            Wish::Export => Prompt::new("write to", &export::name(&self.path), export::HINT),
        };
        self.prompt = Some((wish, prompt));
    }

    /// Does what a line was typed for; what is wrong otherwise.
    fn done(&mut self, wish: Wish, text: &str, desk: &mut Desk) -> Result<(), String> {
        match wish {
            Wish::Search if text.is_empty() => self.search = None,
            Wish::Search => self.search = Some(Search::begin(&self.id, text, desk)),
            Wish::Jump => {
                let ms = media_time::milliseconds(text)?;
                let call = self.call().with("from_ms", ms).with("limit", 1);
                self.jump = Some((text.to_owned(), desk.ask(call)));
            }
            Wish::Export => self.export = Some(Export::begin(&self.id, text, desk)?),
        }
        Ok(())
    }

    /// Goes to the hit that is selected.
    fn go(&mut self, desk: &mut Desk) {
        let call = self.call();
        if let Some(search) = &mut self.search
            && let Some(hit) = search.hits.selected()
        {
            search.is_listed = false;
            let place = hit.said.ordinal.saturating_sub(1);
            self.all.go(place, call, desk);
        }
    }

    /// Goes to the next hit or the one before.
    fn step(&mut self, action: Action, desk: &mut Desk) {
        if let Some(search) = &mut self.search
            && search.step(action, &self.id, desk)
        {
            self.go(desk);
        }
    }

    fn found(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        let found = self.search.as_mut()?.take(reply)?;
        Some(found.map(|goes| {
            if goes {
                self.go(desk);
            }
        }))
    }

    fn jumped(&mut self, at: &str, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        let Some(heard) = reply.rows::<Utterance>()?.pop() else {
            let words = format!("nothing is said after {at}");
            desk.say(Tone::Info, words);
            return Ok(());
        };
        if let Some(search) = &mut self.search {
            search.is_listed = false;
        }
        let call = self.call();
        self.all
            .go(heard.said.ordinal.saturating_sub(1), call, desk);
        Ok(())
    }

    /// The line above the rows.
    fn words(&self) -> String {
        match (&self.search, &self.about, self.awaited) {
            (Some(search), ..) => search.told(),
            (None, Some(about), _) => about.words(),
            (None, None, Some(_)) => "reading…".to_owned(),
            (None, None, None) => "not read".to_owned(),
        }
    }

    /// What is selected, in full.
    fn lines(&self, cells: u16, look: &Look) -> Vec<Line<'static>> {
        let list = match &self.search {
            Some(search) if search.is_listed => &search.hits,
            _ => &self.all,
        };
        let selected = list.selected();
        selected.map_or_else(Vec::new, |row| row.lines(cells, look))
    }
}

impl Part for Transcript {
    fn read(&mut self, desk: &mut Desk) {
        self.awaited = Some(desk.ask(of_file("transcript_get", &self.id)));
        let call = self.call();
        self.all.refresh(call, desk);
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            return Some(reply.rows().map(|mut rows| self.about = rows.pop()));
        }
        if let Some((at, _)) = self.jump.take_if(|(_, number)| *number == reply.number) {
            return Some(self.jumped(&at, reply, desk));
        }
        if let Some(taken) = self.export.as_ref().and_then(|it| it.take(reply, desk)) {
            self.export = None;
            return Some(taken);
        }
        let taken = self.found(reply, desk);
        taken.or_else(|| self.all.take(reply))
    }

    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn know(&mut self, file: &Details) {
        self.path.clone_from(&file.path);
    }

    fn leave(&mut self) -> bool {
        self.search.take().is_some()
    }

    fn is_reading(&self) -> bool {
        let hits = self.search.as_ref().map(|search| &search.hits);
        self.jump.is_some()
            || self.all.is_stale()
            || hits.is_some_and(|hits| hits.is_stale() || hits.is_turning())
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Search | Action::Jump => true,
            Action::Open => self.lists_hits(),
            Action::NextHit | Action::PreviousHit => self.search.is_some(),
            Action::Export => self.export.is_none() && !self.all.rows().is_empty(),
            _ => false,
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        match action {
            Action::Search => self.ask(Wish::Search),
            Action::Jump => self.ask(Wish::Jump),
            Action::Export => self.ask(Wish::Export),
            Action::Open => self.go(desk),
            Action::NextHit => self.step(Action::Down, desk),
            Action::PreviousHit => self.step(Action::Up, desk),
            action => match &mut self.search {
                Some(search) if search.is_listed => search.act(action, &self.id, desk),
                _ => {
                    let call = self.call();
                    self.all.act(action, || call, desk);
                }
            },
        }
    }

    fn takes_text(&self) -> bool {
        self.prompt.is_some()
    }

    fn press(&mut self, key: KeyEvent, desk: &mut Desk) {
        let Some((wish, mut prompt)) = self.prompt.take() else {
            return;
        };
        match prompt.press(key) {
            Pressed::Left => return,
            Pressed::Done => match self.done(wish, prompt.value().trim(), desk) {
                Ok(()) => return,
                Err(wrong) => prompt.judge(Some(wrong)),
            },
            Pressed::Changed => prompt.judge(None),
            Pressed::Nothing => {}
        }
        self.prompt = Some((wish, prompt));
    }

    fn paste(&mut self, text: &str, _desk: &mut Desk) {
        if let Some((_, prompt)) = &mut self.prompt {
            prompt.paste(text);
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let lines = self.lines(area.width, look);
        // Where there is little room, rows go before one of them in full.
        let below = match (&self.prompt, u16::try_from(lines.len()).unwrap_or(LINES)) {
            (Some(_), _) => prompt::HEIGHT,
            (None, many) if area.height > many + 6 => many,
            (None, _) => 0,
        };
        let [head, rows, bottom] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Min(1),
            Constraint::Length(below),
        ])
        .areas(area);
        let words = fit(&self.words(), usize::from(head.width));
        frame.render_widget(Line::styled(words, look.muted()), head);
        match &mut self.search {
            Some(search) if search.is_listed => search.hits.view(frame, rows, look),
            _ => self.all.view(frame, rows, look),
        }
        match &self.prompt {
            Some((_, prompt)) => prompt.view(frame, bottom, look),
            None => frame.render_widget(Paragraph::new(lines), bottom),
        }
    }
}
