//! What holds for each scheme whose edge checks a text of the vendor's own: one text, one meaning.

use std::collections::HashMap;
use std::net::IpAddr;

use proptest::prelude::*;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::request::UrlRequest;
use crate::signing_case::{Case, EXP, SECRET, request};

/// What a scheme's signature tells apart.
struct Told {
    scheme: &'static str,
    options: &'static str,
    algorithm: Algorithm,
    directory: bool,
    name: bool,
}

const fn told(
    scheme: &'static str,
    options: &'static str,
    algorithm: Algorithm,
    directory: bool,
    name: bool,
) -> Told {
    Told {
        scheme,
        options,
        algorithm,
        directory,
        name,
    }
}

const SCHEMES: [Told; 20] = [
    told("nginx_secure_link", "{}", Algorithm::Md5, true, true),
    told(
        "nginx_secure_link",
        r#"{"preset":"gcore"}"#,
        Algorithm::Md5,
        true,
        false,
    ),
    told(
        "nginx_secure_link",
        r#"{"preset":"gcore","bind_address":true}"#,
        Algorithm::Md5,
        true,
        false,
    ),
    told(
        "nginx_secure_link",
        r#"{"preset":"cdn77"}"#,
        Algorithm::Md5,
        true,
        false,
    ),
    told(
        "nginx_secure_link",
        r#"{"preset":"cdn77_query"}"#,
        Algorithm::Md5,
        false,
        false,
    ),
    told(
        "nginx_secure_link",
        r#"{"preset":"keycdn"}"#,
        Algorithm::Md5,
        false,
        false,
    ),
    told(
        "nginx_secure_link",
        r#"{"preset":"yandex","path_form":"encoded"}"#,
        Algorithm::Md5,
        false,
        false,
    ),
    told(
        "nginx_secure_link",
        r#"{"preset":"custom","file_message":"{path}{expires}{secret}","file_url":"{path}?t={token_hex}&e={expires}"}"#,
        Algorithm::Md5,
        false,
        false,
    ),
    told("nginx_hmac", "{}", Algorithm::HmacSha256, true, true),
    told("bunny", "{}", Algorithm::HmacSha256, true, false),
    told(
        "bunny",
        r#"{"form":"sha256","placement":"query","limit":5}"#,
        Algorithm::HmacSha256,
        true,
        false,
    ),
    told(
        "bunny",
        r#"{"form":"md5","placement":"query"}"#,
        Algorithm::HmacSha256,
        false,
        false,
    ),
    told("akamai_edgeauth", "{}", Algorithm::HmacSha256, true, false),
    told(
        "akamai_edgeauth",
        r#"{"file_scope":"url","salt":"s","data":"d","escape_early":true}"#,
        Algorithm::HmacSha256,
        true,
        false,
    ),
    told(
        "akamai_edgeauth",
        r#"{"placement":"cookie","start":true,"session_id":"share"}"#,
        Algorithm::HmacSha256,
        true,
        false,
    ),
    told("fastly", "{}", Algorithm::HmacSha1, false, false),
    told("fastly", "{}", Algorithm::HmacSha256, false, false),
    told("ats_url_sig", "{}", Algorithm::HmacSha1, true, false),
    told(
        "ats_url_sig",
        r#"{"placement":"query"}"#,
        Algorithm::HmacSha1,
        true,
        false,
    ),
    told(
        "cloudflare_hmac",
        r#"{"ttl":31536000}"#,
        Algorithm::HmacSha256,
        false,
        false,
    ),
];

impl Told {
    fn case(&self) -> Case {
        Case::new(
            self.scheme,
            "https://cdn.example/m",
            self.options,
            self.algorithm,
        )
        .unwrap()
    }

    /// What a request's signature opens, in words that no other scope has.
    fn scope(&self, request: &UrlRequest<'_>) -> String {
        let covered = match request.action {
            Action::Stream if self.directory => {
                format!("below {}", request.path.rsplit_once('/').unwrap().0)
            }
            _ => format!("file {}", request.path),
        };
        let name = request
            .file_name
            .filter(|_| self.name && request.action != Action::Stream);
        format!(
            "{covered} until {:?} for {:?} as {name:?}",
            request.expires_at, request.address
        )
    }
}

fn path() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a1./?~!*;=&]{1,3}(/[a1./|]{1,3}){0,2}",
        "[a12]{1,2}(/[a12]{1,2}){0,2}([.](mp4|m3u8|ts|mp|x1))?",
        "\\PC{1,12}(/\\PC{1,12}){0,3}",
    ]
}

fn address() -> impl Strategy<Value = Option<IpAddr>> {
    prop::option::of(prop::sample::select(vec![
        "1.2.3.4".parse().unwrap(),
        "11.2.3.4".parse().unwrap(),
        "2001:db8::1".parse().unwrap(),
        "::ffff:1.2.3.4".parse().unwrap(),
    ]))
}

fn action() -> impl Strategy<Value = Action> {
    prop::sample::select(vec![Action::Stream, Action::Download, Action::Preview])
}

proptest! {
    #[test]
    fn no_text_is_signed_for_two_scopes(
        requests in prop::collection::vec(
            (path(), action(), prop::sample::select(vec![EXP, EXP + 1, 700_003_600]), address(),
             prop::option::of("[a1 |]{1,2}")),
            2..24,
        ),
    ) {
        for told in &SCHEMES {
            let case = told.case();
            let mut texts = HashMap::new();
            for (path, action, expires_at, address, name) in &requests {
                let request = UrlRequest {
                    expires_at: Some(*expires_at),
                    // An address in either notation is one address.
                    address: address.map(|address| address.to_canonical()),
                    file_name: name.as_deref(),
                    ..request(path, *action)
                };
                let Ok(text) = case.text(&request) else {
                    continue;
                };
                prop_assert!(!text.is_empty() && !text.contains(SECRET), "{}", text);
                let scope = told.scope(&request);
                if let Some(other) = texts.insert(text.clone(), scope.clone()) {
                    prop_assert_eq!(other, scope, "{} {}: {}", told.scheme, told.options, text);
                }
            }
        }
    }

    #[test]
    fn any_request_is_answered(
        path in "\\PC{0,40}|.*", action in action(), expires_at: Option<i64>, signed_at: i64, address in address(),
        name in prop::option::of(".{0,9}"),
    ) {
        for told in &SCHEMES {
            let request = UrlRequest {
                expires_at,
                signed_at,
                address,
                file_name: name.as_deref(),
                ..request(&path, action)
            };
            if let Ok(out) = told.case().sign(&request) {
                prop_assert!(out.url.starts_with("https://cdn.example/"), "{}", out.url);
                prop_assert!(out.url.bytes().all(|byte| byte.is_ascii_graphic()), "{}", out.url);
                prop_assert!(out.cookie.bytes().all(|byte| byte.is_ascii_graphic() && byte != b';'), "{}", out.cookie);
            }
        }
    }
}

/// Paths, ends, addresses and names that differ by little, each with each.
#[test]
fn near_requests_are_told_apart() {
    let paths = [
        "a/b",
        "a/b1",
        "a/b11",
        "a/b/1",
        "a/b/11",
        "a/b.mp",
        "a/b.mp4",
        "a/b.mp41",
        "a/b |x",
        "a/b ",
        "a/b|",
        "a/b/x",
        "a/b1/x",
        "a/b/x|/y",
        "a/b/x /y",
        "a/b/1.2.3.4",
        "a/1",
        "a/b/11.2.3.4",
        "a1/b",
        "1/b",
    ];
    let addresses = [None, Some("1.2.3.4"), Some("11.2.3.4")];
    for told in &SCHEMES {
        let case = told.case();
        let mut texts = HashMap::new();
        for path in paths {
            for action in [Action::Stream, Action::Download] {
                for expires_at in [EXP, 700_003_600, 10_000_000_000 + EXP] {
                    for address in addresses {
                        for file_name in [None, Some("x"), Some("1")] {
                            let request = UrlRequest {
                                expires_at: Some(expires_at),
                                signed_at: expires_at - 10,
                                address: address.map(|text| text.parse().unwrap()),
                                file_name,
                                ..request(path, action)
                            };
                            let Ok(text) = case.text(&request) else {
                                continue;
                            };
                            let scope = told.scope(&request);
                            let other = texts.insert(text.clone(), scope.clone());
                            assert!(
                                other.as_ref().is_none_or(|other| *other == scope),
                                "{} {}: {text}: {other:?} {scope}",
                                told.scheme,
                                told.options
                            );
                        }
                    }
                }
            }
        }
        assert!(texts.len() > 5, "{} {}", told.scheme, told.options);
    }
}

#[test]
fn a_bad_request_is_refused() {
    for told in &SCHEMES {
        let case = told.case();
        for bad in [
            UrlRequest {
                expires_at: None,
                ..request("a/b.ts", Action::Stream)
            },
            UrlRequest {
                expires_at: Some(-1),
                ..request("a/b.ts", Action::Stream)
            },
            UrlRequest {
                file_name: Some("a\nb"),
                ..request("a/b.ts", Action::Download)
            },
            request("a//b.ts", Action::Stream),
            request("../b.ts", Action::Download),
        ] {
            assert!(case.sign(&bad).is_err(), "{} {bad:?}", told.scheme);
        }
        if told.directory {
            assert!(case.url("b.ts", Action::Stream).is_err(), "{}", told.scheme);
        }
    }
}

#[test]
fn only_nginx_itself_is_verified_here() {
    for told in SCHEMES.iter().skip(1) {
        assert_eq!(
            told.case().verify("https://cdn.example/m/a?md5=x"),
            Err(crate::refusal::Refusal::Unverifiable),
            "{}",
            told.scheme
        );
    }
}
