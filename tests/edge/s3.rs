//! Presigned URLs at a server of buckets that checks AWS Signature Version 4.

use share_tests::{Result, S3};

use crate::formula::formula;
use crate::visit::Visit;

const ACCESS_KEY: &str = "AKIAIOSFODNN7EXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const KEYS: [&str; 3] = ["film/source", "film/a b ü+~&=.mp4", "film/stream/720p/0.ts"];

fn server() -> Result<S3> {
    let server = S3::start(ACCESS_KEY, SECRET)?;
    for key in KEYS {
        server.put("media", key, key)?;
    }
    Ok(server)
}

/// A URL that was signed some seconds ago for some seconds.
fn signed(server: &S3, key: &str, ago: i64, lifetime: i64) -> Result<String> {
    signed_by(server, SECRET, key, ago, lifetime)
}

fn signed_by(server: &S3, secret: &str, key: &str, ago: i64, lifetime: i64) -> Result<String> {
    formula(&[
        "s3",
        ACCESS_KEY,
        secret,
        &server.address().to_string(),
        &format!("/media/{key}"),
        &ago.to_string(),
        &lifetime.to_string(),
    ])
}

#[test]
fn a_presigned_url_opens_its_object() -> Result {
    let server = server()?;
    for key in KEYS {
        server.assert_opens(&signed(&server, key, 0, 300)?, key)?;
    }
    Ok(())
}

#[test]
fn what_was_not_signed_is_refused() -> Result {
    let server = server()?;
    let url = signed(&server, KEYS[0], 0, 300)?;
    server.assert_status(&url, 200)?;
    let start = url.find("Signature=").unwrap_or(0) + "Signature=".len();
    for at in start..url.len() {
        let other = if url.as_bytes()[at] == b'5' { '6' } else { '5' };
        server.assert_status(&format!("{}{other}{}", &url[..at], &url[at + 1..]), 403)?;
    }
    for (signed, changed) in [
        ("film/source", "film/stream/720p/0.ts"),
        ("Expires=300", "Expires=301"),
        ("us-east-1", "eu-west-1"),
        (ACCESS_KEY, "AKIAIOSFODNN7EXAMPLF"),
        (
            "X-Amz-Algorithm",
            "response-content-type=text%2Fhtml&X-Amz-Algorithm",
        ),
    ] {
        assert!(url.contains(signed), "{url}");
        server.assert_status(&url.replacen(signed, changed, 1), 403)?;
    }
    server.assert_status(&signed_by(&server, "another secret", KEYS[0], 0, 300)?, 403)?;
    let (path, _) = url.split_once('?').unwrap_or_default();
    server.assert_status(path, 403)
}

#[test]
fn an_ended_url_is_refused() -> Result {
    let server = server()?;
    server.assert_status(&signed(&server, KEYS[0], 299, 310)?, 200)?;
    server.assert_status(&signed(&server, KEYS[0], 301, 300)?, 403)
}
