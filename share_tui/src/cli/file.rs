//! `share_tui file …`: the media that can be shared, and what attributes say of it.

use clap::{Args, Subcommand};

use super::task::{Cursor, Length, Shape, Task};
use super::value::{Condition, condition, filters, given};
use crate::call::Call;

/// The columns of a list of files.
const COLUMNS: &[&str] = &[
    "id",
    "path",
    "media_type",
    "status",
    "bytes",
    "duration_seconds",
    "created_at",
];

/// How conditions are written.
const FIND: &str = "Find files of a drive by what their attributes say, newest first

CONDITION, in quotes for the shell, is name=VALUE, name^=BEGINNING of a text, name>=VALUE or name<=VALUE of a number or time, or name= for \
files without a value; all of them must hold. VALUE is JSON where it can be read as such, else a text: 'rating>=4', 'approved=true', \
'genre=[\"Drama\",\"Comedy\"]' for one of two options, 'reel=\"7\"' for a text of digits.";

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
    /// Show the file on a path of a drive
    ByPath {
        /// Id of the drive
        drive: String,
        /// Path on it, from its root
        path: String,
    },
    /// Find files of a drive by what their attributes say, newest first
    #[command(long_about = FIND)]
    Find {
        /// Id of the drive
        drive: String,
        /// What an attribute is to say
        #[arg(required = true, value_name = "CONDITION", value_parser = condition)]
        conditions: Vec<Condition>,
        #[command(flatten)]
        length: Length,
    },
    /// List what the attributes of its drive say of a file
    Attributes {
        /// Id of the file
        id: String,
    },
    /// Set what an attribute says of a file, or clear it
    ///
    /// VALUE is JSON where it can be read as such, else a text: 4, true, Drama, 2026-03-01, "7" for a text of digits. Several values, or
    /// --list, are a list of options.
    AttributeSet {
        /// Id of the file
        id: String,
        /// Name or id of the attribute
        attribute: String,
        /// The value
        #[arg(
            value_name = "VALUE",
            required_unless_present = "clear",
            allow_negative_numbers = true
        )]
        values: Vec<String>,
        /// A list, though it be of one value
        #[arg(long, conflicts_with = "clear")]
        list: bool,
        /// Take the value away
        #[arg(long, conflicts_with = "values")]
        clear: bool,
    },
}

impl FileCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List { files, length } => length.pages(
                files.onto(Call::read("file_list")),
                Cursor::Field("id"),
                COLUMNS,
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
            Self::ByPath { drive, path } => {
                let call = Call::read("file_by_path").with("drive_id", drive);
                Task::one(call.with("path", path), Shape::Record)
            }
            Self::Find {
                drive,
                conditions,
                length,
            } => length.pages(
                Call::read("file_find")
                    .with("drive_id", drive)
                    .with("filters", filters(&conditions)),
                Cursor::Field("id"),
                COLUMNS,
            ),
            Self::Attributes { id } => Task::one(
                Call::read("attribute_value_list").with("file_id", id),
                Shape::Table(&[
                    "name",
                    "label",
                    "value_type",
                    "value",
                    "is_default",
                    "group_name",
                    "updated_at",
                ]),
            ),
            Self::AttributeSet {
                id,
                attribute,
                values,
                list,
                clear: _,
            } => {
                let call = Call::write("attribute_value_set")
                    .with("file_id", id)
                    .with("attribute", attribute)
                    .maybe("value", given(&values, list));
                Task::one(call, Shape::Record)
            }
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
