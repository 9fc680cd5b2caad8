//! Tests of the scheme of Cloudflare Stream; whole URLs stand in the vectors.

use uuid::Uuid;

use crate::action::Action;
use crate::error::ShareError;
use crate::output::Output;
use crate::private_key::tests::{p256_key, rsa_key};
use crate::profile::Profile;
use crate::request::UrlRequest;

const EXP: i64 = 1_767_290_400;

fn request(path: &str, action: Action) -> UrlRequest<'_> {
    UrlRequest {
        expires_at: Some(EXP),
        ..UrlRequest::new(path, action, Uuid::nil(), 0)
    }
}

fn sign(request: &UrlRequest<'_>) -> Result<Output, ShareError> {
    let profile = Profile::new("cloudflare_stream", "https://c.example", "{}").unwrap();
    let mut out = Output::explaining();
    profile
        .signer(&rsa_key("k1"))
        .unwrap()
        .write_url(request, &mut out)?;
    Ok(out)
}

#[test]
fn the_token_stands_where_the_id_was() {
    let out = sign(&request("ab12/manifest/video.m3u8", Action::Stream)).unwrap();
    let [claims, input] = out.steps() else {
        panic!("{:?}", out.steps());
    };
    assert_eq!(
        claims.value,
        format!(r#"{{"sub":"ab12","kid":"k1","exp":{EXP}}}"#)
    );
    let (start, end) = ("https://c.example/", "/manifest/video.m3u8");
    let token = out.url.strip_prefix(start).unwrap().strip_suffix(end);
    assert!(token.unwrap().starts_with(&format!("{}.", input.value)));
    assert!(!out.url.contains("ab12"));
}

#[test]
fn only_downloads_are_downloadable() {
    let path = "ab12/downloads/default.mp4";
    let name = |file_name| {
        let request = UrlRequest {
            file_name: Some(file_name),
            ..request(path, Action::Download)
        };
        sign(&request).unwrap()
    };
    let out = name("My_Film-1.mp4");
    assert!(out.steps()[0].value.ends_with(r#","downloadable":true}"#));
    assert!(out.url.ends_with("/downloads/default.mp4?filename=My_Film-1"));
    for other in ["ü.mp4", "a b.mp4", "a.mov", ".mp4", &"a".repeat(121)] {
        assert!(name(other).url.ends_with("/downloads/default.mp4"), "{other}");
    }
    for (path, action) in [
        (path, Action::Stream),
        ("ab12/manifest/video.m3u8", Action::Download),
    ] {
        assert!(sign(&request(path, action)).is_err(), "{path}");
    }
}

#[test]
fn an_address_is_the_only_one_allowed() {
    for (address, range) in [
        ("192.0.2.7", "192.0.2.7/32"),
        ("2001:db8::1", "2001:db8::1/128"),
    ] {
        let bound = UrlRequest {
            address: Some(address.parse().unwrap()),
            ..request("ab12/manifest/video.m3u8", Action::Stream)
        };
        let out = sign(&bound).unwrap();
        assert!(out.steps()[0].value.ends_with(&format!(
            r#","accessRules":[{{"type":"ip.src","action":"allow","ip":["{range}"]}},{{"type":"any","action":"block"}}]}}"#
        )));
    }
}

#[test]
fn paths_that_name_no_video_are_refused() {
    for path in ["video.m3u8", "a\"b/manifest/video.m3u8", "a.b/x", "../x"] {
        assert!(sign(&request(path, Action::Stream)).is_err(), "{path}");
    }
    let profile = Profile::new("cloudflare_stream", "https://h", "{}").unwrap();
    for action in [Action::Preview, Action::Upload] {
        let request = request("ab12/thumbnails/thumbnail.jpg", action);
        assert!(sign(&request).is_err());
        assert!(profile.check_request(&request).is_err());
    }
}

fn check(options: &str) -> Result<(), ShareError> {
    let profile = Profile::new("cloudflare_stream", "https://h", options)?;
    profile.scheme().check(&profile)
}

#[test]
fn a_delivery_that_cloudflare_could_not_serve_is_refused() {
    assert!(check("{}").is_ok());
    let profile = Profile::new("cloudflare_stream", "https://h", "{}").unwrap();
    let other = p256_key("k1");
    assert!(profile.signer(&other).is_err());
    assert!(check(r#"{"epoch_in_path":true}"#).is_err());
}
