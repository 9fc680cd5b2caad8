//! One job in the list of jobs.

use serde::Deserialize;

use crate::look::Look;
use crate::moment::Moment;
use crate::widget::details::Whole;
use crate::widget::table::{Cell, Column};

/// A job with all of its fields.
pub(super) type Job = Whole<Row>;

/// The fields that the list shows.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) share_id: Option<String>,
    pub(super) kind: String,
    pub(super) state: String,
    attempts: u64,
    max_attempts: u64,
    run_at: Option<Moment>,
    lease_until: Option<Moment>,
    finished_at: Option<Moment>,
    last_error: Option<String>,
    created_at: Moment,
}

/// A kind of job, as the server explains it.
#[derive(Debug, Deserialize)]
pub(super) struct Kind {
    pub(super) kind: String,
    pub(super) meaning: String,
}

/// The order of the fields where one job is shown in full.
pub(super) const FIELDS: &[&str] = &[
    "kind",
    "meaning",
    "state",
    "last_error",
    "payload",
    "result",
    "attempts",
    "max_attempts",
    "run_at",
    "worker",
    "lease_until",
    "created_at",
    "finished_at",
    "share_id",
    "account_id",
    "id",
];

/// The columns of the list.
pub(super) const COLUMNS: &[Column<Job>] = &[
    Column {
        title: "kind",
        cells: 14,
        grows: false,
        rank: 0,
        cell: |job, _| Cell::plain(&job.row.kind),
    },
    Column {
        title: "state",
        cells: 7,
        grows: false,
        rank: 1,
        cell: |job, look| Cell::new(&job.row.state, style(&job.row.state, look)),
    },
    Column {
        title: "tries",
        cells: 6,
        grows: false,
        rank: 4,
        cell: |job, _| Cell::plain(format!("{}/{}", job.row.attempts, job.row.max_attempts)),
    },
    Column {
        title: "when",
        cells: 15,
        grows: false,
        rank: 3,
        cell: |job, look| Cell::plain(when(&job.row, look)),
    },
    Column {
        title: "last error",
        cells: 24,
        grows: true,
        rank: 2,
        cell: |job, _| Cell::plain(job.row.last_error.as_deref().unwrap_or_default()),
    },
    Column {
        title: "made (UTC)",
        cells: 16,
        grows: false,
        rank: 5,
        cell: |job, _| Cell::plain(job.row.created_at.absolute()),
    },
];

fn style(state: &str, look: &Look) -> ratatui::style::Style {
    match state {
        "dead" => look.danger(),
        "running" => look.good(),
        "done" => look.muted(),
        _ => look.plain(),
    }
}

/// What the state makes worth knowing.
fn when(row: &Row, look: &Look) -> String {
    let said = |word: &str, at: Option<Moment>| match at {
        Some(at) => format!("{word}{}", at.relative(look.now)),
        None => String::new(),
    };
    match row.state.as_str() {
        "running" => said("lease ", row.lease_until),
        "done" | "dead" => said("", row.finished_at),
        _ if row.run_at.is_some_and(|at| at.is_past(look.now)) => said("due ", row.run_at),
        _ => said("", row.run_at),
    }
}
