//! `share_tui drive …`: the named spaces of accounts.

use clap::Subcommand;
use serde_json::{Map, Value};

use super::failure::Failure;
use super::share_fields::object;
use super::task::{Cursor, Length, Shape, Task};
use super::time::moment;
use crate::call::Call;

/// What is done with drives.
#[derive(Debug, Subcommand)]
pub(super) enum DriveCommand {
    /// List the drives of an account
    List {
        /// Account
        #[arg(long, value_name = "ID")]
        account: String,
        #[command(flatten)]
        length: Length,
    },
    /// Show one drive
    Get {
        /// Id of the drive
        id: String,
    },
    /// Make a drive
    Create {
        /// Name, unique in the account
        name: String,
        /// Account
        #[arg(long, value_name = "ID")]
        account: String,
    },
    /// Rename a drive, or say what new shares of its files must be like
    Update {
        /// Id of the drive
        id: String,
        /// Name, unique in the account
        #[arg(long)]
        name: Option<String>,
        #[arg(long, value_name = "JSON", value_parser = object,
            help = "Goes before the account's policy, a JSON object: default_hours, maximum_hours, password_required, many_shares")]
        policy: Option<Value>,
    },
    /// Show how its files were used through shares, by day and file
    Usage {
        /// Id of the drive
        id: String,
        /// From a day on; without it the last 30 days
        #[arg(long, value_name = "DATE", value_parser = moment, allow_hyphen_values = true)]
        after: Option<String>,
        /// Before a day
        #[arg(long, value_name = "DATE", value_parser = moment, allow_hyphen_values = true)]
        before: Option<String>,
    },
}

impl DriveCommand {
    pub(super) fn task(self) -> Result<Task, Failure> {
        Ok(match self {
            Self::List { account, length } => length.pages(
                Call::read("drive_list").with("account_id", account),
                Cursor::Field("name"),
                &["id", "name", "is_default", "policy", "created_at"],
            ),
            Self::Get { id } => Task::one(Call::read("drive_get").with("id", id), Shape::Record),
            Self::Create { name, account } => Task::one(
                Call::write("drive_create")
                    .with("account_id", account)
                    .with("name", name),
                Shape::Record,
            ),
            Self::Update { id, name, policy } => {
                let given = [("name", name.map(Value::from)), ("policy", policy)];
                let patch: Map<String, Value> = given
                    .into_iter()
                    .filter_map(|(name, value)| Some((name.to_owned(), value?)))
                    .collect();
                if patch.is_empty() {
                    return Err(Failure::Usage(
                        "nothing is to be changed: name a field".to_owned(),
                    ));
                }
                Task::one(
                    Call::write("drive_update")
                        .with("id", id)
                        .with("patch", Value::Object(patch)),
                    Shape::Record,
                )
            }
            Self::Usage { id, after, before } => Task::one(
                Call::read("drive_usage")
                    .with("drive_id", id)
                    .maybe("after", after)
                    .maybe("before", before),
                Shape::Table(&[
                    "day",
                    "path",
                    "opens",
                    "plays",
                    "downloads",
                    "unique_visits",
                    "last_used",
                    "file_id",
                ]),
            ),
        })
    }
}
