//! Tests of the scheme of Mux; whole URLs stand in the vectors.

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

fn claims(path: &str, action: Action) -> Result<String, ShareError> {
    let profile = Profile::new("mux", "https://stream.mux.com", "{}").unwrap();
    let mut out = Output::explaining();
    profile
        .signer(&rsa_key("k1"))
        .unwrap()
        .write_url(&request(path, action), &mut out)?;
    let (_, token) = out.url.split_once("?token=").unwrap();
    assert_eq!(token.rsplit_once('.').unwrap().0, out.steps()[1].value);
    assert_eq!(out.steps()[1].name, "string to sign");
    Ok(out.steps()[0].value.clone())
}

#[test]
fn each_kind_of_image_has_its_own_audience() {
    for (path, action, audience) in [
        ("aB3.m3u8", Action::Stream, "v"),
        ("aB3/thumbnail.jpg", Action::Preview, "t"),
        ("aB3/animated.webp", Action::Preview, "g"),
        ("aB3/storyboard.vtt", Action::Preview, "s"),
    ] {
        assert_eq!(
            claims(path, action).unwrap(),
            format!(r#"{{"sub":"aB3","aud":"{audience}","exp":{EXP}}}"#)
        );
    }
}

#[test]
fn paths_that_name_no_playback_id_are_refused() {
    for (path, action) in [
        ("a/b.m3u8", Action::Stream),
        ("a.mp4", Action::Stream),
        (".m3u8", Action::Stream),
        ("a\",\"aud\":\"v.m3u8", Action::Stream),
        ("a.b.m3u8", Action::Stream),
        ("thumbnail.jpg", Action::Preview),
        ("a/b/thumbnail.jpg", Action::Preview),
        ("a/high.mp4", Action::Preview),
        ("a.m3u8", Action::Preview),
    ] {
        assert!(
            matches!(claims(path, action), Err(ShareError::InvalidMediaPath { .. })),
            "{path}"
        );
    }
}

#[test]
fn downloads_are_not_served() {
    let profile = Profile::new("mux", "https://h", "{}").unwrap();
    assert_eq!(profile.scheme().actions(), [Action::Stream, Action::Preview]);
    for action in [Action::Download, Action::Upload] {
        assert!(claims("a/high.mp4", action).is_err());
        assert!(profile.check_request(&request("a", action)).is_err());
    }
}

fn check(options: &str) -> Result<(), ShareError> {
    let profile = Profile::new("mux", "https://h", options)?;
    profile.scheme().check(&profile)
}

#[test]
fn a_delivery_that_mux_could_not_serve_is_refused() {
    assert!(check(r#"{"signing_key_id":"a_B-3"}"#).is_ok());
    let profile = Profile::new("mux", "https://h", "{}").unwrap();
    let other = p256_key("k1");
    assert!(profile.signer(&other).is_err());
    assert!(check(r#"{"epoch_in_path":true}"#).is_err());
    assert!(check(r#"{"signing_key_id":"a\"b"}"#).is_err());
}
