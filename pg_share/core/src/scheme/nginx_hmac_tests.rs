//! Tests of the scheme of nginx's HMAC module.

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base64url;
use crate::error::ShareError;
use crate::mac::Mac;
use crate::request::UrlRequest;
use crate::signing_case::{Case, EXP, NOW, SECRET, request};

fn case(options: &str) -> Case {
    Case::new("nginx_hmac", "https://cdn.example/m%20n", options, Algorithm::HmacSha256).unwrap()
}

fn token(text: &str) -> String {
    let mut out = String::new();
    base64url::encode_into(&Mac::new(SECRET.as_bytes()).unwrap().tag(text.as_bytes()), &mut out);
    out
}

#[test]
fn a_stream_is_signed_before_its_file() {
    let token = token(&format!("s|{NOW}|3600|/m n/a b/v1/"));
    assert_eq!(
        case("{}").url("a b/v1/master.m3u8", Action::Stream).unwrap(),
        format!("https://cdn.example/m%20n/a%20b/v1/{token}/{NOW}/3600/master.m3u8")
    );
}

#[test]
fn a_download_is_signed_with_its_name() {
    let named = UrlRequest {
        file_name: Some("ü|b.mp4"),
        ..request("a/f.mp4", Action::Download)
    };
    let token_named = token(&format!("d|{NOW}|3600|/m n/a/f.mp4|%C3%BC%7Cb.mp4"));
    assert_eq!(
        case("{}").sign(&named).unwrap().url,
        format!("https://cdn.example/m%20n/a/f.mp4?st={token_named}&ts={NOW}&e=3600&name=%C3%BC%7Cb.mp4")
    );
    let token = token(&format!("d|{NOW}|3600|/m n/a/f.mp4|"));
    assert_eq!(
        case("{}").url("a/f.mp4", Action::Preview).unwrap(),
        format!("https://cdn.example/m%20n/a/f.mp4?st={token}&ts={NOW}&e=3600")
    );
}

#[test]
fn a_lifetime_of_zero_would_never_end() {
    for (signed_at, expires_at) in [(EXP, EXP), (EXP + 1, EXP), (0, EXP), (-1, EXP)] {
        let request = UrlRequest {
            signed_at,
            expires_at: Some(expires_at),
            ..request("a/f.mp4", Action::Download)
        };
        assert!(
            matches!(case("{}").sign(&request), Err(ShareError::InvalidExpiry(_))),
            "{signed_at}"
        );
    }
}

#[test]
fn a_secret_that_breaks_a_configuration_is_refused() {
    for secret in ["0123456789abcde$", "0123456789abcde\"", "0123456789abcde f", "0123456789abcdeé"] {
        let case = Case::with_secret(
            "nginx_hmac",
            "https://h",
            "{}",
            Algorithm::HmacSha256,
            secret.as_bytes(),
        );
        assert!(matches!(
            case.unwrap().url("a/b", Action::Download),
            Err(ShareError::InvalidSecret(_))
        ));
    }
}
