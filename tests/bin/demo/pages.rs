//! The example's share pages as files, because the demo has no application server that would make them on request.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::{Value, json};
use share_tests::{Error, Result};

use crate::library::LANGUAGE;
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

/// Writes the page of a share and what it shows, with subtitles if there are some.
pub(crate) fn write(pages: &Path, share: &Shared, subtitles: Option<&str>) -> Result {
    write_file(&pages.join(format!("{}.html", share.id)), PAGE)?;
    let known = if share.public { &share.json } else { PRIVATE };
    let mut known: Value =
        serde_json::from_str(known).map_err(|came| Error::new(came.to_string()))?;
    if let Some(text) = subtitles {
        // Beside the contract's own fields the page's data has what the page shows.
        known["subtitles"] =
            json!([{ "language": LANGUAGE, "url": format!("{}/subtitles.vtt", share.page) }]);
        write_file(&pages.join(format!("{}.vtt", share.id)), text)?;
    }
    write_file(
        &pages.join(format!("{}.json", share.id)),
        &known.to_string(),
    )
}

fn write_file(path: &Path, text: &str) -> Result {
    fs::write(path, text)?;
    Ok(fs::set_permissions(path, Permissions::from_mode(0o644))?)
}
