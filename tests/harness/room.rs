//! What a server program needs before it starts: a folder of its own, a free port, and its configuration in there.

use std::collections::BTreeSet;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::template::filled;
use crate::{Error, Place, Result};

/// A folder that only the servers' user can enter, and a port of loopback.
#[derive(Debug)]
pub(crate) struct Room {
    place: &'static Place,
    folder: PathBuf,
    port: u16,
}

impl Room {
    /// Makes the folder and finds a port.
    pub(crate) fn new(name: &str) -> Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let place = Place::get()?;
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = place.of_process()?.join(format!("{name}{number}"));
        place.private_folder(&folder)?;
        Ok(Self {
            place,
            folder,
            port: free_port()?,
        })
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The address to listen on.
    pub(crate) fn address(&self) -> SocketAddr {
        SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))
    }

    /// Makes a folder in the folder.
    pub(crate) fn make_folder(&self, name: &str) -> Result<PathBuf> {
        let path = self.folder.join(name);
        self.place.private_folder(&path)?;
        Ok(path)
    }

    /// Writes a file as it is.
    pub(crate) fn write(&self, name: &str, content: &str) -> Result<PathBuf> {
        let file = self.folder.join(name);
        // Given away in its closed folder, because it may hold a key.
        fs::write(&file, content).map_err(|came| Error::path("writing", &file, &came))?;
        self.place.give(&file)?;
        Ok(file)
    }

    /// Writes a file, replacing each `@NAME@` by its value; `@PORT@` and `@FOLDER@` are known here.
    pub(crate) fn fill(&self, name: &str, text: &str, values: &[(&str, &str)]) -> Result<PathBuf> {
        let port = self.port.to_string();
        let folder = self.folder.display().to_string();
        let values: Vec<(&str, &str)> = values
            .iter()
            .copied()
            .chain([("PORT", port.as_str()), ("FOLDER", folder.as_str())])
            .collect();
        self.write(name, &filled(text, &values)?)
    }

    /// An installed program, to be run as the servers' user.
    pub(crate) fn program(&self, name: &str, package: &str) -> Result<Command> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        // An ordinary user does not have all of them on the path.
        let folders = std::env::split_paths(&path)
            .chain(["/usr/sbin", "/usr/local/sbin", "/usr/bin"].map(PathBuf::from));
        let found = folders
            .map(|folder| folder.join(name))
            .find(|program| program.is_file());
        let program = found.ok_or_else(|| {
            Error::new(format!("no {name} is installed: package {package} has it"))
        })?;
        Ok(self.place.as_server(program))
    }

    /// A program that `make` has installed below `target`, to be run as the servers' user.
    pub(crate) fn tool(&self, name: &str) -> Result<Command> {
        let installed = Place::target().join("tools/bin").join(name);
        // A copy, because the servers' user may not reach what stands below `target`.
        let copy = self.folder.join(name);
        fs::copy(&installed, &copy).map_err(|came| {
            Error::new(format!(
                "copying {}: {came}; `make {name}` installs it",
                installed.display()
            ))
        })?;
        self.place.give(&copy)?;
        Ok(self.place.as_server(copy))
    }
}

/// A port that no other server of this process was given, even if that one has not taken it yet.
pub(crate) fn free_port() -> Result<u16> {
    static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
        if given.insert(port) {
            return Ok(port);
        }
    }
}
