//! What a share shows, in order.

use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;

use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::widget::rows::Rows;
use crate::widget::table::{Cell, Column};

#[derive(Debug, Deserialize)]
pub(super) struct Item {
    ordinal: Option<u64>,
    file_id: Option<String>,
    file_segment_id: Option<String>,
    drive_id: Option<String>,
    folder: Option<String>,
}

const COLUMNS: &[Column<Item>] = &[
    Column {
        title: "place",
        cells: 5,
        grows: false,
        rank: 1,
        cell: |item, _| {
            Cell::plain(
                item.ordinal
                    .map(|place| place.to_string())
                    .unwrap_or_default(),
            )
        },
    },
    Column {
        title: "what",
        cells: 7,
        grows: false,
        rank: 2,
        cell: |item, _| {
            Cell::plain(match (&item.folder, &item.file_segment_id) {
                (Some(_), _) => "folder",
                (None, Some(_)) => "segment",
                (None, None) => "file",
            })
        },
    },
    Column {
        title: "which",
        cells: 36,
        grows: true,
        rank: 0,
        cell: |item, _| {
            let which = item
                .folder
                .as_ref()
                .or(item.file_segment_id.as_ref())
                .or(item.file_id.as_ref());
            Cell::plain(which.cloned().unwrap_or_default())
        },
    },
    Column {
        title: "of",
        cells: 36,
        grows: false,
        rank: 3,
        cell: |item, _| {
            let of = match (&item.folder, &item.file_segment_id) {
                (Some(_), _) => item.drive_id.as_deref(),
                (None, Some(_)) => item.file_id.as_deref(),
                (None, None) => None,
            };
            Cell::plain(of.unwrap_or_default())
        },
    },
];

/// The part.
pub(super) struct Items {
    rows: Rows<Item>,
    awaited: Option<Number>,
}

impl Default for Items {
    fn default() -> Self {
        Self {
            rows: Rows::new(COLUMNS),
            awaited: None,
        }
    }
}

impl Items {
    pub(super) fn read(&mut self, id: &str, desk: &mut Desk) {
        self.awaited = Some(desk.ask(Call::read("item_list").with("share_id", id)));
    }

    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            match reply.rows() {
                Ok(items) => self.rows.put(items),
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        }
    }

    pub(super) fn act(&mut self, action: Action) -> bool {
        self.rows.act(action)
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let nothing = if self.awaited.is_some() {
            "reading…"
        } else {
            "no items: the file alone is shown"
        };
        self.rows.view(frame, area, nothing, look);
    }
}
