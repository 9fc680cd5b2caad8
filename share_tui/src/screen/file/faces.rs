//! The faces that were found in the file: rows of a list.

use serde::Deserialize;

use crate::media_time;
use crate::widget::list::Source;
use crate::widget::table::{Cell, Column};

/// A face.
#[derive(Debug, Deserialize)]
pub(super) struct Face {
    id: String,
    person_id: Option<String>,
    person_name: Option<String>,
    at_seconds: f64,
    box_x: f64,
    box_y: f64,
    box_width: f64,
    box_height: f64,
    confidence: Option<f64>,
}

/// A part of one as percents.
fn percent(part: f64) -> String {
    format!("{:.0} %", part * 100.0)
}

pub(super) const FACES: Source<Face> = Source {
    columns: &[
        Column {
            title: "at",
            cells: 10,
            grows: false,
            rank: 1,
            cell: |row, _| Cell::plain(media_time::said(row.at_seconds)),
        },
        Column {
            title: "person",
            cells: 16,
            grows: true,
            rank: 0,
            cell: |row, look| match (&row.person_name, &row.person_id) {
                (Some(name), _) => Cell::plain(name),
                (None, Some(id)) => Cell::new(format!("(no name) {id}"), look.muted()),
                (None, None) => Cell::new("(nobody known)", look.muted()),
            },
        },
        Column {
            title: "sure",
            cells: 6,
            grows: false,
            rank: 2,
            cell: |row, _| Cell::plain(row.confidence.map(percent).unwrap_or_default()),
        },
        Column {
            title: "left, top, wide, high",
            cells: 24,
            grows: false,
            rank: 3,
            cell: |row, _| {
                let sides = [row.box_x, row.box_y, row.box_width, row.box_height];
                Cell::plain(sides.map(percent).join(", "))
            },
        },
    ],
    cursor: &["id as cursor"],
    id: |row| &row.id,
    nothing: "no faces were found",
};
