//! Tests of the scheme of Azure Blob Storage; its known answers stand among the vectors.

use proptest::prelude::*;
use uuid::Uuid;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::delivery::check_delivery;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::output::Output;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::window::Window;

// 31 December 2029, 23:59:59 UTC.
const END: i64 = 1_893_455_999;
const BASE: &str = "https://account.blob.core.windows.net/media";
const SECRET: &[u8] = b"sixteen-characters";

fn key() -> SigningKey {
    SigningKey::new("k1", Algorithm::HmacSha256, SECRET.to_vec()).unwrap()
}

fn request(path: &str, action: Action) -> UrlRequest<'_> {
    UrlRequest {
        expires_at: Some(END),
        ..UrlRequest::new(path, action, Uuid::nil(), 0)
    }
}

fn output(options: &str, request: &UrlRequest<'_>) -> Result<Output, ShareError> {
    let mut out = Output::explaining();
    let profile = Profile::new("azure_sas", BASE, options)?;
    profile.signer(&key())?.write_url(request, &mut out)?;
    Ok(out)
}

fn signed(request: &UrlRequest<'_>) -> Result<String, ShareError> {
    output("{}", request).map(|out| out.url)
}

fn message(options: &str, request: &UrlRequest<'_>) -> String {
    output(options, request).unwrap().steps()[0].value.clone()
}

fn signature(url: &str) -> &str {
    let (_, signature) = url.split_once("&sig=").unwrap();
    signature
}

#[test]
fn the_string_to_sign_has_sixteen_unencoded_lines() {
    let full = UrlRequest {
        file_name: Some("a b"),
        content_type: Some("video/mp4"),
        address: Some("203.0.113.7".parse().unwrap()),
        ..request("ü/a b%20+.mp4", Action::Download)
    };
    let text = message("{}", &full);
    let lines: Vec<_> = text.split('\n').collect();
    assert_eq!(
        lines,
        [
            "r",
            "",
            "2029-12-31T23:59:59Z",
            "/blob/account/media/ü/a b%20+.mp4",
            "",
            "203.0.113.7",
            "https",
            "2022-11-02",
            "b",
            "",
            "",
            "",
            "attachment; filename=\"a b\"; filename*=UTF-8''a%20b",
            "",
            "",
            "video/mp4"
        ]
    );
}

#[test]
fn a_stream_opens_what_its_delivery_says() {
    let stream = request("films/x/720p.m3u8", Action::Stream);
    for (scope, resource, query) in [
        ("blob", "/films/x/720p.m3u8", "&sr=b&sp=r&"),
        ("directory", "/films/x", "&sr=d&sdd=2&sp=r&"),
        ("container", "", "&sr=c&sp=r&"),
    ] {
        let options = format!(r#"{{"stream_scope":"{scope}"}}"#);
        let line = format!("\n/blob/account/media{resource}\n");
        assert!(message(&options, &stream).contains(&line), "{scope}");
        let url = output(&options, &stream).unwrap().url;
        assert!(url.contains(query), "{url}");
    }
}

#[test]
fn a_wide_stream_changes_nothing_for_single_files() {
    for scope in ["directory", "container"] {
        let options = format!(r#"{{"stream_scope":"{scope}"}}"#);
        for action in [Action::Download, Action::Preview, Action::Upload] {
            let request = request("films/x/a", action);
            let url = output(&options, &request).unwrap().url;
            assert_eq!(url, signed(&request).unwrap());
            assert!(url.contains("&sr=b&"), "{url}");
        }
    }
}

#[test]
fn segments_are_not_answered_as_playlists() {
    let typed = UrlRequest {
        content_type: Some("application/vnd.apple.mpegurl"),
        ..request("x/720p.m3u8", Action::Stream)
    };
    let sets_type = |options| output(options, &typed).unwrap().url.contains("&rsct=");
    assert!(sets_type("{}"));
    assert!(!sets_type(r#"{"stream_scope":"directory"}"#));
    assert!(!sets_type(r#"{"stream_scope":"container"}"#));
}

#[test]
fn an_upload_may_create_and_write_alone() {
    let upload = UrlRequest {
        file_name: Some("n"),
        ..request("a", Action::Upload)
    };
    let url = signed(&upload).unwrap();
    assert!(url.contains("&sr=b&sp=cw&sig="), "{url}");
    // Its type cannot be bound, so that it is not promised.
    let typed = UrlRequest {
        content_type: Some("video/mp4"),
        ..upload
    };
    assert!(matches!(
        signed(&typed),
        Err(ShareError::Unsupported { .. })
    ));
}

#[test]
fn only_version_4_addresses_are_bound() {
    let bound = |address: &str| {
        signed(&UrlRequest {
            address: Some(address.parse().unwrap()),
            ..request("a", Action::Preview)
        })
    };
    assert!(bound("203.0.113.7").unwrap().contains("&sip=203.0.113.7&"));
    assert_eq!(bound("::ffff:203.0.113.7"), bound("203.0.113.7"));
    assert!(matches!(
        bound("2001:db8::1"),
        Err(ShareError::Unsupported { .. })
    ));
}

#[test]
fn each_part_of_a_request_changes_the_signature() {
    let plain = request("a/b.mp4", Action::Download);
    let requests = [
        plain,
        UrlRequest {
            action: Action::Upload,
            ..plain
        },
        UrlRequest {
            path: "a/b.mp5",
            ..plain
        },
        UrlRequest {
            file_name: Some("n"),
            ..plain
        },
        UrlRequest {
            file_name: Some("m"),
            ..plain
        },
        UrlRequest {
            content_type: Some("video/mp4"),
            ..plain
        },
        UrlRequest {
            expires_at: Some(END + 1),
            ..plain
        },
        UrlRequest {
            address: Some("203.0.113.7".parse().unwrap()),
            ..plain
        },
    ];
    let mut urls: Vec<_> = requests
        .iter()
        .map(|request| signed(request).unwrap())
        .collect();
    for options in [
        r#"{"version":"2025-11-05"}"#,
        r#"{"account":"other"}"#,
        r#"{"stream_scope":"directory"}"#,
    ] {
        let stream = request("a/b.mp4/c", Action::Stream);
        urls.push(output(options, &stream).unwrap().url);
    }
    for (at, url) in urls.iter().enumerate() {
        for other in &urls[..at] {
            assert_ne!(signature(url), signature(other), "{url}");
        }
    }
}

#[test]
fn what_does_not_go_together_is_refused() {
    let check = |base_url, options| {
        check_delivery("azure_sas", base_url, options, &[Action::Upload], Algorithm::HmacSha256, 64)
    };
    for (base_url, options) in [
        (BASE, "{}"),
        ("https://cdn.example/media", r#"{"account":"acc"}"#),
        ("http://127.0.0.1:10000/devstoreaccount1/media", "{}"),
    ] {
        assert!(check(base_url, options).is_ok(), "{base_url}");
    }
    for (base_url, options) in [
        ("https://cdn.example/media", "{}"),
        ("https://account.blob.core.windows.net", "{}"),
        (BASE, r#"{"account":"Account"}"#),
        (BASE, r#"{"version":"2019-12-12"}"#),
        (BASE, r#"{"stream_scope":"account"}"#),
    ] {
        assert!(check(base_url, options).is_err(), "{base_url} {options}");
    }
    let unchecked = Profile::new("azure_sas", "https://cdn.example/media", "{}").unwrap();
    assert!(unchecked.signer(&key()).is_err());
}

#[test]
fn the_protocol_is_that_of_the_base_url() {
    let profile = Profile::new("azure_sas", "http://127.0.0.1:1/acc/media", "{}").unwrap();
    let mut out = Output::explaining();
    let signer = profile.signer(&key()).unwrap();
    signer
        .write_url(&request("a", Action::Preview), &mut out)
        .unwrap();
    assert!(!out.url.contains("spr="), "{}", out.url);
    assert!(out.steps()[0].value.contains("\n/blob/acc/media/a\n\n\n\n2022-11-02\n"));
}

#[test]
fn an_explanation_shows_no_key_and_a_window_is_a_fragment() {
    let plain = request("a", Action::Preview);
    let url = signed(&UrlRequest {
        window: Some(Window::parse("2", "5").unwrap()),
        ..plain
    });
    assert_eq!(url.unwrap(), format!("{}#t=2,5", signed(&plain).unwrap()));
    assert!(!message("{}", &plain).contains(str::from_utf8(SECRET).unwrap()));
}

#[test]
fn a_bad_request_is_refused() {
    let directory = r#"{"stream_scope":"directory"}"#;
    for (options, request) in [
        (directory, request("a.m3u8", Action::Stream)),
        ("{}", request("a//b", Action::Stream)),
        ("{}", request("../b", Action::Preview)),
        ("{}", request("a\nb", Action::Preview)),
        (
            "{}",
            UrlRequest {
                file_name: Some("a\nb"),
                ..request("a", Action::Download)
            },
        ),
        (
            "{}",
            UrlRequest {
                content_type: Some("a/b\n"),
                ..request("a", Action::Download)
            },
        ),
        (
            "{}",
            UrlRequest {
                expires_at: None,
                ..request("a", Action::Preview)
            },
        ),
        (
            "{}",
            UrlRequest {
                expires_at: Some(i64::MAX),
                ..request("a", Action::Preview)
            },
        ),
    ] {
        assert!(output(options, &request).is_err(), "{request:?}");
    }
}

proptest! {
    #[test]
    fn different_requests_have_different_strings_to_sign(
        one in ("[ab/ ]{1,5}", prop::option::of("[ab; ]{1,3}"), prop::option::of("a/[ab; ]{1,3}"), 0..2_i64),
        other in ("[ab/ ]{1,5}", prop::option::of("[ab; ]{1,3}"), prop::option::of("a/[ab; ]{1,3}"), 0..2_i64),
        actions in prop::sample::select(vec![
            (Action::Stream, Action::Stream),
            (Action::Download, Action::Download),
            (Action::Stream, Action::Download),
            (Action::Download, Action::Upload),
        ]),
    ) {
        let text = |(path, name, kind, later): &(String, Option<String>, Option<String>, i64), action| {
            output(r#"{"stream_scope":"directory"}"#, &UrlRequest {
                file_name: name.as_deref(),
                content_type: kind.as_deref(),
                expires_at: Some(END + later),
                ..request(path, action)
            }).map(|out| out.steps()[0].value.clone())
        };
        if let (Ok(one_text), Ok(other_text)) = (text(&one, actions.0), text(&other, actions.1)) {
            let same = match actions {
                (Action::Download, Action::Download) => one == other,
                // One signature is for all of a directory, whatever else was asked for.
                (Action::Stream, Action::Stream) => {
                    let directory = |path: &str| path.rsplit_once('/').unwrap().0.to_owned();
                    directory(&one.0) == directory(&other.0) && one.3 == other.3
                }
                _ => false,
            };
            prop_assert_eq!(one_text == other_text, same);
        }
    }

    #[test]
    fn any_request_is_answered(path in ".{0,40}", name in ".{0,40}", kind in ".{0,40}", expires_at: i64) {
        let _ = signed(&UrlRequest {
            file_name: Some(&name),
            content_type: Some(&kind),
            expires_at: Some(expires_at),
            ..request(&path, Action::Download)
        });
    }
}
