//! Signature Version 4: the key of a day and what all signatures of one second start with.
//!
//! Source: "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)" of the S3 API reference, and
//! "V4 signing process" of the Cloud Storage documentation.

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::error::ShareError;
use crate::hex;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::percent;
use crate::utc::{DAY, Utc};

/// Holds the words in which vendors differ.
#[derive(Debug)]
pub(crate) struct Dialect {
    /// Names the algorithm and starts the string to sign.
    pub(crate) algorithm: &'static str,
    /// Starts the names of parameters.
    pub(crate) prefix: &'static str,
    key_prefix: &'static str,
    service: &'static str,
    terminator: &'static str,
}

/// What Amazon and all who follow it say.
pub(crate) static AMZ: Dialect = Dialect {
    algorithm: "AWS4-HMAC-SHA256",
    prefix: "X-Amz-",
    key_prefix: "AWS4",
    service: "s3",
    terminator: "aws4_request",
};

/// What Google says beside that.
pub(crate) static GOOG: Dialect = Dialect {
    algorithm: "GOOG4-HMAC-SHA256",
    prefix: "X-Goog-",
    key_prefix: "GOOG4",
    service: "storage",
    terminator: "goog4_request",
};

/// Holds a secret and where its signatures count.
pub(crate) struct Credentials {
    root: Mac,
    dialect: &'static Dialect,
    region: String,
    access_key_id: String,
}

/// Holds what is the same for all signatures of one second.
pub(crate) struct Moment {
    date: i64,
    day_key: Mac,
    started: Mac,
    start: String,
    query: String,
}

impl Credentials {
    /// # Errors
    /// None in practice; see [`Mac::new`].
    pub(crate) fn new(
        key: &SigningKey,
        dialect: &'static Dialect,
        region: &str,
        access_key_id: &str,
    ) -> Result<Self, ShareError> {
        let root = Zeroizing::new([dialect.key_prefix.as_bytes(), key.secret()].concat());
        Ok(Self {
            root: Mac::new(&root)?,
            dialect,
            region: region.to_owned(),
            access_key_id: access_key_id.to_owned(),
        })
    }

    /// Gives a moment to start from, which [`Self::move_to`] brings to the time of a signature.
    ///
    /// # Errors
    /// None in practice; see [`Mac::new`].
    pub(crate) fn first_moment(&self) -> Result<Moment, ShareError> {
        let epoch = Utc::new(0)?;
        Ok(self.moment(0, epoch, self.day_key(epoch)?))
    }

    /// Brings a moment to a time in Unix seconds; within a day it keeps its key.
    ///
    /// # Errors
    /// [`ShareError::InvalidExpiry`] for a time that cannot be named; the moment stays as it is then.
    pub(crate) fn move_to(&self, moment: &mut Moment, date: i64) -> Result<(), ShareError> {
        if moment.date == date {
            return Ok(());
        }
        let time = Utc::new(date)?;
        let day_key = if moment.date / DAY == date / DAY {
            moment.day_key.clone()
        } else {
            self.day_key(time)?
        };
        *moment = self.moment(date, time, day_key);
        Ok(())
    }

    fn moment(&self, date: i64, time: Utc, day_key: Mac) -> Moment {
        let Dialect {
            algorithm, prefix, ..
        } = self.dialect;
        let mut scope = String::with_capacity(64);
        time.push_day(&mut scope);
        for part in [&self.region, self.dialect.service, self.dialect.terminator] {
            scope.push('/');
            scope.push_str(part);
        }
        let mut start = format!("{algorithm}\n");
        time.push_basic(&mut start);
        start.push('\n');
        start.push_str(&scope);
        start.push('\n');
        let mut query = format!("?{prefix}Algorithm={algorithm}&{prefix}Credential=");
        percent::push_value(&self.access_key_id, &mut query);
        query.push_str("%2F");
        percent::push_value(&scope, &mut query);
        query.extend(["&", prefix, "Date="]);
        time.push_basic(&mut query);
        query.extend(["&", prefix, "Expires="]);
        Moment {
            date,
            started: day_key.after(start.as_bytes()),
            day_key,
            start,
            query,
        }
    }

    fn day_key(&self, time: Utc) -> Result<Mac, ShareError> {
        let mut day = String::with_capacity(8);
        time.push_day(&mut day);
        let mut key = Zeroizing::new(self.root.tag(day.as_bytes()));
        for part in [&self.region, self.dialect.service, self.dialect.terminator] {
            *key = Mac::new(&*key)?.tag(part.as_bytes());
        }
        Mac::new(&*key)
    }
}

impl Moment {
    /// Gives the query up to the value of the parameter `Expires`.
    pub(crate) fn query(&self) -> &str {
        &self.query
    }

    /// Gives the string to sign for a hashed canonical request.
    pub(crate) fn string_to_sign(&self, hash: &[u8; 64]) -> String {
        format!("{}{}", self.start, String::from_utf8_lossy(hash))
    }

    /// Gives the signature for a hashed canonical request.
    pub(crate) fn sign(&self, hash: &[u8; 64]) -> [u8; 64] {
        hex::digits(&self.started.tag(hash))
    }
}

/// Hashes a text that comes in pieces.
pub(crate) fn hash(pieces: &[&str]) -> [u8; 64] {
    let mut state = Sha256::new();
    for piece in pieces {
        state.update(piece);
    }
    hex::digits(&state.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::{AMZ, Credentials, GOOG, Moment, hash};
    use crate::algorithm::Algorithm;
    use crate::key::SigningKey;

    // 24 May 2013, 00:00:00 UTC.
    const DATE: i64 = 1_369_353_600;

    fn credentials() -> Credentials {
        let secret = b"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_vec();
        let key = SigningKey::new("k", Algorithm::Aws4HmacSha256, secret).unwrap();
        Credentials::new(&key, &AMZ, "us-east-1", "AKIAIOSFODNN7EXAMPLE").unwrap()
    }

    fn signed(credentials: &Credentials, moment: &mut Moment, date: i64) -> [u8; 64] {
        credentials.move_to(moment, date).unwrap();
        moment.sign(&hash(&["x"]))
    }

    #[test]
    fn the_key_of_a_day_ends_with_it() {
        let credentials = credentials();
        let mut kept = credentials.first_moment().unwrap();
        for date in [
            DATE,
            DATE - 1,
            DATE,
            DATE + 86_399,
            DATE + 86_400,
            DATE + 86_399,
            DATE,
            0,
            86_400,
        ] {
            assert_eq!(
                signed(&credentials, &mut kept, date),
                signed(&credentials, &mut credentials.first_moment().unwrap(), date),
                "{date}"
            );
        }
        assert_ne!(
            signed(&credentials, &mut kept, DATE),
            signed(&credentials, &mut kept, DATE - 1)
        );
    }

    #[test]
    fn a_time_without_a_name_leaves_the_moment_in_order() {
        let credentials = credentials();
        let mut moment = credentials.first_moment().unwrap();
        let good = signed(&credentials, &mut moment, DATE);
        assert!(credentials.move_to(&mut moment, -1).is_err());
        assert_eq!(moment.sign(&hash(&["x"])), good);
    }

    #[test]
    fn dialects_have_keys_of_their_own() {
        let key = SigningKey::new("k", Algorithm::Aws4HmacSha256, vec![b'x'; 40]).unwrap();
        let sign = |dialect| {
            let credentials = Credentials::new(&key, dialect, "auto", "id").unwrap();
            signed(&credentials, &mut credentials.first_moment().unwrap(), DATE)
        };
        assert_ne!(sign(&AMZ), sign(&GOOG));
    }

    #[test]
    fn pieces_hash_like_the_whole() {
        assert_eq!(hash(&["a", "", "bc"]), hash(&["abc"]));
        // FIPS 180-4, the example "abc".
        assert_eq!(
            &hash(&["abc"])[..],
            b"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
