//! Tests of the scheme of imgproxy.

use proptest::prelude::*;
use uuid::Uuid;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::output::Output;
use crate::profile::Profile;
use crate::request::UrlRequest;

const EXP: i64 = 1_700_000_000;
const KEY: &str = "000102030405060708090a0b0c0d0e0f";
const SALT: &str = "Ff00";

fn key(secret: &str) -> SigningKey {
    SigningKey::new("k1", Algorithm::HmacSha256, secret.as_bytes().to_vec()).unwrap()
}

fn request(path: &str) -> UrlRequest<'_> {
    UrlRequest {
        expires_at: Some(EXP),
        ..UrlRequest::new(path, Action::Preview, Uuid::nil(), 0)
    }
}

fn sign(options: &str, request: &UrlRequest<'_>) -> Result<Output, ShareError> {
    let profile = Profile::new("imgproxy", "https://img.example/p", options)?;
    let mut out = Output::explaining();
    profile
        .signer(&key(&format!("{KEY}:{SALT}")))?
        .write_url(request, &mut out)?;
    Ok(out)
}

fn signature(path: &str) -> String {
    let key: Vec<u8> = (0..16).collect();
    let mut message = vec![0xff, 0];
    message.extend_from_slice(path.as_bytes());
    let mut out = String::new();
    crate::base64url::encode_into(&Mac::new(&key).unwrap().tag(&message), &mut out);
    out
}

#[test]
fn everything_behind_the_signature_is_signed() {
    for (options, path) in [
        (
            "{}",
            format!("/rs:fit:0:0:0/exp:{EXP}/plain/local:///a%20b/%C3%BC%40.jpg"),
        ),
        (
            r#"{"resizing_type":"fill","width":640,"height":360,"enlarge":true,"gravity":"noea","quality":80,"format":"webp","expires":false,"source_prefix":"s3://bucket/"}"#,
            "/rs:fill:640:360:1/g:noea/q:80/plain/s3://bucket/a%20b/%C3%BC%40.jpg@webp".to_owned(),
        ),
        (
            r#"{"source_prefix":"https://o.example/","expires":true}"#,
            format!(
                "/rs:fit:0:0:0/exp:{EXP}/plain/https://o.example/a%2520b/%25C3%25BC%2540.jpg"
            ),
        ),
    ] {
        let out = sign(options, &request("a b/ü@.jpg")).unwrap();
        assert_eq!(
            out.url,
            format!("https://img.example/p/{}{path}", signature(&path)),
            "{options}"
        );
        assert_eq!(out.steps()[0].value, format!("<salt>{path}"));
    }
}

#[test]
fn a_source_in_base64_is_cut_into_segments() {
    for (path, end) in [
        ("abc", "bG9jYWw6Ly8vYWJj.png"),
        ("abcdef", "bG9jYWw6Ly8vYWJj/ZGVm.png"),
    ] {
        let options = r#"{"source_form":"base64","format":"png","expires":false}"#;
        let out = sign(options, &request(path)).unwrap();
        assert!(out.url.ends_with(&format!("/rs:fit:0:0:0/{end}")), "{}", out.url);
    }
}

#[test]
fn only_previews_are_served() {
    let profile = Profile::new("imgproxy", "https://h", "{}").unwrap();
    assert_eq!(profile.scheme().actions(), [Action::Preview]);
    for action in Action::ALL {
        let request = UrlRequest {
            action,
            ..request("a/b.jpg")
        };
        let served = action == Action::Preview;
        assert_eq!(profile.check_request(&request).is_ok(), served);
        assert_eq!(sign("{}", &request).is_ok(), served);
    }
}

#[test]
fn names_that_imgproxy_reads_otherwise_are_refused() {
    for path in ["a?b.jpg", "a#b.jpg", "a%41.jpg"] {
        assert!(matches!(
            sign("{}", &request(path)),
            Err(ShareError::InvalidMediaPath { .. })
        ));
        let web = r#"{"source_prefix":"http://o/"}"#;
        assert!(sign(web, &request(path)).is_ok());
    }
    for bad in [
        request("../a.jpg"),
        UrlRequest {
            expires_at: None,
            ..request("a.jpg")
        },
        UrlRequest {
            file_name: Some("a/b"),
            ..request("a.jpg")
        },
    ] {
        assert!(sign("{}", &bad).is_err(), "{bad:?}");
    }
}

#[test]
fn a_secret_is_a_key_and_a_salt() {
    let profile = Profile::new("imgproxy", "https://h", "{}").unwrap();
    let prepared = |secret: &str| profile.signer(&key(secret)).map(|_| ());
    assert!(prepared(&format!("{KEY}:00")).is_ok());
    assert!(prepared(&format!("{}:{}", KEY.repeat(4), KEY.repeat(4))).is_ok());
    for secret in [
        format!("{KEY}{KEY}"),
        format!("{KEY}00:"),
        format!("{KEY}:{KEY}:00"),
        format!("{}:{KEY}", &KEY[2..]),
        format!("{KEY}:0g0"),
        format!(":{KEY}{KEY}"),
    ] {
        let error = prepared(&secret).unwrap_err();
        assert!(!format!("{error:?}").contains(&KEY[2..]), "{error:?}");
    }
}

fn check(options: &str) -> Result<(), ShareError> {
    let profile = Profile::new("imgproxy", "https://h", options)?;
    profile.scheme().check(&profile)
}

#[test]
fn deliveries_that_imgproxy_would_not_find_are_refused() {
    assert!(check("{}").is_ok());
    for options in [
        r#"{"source_prefix":"s3://bucket"}"#,
        r#"{"source_prefix":"bucket/a/"}"#,
        r#"{"source_prefix":"https://user:secret@h/"}"#,
        r#"{"source_prefix":"http://h/?a=/"}"#,
        r#"{"gravity":"sm:1"}"#,
        r#"{"format":"png/raw:1"}"#,
        r#"{"quality":0}"#,
    ] {
        assert!(check(options).is_err(), "{options}");
    }
}

proptest! {
    #[test]
    fn two_paths_never_share_a_signed_text(
        paths in ("[a@./:]{1,20}", "[a@./:]{1,20}"),
        options in prop::sample::select(vec![
            "{}",
            r#"{"format":"png"}"#,
            r#"{"source_form":"base64","format":"png"}"#,
            r#"{"source_prefix":"http://h/"}"#,
        ]),
    ) {
        let text = |path: &str| sign(options, &request(path)).map(|out| out.steps()[0].value.clone());
        if let (Ok(one), Ok(other)) = (text(&paths.0), text(&paths.1)) {
            prop_assert_eq!(one == other, paths.0 == paths.1);
            let (_, source) = one.split_once("/exp:").unwrap();
            prop_assert!(source.matches('@').count() <= 1);
        }
    }
}
