//! A database with the film in it, and its shares.

use postgres::Client;
use share_tests::{Cluster, Database, Error, Result};
use uuid::Uuid;

use crate::film::{MASTER, SECONDS};

/// A database with an account and the film.
pub(crate) struct Account {
    pub(crate) database: Database<'static>,
    pub(crate) client: Client,
    id: Uuid,
    pub(crate) film: Uuid,
}

impl Account {
    /// With no delivery yet: an edge must know a key before it can tell where it listens.
    pub(crate) fn new() -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut client = database.connect()?;
        let id: Uuid = client
            .query_one("select id from share.account_create('Acme')", &[])?
            .get(0);
        let film: Uuid = client
            .query_one(
                "select id from share.file_create($1, '/film.mp4', 'video', duration_seconds => $2::float8::numeric, status => 'completed')",
                &[&id, &SECONDS],
            )?
            .get(0);
        client.execute(
            "select share.origin_put($1, 'stream', $2)",
            &[&film, &MASTER],
        )?;
        Ok(Self {
            database,
            client,
            id,
            film,
        })
    }

    /// A new key as its id and its secret.
    pub(crate) fn key(&mut self, algorithm: &str) -> Result<(String, String)> {
        let row = self.client.query_one(
            "select kid, secret from share.signing_key_create(algorithm => $1, reveal => true)",
            &[&algorithm],
        )?;
        Ok((row.get(0), row.get(1)))
    }

    /// Says that an edge serves the film.
    pub(crate) fn deliver(&mut self, scheme: &str, base_url: &str, kid: &str) -> Result {
        self.client.execute(
            "select share.delivery_create($1, 'edge', $2, $3, $4)",
            &[&self.id, &scheme, &base_url, &kid],
        )?;
        Ok(())
    }

    /// A private share of the whole film.
    pub(crate) fn share(&mut self) -> Result<Uuid> {
        Ok(self
            .client
            .query_one(
                "select id from share.share_create($1, visibility => 'private')",
                &[&self.film],
            )?
            .get(0))
    }

    /// A private share of a part of the film, in whole seconds.
    pub(crate) fn segment_share(&mut self, from: i32, to: i32) -> Result<Uuid> {
        Ok(self
            .client
            .query_one(
                "select s.id from share.segment_create($1, $2::int, $3::int) g, share.share_create($1, g.id, visibility => 'private') s",
                &[&self.film, &from, &to],
            )?
            .get(0))
    }

    /// The URL of a share's stream as SQL signs it.
    pub(crate) fn stream(&mut self, share: Uuid) -> Result<String> {
        let row = self
            .client
            .query_one("select stream_url from share.share_get($1)", &[&share])?;
        let url: Option<String> = row.get(0);
        url.ok_or_else(|| Error::new("the share has no stream"))
    }
}
