//! Tests of presets and of templates of the operator's own.

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::options::Options;
use crate::request::UrlRequest;
use crate::scheme::scheme;
use crate::secure_link::presets::preset;
use crate::secure_link::template::{Template, Values};
use crate::signing_case::{Case, EXP, SECRET, request};

fn case(options: &str) -> Result<Case, ShareError> {
    Case::new(
        "nginx_secure_link",
        "https://h.example/m",
        options,
        Algorithm::Md5,
    )
}

/// The module's documentation: `echo -n '2147483647/s/link127.0.0.1 secret' | openssl md5 -binary …`.
#[test]
fn the_example_of_nginx_is_the_form_of_gcore_and_yandex() {
    for name in ["gcore", "yandex"] {
        let message = Template::parse(preset(name).unwrap().file_message).unwrap();
        let values = Values {
            expires: "2147483647",
            base: b"",
            path: b"s/link",
            directory: b"",
            name: "",
            address: "127.0.0.1",
        };
        assert!(
            message
                .hash(&values, b"secret")
                .verify("_e4Nc3iduzkWRm01TBBNYw")
        );
    }
}

#[test]
fn presets_sign_what_their_vendors_say() {
    for (options, action, text, url) in [
        (
            r#"{"preset":"gcore"}"#,
            Action::Stream,
            "{E}/m/a b/v/ <secret>",
            "/m/a%20b/v/x.ts?md5=TOKEN&expires={E}",
        ),
        (
            r#"{"preset":"gcore"}"#,
            Action::Preview,
            "{E}/m/a b/v/x.ts <secret>",
            "/m/a%20b/v/x.ts?md5=TOKEN&expires={E}",
        ),
        (
            r#"{"preset":"cdn77"}"#,
            Action::Stream,
            "{E}/m/a b/v<secret>",
            "/TOKEN==,{E}/m/a%20b/v/x.ts",
        ),
        (
            r#"{"preset":"cdn77_query"}"#,
            Action::Stream,
            "{E}/m/a b/v/x.ts<secret>",
            "/m/a%20b/v/x.ts?secure=TOKEN==,{E}",
        ),
        (
            r#"{"preset":"keycdn"}"#,
            Action::Download,
            "/m/a b/v/x.ts<secret>{E}",
            "/m/a%20b/v/x.ts?token=TOKEN&expire={E}",
        ),
        (
            r#"{"preset":"yandex"}"#,
            Action::Stream,
            "{E}/m/a b/v/x.ts <secret>",
            "/m/a%20b/v/x.ts?md5=TOKEN&expires={E}",
        ),
        (
            r#"{"preset":"keycdn","path_form":"encoded"}"#,
            Action::Download,
            "/m/a%20b/v/x.ts<secret>{E}",
            "/m/a%20b/v/x.ts?token=TOKEN&expire={E}",
        ),
        (
            r#"{"preset":"cdn77","path_form":"encoded"}"#,
            Action::Stream,
            "{E}/m/a%20b/v<secret>",
            "/TOKEN==,{E}/m/a%20b/v/x.ts",
        ),
    ] {
        let out = case(options)
            .unwrap()
            .sign(&request("a b/v/x.ts", action))
            .unwrap();
        let text = text.replace("{E}", &EXP.to_string());
        assert_eq!(out.steps()[0].value, text, "{options}");
        let (before, after) = url.split_once("TOKEN").unwrap();
        let after = after.replace("{E}", &EXP.to_string());
        let token = out
            .url
            .strip_prefix(&format!("https://h.example{before}"))
            .unwrap();
        let token = token.strip_suffix(&after).unwrap();
        let signed = text.replace("<secret>", SECRET);
        assert!(
            crate::md5_token::Md5Token::default()
                .with(signed)
                .verify(token),
            "{}",
            out.url
        );
    }
}

#[test]
fn a_use_that_an_edge_does_not_have_is_refused() {
    assert!(matches!(
        case(r#"{"preset":"cdn77"}"#)
            .unwrap()
            .url("a/f.mp4", Action::Download),
        Err(ShareError::Unsupported { .. })
    ));
    let files = r#"{"preset":"custom","file_message":"{expires}{path} {secret}","file_url":"{path}?t={token}&e={expires}"}"#;
    assert!(matches!(
        case(files).unwrap().url("a/x.m3u8", Action::Stream),
        Err(ShareError::Unsupported { .. })
    ));
}

#[test]
fn an_address_is_bound_by_deliveries_that_say_so() {
    let with = |options: &str, address: Option<&str>| {
        let address = address.map(|text| text.parse().unwrap());
        case(options).unwrap().text(&UrlRequest {
            address,
            ..request("a/x.ts", Action::Download)
        })
    };
    let bound = r#"{"preset":"gcore","bind_address":true}"#;
    assert_eq!(
        with(bound, Some("::ffff:1.2.3.4")).unwrap(),
        format!("{EXP}/m/a/x.ts1.2.3.4 <secret>")
    );
    assert_eq!(with(bound, None), Err(ShareError::MissingAddress));
    for options in [r#"{"preset":"gcore"}"#, "{}"] {
        assert!(
            matches!(
                with(options, Some("1.2.3.4")),
                Err(ShareError::Unsupported { .. })
            ),
            "{options}"
        );
    }
}

#[test]
fn a_path_that_could_run_into_an_address_is_refused() {
    let bound = case(r#"{"preset":"yandex","bind_address":true}"#).unwrap();
    let sign = |path| {
        bound.sign(&UrlRequest {
            address: Some("1.2.3.4".parse().unwrap()),
            ..request(path, Action::Download)
        })
    };
    for path in ["a/b1", "a/1.2.3.4", "a/fd00::a"] {
        assert!(
            matches!(sign(path), Err(ShareError::InvalidMediaPath { .. })),
            "{path}"
        );
    }
    assert!(sign("a/film.mp4").is_ok());
    assert!(
        case(r#"{"preset":"yandex"}"#)
            .unwrap()
            .url("a/b1", Action::Download)
            .is_ok()
    );
}

#[test]
fn final_digits_matter_where_digits_follow() {
    let refuses = |options: &str| {
        let scheme = scheme("nginx_secure_link").unwrap();
        scheme.refuses_final_digit(&Options::parse(scheme, options).unwrap())
    };
    assert!(!refuses("{}"));
    assert!(!refuses(r#"{"preset":"gcore"}"#));
    assert!(refuses(r#"{"preset":"gcore","bind_address":true}"#));
    assert!(!refuses(r#"{"preset":"keycdn"}"#));
    assert!(refuses(
        r#"{"preset":"custom","file_message":"{path}{expires}{secret}","file_url":"{path}?t={token}&e={expires}"}"#
    ));
}

#[test]
fn templates_of_ones_own_can_say_the_same_as_a_preset() {
    let own = r#"{"preset":"custom",
        "stream_message":"s{expires}{directory} {secret}", "stream_url":"{directory}{token}/{expires}/{file}",
        "file_message":"d{expires}{path} {name} {secret}",
        "file_url":"{path}?md5={token}&expires={expires}[&name={name}]"}"#;
    for name in [None, Some("ü b.mp4")] {
        for action in [Action::Stream, Action::Download] {
            let request = UrlRequest {
                file_name: name,
                ..request("a b/f.mp4", action)
            };
            let url = |options| case(options).unwrap().sign(&request).unwrap().url;
            assert_eq!(url(own), url("{}"));
        }
    }
}

#[test]
fn a_template_that_is_wrong_is_no_delivery_and_the_reason_names_it() {
    let error = |options| case(options).err().unwrap();
    for (options, option) in [
        (
            r#"{"preset":"custom","file_message":"{path}{secret}","file_url":"{path}?t={token}&e={expires}"}"#,
            "file_message",
        ),
        (
            r#"{"preset":"custom","file_message":"{expires}{path} {secret}","file_url":"{path}?t={token}"}"#,
            "file_url",
        ),
        (
            r#"{"preset":"custom","stream_message":"{expires}{folder}{expires}{secret}","stream_url":"{path}?t={token}"}"#,
            "stream_message",
        ),
        (
            r#"{"preset":"custom","file_message":"{expires}{path {secret}","file_url":"{path}?t={token}&e={expires}"}"#,
            "file_message",
        ),
    ] {
        let detail = error(options).detail().unwrap();
        assert!(detail.contains(option), "{detail}");
    }
    for options in [
        r#"{"preset":"custom"}"#,
        r#"{"preset":"custom","file_message":"{expires}{path} {secret}"}"#,
        r#"{"file_message":"{expires}{path} {secret}","file_url":"{path}?t={token}&e={expires}"}"#,
        r#"{"bind_address":true}"#,
        r#"{"preset":"keycdn","bind_address":true}"#,
        r#"{"path_form":"encoded"}"#,
        r#"{"preset":"custom","stream_message":"{expires}{folder} {secret}","stream_url":"{directory}{token}/{expires}/{file}",
            "file_message":"{expires}{path} {secret}","file_url":"{path}?t={token}&e={expires}"}"#,
    ] {
        let shown = error(options);
        assert!(
            matches!(
                shown,
                ShareError::InvalidDelivery { .. } | ShareError::InvalidOption { .. }
            ),
            "{options}"
        );
    }
}

#[test]
fn secrets_that_the_edge_would_misread_are_refused() {
    let with = |options: &str, secret: &[u8]| {
        Case::with_secret(
            "nginx_secure_link",
            "https://h",
            options,
            Algorithm::Md5,
            secret,
        )
        .and_then(|case| case.url("a/x.ts", Action::Download))
    };
    assert!(with(r#"{"preset":"keycdn"}"#, &[b'1'; 16]).is_err());
    assert!(with("{}", &[b'1'; 16]).is_ok());
    assert!(with(r#"{"preset":"gcore"}"#, &[b'x'; 32]).is_ok());
    assert!(with(r#"{"preset":"gcore"}"#, &[b'x'; 33]).is_err());
}
