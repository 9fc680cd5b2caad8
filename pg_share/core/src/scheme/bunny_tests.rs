//! Tests of the scheme of bunny.net.

use super::Token;
use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::options::Options;
use crate::request::UrlRequest;
use crate::scheme::scheme;
use crate::signing_case::{Case, EXP, request};

fn case(options: &str) -> Result<Case, ShareError> {
    Case::new("bunny", "https://z.b-cdn.net/m", options, Algorithm::HmacSha256)
}

/// Gives token and what follows it over a path, or over a directory that `token_path` names.
fn written(
    options: &str,
    secret: &[u8],
    expires_at: i64,
    path: &str,
    directory: Option<&str>,
    address: &str,
) -> String {
    let options = Options::parse(scheme("bunny").unwrap(), options).unwrap();
    let key = SigningKey::new("k1", Algorithm::HmacSha256, secret.to_vec()).unwrap();
    let token = Token::new(&options, &key).unwrap();
    let mut out = String::new();
    let (address, text) = (address.parse().ok(), &mut Vec::new());
    token.push(path, expires_at, address, directory, text, &mut out).unwrap();
    token.push_rest(expires_at, directory, &mut out);
    out
}

/// Those of the vectors of BunnyWay/BunnyCDN.TokenAuthentication, e2e/vectors.json, that sign a directory without a file:
/// no delivery asks for such a URL, so only the token and what follows it are compared. The others are vectors of their own.
#[test]
fn the_published_tokens_of_directories_are_reproduced() {
    let mut secret = [0; 16];
    secret[..11].copy_from_slice(b"SecurityKey");
    let v4 = "1.2.3.4";
    let v6 = "2001:db8:85a3::8a2e:370:7334";
    for (options, path, directory, address, expected) in [
        (
            "{}", "/abc", Some("/abc"), "",
            "HS256-uVZvT3SbEoVKYJyDJgbcsDmSFf73cv-uNUVaJiKWpbQ&token_path=%2Fabc&expires=1598024587",
        ),
        (
            "{}", "/abc", Some("/abc"), v4,
            "HS256-1-wag9tC0r1QWfg-2eMj5QcdzgPLCIdQb-D0WVU1Mhg2w&token_path=%2Fabc&expires=1598024587",
        ),
        (
            r#"{"countries":"CA,US"}"#, "/abc/", None, v4,
            "HS256-1-4lIDGI2_t3wiTmopXzB7z71wtZKTe1Ic0lDlL72iAJw&token_countries=CA%2CUS&expires=1598024587",
        ),
        (
            r#"{"countries":"CA,US"}"#, "/abc/", None, v6,
            "HS256-1-LGpoP8i1bV4P1kN4NrO_iYxLJuLAD2R3Clstsy9kWAc&token_countries=CA%2CUS&expires=1598024587",
        ),
        (
            r#"{"limit":5000}"#, "/abc/", None, v4,
            "HS256-1-X01Z6A9xAo1_ds1XFf9y8gAIzk_JpmoevOx7EtgMQhY&limit=5000&expires=1598024587",
        ),
    ] {
        assert_eq!(
            written(options, &secret, 1_598_024_587, path, directory, address),
            expected
        );
    }
    // rust/src/lib.rs there: countries and token_path together.
    assert_eq!(
        written(r#"{"countries":"CA"}"#, &secret, 1_598_024_587, "/", Some("/"), ""),
        "HS256-JWU7jhpnBGI-O54AYDAtrlZT86Ied4RTO2-Y8mUj60A&token_countries=CA&token_path=%2F&expires=1598024587"
    );
}

/// BunnyWay/BunnyCDN.TokenAuthentication, ruby/tests.rb, which still has the older form.
#[test]
fn the_published_tokens_of_the_older_form_are_reproduced() {
    let secret = b"229248f0-f007-4bf9-ba1f-bbf1b4ad9d40";
    assert_eq!(
        written(
            r#"{"form":"sha256","countries":"AU"}"#,
            secret,
            1_727_918_622,
            "/300kb.jpg",
            None,
            ""
        ),
        "8ryY2_NXJ8PauusW-GvF_GSstCq6IwkV1VmeZOrFKUQ&token_countries=AU&expires=1727918622"
    );
}

#[test]
fn a_stream_names_its_directory() {
    let out = case("{}").unwrap().sign(&request("a b/v1/x.m3u8", Action::Stream)).unwrap();
    assert_eq!(
        out.steps()[0].value,
        format!("/m/a%20b/v1/{EXP}token_path=/m/a%20b/v1/")
    );
    let rest = out.url.strip_prefix("https://z.b-cdn.net/bcdn_token=HS256-").unwrap();
    assert_eq!(
        &rest[43..],
        format!("&token_path=%2Fm%2Fa%2520b%2Fv1%2F&expires={EXP}/m/a%20b/v1/x.m3u8")
    );
    let query = case(r#"{"placement":"query"}"#).unwrap();
    let url = query.url("a b/v1/x.m3u8", Action::Stream).unwrap();
    assert!(url.starts_with("https://z.b-cdn.net/m/a%20b/v1/x.m3u8?token=HS256-"), "{url}");
    assert!(url.contains(&rest[..43]), "{url}");
}

#[test]
fn a_file_stands_alone_and_not_before_digits_of_its_own() {
    let case = case("{}").unwrap();
    let out = case.sign(&request("a/f.mp4", Action::Download)).unwrap();
    assert_eq!(out.steps()[0].value, format!("/m/a/f.mp4{EXP}"));
    assert!(!out.url.contains("token_path"), "{}", out.url);
    for path in ["s/v1", "s/v.mp", "s/v.mp41"] {
        assert!(
            matches!(case.url(path, Action::Download), Err(ShareError::InvalidMediaPath { .. })),
            "{path}"
        );
    }
    assert!(case.url("s/v1/1", Action::Stream).is_ok());
}

#[test]
fn the_basic_form_signs_each_file_of_a_stream() {
    let case = case(r#"{"form":"md5","placement":"query"}"#).unwrap();
    let out = case.sign(&request("a/x.m3u8", Action::Stream)).unwrap();
    assert_eq!(out.steps()[0].value, format!("<secret>/m/a/x.m3u8{EXP}"));
    let (_, query) = out.url.split_once("?token=").unwrap();
    assert_eq!(&query[22..], format!("&expires={EXP}"));
}

#[test]
fn only_todays_form_binds_addresses_and_only_networks_of_ipv6() {
    let with = |options: &str, address: &str| {
        case(options).unwrap().sign(&UrlRequest {
            address: Some(address.parse().unwrap()),
            ..request("a/f.ts", Action::Download)
        })
    };
    let url = |address| with("{}", address).unwrap().url;
    assert_eq!(url("2001:db8::1"), url("2001:db8::2"));
    assert_ne!(url("2001:db8::1"), url("2001:db8:0:1::1"));
    assert_eq!(url("1.2.3.4"), url("::ffff:1.2.3.4"));
    assert_ne!(url("1.2.3.4"), url("1.2.3.5"));
    for options in [r#"{"form":"sha256"}"#, r#"{"form":"md5","placement":"query"}"#] {
        assert!(
            matches!(with(options, "1.2.3.4"), Err(ShareError::Unsupported { .. })),
            "{options}"
        );
    }
}

#[test]
fn options_that_do_not_go_together_are_refused() {
    for options in [
        r#"{"form":"md5"}"#,
        r#"{"form":"md5","placement":"query","limit":1}"#,
        r#"{"ignore_params":true,"countries":"CA"}"#,
        r#"{"ignore_params":true,"limit":1}"#,
        r#"{"countries":"CA,"}"#,
        r#"{"countries":"CAN"}"#,
        r#"{"countries_blocked":"C,A"}"#,
        r#"{"countries":"ca"}"#,
        r#"{"limit":0}"#,
    ] {
        assert!(case(options).is_err(), "{options}");
    }
    assert!(case(r#"{"countries":"CA,US","countries_blocked":"RU","limit":9,"form":"sha256"}"#).is_ok());
}
