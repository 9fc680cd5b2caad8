//! What hangs on a file, by its subcommands: attributes, what is said, images, versions.

use postgres::Client;
use serde_json::{Value, json};
use share_tests::Result;
use uuid::Uuid;

use super::commands::Runner;
use super::scene::Scene;

/// Gives a film attributes, utterances and images, and its drive.
pub(super) fn fill(client: &mut Client, film: Uuid) -> Result<Uuid> {
    let row = client.query_one("select drive_id from share.file_get($1)", &[&film])?;
    let drive: Uuid = row.get(0);
    for (name, kind, options) in [
        (
            "genre",
            "single_select",
            Some(r#"["Drama", {"name": "Comedy", "color": "pink"}]"#),
        ),
        ("rating", "rating", None),
        ("reel", "str", None),
        ("tags", "multi_select", Some(r#"["night", "snow"]"#)),
    ] {
        client.execute(
            "select from share.attribute_create($1, $2, $3::text::share.attribute_type, options => $4::text::jsonb)",
            &[&drive, &name, &kind, &options],
        )?;
    }
    client.execute(
        r#"select from share.utterance_put($1, '[
            {"start_ms": 0, "end_ms": 1500, "speaker": "Ada", "text": "Good evening."},
            {"start_ms": 1500, "end_ms": 4000, "speaker": "Bob", "text": "Where are the keys to the snow house?"},
            {"start_ms": 5000, "end_ms": 7500, "text": "The house is empty."}]', 'en')"#,
        &[&film],
    )?;
    client.execute(
        r#"select from share.preview_put($1, '[
            {"kind": "frame", "at_seconds": 2, "path": "frames/2.jpg", "width": 1920, "height": 1080},
            {"kind": "poster", "path": "frames/poster.jpg"}]')"#,
        &[&film],
    )?;
    Ok(drive)
}

/// Goes through the subcommands of a file's own things; the rows are checked against the schema.
pub(super) fn at_a_file(runner: &mut Runner, film: &str) -> Result {
    let id = runner.scene.library.film;
    let drive = fill(&mut runner.scene.client, id)?.to_string();

    runner.row("file attribute-set", &[film, "genre", "Drama"])?;
    runner.row("file attribute-set", &[film, "rating", "4"])?;
    runner.row("file attribute-set", &[film, "reel", "\"7\""])?;
    runner.row("file attribute-set", &[film, "tags", "snow", "--list"])?;
    let values = |runner: &mut Runner| -> Result<Vec<Value>> {
        let rows = runner.rows("file attributes", &[film])?;
        // There may be others on the drive.
        let mine = rows.iter().filter(|row| {
            let name = row["name"].as_str();
            name.is_some_and(|name| ["genre", "rating", "reel", "tags"].contains(&name))
        });
        Ok(mine.map(|row| row["value"].clone()).collect())
    };
    assert_eq!(
        vec![json!("Drama"), json!(4), json!("7"), json!(["snow"])],
        values(runner)?
    );
    let found = runner.row(
        "file find",
        &[
            &drive,
            "rating>=4",
            "genre=[\"Drama\",\"Comedy\"]",
            "reel^=7",
        ],
    )?;
    assert_eq!(json!(film), found["id"]);
    assert!(runner.rows("file find", &[&drive, "rating<=3"])?.is_empty());
    runner.row("file attribute-set", &[film, "genre", "--clear"])?;
    assert_eq!(Value::Null, values(runner)?[0]);
    let found = runner.row("file find", &[&drive, "genre=", "reel=\"7\""])?;
    assert_eq!(json!(film), found["id"]);
    let found = runner.row("file by-path", &[&drive, "/film.mp4"])?;
    assert_eq!(json!(film), found["id"]);

    assert_eq!(3, runner.rows("transcript list", &[film])?.len());
    let heard = runner.row(
        "transcript list",
        &[film, "--from", "0:01.6", "--until", "5"],
    )?;
    assert_eq!(json!("Bob"), heard["speaker"]);
    let hits = runner.rows("transcript search", &["houses", "--file", film])?;
    let at: Vec<&Value> = hits.iter().map(|hit| &hit["start_ms"]).collect();
    assert_eq!(vec![&json!(1500), &json!(5000)], at);
    let account = runner.scene.library.account.to_string();
    let hits = runner.rows("transcript search", &["house", "--account", &account])?;
    assert_eq!(2, hits.len());
    let written = runner.row("transcript export", &[film, "--type", "srt"])?;
    assert_eq!(json!("film.en.srt"), written["file_name"]);

    let kinds = runner.rows("preview list", &[film])?;
    assert_eq!((2, &json!("frame")), (kinds.len(), &kinds[0]["kind"]));
    runner.row("preview list", &[film, "--kind", "poster"])?;

    versions(runner, film)
}

fn versions(runner: &mut Runner, film: &str) -> Result {
    let mut made = Vec::new();
    for number in [2, 3] {
        let row = runner.scene.client.query_one(
            "select id::text from share.file_create($1, $2, 'video', duration_seconds => 8)",
            &[
                &runner.scene.library.account,
                &format!("/take_{number}.mp4"),
            ],
        )?;
        made.push(row.get::<_, String>(0));
    }
    let (second, third) = (&made[0], &made[1]);
    assert!(runner.rows("stack list", &[film])?.is_empty());
    let stack = runner.row("stack create", &[film, second])?;
    assert_eq!(json!(3), runner.row("stack add", &[third, "--onto", film])?);
    assert_eq!(json!(true), runner.row("stack move", &[third, "1"])?);
    let rows = runner.rows("stack list", &[second])?;
    assert!(rows.iter().all(|row| row["stack_id"] == stack));
    let order: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
    assert_eq!(vec![third, film, second], order);
    assert_eq!(2, runner.scene.run(&["stack", "remove", third])?.code);
    let gone = runner.rows("stack remove", &[third, second, "--yes"])?;
    assert_eq!(vec![json!(true), json!(true)], gone);
    assert!(runner.rows("stack list", &[film])?.is_empty());
    Ok(())
}

#[test]
fn subtitles_go_to_standard_output_or_into_a_new_file_as_they_are() -> Result {
    let mut scene = Scene::new()?;
    let film = scene.library.film;
    fill(&mut scene.client, film)?;
    let film = film.to_string();
    let body = |scene: &mut Scene, kind: &str| -> Result<String> {
        let query = format!("select body from share.transcript_export('{film}', '{kind}')");
        Ok(scene.client.query_one(&query, &[])?.get(0))
    };
    let ran = scene.run(&["transcript", "export", &film])?;
    assert_eq!((0, ""), (ran.code, ran.err.as_str()));
    assert!(ran.out.starts_with("WEBVTT\n"), "{}", ran.out);
    assert_eq!(body(&mut scene, "vtt")?, ran.out);
    let path = scene.folder.join("film.srt");
    let path = path.to_str().unwrap_or_default();
    let ran = scene.run(&["transcript", "export", &film, "--to", path])?;
    assert_eq!((0, ""), (ran.code, ran.out.as_str()));
    assert_eq!(body(&mut scene, "srt")?, std::fs::read_to_string(path)?);
    // What is there is not written over.
    assert_eq!(
        2,
        scene
            .run(&["transcript", "export", &film, "--to", path])?
            .code
    );
    let ran = scene.run(&["transcript", "export", &film, "--type", "doc"])?;
    assert_eq!(2, ran.code);
    Ok(())
}

#[test]
fn a_long_transcript_and_its_hits_come_page_by_page_and_whole() -> Result {
    let mut scene = Scene::new()?;
    let film = scene.library.film;
    scene.client.execute(
        "select from share.utterance_put($1, (
            select jsonb_agg(jsonb_build_object('start_ms', n * 30, 'end_ms', n * 30 + 20, 'text', 'Snow ' || n)) from generate_series(1, 250) n), 'en')",
        &[&film],
    )?;
    let account = scene.library.account.to_string();
    let film = film.to_string();
    let wanted: Vec<i64> = (1..=250).collect();
    for arguments in [
        &["transcript", "list", &film][..],
        &["transcript", "search", "snow", "--file", &film],
        &["transcript", "search", "snow", "--account", &account],
    ] {
        let mut given = arguments.to_vec();
        given.extend(["--all", "--json"]);
        let rows = scene.run(&given)?.rows()?;
        let found: Vec<i64> = rows
            .iter()
            .filter_map(|row| row["ordinal"].as_i64())
            .collect();
        assert_eq!(wanted, found, "{arguments:?}");
    }
    Ok(())
}
