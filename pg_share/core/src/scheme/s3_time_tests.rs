//! Tests of when the URLs of S3 start and end.

use super::LONGEST;
use super::tests::{AT, SECRET, key, profile, request, signed, signed_with};
use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::delivery::check_delivery;
use crate::error::ShareError;
use crate::output::Output;
use crate::request::UrlRequest;

#[test]
fn one_signer_crosses_midnight_in_both_directions() {
    let signer = profile("{}").signer(&key()).unwrap();
    for signed_at in [AT, AT + 1, AT, AT - 86_400, AT + 86_400, AT + 1] {
        let request = UrlRequest {
            signed_at,
            expires_at: Some(AT + 86_700),
            ..request("a", Action::Preview)
        };
        let mut out = Output::new();
        signer.write_url(&request, &mut out).unwrap();
        assert_eq!(out.url, signed(&request).unwrap());
        let day = if signed_at > AT { "2030" } else { "2029" };
        assert!(out.url.contains(&format!("Credential=AKID%2F{day}")));
        assert!(out.url.contains(&format!("X-Amz-Date={day}")));
    }
}

#[test]
fn lifetimes_beyond_a_week_or_before_the_start_are_refused() {
    for (signed_at, expires_at) in [
        (AT, AT + LONGEST + 1),
        (AT, AT),
        (AT, AT - 1),
        (AT, 1),
        (-1, 1),
        (i64::MIN, 1),
        (i64::MAX, AT),
    ] {
        let request = UrlRequest {
            signed_at,
            expires_at: Some(expires_at),
            ..request("a", Action::Preview)
        };
        let refused = signed_with("{}", &request);
        assert!(
            matches!(refused, Err(ShareError::InvalidExpiry(_))),
            "{signed_at} {expires_at}"
        );
    }
}

#[test]
fn a_delivery_names_no_lifetime_beyond_a_week() {
    let check = |options| {
        check_delivery(
            "s3",
            "https://h/b",
            options,
            &[Action::Stream],
            Algorithm::Aws4HmacSha256,
            SECRET.len(),
        )
    };
    assert!(check(r#"{"public_ttl":604800}"#).is_ok());
    assert!(check(r#"{"public_ttl":604800,"expiry_grid":2}"#).is_err());
    assert!(check(r#"{"private_stream_ttl":604801}"#).is_err());
}
