//! A server program that runs on loopback, as an ordinary user, until it is dropped.

use std::fs;
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::room::Room;
use crate::{Error, Result};

/// A running server; dropping it stops it and removes its folder.
#[derive(Debug)]
pub struct Service {
    name: &'static str,
    process: Child,
    folder: PathBuf,
    address: SocketAddr,
}

impl Service {
    /// Starts the command that `prepare` makes, and waits until it takes connections.
    ///
    /// The command stays in the foreground and names its folder. `ready` is a file that the server makes once the port is its own.
    pub(crate) fn start(
        name: &'static str,
        ready: Option<&str>,
        prepare: impl Fn(&Room) -> Result<Command>,
    ) -> Result<Self> {
        // Another process may take the free port before the server does.
        let mut last = Error::new(format!("{name} was not tried"));
        for _ in 0..3 {
            match Self::try_start(name, ready, &prepare) {
                Err(came) if came.to_string().contains("Address already in use") => last = came,
                done => return done,
            }
        }
        Err(last)
    }

    fn try_start(
        name: &'static str,
        ready: Option<&str>,
        prepare: &impl Fn(&Room) -> Result<Command>,
    ) -> Result<Self> {
        let room = Room::new(name)?;
        let mut command = prepare(&room)?;
        let path = room.folder().join("output");
        let output = fs::File::create(&path).map_err(|came| Error::path("making", &path, &came))?;
        command
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output);
        let process = command
            .spawn()
            .map_err(|came| Error::new(format!("{name} could not be run: {came}")))?;
        let mut service = Self {
            name,
            process,
            folder: room.folder().to_owned(),
            address: room.address(),
        };
        // For the watchdog.
        room.write("server.pid", &format!("{}\n", service.process.id()))?;
        service.wait(ready)?;
        Ok(service)
    }

    fn wait(&mut self, ready: Option<&str>) -> Result {
        let deadline = Instant::now() + Duration::from_secs(30);
        while Instant::now() < deadline {
            let open = ready.is_none_or(|file| self.folder.join(file).exists())
                && TcpStream::connect(self.address).is_ok();
            // Asked after the connection: it may have been a stranger who took the port and the call.
            if let Some(status) = self.process.try_wait()? {
                return Err(Error::new(format!(
                    "{} ended with {status}\n{}",
                    self.name,
                    self.log()
                )));
            }
            if open {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(10));
        }
        Err(Error::new(format!(
            "{} takes no connections\n{}",
            self.name,
            self.log()
        )))
    }

    /// The name of its program.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The address that it listens on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The URL of its root, without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The folder of its configuration and its files.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What it has complained about: its output and the files `*.log` of its folder.
    #[must_use]
    pub fn log(&self) -> String {
        let read = |path| {
            fs::read(path)
                .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
                .unwrap_or_default()
        };
        let mut logs: Vec<PathBuf> = fs::read_dir(&self.folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "log"))
            .collect();
        logs.sort();
        logs.insert(0, self.folder.join("output"));
        logs.into_iter().map(read).collect()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // Nothing is to be ended in good order.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
