//! Tests of the scheme of Traffic Server's plugin `url_sig`.

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base64url;
use crate::error::ShareError;
use crate::request::UrlRequest;
use crate::signing_case::{Case, EXP, request};

fn case(base_url: &str, options: &str) -> Result<Case, ShareError> {
    Case::new("ats_url_sig", base_url, options, Algorithm::HmacSha1)
}

/// The documentation of `url_sig` shows a URL of `sign.pl --pathparams`, cut within its base64.
#[test]
fn a_stream_is_signed_as_the_documentation_shows() {
    let case = Case::with_secret(
        "ats_url_sig",
        "http://test-remap.domain.com",
        r#"{"key_number":3}"#,
        Algorithm::HmacSha1,
        b"kSCE1_uBREdGI3TPnr_dXKc9f_J4ZV2f",
    )
    .unwrap();
    let request = UrlRequest {
        expires_at: Some(1_463_929_385),
        ..request("vod/t/prog_index.m3u8", Action::Stream)
    };
    let url = case.sign(&request).unwrap().url;
    assert!(
        url.starts_with(
            "http://test-remap.domain.com/vod/t;urlsig=O0U9MTQ2MzkyOTM4NTtBPTE7Sz0zO1A9MTtTPTIxYzk2YWRiZWZk"
        ),
        "{url}"
    );
    assert!(url.ends_with("/prog_index.m3u8"), "{url}");
}

#[test]
fn a_stream_in_the_path_covers_its_directory() {
    let case = case("https://h.example:8443/m%20n", r#"{"sig_anchor":"sig"}"#).unwrap();
    let out = case.sign(&request("a b/v1/x.m3u8", Action::Stream)).unwrap();
    let text = format!("h.example:8443/m%20n/a%20b/v1;E={EXP};A=1;K=0;P=1;S=");
    assert_eq!(out.steps()[0].value, text);
    let (before, rest) = out.url.split_once(";sig=").unwrap();
    assert_eq!(before, "https://h.example:8443/m%20n/a%20b/v1");
    let (parameters, file) = rest.split_once('/').unwrap();
    assert_eq!(file, "x.m3u8");
    let parameters = String::from_utf8(base64url::decode(parameters).unwrap()).unwrap();
    let signature = parameters.strip_prefix(&format!(";E={EXP};A=1;K=0;P=1;S=")).unwrap();
    assert_eq!(signature.len(), 40);
}

#[test]
fn a_stream_in_the_query_masks_what_lies_below_its_directory() {
    let case = case("https://h.example/m", r#"{"placement":"query","key_number":15}"#).unwrap();
    let out = case
        .sign(&UrlRequest {
            address: Some("::ffff:1.2.3.4".parse().unwrap()),
            ..request("a/v1/x.m3u8", Action::Stream)
        })
        .unwrap();
    let query = format!("?C=1.2.3.4&E={EXP}&A=1&K=15&P=11110&S=");
    assert_eq!(out.steps()[0].value, format!("h.example/m/a/v1{query}"));
    assert!(
        out.url.starts_with(&format!("https://h.example/m/a/v1/x.m3u8{query}")),
        "{}",
        out.url
    );
}

#[test]
fn a_file_is_signed_with_all_its_parts() {
    let case = case("https://h.example", "{}").unwrap();
    let out = case.sign(&request("a;E=9/v?.ts", Action::Download)).unwrap();
    let text = format!("h.example/a%3BE%3D9/v%3F.ts?E={EXP}&A=1&K=0&P=1&S=");
    assert_eq!(out.steps()[0].value, text);
    assert!(out.url.starts_with(&format!("https://{text}")), "{}", out.url);
}

#[test]
fn a_path_with_the_anchor_is_refused() {
    let stream = |path| case("https://h.example", "{}").unwrap().url(path, Action::Stream);
    assert!(matches!(
        stream("my-UrlSig/x.m3u8"),
        Err(ShareError::InvalidMediaPath { .. })
    ));
    assert!(stream("url-sig/x.m3u8").is_ok());
    assert!(matches!(
        case("https://h.example/urlsig", "{}"),
        Err(ShareError::InvalidDelivery { .. })
    ));
    let query = case("https://h.example/urlsig", r#"{"placement":"query"}"#).unwrap();
    assert!(query.url("urlsig/x.m3u8", Action::Stream).is_ok());
}

#[test]
fn a_path_that_the_plugin_does_not_read_is_refused() {
    let case = case("https://h.example", "{}").unwrap();
    let path = |segments: usize| vec!["a"; segments].join("/");
    assert!(case.url(&path(55), Action::Download).is_ok());
    let deep = path(56);
    assert!(matches!(
        case.url(&deep, Action::Download),
        Err(ShareError::InvalidMediaPath { .. })
    ));
}

#[test]
fn a_secret_has_what_the_configuration_holds() {
    let signs = |secret: &[u8]| {
        let case = Case::with_secret("ats_url_sig", "https://h", "{}", Algorithm::HmacSha1, secret);
        case.and_then(|case| case.url("a/b", Action::Download))
    };
    assert!(signs(&[b'x'; 255]).is_ok());
    assert!(signs(&[b'x'; 256]).is_err());
    assert!(signs(b"0123456789 abcdef").is_err());
}
