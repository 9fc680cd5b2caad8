//! What is said about a file, by subcommands.

use serde_json::{Value, json};
use share_tests::Result;

use super::Runner;

fn id(row: &Value) -> String {
    row["id"].as_str().unwrap_or_default().to_owned()
}

/// Says, answers, changes, resolves, writes out and deletes comments on a film of 8 seconds.
pub(super) fn comments(runner: &mut Runner, film: &str) -> Result {
    let first = runner.row(
        "comment add",
        &[
            film,
            "Too early",
            "--at",
            "0:02.5",
            "--duration",
            "2",
            "--internal",
        ],
    )?;
    assert_eq!(
        (&json!(2.5), &json!(2), &json!(false)),
        (
            &first["at_seconds"],
            &first["duration_seconds"],
            &first["is_public"]
        )
    );
    let first = id(&first);
    let second = id(&runner.row("comment add", &[film, "Good colours"])?);
    let reply = runner.row(
        "comment reply",
        &[film, &first, "By twelve frames", "--mention", "olga"],
    )?;
    assert_eq!(
        (&json!(first), &json!(false), &json!("olga")),
        (
            &reply["parent_id"],
            &reply["is_public"],
            &reply["mentions"][0]["id"]
        )
    );
    let changed = runner.row(
        "comment update",
        &[
            film,
            &first,
            "--text",
            "Much too early",
            "--at",
            "3",
            "--public",
        ],
    )?;
    assert_eq!(
        (&json!(3), &json!(2), &json!(true)),
        (
            &changed["at_seconds"],
            &changed["duration_seconds"],
            &changed["is_public"]
        )
    );
    let cleared = runner.row("comment update", &[film, &first, "--clear", "duration"])?;
    assert_eq!(Value::Null, cleared["duration_seconds"]);
    let before = runner.rows("comment history", &[film, &first])?;
    assert_eq!(2, before.len(), "{before:?}");
    assert_eq!(json!("Too early"), before[0]["content"]);

    let ids = |rows: Vec<Value>| -> Vec<String> { rows.iter().map(id).collect() };
    let all = ids(runner.rows("comment list", &[film])?);
    assert_eq!(vec![second.clone(), first.clone()], all, "newest first");
    let timed = ids(runner.rows("comment list", &[film, "--by-time"])?);
    assert_eq!(vec![first.clone()], timed);
    let near = ids(runner.rows("comment list", &[film, "--near", "0:07", "--limit", "1"])?);
    assert_eq!(vec![first.clone()], near);
    let thread = ids(runner.rows("comment list", &[film, "--thread", &id(&reply)])?);
    assert_eq!(vec![first.clone(), id(&reply)], thread);

    let resolved = runner.rows("comment resolve", &[film, &second, &first])?;
    assert!(
        resolved.iter().all(|row| row["resolved_at"].is_string()),
        "{resolved:?}"
    );
    let again = runner.row("comment resolve", &[film, &second, "--reopen"])?;
    assert_eq!(Value::Null, again["resolved_at"]);
    let open = ids(runner.rows("comment list", &[film, "--open"])?);
    let done = ids(runner.rows("comment list", &[film, "--resolved", "--public"])?);
    assert_eq!((vec![second.clone()], vec![first.clone()]), (open, done));

    document(runner, film)?;
    let gone = runner.rows("comment delete", &[film, &second, &id(&reply), "--yes"])?;
    assert_eq!(2, gone.len());
    assert_eq!(1, runner.rows("comment list", &[film])?.len());
    Ok(())
}

/// A document is what the database writes, and no table; a file that is there stays as it is.
fn document(runner: &mut Runner, film: &str) -> Result {
    let row = runner.row("comment export", &[film, "--type", "csv", "--public-only"])?;
    let body = row["body"].as_str().unwrap_or_default().to_owned();
    assert!(
        body.contains("Much too early") && !body.contains("twelve"),
        "{body}"
    );
    let scene = &runner.scene;
    let plain = scene.run(&["comment", "export", film, "--type", "csv", "--public-only"])?;
    assert_eq!((0, body.as_str()), (plain.code, plain.out.as_str()));
    let path = scene.folder.join("film.edl");
    let path = path.to_str().unwrap_or_default();
    let edl = [
        "comment",
        "export",
        film,
        "--type",
        "edl",
        "--frame-rate",
        "24",
        "--start-timecode",
        "01:00:00:00",
        "--to",
        path,
    ];
    let ran = scene.run(&edl)?;
    assert_eq!((0, ""), (ran.code, ran.out.as_str()), "{}", ran.err);
    let written = std::fs::read_to_string(path)?;
    assert!(
        written.contains("01:00:03:00") && written.contains("Much too early"),
        "{written}"
    );
    assert_eq!(2, scene.run(&edl)?.code);
    let none = "00000000-0000-7000-8000-000000000001";
    for wrong in [
        &["export", film, "--type", "xls"][..],
        &[
            "export",
            film,
            "--type",
            "edl",
            "--start-timecode",
            "25 hours",
        ],
        &["list", film, "--near", "-1"],
        &["list", film, "--near", "1", "--all"],
        &["list", film, "--thread", none, "--open"],
        &["add", film, "x", "--at", "1:75"],
        &["add", film, "x", "--at", "9"],
        &["add", film, "x", "--duration", "1"],
        &["add", film, "x", "--public", "--internal"],
        &["update", film, none],
        &["update", film, none, "--at", "1", "--clear", "at"],
        &["delete", film, none],
    ] {
        let given = [&["comment"], wrong].concat();
        let ran = scene.run(&given)?;
        assert_eq!(
            (2, ""),
            (ran.code, ran.out.as_str()),
            "{wrong:?}: {}",
            ran.err
        );
    }
    Ok(())
}
