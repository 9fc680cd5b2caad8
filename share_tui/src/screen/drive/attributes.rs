//! The attributes of a drive's files: make, change, archive, take back.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Details;
use super::archival::Archival;
use super::attribute::Attribute;
use super::definition::Definition;
use super::form;
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::widget::labelled::missing;
use crate::widget::rows::Rows;
use crate::widget::table::{Cell, Column};

const COLUMNS: &[Column<Definition>] = &[
    Column {
        title: "name",
        cells: 14,
        grows: false,
        rank: 0,
        cell: |row, look| {
            let style = if row.archived {
                look.muted()
            } else {
                look.plain()
            };
            Cell::new(&row.name, style)
        },
    },
    Column {
        title: "label",
        cells: 14,
        grows: false,
        rank: 7,
        cell: |row, _| Cell::plain(&row.label),
    },
    Column {
        title: "type",
        cells: 13,
        grows: false,
        rank: 1,
        cell: |row, _| Cell::plain(&row.value_type),
    },
    Column {
        title: "options",
        cells: 29,
        grows: true,
        rank: 3,
        cell: |row, _| Cell::plain(row.choices()),
    },
    Column {
        title: "default",
        cells: 10,
        grows: false,
        rank: 4,
        cell: |row, _| Cell::plain(row.default_text()),
    },
    Column {
        title: "files",
        cells: 12,
        grows: false,
        rank: 5,
        cell: |row, look| match row.media() {
            all if all.is_empty() => Cell::new("all", look.muted()),
            some => Cell::plain(some),
        },
    },
    Column {
        title: "group",
        cells: 10,
        grows: false,
        rank: 6,
        cell: |row, _| Cell::plain(row.group_name.as_deref().unwrap_or_default()),
    },
    Column {
        title: "state",
        cells: 8,
        grows: false,
        rank: 2,
        cell: |row, look| {
            if row.archived {
                Cell::new("archived", look.warning())
            } else {
                Cell::new("in use", look.good())
            }
        },
    },
];

/// The attributes of a drive's files.
pub(super) struct Attributes {
    account: String,
    drive: String,
    list: Rows<Definition>,
    archival: Archival,
    awaited: Option<Number>,
    is_loaded: bool,
}

impl Attributes {
    pub(super) fn new(drive: &Details) -> Self {
        Self {
            account: drive.account_id.clone(),
            drive: drive.id.clone(),
            list: Rows::new(COLUMNS),
            archival: Archival::default(),
            awaited: None,
            is_loaded: false,
        }
    }

    pub(super) fn read(&mut self, desk: &mut Desk) {
        // They come all at once: what is defined, and not what files have of it.
        let call = Call::read("attribute_list")
            .with("drive_id", &self.drive)
            .with("account_id", &self.account)
            .with("with_archived", true);
        self.awaited = Some(desk.ask(call));
    }

    pub(super) fn is_reading(&self) -> bool {
        !self.is_loaded && self.awaited.is_some()
    }

    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<Result<(), Problem>> {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            return Some(reply.rows().map(|rows| {
                self.list.put_anew(rows, |row| &row.id);
                self.is_loaded = true;
            }));
        }
        let taken = self.archival.take(reply, desk)?;
        self.read(desk);
        Some(taken)
    }

    pub(super) fn offers(&self, action: Action) -> bool {
        let selected = self.list.selected();
        match action {
            Action::Create => true,
            _ => selected.is_some_and(|row| Archival::offers(action, row)),
        }
    }

    pub(super) fn act(&mut self, action: Action, desk: &mut Desk) {
        match (action, self.list.selected()) {
            (Action::Create, _) => {
                desk.open(Box::new(form::creation(&self.account, &self.drive)));
            }
            (Action::Open, Some(row)) => desk.open(Box::new(Attribute::new(row.clone()))),
            (Action::Edit, Some(row)) => desk.open(Box::new(form::change(row))),
            (_, Some(row)) if self.archival.act(action, row, desk) => {}
            _ => {
                self.list.act(action);
            }
        }
    }

    /// A question was answered with yes.
    pub(super) fn answered(&mut self, tag: &str, desk: &mut Desk) {
        self.archival.answered(tag, desk);
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let nothing = if self.is_loaded {
            "no attributes: files of this drive are described by nothing"
        } else {
            missing(self.awaited.is_some())
        };
        self.list.view(frame, area, nothing, look);
    }
}
