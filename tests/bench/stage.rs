//! The server on which everything in SQL is measured: a release build of the extension, without JIT and without
//! parallel workers, whose time would be missing in that of the backend.

use base64ct::{Base64UrlUnpadded, Encoding};
use share_tests::{Cluster, Database, Result};

use crate::backend::Backend;
use crate::token;

const SETTINGS: [(&str, &str); 4] = [
    ("jit", "off"),
    ("max_parallel_workers_per_gather", "0"),
    ("autovacuum", "off"),
    ("shared_buffers", "256MB"),
];

/// Starts the server.
pub(crate) fn cluster() -> Result<Cluster> {
    Cluster::start(&SETTINGS)
}

/// A database of its own for each case.
pub(crate) struct Stage<'cluster> {
    database: Database<'cluster>,
    cluster: &'cluster Cluster,
}

impl<'cluster> Stage<'cluster> {
    /// Makes a database with the extension, the key of the native token, and pgcrypto.
    pub(crate) fn set(cluster: &'cluster Cluster) -> Result<Self> {
        let stage = Self {
            database: cluster.database()?,
            cluster,
        };
        let mut client = stage.database.connect()?;
        client.batch_execute("create extension pgcrypto; create schema bench")?;
        let secret = Base64UrlUnpadded::encode_string(token::SECRET.as_bytes());
        client.query(
            "select share.signing_key_import($1, kid => $2)",
            &[&secret, &token::KID],
        )?;
        Ok(stage)
    }

    /// Another one on the same server.
    pub(crate) fn another(&self) -> Result<Self> {
        Self::set(self.cluster)
    }

    /// How a program reaches the database.
    pub(crate) fn uri(&self) -> String {
        self.database.uri()
    }

    /// A new session.
    pub(crate) fn backend(&self) -> Result<Backend> {
        Backend::of(self.database.connect()?)
    }

    /// Runs SQL that is only preparation.
    pub(crate) fn prepare(&self, sql: &str) -> Result {
        Ok(self.database.connect()?.batch_execute(sql)?)
    }
}
