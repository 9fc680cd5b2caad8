//! `share_tui stack …`: files that are versions of one thing.

use clap::Subcommand;

use super::task::{Shape, Task};
use crate::call::Call;

/// What is done with stacks.
#[derive(Debug, Subcommand)]
pub(super) enum StackCommand {
    /// List the versions in the stack of a file, the oldest first; none where it is in no stack
    List {
        /// Id of the file
        file: String,
    },
    /// Stack files of one drive as versions of one thing; gives the id of the stack
    Create {
        /// Ids of the files, the oldest version first
        #[arg(required = true, num_args = 2.., value_name = "FILE")]
        files: Vec<String>,
    },
    /// Put a file on top of the stack of another one, as its newest version; gives its number
    Add {
        /// Id of the file
        file: String,
        /// Id of a file in the stack
        #[arg(long, value_name = "FILE")]
        onto: String,
    },
    /// Take files out of their stacks; a stack of one is none any more
    Remove {
        /// Ids of the files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
    },
    /// Give a file another place in its stack; tells whether it stood elsewhere
    Move {
        /// Id of the file
        file: String,
        /// Its new number, counted from 1, the oldest version
        number: u32,
    },
}

impl StackCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List { file } => Task::one(
                Call::read("stack_list").with("file_id", file),
                Shape::Table(&[
                    "id",
                    "stack_number",
                    "is_top",
                    "path",
                    "status",
                    "duration_seconds",
                    "created_at",
                ]),
            ),
            Self::Create { files } => Task::one(
                Call::write("stack_create").list("file_ids", &files),
                Shape::Value,
            ),
            Self::Add { file, onto } => Task::one(
                Call::write("stack_add")
                    .with("file_id", file)
                    .with("target_file_id", onto),
                Shape::Value,
            ),
            Self::Remove { files } => {
                let words = format!(
                    "Take {} files out of their stacks, so that shares that follow these show others?",
                    files.len()
                );
                let calls = files
                    .iter()
                    .map(|file| Call::write("stack_remove").with("file_id", file));
                Task::each(calls, Shape::Value).asking(words)
            }
            Self::Move { file, number } => Task::one(
                Call::write("stack_move")
                    .with("file_id", file)
                    .with("new_stack_number", number),
                Shape::Value,
            ),
        }
    }
}
