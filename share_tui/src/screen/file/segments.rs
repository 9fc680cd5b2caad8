//! The segments of the file.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;

use super::part::{Part, of_file};
use crate::action::Action;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::media_time::said;
use crate::message::Reply;
use crate::moment::Moment;
use crate::widget::list::{List, Source};
use crate::widget::table::{Cell, Column};

/// A part of the file's time.
#[derive(Debug, Deserialize)]
struct Segment {
    id: String,
    start_time: f64,
    end_time: f64,
    created_at: Moment,
}

const SOURCE: Source<Segment> = Source {
    columns: &[
        Column {
            title: "from",
            cells: 10,
            grows: false,
            rank: 0,
            cell: |row, _| Cell::plain(said(row.start_time)),
        },
        Column {
            title: "to",
            cells: 10,
            grows: false,
            rank: 1,
            cell: |row, _| Cell::plain(said(row.end_time)),
        },
        Column {
            title: "length",
            cells: 10,
            grows: false,
            rank: 3,
            cell: |row, _| Cell::plain(said(row.end_time - row.start_time)),
        },
        Column {
            title: "id",
            cells: 36,
            grows: true,
            rank: 2,
            cell: |row, _| Cell::plain(&row.id),
        },
        Column {
            title: "created",
            cells: 16,
            grows: false,
            rank: 4,
            cell: |row, _| Cell::plain(row.created_at.absolute()),
        },
    ],
    cursor: &["id as cursor"],
    id: |row| &row.id,
    nothing: "no segments",
};

/// The part.
pub(super) struct Segments {
    id: String,
    list: List<Segment>,
}

impl Segments {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            list: List::new(&SOURCE),
        }
    }
}

impl Part for Segments {
    fn read(&mut self, desk: &mut Desk) {
        self.list.refresh(of_file("segment_list", &self.id), desk);
    }

    fn take(&mut self, reply: &Reply, _desk: &mut Desk) -> Option<Result<(), Problem>> {
        self.list.take(reply)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        self.list
            .act(action, || of_file("segment_list", &self.id), desk);
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.list.view(frame, area, look);
    }
}
