//! Everything that the demo stands on: the cluster with the shares in it, the media, and nginx.

use std::path::{Path, PathBuf};

use share_tests::{Cluster, Error, Nginx, Place, Result};
use uuid::Uuid;

use crate::library::Library;
use crate::script::{self, Values};
use crate::shared::{self, Shared};
use crate::{media, pages};

/// The database, which a user of `psql` reads in the prompt.
const DATABASE: &str = "share";
/// The example of the documentation.
const SITE: &str = include_str!("../../demo/nginx.conf");

/// Servers and files of one run; dropping it stops and removes them.
pub(crate) struct Stage {
    // The server of what the database signs goes first.
    nginx: Nginx,
    cluster: Cluster,
    media: PathBuf,
    pages: PathBuf,
    shares: Values,
}

impl Stage {
    /// Starts both servers and makes the shares, printing the SQL as it runs.
    pub(crate) fn set() -> Result<Self> {
        let place = Place::get()?;
        let media = place.folder_of_process("media")?;
        media::copy(&media)?;
        let pages = place.folder_of_process("pages")?;
        pages::write_common(&pages)?;

        let cluster = Cluster::start(&[])?;
        cluster.create_database(DATABASE)?;
        println!("psql, in a new database of a private PostgreSQL:");
        let key = script::run(&cluster, DATABASE, &[])?;
        let values = [
            ("KEY", key.get("secret")?),
            ("MEDIA", &media.display().to_string()),
            ("PAGES", &pages.display().to_string()),
        ];
        let nginx = Nginx::start(SITE, &values)?;
        println!(
            "\nnginx serves the media at {} with tests/demo/nginx.conf and this key.",
            nginx.base_url()
        );
        let known = [("kid", key.get("kid")?), ("base_url", &nginx.base_url())];
        let shares = script::run(&cluster, DATABASE, &known)?;
        Ok(Self {
            nginx,
            cluster,
            media,
            pages,
            shares,
        })
    }

    /// Reads the public, the private, the segment's and the other film's share, printing the query.
    pub(crate) fn shared(&self) -> Result<[Shared; 4]> {
        // A new connection: the one of the script began before the database got its link base URL.
        let mut client = self.cluster.connect(DATABASE)?;
        println!(
            "\n-- What the rest stands on, for each share $1.\n{}",
            shared::QUERY
        );
        let mut read = |name| Shared::read(&mut client, name, self.shares.get(name)?);
        Ok([
            read("public")?,
            read("private")?,
            read("segment")?,
            read("other")?,
        ])
    }

    /// Reads what hangs on the film through the share of it and that of its segment.
    pub(crate) fn library(&self, share: &Shared, segment_share: &Shared) -> Result<Library> {
        let film = Uuid::parse_str(self.shares.get("film")?)
            .map_err(|came| Error::new(format!("film: {came}")))?;
        let mut client = self.cluster.connect(DATABASE)?;
        Library::read(&mut client, film, share.id, segment_share.id)
    }

    /// The folder that nginx serves.
    pub(crate) fn media(&self) -> &Path {
        &self.media
    }

    /// The folder of the example's pages.
    pub(crate) fn pages(&self) -> &Path {
        &self.pages
    }

    /// The URI of the demo's database.
    pub(crate) fn uri(&self) -> String {
        self.cluster.uri(DATABASE)
    }

    /// What nginx has complained about.
    pub(crate) fn complaints(&self) -> String {
        self.nginx.log()
    }
}
