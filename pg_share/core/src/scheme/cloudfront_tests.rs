//! Tests of the scheme of `CloudFront`; whole URLs stand in the vectors.

use p256::ecdsa::signature::Verifier as _;
use proptest::prelude::*;
use uuid::Uuid;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::key::SigningKey;
use crate::encoding::Encoding;
use crate::error::ShareError;
use crate::output::Output;
use crate::private_key::tests::p256_key;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::window::Window;

const EXP: i64 = 1_767_290_400;

fn request(path: &str, action: Action) -> UrlRequest<'_> {
    UrlRequest {
        expires_at: Some(EXP),
        ..UrlRequest::new(path, action, Uuid::nil(), 0)
    }
}

fn sign(options: &str, request: &UrlRequest<'_>) -> Result<Output, ShareError> {
    let profile = Profile::new("cloudfront", "https://d111.cloudfront.net/m%20n", options)?;
    let mut out = Output::explaining();
    profile
        .signer(&p256_key("K1"))?
        .write_url(request, &mut out)?;
    Ok(out)
}

fn decoded(text: &str) -> Vec<u8> {
    let replaced = |character| match character {
        '-' => '+',
        '_' => '=',
        '~' => '/',
        other => other,
    };
    let text: String = text.chars().map(replaced).collect();
    Encoding::Base64.decode(&text).unwrap().to_vec()
}

/// Checks a signature the way `CloudFront` does, with the public key of RFC 6979 §A.2.5.
fn holds(policy: &str, signature: &str) -> bool {
    let point = Encoding::Hex
        .decode("0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299")
        .unwrap();
    let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(&point).unwrap();
    p256::ecdsa::Signature::from_der(&decoded(signature))
        .is_ok_and(|signature| key.verify(policy.as_bytes(), &signature).is_ok())
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap();
    rest.split(end).next().unwrap()
}

#[test]
fn a_file_has_a_canned_policy_that_is_not_sent() {
    for action in [Action::Download, Action::Preview] {
        for options in ["{}", r#"{"placement":"cookie"}"#] {
            let out = sign(options, &request("a b/f.mp4", action)).unwrap();
            let resource = "https://d111.cloudfront.net/m%20n/a%20b/f.mp4";
            let policy = format!(
                r#"{{"Statement":[{{"Resource":"{resource}","Condition":{{"DateLessThan":{{"AWS:EpochTime":{EXP}}}}}}}]}}"#
            );
            assert_eq!(out.steps()[0].value, policy);
            let signature = between(&out.url, "&Signature=", "&");
            assert_eq!(
                out.url,
                format!("{resource}?Expires={EXP}&Key-Pair-Id=K1&Signature={signature}&Hash-Algorithm=SHA256")
            );
            assert!(holds(&policy, signature));
            assert!(!holds(&policy.replace("f.mp4", "g.mp4"), signature));
            assert_eq!(out.cookie, "");
        }
    }
}

#[test]
fn a_stream_has_a_policy_over_its_directory() {
    let options = r#"{"key_pair_id":"K2JCJMDEHXQW5F"}"#;
    let out = sign(options, &request("a b/v1/x.m3u8", Action::Stream)).unwrap();
    let policy = String::from_utf8(decoded(between(&out.url, "?Policy=", "&"))).unwrap();
    assert_eq!(policy, out.steps()[0].value);
    assert!(policy.contains(r#""Resource":"https://d111.cloudfront.net/m%20n/a%20b/v1/*""#));
    assert!(out.url.contains("&Key-Pair-Id=K2JCJMDEHXQW5F&"));
    assert!(holds(&policy, between(&out.url, "&Signature=", "&")));
    assert!(sign("{}", &request("x.m3u8", Action::Stream)).is_err());
}

#[test]
fn the_cookies_of_a_stream_are_joined_as_in_a_header() {
    let stream = request("a/x.m3u8", Action::Stream);
    let out = sign(r#"{"placement":"cookie"}"#, &stream).unwrap();
    assert_eq!(out.url, "https://d111.cloudfront.net/m%20n/a/x.m3u8");
    let names: Vec<_> = out
        .cookie
        .split("; ")
        .map(|cookie| cookie.split_once('=').unwrap().0)
        .collect();
    assert_eq!(
        names,
        [
            "CloudFront-Policy",
            "CloudFront-Signature",
            "CloudFront-Key-Pair-Id",
            "CloudFront-Hash-Algorithm"
        ]
    );
    let policy = &out.steps()[0].value;
    assert!(holds(policy, between(&out.cookie, "Signature=", ";")));
}

#[test]
fn an_address_is_bound_as_a_range_of_one() {
    for address in ["192.0.2.7", "::ffff:192.0.2.7"] {
        let bound = UrlRequest {
            address: Some(address.parse().unwrap()),
            ..request("a/f.mp4", Action::Download)
        };
        let out = sign("{}", &bound).unwrap();
        assert!(out.url.contains("?Policy="));
        assert!(
            out.steps()[0]
                .value
                .ends_with(r#","IpAddress":{"AWS:SourceIp":"192.0.2.7/32"}}}]}"#)
        );
    }
    let bound = UrlRequest {
        address: Some("2001:db8::1".parse().unwrap()),
        ..request("a/f.mp4", Action::Download)
    };
    let error = sign("{}", &bound).unwrap_err();
    assert!(error.detail().unwrap().contains("IPv6"));
}

fn check(url: &str, options: &str) -> Result<(), ShareError> {
    let profile = Profile::new("cloudfront", url, options)?;
    profile.scheme().check(&profile)
}

#[test]
fn no_path_becomes_a_wildcard() {
    for path in ["a*/x.m3u8", "a?/x.m3u8", "a/*", "a/x?.mp4"] {
        for action in [Action::Stream, Action::Download] {
            assert!(matches!(
                sign("{}", &request(path, action)),
                Err(ShareError::InvalidMediaPath { .. })
            ));
        }
    }
    assert!(check("https://h/m", "{}").is_ok());
    for (url, options) in [
        ("https://h/m*", "{}"),
        ("https://h/m", r#"{"key_pair_id":"a b"}"#),
        ("https://h/m", r#"{"placement":"path"}"#),
    ] {
        assert!(check(url, options).is_err(), "{url} {options}");
    }
    let shared = SigningKey::new("K1", Algorithm::HmacSha256, vec![7; 32]).unwrap();
    let profile = Profile::new("cloudfront", "https://h", "{}").unwrap();
    assert!(profile.signer(&shared).is_err());
}

#[test]
fn equal_viewers_get_equal_urls_from_any_signer() {
    let profile = Profile::new("cloudfront", "https://h", "{}").unwrap();
    let signers = [
        profile.signer(&p256_key("K1")).unwrap(),
        profile.signer(&p256_key("K1")).unwrap(),
    ];
    let mut urls = Vec::new();
    for path in ["a/1.m3u8", "b/1.m3u8", "a/1.m3u8"] {
        for signer in &signers {
            let mut out = Output::new();
            signer
                .write_url(&request(path, Action::Stream), &mut out)
                .unwrap();
            urls.push(out.url);
        }
    }
    assert_eq!(urls[0], urls[1]);
    assert_eq!(urls[0], urls[4]);
    assert_ne!(urls[0], urls[2]);
}

#[test]
fn a_bad_request_is_refused() {
    for bad in [
        request("../a", Action::Download),
        UrlRequest {
            expires_at: None,
            ..request("a/b", Action::Download)
        },
        UrlRequest {
            file_name: Some("a/b"),
            ..request("a/b", Action::Download)
        },
    ] {
        assert!(sign("{}", &bad).is_err(), "{bad:?}");
    }
    let window = Some(Window::parse("2", "5").unwrap());
    let shown = UrlRequest {
        window,
        ..request("a/b", Action::Stream)
    };
    assert!(sign("{}", &shown).unwrap().url.ends_with("SHA256#t=2,5"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn two_requests_never_share_a_policy(
        paths in ("[a\"\\\\/%]{1,8}/[a\"]{1,3}", "[a\"\\\\/%]{1,8}/[a\"]{1,3}"),
        ends in (1_i64..30, 1_i64..30),
        streams: (bool, bool),
    ) {
        let action = |stream| if stream { Action::Stream } else { Action::Download };
        let policy = |path: &str, stream, end| {
            let request = UrlRequest { expires_at: Some(end), ..request(path, action(stream)) };
            sign("{}", &request).ok().map(|out| out.steps()[0].value.clone())
        };
        let covered = |path: &str, stream: bool| {
            let (directory, _) = path.rsplit_once('/').unwrap();
            if stream { format!("{directory}/*") } else { path.to_owned() }
        };
        let one = policy(&paths.0, streams.0, ends.0);
        let other = policy(&paths.1, streams.1, ends.1);
        let same = covered(&paths.0, streams.0) == covered(&paths.1, streams.1) && ends.0 == ends.1;
        if let (Some(one), Some(other)) = (one, other) {
            prop_assert_eq!(one == other, same);
            prop_assert!(serde_json::from_str::<serde_json::Value>(&one).is_ok());
        }
    }
}
