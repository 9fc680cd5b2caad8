//! A database of one test, dropped with it.

use std::process::Command;

use postgres::Client;

use crate::{Cluster, Result};

/// A database that nobody else uses.
#[derive(Debug)]
pub struct Database<'cluster> {
    cluster: &'cluster Cluster,
    name: String,
}

impl<'cluster> Database<'cluster> {
    pub(crate) fn new(cluster: &'cluster Cluster, name: String) -> Self {
        Self { cluster, name }
    }

    /// The cluster that it lives in.
    #[must_use]
    pub fn cluster(&self) -> &'cluster Cluster {
        self.cluster
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Connects as the superuser.
    pub fn connect(&self) -> Result<Client> {
        self.cluster.connect(&self.name)
    }

    /// Connects as any role.
    pub fn connect_as(&self, user: &str) -> Result<Client> {
        self.cluster.connect_as(user, &self.name)
    }

    /// Its `postgresql://` URI for the superuser.
    #[must_use]
    pub fn uri(&self) -> String {
        self.cluster.uri(&self.name)
    }

    /// A client program of `PostgreSQL` that finds this database without further arguments.
    #[must_use]
    pub fn client(&self, program: &str) -> Command {
        self.cluster.client(program, &self.name)
    }

    /// Runs `psql` over a script, ending at the first error, and returns what it wrote.
    pub fn psql(&self, arguments: &[&str], script: &str) -> Result<String> {
        self.cluster.psql(&self.name, arguments, script)
    }
}

impl Drop for Database<'_> {
    fn drop(&mut self) {
        // The server may be gone by now, and its databases with it.
        if let Ok(mut client) = self.cluster.connect("postgres") {
            let _ = client.batch_execute(&format!(
                "drop database if exists {} with (force)",
                self.name
            ));
        }
    }
}
