//! Which shares: the options that lists and changes of many have in common.

use clap::Args;

use super::time::moment;
use crate::call::Call;

/// The states that a living share can have.
pub(super) const STATES: [&str; 6] = [
    "scheduled",
    "active",
    "disabled",
    "exhausted",
    "expired",
    "revoked",
];

/// Which shares.
#[derive(Debug, Default, Clone, Args)]
#[command(next_help_heading = "Which shares")]
pub(super) struct Filter {
    /// Account
    #[arg(long, value_name = "ID")]
    pub(super) account: Option<String>,
    /// Part of title, slug or file name, or the beginning of the id
    #[arg(long)]
    text: Option<String>,
    /// Life of the link
    #[arg(long, value_parser = STATES)]
    state: Option<String>,
    /// Who may open it
    #[arg(long, value_parser = ["public", "private"])]
    visibility: Option<String>,
    /// File
    #[arg(long, value_name = "ID")]
    file: Option<String>,
    /// Segment
    #[arg(long, value_name = "ID")]
    segment: Option<String>,
    /// The application's id of the owner
    #[arg(long, value_name = "USER")]
    owner: Option<String>,
    /// User id or mail address of a recipient
    #[arg(long, value_name = "WHO")]
    recipient: Option<String>,
    /// Ends before a time, such as +7d
    #[arg(long, value_name = "TIME", value_parser = moment, allow_hyphen_values = true)]
    expires_before: Option<String>,
    /// Ends at a time or after it
    #[arg(long, value_name = "TIME", value_parser = moment, allow_hyphen_values = true)]
    expires_after: Option<String>,
    /// Made before a time, such as -30d
    #[arg(long, value_name = "TIME", value_parser = moment, allow_hyphen_values = true)]
    created_before: Option<String>,
    /// Made at a time or after it
    #[arg(long, value_name = "TIME", value_parser = moment, allow_hyphen_values = true)]
    created_after: Option<String>,
    /// Whether a password must be given
    #[arg(long, value_name = "BOOLEAN")]
    has_password: Option<bool>,
}

impl Filter {
    /// Whether it says nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.onto(Call::read("share_count")).arguments().is_empty()
    }

    /// Whether it says more than the account.
    pub(super) fn says_more_than_account(&self) -> bool {
        let call = self.onto(Call::read("share_count"));
        call.arguments()
            .iter()
            .any(|(name, _)| *name != "account_id")
    }

    /// Gives it to a call.
    pub(super) fn onto(&self, call: Call) -> Call {
        call.maybe("account_id", self.account.as_ref())
            .maybe("text", self.text.as_ref())
            .maybe("state", self.state.as_ref())
            .maybe("visibility", self.visibility.as_ref())
            .maybe("file_id", self.file.as_ref())
            .maybe("file_segment_id", self.segment.as_ref())
            .maybe("owner_id", self.owner.as_ref())
            .maybe("recipient", self.recipient.as_ref())
            .maybe("expires_before", self.expires_before.as_ref())
            .maybe("expires_after", self.expires_after.as_ref())
            .maybe("created_before", self.created_before.as_ref())
            .maybe("created_after", self.created_after.as_ref())
            .maybe("has_password", self.has_password)
    }
}
