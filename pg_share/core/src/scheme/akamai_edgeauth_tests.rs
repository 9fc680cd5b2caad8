//! Tests of the scheme of Akamai; most of it is held by vectors of Akamai's own library.

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::request::UrlRequest;
use crate::signing_case::{Case, EXP, NOW, request};
use crate::window::Window;

fn case(base_url: &str, options: &str) -> Result<Case, ShareError> {
    Case::new("akamai_edgeauth", base_url, options, Algorithm::HmacSha256)
}

#[test]
fn a_stream_covers_its_directory_and_a_file_itself() {
    let case = case("https://h.example/m", "{}").unwrap();
    let text = |path, action| case.text(&request(path, action)).unwrap();
    assert_eq!(text("a b/v1/x.m3u8", Action::Stream), format!("exp={EXP}~acl=/m/a%20b/v1/*"));
    assert_eq!(text("a/f.mp4", Action::Download), format!("exp={EXP}~acl=/m/a/f.mp4"));
    assert_eq!(text("a/f.jpg", Action::Preview), format!("exp={EXP}~acl=/m/a/f.jpg"));
}

#[test]
fn a_cookie_carries_a_streams_token_and_never_a_files() {
    let case = case("https://h.example", r#"{"placement":"cookie","token_name":"t"}"#).unwrap();
    let stream = case
        .sign(&UrlRequest {
            window: Some(Window::parse("2", "5").unwrap()),
            ..request("a/x.m3u8", Action::Stream)
        })
        .unwrap();
    assert_eq!(stream.url, "https://h.example/a/x.m3u8#t=2,5");
    assert!(stream.cookie.starts_with(&format!("t=exp={EXP}~acl=/a/*~hmac=")), "{}", stream.cookie);
    let file = case.sign(&request("a/f.mp4", Action::Download)).unwrap();
    assert!(file.cookie.is_empty());
    assert!(
        file.url.starts_with(&format!("https://h.example/a/f.mp4?t=exp={EXP}~acl=/a/f.mp4~hmac=")),
        "{}",
        file.url
    );
}

#[test]
fn what_means_something_in_a_token_is_refused_in_paths() {
    for options in ["{}", r#"{"file_scope":"url"}"#] {
        let case = case("https://h.example", options).unwrap();
        for path in ["a/*.ts", "a/x?.ts", "a!/b/x.ts", "x~acl=/*/y.ts", "*/x.ts"] {
            for action in [Action::Stream, Action::Download] {
                assert!(
                    matches!(case.url(path, action), Err(ShareError::InvalidMediaPath { .. })),
                    "{path}"
                );
            }
        }
    }
    for base_url in ["https://h.example/*", "https://h.example/a!b", "https://h.example/~u", "https://h.example/%3F"] {
        assert!(
            matches!(case(base_url, "{}"), Err(ShareError::InvalidDelivery { .. })),
            "{base_url}"
        );
    }
}

#[test]
fn a_salt_and_a_url_are_signed_but_not_sent() {
    let case = case("https://h.example", r#"{"file_scope":"url","salt":"grain"}"#).unwrap();
    let out = case.sign(&request("a/f.mp4", Action::Download)).unwrap();
    assert_eq!(out.steps()[0].value, format!("exp={EXP}~url=/a/f.mp4~salt=grain"));
    assert!(!out.url.contains("grain") && !out.url.contains("url="), "{}", out.url);
}

#[test]
fn a_start_lies_before_the_end() {
    let case = case("https://h.example", r#"{"start":true}"#).unwrap();
    let text = case.text(&request("a/f.mp4", Action::Download)).unwrap();
    assert_eq!(text, format!("st={NOW}~exp={EXP}~acl=/a/f.mp4"));
    for signed_at in [EXP, 0, -1] {
        let request = UrlRequest {
            signed_at,
            ..request("a/f.mp4", Action::Download)
        };
        assert!(matches!(case.sign(&request), Err(ShareError::InvalidExpiry(_))));
    }
}

#[test]
fn another_address_gives_another_token() {
    let case = case("https://h.example", "{}").unwrap();
    let url = |address: &str| {
        case.sign(&UrlRequest {
            address: Some(address.parse().unwrap()),
            ..request("a/f.mp4", Action::Download)
        })
        .unwrap()
        .url
    };
    assert_ne!(url("1.2.3.4"), url("1.2.3.5"));
    assert_eq!(url("1.2.3.4"), url("::ffff:1.2.3.4"));
}

#[test]
fn a_key_longer_than_akamai_takes_is_no_delivery() {
    let with = |length| {
        Case::with_secret("akamai_edgeauth", "https://h", "{}", Algorithm::HmacSha256, &vec![1; length])
    };
    assert!(with(16).is_ok() && with(32).is_ok());
    assert!(with(33).is_err());
}
