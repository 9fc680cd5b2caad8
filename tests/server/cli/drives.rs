//! The subcommands for drives and for the attributes of their files.

use serde_json::{Value, json};
use share_tests::Result;

use super::commands::Runner;

fn id(row: &Value) -> String {
    row["id"].as_str().unwrap_or_default().to_owned()
}

/// Runs each of them.
pub(super) fn drives(runner: &mut Runner, account: &str) -> Result {
    let of_account = ["--account", account];
    let home = id(&runner.row("drive list", &of_account)?);
    let made = runner.row("drive create", &["dailies", of_account[0], account])?;
    let changed = runner.row(
        "drive update",
        &[
            &id(&made),
            "--name",
            "rushes",
            "--policy",
            r#"{"maximum_hours": 48}"#,
        ],
    )?;
    assert_eq!(
        (&json!("rushes"), &json!({"maximum_hours": 48})),
        (&changed["name"], &changed["policy"])
    );
    assert_eq!(changed, runner.row("drive get", &[&id(&made)])?);
    assert_eq!(
        2,
        runner
            .rows("drive list", &[&of_account[..], &["--limit", "2"]].concat())?
            .len()
    );

    // Somebody opens a film of it.
    let film = runner.scene.library.film;
    let row = runner.scene.client.query_one(
        "select id::text from share.share_create($1, visibility => 'public')",
        &[&film],
    )?;
    let link: String = row.get(0);
    let opened = "select granted from share.share_open($1)";
    assert!(
        runner
            .scene
            .client
            .query_one(opened, &[&link])?
            .get::<_, bool>(0)
    );
    runner
        .scene
        .client
        .execute("select from share.share_delete($1::text::uuid)", &[&link])?;
    let used = runner.row("drive usage", &[&home, "--after", "-1d"])?;
    assert_eq!(
        (&json!(1), &json!("/film.mp4")),
        (&used["opens"], &used["path"])
    );

    let stage = stage(runner, &home)?;
    attributes(runner, &home, &stage)
}

/// Makes an attribute with options, and changes them; its id.
fn stage(runner: &mut Runner, drive: &str) -> Result<String> {
    let stage = runner.row(
        "attribute create",
        &[
            drive,
            "stage",
            "--type",
            "single_select",
            "--shown-as",
            "Stage",
            "--option",
            "Draft:pink",
            "--option",
            "16:9",
            "--default",
            r#""Draft""#,
            "--file-types",
            "video,audio",
            "--add-new-options",
            "true",
        ],
    )?;
    assert_eq!(
        (
            &json!("pink"),
            &json!("16:9"),
            &json!("Draft"),
            &json!(["video", "audio"])
        ),
        (
            &stage["options"][0]["color"],
            &stage["options"][1]["name"],
            &stage["default_value"],
            &stage["restrict_to_types"]
        )
    );
    let stage = id(&stage);
    let added = runner.row(
        "attribute option-add",
        &[&stage, "Approved", "--option-color", "dark_green"],
    )?;
    assert_eq!(json!(3), added["ordinal"]);
    let changed = runner.row(
        "attribute option-update",
        &[
            &stage,
            &id(&added),
            "--name",
            "Final",
            "--ordinal",
            "1",
            "--clear",
            "color",
        ],
    )?;
    assert_eq!(
        (&json!("Final"), &Value::Null),
        (&changed["name"], &changed["color"])
    );
    Ok(stage)
}

/// Archives it, and makes another one beside it.
fn attributes(runner: &mut Runner, drive: &str, stage: &str) -> Result {
    let changed = runner.row(
        "attribute update",
        &[
            stage,
            "--archived",
            "true",
            "--group",
            "Editing",
            "--default",
            r#""Final""#,
            "--clear",
            "restrict_to_types",
        ],
    )?;
    assert_eq!(
        (&json!(true), &json!("Final"), &Value::Null),
        (
            &changed["archived"],
            &changed["default_value"],
            &changed["restrict_to_types"]
        )
    );
    let score = runner.row(
        "attribute create",
        &[drive, "score", "--type", "rating", "--default", "3"],
    )?;
    assert_eq!(vec![score], runner.rows("attribute list", &[drive])?);
    assert_eq!(
        2,
        runner.rows("attribute list", &[drive, "--archived"])?.len()
    );
    assert_eq!(changed, runner.row("attribute get", &[stage])?);

    // Nothing to do, and what contradicts itself.
    for arguments in [
        vec!["attribute", "update", stage],
        vec![
            "attribute",
            "update",
            stage,
            "--prompt",
            "x",
            "--clear",
            "prompt",
        ],
        vec!["attribute", "update", stage, "--default", "Draft"],
        vec!["drive", "update", drive],
    ] {
        assert_eq!(2, runner.scene.run(&arguments)?.code, "{arguments:?}");
    }
    Ok(())
}
