//! What the file itself is, and who serves it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use serde::Deserialize;
use serde_json::Value;

use super::edit;
use super::part::Part;
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::screen::dialog::Dialog;
use crate::screen::files::{length, size, status_style};
use crate::widget::labelled::Labelled;
use crate::widget::page::Page;

/// A file as the server describes it.
#[derive(Debug, Deserialize)]
pub(super) struct Details {
    pub(super) id: String,
    pub(super) account_id: String,
    pub(super) drive_id: String,
    pub(super) external_id: Option<String>,
    pub(super) path: String,
    media_type: String,
    pub(super) mime_type: Option<String>,
    bytes: Option<i64>,
    duration_seconds: Option<f64>,
    pub(super) status: String,
    metadata: Value,
    pub(super) stream_delivery: Option<String>,
    pub(super) download_delivery: Option<String>,
    pub(super) preview_delivery: Option<String>,
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
    pub(super) id: String,
    pub(super) name: String,
}

/// The part.
pub(super) struct About {
    id: String,
    details: Option<Details>,
    account: Option<Account>,
    drives: Vec<Drive>,
    page: Page,
    awaited: Option<Number>,
    account_awaited: Option<Number>,
    drives_awaited: Option<Number>,
}

impl About {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            details: None,
            account: None,
            drives: Vec::new(),
            page: Page::default(),
            awaited: None,
            account_awaited: None,
            drives_awaited: None,
        }
    }

    /// The file, once it is known.
    pub(super) fn details(&self) -> Option<&Details> {
        self.details.as_ref()
    }

    /// The path, or the id while that is all that is known.
    pub(super) fn name(&self) -> &str {
        self.details.as_ref().map_or(&self.id, |file| &file.path)
    }

    /// Goes back to the first line.
    pub(super) fn rewind(&mut self) {
        self.page.rewind();
    }

    /// What changes the file, once it is known.
    pub(super) fn edit(&self) -> Option<Dialog> {
        Some(edit::dialog(self.details.as_ref()?, &self.drives))
    }

    /// The lines in so many cells.
    pub(super) fn lines(&self, cells: u16, look: &Look) -> Vec<Line<'static>> {
        self.facts(look).lines(cells, look)
    }

    fn fill(&mut self, reply: &Reply, desk: &mut Desk) -> Result<(), Problem> {
        self.details = reply.rows::<Details>()?.pop();
        if let Some(details) = &self.details {
            let account = Call::read("account_get").with("id", &details.account_id);
            self.account_awaited = Some(desk.ask(account));
            let drives = Call::read("drive_list")
                .with("account_id", &details.account_id)
                .with("limit", 100);
            self.drives_awaited = Some(desk.ask(drives));
        }
        Ok(())
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

impl Part for About {
    fn read(&mut self, desk: &mut Desk) {
        self.awaited = Some(desk.ask(Call::read("file_get").with("id", &self.id)));
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        let number = Some(reply.number);
        if self.awaited == number {
            self.awaited = None;
            return Some(self.fill(reply, desk));
        }
        if self.account_awaited == number {
            return Some(reply.rows().map(|mut rows| self.account = rows.pop()));
        }
        (self.drives_awaited == number).then(|| reply.rows().map(|rows| self.drives = rows))
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) {
        self.page.act(action);
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let lines = self.lines(area.width, look);
        self.page.view(lines, frame, area, look);
    }
}
