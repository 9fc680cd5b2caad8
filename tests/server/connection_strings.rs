//! Connection strings mean what they mean to libpq, and all of its parameters are known.
//!
//! What is known to differ is left out here: spaces in URIs, which libpq takes otherwise from 17 on, and text that is no UTF-8.

use std::cell::RefCell;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use share_connect::{Disk, Environment, Given};
use share_tests::Result;

use crate::libpq::{Libpq, Values, failed, ours, runner};

/// Parts of which hostile conninfo strings are made.
const PARTS: [&str; 31] = [
    "host",
    "port",
    "user",
    "password",
    "dbname",
    "sslmode",
    "options",
    "requiressl",
    "hots",
    "=",
    "=",
    "=",
    "=",
    "'",
    "'",
    "\\",
    " ",
    " ",
    "\t",
    "\u{b}",
    "\n",
    "a",
    "1",
    "ä",
    "🔑",
    "''",
    "\\'",
    "\\\\",
    "host=",
    " port=1",
    "='a b'",
];
/// Parts of which hostile URIs are made.
const URI_PARTS: [&str; 40] = [
    "u", "p", "@", "@", ":", ":", ":", "/", "/", "?", "?", "&", "&", "=", "=", ",", ",", "[", "]",
    "[::1]", "host", "port", "dbname", "sslmode", "ssl=true", "hots", "a", "1", "%", "%4", "%41",
    "%2F", "%2c", "%zz", "%00", "%ff", "%C3%A4", "ä", "#", "+",
];
/// What well-formed values are made of.
const LETTERS: &str = "[ -~äß🔑\\\\'=%&,/:@?\\[\\]]{0,12}";

/// Holds what we read from texts against what libpq does; both have to refuse and to accept some.
fn compare(cases: u32, texts: impl Strategy<Value = String>) -> Result {
    let libpq = RefCell::new(Libpq::load()?);
    let seen = RefCell::new([0; 2]);
    let ran = runner(cases).run(&texts, |text| {
        let wanted = libpq.borrow_mut().parse(&text).map_err(failed)?;
        seen.borrow_mut()[usize::from(wanted.is_some())] += 1;
        prop_assert_eq!(wanted, ours(&text), "{}", text);
        Ok(())
    });
    ran.map_err(|came| share_tests::Error::new(came.to_string()))?;
    let [refused, accepted] = *seen.borrow();
    assert!(
        refused > cases / 50 && accepted > cases / 50,
        "{refused} refused, {accepted} accepted"
    );
    Ok(())
}

#[test]
fn hostile_conninfo_is_read_and_refused_as_libpq_does() -> Result {
    compare(
        4000,
        vec(select(&PARTS[..]), 0..9).prop_map(|parts| parts.concat()),
    )
}

#[test]
fn hostile_uris_are_read_and_refused_as_libpq_does() -> Result {
    let parts = vec(select(&URI_PARTS[..]), 0..12).prop_map(|parts| parts.concat());
    let texts = (
        select(vec!["postgresql://", "postgres://", "postgres:/"]),
        parts,
    );
    compare(
        4000,
        texts.prop_map(|(scheme, parts)| format!("{scheme}{parts}")),
    )
}

fn values() -> impl Strategy<Value = Values> {
    let names = [
        "host",
        "port",
        "user",
        "password",
        "dbname",
        "options",
        "application_name",
        "service",
    ];
    btree_map(select(names.map(str::to_owned).to_vec()), LETTERS, 0..6)
}

#[test]
fn what_is_quoted_in_conninfo_comes_back_as_it_was() -> Result {
    let libpq = RefCell::new(Libpq::load()?);
    let ran = runner(500).run(&values(), |values| {
        let quoted = |value: &str| value.replace('\\', "\\\\").replace('\'', "\\'");
        let pairs: Vec<String> = values
            .iter()
            .map(|(name, value)| format!("{name} = '{}'", quoted(value)))
            .collect();
        let text = pairs.join(" ");
        prop_assert_eq!(Some(values.clone()), ours(&text), "{}", &text);
        prop_assert_eq!(
            Some(values),
            libpq.borrow_mut().parse(&text).map_err(failed)?
        );
        Ok(())
    });
    ran.map_err(|came| share_tests::Error::new(came.to_string()))
}

#[test]
fn what_is_encoded_in_a_uri_comes_back_as_it_was() -> Result {
    let libpq = RefCell::new(Libpq::load()?);
    let ran = runner(500).run(&values(), |values| {
        let pairs: Vec<String> = values
            .iter()
            .map(|(name, value)| {
                let bytes: Vec<String> = value.bytes().map(|byte| format!("%{byte:02x}")).collect();
                format!("{name}={}", bytes.concat())
            })
            .collect();
        let text = format!("postgres://?{}", pairs.join("&"));
        prop_assert_eq!(Some(values.clone()), ours(&text), "{}", &text);
        prop_assert_eq!(
            Some(values),
            libpq.borrow_mut().parse(&text).map_err(failed)?
        );
        Ok(())
    });
    ran.map_err(|came| share_tests::Error::new(came.to_string()))
}

#[test]
fn every_parameter_of_libpq_is_known_with_its_variable_and_its_default() -> Result {
    let around = |variables| Environment {
        variables,
        user: Some("ada".to_owned()),
        ..Environment::default()
    };
    for (name, variable, default) in Libpq::load()?.names()? {
        assert!(ours(&format!("{name}=x")).is_some(), "{name}");
        let found = |variables| {
            let resolved = Given::default().resolve(&around(variables), &Disk);
            resolved
                .map(|found| found.get(&name).map(str::to_owned))
                .map_err(|came| came.to_string())
        };
        // Whether there is GSSAPI is said by how libpq was built.
        if name != "gssencmode" && name != "user" {
            assert_eq!(Ok(default), found(Values::new()), "{name}");
        }
        if let Some(variable) = variable.filter(|_| name != "service") {
            assert_eq!(
                Ok(Some("x".to_owned())),
                found(Values::from([(variable, "x".to_owned())])),
                "{name}"
            );
        }
    }
    Ok(())
}
