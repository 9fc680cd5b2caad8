//! What belongs to a file: origins, playlists, segments, shares.

use serde::Deserialize;

use crate::moment::Moment;
use crate::screen::files::{length, size};
use crate::screen::shares::state_style;
use crate::widget::list::Source;
use crate::widget::table::{Cell, Column};

/// A stored object.
#[derive(Debug, Deserialize)]
pub(super) struct Origin {
    kind: String,
    path: String,
    mime_type: Option<String>,
    bytes: Option<i64>,
    file_segment_id: Option<String>,
}

pub(super) const ORIGINS: &[Column<Origin>] = &[
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

/// A stored playlist.
#[derive(Debug, Deserialize)]
pub(super) struct Playlist {
    path: String,
    kind: String,
    duration: Option<f64>,
    segments: Option<i64>,
    missing: Option<Vec<String>>,
}

pub(super) const PLAYLISTS: &[Column<Playlist>] = &[
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

/// A part of the file's time.
#[derive(Debug, Deserialize)]
pub(super) struct Segment {
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

pub(super) const SEGMENTS: Source<Segment> = Source {
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

/// A share of the file.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    pub(super) id: String,
    title: Option<String>,
    state: String,
    visibility: String,
    expires_at: Option<Moment>,
    created_at: Moment,
    file_segment_id: Option<String>,
}

pub(super) const SHARES: Source<Row> = Source {
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
