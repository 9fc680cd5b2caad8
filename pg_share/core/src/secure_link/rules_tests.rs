//! Tests of the rules for templates.

use std::collections::HashMap;

use proptest::prelude::*;

use super::{Purpose, check_message, check_pair, check_url, expiry_touches_secret, follows_a_path};
use crate::secure_link::template::{Part, Template, Values};

fn template(text: &str) -> Template {
    Template::parse(text).unwrap()
}

fn file(text: &str) -> Result<(), &'static str> {
    check_message(&template(text), Purpose::File)
}

fn stream(text: &str) -> Result<(), &'static str> {
    check_message(&template(text), Purpose::Stream)
}

#[test]
fn texts_with_one_reading_are_accepted() {
    for text in [
        "{expires}{path} {secret}",
        "d{expires}{path} {name} {secret}",
        "{path} {expires}{secret}",
        "{path}{secret}{expires}",
        "{secret}{path}|{expires}",
        "{secret}{expires}{path}",
        "{name}/{address}/{expires}{path}{secret}",
        "{expires}{path}{address} {secret}",
        "{path}{expires}{secret}",
    ] {
        assert_eq!(file(text), Ok(()), "{text}");
    }
    for text in [
        "s{expires}{directory} {secret}",
        "{expires}{folder}{secret}",
        "{directory}{expires}{secret}",
        "{directory}{address} {expires} {secret}",
        "{path}{secret}{expires}",
    ] {
        assert_eq!(stream(text), Ok(()), "{text}");
    }
}

#[test]
fn texts_that_could_be_read_twice_are_refused() {
    for text in [
        "{expires}{path}",
        "{path}{secret}",
        "{expires}{expires}{path}{secret}",
        "{expires}{secret}",
        "{expires}{path}{path}{secret}",
        "{expires}{directory}{secret}",
        "{expires}{path}{name}{secret}",
        "{expires}{path}a{name}{secret}",
        "{expires}{path} {name}{address}{secret}",
        "{expires}{name}{path}{secret}",
        "{name}{expires}{path}{secret}",
        "{expires}1{path}{secret}",
        "{path}1{expires}{secret}",
        "{path}{name} {expires}{secret}",
        "{expires}{path}{secret}{token}",
        "{expires}{path}[{name}]{secret}",
        "{expires}{path} {file} {secret}",
        "{expires}{path}.{address}{secret}",
        "{name} {expires}{path}{name}{secret}",
    ] {
        assert!(file(text).is_err(), "{text}");
    }
    for text in [
        "{folder}{expires}{secret}",
        "{expires}{folder}{address}{secret}",
        "{expires}{directory} {name} {secret}",
        "{expires}{directory}{folder}{secret}",
        "{expires} {secret}",
    ] {
        assert!(stream(text).is_err(), "{text}");
    }
}

#[test]
fn streams_and_files_are_told_apart() {
    let pair = |stream, file| check_pair(&template(stream), &template(file));
    for (stream, file) in [
        ("s{expires}{directory}{secret}", "d{path}{secret}{expires}"),
        ("{expires}{directory} {secret}", "{expires}{path} {secret}"),
        ("{expires}{path} {secret}", "{expires}{path} {secret}"),
        (
            "play{expires}{folder} {secret}",
            "pla-{expires}{path} {secret}",
        ),
    ] {
        assert_eq!(pair(stream, file), Ok(()), "{stream} {file}");
    }
    for (stream, file) in [
        ("{expires}{folder} {secret}", "{expires}{path} {secret}"),
        (
            "{expires}{directory} {secret}",
            "{expires}{path} {name} {secret}",
        ),
        ("a{expires}{folder}{secret}", "ab{expires}{path}{secret}"),
        ("{expires}{directory} {secret}", "d{expires}{path} {secret}"),
    ] {
        assert!(pair(stream, file).is_err(), "{stream} {file}");
    }
}

#[test]
fn a_url_carries_what_the_text_needs() {
    let message = template("d{expires}{path} {name} {secret}");
    let url = |text| check_url(&template(text), &message, Purpose::File);
    for text in [
        "{path}?t={token}&e={expires}[&n={name}]",
        "/{token_hex}/{expires}{path}?n={name}",
        "{directory}{token_padded},{expires}/{file}?n={name}",
        "{folder};t={token};e={expires}/{file}?n={name}",
    ] {
        assert_eq!(url(text), Ok(()), "{text}");
    }
    for text in [
        "{path}?t={token}&e={expires}",
        "{path}?t={token}&n={name}",
        "{path}?e={expires}&n={name}",
        "{path}?t={token}&u={token_hex}&e={expires}&n={name}",
        "{path}?t={token}&e={expires}&n={name}&s={secret}",
        "{path}?t={token}&e={expires}&n={name}&a={address}",
        "{path}#t={token}&e={expires}&n={name}",
        "{path}?t={token}&e={expires}&n={name} ",
        "{path}{file}?t={token}&e={expires}&n={name}",
        "{folder}{file}?t={token}&e={expires}&n={name}",
        "?t={token}&e={expires}&n={name}&p={path}",
        "{token}/{expires}{path}?n={name}",
    ] {
        assert!(url(text).is_err(), "{text}");
    }
    let directory = template("{expires}{directory}{secret}");
    let url = |text| check_url(&template(text), &directory, Purpose::Stream);
    assert_eq!(url("{directory}{token}/{expires}/{file}"), Ok(()));
    assert!(url("{path}?t={token}&e={expires}").is_err());
}

#[test]
fn what_needs_a_further_check_is_known() {
    assert!(follows_a_path(&template("{path}{expires}{secret}")));
    assert!(follows_a_path(&template(
        "{expires}{path}{address}{secret}"
    )));
    assert!(!follows_a_path(&template("{expires}{path}{secret}")));
    assert!(expiry_touches_secret(&template("{path}{secret}{expires}")));
    assert!(!expiry_touches_secret(&template("{expires}{path}{secret}")));
}

/// Templates with each part in any place and few separators, so that two texts often come near each other.
fn any_message() -> impl Strategy<Value = String> {
    let part = |text| prop::sample::select(vec![text, ""]);
    let separator = || prop::sample::select(vec!["", "", "/", " ", "1", "a", ","]);
    (
        part("{name}"),
        part("{address}"),
        prop::collection::vec(separator(), 5),
    )
        .prop_flat_map(|(name, address, separators)| {
            (
                Just(vec!["{expires}", "{path}", "{secret}", name, address]).prop_shuffle(),
                Just(separators),
            )
        })
        .prop_map(|(parts, separators)| {
            let pieces = parts.into_iter().zip(separators);
            pieces.fold(String::new(), |text, (part, separator)| {
                text + separator + part
            })
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn an_accepted_text_belongs_to_one_request(
        message in any_message(),
        requests in prop::collection::vec(
            ("[1-2]{1,2}", "[a1, ]{1,2}(/[a1 ]{1,2})?", "[a1]{0,2}", "[1-2]{1,2}"),
            2..40,
        ),
    ) {
        let message = template(&message);
        if check_message(&message, Purpose::File).is_err() || follows_a_path(&message) {
            return Ok(());
        }
        let has = |part: &Part| message.has(part);
        let mut texts = HashMap::new();
        for (expires, path, name, address) in &requests {
            let text = message.shown(&Values {
                expires,
                base: b"",
                path: path.as_bytes(),
                directory: b"",
                name,
                address,
            });
            let request = (
                expires,
                path,
                if has(&Part::Name) { name.as_str() } else { "" },
                if has(&Part::Address) { address.as_str() } else { "" },
            );
            if let Some(other) = texts.insert(text.clone(), request) {
                prop_assert_eq!(other, request, "{}", text);
            }
        }
    }
}
