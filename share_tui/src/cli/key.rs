//! `share_tui key …`: the signing keys. Their secrets are never asked for.

use clap::Subcommand;
use serde_json::Value;

use super::task::{Cursor, Length, Shape, Task};
use crate::call::Call;

/// What is done with signing keys.
#[derive(Debug, Subcommand)]
pub(super) enum KeyCommand {
    /// List signing keys
    List {
        /// Account; the nil UUID gives those of the installation
        #[arg(long, value_name = "ID")]
        account: Option<String>,
        /// State
        #[arg(long, value_parser = ["standby", "current", "previous", "revoked"])]
        state: Option<String>,
        #[command(flatten)]
        length: Length,
    },
    /// Make a key from the server's randomness
    Create {
        /// Account; without one it is the installation's
        #[arg(long, value_name = "ID")]
        account: Option<String>,
        /// Id of the key, in place of one that is made
        #[arg(long)]
        kid: Option<String>,
        /// What the key is for
        #[arg(long, value_parser = ["HS256", "MD5", "HMAC-SHA256", "HMAC-SHA1", "share_token"])]
        algorithm: Option<String>,
    },
    /// Put a new key in the place of a current one; the old one goes on verifying while its URLs live
    Rotate {
        /// Id of the key
        kid: String,
        /// Let the new key wait until it is rotated again
        #[arg(long)]
        standby: bool,
    },
    /// Revoke a key: everything that it signed ends
    Revoke {
        /// Id of the key
        kid: String,
    },
    /// Tell what hangs on a key
    Reach {
        /// Id of the key
        kid: String,
    },
}

impl KeyCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List {
                account,
                state,
                length,
            } => length.pages(
                Call::read("signing_key_list")
                    .maybe("account_id", account)
                    .maybe("state", state),
                Cursor::Field("kid"),
                &[
                    "kid",
                    "state",
                    "algorithm",
                    "created_at",
                    "valid_until",
                    "replaced_by",
                    "account_id",
                ],
            ),
            Self::Create {
                account,
                kid,
                algorithm,
            } => Task::one(
                Call::write("signing_key_create")
                    .maybe("account_id", account)
                    .maybe("kid", kid)
                    .maybe("algorithm", algorithm),
                Shape::Record,
            ),
            Self::Rotate { kid, standby } => {
                let words = format!("Put a new key in the place of {kid}?");
                let look = reach(&kid);
                let call = Call::write("signing_key_rotate").with("kid", kid);
                Task::one(call.with("standby", standby), Shape::Record)
                    .asking(words)
                    .after_a_look(look, said)
            }
            Self::Revoke { kid } => {
                let words = format!("Revoke key {kid}, so that everything that it signed ends?");
                let look = reach(&kid);
                Task::one(
                    Call::write("signing_key_revoke").with("kid", kid),
                    Shape::Record,
                )
                .asking(words)
                .after_a_look(look, said)
            }
            Self::Reach { kid } => Task::one(reach(&kid), Shape::Record),
        }
    }
}

fn reach(kid: &str) -> Call {
    Call::read("signing_key_reach").with("kid", kid)
}

fn said(row: &Value) -> String {
    let number = |name: &str| row.get(name).and_then(Value::as_u64).unwrap_or(0);
    let is = |name: &str| row.get(name).and_then(Value::as_bool).unwrap_or(false);
    let least = if is("is_exact") { "" } else { "at least " };
    let visits = if is("ends_visits") {
        " Visits and recipients' links hang on it."
    } else {
        ""
    };
    format!(
        "  It signs for {} deliveries of {} accounts: {least}{} living shares.{visits}",
        number("deliveries"),
        number("accounts"),
        number("shares")
    )
}
