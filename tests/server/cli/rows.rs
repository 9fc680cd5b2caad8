//! What `--json` gives is what the database has.

use serde_json::{Value, json};
use share_tests::Result;

use super::scene::Scene;

/// A title that would do much to a terminal.
const HOSTILE: &str = "a\u{1b}[2J\u{9b}31m\u{202E}gpj\u{7}\nb 日本語";

#[test]
fn lists_are_the_rows_of_the_database() -> Result {
    let mut scene = Scene::new()?;
    let account = scene.library.account.to_string();
    let share = scene.share.to_string();
    let film = scene.library.film.to_string();
    scene.client.execute(
        "select from share.comment_add($1, 'Too early', at_seconds => 2.5)",
        &[&scene.library.film],
    )?;
    let of = |function: &str| format!("{function}('{account}')");
    for (arguments, call) in [
        (vec!["share", "list"], "share_search()".to_owned()),
        (
            vec!["event", "list"],
            "event_search(\"limit\" => 100)".to_owned(),
        ),
        (vec!["file", "list"], "file_list()".to_owned()),
        (
            vec!["file", "search", "FILM"],
            "file_search('film')".to_owned(),
        ),
        (vec!["account", "list"], "account_list()".to_owned()),
        (vec!["account", "get", &account], of("account_get")),
        (
            vec!["member", "list", "--account", &account],
            of("member_list"),
        ),
        (
            vec!["delivery", "list", "--account", &account],
            of("delivery_list"),
        ),
        (
            vec!["drive", "list", "--account", &account],
            of("drive_list"),
        ),
        (
            vec!["delivery", "schemes"],
            "share_delivery_schemes()".to_owned(),
        ),
        (vec!["key", "list"], "signing_key_list()".to_owned()),
        (vec!["job", "list"], "job_list()".to_owned()),
        (
            vec!["recipient", "list", &share],
            format!("recipient_list('{share}')"),
        ),
        (
            vec!["access-request", "list", "--share", &share],
            format!("access_request_list(share_id => '{share}')"),
        ),
        (
            vec!["share", "count", "--state", "active"],
            "share_count(state => 'active')".to_owned(),
        ),
        (
            vec!["comment", "list", &film],
            format!("comment_list('{film}', direction => 'desc')"),
        ),
        (vec!["doctor"], "doctor()".to_owned()),
    ] {
        let mut given = arguments.clone();
        given.push("--json");
        let rows = scene.run(&given)?.rows()?;
        assert!(!rows.is_empty(), "{arguments:?}");
        assert_eq!(scene.rows_of(&call)?, rows, "{arguments:?}");
    }
    Ok(())
}

#[test]
fn a_list_of_many_pages_has_every_row_once_in_the_order_of_the_api() -> Result {
    let mut scene = Scene::new()?;
    scene.client.execute(
        "select s.id from generate_series(1, 230) n
         cross join lateral share.file_create($1, '/many/' || n || '.mp4', 'video', status => 'completed') f
         cross join lateral share.share_create(f.id, title => 'Film ' || n) s",
        &[&scene.library.account],
    )?;
    let rows = scene.run(&["share", "list", "--all", "--json"])?.rows()?;
    let ids: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
    let wanted: Vec<String> = scene
        .client
        .query(
            "select id::text from share.shares order by created_at desc, id desc",
            &[],
        )?
        .iter()
        .map(|row| row.get(0))
        .collect();
    assert_eq!(231, wanted.len());
    assert_eq!(wanted, ids);
    let some = scene
        .run(&["share", "list", "--limit", "150", "--json"])?
        .rows()?;
    assert_eq!(rows[..150], some[..]);
    let files = scene.run(&["file", "list", "--all", "--json"])?.rows()?;
    assert_eq!(231, files.len());
    // Many at the same second, so that the time alone does not say where a page begins.
    let film = scene.library.film.to_string();
    scene.client.execute(
        "select share.comment_reply($1, c.id, 'Reply') from generate_series(1, 230) n
         cross join lateral share.comment_add($1, 'Comment ' || n, at_seconds => n % 3) c",
        &[&scene.library.film],
    )?;
    for order in ["created_at desc, comment_id desc", "at_seconds, comment_id"] {
        let mut given = vec!["comment", "list", &film, "--all", "--json"];
        given.extend(order.starts_with("at_seconds").then_some("--by-time"));
        let rows = scene.run(&given)?.rows()?;
        let ids: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
        let wanted = scene.client.query(
            &format!("select comment_id::text from share.comment where parent_id is null order by {order}"),
            &[],
        )?;
        let wanted: Vec<String> = wanted.iter().map(|row| row.get(0)).collect();
        assert_eq!(
            (230, wanted),
            (ids.len(), ids.iter().map(ToString::to_string).collect())
        );
    }
    let events = scene
        .run(&["event", "export", "--kind", "share.created"])?
        .rows()?;
    assert_eq!(231, events.len());
    let path = scene.folder.join("events.jsonl");
    let path = path.to_str().unwrap_or_default();
    let ran = scene.run(&[
        "event",
        "export",
        "--kind",
        "share.created",
        "--output",
        path,
    ])?;
    assert_eq!((0, ""), (ran.code, ran.out.as_str()));
    assert_eq!(231, std::fs::read_to_string(path)?.lines().count());
    assert_eq!(2, scene.run(&["event", "export", "--output", path])?.code);
    Ok(())
}

#[test]
fn hostile_text_is_untouched_as_json_and_harmless_in_tables_records_questions_and_the_log() -> Result
{
    let mut scene = Scene::new()?;
    let id = scene.share.to_string();
    // Whoever owns the tables can put anything there.
    scene
        .client
        .batch_execute("alter table share.share drop constraint share_title_check")?;
    scene.client.execute(
        "update share.share set title = $2 where share_id = $1",
        &[&scene.share, &HOSTILE],
    )?;
    let ran = scene.run(&["share", "list", "--json"])?;
    assert_eq!(json!(HOSTILE), ran.rows()?[0]["title"]);
    let is_harmful = |letter: char| {
        letter.is_control() && letter != '\n' || ('\u{202A}'..='\u{202E}').contains(&letter)
    };
    assert!(!ran.out.contains(is_harmful), "{:?}", ran.out);
    for arguments in [
        vec!["share", "list"],
        vec!["share", "get", &id],
        vec!["share", "list", "--text", HOSTILE],
        vec!["share", "find", HOSTILE],
        vec!["share", "get", HOSTILE],
        vec!["job", "retry", HOSTILE, "\u{9b}2J"],
        vec!["delivery", "test", HOSTILE, "x"],
    ] {
        let ran = scene.run(&arguments)?;
        assert!(
            !ran.out.contains(is_harmful),
            "{arguments:?}: {:?}",
            ran.out
        );
        assert!(
            !ran.err.contains(is_harmful),
            "{arguments:?}: {:?}",
            ran.err
        );
    }
    let log = scene.log()?;
    assert!(
        log.contains("share_search") && log.contains("share_find"),
        "{log}"
    );
    assert!(!log.contains(is_harmful), "{log:?}");
    Ok(())
}

#[test]
fn what_a_visitor_types_is_no_secret_of_the_command_line_and_not_in_the_log() -> Result {
    let scene = Scene::new()?;
    let secret = scene.folder.join("password");
    std::fs::write(&secret, "correct horse\nmore\n")?;
    let id = scene.share.to_string();
    let path = secret.to_str().unwrap_or_default();
    let rows = scene
        .run(&["share", "update", &id, "--link-password", path, "--json"])?
        .rows()?;
    assert_eq!(json!(true), rows[0]["has_password"]);
    assert!(!scene.log()?.contains("correct horse"));
    let rows = scene
        .run(&[
            "share",
            "update",
            &id,
            "--clear",
            "password,title",
            "--json",
        ])?
        .rows()?;
    assert_eq!(
        (&json!(false), &Value::Null),
        (&rows[0]["has_password"], &rows[0]["title"])
    );
    Ok(())
}
