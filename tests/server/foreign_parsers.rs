//! Exports of comments and transcripts, opened by parsers that are not ours: `OpenTimelineIO` for editors, and libraries for subtitles.

use std::fs;
use std::process::Command;

use postgres::Client;
use serde_json::{Value, json};
use share_tests::{Cluster, Error, Place, Result};

/// A comment that tries every format, and what of it must come out of each.
const HOSTILE: &str = "<b>a & b</b> --> {\\an8}\r\n\r\n* LOC: 00:00:00:00 BLUE \"x\"\u{2028}end";
const HOSTILE_LINE: &str = "<b>a & b</b> --> {\\an8} * LOC: 00:00:00:00 BLUE \"x\" end";

/// Times around which numbers are dropped, at which frames begin, and as players cut them.
const TIMES: [&str; 8] = [
    "0", "0.041", "1.001", "59.993", "60.06", "600", "3599.9", "3600",
];

fn comments() -> Vec<Value> {
    let mut comments: Vec<Value> = TIMES
        .iter()
        .enumerate()
        .map(|(at, time)| {
            json!({"id": format!("c{at}"), "at": time, "author": "Zoe", "content": format!("at {time}"),
                "created_at": "2026-01-02T03:04:05Z", "resolved_at": (at % 2 == 1).then_some("2026-01-03T00:00:00Z"), "is_public": true})
        })
        .collect();
    comments.push(json!({"id": "h", "at": "10", "duration": "2.5", "author": "=Eve", "content": HOSTILE, "created_at": "2026-01-02T03:04:05Z", "is_public": true}));
    comments.push(json!({"id": "w", "author": "Ann", "content": "=1+1", "created_at": "2026-01-02T03:04:05Z", "is_public": true}));
    comments
}

/// What the parsers must find.
fn expected(comments: &[Value]) -> Value {
    let mut told = Vec::new();
    let mut cues = Vec::new();
    for comment in comments {
        let text = |key: &str| comment[key].as_str().unwrap_or_default().to_owned();
        let is_hostile = comment["id"] == "h";
        let content = if is_hostile {
            HOSTILE_LINE.to_owned()
        } else {
            text("content")
        };
        let line = format!("{}: {content}", text("author"));
        let cell = match text("content") {
            formula if formula.starts_with('=') => format!("'{formula}"),
            // A carriage return begins a new cell in some spreadsheets.
            other => other.replace('\r', " "),
        };
        let mut one = json!({"id": comment["id"], "resolved": !comment["resolved_at"].is_null(), "line": line, "value": line, "cell": cell});
        if let Some(at) = comment["at"].as_str() {
            one["at"] = json!(at);
            let start: f64 = at.parse().unwrap_or_default();
            #[expect(
                clippy::cast_possible_truncation,
                reason = "an hour in thousandths of a second"
            )]
            let start = (start * 1000.0).round() as i64;
            let author = text("author");
            cues.push(if is_hostile {
                json!({"start": start, "end": start + 2500, "voice": author,
                    "vtt": ["<b>a & b</b> --> {\\an8}", "* LOC: 00:00:00:00 BLUE \"x\"", "end"],
                    "srt": ["=Eve: ‹b›a & b‹/b› --› (\\an8)", "* LOC: 00:00:00:00 BLUE \"x\"", "end"]})
            } else {
                json!({"start": start, "end": start + 3000, "voice": author, "vtt": [content], "srt": [line]})
            });
        }
        told.push(one);
    }
    json!({"comments": told, "cues": cues, "said": [
        {"start": 0, "end": 1500, "voice": "A<>B", "vtt": ["1 < 2 & 3 > 2", ], "srt": ["A‹›B: 1 ‹ 2 & 3 › 2"]},
        {"start": 1500, "end": 4000, "voice": null, "vtt": ["It was late in the year,", "and nobody was out on the road"],
            "srt": ["It was late in the year,", "and nobody was out on the road"]}
    ]})
}

#[test]
fn exports_are_opened_by_the_parsers_of_others() -> Result {
    let folder = Place::get()?.folder_of_process("foreign_parsers")?;
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let comments = comments();
    let list = Value::from(comments.clone()).to_string();
    let write = |client: &mut Client, format: &str, rate: &str, name: &str| -> Result {
        let body: String = client
            .query_one(
                "select body from share.comment_write($1, $2, 'film.mp4', '7200', $3, null, null, null)",
                &[&format, &list, &rate],
            )?
            .get(0);
        Ok(fs::write(folder.join(name), body)?)
    };
    for rate in ["23.976", "29.97df", "25"] {
        for format in ["edl", "fcpxml", "csv"] {
            write(&mut client, format, rate, &format!("{rate}.{format}"))?;
        }
    }
    for format in ["vtt", "srt"] {
        write(&mut client, format, "25", &format!("comments.{format}"))?;
        let said: String = client
            .query_one(
                "select body from share.subtitle_write($1, '{0,1500}', '{1500,4000}', array['A<>B', null],
                    '{1 < 2 & 3 > 2,\"It was late in the year, and nobody was out on the road\"}')",
                &[&format],
            )?
            .get(0);
        fs::write(folder.join(format!("transcript.{format}")), said)?;
    }
    fs::write(
        folder.join("expected.json"),
        expected(&comments).to_string(),
    )?;
    let output = Command::new(Place::target().join("tools/parsers/bin/python"))
        .arg(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/server/foreign_parsers.py"
        ))
        .arg(&folder)
        .output()
        .map_err(|came| Error::new(format!("the parsers, which make test installs: {came}")))?;
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}
