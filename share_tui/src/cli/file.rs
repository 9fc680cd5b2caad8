//! `share_tui file …`: the media that can be shared.

use clap::{Args, Subcommand};

use super::task::{Cursor, Length, Shape, Task};
use crate::call::Call;

/// Which files.
#[derive(Debug, Args)]
pub(super) struct Files {
    /// Account
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// Drive
    #[arg(long, value_name = "ID")]
    drive: Option<String>,
    /// Processing of the media
    #[arg(long, value_parser = ["pending", "processing", "completed", "failed"])]
    status: Option<String>,
}

/// What is done with files.
#[derive(Debug, Subcommand)]
pub(super) enum FileCommand {
    /// List files, newest first
    List {
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        length: Length,
    },
    /// Find files by a part of their path, the application's own id or the id
    Search {
        /// What to look for; with a slash in front and an account, the beginning of the path
        text: String,
        #[command(flatten)]
        files: Files,
        /// Kind of the media
        #[arg(long, value_parser = ["video", "audio", "image", "other"])]
        media_type: Option<String>,
        #[command(flatten)]
        length: Length,
    },
    /// Show one file
    Get {
        /// Id of the file
        id: String,
    },
}

impl FileCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List { files, length } => length.pages(
                files.onto(Call::read("file_list")),
                Cursor::Field("id"),
                &[
                    "id",
                    "path",
                    "media_type",
                    "status",
                    "bytes",
                    "duration_seconds",
                    "created_at",
                ],
            ),
            Self::Search {
                text,
                files,
                media_type,
                length,
            } => length.pages(
                files
                    .onto(Call::read("file_search").with("text", text))
                    .maybe("media_type", media_type),
                Cursor::Field("cursor"),
                &[
                    "id",
                    "path",
                    "account_name",
                    "media_type",
                    "status",
                    "bytes",
                    "created_at",
                ],
            ),
            Self::Get { id } => Task::one(Call::read("file_get").with("id", id), Shape::Record),
        }
    }
}

impl Files {
    fn onto(self, call: Call) -> Call {
        call.maybe("account_id", self.account)
            .maybe("drive_id", self.drive)
            .maybe("status", self.status)
    }
}
