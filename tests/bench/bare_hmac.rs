//! Bare HMAC-SHA-256 over messages of 120 bytes, as base64url: what every token is made of.

use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use share_tests::{Error, Result};

use crate::contender::{Entry, OURS};
use crate::duel;
use crate::lap::Lap;
use crate::outcome::Outcome;
use crate::series::Signer;
use crate::stage::Stage;
use crate::token;

pub(crate) const CASE: &str = "hmac";
const LENGTH: usize = 120;

/// Runs the case.
pub(crate) fn run(stage: &Stage<'_>) -> Result<Outcome> {
    let key: Hmac<Sha256> = Hmac::new_from_slice(token::SECRET.as_bytes())
        .map_err(|came| Error::new(came.to_string()))?;
    let message = |number: u32| format!("{number:0LENGTH$}");
    let tag = |message: &[u8]| {
        let mut mac = key.clone();
        mac.update(message);
        mac.finalize().into_bytes()
    };
    let expected = Base64UrlUnpadded::encode_string(&tag(message(1).as_bytes()));

    let row = format!("convert_to(lpad(number::text, {LENGTH}, '0'), 'utf8')");
    let in_sql = |name, signed, rows| {
        let signer = Signer {
            row: &row,
            signed: &token::fill(signed),
        };
        let found = signer.sample(stage, 1)?;
        if found != expected {
            return Err(Error::new(format!(
                "{name} does not do the same work: {found}"
            )));
        }
        signer.contender(stage, rows, 1)
    };
    let ours = in_sql(OURS, "share.sign_message({kid}, given)", 100_000)?;
    let pgcrypto = in_sql(
        "pgcrypto",
        "rtrim(translate(encode(hmac(given, {secret}, 'sha256'), 'base64'), '+/', '-_'), '=')",
        50_000,
    )?;

    let mut bytes = message(0).into_bytes();
    let key = key.clone();
    let rust_loop = Lap::new(100_000, move |number| {
        bytes[..4].copy_from_slice(&number.to_le_bytes());
        let mut mac = key.clone();
        mac.update(&bytes);
        let mut text = [0; 43];
        let tag = mac.finalize().into_bytes();
        let _ = std::hint::black_box(Base64UrlUnpadded::encode(&tag, &mut text));
    });
    let entries = vec![
        Entry::other("rust_loop", rust_loop),
        Entry::ours(OURS, ours, Vec::new()),
        Entry::other("pgcrypto", pgcrypto),
    ];
    Ok(Outcome {
        rows: duel::measure(CASE, entries)?,
        ..Outcome::default()
    })
}
