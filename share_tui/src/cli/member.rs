//! `share_tui member …`: users in accounts, each with a role.

use clap::{Args, Subcommand};
use serde_json::{Map, Value};

use super::failure::Failure;
use super::task::{Cursor, Length, Shape, Task};
use crate::call::Call;

const ROLES: [&str; 5] = ["viewer", "commenter", "editor", "admin", "owner"];

/// What a member has.
#[derive(Debug, Args)]
pub(super) struct Traits {
    /// Name to show
    #[arg(long)]
    name: Option<String>,
    /// Mail address
    #[arg(long)]
    email: Option<String>,
    /// What the member may do
    #[arg(long, value_parser = ROLES)]
    role: Option<String>,
    /// Database role whose calls are this member's
    #[arg(long, value_name = "ROLE")]
    database_role: Option<String>,
}

/// What is done with members.
#[derive(Debug, Subcommand)]
pub(super) enum MemberCommand {
    /// List the members of an account
    List {
        /// Account
        #[arg(long, value_name = "ID")]
        account: String,
        #[command(flatten)]
        length: Length,
    },
    /// Add a member
    Add {
        /// The application's id of the user
        user: String,
        /// Account
        #[arg(long, value_name = "ID")]
        account: String,
        #[command(flatten)]
        traits: Traits,
    },
    /// Change a member
    Update {
        /// The application's id of the user
        user: String,
        /// Account
        #[arg(long, value_name = "ID")]
        account: String,
        #[command(flatten)]
        traits: Traits,
        /// What to clear
        #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = ["name", "email", "database_role"])]
        clear: Vec<String>,
    },
    /// Remove a member
    Remove {
        /// The application's id of the user
        user: String,
        /// Account
        #[arg(long, value_name = "ID")]
        account: String,
    },
}

impl MemberCommand {
    pub(super) fn task(self) -> Result<Task, Failure> {
        let of = |function, account: &String| Call::write(function).with("account_id", account);
        Ok(match self {
            Self::List { account, length } => length.pages(
                Call::read("member_list").with("account_id", account),
                Cursor::Field("user_id"),
                &[
                    "user_id",
                    "name",
                    "email",
                    "role",
                    "database_role",
                    "created_at",
                ],
            ),
            Self::Add {
                user,
                account,
                traits,
            } => {
                let mut call = of("member_add", &account).with("user_id", user);
                for (name, value) in traits.given() {
                    call = call.with(name, value);
                }
                Task::one(call, Shape::Record)
            }
            Self::Update {
                user,
                account,
                traits,
                clear,
            } => {
                let given = traits.given().into_iter();
                let mut patch: Map<String, Value> = given
                    .map(|(name, value)| (name.to_owned(), Value::from(value)))
                    .collect();
                for name in clear {
                    if patch.insert(name.clone(), Value::Null).is_some() {
                        return Err(Failure::Usage(format!("{name} is set and cleared at once")));
                    }
                }
                if patch.is_empty() {
                    return Err(Failure::Usage(
                        "nothing is to be changed: name a field".to_owned(),
                    ));
                }
                let call = of("member_update", &account).with("user_id", user);
                Task::one(call.with("patch", Value::Object(patch)), Shape::Record)
            }
            Self::Remove { user, account } => {
                let words = format!("Remove member {user} of account {account}?");
                Task::one(
                    of("member_remove", &account).with("user_id", user),
                    Shape::Record,
                )
                .asking(words)
            }
        })
    }
}

impl Traits {
    fn given(self) -> Vec<(&'static str, String)> {
        let all = [
            ("name", self.name),
            ("email", self.email),
            ("role", self.role),
            ("database_role", self.database_role),
        ];
        all.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }
}
