//! Makes API keys and compares secrets with what is stored of them. For `share_owner` alone.
//! All is volatile, so that no plan holds a result.

use pgrx::iter::TableIterator;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::api_key::{ApiKey, RANDOM, secret_hash as hash_of, secret_matches as has_hash};

use crate::report::refused;

/// Makes an API key: what may be shown, the key, and the hash to store.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn api_key_generate() -> Result<
    TableIterator<
        'static,
        (
            name!(prefix, String),
            name!(api_key, String),
            name!(hash, Vec<u8>),
        ),
    >,
    ErrorReport,
> {
    let mut random = [0; RANDOM];
    getrandom::fill(&mut random).map_err(|_| {
        refused(
            PgSqlErrorCode::ERRCODE_SYSTEM_ERROR,
            "the system gave no random bytes",
        )
    })?;
    let key = ApiKey::from_random(&random);
    let hash = hash_of(&key.text).to_vec();
    Ok(TableIterator::once((key.prefix, key.text, hash)))
}

/// Gives the SHA-256 of a secret that has enough random bits of its own.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn secret_hash(secret: &str) -> Vec<u8> {
    hash_of(secret).to_vec()
}

/// Tells whether a secret has this hash, in a time that tells nothing of it; false for none.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn secret_matches(secret: Option<&str>, hash: Option<&[u8]>) -> bool {
    secret.is_some_and(|secret| has_hash(secret, hash))
}
