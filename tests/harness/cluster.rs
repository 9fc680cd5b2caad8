//! A throw-away `PostgreSQL` cluster that is gone when its owner is.

use std::fs;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::{Database, Place, Result, Server};

/// The database that [`Cluster::database`] copies.
const TEMPLATE: &str = "share_template";
/// What a crash of the machine would lose is not wanted anyway.
const FAST: [(&str, &str); 4] = [
    ("fsync", "off"),
    ("full_page_writes", "off"),
    ("autovacuum_naptime", "1h"),
    ("max_connections", "200"),
];

/// A running server of this process; dropping it stops the server and removes its folder.
#[derive(Debug)]
pub struct Cluster {
    server: Server,
    template: OnceLock<Result>,
    databases: AtomicU32,
}

impl Cluster {
    /// Makes and starts a cluster of its own with further settings, for tests that change the server itself.
    pub fn start(settings: &[(&str, &str)]) -> Result<Self> {
        let cluster = Self::in_new_folder()?;
        cluster.initialize()?;
        cluster.configure(&FAST)?;
        cluster.configure(settings)?;
        cluster.server.start()?;
        Ok(cluster)
    }

    /// The same, and it listens on loopback with rules of `pg_hba.conf`.
    pub fn listening(settings: &[(&str, &str)], rules: &str) -> Result<Self> {
        let cluster = Self::in_new_folder()?;
        cluster.initialize()?;
        cluster.configure(&FAST)?;
        cluster.listen()?;
        cluster.configure(settings)?;
        cluster.set_rules(rules)?;
        cluster.server.start()?;
        Ok(cluster)
    }

    /// The one cluster that most tests of a process share, each with a [`Database`] of its own.
    pub fn shared() -> Result<&'static Self> {
        static SHARED: OnceLock<Result<Cluster>> = OnceLock::new();
        SHARED
            .get_or_init(|| Self::start(&[]))
            .as_ref()
            .map_err(Clone::clone)
    }

    /// A cluster that is neither made nor started yet.
    pub(crate) fn in_new_folder() -> Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let place = Place::get()?;
        let folder = place
            .of_process()?
            .join(NUMBER.fetch_add(1, Ordering::Relaxed).to_string());
        Ok(Self {
            server: Server::in_folder(place, folder),
            template: OnceLock::new(),
            databases: AtomicU32::new(0),
        })
    }

    /// A new database with the extension and its empty tables: a copy of a template, so it costs little.
    pub fn database(&self) -> Result<Database<'_>> {
        self.template.get_or_init(|| self.make_template()).clone()?;
        self.new_database(TEMPLATE)
    }

    /// A new database with nothing in it.
    pub fn empty_database(&self) -> Result<Database<'_>> {
        self.new_database("template0")
    }

    fn make_template(&self) -> Result {
        self.create_database(TEMPLATE)?;
        self.install_extension(TEMPLATE)?;
        // Nobody can be connected to it when it is copied.
        Ok(self.connect("postgres")?.batch_execute(&format!(
            "alter database {TEMPLATE} is_template true allow_connections false"
        ))?)
    }

    fn new_database(&self, template: &str) -> Result<Database<'_>> {
        let name = format!("share_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.connect("postgres")?
            .batch_execute(&format!("create database {name} template {template}"))?;
        Ok(Database::new(self, name))
    }

    /// A path in the cluster's folder, for a test's own files.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }
}

impl Deref for Cluster {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.server
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Both fail harmlessly where a test has stopped the server or never started it.
        let _ = self.server.stop("immediate");
        let _ = fs::remove_dir_all(self.server.folder());
    }
}
