//! `share_tui comment …`: what is said about files.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand, ValueHint};

use super::failure::Failure;
use super::task::{Cursor, Length, Shape, Task, Work};
use crate::call::Call;
use crate::media_time;

const COLUMNS: &[&str] = &[
    "id",
    "at_seconds",
    "duration_seconds",
    "author_name",
    "content",
    "is_public",
    "resolved_at",
    "reply_count",
    "created_at",
];

const TYPES: [&str; 8] = [
    "csv", "json", "txt", "vtt", "srt", "markdown", "edl", "fcpxml",
];

const RATES: [&str; 10] = [
    "23.976", "24", "25", "29.97", "29.97df", "30", "50", "59.94", "59.94df", "60",
];

/// Who sees it.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct Whose {
    /// Seen by who comes through a share with comments
    #[arg(long)]
    public: bool,
    /// Seen by members alone
    #[arg(long)]
    internal: bool,
}

/// What is done with comments.
#[derive(Debug, Subcommand)]
pub(super) enum CommentCommand {
    /// List the threads of a file, newest first, or the comments of one thread
    List {
        /// Id of the file
        file: String,
        /// The thread of this comment, with its replies, oldest first
        #[arg(long, value_name = "ID", conflicts_with_all = ["near", "by_time", "resolved", "open"])]
        thread: Option<String>,
        /// Those nearest to a time in the file, such as 83.5 or 1:23.5, in one page of at most 100
        #[arg(long, value_name = "TIME", value_parser = media_time::parse, conflicts_with_all = ["by_time", "all"])]
        near: Option<String>,
        /// Those with a time, in the order of the file
        #[arg(long)]
        by_time: bool,
        /// Resolved ones
        #[arg(long, conflicts_with = "open")]
        resolved: bool,
        /// Open ones
        #[arg(long)]
        open: bool,
        #[command(flatten)]
        whose: Whose,
        #[command(flatten)]
        length: Length,
    },
    /// Comment on a file, on a time in it, or on a part; public unless it is said otherwise
    Add {
        /// Id of the file
        file: String,
        /// What is said
        text: String,
        /// Where in the file it begins, such as 83.5 or 1:23.5; else it is about the whole file
        #[arg(long, value_name = "TIME", value_parser = media_time::parse)]
        at: Option<String>,
        /// How long what it is about lasts; else it is about a moment
        #[arg(long, value_name = "TIME", value_parser = media_time::parse, requires = "at")]
        duration: Option<String>,
        /// Ids of users to mention, each of whom a job tells
        #[arg(long, value_name = "LIST", value_delimiter = ',')]
        mention: Vec<String>,
        #[command(flatten)]
        whose: Whose,
    },
    /// Reply to a comment; seen by who sees that, unless it is said otherwise
    Reply {
        /// Id of the file
        file: String,
        /// Id of the comment
        comment: String,
        /// What is said
        text: String,
        /// Ids of users to mention, each of whom a job tells
        #[arg(long, value_name = "LIST", value_delimiter = ',')]
        mention: Vec<String>,
        #[command(flatten)]
        whose: Whose,
    },
    /// Change a comment; of others' comments only who sees them
    #[command(group = ArgGroup::new("what").required(true).multiple(true))]
    Update {
        /// Id of the file
        file: String,
        /// Id of the comment
        comment: String,
        /// What is said
        #[arg(long, group = "what")]
        text: Option<String>,
        /// Where in the file it begins
        #[arg(long, value_name = "TIME", value_parser = media_time::parse, group = "what")]
        at: Option<String>,
        /// How long what it is about lasts
        #[arg(long, value_name = "TIME", value_parser = media_time::parse, group = "what")]
        duration: Option<String>,
        /// What to clear; the time with its duration
        #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = ["at", "duration"], group = "what")]
        clear: Vec<String>,
        /// Let who comes through a share with comments see it
        #[arg(long, group = "what")]
        public: bool,
        /// Let members alone see it, and all replies below it
        #[arg(long, group = "what", conflicts_with = "public")]
        internal: bool,
    },
    /// Delete comments; replies stay
    Delete {
        /// Id of the file
        file: String,
        /// Ids of the comments
        #[arg(required = true, value_name = "ID")]
        comments: Vec<String>,
    },
    /// Resolve the threads of comments, or open them again
    Resolve {
        /// Id of the file
        file: String,
        /// Ids of the comments
        #[arg(required = true, value_name = "ID")]
        comments: Vec<String>,
        /// Open them again
        #[arg(long)]
        reopen: bool,
    },
    /// Show what a comment was before each of its changes, oldest first
    History {
        /// Id of the file
        file: String,
        /// Id of the comment
        comment: String,
    },
    /// Write the comments on a file as a document for editors and people
    Export {
        /// Id of the file
        file: String,
        /// Form: edl is CMX 3600 with locators, fcpxml Final Cut Pro XML with markers
        #[arg(long = "type", value_name = "TYPE", value_parser = TYPES)]
        kind: String,
        /// Frames a second, for time codes, df where they drop numbers; else the file's, or 25
        #[arg(long, value_name = "RATE", value_parser = RATES)]
        frame_rate: Option<String>,
        /// Time code of the first frame, such as 01:00:00:00; else the file's, or 00:00:00:00
        #[arg(long, value_name = "TIMECODE")]
        start_timecode: Option<String>,
        /// Leave out those that members alone see
        #[arg(long)]
        public_only: bool,
        /// File to write, in place of standard output; an existing one is refused
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        to: Option<PathBuf>,
    },
}

impl Whose {
    /// Whether it is public; none where nothing is said of it.
    fn is_public(&self) -> Option<bool> {
        (self.public || self.internal).then_some(self.public)
    }
}

/// Names whom it mentions.
fn mentioning(call: Call, users: &[String]) -> Call {
    if users.is_empty() {
        call
    } else {
        call.list("mentions", users)
    }
}

/// A change of one comment.
fn write(function: &'static str, file: &str, comment: &str) -> Call {
    Call::write(function)
        .with("file_id", file)
        .with("comment_id", comment)
}

impl CommentCommand {
    #[expect(clippy::too_many_lines, reason = "one arm for each subcommand")]
    pub(super) fn task(self) -> Result<Task, Failure> {
        Ok(match self {
            Self::List {
                file,
                thread,
                near,
                by_time,
                resolved,
                open,
                whose,
                length,
            } => {
                let call = Call::read("comment_list")
                    .with("file_id", file)
                    .maybe("is_public", whose.is_public())
                    .maybe("resolved", (resolved || open).then_some(resolved));
                match (thread, near) {
                    (Some(thread), _) => {
                        length.pages(call.with("thread", thread), Cursor::Field("id"), COLUMNS)
                    }
                    (None, Some(near)) => length.page(call.with("near", near), COLUMNS),
                    (None, None) if by_time => {
                        let call = call.with("sort", "at_seconds");
                        length.pages(call, Cursor::Field("id"), COLUMNS)
                    }
                    (None, None) => {
                        let call = call.with("direction", "desc");
                        length.pages(call, Cursor::Field("id"), COLUMNS)
                    }
                }
            }
            Self::Add {
                file,
                text,
                at,
                duration,
                mention,
                whose,
            } => {
                let call = Call::write("comment_add")
                    .with("file_id", file)
                    .with("content", text)
                    .maybe("at_seconds", at)
                    .maybe("duration_seconds", duration)
                    .maybe("is_public", whose.is_public());
                Task::one(mentioning(call, &mention), Shape::Record)
            }
            Self::Reply {
                file,
                comment,
                text,
                mention,
                whose,
            } => {
                let call = write("comment_reply", &file, &comment)
                    .with("content", text)
                    .maybe("is_public", whose.is_public());
                Task::one(mentioning(call, &mention), Shape::Record)
            }
            Self::Update {
                file,
                comment,
                text,
                at,
                duration,
                clear,
                public,
                internal,
            } => {
                // Taken away by this number, of which there is no such time.
                let cleared =
                    |name: &str| clear.iter().any(|it| it == name).then(|| "-1".to_owned());
                for (name, given) in [("at", &at), ("duration", &duration)] {
                    if given.is_some() && cleared(name).is_some() {
                        return Err(Failure::Usage(format!("--{name} is given and cleared")));
                    }
                }
                let call = write("comment_update", &file, &comment)
                    .maybe("content", text)
                    .maybe("at_seconds", cleared("at").or(at))
                    .maybe("duration_seconds", cleared("duration").or(duration))
                    .maybe("is_public", (public || internal).then_some(public));
                Task::one(call, Shape::Record)
            }
            Self::Delete { file, comments } => {
                let many = comments.len();
                let calls = comments.iter().map(|id| write("comment_delete", &file, id));
                let words = format!("Delete {many} comments, with their text and history?");
                Task::each(calls, Shape::Record).asking(words)
            }
            Self::Resolve {
                file,
                comments,
                reopen,
            } => {
                let calls = comments
                    .iter()
                    .map(|id| write("comment_resolve", &file, id).with("resolved", !reopen));
                Task::each(calls, Shape::Record)
            }
            Self::History { file, comment } => Task::one(
                Call::read("comment_edit_list")
                    .with("file_id", file)
                    .with("comment_id", comment),
                Shape::Table(&[
                    "edited_at",
                    "editor_name",
                    "at_seconds",
                    "is_public",
                    "content",
                ]),
            ),
            Self::Export {
                file,
                kind,
                frame_rate,
                start_timecode,
                public_only,
                to,
            } => Task::of(Work::Document {
                call: Call::read("comment_export")
                    .with("file_id", file)
                    .with("type", kind)
                    .maybe("frame_rate", frame_rate)
                    .maybe("start_timecode", start_timecode)
                    .with("public_only", public_only),
                file: to,
            }),
        })
    }
}
