//! A stock nginx on loopback that serves one site configuration as an ordinary user.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::command::output;
use crate::{Error, Place, Result};

/// A running nginx; dropping it stops it and removes its folder.
#[derive(Debug)]
pub struct Nginx {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Nginx {
    /// Starts nginx on a free port with a site's configuration, in which each `@NAME@` is replaced by its value.
    ///
    /// `@PORT@` needs no value of the caller.
    pub fn start(site: &str, values: &[(&str, &str)]) -> Result<Self> {
        // Another process may take the free port before nginx does.
        let mut last = Error::new("nginx was not tried");
        for _ in 0..3 {
            match Self::try_start(site, values) {
                Err(came) if came.to_string().contains("Address already in use") => last = came,
                done => return done,
            }
        }
        Err(last)
    }

    fn try_start(site: &str, values: &[(&str, &str)]) -> Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let place = Place::get()?;
        let folder = place
            .of_process()?
            .join(format!("nginx{}", NUMBER.fetch_add(1, Ordering::Relaxed)));
        place.private_folder(&folder)?;
        let port = free_port()?;
        let number = port.to_string();
        let path = folder.display().to_string();
        let values: Vec<(&str, &str)> = values
            .iter()
            .copied()
            .chain([("PORT", number.as_str()), ("FOLDER", path.as_str())])
            .collect();
        for (name, text) in [
            ("nginx.conf", include_str!("nginx_main.conf")),
            ("site.conf", site),
        ] {
            let file = folder.join(name);
            // Given away in its closed folder, because it holds the key.
            fs::write(&file, filled(text, &values)?)
                .map_err(|came| Error::path("writing", &file, &came))?;
            place.give(&file)?;
        }

        let mut command = place.as_server(program()?);
        command
            .args(["-e", "stderr", "-p"])
            .arg(&folder)
            .arg("-c")
            .arg(folder.join("nginx.conf"));
        let mut check = place.as_server(program()?);
        check
            .args(["-t", "-q", "-e", "stderr", "-p"])
            .arg(&folder)
            .arg("-c")
            .arg(folder.join("nginx.conf"));
        let checked = output(&mut check, "")?;
        if !checked.status.success() {
            return Err(crate::command::failure(&check, &checked));
        }
        let log = folder.join("output");
        let log = fs::File::create(&log).map_err(|came| Error::path("making", &log, &came))?;
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        let process = command
            .spawn()
            .map_err(|came| Error::new(format!("nginx could not be run: {came}")))?;
        let mut nginx = Self {
            process,
            folder,
            port,
        };
        nginx.wait()?;
        Ok(nginx)
    }

    /// Waits until it takes connections.
    fn wait(&mut self) -> Result {
        let deadline = Instant::now() + Duration::from_secs(10);
        while Instant::now() < deadline {
            if let Some(status) = self.process.try_wait()? {
                return Err(Error::new(format!(
                    "nginx ended with {status}\n{}",
                    self.log()
                )));
            }
            // The pid file tells that it is this nginx, not a stranger, that holds the port.
            if self.folder.join("nginx.pid").exists() && TcpStream::connect(self.address()).is_ok()
            {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(10));
        }
        Err(Error::new(format!(
            "nginx takes no connections\n{}",
            self.log()
        )))
    }

    /// The address that it listens on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))
    }

    /// The URL of its root, without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address())
    }

    /// What it has complained about.
    #[must_use]
    pub fn log(&self) -> String {
        let read = |name: &str| fs::read_to_string(self.folder.join(name)).unwrap_or_default();
        read("output") + &read("error.log")
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Without workers there is nothing to end in good order.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The program, which an ordinary user does not have on the path.
fn program() -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders =
        std::env::split_paths(&path).chain(["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from));
    let found = folders
        .map(|folder| folder.join("nginx"))
        .find(|program| Path::is_file(program));
    found.ok_or_else(|| Error::new("no nginx is installed: package nginx has it"))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

/// Puts values in the place of their names; a name without a value is an error.
fn filled(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut text = template.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("@{name}@"), value);
    }
    let left =
        text.split('@').skip(1).step_by(2).find(|name| {
            !name.is_empty() && name.chars().all(|letter| letter.is_ascii_uppercase())
        });
    left.map_or(Ok(text.clone()), |name| {
        Err(Error::new(format!(
            "the configuration names @{name}@, which has no value"
        )))
    })
}
