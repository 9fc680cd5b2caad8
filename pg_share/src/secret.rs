//! Secrets of signing keys: made, read, shown and exported. For `share_owner` alone; what comes out is guarded in SQL.
//! All is volatile, so that no plan holds a result.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::key::{parse_secret, secret_from_random};
use share_core::key_export::export;
use share_core::{Algorithm, BaseUrl, ExportFormat, ShareError, SigningKey};

use crate::report::{refused, report};
use crate::signing_key;

/// Makes a secret for an algorithm from the operating system's randomness.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn secret_generate(algorithm: &str) -> Result<Vec<u8>, ErrorReport> {
    Algorithm::parse(algorithm).map_err(|error| report(&error))?;
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|_| {
        refused(
            PgSqlErrorCode::ERRCODE_SYSTEM_ERROR,
            "the system gave no random bytes",
        )
    })?;
    Ok(secret_from_random(&random).to_vec())
}

/// Reads a secret that was given out elsewhere: base64url for HS256, plain text for MD5.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn secret_parse(algorithm: &str, secret: &str) -> Result<Vec<u8>, ErrorReport> {
    Algorithm::parse(algorithm)
        .and_then(|algorithm| parse_secret(algorithm, secret))
        .map(|secret| secret.to_vec())
        .map_err(|error| report(&error))
}

/// Writes the secret of a key, as it stands now, in the form in which an edge learns it.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn secret_text(kid: &str) -> Option<String> {
    signing_key::find(kid).map(|stored| stored.key.secret_text().to_string())
}

/// Writes keys that still count, the first one as the one that signs, in a format that an edge reads.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn key_export(
    kids: Vec<String>,
    format: &str,
    issuer: &str,
    base_urls: Vec<String>,
) -> Result<String, ErrorReport> {
    let keys = signing_key::exportable(kids);
    write_export(&keys, format, issuer, base_urls).map_err(|error| report(&error))
}

fn write_export(
    keys: &[SigningKey],
    format: &str,
    issuer: &str,
    base_urls: Vec<String>,
) -> Result<String, ShareError> {
    let format = ExportFormat::parse(format)?;
    let base_urls = base_urls
        .into_iter()
        .map(|url| BaseUrl::parse(&url))
        .collect::<Result<Vec<_>, _>>()?;
    let keys = keys.iter().collect::<Vec<_>>();
    export(&keys, format, issuer, &base_urls).map(|text| text.to_string())
}
