//! Where the program keeps its files: below the folders of the XDG base directory specification.

use std::path::PathBuf;

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::Xdg;

const NAME: &str = "share_tui";

/// The configuration.
#[must_use]
pub fn config() -> Option<PathBuf> {
    let folders = Xdg::new().ok()?;
    Some(folders.config_dir().join(NAME).join("config.toml"))
}

/// The folder for what is kept between runs: the log.
#[must_use]
pub fn state() -> Option<PathBuf> {
    let folders = Xdg::new().ok()?;
    Some(folders.state_dir()?.join(NAME))
}
