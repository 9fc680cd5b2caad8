//! The example's share pages as files, because the demo has no application server that would make them on request.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use share_tests::Result;

use crate::shared::Shared;

const PAGE: &str = include_str!("../../demo/page/page.html");
const STYLE: &str = include_str!("../../demo/page/page.css");
const SCRIPT: &str = include_str!("../../demo/page/page.js");

/// What anyone may know of a private share. An application would answer a member who has signed in with the whole of it.
const PRIVATE: &str = r#"{"object":"share","visibility":"private"}"#;

/// Writes what all pages have in common.
pub(crate) fn write_common(pages: &Path) -> Result {
    write_file(&pages.join("page.css"), STYLE)?;
    write_file(&pages.join("page.js"), SCRIPT)
}

/// Writes the page of a share and what it shows.
pub(crate) fn write(pages: &Path, share: &Shared) -> Result {
    write_file(&pages.join(format!("{}.html", share.id)), PAGE)?;
    let json = if share.public { &share.json } else { PRIVATE };
    write_file(&pages.join(format!("{}.json", share.id)), json)
}

fn write_file(path: &Path, text: &str) -> Result {
    fs::write(path, text)?;
    Ok(fs::set_permissions(path, Permissions::from_mode(0o644))?)
}
