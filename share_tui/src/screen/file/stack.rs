//! The stack of the file: its versions, the newest on top, and their order.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use serde::Deserialize;
use serde_json::Value;

use super::File;
use super::about::Details;
use super::part::{Part, of_file};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::question::Question;
use crate::screen::Entry;
use crate::screen::file_search::FileSearch;
use crate::screen::files::{length, status_style};
use crate::widget::prompt::{self, Pressed, Prompt};
use crate::widget::short_list::{Frill, ShortList};
use crate::widget::table::{Cell, Column};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "file stack",
    words: "the versions of a file",
    contexts: &[
        Context::FileStack,
        Context::File,
        Context::List,
        Context::Everywhere,
    ],
    open: None,
};

/// A version.
#[derive(Debug, Clone, Deserialize)]
struct Version {
    id: String,
    stack_number: u32,
    is_top: bool,
    path: Option<String>,
    filename: String,
    duration_seconds: Option<f64>,
    status: String,
    created_at: Moment,
}

const COLUMNS: &[Column<Version>] = &[
    Column {
        title: "version",
        cells: 11,
        grows: false,
        rank: 1,
        cell: |row, look| {
            if row.is_top {
                Cell::new(format!("{} on top", row.stack_number), look.heading())
            } else {
                Cell::plain(row.stack_number.to_string())
            }
        },
    },
    Column {
        title: "path",
        cells: 24,
        grows: true,
        rank: 0,
        cell: |row, _| Cell::plain(row.path.as_ref().unwrap_or(&row.filename)),
    },
    Column {
        title: "status",
        cells: 10,
        grows: false,
        rank: 2,
        cell: |row, look| Cell::new(&row.status, status_style(&row.status, look)),
    },
    Column {
        title: "length",
        cells: 8,
        grows: false,
        rank: 3,
        cell: |row, _| Cell::plain(row.duration_seconds.map(length).unwrap_or_default()),
    },
    Column {
        title: "created",
        cells: 16,
        grows: false,
        rank: 4,
        cell: |row, _| Cell::plain(row.created_at.absolute()),
    },
];

/// A version that is looked for.
struct Adding {
    prompt: Prompt,
    search: FileSearch,
}

/// The part.
pub(super) struct Stack {
    id: String,
    /// The account and the drive of the file.
    drive: Option<(String, String)>,
    versions: ShortList<Version>,
    is_read: bool,
    awaited: Option<Number>,
    /// The version that is selected when the rows have come.
    follows: Option<String>,
    adding: Option<Adding>,
    /// The version that a question is about.
    asked_about: Option<Version>,
    /// A change, and what to say when it was made.
    changing: Option<(Number, String)>,
}

impl Stack {
    pub(super) fn new(id: String) -> Self {
        Self {
            follows: Some(id.clone()),
            id,
            drive: None,
            versions: ShortList::new(COLUMNS),
            is_read: false,
            awaited: None,
            adding: None,
            asked_about: None,
            changing: None,
        }
    }

    fn change(&mut self, call: Call, words: String, desk: &mut Desk) {
        self.changing = Some((desk.ask(call), words));
    }

    /// Gives the selected version the next place above or below.
    fn shift(&mut self, is_up: bool, desk: &mut Desk) {
        let Some(row) = self.versions.selected().cloned() else {
            return;
        };
        let number = if is_up {
            row.stack_number.saturating_add(1)
        } else {
            row.stack_number.saturating_sub(1)
        };
        let call = Call::write("stack_move")
            .with("file_id", &row.id)
            .with("new_stack_number", number);
        let many = self.versions.all().len();
        let top = if usize::try_from(number) == Ok(many) {
            ", on top: shares that follow the stack show it"
        } else {
            ""
        };
        let words = format!("{} is version {number}{top}", row.filename);
        self.follows = Some(row.id);
        self.change(call, words, desk);
    }

    /// Asks whether a version is to leave.
    fn removal(&mut self, desk: &mut Desk) {
        let Some(row) = self.versions.selected().cloned() else {
            return;
        };
        let words = format!("Take {} out of the stack?", row.filename);
        let mut question = Question::new("remove-version", words)
            .effect("It stays where it is, as a file of its own.");
        let rest = self.versions.all().iter().find(|other| other.id != row.id);
        if self.versions.all().len() == 2 {
            question = question.effect("The stack is dissolved: one file is none.");
        }
        if let Some(next) = rest.filter(|_| row.is_top) {
            let words = format!(
                "Shares that follow the stack show {} from then on.",
                next.filename
            );
            question = question.effect(words);
        }
        desk.put(question);
        self.asked_about = Some(row);
    }

    /// Puts the file that was picked on top, or makes a stack of it and this one.
    fn add(&mut self, picked: &str, path: &str, desk: &mut Desk) {
        let is_stack = !self.versions.all().is_empty();
        let call = if is_stack {
            Call::write("stack_add")
                .with("file_id", picked)
                .with("target_file_id", &self.id)
        } else {
            Call::write("stack_create").list("file_ids", &[self.id.as_str(), picked])
        };
        self.follows = Some(picked.to_owned());
        self.change(call, format!("{path} is the newest version"), desk);
    }
}

impl Part for Stack {
    fn read(&mut self, desk: &mut Desk) {
        self.awaited = Some(desk.ask(of_file("stack_list", &self.id)));
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            return Some(reply.rows::<Version>().map(|mut rows| {
                // The newest stands on top, as people speak of stacks.
                rows.reverse();
                let wanted = self.follows.take();
                let place = rows.iter().position(|row| Some(&row.id) == wanted.as_ref());
                self.versions.set(rows);
                self.is_read = true;
                if let Some(place) = place {
                    self.versions.select(place);
                }
            }));
        }
        if let Some((_, words)) = self.changing.take_if(|(number, _)| *number == reply.number) {
            let done = reply.rows::<Value>();
            // Also where it was refused: somebody else may have changed the stack.
            self.read(desk);
            return Some(done.map(|_| desk.say(Tone::Done, words)));
        }
        if let Some(adding) = &mut self.adding {
            adding.search.take(reply, desk);
        }
        None
    }

    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn know(&mut self, file: &Details) {
        self.drive = Some((file.account_id.clone(), file.drive_id.clone()));
    }

    fn is_reading(&self) -> bool {
        self.changing.is_some() || self.awaited.is_some()
    }

    fn takes_text(&self) -> bool {
        self.adding.is_some()
    }

    fn offers(&self, action: Action) -> bool {
        let selected = self.versions.selected();
        match action {
            Action::Open => selected.is_some_and(|row| row.id != self.id),
            Action::AddVersion => self.is_read && self.drive.is_some(),
            Action::RemoveVersion => selected.is_some(),
            Action::Raise => selected.is_some_and(|row| !row.is_top),
            Action::Lower => selected.is_some_and(|row| row.stack_number > 1),
            _ => false,
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        match action {
            Action::Open => {
                if let Some(row) = self.versions.selected() {
                    desk.open(Box::new(File::new(row.id.clone())));
                }
            }
            Action::AddVersion => {
                if let Some((account, drive)) = self.drive.clone() {
                    let hint = "part of a path on the same drive; down goes on, enter picks";
                    self.adding = Some(Adding {
                        prompt: Prompt::new("newest version", "", hint),
                        search: FileSearch::on_drive(account, drive),
                    });
                }
            }
            Action::RemoveVersion => self.removal(desk),
            Action::Raise => self.shift(true, desk),
            Action::Lower => self.shift(false, desk),
            action => {
                self.versions.act(action);
            }
        }
    }

    fn press(&mut self, key: KeyEvent, desk: &mut Desk) {
        let Some(mut adding) = self.adding.take() else {
            return;
        };
        match key.code {
            KeyCode::Down | KeyCode::Up => adding.search.step(key.code == KeyCode::Down),
            _ => match adding.prompt.press(key) {
                Pressed::Left => return,
                Pressed::Changed => adding.search.typed(desk),
                Pressed::Done if adding.search.offers() => {
                    if let Some(file) = adding.search.pick() {
                        let (id, path) = (file.id.clone(), file.path.clone());
                        self.add(&id, &path, desk);
                        return;
                    }
                }
                Pressed::Done => {
                    adding
                        .prompt
                        .judge(Some("pick one of the files that are found".to_owned()));
                }
                Pressed::Nothing => {}
            },
        }
        self.adding = Some(adding);
    }

    fn paste(&mut self, text: &str, desk: &mut Desk) {
        if let Some(adding) = &mut self.adding {
            adding.prompt.paste(text);
            adding.search.typed(desk);
        }
    }

    fn woken(&mut self, desk: &mut Desk) {
        if let Some(adding) = &mut self.adding {
            let text = adding.prompt.value().to_owned();
            adding.search.woken(&text, desk);
        }
    }

    fn agreed(&mut self, tag: &str, desk: &mut Desk) {
        if let Some(row) = self.asked_about.take_if(|_| tag == "remove-version") {
            let call = Call::write("stack_remove").with("file_id", &row.id);
            let words = format!("{} is out of the stack", row.filename);
            self.change(call, words, desk);
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let mut found = Vec::new();
        let mut below = 0;
        if let Some(adding) = &self.adding {
            found = adding.search.lines(usize::from(area.width), look);
            below = prompt::HEIGHT + u16::try_from(found.len()).unwrap_or(0);
        }
        let [rows, bottom] =
            Layout::vertical([Constraint::Min(1), Constraint::Length(below)]).areas(area);
        if self.versions.all().is_empty() {
            let words = match (self.is_read, self.awaited) {
                (true, _) => "  in no stack: n makes one of this file and a newer version",
                (false, Some(_)) => "  reading…",
                (false, None) => "  not read",
            };
            frame.render_widget(Line::styled(words, look.muted()), rows);
        } else {
            let frill = Frill {
                has_heading: true,
                is_focused: true,
            };
            self.versions.view(frame, rows, look, frill);
        }
        if let Some(adding) = &self.adding {
            let [line, offers] =
                Layout::vertical([Constraint::Length(prompt::HEIGHT), Constraint::Min(0)])
                    .areas(bottom);
            adding.prompt.view(frame, line, look);
            frame.render_widget(Paragraph::new(found), offers);
        }
    }
}
