//! The list of files: of the installation, of an account, or of a drive.

mod filter;

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use serde::Deserialize;
use tui_input::Input;

use self::filter::Filter;
use super::comments::Comments;
use super::file::File;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::moment::Moment;
use crate::text::{clean, fit, width};
use crate::typing;
use crate::widget::list::{List, Source};
use crate::widget::table::{Cell, Column};

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "files",
    words: "find files, see where they lead",
    contexts: &[Context::Files, Context::List, Context::Everywhere],
    open: Some(|| Box::new(Files::default())),
};

/// So long nothing is typed before the server is asked.
const PAUSE: Duration = Duration::from_millis(300);

/// A row of the list.
#[derive(Debug, Deserialize)]
struct Row {
    id: String,
    account_name: Option<String>,
    drive_name: Option<String>,
    path: String,
    media_type: String,
    bytes: Option<i64>,
    duration_seconds: Option<f64>,
    status: String,
    created_at: Moment,
}

const SOURCE: Source<Row> = Source {
    columns: &[
        Column {
            title: "path",
            cells: 34,
            grows: true,
            rank: 0,
            cell: |row, _| Cell::plain(&row.path),
        },
        Column {
            title: "status",
            cells: 10,
            grows: false,
            rank: 1,
            cell: |row, look| Cell::new(&row.status, status_style(&row.status, look)),
        },
        Column {
            title: "media",
            cells: 5,
            grows: false,
            rank: 4,
            cell: |row, _| Cell::plain(&row.media_type),
        },
        Column {
            title: "length",
            cells: 8,
            grows: false,
            rank: 3,
            cell: |row, _| Cell::plain(row.duration_seconds.map(length).unwrap_or_default()),
        },
        Column {
            title: "size",
            cells: 9,
            grows: false,
            rank: 5,
            cell: |row, _| Cell::plain(row.bytes.map(size).unwrap_or_default()),
        },
        Column {
            title: "account",
            cells: 14,
            grows: false,
            rank: 2,
            cell: |row, _| Cell::plain(row.account_name.as_deref().unwrap_or_default()),
        },
        Column {
            title: "drive",
            cells: 10,
            grows: false,
            rank: 6,
            cell: |row, _| Cell::plain(row.drive_name.as_deref().unwrap_or_default()),
        },
        Column {
            title: "created",
            cells: 16,
            grows: false,
            rank: 7,
            cell: |row, _| Cell::plain(row.created_at.absolute()),
        },
    ],
    cursor: &["cursor"],
    id: |row| &row.id,
    nothing: "no files",
};

/// The style of a processing status; its name is always there too.
pub(super) fn status_style(status: &str, look: &Look) -> ratatui::style::Style {
    match status {
        "completed" => look.good(),
        "failed" => look.danger(),
        _ => look.warning(),
    }
}

/// A length as hours, minutes and seconds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no film is that long, and what is negative becomes zero"
)]
pub(super) fn length(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// A size in the largest unit that leaves a number above one.
#[expect(
    clippy::cast_precision_loss,
    reason = "two digits are shown, and a float has fifteen"
)]
pub(super) fn size(bytes: i64) -> String {
    const UNITS: [&str; 5] = ["KiB", "MiB", "GiB", "TiB", "PiB"];
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    let mut rest = bytes as f64 / 1024.0;
    let mut units = UNITS.iter();
    let mut unit = units.next();
    while rest >= 1024.0 {
        let Some(next) = units.next() else { break };
        unit = Some(next);
        rest /= 1024.0;
    }
    format!("{rest:.1} {}", unit.unwrap_or(&""))
}

/// Where the files lie that are listed.
#[derive(Debug, Clone)]
struct Place {
    name: String,
    account_id: String,
    drive_id: Option<String>,
}

/// The list of files.
pub struct Files {
    list: List<Row>,
    /// What stands in the title, and what a file opens.
    words: &'static str,
    opens: fn(&Row) -> Box<dyn Screen>,
    place: Option<Place>,
    typed: Input,
    is_typing: bool,
    applied: String,
}

impl Default for Files {
    fn default() -> Self {
        Self {
            list: List::new(&SOURCE),
            words: "files",
            opens: |row| Box::new(File::new(row.id.clone())),
            place: None,
            typed: Input::default(),
            is_typing: false,
            applied: String::new(),
        }
    }
}

impl Files {
    /// The files of an account, or of one of its drives, and the name of that.
    #[must_use]
    pub fn of(name: String, account_id: String, drive_id: Option<String>) -> Self {
        Self {
            place: Some(Place {
                name,
                account_id,
                drive_id,
            }),
            ..Self::default()
        }
    }

    /// All files, for who looks for the comments on one.
    #[must_use]
    pub fn for_comments() -> Self {
        Self {
            words: "comments on which file?",
            opens: |row| Box::new(Comments::new(row.id.clone(), row.path.clone())),
            ..Self::default()
        }
    }

    // With an empty text this is the list of all, with the names that `file_list` does not give.
    fn call(applied: &str, place: Option<&Place>) -> Call {
        let filter = Filter::parse(applied);
        Call::read("file_search")
            .with("text", filter.text)
            .maybe("account_id", place.map(|place| &place.account_id))
            .maybe("drive_id", place.and_then(|place| place.drive_id.as_ref()))
            .maybe("status", filter.status)
            .maybe("media_type", filter.media_type)
    }

    fn apply(&mut self, desk: &mut Desk) {
        if self.applied != self.typed.value() {
            self.typed.value().clone_into(&mut self.applied);
            let call = Self::call(&self.applied, self.place.as_ref());
            self.list.restart(call, desk);
        }
    }

    fn press(&mut self, key: KeyEvent, desk: &mut Desk) {
        match key.code {
            KeyCode::Enter => {
                self.is_typing = false;
                self.apply(desk);
            }
            KeyCode::Esc => {
                self.is_typing = false;
                self.typed = Input::default();
                self.apply(desk);
            }
            _ => {
                if let Some(request) = typing::request(key) {
                    self.typed.handle(request);
                    desk.wake_in(PAUSE);
                }
            }
        }
    }
}

impl Screen for Files {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        let place = self.place.as_ref();
        let of = place.map_or(String::new(), |place| format!(" of {}", place.name));
        format!("{}{of} · {}", self.words, self.list.place())
    }

    fn takes_text(&self) -> bool {
        self.is_typing
    }

    fn is_reading(&self) -> bool {
        self.list.is_stale()
    }

    fn offers(&self, action: Action) -> bool {
        action != Action::Sort
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        let call = || Self::call(&self.applied, self.place.as_ref());
        match event {
            Event::Opened => self.list.restart(call(), desk),
            Event::Returned | Event::Reconnected => self.list.refresh(call(), desk),
            Event::Reply(reply) => {
                if let Some(Err(problem)) = self.list.take(&reply) {
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
            Event::Action(Action::Open) => {
                if let Some(row) = self.list.selected() {
                    desk.open((self.opens)(row));
                }
            }
            Event::Action(Action::Filter) => self.is_typing = true,
            Event::Typed(key) => self.press(key, desk),
            Event::Pasted(text) => {
                typing::insert(&mut self.typed, &text.replace(char::is_control, ""));
                desk.wake_in(PAUSE);
            }
            Event::Woken => self.apply(desk),
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) => {
                self.list.act(action, call, desk);
            }
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let has_filter = self.is_typing || !self.applied.is_empty();
        let [filter, list] = Layout::vertical([
            Constraint::Length(u16::from(has_filter)),
            Constraint::Min(1),
        ])
        .areas(area);
        if has_filter {
            let line = Line::from(vec![
                Span::styled("/ ", look.key()),
                Span::raw(clean(self.typed.value())),
            ]);
            frame.render_widget(line, filter);
            if self.is_typing {
                let before: String = self
                    .typed
                    .value()
                    .chars()
                    .take(self.typed.cursor())
                    .collect();
                let at = 2 + u16::try_from(width(&clean(&before))).unwrap_or(0);
                frame.set_cursor_position((
                    (filter.x + at).min(filter.right().saturating_sub(1)),
                    filter.y,
                ));
                if self.typed.value().is_empty() {
                    let words = fit(
                        "part of a path, an id, status:failed, media:video",
                        usize::from(filter.width.saturating_sub(2)),
                    );
                    frame.render_widget(
                        Line::from(vec![
                            Span::styled("/ ", look.key()),
                            Span::styled(words, look.muted()),
                        ]),
                        filter,
                    );
                }
            }
        }
        self.list.view(frame, list, look);
    }
}

#[cfg(test)]
mod tests {
    use super::{length, size};

    #[test]
    fn sizes_and_lengths_are_short() {
        assert_eq!("1023 B", size(1023));
        assert_eq!("1.0 KiB", size(1024));
        assert_eq!("8192.0 PiB", size(i64::MAX));
        assert_eq!("1:01:01", length(3661.2));
        assert_eq!("0:07", length(7.0));
        assert_eq!("0:00", length(-3.0));
    }
}
