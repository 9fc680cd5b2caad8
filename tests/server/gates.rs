//! Each gate of a share closed by itself, in front of everything that the holder of a link may call: nothing comes out.
//!
//! The table of this is README.md's. With `SHARE_WRITE_GATES` set, the test writes it there before it compares.

use std::collections::BTreeMap;
use std::fs;

use postgres::Client;
use serde_json::Value;
use share_tests::{Cluster, Error, Result};

use crate::gate::{GATES, PLAIN};
use crate::gate_scene::Scene;
use crate::library_calls::LIBRARY_CALLS;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
const MARKS: [&str; 2] = [
    "<!-- gates: what each function answers -->\n",
    "<!-- gates end -->\n",
];

/// What no closed gate lets out: addresses of media, and what the share and its file say of themselves.
pub(crate) const TOLD: [&str; 6] = [
    "https://cdn.example.com",
    "https://app.example.com",
    "Secret title",
    "Secret description",
    "gated",
    "secret watermark",
];

/// How each function is called: `LINK`, `VISIT`, `RECIPIENT`, `PASSWORD` and `CONTEXT` are the visitor's.
const CALLS: [(&str, &str); 12] = [
    (
        "share_open",
        "share.share_open(LINK, PASSWORD, VISIT, RECIPIENT, CONTEXT)",
    ),
    (
        "share_unlock",
        "share.share_unlock(LINK, coalesce(PASSWORD, 'not this one'), VISIT, RECIPIENT, CONTEXT)",
    ),
    ("share_renew", "share.share_renew(VISIT, CONTEXT)"),
    (
        "share_explain",
        "share.share_explain(LINK, VISIT, RECIPIENT, CONTEXT)",
    ),
    ("share_play", "share.share_play(VISIT, context => CONTEXT)"),
    (
        "share_download",
        "share.share_download(VISIT, context => CONTEXT)",
    ),
    (
        "share_items_public",
        "share.share_items_public(LINK, VISIT, RECIPIENT, CONTEXT)",
    ),
    (
        "share_email_prove",
        "share.share_email_prove(LINK, 'eve@example.com', '000000', VISIT, RECIPIENT, CONTEXT)",
    ),
    (
        "share_email_code_request",
        "share.share_email_code_request(LINK, 'eve@example.com', VISIT, RECIPIENT, CONTEXT)",
    ),
    (
        "access_request_create",
        "share.access_request_create(LINK, 'eve@example.com', null, null, VISIT, RECIPIENT, CONTEXT)",
    ),
    ("share_link_preview", "share.share_link_preview(LINK)"),
    ("share_embed_html", "share.share_embed_html(LINK)"),
];

/// What tells nothing of a share, and why it may be called by everybody.
const EXEMPT: [(&str, &str); 3] = [
    ("authenticate", "takes an API key and tells whose it is"),
    ("caller", "tells the caller who it is"),
    ("ready", "tells whether the tables are there"),
];

/// What asks for something: that it is granted means that it was asked, and nothing of the share.
const ASKING: [&str; 2] = ["share_email_code_request", "access_request_create"];

/// What a function answered, in a word: its reason, or that it has nothing to say.
fn word(function: &str, rows: &[Value], status: &str) -> String {
    let Some(row) = rows.first() else {
        return if status.is_empty() {
            "nothing".to_owned()
        } else {
            format!("nothing, {status}")
        };
    };
    match (&row["granted"], &row["reason"]) {
        (Value::Bool(true), _) if ASKING.contains(&function) => "asked".to_owned(),
        (Value::Bool(true), _) => "open".to_owned(),
        (_, Value::String(reason)) => format!("`{reason}`"),
        _ if row["http_status"].is_number() && row["title"].is_null() => {
            format!("nothing, {}", row["http_status"])
        }
        _ => "open".to_owned(),
    }
}

/// What a visitor may execute, as the catalogue has it.
fn callable(client: &mut Client) -> Result<Vec<String>> {
    let rows = client.query(
        "select p.proname::text from pg_proc p
        where p.pronamespace = 'share'::regnamespace and has_function_privilege('share_visitor', p.oid, 'execute')
        order by p.proname collate \"C\"",
        &[],
    )?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

#[test]
fn every_function_of_a_visitor_is_held_against_the_gates_or_tells_nothing_of_shares() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut known: Vec<&str> = CALLS
        .iter()
        .chain(&EXEMPT)
        .chain(LIBRARY_CALLS)
        .map(|(name, _)| *name)
        .collect();
    known.sort_unstable();
    assert_eq!(known, callable(&mut database.connect()?)?);
    Ok(())
}

#[test]
fn every_reason_of_a_refusal_is_that_of_a_gate_here() -> Result {
    let database = Cluster::shared()?.database()?;
    let source: String = database
        .connect()?
        .query_one(
            "select prosrc from pg_proc where oid = 'share.reason_status'::regproc",
            &[],
        )?
        .get(0);
    let reasons: Vec<&str> = source
        .split("when '")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('\'')?.0))
        .collect();
    assert!(reasons.len() > 20, "{reasons:?}");
    for reason in reasons {
        // What no share has: without a link and a visit, and the answers to a wrong password, a wrong code, and who asks for access without need.
        assert!(
            [
                "visit_required",
                "wrong_password",
                "wrong_code",
                "open_already"
            ]
            .contains(&reason)
                || GATES.iter().any(|gate| gate.reason == reason),
            "{reason}"
        );
    }
    Ok(())
}

#[test]
fn an_open_share_answers_every_function() -> Result {
    let mut scene = Scene::new("")?;
    let visit = scene.open(&PLAIN)?;
    for (function, call) in CALLS {
        let (rows, _) = scene.call(call, &PLAIN, &visit)?;
        let said = Value::from(rows).to_string();
        let tells = ["share_unlock", "share_explain", "share_email_prove"].contains(&function)
            || ASKING.contains(&function)
            || TOLD.iter().any(|text| said.contains(text));
        assert!(tells, "{function}: {said}");
    }
    Ok(())
}

#[test]
fn a_closed_gate_lets_nothing_out_of_any_function() -> Result {
    let mut scene = Scene::new("")?;
    let mut lines = vec![
        format!(
            "| gate | {} |",
            CALLS.map(|(name, _)| format!("`{name}`")).join(" | ")
        ),
        format!("|{}", " --- |".repeat(CALLS.len() + 1)),
    ];
    let mut leaks = BTreeMap::new();
    for gate in &GATES {
        let visit = scene.open(gate)?;
        scene.close(gate, &visit)?;
        let mut words = Vec::new();
        for (function, call) in CALLS {
            let (rows, status) = scene.call(call, gate, &visit)?;
            let said = Value::from(rows.clone()).to_string();
            let forbidden: &[&str] = match &gate.guarded() {
                Some(guarded) => &[*guarded],
                None if gate.is_card_for_bots(function) => &["master.m3u8", "originals/"],
                None => &TOLD,
            };
            if forbidden.iter().any(|text| said.contains(text)) {
                leaks.insert(format!("{}: {function}", gate.name), said);
            }
            words.push(word(function, &rows, &status));
        }
        let reason = format!("`{}`", gate.reason);
        assert!(words.contains(&reason), "{}: {words:?}", gate.name);
        lines.push(format!("| {} | {} |", gate.name, words.join(" | ")));
    }
    assert_eq!(BTreeMap::new(), leaks);
    equals_the_readme(MARKS, &(lines.join("\n") + "\n"))?;
    drop(scene.database);
    Ok(())
}

/// What is text and nothing else, whatever it looks like.
const TEXTS: [&str; 14] = [
    "",
    " ",
    "'",
    "'; drop table share.share; --",
    "\\",
    "\\'",
    "%s%I%L%",
    "$1",
    "$$",
    "\u{ff07} or 1=1",
    "../../etc/passwd",
    "\u{202e}\u{0301}\u{fffd}",
    "0123456789abcdef0123456789abcdef",
    "00000000-0000-4000-8000-000000000000",
];

#[test]
fn text_of_any_kind_opens_nothing_and_breaks_nothing() -> Result {
    let mut scene = Scene::new("")?;
    let long = "x'\\".repeat(1_000);
    for text in TEXTS.into_iter().chain([long.as_str()]) {
        let quoted = format!("'{}'", text.replace('\'', "''"));
        let context = serde_json::json!({
            "referrer": text, "embed_domain": text, "country": text, "user_agent": text, "terms_version": text,
        });
        let context = format!("'{}'", context.to_string().replace('\'', "''"));
        for (function, call) in CALLS {
            let statement = call
                .replace("CONTEXT", &context)
                .replace("LINK", &quoted)
                .replace("VISIT", &quoted)
                .replace("RECIPIENT", &quoted)
                .replace("PASSWORD", &quoted);
            let rows = scene
                .visitor
                .query(&format!("select to_jsonb(r) from {statement} r"), &[])?;
            for row in rows {
                let row: Option<Value> = row.get(0);
                let row = row.unwrap_or_default();
                assert!(
                    ASKING.contains(&function) || row["granted"] != Value::Bool(true),
                    "{function}: {text}"
                );
                assert_eq!(Value::Null, row["title"], "{function}: {text}");
            }
        }
    }
    Ok(())
}

/// Holds a table against the one between two marks of README.md, or writes it there.
pub(crate) fn equals_the_readme([opening, closing]: [&str; 2], table: &str) -> Result {
    let readme = fs::read_to_string(README)?;
    let (before, rest) = readme
        .split_once(opening)
        .ok_or_else(|| Error::new("README.md has no place for the table"))?;
    let (told, after) = rest
        .split_once(closing)
        .ok_or_else(|| Error::new("the table in README.md has no end"))?;
    if std::env::var_os("SHARE_WRITE_GATES").is_some() {
        return Ok(fs::write(
            README,
            [before, opening, table, closing, after].concat(),
        )?);
    }
    assert_eq!(
        told, table,
        "SHARE_WRITE_GATES=1 make test ONLY=gate writes the table anew"
    );
    Ok(())
}
