//! Tests of the scheme of S3; its known answers stand among the vectors.

use proptest::prelude::*;
use sha2::{Digest as _, Sha256};
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

pub(super) const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
// 31 December 2029, 23:59:59 UTC.
pub(super) const AT: i64 = 1_893_455_999;

pub(super) fn key() -> SigningKey {
    let secret = SECRET.as_bytes().to_vec();
    SigningKey::new("AKID", Algorithm::Aws4HmacSha256, secret).unwrap()
}

pub(super) fn profile(options: &str) -> Profile {
    Profile::new("s3", "https://s3.example:9000/media", options).unwrap()
}

pub(super) fn request(path: &str, action: Action) -> UrlRequest<'_> {
    UrlRequest {
        signed_at: AT,
        expires_at: Some(AT + 300),
        ..UrlRequest::new(path, action, Uuid::nil(), 0)
    }
}

pub(super) fn signed_with(options: &str, request: &UrlRequest<'_>) -> Result<String, ShareError> {
    let mut out = Output::new();
    profile(options)
        .signer(&key())?
        .write_url(request, &mut out)?;
    Ok(out.url)
}

pub(super) fn signed(request: &UrlRequest<'_>) -> Result<String, ShareError> {
    signed_with("{}", request)
}

fn signature(url: &str) -> &str {
    let (_, signature) = url.split_once("X-Amz-Signature=").unwrap();
    signature
}

fn step(options: &str, request: &UrlRequest<'_>, name: &str) -> String {
    let mut out = Output::explaining();
    let signer = profile(options).signer(&key()).unwrap();
    signer.write_url(request, &mut out).unwrap();
    let step = out.steps().iter().find(|step| step.name == name);
    step.unwrap().value.clone()
}

#[test]
fn the_canonical_request_is_that_of_google_but_for_the_algorithm() {
    // The cases "Simple GET" and "Simple PUT" of googleapis/conformance-tests, storage/v1/v4_signatures.json.
    for (action, hash) in [
        (
            Action::Stream,
            "00e2fb794ea93d7adb703edaebdd509821fcc7d4f1a79ac5c8d2b394df109320",
        ),
        (
            Action::Upload,
            "78742860705da91404222d5d66ff89850292471199c3c2808d116ad12e6177b4",
        ),
    ] {
        let options = r#"{"dialect":"goog","region":"auto","access_key_id":"test-iam-credentials@dummy-project-id.iam.gserviceaccount.com"}"#;
        let bucket = "https://storage.googleapis.com/test-bucket";
        let signer = Profile::new("s3", bucket, options).unwrap().signer(&key());
        let request = UrlRequest {
            signed_at: 1_549_011_600,
            expires_at: Some(1_549_011_610),
            ..request("test-object", action)
        };
        let mut out = Output::explaining();
        signer.unwrap().write_url(&request, &mut out).unwrap();
        let canonical_request = out.steps()[0].value.replace("GOOG4-HMAC", "GOOG4-RSA");
        let mut digits = String::new();
        crate::hex::push(&Sha256::digest(canonical_request), &mut digits);
        assert_eq!(digits, hash);
    }
}

#[test]
fn a_url_is_signed_for_one_method() {
    let canonical = |action| step("{}", &request("a/b", action), "canonical request");
    for action in [Action::Stream, Action::Download, Action::Preview] {
        assert!(canonical(action).starts_with("GET\n/media/a/b\nX-Amz-"));
    }
    assert!(canonical(Action::Upload).starts_with("PUT\n/media/a/b\nX-Amz-"));
}

#[test]
fn a_port_is_part_of_the_signed_host() {
    let canonical = step("{}", &request("a", Action::Preview), "canonical request");
    assert!(canonical.ends_with("\nhost:s3.example:9000\n\nhost\nUNSIGNED-PAYLOAD"));
}

#[test]
fn a_tilde_stays_and_a_blank_is_no_plus() {
    let url = signed(&request("a ~+/%2F", Action::Preview)).unwrap();
    assert!(url.starts_with("https://s3.example:9000/media/a%20~%2B/%252F?X-Amz-"));
}

#[test]
fn each_part_of_a_request_changes_the_signature() {
    let plain = request("a/b.mp4", Action::Download);
    let named = UrlRequest {
        file_name: Some("n"),
        ..plain
    };
    let typed = UrlRequest {
        content_type: Some("video/mp4"),
        ..plain
    };
    let upload = UrlRequest {
        action: Action::Upload,
        ..plain
    };
    let requests = [
        plain,
        named,
        typed,
        upload,
        UrlRequest {
            action: Action::Upload,
            ..typed
        },
        UrlRequest {
            content_type: Some("video/mp2t"),
            ..upload
        },
        UrlRequest {
            path: "a/b.mp5",
            ..plain
        },
        UrlRequest {
            path: "b.mp4",
            ..plain
        },
        UrlRequest {
            file_name: Some("m"),
            ..plain
        },
        UrlRequest {
            expires_at: Some(AT + 301),
            ..plain
        },
        UrlRequest {
            signed_at: AT - 1,
            ..plain
        },
    ];
    let urls: Vec<_> = requests
        .iter()
        .map(|request| signed(request).unwrap())
        .collect();
    for (at, url) in urls.iter().enumerate() {
        for other in &urls[..at] {
            assert_ne!(signature(url), signature(other), "{url}");
        }
    }
}

#[test]
fn only_a_download_has_a_name_and_only_an_answer_a_type() {
    let full = |action| {
        signed(&UrlRequest {
            file_name: Some("n"),
            content_type: Some("video/mp4"),
            ..request("a", action)
        })
        .unwrap()
    };
    for action in Action::ALL {
        let url = full(action);
        let upload = action == Action::Upload;
        assert_eq!(url.contains("disposition"), action == Action::Download);
        assert_eq!(url.contains("response-content-type"), !upload);
        assert_eq!(url.contains("SignedHeaders=content-type%3Bhost"), upload);
    }
}

#[test]
fn options_are_what_the_edge_sees() {
    let request = request("a", Action::Preview);
    let url = signed_with(
        r#"{"region":"eu-west-1","access_key_id":"id@x","session_token":"a+/="}"#,
        &request,
    );
    let url = url.unwrap();
    assert!(url.contains("Credential=id%40x%2F20291231%2Feu-west-1%2Fs3%2Faws4_request&"));
    assert!(url.contains("&X-Amz-Expires=300&X-Amz-Security-Token=a%2B%2F%3D&X-Amz-SignedHeaders"));
    let goog = signed_with(r#"{"dialect":"goog"}"#, &request).unwrap();
    assert!(goog.contains("?X-Goog-Algorithm=GOOG4-HMAC-SHA256&X-Goog-Credential=AKID%2F20291231"));
    assert!(goog.contains("%2Fstorage%2Fgoog4_request&"));
    assert!(!goog.contains("X-Amz"));
}

#[test]
fn what_does_not_go_together_is_refused() {
    for (base_url, options) in [
        ("https://h/b", r#"{"dialect":"goog","session_token":"x"}"#),
        ("https://h/a+b", "{}"),
        ("https://h/a=b", "{}"),
        ("https://h/b", r#"{"region":"a/b"}"#),
        ("https://h/b", r#"{"access_key_id":"a/b"}"#),
        ("https://h/b", r#"{"dialect":"aws"}"#),
        ("https://h/b", r#"{"session_token":"a b"}"#),
        ("https://h/b", r#"{"secret":"x"}"#),
    ] {
        let checked = check_delivery("s3", base_url, options, &[], Algorithm::Aws4HmacSha256, 40);
        assert!(checked.is_err(), "{base_url} {options}");
    }
    for base_url in ["https://h/a%2Bb/c~d", "https://bucket.h", "http://[::1]:1/b"] {
        let checked = check_delivery("s3", base_url, "{}", &[Action::Upload], Algorithm::Aws4HmacSha256, 40);
        assert!(checked.is_ok(), "{base_url}");
    }
    let unchecked = Profile::new("s3", "https://h/a+b", "{}").unwrap();
    assert!(unchecked.signer(&key()).is_err());
}

#[test]
fn a_window_becomes_a_fragment_behind_the_signature() {
    let request = UrlRequest {
        window: Some(Window::parse("2", "5").unwrap()),
        ..request("a", Action::Stream)
    };
    let url = signed(&request).unwrap();
    let plain = signed(&UrlRequest {
        window: None,
        ..request
    });
    assert_eq!(url, format!("{}#t=2,5", plain.unwrap()));
}

#[test]
fn an_explanation_shows_no_key() {
    let request = request("a", Action::Preview);
    let mut out = Output::explaining();
    profile("{}")
        .signer(&key())
        .unwrap()
        .write_url(&request, &mut out)
        .unwrap();
    assert_eq!(out.steps().len(), 2);
    assert_eq!(out.url, signed(&request).unwrap());
    assert!(out.steps()[1].value.starts_with("AWS4-HMAC-SHA256\n2029"));
    assert!(!format!("{:?}", out.steps()).contains(&SECRET[..8]));
}

#[test]
fn a_bad_request_is_refused() {
    let long = "é".repeat(512);
    let name = "é".repeat(127);
    let token = format!(r#"{{"session_token":"{}"}}"#, "+".repeat(2_600));
    for (options, request) in [
        ("{}", request("", Action::Preview)),
        ("{}", request("../b", Action::Preview)),
        ("{}", request("a//b", Action::Preview)),
        ("{}", request("a\nb", Action::Preview)),
        (
            "{}",
            UrlRequest {
                file_name: Some("a/b"),
                ..request("a", Action::Download)
            },
        ),
        (
            "{}",
            UrlRequest {
                content_type: Some("a/b\nhost:c"),
                ..request("a", Action::Upload)
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
            token.as_str(),
            UrlRequest {
                file_name: Some(&name),
                ..request(&long, Action::Download)
            },
        ),
    ] {
        assert!(signed_with(options, &request).is_err(), "{request:?}");
    }
}

fn requests() -> impl Strategy<Value = (String, Action, Option<String>, Option<String>, i64, i64)> {
    (
        "[ab /%&=?]{1,6}",
        prop::sample::select(Action::ALL.to_vec()),
        prop::option::of("[ab &=;\"']{1,4}"),
        prop::option::of("[ab]/[ab&=]{1,3}"),
        AT - 2..AT,
        AT..AT + 3,
    )
}

proptest! {
    #[test]
    fn different_requests_have_different_signatures(one in requests(), other in requests()) {
        let sign = |(path, action, name, kind, signed_at, expires_at): &(String, Action, _, _, _, _)| {
            let (name, kind): (&Option<String>, &Option<String>) = (name, kind);
            signed(&UrlRequest {
                file_name: name.as_deref(),
                content_type: kind.as_deref(),
                signed_at: *signed_at,
                expires_at: Some(*expires_at),
                ..request(path, *action)
            })
        };
        if let (Ok(one_url), Ok(other_url)) = (sign(&one), sign(&other)) {
            // Two names for one GET of one object, with nothing set, are one request to the server.
            let sent = |(path, action, name, kind, ..): &(String, Action, Option<String>, Option<String>, i64, i64)| {
                let upload = *action == Action::Upload;
                let name = if *action == Action::Download { name.clone() } else { None };
                (path.clone(), upload, name, kind.clone())
            };
            let same = sent(&one) == sent(&other) && (one.4, one.5) == (other.4, other.5);
            prop_assert_eq!(signature(&one_url) == signature(&other_url), same);
        }
    }

    #[test]
    fn any_request_is_answered(path in ".{0,40}", name in ".{0,40}", kind in ".{0,40}", signed_at: i64, expires_at: i64) {
        let _ = signed(&UrlRequest {
            file_name: Some(&name),
            content_type: Some(&kind),
            signed_at,
            expires_at: Some(expires_at),
            ..request(&path, Action::Download)
        });
    }
}
