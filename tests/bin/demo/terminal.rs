//! Hands the demo over to `share_tui`: leaves its address where `share_tui --demo` looks while it runs, and opens it if asked to.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

use share_tests::{Error, Place, Result};

/// The address, below the state folder of the XDG base directory specification. Gone when dropped.
pub(crate) struct Address(PathBuf);

impl Address {
    /// Leaves the address, readable by the caller alone.
    pub(crate) fn leave(uri: &str) -> Result<Self> {
        let folder = state()
            .ok_or_else(|| Error::new("there is no home for the demo's address"))?
            .join("share_tui");
        let came =
            |came: std::io::Error| Error::new(format!("writing to {}: {came}", folder.display()));
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&folder)
            .map_err(came)?;
        let file = folder.join("demo");
        // That of a demo that was killed.
        let _ = fs::remove_file(&file);
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&file)
            .and_then(|mut file| writeln!(file, "{uri}"))
            .map_err(came)?;
        Ok(Self(file))
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        // Another demo may have taken it away.
        let _ = fs::remove_file(&self.0);
    }
}

fn state() -> Option<PathBuf> {
    let named = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from);
    named
        .filter(|folder| folder.is_absolute())
        .or_else(|| std::env::home_dir().map(|home| home.join(".local/state")))
}

/// The program, where it has been built.
pub(crate) fn program() -> Option<PathBuf> {
    Some(Place::target().join("debug/share_tui")).filter(|program| program.is_file())
}

/// Opens the screens on the demo until the user has had enough.
pub(crate) fn open(program: &Path) {
    if let Err(came) = Command::new(program).arg("--demo").status() {
        eprintln!("{}: {came}", program.display());
    }
}
