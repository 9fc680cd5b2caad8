//! `share_tui transcript …`: what is said in files.

use std::path::PathBuf;

use clap::{Subcommand, ValueHint};

use super::task::{Cursor, Length, Task, Work};
use crate::call::Call;
use crate::media_time::milliseconds;

/// The forms of an export, by the endings of their files.
const FORMS: [&str; 4] = ["vtt", "srt", "txt", "json"];

/// What is done with transcripts.
#[derive(Debug, Subcommand)]
pub(super) enum TranscriptCommand {
    /// List what is said in a file in the order of time
    List {
        /// Id of the file
        file: String,
        /// Only what is heard from a time on: seconds, m:ss or h:mm:ss
        #[arg(long, value_name = "TIME", value_parser = milliseconds)]
        from: Option<u64>,
        /// Only what is heard before a time
        #[arg(long, value_name = "TIME", value_parser = milliseconds)]
        until: Option<u64>,
        #[command(flatten)]
        length: Length,
    },
    /// Find what is said, in a file or in all of an account or drive
    ///
    /// Words are found in the form that each language has them: "in a row", or, -without.
    Search {
        /// The words
        query: String,
        /// File
        #[arg(long, value_name = "ID")]
        file: Option<String>,
        /// Account, where no file is named
        #[arg(long, value_name = "ID")]
        account: Option<String>,
        /// Drive
        #[arg(long, value_name = "ID")]
        drive: Option<String>,
        #[command(flatten)]
        length: Length,
    },
    /// Write what is said in a file as subtitles, text or JSON
    Export {
        /// Id of the file
        file: String,
        /// What to write; else what the ending of --to says, else vtt
        #[arg(long = "type", value_name = "TYPE", value_parser = FORMS)]
        form: Option<String>,
        /// File to write, in place of standard output; an existing one is refused
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        to: Option<PathBuf>,
    },
}

impl TranscriptCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List {
                file,
                from,
                until,
                length,
            } => length.pages(
                Call::read("utterance_list")
                    .with("file_id", file)
                    .maybe("from_ms", from)
                    .maybe("to_ms", until),
                Cursor::Field("ordinal"),
                &["ordinal", "start_ms", "end_ms", "speaker", "text"],
            ),
            Self::Search {
                query,
                file,
                account,
                drive,
                length,
            } => length.pages(
                Call::read("transcript_search")
                    .with("query", query)
                    .maybe("file_id", file)
                    .maybe("account_id", account)
                    .maybe("drive_id", drive),
                Cursor::Fields(&[("file_id", "cursor_file"), ("ordinal", "cursor")]),
                &["file_id", "filename", "start_ms", "speaker", "text"],
            ),
            Self::Export { file, form, to } => {
                let ending = to.as_ref().and_then(|to| to.extension()?.to_str());
                let ending = FORMS
                    .into_iter()
                    .find(|known| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(known)));
                let form = form.unwrap_or_else(|| ending.unwrap_or("vtt").to_owned());
                let call = Call::read("transcript_export").with("file_id", file);
                Task::of(Work::Document {
                    call: call.with("type", form),
                    file: to,
                })
            }
        }
    }
}
