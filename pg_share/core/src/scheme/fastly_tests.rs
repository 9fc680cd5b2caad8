//! Tests of the scheme of Fastly.

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::request::UrlRequest;
use crate::signing_case::{Case, EXP, request};
use crate::window::Window;

fn case(algorithm: Algorithm) -> Case {
    Case::new("fastly", "https://cdn.example/m%20n", "{}", algorithm).unwrap()
}

#[test]
fn path_and_expiry_are_signed_as_the_edge_sees_them() {
    let out = case(Algorithm::HmacSha1)
        .sign(&UrlRequest {
            window: Some(Window::parse("2", "5").unwrap()),
            ..request("a b/v.m3u8", Action::Stream)
        })
        .unwrap();
    assert_eq!(out.steps()[0].value, format!("/m%20n/a%20b/v.m3u8{EXP}"));
    let (url, rest) = out.url.split_once("?token=").unwrap();
    assert_eq!(url, "https://cdn.example/m%20n/a%20b/v.m3u8");
    let (expires, rest) = rest.split_once('_').unwrap();
    assert_eq!(expires, EXP.to_string());
    assert_eq!(rest.split_once('#').map(|(hex, window)| (hex.len(), window)), Some((40, "t=2,5")));
}

#[test]
fn the_algorithm_is_that_of_the_key() {
    let url = case(Algorithm::HmacSha256).url("a.mp4", Action::Download).unwrap();
    assert_eq!(url.split_once('_').unwrap().1.len(), 64);
}

#[test]
fn a_path_and_an_expiry_are_never_split_in_two_ways() {
    let case = case(Algorithm::HmacSha1);
    assert!(matches!(
        case.url("s/v1", Action::Download),
        Err(ShareError::InvalidMediaPath { .. })
    ));
    for expires_at in [999_999_999, 10_000_000_000] {
        let request = UrlRequest {
            expires_at: Some(expires_at),
            ..request("s/v.mp4", Action::Download)
        };
        assert!(matches!(case.sign(&request), Err(ShareError::InvalidExpiry(_))));
    }
}

#[test]
fn a_secret_that_vcl_would_cut_is_refused() {
    let secret = b"0123456789abcdef\0g";
    let case = Case::with_secret("fastly", "https://h", "{}", Algorithm::HmacSha1, secret).unwrap();
    assert!(matches!(
        case.url("a.ts", Action::Download),
        Err(ShareError::InvalidSecret(_))
    ));
}

#[test]
fn an_address_cannot_be_bound() {
    let request = UrlRequest {
        address: Some("1.2.3.4".parse().unwrap()),
        ..request("a.ts", Action::Download)
    };
    assert!(matches!(
        case(Algorithm::HmacSha1).sign(&request),
        Err(ShareError::Unsupported { .. })
    ));
}
