//! Secrets of signing keys: made, read, shown and exported. For `share_owner` alone; what comes out is guarded in SQL.
//! All is volatile, so that no plan holds a result.

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::key::{parse_secret, secret_from_random};
use share_core::key_export::export;
use share_core::{Algorithm, BaseUrl, Encoding, ExportFormat, ShareError, SigningKey};

use crate::report::{refused, report};
use crate::{random, signing_key};

/// Makes a secret for an algorithm from the operating system's randomness, such that it fits where the previous one did.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn secret_generate(
    algorithm: &str,
    previous_kid: default!(Option<&str>, "null"),
) -> Result<Vec<u8>, ErrorReport> {
    let algorithm = Algorithm::parse(algorithm).map_err(|error| report(&error))?;
    if !algorithm.is_made_here() {
        return Err(refused(
            PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
            "keys of this algorithm are given out by the service that checks them",
        )
        .set_detail(format!("algorithm: {algorithm}"))
        .set_hint("take its key over with share.signing_key_import() and name it in share.delivery_update()"));
    }
    let random = random::bytes()?;
    let previous = previous_kid.and_then(signing_key::find);
    let previous = previous.as_ref().map(|stored| &stored.key);
    Ok(secret_from_random(algorithm, &random, previous).to_vec())
}

/// Reads a secret that was given out elsewhere, in the usual encoding of its algorithm or another one.
#[pg_extern(schema = "share", volatile, parallel_safe)]
fn secret_parse(
    algorithm: &str,
    secret: &str,
    encoding: Option<&str>,
) -> Result<Vec<u8>, ErrorReport> {
    let parsed = || {
        let encoding = encoding.map(Encoding::parse).transpose()?;
        parse_secret(Algorithm::parse(algorithm)?, encoding, secret)
    };
    parsed()
        .map(|secret| secret.to_vec())
        .map_err(|error| report(&error))
}

/// Names the rule that an algorithm and the length of a secret break, if any.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn key_rule(algorithm: Option<&str>, secret_length: Option<i32>) -> Option<&'static str> {
    let Some(algorithm) = algorithm.and_then(|name| Algorithm::parse(name).ok()) else {
        return Some("signing_key_algorithm_check");
    };
    let length = secret_length.and_then(|length| usize::try_from(length).ok());
    match length.map(|length| algorithm.check_secret_length(length)) {
        Some(Ok(())) => None,
        _ => Some("signing_key_secret_check"),
    }
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
