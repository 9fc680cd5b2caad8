//! The one reader of keys: each key is read once for a statement, as it stands now, and read anew by the next one.
//!
//! A cache that outlived the statement could keep a key that has been taken away: a snapshot may be older than the
//! message that the key has changed.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use pgrx::datum::TimestampWithTimeZone;
use share_core::{Algorithm, Refusal, SigningKey};

use crate::fresh_scan::{self, Key, Stamp};
use crate::timestamp::unix_micros;

/// How often a chain of replaced keys is followed: a snapshot that names an older key than that is hours old.
const MOST_ROTATIONS: usize = 64;

/// Holds a key with what decides whether it counts.
pub(crate) struct StoredKey {
    pub(crate) key: SigningKey,
    pub(crate) account_id: pgrx::Uuid,
    state: String,
    valid_from: i64,
    valid_until: Option<i64>,
    replaced_by: Option<String>,
}

impl StoredKey {
    fn counts_at(&self, micros: i64) -> bool {
        self.valid_from <= micros && self.valid_until.is_none_or(|until| micros < until)
    }
}

#[derive(Default)]
struct Read {
    stamp: Option<Stamp>,
    keys: HashMap<String, Option<Rc<StoredKey>>>,
}

thread_local! {
    static READ: RefCell<Read> = RefCell::default();
}

/// Gives a key as it stands now; none when there is no such key, or one that no algorithm could use.
pub(crate) fn find(kid: &str) -> Option<Rc<StoredKey>> {
    let now = Stamp::now();
    let known = READ.with_borrow_mut(|read| {
        if read.stamp != Some(now) {
            read.keys.clear();
            read.stamp = Some(now);
        }
        read.keys.get(kid).cloned()
    });
    known.unwrap_or_else(|| {
        let key = scan(kid).map(Rc::new);
        READ.with_borrow_mut(|read| read.keys.insert(kid.to_owned(), key.clone()));
        key
    })
}

fn scan(kid: &str) -> Option<StoredKey> {
    let by_kid = Key {
        index: c"signing_key_kid_key",
        column: c"kid",
        value: kid,
    };
    fresh_scan::first(c"signing_key", Some(&by_kid), |row| {
        let algorithm = Algorithm::parse(&row.get::<String>(c"algorithm")?).ok()?;
        let time = |column| row.get::<TimestampWithTimeZone>(column).map(unix_micros);
        Some(StoredKey {
            key: SigningKey::new(kid, algorithm, row.get(c"secret")?).ok()?,
            account_id: row.get(c"account_id")?,
            state: row.get(c"state")?,
            valid_from: time(c"valid_from")?,
            valid_until: time(c"valid_until"),
            replaced_by: row.get(c"replaced_by"),
        })
    })
    .flatten()
}

/// Gives the key that signs for a delivery at a time (Unix microseconds): the one it names or, when that was replaced
/// since the caller's snapshot, its successor. None when that does not count.
pub(crate) fn signing(kid: &str, micros: i64) -> Option<Rc<StoredKey>> {
    let mut key = find(kid)?;
    for _ in 0..MOST_ROTATIONS {
        match (key.state.as_str(), &key.replaced_by) {
            // From the moment it was put in use, which may lie after this statement's start.
            ("current", _) => {
                return key
                    .valid_until
                    .is_none_or(|until| micros < until)
                    .then_some(key);
            }
            ("previous" | "revoked", Some(successor)) => key = find(successor)?,
            _ => return None,
        }
    }
    None
}

/// Gives the key that a token names, if it still verifies at a time (Unix microseconds).
pub(crate) fn verifying(kid: &str, micros: i64) -> Result<Rc<StoredKey>, Refusal> {
    let key = find(kid).ok_or(Refusal::UnknownKey)?;
    match key.state.as_str() {
        "revoked" => Err(Refusal::KeyRevoked),
        "current" | "previous" if key.counts_at(micros) => Ok(key),
        _ => Err(Refusal::UnknownKey),
    }
}

/// Gives those of the keys that an edge must know: not revoked, and not over.
pub(crate) fn exportable(kids: Vec<String>) -> Vec<SigningKey> {
    let now = unix_micros(pgrx::datetime::statement_timestamp());
    kids.into_iter()
        .filter_map(|kid| find(&kid))
        .filter(|key| key.state != "revoked" && key.valid_until.is_none_or(|until| now < until))
        .map(|key| key.key.clone())
        .collect()
}
