//! The demo cluster of `make demo`, which leaves its address in the state folder while it runs.

use std::path::PathBuf;

use super::failure::Failure;
use crate::place;

/// The file with the address, below the state folder.
const FILE: &str = "demo";

fn file() -> Option<PathBuf> {
    place::state().map(|folder| folder.join(FILE))
}

/// Where the demo cluster is.
pub(super) fn target() -> Result<String, Failure> {
    let read = file().and_then(|file| std::fs::read_to_string(file).ok());
    read.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .ok_or_else(|| {
            Failure::Usage(
                "no demo is running; `make demo` at a terminal starts one and keeps it until Enter"
                    .to_owned(),
            )
        })
}
