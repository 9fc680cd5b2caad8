//! `share_tui recipient …`: for whom a share is.

use clap::{ArgGroup, Subcommand};

use super::share_fields::PERMISSIONS;
use super::task::{Cursor, Length, Shape, Task};
use super::time::moment;
use crate::call::Call;

/// What is done with recipients.
#[derive(Debug, Subcommand)]
pub(super) enum RecipientCommand {
    /// List the recipients of a share, oldest first
    List {
        /// Id of the share
        share: String,
        #[command(flatten)]
        length: Length,
    },
    /// Add a recipient to a share
    #[command(group = ArgGroup::new("who").required(true).multiple(true))]
    Add {
        /// Id of the share
        share: String,
        /// The application's id of the user
        #[arg(long, value_name = "ID", group = "who")]
        user: Option<String>,
        /// Mail address
        #[arg(long, group = "who")]
        email: Option<String>,
        /// Name to show
        #[arg(long)]
        name: Option<String>,
        /// What the recipient may do, a part of what the share allows
        #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = PERMISSIONS)]
        permissions: Option<Vec<String>>,
        /// Message of the mail
        #[arg(long)]
        message: Option<String>,
        /// When it ends for this recipient
        #[arg(long, value_name = "TIME", value_parser = moment)]
        expires: Option<String>,
    },
    /// Remove recipients
    Remove {
        /// Ids of the recipients
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
    },
    /// Print a recipient's link
    Link {
        /// Id of the recipient
        id: String,
    },
}

impl RecipientCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List { share, length } => length.pages(
                Call::read("recipient_list").with("share_id", share),
                Cursor::Field("id"),
                &[
                    "id",
                    "email",
                    "user_id",
                    "name",
                    "permissions",
                    "expires_at",
                    "revoked_at",
                    "notified_at",
                ],
            ),
            Self::Add {
                share,
                user,
                email,
                name,
                permissions,
                message,
                expires,
            } => {
                let call = Call::write("recipient_add")
                    .with("share_id", share)
                    .maybe("user_id", user)
                    .maybe("email", email)
                    .maybe("name", name)
                    .maybe("message", message)
                    .maybe("expires_at", expires);
                let call = match permissions {
                    Some(permissions) => call.list("permissions", &permissions),
                    None => call,
                };
                Task::one(call, Shape::Record)
            }
            Self::Remove { ids } => {
                let words = format!("Remove {} recipients, so that their links end?", ids.len());
                let calls = ids
                    .iter()
                    .map(|id| Call::write("recipient_remove").with("id", id));
                Task::each(calls, Shape::Record).asking(words)
            }
            Self::Link { id } => {
                Task::one(Call::read("recipient_link").with("id", id), Shape::Value)
            }
        }
    }
}
