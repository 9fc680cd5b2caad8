//! The edges that the film plays from: each a stock server that knows a key, and the delivery that says where it is.

use std::ops::Deref;
use std::path::Path;

use share_tests::{Nginx, Place, Result, S3, Service, TrafficServer};
use uuid::Uuid;

use crate::account::Account;
use crate::film;

const ACCESS_KEY: &str = "AKIAIOSFODNN7EXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
/// The name of the bucket.
const BUCKET: &str = "media";

/// A database and the servers that play its film.
pub(crate) struct Edge {
    pub(crate) account: Account,
    front: Front,
    // What the front asks, running until it is dropped.
    _origin: Option<Nginx>,
    _bucket: Option<S3>,
    /// A private share of the whole film.
    pub(crate) share: Uuid,
}

/// The server that checks or, before a bucket, hands on.
enum Front {
    Nginx(Nginx),
    TrafficServer(TrafficServer),
}

impl Deref for Front {
    type Target = Service;

    fn deref(&self) -> &Service {
        match self {
            Self::Nginx(server) => server,
            Self::TrafficServer(server) => server,
        }
    }
}

impl Edge {
    /// The documentation's nginx, which checks a token in the path.
    pub(crate) fn nginx() -> Result<Self> {
        let mut account = Account::new()?;
        let (kid, secret) = account.key("MD5")?;
        let media = media()?;
        let values = [("KEY", &*secret), ("MEDIA", &media), ("PAGES", &media)];
        let nginx = Nginx::start(include_str!("../demo/nginx.conf"), &values)?;
        account.deliver("nginx_secure_link", &nginx.base_url(), &kid)?;
        Self::of(account, Front::Nginx(nginx), None, None)
    }

    /// Apache Traffic Server, which checks the native token with the exported keys.
    pub(crate) fn traffic_server() -> Result<Self> {
        let mut account = Account::new()?;
        let (kid, _) = account.key("HS256")?;
        let keys: String = account
            .client
            .query_one("select share.signing_key_export($1, 'ats')", &[&kid])?
            .get(0);
        let origin = Nginx::start(include_str!("media.conf"), &[("MEDIA", &media()?)])?;
        let server = TrafficServer::start(
            include_str!("remap.config"),
            &[("ORIGIN", &origin.address().to_string())],
            &[("keys.json", &keys)],
        )?;
        account.deliver("uri_signing", &server.base_url(), &kid)?;
        let front = Front::TrafficServer(server);
        Self::of(account, front, Some(origin), None)
    }

    /// A bucket, to which nothing but a signed URL opens anything; its playlists are in the database.
    pub(crate) fn bucket() -> Result<Self> {
        let mut account = Account::new()?;
        let bucket = S3::start(ACCESS_KEY, SECRET)?;
        for piece in film::pieces()? {
            if Path::new(&piece.path).extension() == Some("m3u8".as_ref()) {
                let body = String::from_utf8_lossy(&piece.content);
                account.client.execute(
                    "select share.playlist_put($1, $2, $3)",
                    &[&account.film, &piece.path, &body],
                )?;
            } else {
                bucket.put(BUCKET, &piece.path, &piece.content)?;
            }
        }
        let front = Nginx::start(
            include_str!("bucket.conf"),
            &[("BUCKET", &bucket.address().to_string())],
        )?;
        account.client.execute(
            "select share.signing_key_import($1, 'AWS4-HMAC-SHA256', kid => $2)",
            &[&SECRET, &ACCESS_KEY],
        )?;
        account.deliver("s3", &format!("{}/{BUCKET}", front.base_url()), ACCESS_KEY)?;
        Self::of(account, Front::Nginx(front), None, Some(bucket))
    }

    fn of(
        mut account: Account,
        front: Front,
        origin: Option<Nginx>,
        bucket: Option<S3>,
    ) -> Result<Self> {
        let share = account.share()?;
        Ok(Self {
            account,
            front,
            _origin: origin,
            _bucket: bucket,
            share,
        })
    }

    /// The status and the path of each request to the bucket so far.
    pub(crate) fn asked(&self) -> Vec<(u16, String)> {
        let line = |line: &str| {
            let (status, path) = line.split_once(' ')?;
            Some((status.parse().ok()?, path.to_owned()))
        };
        self.front.log().lines().filter_map(line).collect()
    }
}

/// A folder with the film.
fn media() -> Result<String> {
    let folder = Place::get()?.folder_of_process("media")?;
    film::write(&folder)?;
    Ok(folder.display().to_string())
}
