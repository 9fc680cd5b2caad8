//! What operators do in a day, key by key, and what the database says of it afterwards.

mod changing;
mod commenting;
mod describing;
mod ending_many;
mod file;
mod finding;
mod keys;
mod watching;

use postgres::Client;
use share_tests::{Cluster, Database, Error, Result};

use crate::scene::{self, Shown};

/// A database with shares and the program on its first screen.
struct Journey<'cluster> {
    shown: Shown,
    client: Client,
    database: Database<'cluster>,
}

impl Journey<'static> {
    /// Begins with so many shares, of which the newest is `film 001`.
    fn begin(shares: u32) -> Result<Self> {
        Self::begin_in(Cluster::shared()?, shares)
    }
}

impl<'cluster> Journey<'cluster> {
    /// The same in a cluster of its own.
    fn begin_in(cluster: &'cluster Cluster, shares: u32) -> Result<Self> {
        let database = cluster.database()?;
        let mut client = database.connect()?;
        scene::fill(&mut client, shares)?;
        client.batch_execute(&format!(
            "alter database {} set pg_share.link_base_url = 'https://app.example.com'",
            database.name()
        ))?;
        // From here on it has the setting.
        let client = database.connect()?;
        let shown = Shown::new(110, 34)?;
        shown.start(&database.uri())?;
        Ok(Self {
            shown,
            client,
            database,
        })
    }

    /// The one text that a query gives.
    fn text(&mut self, query: &str) -> Result<String> {
        let row = self.client.query_one(query, &[])?;
        row.get::<_, Option<String>>(0)
            .ok_or_else(|| Error::new(format!("{query} gives null")))
    }

    fn keys(&self, keys: &[&str]) -> Result {
        self.shown.tmux.keys(keys)
    }

    fn type_in(&self, text: &str) -> Result {
        self.shown.tmux.text(text)
    }

    fn see(&self, text: &str) -> Result<String> {
        self.shown.tmux.wait_for(text)
    }

    fn see_no(&self, text: &str) -> Result<String> {
        self.shown.tmux.wait_without(text)
    }

    /// Filters the list of shares.
    fn filter(&self, words: &str) -> Result {
        self.keys(&["/"])?;
        self.see("enter done")?;
        self.shown.tmux.paste(words)?;
        self.keys(&["Enter"])?;
        self.see_no("enter done").map(drop)
    }

    /// Opens the share `film 001`.
    fn open_first(&self) -> Result {
        self.shown.go("shares")?;
        self.see(">film 001")?;
        self.keys(&["Enter"])?;
        self.see("share · film 001").map(drop)
    }

    /// Answers a question with yes.
    fn agree(&self, words: &str) -> Result {
        self.see(words)?;
        self.see("any other key")?;
        self.keys(&["y"])?;
        self.see_no("any other key").map(drop)
    }
}
