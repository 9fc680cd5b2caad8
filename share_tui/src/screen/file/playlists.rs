//! The stored playlists of the file.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;

use super::part::{Part, of_file};
use crate::action::Action;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::Reply;
use crate::screen::files::length;
use crate::widget::sheet::Sheet;
use crate::widget::table::{Cell, Column};

/// A stored playlist.
#[derive(Debug, Deserialize)]
struct Playlist {
    path: String,
    kind: String,
    duration: Option<f64>,
    segments: Option<i64>,
    missing: Option<Vec<String>>,
}

const COLUMNS: &[Column<Playlist>] = &[
    Column {
        title: "path below the delivery",
        cells: 16,
        grows: true,
        rank: 0,
        cell: |row, _| Cell::plain(&row.path),
    },
    Column {
        title: "kind",
        cells: 6,
        grows: false,
        rank: 1,
        cell: |row, _| Cell::plain(&row.kind),
    },
    Column {
        title: "length",
        cells: 8,
        grows: false,
        rank: 3,
        cell: |row, _| Cell::plain(row.duration.map(length).unwrap_or_default()),
    },
    Column {
        title: "segments",
        cells: 8,
        grows: false,
        rank: 4,
        cell: |row, _| {
            Cell::plain(
                row.segments
                    .map(|many| many.to_string())
                    .unwrap_or_default(),
            )
        },
    },
    Column {
        title: "missing",
        cells: 12,
        grows: false,
        rank: 2,
        cell: |row, look| match row.missing.as_deref() {
            None | Some([]) => Cell::new("nothing", look.muted()),
            Some(missing) => Cell::new(format!("{} parts", missing.len()), look.danger()),
        },
    },
];

/// The part.
pub(super) struct Playlists {
    id: String,
    rows: Sheet<Playlist>,
}

impl Playlists {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            rows: Sheet::new(COLUMNS, "no stored playlists"),
        }
    }
}

impl Part for Playlists {
    fn read(&mut self, desk: &mut Desk) {
        self.rows.ask(of_file("playlist_list", &self.id), desk);
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
