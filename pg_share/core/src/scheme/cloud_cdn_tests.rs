//! Tests of the scheme of Cloud CDN; what the URLs look like stands in the vectors.

use proptest::prelude::*;
use uuid::Uuid;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::output::Output;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::window::Window;

const EXP: i64 = 1_700_000_000;

fn key(kid: &str) -> SigningKey {
    SigningKey::new(kid, Algorithm::HmacSha1, b"sixteen-or-more!".to_vec()).unwrap()
}

fn request(path: &str, action: Action) -> UrlRequest<'_> {
    UrlRequest {
        expires_at: Some(EXP),
        ..UrlRequest::new(path, action, Uuid::nil(), 0)
    }
}

fn sign(options: &str, request: &UrlRequest<'_>) -> Result<Output, ShareError> {
    let profile = Profile::new("cloud_cdn", "https://cdn.example/m%20n", options)?;
    let mut out = Output::explaining();
    profile.signer(&key("k1"))?.write_url(request, &mut out)?;
    Ok(out)
}

fn prefix_of(text: &str) -> String {
    let (_, prefix) = text.split_once("URLPrefix=").unwrap();
    let end = prefix.find(['&', ':']).unwrap();
    let bytes = crate::base64url::decode(prefix[..end].trim_end_matches('=')).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_stream_covers_its_directory_and_nothing_beside_it() {
    let stream = request("a b/v1/master.m3u8", Action::Stream);
    let query = sign("{}", &stream).unwrap();
    let (bare, _) = query.url.split_once("?URLPrefix=").unwrap();
    assert_eq!(bare, "https://cdn.example/m%20n/a%20b/v1/master.m3u8");
    assert_eq!(
        prefix_of(&query.url),
        "https://cdn.example/m%20n/a%20b/v1/"
    );
    assert_eq!(query.cookie, "");
    let cookie = sign(r#"{"placement":"cookie"}"#, &stream).unwrap();
    assert_eq!(cookie.url, bare);
    assert!(cookie.cookie.starts_with("Cloud-CDN-Cookie=URLPrefix="));
    assert_eq!(prefix_of(&cookie.cookie), prefix_of(&query.url));
    assert!(sign("{}", &request("master.m3u8", Action::Stream)).is_err());
}

#[test]
fn downloads_and_previews_never_get_a_prefix_or_a_cookie() {
    for action in [Action::Download, Action::Preview] {
        for options in ["{}", r#"{"placement":"cookie"}"#] {
            let out = sign(options, &request("a/f.mp4", action)).unwrap();
            assert!(
                out.url
                    .starts_with("https://cdn.example/m%20n/a/f.mp4?Expires=1700000000&KeyName=k1&")
            );
            assert_eq!(out.cookie, "");
        }
    }
}

#[test]
fn the_key_name_is_the_option_or_the_key_id() {
    let out = sign(
        r#"{"key_name":"my_key"}"#,
        &request("a/f.mp4", Action::Download),
    );
    assert!(out.unwrap().url.contains("&KeyName=my_key&"));
    let long = "k".repeat(64);
    for (options, fits) in [("{}", false), (r#"{"key_name":"k"}"#, true)] {
        let profile = Profile::new("cloud_cdn", "https://h", options).unwrap();
        assert_eq!(profile.signer(&key(&long)).is_ok(), fits, "{options}");
    }
}

fn check(url: &str, options: &str) -> Result<(), ShareError> {
    let profile = Profile::new("cloud_cdn", url, options)?;
    profile.scheme().check(&profile)
}

#[test]
fn what_cloud_cdn_does_not_take_is_refused() {
    assert!(check("https://h/m", "{}").is_ok());
    for (url, options) in [
        ("https://h:8443/m", "{}"),
        ("https://h", r#"{"placement":"path"}"#),
        ("https://h", r#"{"key_name":"a b"}"#),
    ] {
        assert!(check(url, options).is_err(), "{url} {options}");
    }
    let address = UrlRequest {
        address: Some([127, 0, 0, 1].into()),
        ..request("a/b", Action::Stream)
    };
    let profile = Profile::new("cloud_cdn", "https://h", "{}").unwrap();
    assert!(profile.check_request(&address).is_err());
    let long = SigningKey::new("k1", Algorithm::HmacSha1, vec![7; 17]).unwrap();
    assert!(profile.signer(&long).is_err());
    for bad in [
        request("../a", Action::Download),
        UrlRequest {
            expires_at: None,
            ..request("a/b", Action::Stream)
        },
        UrlRequest {
            file_name: Some("a/b"),
            ..request("a/b", Action::Download)
        },
    ] {
        assert!(sign("{}", &bad).is_err(), "{bad:?}");
    }
}

#[test]
fn the_signed_text_is_shown_without_the_secret() {
    for options in ["{}", r#"{"placement":"cookie"}"#] {
        let out = sign(options, &request("v1/a.m3u8", Action::Stream)).unwrap();
        let [step] = out.steps() else {
            panic!("{:?}", out.steps());
        };
        assert!(step.value.starts_with("URLPrefix="), "{}", step.value);
        assert!(step.value.ends_with("KeyName=k1"), "{}", step.value);
    }
}

#[test]
fn a_window_is_a_fragment_that_is_not_signed() {
    let window = Some(Window::parse("2", "5").unwrap());
    let plain = request("v1/a.m3u8", Action::Stream);
    let shown = sign("{}", &UrlRequest { window, ..plain }).unwrap().url;
    assert_eq!(shown, sign("{}", &plain).unwrap().url + "#t=2,5");
}

proptest! {
    #[test]
    fn two_requests_never_share_a_signed_text(
        paths in ("\\PC{1,12}/\\PC{1,12}", "\\PC{1,12}/\\PC{1,12}"),
        ends in (1_i64..3_000, 1_i64..3_000),
        actions in (
            prop::sample::select(vec![Action::Stream, Action::Download]),
            prop::sample::select(vec![Action::Stream, Action::Download]),
        ),
    ) {
        let text = |path: &str, action, end| {
            let request = UrlRequest { expires_at: Some(end), ..request(path, action) };
            sign("{}", &request).ok().map(|out| out.steps()[0].value.clone())
        };
        let covered = |path: &str, action: Action| match action {
            Action::Stream => path.rsplit_once('/').unwrap().0.to_owned() + "/",
            _ => path.to_owned(),
        };
        let (one, other) = (
            text(&paths.0, actions.0, ends.0),
            text(&paths.1, actions.1, ends.1),
        );
        let same = (covered(&paths.0, actions.0), actions.0, ends.0)
            == (covered(&paths.1, actions.1), actions.1, ends.1);
        if one.is_some() {
            prop_assert_eq!(one == other, same);
        }
    }
}
