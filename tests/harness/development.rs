//! The development cluster: it outlives the command that starts it and keeps its data between runs.

use std::fs;
use std::path::PathBuf;

use crate::{Error, Place, Result, Server};

/// The database that has the extension and its tables.
const DATABASE: &str = "share";
/// The installation script as it was when the database was made, beside the cluster's data.
const SCRIPT: &str = "extension.sql";

/// Names another folder than `db`, so that a test can start and stop a cluster that is nobody's.
const FOLDER: &str = "SHARE_DB";

fn folder() -> String {
    std::env::var(FOLDER).unwrap_or_else(|_| "db".to_owned())
}

/// The cluster of `make db`, one for each major version of `PostgreSQL`.
#[derive(Debug)]
pub struct Development {
    server: Server,
}

impl Development {
    /// The cluster of the `PostgreSQL` in use, running or not.
    pub fn find() -> Result<Self> {
        let place = Place::get()?;
        let folder = place
            .base()
            .join(folder())
            .join(place.installation().major()?.to_string());
        Ok(Self {
            server: Server::in_folder(place, folder),
        })
    }

    /// The clusters of all major versions that were ever started here.
    pub fn all() -> Result<Vec<Self>> {
        let place = Place::get()?;
        let folders = fs::read_dir(place.base().join(folder()))
            .into_iter()
            .flatten()
            .flatten();
        Ok(folders
            .map(|entry| Self {
                server: Server::in_folder(place, entry.path()),
            })
            .collect())
    }

    /// Starts it or finds it running, makes what is missing, and returns the URI of its database.
    ///
    /// Data is kept; only `fresh` throws it away. New sessions load the newest library by themselves.
    pub fn start(&self, fresh: bool) -> Result<String> {
        if fresh {
            self.remove()?;
        }
        if !self.server.data().join("PG_VERSION").exists() {
            self.remove()?;
            if let Some(all) = self.server.folder().parent() {
                fs::create_dir_all(all).map_err(|came| Error::path("making", all, &came))?;
            }
            eprintln!("making a cluster in {}", self.server.folder().display());
            self.server.initialize()?;
        }
        if !self.server.running()? {
            eprintln!(
                "starting it; its log is {}",
                self.server.folder().join("log").display()
            );
            self.server.start()?;
        }
        let script = self.installed_script()?;
        if self.has_database()? {
            if fs::read(self.server.folder().join(SCRIPT)).ok().as_ref() != Some(&script) {
                eprintln!(
                    "the extension's SQL has changed since this database was made: FRESH=1 makes a new one, its data is kept until then"
                );
            }
        } else {
            eprintln!("making database {DATABASE} with the extension and its tables");
            self.make_database(&script)?;
        }
        Ok(self.server.uri(DATABASE))
    }

    fn has_database(&self) -> Result<bool> {
        let mut client = self.server.connect("postgres")?;
        Ok(client
            .query_one(
                "select exists (select from pg_database d where d.datname = $1)",
                &[&DATABASE],
            )?
            .get(0))
    }

    /// Made under another name first, so that a failure leaves no half database behind.
    fn make_database(&self, script: &[u8]) -> Result {
        let new = format!("{DATABASE}_new");
        let mut client = self.server.connect("postgres")?;
        client.batch_execute(&format!("drop database if exists {new}"))?;
        self.server.create_database(&new)?;
        self.server.install_extension(&new)?;
        client.batch_execute(&format!("alter database {new} rename to {DATABASE}"))?;
        let copy = self.server.folder().join(SCRIPT);
        fs::write(&copy, script).map_err(|came| Error::path("writing", &copy, &came))
    }

    /// The script that `create extension` would run now.
    fn installed_script(&self) -> Result<Vec<u8>> {
        let script = format!("pg_share--{}.sql", env!("CARGO_PKG_VERSION"));
        let path: PathBuf = self
            .server
            .place()
            .installation()
            .extension()?
            .1
            .join(script);
        fs::read(&path).map_err(|came| Error::path("reading", &path, &came))
    }

    /// Stops it, keeping its data, and returns whether it ran.
    pub fn stop(&self) -> Result<bool> {
        let running = self.server.data().exists() && self.server.running()?;
        if running {
            self.server.stop("fast")?;
        }
        Ok(running)
    }

    /// Stops it and removes its data.
    pub fn remove(&self) -> Result {
        self.stop()?;
        let folder = self.server.folder();
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(|came| Error::path("removing", folder, &came))?;
        }
        Ok(())
    }
}
