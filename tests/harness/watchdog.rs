//! A small shell process that outlives this one, to stop its servers and remove its folder even after `kill -9`.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::{Error, Result};

/// Keeps the pipe open on whose end the shell process waits.
#[derive(Debug)]
pub(crate) struct Watchdog {
    _process: Child,
}

impl Watchdog {
    /// Starts watching over the servers in the folders of `folder`.
    pub(crate) fn start(folder: &Path) -> Result<Self> {
        let process = Command::new("sh")
            .args(["-c", include_str!("watchdog.sh"), "watchdog"])
            .arg(folder)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Out of reach of the terminal's Ctrl-C and of whoever kills the group of the tests.
            .process_group(0)
            .spawn();
        Ok(Self {
            _process: process
                .map_err(|came| Error::new(format!("the watchdog could not be started: {came}")))?,
        })
    }
}
