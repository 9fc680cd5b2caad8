//! `share_tui job …`: work for someone outside of the database.

use clap::Subcommand;

use super::task::{Cursor, Length, Shape, Task};
use crate::call::Call;

/// What is done with jobs.
#[derive(Debug, Subcommand)]
pub(super) enum JobCommand {
    /// List jobs, newest first
    List {
        /// Account
        #[arg(long, value_name = "ID")]
        account: Option<String>,
        /// State
        #[arg(long, value_parser = ["queued", "running", "done", "dead"])]
        state: Option<String>,
        /// Kind
        #[arg(long)]
        kind: Option<String>,
        /// Share
        #[arg(long, value_name = "ID")]
        share: Option<String>,
        #[command(flatten)]
        length: Length,
    },
    /// Show one job
    Get {
        /// Id of the job
        id: String,
    },
    /// Give jobs that were given up another try
    Retry {
        /// Ids of the jobs
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
    },
    /// Drop jobs
    Drop {
        /// Ids of the jobs
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
    },
}

impl JobCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List {
                account,
                state,
                kind,
                share,
                length,
            } => length.pages(
                Call::read("job_list")
                    .maybe("account_id", account)
                    .maybe("state", state)
                    .maybe("kind", kind)
                    .maybe("share_id", share),
                Cursor::Field("id"),
                &[
                    "id",
                    "kind",
                    "state",
                    "attempts",
                    "run_at",
                    "created_at",
                    "last_error",
                    "share_id",
                ],
            ),
            Self::Get { id } => Task::one(Call::read("job_get").with("id", id), Shape::Record),
            Self::Retry { ids } => {
                let calls = ids.iter().map(|id| Call::write("job_retry").with("id", id));
                Task::each(calls, Shape::Record)
            }
            Self::Drop { ids } => {
                let calls = ids.iter().map(|id| Call::write("job_drop").with("id", id));
                Task::each(calls, Shape::Record).asking(format!(
                    "Drop {} jobs, so that nobody does them?",
                    ids.len()
                ))
            }
        }
    }
}
