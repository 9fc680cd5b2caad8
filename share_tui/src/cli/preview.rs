//! `share_tui preview …`: the images of files.

use clap::Subcommand;

use super::task::{Shape, Task};
use crate::call::Call;

/// What is done with previews.
#[derive(Debug, Subcommand)]
pub(super) enum PreviewCommand {
    /// List the images of a file by kind and second, each with a signed URL
    List {
        /// Id of the file
        file: String,
        /// Kind, such as storyboard
        #[arg(long)]
        kind: Option<String>,
    },
}

impl PreviewCommand {
    pub(super) fn task(self) -> Task {
        match self {
            Self::List { file, kind } => Task::one(
                Call::read("preview_list")
                    .with("file_id", file)
                    .maybe("kind", kind),
                Shape::Table(&[
                    "id",
                    "kind",
                    "at_seconds",
                    "width",
                    "height",
                    "region_x",
                    "region_y",
                    "region_width",
                    "region_height",
                    "expires_at",
                    "url",
                ]),
            ),
        }
    }
}
