//! `share_tui account …`: the tenants.

use clap::Subcommand;

use super::task::{Cursor, Length, Shape, Task};
use super::time::moment;
use crate::call::Call;

/// What is done with accounts.
#[derive(Debug, Subcommand)]
pub(super) enum AccountCommand {
    /// List accounts, newest first
    List {
        #[command(flatten)]
        length: Length,
    },
    /// Show one account
    Get {
        /// Id of the account
        id: String,
    },
    /// Show who opened, played and downloaded, by day
    Usage {
        /// Id of the account
        id: String,
        /// From a day on
        #[arg(long, value_name = "DATE", value_parser = moment, allow_hyphen_values = true)]
        after: Option<String>,
        /// Before a day
        #[arg(long, value_name = "DATE", value_parser = moment, allow_hyphen_values = true)]
        before: Option<String>,
    },
}

impl AccountCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List { length } => length.pages(
                Call::read("account_list"),
                Cursor::Field("id"),
                &[
                    "id",
                    "name",
                    "stream_delivery",
                    "download_delivery",
                    "preview_delivery",
                    "created_at",
                ],
            ),
            Self::Get { id } => Task::one(Call::read("account_get").with("id", id), Shape::Record),
            Self::Usage { id, after, before } => Task::one(
                Call::read("account_usage")
                    .with("account_id", id)
                    .maybe("after", after)
                    .maybe("before", before),
                Shape::Table(&[
                    "day",
                    "opens",
                    "plays",
                    "downloads",
                    "refusals",
                    "unique_visits",
                    "bots",
                ]),
            ),
        }
    }
}
