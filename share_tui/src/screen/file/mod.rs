//! One file: what it is, what is stored of it, and which shares lead to it.

mod edit;
mod parts;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;
use serde::Deserialize;
use serde_json::Value;

use self::parts::{ORIGINS, Origin, PLAYLISTS, Playlist, Row, SEGMENTS, SHARES, Segment};
use super::comments::Comments;
use super::files::{length, size, status_style};
use super::share::Share;
use super::share_form::ShareForm;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::question::Question;
use crate::widget::labelled::Labelled;
use crate::widget::list::List;
use crate::widget::page::Page;
use crate::widget::parts::Parts;
use crate::widget::sheet::Sheet;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "file",
    words: "one file",
    contexts: &[Context::File, Context::List, Context::Everywhere],
    open: None,
};

/// From so many cells on, facts stand beside what belongs to the file.
const WIDE: u16 = 110;

const FILE: usize = 0;
const ORIGIN: usize = 1;
const PLAYLIST: usize = 2;
const SEGMENT: usize = 3;
const SHARE: usize = 4;

/// A file as the server describes it.
#[derive(Debug, Deserialize)]
pub(super) struct Details {
    id: String,
    account_id: String,
    drive_id: String,
    external_id: Option<String>,
    path: String,
    media_type: String,
    mime_type: Option<String>,
    bytes: Option<i64>,
    duration_seconds: Option<f64>,
    status: String,
    metadata: Value,
    stream_delivery: Option<String>,
    download_delivery: Option<String>,
    preview_delivery: Option<String>,
    created_at: Moment,
    updated_at: Moment,
}

/// The account of the file: what serves where the file names nothing.
#[derive(Debug, Deserialize)]
struct Account {
    name: String,
    stream_delivery: Option<String>,
    download_delivery: Option<String>,
    preview_delivery: Option<String>,
}

/// A drive of the account.
#[derive(Debug, Deserialize)]
pub(super) struct Drive {
    id: String,
    name: String,
}

/// How many shares lead to the file.
#[derive(Debug, Deserialize)]
struct Count {
    number: u64,
    is_exact: bool,
}

/// One file.
pub struct File {
    id: String,
    details: Option<Details>,
    account: Option<Account>,
    drives: Vec<Drive>,
    tabs: Parts,
    page: Page,
    origins: Sheet<Origin>,
    playlists: Sheet<Playlist>,
    segments: List<Segment>,
    shares: List<Row>,
    awaited: Option<Number>,
    account_awaited: Option<Number>,
    drives_awaited: Option<Number>,
    counting: Option<Number>,
    deleting: Option<Number>,
}

impl File {
    /// A file by its id.
    #[must_use]
    pub fn new(id: String) -> Self {
        Self {
            id,
            details: None,
            account: None,
            drives: Vec::new(),
            tabs: Parts::new(&["file", "origins", "playlists", "segments", "shares"]),
            page: Page::default(),
            origins: Sheet::new(ORIGINS, "nothing is stored of this file"),
            playlists: Sheet::new(PLAYLISTS, "no stored playlists"),
            segments: List::new(&SEGMENTS),
            shares: List::new(&SHARES),
            awaited: None,
            account_awaited: None,
            drives_awaited: None,
            counting: None,
            deleting: None,
        }
    }

    fn read(&mut self, desk: &mut Desk) {
        self.awaited = Some(desk.ask(Call::read("file_get").with("id", &self.id)));
        self.read_part(desk);
    }

    fn of_file(&self, function: &'static str) -> Call {
        Call::read(function).with("file_id", &self.id)
    }

    /// Reads the part that is shown.
    fn read_part(&mut self, desk: &mut Desk) {
        match self.tabs.chosen {
            ORIGIN => self.origins.ask(self.of_file("origin_list"), desk),
            PLAYLIST => self.playlists.ask(self.of_file("playlist_list"), desk),
            SEGMENT => self.segments.refresh(self.of_file("segment_list"), desk),
            SHARE => self.shares.refresh(self.of_file("share_search"), desk),
            _ => {}
        }
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        let number = Some(reply.number);
        if self.awaited == number {
            self.awaited = None;
            self.details = reply.rows::<Details>()?.pop();
            if let Some(details) = &self.details {
                let account = Call::read("account_get").with("id", &details.account_id);
                self.account_awaited = Some(desk.ask(account));
                let drives = Call::read("drive_list")
                    .with("account_id", &details.account_id)
                    .with("limit", 100);
                self.drives_awaited = Some(desk.ask(drives));
            }
        } else if self.account_awaited == number {
            self.account = reply.rows::<Account>()?.pop();
        } else if self.drives_awaited == number {
            self.drives = reply.rows()?;
        } else if self.counting == number {
            if let Some(count) = reply.rows::<Count>()?.pop() {
                desk.put(self.deletion(&count));
            }
        } else if self.deleting == number {
            reply.rows::<Value>()?;
            desk.say(Tone::Done, "the file is deleted");
            desk.back();
        } else {
            let taken = self.origins.take(reply);
            let taken = taken.or_else(|| self.playlists.take(reply));
            let taken = taken.or_else(|| self.segments.take(reply));
            let taken = taken.or_else(|| self.shares.take(reply));
            return taken.unwrap_or(Ok(()));
        }
        Ok(())
    }

    fn deletion(&self, count: &Count) -> Question {
        let path = self.details.as_ref().map_or(&self.id, |file| &file.path);
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

    fn facts(&self, look: &Look) -> Labelled {
        let Some(file) = &self.details else {
            return Labelled::missing(self.awaited.is_some(), look);
        };
        let drive = self.drives.iter().find(|drive| drive.id == file.drive_id);
        let account = self.account.as_ref();
        let served = |own: &Option<String>, other: fn(&Account) -> &Option<String>| match own {
            Some(name) => format!("{name} (the file's own)"),
            None => match account.map(other) {
                None => "the account's".to_owned(),
                Some(Some(name)) => format!("{name} (the account's)"),
                Some(None) => "none: nothing serves this".to_owned(),
            },
        };
        let metadata = Some(&file.metadata)
            .filter(|metadata| metadata.as_object().is_none_or(|known| !known.is_empty()))
            .map(ToString::to_string);
        Labelled::default()
            .with("path", &file.path)
            .with("drive", drive.map_or(&file.drive_id, |drive| &drive.name))
            .with(
                "account",
                account.map_or(&file.account_id, |account| &account.name),
            )
            .styled("status", &file.status, status_style(&file.status, look))
            .with("media", &file.media_type)
            .maybe("MIME type", file.mime_type.as_ref())
            .maybe("length", file.duration_seconds.map(length))
            .maybe("size", file.bytes.map(size))
            .maybe("external id", file.external_id.as_ref())
            .with(
                "streams by",
                served(&file.stream_delivery, |a| &a.stream_delivery),
            )
            .with(
                "downloads by",
                served(&file.download_delivery, |a| &a.download_delivery),
            )
            .with(
                "previews by",
                served(&file.preview_delivery, |a| &a.preview_delivery),
            )
            .with("created", file.created_at.absolute())
            .with("changed", file.updated_at.absolute())
            .with("id", &file.id)
            .maybe("metadata", metadata)
    }
}

impl Screen for File {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        let path = self.details.as_ref().map_or(&self.id, |file| &file.path);
        format!("file {path}")
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::Filter | Action::Sort => false,
            Action::Open => self.tabs.chosen == SHARE && self.shares.selected().is_some(),
            Action::Edit | Action::Delete => self.details.is_some(),
            _ => true,
        }
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
            Event::Action(Action::Open) => {
                if let Some(row) = self.shares.selected().filter(|_| self.tabs.chosen == SHARE) {
                    desk.open(Box::new(Share::new(row.id.clone())));
                }
            }
            Event::Action(Action::Edit) => {
                if let Some(details) = &self.details {
                    desk.open(Box::new(edit::dialog(details, &self.drives)));
                }
            }
            Event::Action(Action::Create) => {
                desk.open(Box::new(ShareForm::new(Some(self.id.clone()))));
            }
            Event::Action(Action::Comments) => {
                let path = self.details.as_ref().map_or(&self.id, |file| &file.path);
                desk.open(Box::new(Comments::new(self.id.clone(), path.clone())));
            }
            Event::Action(Action::Delete) => {
                self.counting = Some(desk.ask(self.of_file("share_count")));
            }
            Event::Answered {
                tag: "delete",
                yes: true,
            } => {
                let call = Call::write("file_delete").with("id", &self.id);
                self.deleting = Some(desk.ask(call));
            }
            Event::Action(Action::Back) => desk.back(),
            Event::Action(action) => {
                if self.tabs.act(action) {
                    self.page.rewind();
                    self.read_part(desk);
                    return;
                }
                let (segments, shares) =
                    (self.of_file("segment_list"), self.of_file("share_search"));
                match self.tabs.chosen {
                    FILE => self.page.act(action),
                    ORIGIN => self.origins.act(action),
                    PLAYLIST => self.playlists.act(action),
                    SEGMENT => self.segments.act(action, || segments, desk),
                    _ => self.shares.act(action, || shares, desk),
                };
            }
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [tabs, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        frame.render_widget(self.tabs.line(look), tabs);
        let facts = self.facts(look);
        let is_file = self.tabs.chosen == FILE;
        let beside = if area.width >= WIDE && !is_file {
            52
        } else {
            0
        };
        let [left, right] =
            Layout::horizontal([Constraint::Length(beside), Constraint::Min(1)]).areas(body);
        if beside > 0 {
            let lines = facts.lines(beside - 2, look);
            frame.render_widget(Paragraph::new(lines), left);
        }
        match self.tabs.chosen {
            FILE => {
                let lines = facts.lines(right.width, look);
                self.page.view(lines, frame, right, look);
            }
            ORIGIN => self.origins.view(frame, right, look),
            PLAYLIST => self.playlists.view(frame, right, look),
            SEGMENT => self.segments.view(frame, right, look),
            _ => self.shares.view(frame, right, look),
        }
    }
}
