//! The segments of the file.

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
use crate::screen::files::length;
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

/// A time in the file, to the hundredth of a second where it has one.
fn time(seconds: f64) -> String {
    let hundredths = format!("{:.2}", seconds.fract());
    match hundredths.strip_prefix("0.") {
        Some("00") | None => length(seconds),
        Some(rest) => format!("{}.{rest}", length(seconds.trunc())),
    }
}

const SOURCE: Source<Segment> = Source {
    columns: &[
        Column {
            title: "from",
            cells: 10,
            grows: false,
            rank: 0,
            cell: |row, _| Cell::plain(time(row.start_time)),
        },
        Column {
            title: "to",
            cells: 10,
            grows: false,
            rank: 1,
            cell: |row, _| Cell::plain(time(row.end_time)),
        },
        Column {
            title: "length",
            cells: 10,
            grows: false,
            rank: 3,
            cell: |row, _| Cell::plain(time(row.end_time - row.start_time)),
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

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn a_time_keeps_its_hundredths() {
        assert_eq!("1:00", time(60.0));
        assert_eq!("2:01.50", time(121.5));
        assert_eq!("0:02", time(1.999));
    }
}
