//! Tables as people see them, with ids and times replaced.

use std::path::Path;

use share_tests::Result;

use super::library;
use super::scene::Scene;

/// Replaces what differs from run to run by something of the same width: hexadecimal ids and the digits of times.
fn masked(text: &str, database: &str) -> String {
    let text = text.replace(database, "share_n");
    let mut masked = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(letter) = rest.chars().next() {
        if let Some(after) = matching(rest, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx") {
            masked.push_str("00000000-0000-0000-0000-000000000000");
            rest = after;
        } else if let Some(after) = matching(rest, "dddd-dd-dd dd:dd") {
            masked.push_str("2026-01-02 10:00");
            rest = after;
        } else {
            masked.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    masked
}

/// What follows a pattern, if the text begins with it: x is a hexadecimal digit, d a digit.
fn matching<'a>(text: &'a str, pattern: &str) -> Option<&'a str> {
    let begins = pattern
        .chars()
        .zip(text.chars())
        .filter(|(wanted, letter)| match wanted {
            'x' => letter.is_ascii_hexdigit(),
            'd' => letter.is_ascii_digit(),
            other => other == letter,
        });
    (begins.count() == pattern.len()).then(|| &text[pattern.len()..])
}

#[test]
fn tables_and_records_look_as_they_did() -> Result {
    let mut scene = Scene::new()?;
    let shown_file = scene.library.film.to_string();
    library::fill(&mut scene.client, scene.library.film)?;
    scene.client.execute(
        "select share.comment_resolve($1, r.id)
        from share.comment_add($1, 'The cut comes too early', at_seconds => 2.5, duration_seconds => 2) c
        cross join lateral share.comment_reply($1, c.id, 'By twelve frames', is_public => false) r",
        &[&scene.library.film],
    )?;
    let account = scene.library.account.to_string();
    let share = scene.share.to_string();
    let row = scene.client.query_one(
        "select d.id::text, a.id::text from share.drive_list($1) d
         cross join lateral share.attribute_create(d.id, 'stage', 'single_select', 'Stage', default_value => '\"Draft\"',
            options => '[{\"name\": \"Draft\", \"color\": \"pink\"}, \"Final\"]', restrict_to_types => '{video}') a",
        &[&scene.library.account],
    )?;
    let (drive, attribute): (String, String) = (row.get(0), row.get(1));
    let mut all = String::new();
    for arguments in [
        vec!["share", "list"],
        vec!["share", "list", "--limit", "1", "--text", "nothing like it"],
        vec!["share", "explain", &share],
        vec!["event", "list", "--kind", "share.*"],
        vec!["file", "list"],
        vec!["comment", "list", &shown_file],
        vec!["drive", "list", "--account", &account],
        vec!["drive", "get", &drive],
        vec!["attribute", "list", &drive],
        vec!["attribute", "get", &attribute],
        vec!["account", "list"],
        vec!["member", "list", "--account", &account],
        vec!["recipient", "list", &share],
        vec!["access-request", "list", "--share", &share],
        vec!["job", "list"],
        vec!["delivery", "schemes"],
        vec![
            "file",
            "attribute-set",
            &shown_file,
            "tags",
            "snow",
            "night",
        ],
        vec!["file", "attributes", &shown_file],
        vec!["file", "find", &drive, "tags=night"],
        vec!["transcript", "list", &shown_file],
        vec!["transcript", "search", "house", "--file", &shown_file],
        vec!["transcript", "export", &shown_file, "--type", "txt"],
        vec!["preview", "list", &shown_file, "--kind", "storyboard"],
        vec!["stack", "list", &shown_file],
    ] {
        let ran = scene.run(&arguments)?;
        let shown = arguments
            .join(" ")
            .replace(&account, "ACCOUNT")
            .replace(&shown_file, "FILM")
            .replace(&share, "SHARE")
            .replace(&drive, "DRIVE")
            .replace(&attribute, "ATTRIBUTE");
        let table = masked(&ran.out, scene.database.name());
        all.extend(["$ share_tui ", &shown, "\n", &table, "\n"]);
        assert_eq!((0, ""), (ran.code, ran.err.as_str()), "{arguments:?}");
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("server/cli/tables.txt");
    if std::env::var_os("SHARE_ACCEPT").is_some() {
        std::fs::write(&file, &all)?;
        return Ok(());
    }
    let known = std::fs::read_to_string(&file)?;
    assert!(
        known == all,
        "SHARE_ACCEPT=1 takes these as they are:\n{all}"
    );
    Ok(())
}
