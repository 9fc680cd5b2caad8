//! `share_tui delivery …`: where media is served and how its URLs are signed.

use clap::Subcommand;

use super::task::{Cursor, Length, Shape, Task};
use crate::call::Call;

/// What is done with deliveries.
#[derive(Debug, Subcommand)]
pub(super) enum DeliveryCommand {
    /// List the deliveries of an account
    List {
        /// Account
        #[arg(long, value_name = "ID")]
        account: String,
        #[command(flatten)]
        length: Length,
    },
    /// Show one delivery
    Get {
        /// Name of the delivery
        name: String,
        /// Account
        #[arg(long, value_name = "ID")]
        account: String,
    },
    /// Sign a URL to try, and show step by step what was signed
    Test {
        /// Name of the delivery
        name: String,
        /// Path below the base URL
        path: String,
        /// For what
        #[arg(long, value_parser = ["stream", "download", "preview", "upload"])]
        action: Option<String>,
        /// For a visitor's address
        #[arg(long)]
        address: Option<String>,
        /// Account, where several have a delivery of this name
        #[arg(long, value_name = "ID")]
        account: Option<String>,
    },
    /// Explain the schemes and their options
    Schemes,
}

impl DeliveryCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List { account, length } => length.pages(
                Call::read("delivery_list").with("account_id", account),
                Cursor::Field("name"),
                &["name", "scheme", "base_url", "kid", "uses", "options"],
            ),
            Self::Get { name, account } => Task::one(
                Call::read("delivery_get")
                    .with("account_id", account)
                    .with("name", name),
                Shape::Record,
            ),
            Self::Test {
                name,
                path,
                action,
                address,
                account,
            } => Task::one(
                Call::read("delivery_test")
                    .with("name", name)
                    .with("path", path)
                    .maybe("action", action)
                    .maybe("client_address", address)
                    .maybe("account_id", account),
                Shape::Table(&["step", "value"]),
            ),
            Self::Schemes => Task::one(
                Call::read("share_delivery_schemes"),
                Shape::Table(&[
                    "scheme",
                    "algorithms",
                    "uses",
                    "binds",
                    "longest_lifetime",
                    "meaning",
                ]),
            ),
        }
    }
}
