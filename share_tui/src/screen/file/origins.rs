//! What is stored of the file.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;

use super::part::{Part, of_file};
use crate::action::Action;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::Reply;
use crate::screen::files::size;
use crate::widget::sheet::Sheet;
use crate::widget::table::{Cell, Column};

/// A stored object.
#[derive(Debug, Deserialize)]
struct Origin {
    kind: String,
    path: String,
    mime_type: Option<String>,
    bytes: Option<i64>,
    file_segment_id: Option<String>,
}

const COLUMNS: &[Column<Origin>] = &[
    Column {
        title: "kind",
        cells: 9,
        grows: false,
        rank: 1,
        cell: |row, _| Cell::plain(&row.kind),
    },
    Column {
        title: "path below the delivery",
        cells: 16,
        grows: true,
        rank: 0,
        cell: |row, _| Cell::plain(&row.path),
    },
    Column {
        title: "of",
        cells: 7,
        grows: false,
        rank: 2,
        cell: |row, look| match row.file_segment_id {
            Some(_) => Cell::plain("segment"),
            None => Cell::new("file", look.muted()),
        },
    },
    Column {
        title: "type",
        cells: 20,
        grows: false,
        rank: 4,
        cell: |row, _| Cell::plain(row.mime_type.as_deref().unwrap_or_default()),
    },
    Column {
        title: "size",
        cells: 9,
        grows: false,
        rank: 3,
        cell: |row, _| Cell::plain(row.bytes.map(size).unwrap_or_default()),
    },
];

/// The part.
pub(super) struct Origins {
    id: String,
    rows: Sheet<Origin>,
}

impl Origins {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            rows: Sheet::new(COLUMNS, "nothing is stored of this file"),
        }
    }
}

impl Part for Origins {
    fn read(&mut self, desk: &mut Desk) {
        self.rows.ask(of_file("origin_list", &self.id), desk);
    }

    fn take(&mut self, reply: &Reply, _desk: &mut Desk) -> Option<Result<(), Problem>> {
        self.rows.take(reply)
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) {
        self.rows.act(action);
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.rows.view(frame, area, look);
    }
}
