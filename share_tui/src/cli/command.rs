//! The subcommands: the nouns of the API, and what the program does for itself.

use std::path::PathBuf;

use clap::{Subcommand, ValueHint};
use clap_complete::Shell;

use super::access_request::AccessRequestCommand;
use super::account::AccountCommand;
use super::attribute::AttributeCommand;
use super::comment::CommentCommand;
use super::delivery::DeliveryCommand;
use super::drive::DriveCommand;
use super::event::EventCommand;
use super::failure::Failure;
use super::file::FileCommand;
use super::job::JobCommand;
use super::key::KeyCommand;
use super::member::MemberCommand;
use super::preview::PreviewCommand;
use super::recipient::RecipientCommand;
use super::share::ShareCommand;
use super::stack::StackCommand;
use super::task::{Shape, Task};
use super::transcript::TranscriptCommand;
use crate::call::Call;

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// The installation at a glance
    Overview,
    /// Links and their rules
    #[command(subcommand)]
    Share(ShareCommand),
    /// For whom shares are
    #[command(subcommand)]
    Recipient(RecipientCommand),
    /// Requests of visitors who were refused
    #[command(subcommand)]
    AccessRequest(AccessRequestCommand),
    /// What happened
    #[command(subcommand)]
    Event(EventCommand),
    /// Media that can be shared
    #[command(subcommand)]
    File(FileCommand),
    /// What is said about files
    #[command(subcommand)]
    Comment(CommentCommand),
    /// Named spaces of accounts
    #[command(subcommand)]
    Drive(DriveCommand),
    /// By what the files of a drive are described
    #[command(subcommand)]
    Attribute(AttributeCommand),
    /// What is said in files
    #[command(subcommand)]
    Transcript(TranscriptCommand),
    /// Images of files
    #[command(subcommand)]
    Preview(PreviewCommand),
    /// Files that are versions of one thing
    #[command(subcommand)]
    Stack(StackCommand),
    /// Tenants
    #[command(subcommand)]
    Account(AccountCommand),
    /// Users in accounts
    #[command(subcommand)]
    Member(MemberCommand),
    /// Where media is served and how its URLs are signed
    #[command(subcommand)]
    Delivery(DeliveryCommand),
    /// Signing keys
    #[command(subcommand)]
    Key(KeyCommand),
    /// Work for someone outside of the database
    #[command(subcommand)]
    Job(JobCommand),
    /// What is wrong with the installation and what to do; fails if something is wrong now
    Doctor,
    /// Figures for an exporter
    Metrics,
    /// Create the extension and its tables, or bring them up to date
    Init,
    /// The configuration
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print the JSON schema of what --json gives
    Schema,
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or write all pages
    Man {
        /// Folder to write a page for each subcommand to
        #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
        to: Option<PathBuf>,
    },
}

/// What is done with the configuration.
#[derive(Debug, Clone, Copy, Subcommand)]
pub(super) enum ConfigCommand {
    /// Print where it is
    Path,
    /// Read it and tell all that is wrong
    Check,
}

impl Command {
    /// What is wanted of the server; none for what needs none, or more than calls.
    pub(super) fn task(self) -> Result<Option<Task>, Failure> {
        Ok(Some(match self {
            Self::Overview => Task::one(Call::read("server_overview"), Shape::Record),
            Self::Share(command) => command.task()?,
            Self::Recipient(command) => command.task(),
            Self::AccessRequest(command) => command.task(),
            Self::Event(command) => command.task()?,
            Self::File(command) => command.task(),
            Self::Comment(command) => command.task()?,
            Self::Drive(command) => command.task()?,
            Self::Attribute(command) => command.task()?,
            Self::Transcript(command) => command.task(),
            Self::Preview(command) => command.task(),
            Self::Stack(command) => command.task(),
            Self::Account(command) => command.task(),
            Self::Member(command) => command.task()?,
            Self::Delivery(command) => command.task(),
            Self::Key(command) => command.task(),
            Self::Job(command) => command.task(),
            Self::Doctor => Task::one(Call::read("doctor"), Shape::Findings),
            Self::Metrics => Task::one(
                Call::read("metrics_read"),
                Shape::Table(&["name", "labels", "value"]),
            ),
            Self::Init
            | Self::Config(_)
            | Self::Schema
            | Self::Completions { .. }
            | Self::Man { .. } => return Ok(None),
        }))
    }
}
