//! `share_tui event …`: what happened.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

use super::failure::Failure;
use super::task::{Cursor, Length, Pages, Task, Work};
use super::time::moment;
use crate::call::Call;

/// The columns of a list of events.
pub(super) const COLUMNS: &[&str] = &[
    "at",
    "kind",
    "actor",
    "share_title",
    "share_id",
    "reason",
    "address",
    "detail",
];

/// Which events.
#[derive(Debug, Args)]
#[command(next_help_heading = "Which events")]
pub(super) struct Events {
    /// Account
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// Share
    #[arg(long, value_name = "ID")]
    share: Option<String>,
    /// Recipient
    #[arg(long, value_name = "ID")]
    recipient: Option<String>,
    /// Kinds, with a star at the end for all of a noun, such as share.*
    #[arg(long = "kind", value_name = "LIST", value_delimiter = ',')]
    kinds: Vec<String>,
    /// Who did it: a user's id, the prefix of an API key or a database role
    #[arg(long)]
    actor: Option<String>,
    /// What kind of caller did it
    #[arg(long, value_parser = ["service", "user", "api_key", "visitor"])]
    actor_kind: Option<String>,
    /// Address or network
    #[arg(long)]
    address: Option<String>,
    /// Reason of a refusal
    #[arg(long)]
    reason: Option<String>,
    /// Whether it was a bot
    #[arg(long, value_name = "BOOLEAN")]
    is_bot: Option<bool>,
    /// At a time or after it, such as -24h
    #[arg(long, value_name = "TIME", value_parser = moment, allow_hyphen_values = true)]
    after: Option<String>,
    /// Before a time
    #[arg(long, value_name = "TIME", value_parser = moment, allow_hyphen_values = true)]
    before: Option<String>,
}

/// What is done with events.
#[derive(Debug, Subcommand)]
pub(super) enum EventCommand {
    /// List events, newest first
    List {
        #[command(flatten)]
        length: Length,
        #[command(flatten)]
        events: Events,
    },
    /// Show events as they happen
    Tail {
        /// How many of those that happened already come first
        #[arg(long, value_name = "NUMBER", default_value_t = 10, value_parser = clap::value_parser!(u16).range(..=100))]
        lines: u16,
        #[command(flatten)]
        events: Events,
    },
    /// Write all events as JSON lines, oldest first
    Export {
        /// File to write, in place of standard output; an existing one is refused
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        output: Option<PathBuf>,
        #[command(flatten)]
        events: Events,
    },
}

impl EventCommand {
    pub(super) fn task(self) -> Result<Task, Failure> {
        Ok(match self {
            Self::List { events, length } => length.pages(events.call(), Cursor::Both, COLUMNS),
            Self::Tail { events, .. } if events.after.is_some() || events.before.is_some() => {
                return Err(Failure::Usage(
                    "a tail begins now and has no end: --after and --before go with list and export".to_owned(),
                ));
            }
            Self::Tail { events, lines } => Task::of(Work::Tail {
                call: events.call(),
                first: usize::from(lines),
            }),
            Self::Export { events, output } => Task::of(Work::Export {
                pages: Pages {
                    call: events.call().with("descending", false),
                    cursor: Cursor::Both,
                    limit: None,
                    columns: COLUMNS,
                },
                file: output,
            }),
        })
    }
}

impl Events {
    fn call(self) -> Call {
        let call = Call::read("event_search")
            .maybe("account_id", self.account)
            .maybe("share_id", self.share)
            .maybe("recipient_id", self.recipient)
            .maybe("actor", self.actor)
            .maybe("actor_kind", self.actor_kind)
            .maybe("address", self.address)
            .maybe("reason", self.reason)
            .maybe("is_bot", self.is_bot)
            .maybe("after", self.after)
            .maybe("before", self.before);
        if self.kinds.is_empty() {
            call
        } else {
            call.list("kinds", &self.kinds)
        }
    }
}
