//! Tests of the scheme of Cloudflare's rules.

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::request::UrlRequest;
use crate::signing_case::{Case, EXP, NOW, request};

fn case(options: &str) -> Result<Case, ShareError> {
    Case::new("cloudflare_hmac", "https://cdn.example", options, Algorithm::HmacSha256)
}

#[test]
fn the_time_of_issue_lies_a_ttl_before_the_end() {
    let case = case(r#"{"ttl":10800,"parameter":"v","flags":"s"}"#).unwrap();
    let out = case.sign(&request("a b/c.jpg", Action::Preview)).unwrap();
    let issued_at = EXP - 10_800;
    assert_eq!(out.steps()[0].value, format!("/a%20b/c.jpg{issued_at}"));
    assert_eq!(out.steps()[1].value, "3");
    let start = format!("https://cdn.example/a%20b/c.jpg?v={issued_at}-");
    let mac = out.url.strip_prefix(&start).unwrap();
    assert_eq!(mac.len(), 43);
    assert!(!mac.contains('%'));
}

#[test]
fn a_mac_without_flags_is_percent_encoded_base64() {
    let url = case("{}").unwrap().url("a.mp4", Action::Download).unwrap();
    assert!(url.ends_with("%3D"), "{url}");
    assert!(!url.rsplit_once('-').unwrap().1.contains(['+', '/', '=']));
}

#[test]
fn a_url_never_holds_longer_than_the_rule() {
    let case = case(r#"{"ttl":3600}"#).unwrap();
    assert!(case.url("a.ts", Action::Download).is_ok());
    let later = UrlRequest {
        expires_at: Some(NOW + 3601),
        ..request("a.ts", Action::Download)
    };
    assert!(matches!(case.sign(&later), Err(ShareError::InvalidExpiry(_))));
    for expires_at in [1_000_000_000, 253_402_300_799] {
        let far = UrlRequest {
            expires_at: Some(expires_at),
            signed_at: expires_at,
            ..request("a.ts", Action::Download)
        };
        assert!(matches!(case.sign(&far), Err(ShareError::InvalidExpiry(_))));
    }
}

#[test]
fn a_lifetime_above_the_rule_is_no_delivery() {
    for options in [
        r#"{"ttl":3600,"private_stream_ttl":3601}"#,
        r#"{"private_download_ttl":3600,"expiry_grid":60}"#,
    ] {
        assert!(case(options).is_err(), "{options}");
    }
    assert!(case(r#"{"private_download_ttl":3482,"expiry_grid":60}"#).is_ok());
}

#[test]
fn a_secret_that_a_rule_cannot_quote_is_refused() {
    for secret in [&b"0123456789abcde\""[..], b"0123456789abcde\\", b"0123456789abcde f"] {
        let case =
            Case::with_secret("cloudflare_hmac", "https://h", "{}", Algorithm::HmacSha256, secret);
        assert!(case.unwrap().url("a.ts", Action::Download).is_err());
    }
}
