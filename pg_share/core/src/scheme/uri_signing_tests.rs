//! Tests of the native scheme.

use proptest::prelude::*;
use uuid::Uuid;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::output::Output;
use crate::presented::Presented;
use crate::profile::Profile;
use crate::refusal::Refusal;
use crate::request::UrlRequest;
use crate::window::Window;

const EXP: i64 = 1_700_000_000;

fn key() -> SigningKey {
    SigningKey::new("k1", Algorithm::Hs256, vec![7; 32]).unwrap()
}

fn profile(options: &str) -> Profile {
    Profile::parse(&format!(
        r#"{{"scheme":"uri_signing","base_url":"https://cdn.example/m","kid":"k1","options":{options}}}"#
    ))
    .unwrap()
}

fn request(path: &str, action: Action) -> UrlRequest<'_> {
    UrlRequest {
        expires_at: Some(EXP),
        ..UrlRequest::new(path, action, Uuid::from_u128(1), 2)
    }
}

fn signed(request: &UrlRequest<'_>) -> Result<String, ShareError> {
    let mut out = Output::new();
    profile("{}").signer(&key())?.write_url(request, &mut out)?;
    Ok(out.url)
}

fn payload(url: &str) -> String {
    let part = url.split('.').find(|part| part.starts_with("eyJpc3Mi"));
    let part = part.unwrap();
    String::from_utf8(crate::base64url::decode(part).unwrap()).unwrap()
}

#[test]
fn a_stream_is_signed_behind_its_directory() {
    let url = signed(&request("a b/v1/master.m3u8", Action::Stream)).unwrap();
    assert!(
        url.starts_with("https://cdn.example/m/a%20b/v1;URISigningPackage=eyJ"),
        "{url}"
    );
    assert!(url.ends_with("/master.m3u8"), "{url}");
    assert_eq!(
        payload(&url),
        r#"{"iss":"pg_share","exp":1700000000,"cdniuc":"regex:https://cdn[.]example/m/a(%20| )b/v1/([^%?]|%[^2%?]|%2[^Ff%?])*([?].*)?$","sh":"00000000-0000-0000-0000-000000000001","ep":2,"a":"s"}"#
    );
}

#[test]
fn a_download_is_signed_as_a_whole() {
    let url = signed(&request("a/f.mp4", Action::Download)).unwrap();
    assert!(
        url.starts_with("https://cdn.example/m/a/f.mp4;URISigningPackage=eyJ"),
        "{url}"
    );
    assert!(payload(&url).contains(r#""cdniuc":"regex:https://cdn[.]example/m/a/f[.]mp4$","#));
    assert!(payload(&url).contains(r#""a":"d""#));
}

#[test]
fn children_keep_the_token() {
    let url = signed(&request("v1/master.m3u8", Action::Stream)).unwrap();
    let stem = url.strip_suffix("master.m3u8").unwrap();
    for child in ["720p/index.m3u8", "720p/1.ts?_HLS_part=2", ""] {
        let verified = profile("{}").verify_url(&key(), &format!("{stem}{child}"), EXP - 1);
        assert_eq!(verified.unwrap().action, Action::Stream);
    }
    for child in ["../v2/master.m3u8", "%2e%2e/v2/a"] {
        let verified = profile("{}").verify_url(&key(), &format!("{stem}{child}"), EXP - 1);
        assert_eq!(verified, Err(Refusal::OutOfScope));
    }
}

#[test]
fn windows_visits_and_recipients_are_claims() {
    let url = signed(&UrlRequest {
        window: Some(Window::parse("2", "5.5").unwrap()),
        visit: Some("v1"),
        recipient: Some("r1"),
        ..request("v1/master.m3u8", Action::Stream)
    })
    .unwrap();
    let verified = profile("{}").verify_url(&key(), &url, EXP - 1).unwrap();
    assert_eq!(verified.window, Some(Window::parse("2", "5.5").unwrap()));
    assert_eq!(verified.visit.as_deref(), Some("v1"));
    assert_eq!(verified.recipient.as_deref(), Some("r1"));
    assert!(!url.contains('#'));
}

#[test]
fn options_name_parameter_and_issuer() {
    let profile = profile(r#"{"token_name":"t","issuer":"me"}"#);
    let mut out = Output::new();
    let signer = profile.signer(&key()).unwrap();
    signer
        .write_url(&request("a.jpg", Action::Preview), &mut out)
        .unwrap();
    let url = out.url;
    assert!(url.starts_with("https://cdn.example/m/a.jpg;t=eyJ"));
    assert!(payload(&url).starts_with(r#"{"iss":"me","#));
}

fn signed_with(options: &str, request: &UrlRequest<'_>) -> (String, String) {
    let mut out = Output::new();
    let signer = profile(options).signer(&key()).unwrap();
    signer.write_url(request, &mut out).unwrap();
    (out.url, out.cookie)
}

#[test]
fn a_token_in_the_query_covers_the_same() {
    let options = r#"{"placement":"query","token_name":"t"}"#;
    for (path, action, child) in [
        ("a b/v1/master.m3u8", Action::Stream, "720p/1.ts"),
        ("a/f.mp4", Action::Download, "f.mp4"),
    ] {
        let (url, cookie) = signed_with(options, &request(path, action));
        let (bare, query) = url.split_once("?t=").unwrap();
        assert_eq!(bare, format!("https://cdn.example/m/{}", path.replace(' ', "%20")));
        assert_eq!(cookie, "");
        assert_eq!(payload(&url), payload(&signed(&request(path, action)).unwrap()));
        let (directory, _) = bare.rsplit_once('/').unwrap();
        for inside in [bare.to_owned(), format!("{directory}/{child}")] {
            let url = format!("{inside}?t={query}");
            let verified = profile(options).verify_url(&key(), &url, EXP - 1);
            assert_eq!(verified.unwrap().action, action);
        }
        let url = format!("{directory}x/{child}?t={query}");
        let verified = profile(options).verify_url(&key(), &url, EXP - 1);
        assert_eq!(verified, Err(Refusal::OutOfScope));
    }
}

#[test]
fn a_cookie_is_for_streams_alone() {
    let options = r#"{"placement":"cookie","token_name":"t"}"#;
    let (url, cookie) = signed_with(options, &request("v1/a.m3u8", Action::Stream));
    assert_eq!(url, "https://cdn.example/m/v1/a.m3u8");
    let verify = |url: String| profile(options).verify_url(&key(), &url, EXP - 1);
    assert!(cookie.starts_with("t=eyJ"), "{cookie}");
    assert_eq!(
        verify(format!("{url} {cookie}")).unwrap().action,
        Action::Stream
    );
    assert_eq!(verify(url), Err(Refusal::Malformed));
    for action in [Action::Download, Action::Preview] {
        let (url, cookie) = signed_with(options, &request("v1/a.jpg", action));
        assert_eq!(cookie, "");
        assert_eq!(verify(url).unwrap().action, action);
    }
}

#[test]
fn a_cookie_goes_with_the_folder_of_its_share() {
    let options = r#"{"placement":"cookie","epoch_in_path":true}"#;
    let (url, cookie) = signed_with(options, &request("a/b.m3u8", Action::Stream));
    let profile = profile(options);
    let verified = profile.verify_url(&key(), &format!("{url} {cookie}"), EXP - 1);
    assert_eq!(verified.unwrap().epoch, Some(2));
    let other = url.replace(".2/", ".3/");
    let verified = profile.verify_url(&key(), &format!("{other} {cookie}"), EXP - 1);
    assert_eq!(verified, Err(Refusal::OutOfScope));
}

#[test]
fn only_streams_ask_for_renewal() {
    for (options, claims) in [
        (
            r#"{"renewal":"cookie","renewal_seconds":900,"placement":"query"}"#,
            r#","cdniets":900,"cdnistt":1,"cdnistd":3}"#,
        ),
        (
            r#"{"renewal":"query","renewal_seconds":60,"placement":"query"}"#,
            r#","cdniets":60,"cdnistt":2}"#,
        ),
        (r#"{"renewal":"none"}"#, r#""a":"s"}"#),
    ] {
        let (url, _) = signed_with(options, &request("a b/v1/x.m3u8", Action::Stream));
        assert!(payload(&url).ends_with(claims), "{}", payload(&url));
        assert!(profile(options).verify_url(&key(), &url, EXP - 1).is_ok());
        let (url, _) = signed_with(options, &request("a/v1/x.mp4", Action::Download));
        assert!(payload(&url).ends_with(r#""a":"d"}"#));
    }
}

fn check(options: &str) -> Result<(), ShareError> {
    let profile = Profile::new("uri_signing", "https://h", options)?;
    profile.scheme().check(&profile)
}

#[test]
fn renewal_and_its_seconds_go_together() {
    for options in [
        "{}",
        r#"{"renewal":"none"}"#,
        r#"{"renewal":"cookie","renewal_seconds":10,"placement":"query"}"#,
        r#"{"renewal":"query","renewal_seconds":10,"placement":"cookie"}"#,
    ] {
        assert!(check(options).is_ok(), "{options}");
    }
    for (options, reason) in [
        (r#"{"renewal":"cookie","placement":"query"}"#, "together"),
        (r#"{"renewal_seconds":60}"#, "together"),
        (r#"{"renewal":"none","renewal_seconds":60}"#, "together"),
        (r#"{"renewal":"cookie","renewal_seconds":60}"#, "placement"),
    ] {
        let error = check(options).unwrap_err();
        assert!(error.detail().unwrap().contains(reason), "{options}");
    }
}

#[test]
fn the_steps_show_claims_and_signed_text_without_the_key() {
    let mut out = Output::explaining();
    let signer = profile("{}").signer(&key()).unwrap();
    signer
        .write_url(&request("v1/a.m3u8", Action::Stream), &mut out)
        .unwrap();
    let [claims, text] = out.steps() else {
        panic!("{:?}", out.steps());
    };
    assert_eq!(claims.value, payload(&out.url));
    assert_eq!(text.name, "string to sign");
    assert!(out.url.contains(&format!(";URISigningPackage={}.", text.value)));
}

#[test]
fn a_bad_request_is_refused() {
    let signer = profile("{}").signer(&key()).unwrap();
    let long = "é".repeat(512);
    let deep = format!("{}/a", "é".repeat(511));
    let mut out = Output::new();
    for request in [
        UrlRequest {
            expires_at: None,
            ..request("a/b", Action::Stream)
        },
        UrlRequest {
            expires_at: Some(0),
            ..request("a/b", Action::Stream)
        },
        UrlRequest {
            expires_at: Some(i64::MAX),
            ..request("a/b", Action::Stream)
        },
        UrlRequest {
            file_name: Some("a/b"),
            ..request("a/b", Action::Download)
        },
        UrlRequest {
            visit: Some(""),
            ..request("a/b", Action::Stream)
        },
        request("b", Action::Stream),
        request("../b", Action::Download),
        request(&long, Action::Download),
        request(&deep, Action::Stream),
    ] {
        assert!(signer.write_url(&request, &mut out).is_err(), "{request:?}");
    }
}

proptest! {
    #[test]
    fn what_is_signed_is_verified(
        path in "\\PC{1,20}(/\\PC{1,20}){1,3}",
        epoch: i32,
        action in prop::sample::select(Action::ALL.to_vec()),
    ) {
        let request = UrlRequest { epoch, ..request(&path, action) };
        if let Ok(url) = signed(&request) {
            let verified = Presented::parse(&url).unwrap().verify(&key(), EXP - 1).unwrap();
            prop_assert_eq!(verified.action, action);
            prop_assert_eq!(verified.epoch, Some(epoch));
        }
    }
}
