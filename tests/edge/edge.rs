//! A database with a delivery, a folder of media, and the servers that hand them out.

use std::fs;
use std::mem;
use std::path::PathBuf;

use postgres::Client;
use share_tests::{Cluster, Database, Error, Nginx, Place, Result};
use uuid::Uuid;

use crate::urls::Urls;

/// The example of the documentation.
pub(crate) const SITE: &str = include_str!("../demo/nginx.conf");
/// Where the delivery of nginx says it is; nginx's port changes when it gets another key.
pub(crate) const BASE: &str = "http://127.0.0.1";
/// The same key id in every database, so that the key of one is the wrong key of that id in another.
const KID: &str = "edge";
/// Serves the media to whoever asks: behind a server that checks, whose tokens it does not know.
const ORIGIN: &str = "server { listen 127.0.0.1:@PORT@; access_log off; root \"@MEDIA@\"; }";

/// What most deliveries serve.
pub(crate) const MEDIA: &[&str] = &["stream", "download", "preview"];

/// What a delivery is made of.
#[derive(Clone, Copy)]
pub(crate) struct Delivery {
    pub(crate) scheme: &'static str,
    pub(crate) algorithm: &'static str,
    /// How the 32 hex digits of a secret from elsewhere are read; without it SQL makes the secret.
    pub(crate) imported: Option<&'static str>,
    pub(crate) base_url: &'static str,
    pub(crate) uses: &'static [&'static str],
    pub(crate) options: &'static str,
}

impl Delivery {
    /// Makes or imports a key and gives its secret as text.
    fn key(&self, client: &mut Client, kid: &str) -> Result<String> {
        let row = match self.imported {
            None => client.query_one(
                "select secret from share.signing_key_create(kid => $1, algorithm => $2, reveal => true)",
                &[&kid, &self.algorithm],
            ),
            Some(encoding) => client.query_one(
                "with made as materialized (select replace(gen_random_uuid()::text, '-', '') as secret)
                select made.secret from made, share.signing_key_import(made.secret, $2, kid => $1, encoding => $3)",
                &[&kid, &self.algorithm, &encoding],
            ),
        }?;
        Ok(row.get(0))
    }
}

/// A database with an account, a key, a delivery, and a folder of media.
pub(crate) struct Edge {
    _database: Database<'static>,
    pub(crate) client: Client,
    pub(crate) account: Uuid,
    pub(crate) kid: String,
    pub(crate) secret: String,
    pub(crate) media: PathBuf,
}

impl Edge {
    /// With the delivery of the documentation's nginx.
    pub(crate) fn new() -> Result<Self> {
        Self::of("nginx_secure_link", "MD5", BASE)
    }

    /// With a delivery of any scheme, which serves everything.
    pub(crate) fn of(
        scheme: &'static str,
        algorithm: &'static str,
        base_url: &'static str,
    ) -> Result<Self> {
        Self::with(&Delivery {
            scheme,
            algorithm,
            imported: None,
            base_url,
            uses: MEDIA,
            options: "{}",
        })
    }

    pub(crate) fn with(delivery: &Delivery) -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut client = database.connect()?;
        let secret = delivery.key(&mut client, KID)?;
        let account = client.query_one("select id from share.account_create('Acme')", &[])?;
        let account: Uuid = account.get(0);
        let Delivery {
            scheme,
            base_url,
            uses,
            options,
            ..
        } = delivery;
        client.execute(
            "select share.delivery_create($1, 'edge', $2, $3, $4, $5, $6::text::jsonb)",
            &[&account, scheme, base_url, &KID, uses, options],
        )?;
        Ok(Self {
            _database: database,
            client,
            account,
            kid: KID.to_owned(),
            secret,
            media: Place::get()?.folder_of_process("edge")?,
        })
    }

    /// Revokes the key; the delivery has none from then on.
    pub(crate) fn revoke(&mut self) -> Result {
        self.client
            .execute("select share.signing_key_revoke($1)", &[&self.kid])?;
        Ok(())
    }

    /// Gives the delivery another key.
    pub(crate) fn renew(&mut self, delivery: &Delivery) -> Result {
        self.kid = format!("{}2", self.kid);
        self.secret = delivery.key(&mut self.client, &self.kid)?;
        self.client.execute(
            "select share.delivery_update($1, 'edge', jsonb_build_object('kid', $2::text))",
            &[&self.account, &self.kid],
        )?;
        Ok(())
    }

    /// The file that a server reads keys from.
    pub(crate) fn export(&mut self, format: &str) -> Result<String> {
        let exported = self.client.query_one(
            "select share.signing_key_export($1, $2)",
            &[&self.kid, &format],
        )?;
        Ok(exported.get(0))
    }

    /// Replaces the key and returns the id of the previous one, which still counts.
    pub(crate) fn rotate(&mut self) -> Result<String> {
        let new: String = self
            .client
            .query_one("select kid from share.signing_key_rotate($1)", &[&self.kid])?
            .get(0);
        Ok(mem::replace(&mut self.kid, new))
    }

    /// An nginx that serves the media without a check.
    pub(crate) fn origin(&self) -> Result<Nginx> {
        self.nginx_with(ORIGIN, &[])
    }

    pub(crate) fn nginx(&self) -> Result<Nginx> {
        self.nginx_with(SITE, &[("KEY", &self.secret)])
    }

    pub(crate) fn nginx_with(&self, site: &str, keys: &[(&str, &str)]) -> Result<Nginx> {
        let media = self.media.display().to_string();
        let mut values = vec![("MEDIA", media.as_str()), ("PAGES", media.as_str())];
        values.extend(keys);
        Nginx::start(site, &values)
    }

    /// Stores an object whose content is its own path, so that every answer tells what was opened.
    pub(crate) fn store(&self, path: &str) -> Result {
        let file = self.media.join(path);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        Ok(fs::write(file, path)?)
    }

    /// A file on the drive with a stream, a source and a thumbnail below a directory, all stored.
    pub(crate) fn file(&mut self, name: &str, directory: &str) -> Result<Uuid> {
        let file: Uuid = self
            .client
            .query_one(
                "select id from share.file_create($1, '/' || $2, 'video', duration_seconds => 8, status => 'completed')",
                &[&self.account, &name],
            )?
            .get(0);
        for (kind, path) in [
            ("stream", format!("{directory}/stream/master.m3u8")),
            ("source", format!("{directory}/source")),
            ("thumbnail", format!("{directory}/poster.jpg")),
        ] {
            self.store(&path)?;
            self.client.execute(
                "select share.origin_put($1, $2, $3)",
                &[&file, &kind, &path],
            )?;
        }
        Ok(file)
    }

    /// Moves an object of the one file that has such.
    pub(crate) fn origin_put(&mut self, kind: &str, path: &str) -> Result {
        self.client.execute(
            "select share.origin_put(f.file_id, $1, $2) from share.file f",
            &[&kind, &path],
        )?;
        Ok(())
    }

    pub(crate) fn share(&mut self, file: Uuid, visibility: &str) -> Result<Uuid> {
        Ok(self
            .client
            .query_one(
                "select id from share.share_create($1, visibility => $2::text::share.visibility)",
                &[&file, &visibility],
            )?
            .get(0))
    }

    /// The share of second 2 to 5, with a source of its own.
    pub(crate) fn segment_share(&mut self, file: Uuid, source: &str) -> Result<Uuid> {
        self.store(source)?;
        Ok(self
            .client
            .query_one(
                "with made as materialized (select id from share.segment_create($1, 2, 5)),
                    put as materialized (select p.id from made m, share.origin_put($1, 'source', $2, m.id) p)
                select s.id from put, made m, share.share_create($1, m.id) s",
                &[&file, &source],
            )?
            .get(0))
    }

    /// The URLs of a share as they are signed, so many days ago.
    pub(crate) fn signed_before(&mut self, share: Uuid, days: i32) -> Result<Urls> {
        let row = self.client.query_one(
            "select (share.share_sign_stream($1, at => t.at)).url, (share.share_sign_download($1, at => t.at)).url,
                (share.share_sign_preview($1, at => t.at)).url
            from (select now() - make_interval(days => $2) as at) t",
            &[&share, &days],
        )?;
        let url = |column| -> Result<String> {
            let url: Option<String> = row.get(column);
            url.ok_or_else(|| Error::new("the share has no such URL"))
        };
        Ok(Urls {
            stream: url(0)?,
            download: url(1)?,
            preview: url(2)?,
        })
    }

    pub(crate) fn signed(&mut self, share: Uuid) -> Result<Urls> {
        self.signed_before(share, 0)
    }

    /// The URLs of a share at an nginx, signed so many days ago.
    pub(crate) fn urls_of_before(&mut self, nginx: &Nginx, share: Uuid, days: i32) -> Result<Urls> {
        let signed = self.signed_before(share, days)?;
        let there = |url: String| url.replacen(BASE, &nginx.base_url(), 1);
        Ok(Urls {
            stream: there(signed.stream),
            download: there(signed.download),
            preview: there(signed.preview),
        })
    }

    pub(crate) fn urls(&mut self, nginx: &Nginx, share: Uuid) -> Result<Urls> {
        self.urls_of_before(nginx, share, 0)
    }

    /// One film with a public, a private and a segment's share.
    pub(crate) fn film(&mut self) -> Result<[(Uuid, &'static str); 3]> {
        let film = self.file("film.mp4", "film")?;
        Ok([
            (self.share(film, "public")?, "film/source"),
            (self.share(film, "private")?, "film/source"),
            (self.segment_share(film, "film/cut")?, "film/cut"),
        ])
    }
}
