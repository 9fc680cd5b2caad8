//! Tests of the scheme of CTA-5007; tokens that another implementation made stand among the vectors.

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

const END: i64 = 1_893_455_999;
const SECRET: &[u8] = b"a secret of at least thirty-two bytes";

fn key() -> SigningKey {
    SigningKey::new("k1", Algorithm::Hs256, SECRET.to_vec()).unwrap()
}

fn request(path: &str, action: Action) -> UrlRequest<'_> {
    UrlRequest {
        expires_at: Some(END),
        ..UrlRequest::new(path, action, Uuid::from_u128(1), 2)
    }
}

fn output(options: &str, request: &UrlRequest<'_>) -> Result<Output, ShareError> {
    let mut out = Output::explaining();
    let profile = Profile::new("cat", "https://cdn.example:8443/m", options)?;
    profile.signer(&key())?.write_url(request, &mut out)?;
    Ok(out)
}

fn claims(request: &UrlRequest<'_>) -> String {
    output("{}", request).unwrap().steps()[0].value.clone()
}

fn token(url: &str) -> &str {
    let (_, token) = url.split_once("CAT=").unwrap();
    token.split(['/', '#']).next().unwrap()
}

#[test]
fn a_stream_covers_its_directory_and_a_file_itself() {
    assert_eq!(
        claims(&request("a b/v1/master.m3u8", Action::Stream)),
        r#"{1: "pg_share", 4: 1893455999, 310: 1, 312: {1: {0: "cdn.example"}, 3: {1: "/m/a%20b/v1/"}}, 313: ["GET", "HEAD"], -65537: h'00000000000000000000000000000001', -65538: 2, -65539: "s"}"#
    );
    for (action, letter) in [(Action::Download, "d"), (Action::Preview, "p")] {
        let claims = claims(&request("a b/v1", action));
        assert!(claims.contains(r#"3: {0: "/m/a%20b/v1"}}"#), "{claims}");
        assert!(claims.ends_with(&format!(r#"-65539: "{letter}"}}"#)));
    }
}

#[test]
fn visits_and_recipients_are_claims() {
    let personal = UrlRequest {
        visit: Some("v\"1"),
        recipient: Some("r1"),
        ..request("a", Action::Preview)
    };
    assert!(claims(&personal).ends_with(r#"-65539: "p", -65540: "v\"1", -65541: "r1"}"#));
    let (personal, plain) = (
        output("{}", &personal).unwrap().url,
        output("{}", &request("a", Action::Preview)).unwrap().url,
    );
    assert!(personal.len() > plain.len());
}

#[test]
fn a_token_stands_where_its_delivery_says() {
    let stream = request("a b/master.m3u8", Action::Stream);
    let file = request("a b/f.mp4", Action::Download);
    let base = "https://cdn.example:8443/m/a%20b";
    let written = |options: &str, request| {
        let out = output(options, request).unwrap();
        (out.url, out.cookie)
    };
    let (url, cookie) = written("{}", &stream);
    assert!(url.starts_with(&format!("{base}/master.m3u8?CAT=")) && cookie.is_empty());
    let (url, cookie) = written(r#"{"placement":"path"}"#, &stream);
    assert!(url.starts_with(&format!("{base};CAT=")) && cookie.is_empty());
    assert!(url.ends_with("/master.m3u8"));
    let (url, cookie) = written(r#"{"placement":"cookie"}"#, &stream);
    assert_eq!(url, format!("{base}/master.m3u8"));
    assert!(cookie.starts_with("cta-common-access-token="));
    let (url, cookie) = written(r#"{"placement":"cookie","token_name":"t"}"#, &stream);
    assert!(url.ends_with("/master.m3u8") && cookie.starts_with("t="));
    let (url, cookie) = written(r#"{"placement":"cookie"}"#, &file);
    assert!(url.starts_with(&format!("{base}/f.mp4?CAT=")) && cookie.is_empty());
    let (url, _) = written(r#"{"placement":"path","token_name":"t"}"#, &file);
    assert!(url.starts_with(&format!("{base}/f.mp4;t=")));
}

#[test]
fn a_window_is_a_fragment_that_no_token_knows() {
    let plain = request("a/b", Action::Stream);
    let cut = UrlRequest {
        window: Some(Window::parse("2", "5").unwrap()),
        ..plain
    };
    for options in ["{}", r#"{"placement":"path"}"#, r#"{"placement":"cookie"}"#] {
        let (plain, cut) = (
            output(options, &plain).unwrap(),
            output(options, &cut).unwrap(),
        );
        assert_eq!(cut.url, format!("{}#t=2,5", plain.url));
        assert_eq!(cut.cookie, plain.cookie);
    }
}

#[test]
fn one_signer_keeps_nothing_of_the_last_token() {
    let profile = Profile::new("cat", "https://cdn.example:8443/m", "{}").unwrap();
    let signer = profile.signer(&key()).unwrap();
    let long = UrlRequest {
        visit: Some("a visit with a long name"),
        ..request("a/long/path/to/the/file", Action::Stream)
    };
    for request in [long, request("a", Action::Preview), long] {
        let mut out = Output::new();
        signer.write_url(&request, &mut out).unwrap();
        assert_eq!(out.url, output("{}", &request).unwrap().url);
    }
}

#[test]
fn options_are_checked() {
    let check = |options| check_delivery("cat", "https://h", options, &[], Algorithm::Hs256, 32);
    assert!(check(r#"{"placement":"path","token_name":"CAT","issuer":"a/b"}"#).is_ok());
    for options in [
        r#"{"placement":"header"}"#,
        r#"{"token_name":"a=b"}"#,
        r#"{"issuer":"a b"}"#,
    ] {
        assert!(check(options).is_err(), "{options}");
    }
}

#[test]
fn an_explanation_shows_no_key() {
    let out = output("{}", &request("a", Action::Preview)).unwrap();
    let shown = format!("{:?}", out.steps());
    let mut digits = String::new();
    crate::hex::push(SECRET, &mut digits);
    assert!(!shown.contains("a secret") && !shown.contains(&digits));
    // ["MAC0", {1: 5}, h'', payload]
    assert!(out.steps()[1].value.starts_with("84644d41433043a1010540"));
}

#[test]
fn a_bad_request_is_refused() {
    let long = "é".repeat(512);
    for request in [
        request("b", Action::Stream),
        request("../b", Action::Preview),
        request("a//b", Action::Stream),
        UrlRequest {
            expires_at: None,
            ..request("a", Action::Preview)
        },
        UrlRequest {
            expires_at: Some(0),
            ..request("a", Action::Preview)
        },
        UrlRequest {
            file_name: Some("a/b"),
            ..request("a", Action::Download)
        },
        UrlRequest {
            visit: Some(""),
            ..request("a", Action::Preview)
        },
        UrlRequest {
            recipient: Some(&long),
            ..request("a", Action::Preview)
        },
        request(&long, Action::Preview),
    ] {
        assert!(output("{}", &request).is_err(), "{request:?}");
    }
}

proptest! {
    #[test]
    fn different_requests_have_different_tokens(
        one in ("[ab/ *?]{1,5}", 0..2_i64, 0..2_i32, prop::option::of("[ab]{1,2}"), prop::option::of("[ab]{1,2}")),
        other in ("[ab/ *?]{1,5}", 0..2_i64, 0..2_i32, prop::option::of("[ab]{1,2}"), prop::option::of("[ab]{1,2}")),
        actions in prop::sample::select(vec![
            (Action::Preview, Action::Preview),
            (Action::Stream, Action::Download),
            (Action::Preview, Action::Download),
        ]),
    ) {
        let url = |(path, later, epoch, visit, recipient): &(String, i64, i32, Option<String>, Option<String>), action| {
            output("{}", &UrlRequest {
                epoch: *epoch,
                expires_at: Some(END + later),
                visit: visit.as_deref(),
                recipient: recipient.as_deref(),
                ..request(path, action)
            }).map(|out| out.url)
        };
        if let (Ok(one_url), Ok(other_url)) = (url(&one, actions.0), url(&other, actions.1)) {
            let same = actions.0 == actions.1 && one == other;
            prop_assert_eq!(token(&one_url) == token(&other_url), same);
        }
    }

    #[test]
    fn any_request_is_answered(path in ".{0,40}", visit in ".{0,40}", epoch: i32, expires_at: i64) {
        let _ = output(r#"{"placement":"path"}"#, &UrlRequest {
            epoch,
            visit: Some(&visit),
            expires_at: Some(expires_at),
            ..request(&path, Action::Stream)
        });
    }
}
