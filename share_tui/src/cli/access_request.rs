//! `share_tui access-request …`: requests of visitors who were refused.

use clap::{ArgGroup, Subcommand};

use super::share_fields::PERMISSIONS;
use super::task::{Cursor, Length, Shape, Task};
use super::time::moment;
use crate::call::Call;

/// What is done with access requests.
#[derive(Debug, Subcommand)]
pub(super) enum AccessRequestCommand {
    /// List the access requests of an account or a share, newest first
    #[command(group = ArgGroup::new("whose").required(true).multiple(true))]
    List {
        /// Account
        #[arg(long, value_name = "ID", group = "whose")]
        account: Option<String>,
        /// Share
        #[arg(long, value_name = "ID", group = "whose")]
        share: Option<String>,
        /// State
        #[arg(long, value_parser = ["pending", "approved", "refused"])]
        state: Option<String>,
        #[command(flatten)]
        length: Length,
    },
    /// Let a visitor in, as a recipient
    Approve {
        /// Id of the request
        id: String,
        /// What the recipient may do
        #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = PERMISSIONS)]
        permissions: Option<Vec<String>>,
        /// When it ends
        #[arg(long, value_name = "TIME", value_parser = moment)]
        expires: Option<String>,
        /// Send a mail
        #[arg(long)]
        notify: bool,
    },
    /// Refuse requests
    Refuse {
        /// Ids of the requests
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
    },
}

impl AccessRequestCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List {
                account,
                share,
                state,
                length,
            } => length.pages(
                Call::read("access_request_list")
                    .maybe("account_id", account)
                    .maybe("share_id", share)
                    .maybe("state", state),
                Cursor::Field("id"),
                &[
                    "id",
                    "state",
                    "email",
                    "user_id",
                    "name",
                    "share_id",
                    "created_at",
                    "message",
                ],
            ),
            Self::Approve {
                id,
                permissions,
                expires,
                notify,
            } => {
                let call = Call::write("access_request_approve")
                    .with("id", id)
                    .maybe("expires_at", expires)
                    .with("notify", notify);
                let call = match permissions {
                    Some(permissions) => call.list("permissions", &permissions),
                    None => call,
                };
                Task::one(call, Shape::Record)
            }
            Self::Refuse { ids } => {
                let words = format!("Refuse {} requests?", ids.len());
                let calls = ids
                    .iter()
                    .map(|id| Call::write("access_request_refuse").with("id", id));
                Task::each(calls, Shape::Record).asking(words)
            }
        }
    }
}
