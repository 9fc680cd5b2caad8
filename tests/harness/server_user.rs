//! The user that servers run as: `PostgreSQL` refuses to run as root.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::{Error, Result};

/// Another user than the caller's, to which root steps down.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ServerUser {
    uid: u32,
    gid: u32,
}

impl ServerUser {
    /// Finds the user for servers: none for an ordinary user, who runs them as itself; for root `postgres`, else `nobody`.
    pub(crate) fn find() -> Result<Option<Self>> {
        if caller()? != 0 {
            return Ok(None);
        }
        let users = fs::read_to_string("/etc/passwd")
            .map_err(|came| Error::path("reading", Path::new("/etc/passwd"), &came))?;
        ["postgres", "nobody"]
            .iter()
            .find_map(|name| Self::of(&users, name))
            .map(Some)
            .ok_or_else(|| Error::new("root needs a user postgres or nobody to run servers as, and /etc/passwd has neither"))
    }

    fn of(users: &str, name: &str) -> Option<Self> {
        let fields: Vec<&str> = users
            .lines()
            .map(|line| line.split(':').collect::<Vec<_>>())
            .find(|fields| fields[0] == name)?;
        Some(Self {
            uid: fields.get(2)?.parse().ok()?,
            gid: fields.get(3)?.parse().ok()?,
        })
    }

    /// Lets a command run as this user.
    pub(crate) fn apply(self, command: &mut Command) {
        command.uid(self.uid).gid(self.gid);
    }

    /// Gives a file or folder to this user.
    pub(crate) fn own(self, path: &Path) -> Result {
        chown(path, Some(self.uid), Some(self.gid))
            .map_err(|came| Error::path("giving away", path, &came))
    }
}

/// The numeric id of the user who runs this process.
pub(crate) fn caller() -> Result<u32> {
    let process = Path::new("/proc/self");
    fs::metadata(process)
        .map(|found| found.uid())
        .map_err(|came| Error::path("reading", process, &came))
}
