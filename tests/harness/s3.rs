//! A server of buckets that checks the signatures of requests: s3s-fs on a folder.

use std::fs;
use std::ops::Deref;

use crate::room::Room;
use crate::{Place, Result, Service};

/// Where the buckets lie in the server's folder.
const BUCKETS: &str = "buckets";

/// A running s3s-fs; dropping it stops it and removes its buckets.
#[derive(Debug)]
pub struct S3 {
    service: Service,
}

impl S3 {
    /// Starts it on a free port, without buckets, for one access key and its secret.
    pub fn start(access_key: &str, secret_key: &str) -> Result<Self> {
        let service = Service::start("s3s-fs", None, |room: &Room| {
            let buckets = room.make_folder(BUCKETS)?;
            let mut command = room.tool("s3s-fs")?;
            command
                .args(["--access-key", access_key, "--secret-key", secret_key])
                .args(["--host", "127.0.0.1", "--port"])
                .arg(room.address().port().to_string())
                .arg(buckets);
            Ok(command)
        })?;
        Ok(Self { service })
    }

    /// Stores an object, making its bucket if need be.
    pub fn put(&self, bucket: &str, key: &str, content: impl AsRef<[u8]>) -> Result {
        let (place, mut path) = (Place::get()?, self.folder().join(BUCKETS));
        let name = format!("{bucket}/{key}");
        let (folders, file) = name.rsplit_once('/').unwrap_or_default();
        // Each belongs to the server, which stores what others put there.
        for folder in folders.split('/') {
            path.push(folder);
            if !path.exists() {
                fs::create_dir(&path)?;
                place.give(&path)?;
            }
        }
        path.push(file);
        fs::write(&path, content)?;
        place.give(&path)
    }
}

impl Deref for S3 {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.service
    }
}
