//! Tests of the scheme of Media CDN.

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
const SECRET: &[u8] = b"an HMAC key of some length";

fn request(path: &str, action: Action) -> UrlRequest<'_> {
    UrlRequest {
        expires_at: Some(EXP),
        signed_at: EXP - 605,
        ..UrlRequest::new(path, action, Uuid::from_u128(7), 0)
    }
}

fn sign(options: &str, request: &UrlRequest<'_>) -> Result<Output, ShareError> {
    let profile = Profile::new("media_cdn", "https://cdn.example/m%20n", options)?;
    let key = SigningKey::new("k1", Algorithm::HmacSha256, SECRET.to_vec())?;
    let mut out = Output::explaining();
    profile.signer(&key)?.write_url(request, &mut out)?;
    Ok(out)
}

/// The text and its HMAC, as the edge checks them.
fn token(signed: &str, shown: &str) -> String {
    let mut hex = String::new();
    crate::hex::push(
        &Mac::new(SECRET).unwrap().tag(signed.as_bytes()),
        &mut hex,
    );
    format!("{shown}~hmac={hex}")
}

#[test]
fn a_stream_is_a_glob_over_its_directory() {
    let out = sign("{}", &request("a b/v1/x.m3u8", Action::Stream)).unwrap();
    let signed = format!("PathGlobs=/m%20n/a%20b/v1/*~Expires={EXP}");
    assert_eq!(
        out.url,
        format!(
            "https://cdn.example/m%20n/a%20b/v1/x.m3u8?edge-cache-token={}",
            token(&signed, &signed)
        )
    );
    assert_eq!(out.steps()[0].name, "string to sign");
    assert_eq!(out.steps()[0].value, signed);
}

#[test]
fn a_stream_may_be_a_prefix_or_a_cookie() {
    let options = r#"{"stream_scope":"url_prefix","placement":"cookie","cookie_name":"C"}"#;
    let out = sign(options, &request("a/x.m3u8", Action::Stream)).unwrap();
    let mut prefix = String::new();
    crate::base64url::encode_into(b"https://cdn.example/m%20n/a/", &mut prefix);
    let signed = format!("URLPrefix={prefix}~Expires={EXP}");
    assert_eq!(out.url, "https://cdn.example/m%20n/a/x.m3u8");
    assert_eq!(out.cookie, format!("C={}", token(&signed, &signed)));
}

#[test]
fn a_file_is_signed_by_a_path_that_the_token_does_not_show() {
    for action in [Action::Download, Action::Preview] {
        for options in [
            r#"{"token_name":"hdnts"}"#,
            r#"{"token_name":"hdnts","placement":"cookie","stream_scope":"url_prefix"}"#,
        ] {
            let out = sign(options, &request("a/*f.mp4", action)).unwrap();
            let signed = format!("FullPath=/m%20n/a/%2Af.mp4~Expires={EXP}");
            let shown = format!("FullPath~Expires={EXP}");
            assert_eq!(
                out.url,
                format!(
                    "https://cdn.example/m%20n/a/%2Af.mp4?hdnts={}",
                    token(&signed, &shown)
                )
            );
            assert_eq!(out.cookie, "");
        }
    }
}

#[test]
fn fields_stand_in_the_order_of_the_documentation() {
    let options = r#"{"starts":true,"session_id":"share","data":"a.b","expiry_grid":600}"#;
    let signed = |address: &str| {
        let request = UrlRequest {
            address: Some(address.parse().unwrap()),
            ..request("a/x.m3u8", Action::Stream)
        };
        sign(options, &request).unwrap().steps()[0].value.clone()
    };
    let start = format!(
        "PathGlobs=/m%20n/a/*~Starts={}~Expires={EXP}~SessionID={}~Data=a.b~IPRanges=",
        EXP - 605,
        Uuid::from_u128(7)
    );
    for (address, range) in [
        ("192.6.13.13", "192.6.13.13/32"),
        ("::ffff:192.6.13.13", "192.6.13.13/32"),
        ("2001:DB8::1", "2001:db8::1/128"),
    ] {
        let signed = signed(address);
        let encoded = signed.strip_prefix(&start).unwrap();
        assert_eq!(
            crate::base64url::decode(encoded).unwrap(),
            range.as_bytes()
        );
    }
}

fn check(url: &str, options: &str) -> Result<(), ShareError> {
    let profile = Profile::new("media_cdn", url, options)?;
    profile.scheme().check(&profile)
}

#[test]
fn no_character_of_a_directory_becomes_a_glob_or_a_field() {
    for character in [',', '!', '*', '?', ';', '~'] {
        let path = format!("a{character}b/x.m3u8");
        let stream = request(&path, Action::Stream);
        assert!(matches!(
            sign("{}", &stream),
            Err(ShareError::InvalidMediaPath { .. })
        ));
        assert!(sign(r#"{"stream_scope":"url_prefix"}"#, &stream).is_ok());
        let beside = format!("a/x{character}.m3u8");
        assert!(sign("{}", &request(&beside, Action::Stream)).is_ok());
    }
    let prefix = r#"{"stream_scope":"url_prefix"}"#;
    for (url, with_globs, with_prefix) in [
        ("https://h/m", true, true),
        ("https://h/a*b", false, true),
        ("https://h/a!b", false, true),
        ("https://h/a,b", false, true),
        ("https://h/a~b", false, false),
        ("https://h:8443", false, false),
    ] {
        assert_eq!(check(url, "{}").is_ok(), with_globs, "{url}");
        assert_eq!(check(url, prefix).is_ok(), with_prefix, "{url}");
    }
}

#[test]
fn options_that_would_break_the_token_are_refused() {
    for options in [
        r#"{"data":"a~Expires=9"}"#,
        r#"{"data":""}"#,
        r#"{"token_name":"a=b"}"#,
        r#"{"cookie_name":"a;b"}"#,
        r#"{"session_id":"me"}"#,
        r#"{"stream_scope":"full_path"}"#,
    ] {
        assert!(check("https://h", options).is_err(), "{options}");
    }
}

#[test]
fn a_bad_request_leaves_the_signer_as_it_was() {
    let profile = Profile::new("media_cdn", "https://h", "{}").unwrap();
    let key = SigningKey::new("k1", Algorithm::HmacSha256, SECRET.to_vec()).unwrap();
    let signer = profile.signer(&key).unwrap();
    let good = request("a/x.m3u8", Action::Stream);
    let mut first = Output::new();
    signer.write_url(&good, &mut first).unwrap();
    for bad in [
        request("x.m3u8", Action::Stream),
        request("a*/x.m3u8", Action::Stream),
        request("../x", Action::Download),
        UrlRequest {
            expires_at: None,
            ..good
        },
        UrlRequest {
            file_name: Some(".."),
            ..good
        },
    ] {
        assert!(signer.write_url(&bad, &mut Output::new()).is_err());
        let mut again = Output::new();
        signer.write_url(&good, &mut again).unwrap();
        assert_eq!(again.url, first.url);
    }
}

proptest! {
    #[test]
    fn two_requests_never_share_a_signed_text(
        paths in ("[a~=/%*x]{1,8}/[a~=x]{1,3}", "[a~=/%*x]{1,8}/[a~=x]{1,3}"),
        ends in (1_i64..30, 1_i64..30),
        streams: (bool, bool),
        prefix: bool,
    ) {
        let options = if prefix { r#"{"stream_scope":"url_prefix"}"# } else { "{}" };
        let action = |stream| if stream { Action::Stream } else { Action::Download };
        let text = |path: &str, stream, end| {
            let request = UrlRequest { expires_at: Some(end), ..request(path, action(stream)) };
            sign(options, &request).ok().map(|out| out.steps()[0].value.clone())
        };
        let covered = |path: &str, stream: bool| {
            let (directory, _) = path.rsplit_once('/').unwrap();
            if stream { format!("{directory}/") } else { path.to_owned() }
        };
        let one = text(&paths.0, streams.0, ends.0);
        let other = text(&paths.1, streams.1, ends.1);
        let same = covered(&paths.0, streams.0) == covered(&paths.1, streams.1) && ends.0 == ends.1;
        if let (Some(one), Some(other)) = (one, other) {
            prop_assert_eq!(one == other, same);
        }
    }
}
