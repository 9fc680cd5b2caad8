//! The shares that lead to the file.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;

use super::part::{Part, of_file};
use crate::action::Action;
use crate::db::problem::Problem;
use crate::desk::Desk;
use crate::look::Look;
use crate::message::Reply;
use crate::moment::Moment;
use crate::screen::share::Share;
use crate::screen::shares::state_style;
use crate::widget::list::{List, Source};
use crate::widget::table::{Cell, Column};

/// A share of the file.
#[derive(Debug, Deserialize)]
struct Row {
    id: String,
    title: Option<String>,
    state: String,
    visibility: String,
    expires_at: Option<Moment>,
    created_at: Moment,
    file_segment_id: Option<String>,
}

const SOURCE: Source<Row> = Source {
    columns: &[
        Column {
            title: "title",
            cells: 12,
            grows: true,
            rank: 0,
            cell: |row, look| match &row.title {
                Some(title) => Cell::plain(title),
                None => Cell::new("(no title)", look.muted()),
            },
        },
        Column {
            title: "state",
            cells: 9,
            grows: false,
            rank: 1,
            cell: |row, look| Cell::new(&row.state, state_style(&row.state, look)),
        },
        Column {
            title: "expires",
            cells: 10,
            grows: false,
            rank: 2,
            cell: |row, look| match row.expires_at {
                Some(at) => Cell::plain(at.relative(look.now)),
                None => Cell::new("never", look.muted()),
            },
        },
        Column {
            title: "visible",
            cells: 8,
            grows: false,
            rank: 3,
            cell: |row, _| Cell::plain(&row.visibility),
        },
        Column {
            title: "of",
            cells: 7,
            grows: false,
            rank: 4,
            cell: |row, look| match row.file_segment_id {
                Some(_) => Cell::plain("segment"),
                None => Cell::new("file", look.muted()),
            },
        },
        Column {
            title: "created",
            cells: 16,
            grows: false,
            rank: 5,
            cell: |row, _| Cell::plain(row.created_at.absolute()),
        },
    ],
    cursor: &["cursor_at", "cursor"],
    id: |row| &row.id,
    nothing: "no shares lead to this file",
};

/// The part.
pub(super) struct Shares {
    id: String,
    list: List<Row>,
}

impl Shares {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            list: List::new(&SOURCE),
        }
    }
}

impl Part for Shares {
    fn read(&mut self, desk: &mut Desk) {
        self.list.refresh(of_file("share_search", &self.id), desk);
    }

    fn take(&mut self, reply: &Reply, _desk: &mut Desk) -> Option<Result<(), Problem>> {
        self.list.take(reply)
    }

    fn offers(&self, action: Action) -> bool {
        action == Action::Open && self.list.selected().is_some()
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        if action == Action::Open {
            if let Some(row) = self.list.selected() {
                desk.open(Box::new(Share::new(row.id.clone())));
            }
            return;
        }
        self.list
            .act(action, || of_file("share_search", &self.id), desk);
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.list.view(frame, area, look);
    }
}
