//! Every subcommand does what its name says, and its rows are those of the schema.

mod comments;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use share_tests::{Error, Result};

use super::drives::drives;
use super::library;
use super::scene::Scene;
use super::schema;

/// Runs commands one after the other and remembers which had rows as the schema says.
pub(super) struct Runner {
    pub(super) scene: Scene,
    schema: Value,
    seen: BTreeSet<&'static str>,
}

impl Runner {
    /// The rows of a command, which is known in the schema by its name.
    pub(super) fn rows(&mut self, name: &'static str, arguments: &[&str]) -> Result<Vec<Value>> {
        let words: Vec<&str> = name
            .split(' ')
            .filter(|word| !word.starts_with("--"))
            .collect();
        let mut given = words;
        given.extend(arguments);
        given.push("--json");
        let ran = self.scene.run(&given)?;
        let rows = ran
            .rows()
            .map_err(|came| Error::new(format!("{name}: {came}")))?;
        let definition = schema::of_command(&self.schema, name)?;
        for row in &rows {
            assert_eq!(None, schema::violation(row, definition), "{name}: {row}");
        }
        if !rows.is_empty() {
            self.seen.insert(name);
        }
        Ok(rows)
    }

    /// The only row.
    pub(super) fn row(&mut self, name: &'static str, arguments: &[&str]) -> Result<Value> {
        let mut rows = self.rows(name, arguments)?;
        assert_eq!(1, rows.len(), "{name}: {rows:?}");
        Ok(rows.remove(0))
    }
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one command after the other, as an operator gives them"
)]
fn every_subcommand_does_its_work_and_gives_rows_of_the_schema() -> Result {
    let mut runner = Runner {
        scene: Scene::new()?,
        schema: schema::read()?,
        seen: BTreeSet::new(),
    };
    let [account, film, share, recipient, job, request] = [
        runner.scene.library.account,
        runner.scene.library.film,
        runner.scene.share,
        runner.scene.recipient,
        runner.scene.job,
        runner.scene.request,
    ]
    .map(|id| id.to_string());
    let kid = runner.scene.library.kid.clone();
    let sent = shares(&mut runner, &film, &share)?;

    // Recipients and requests.
    let made = runner.row(
        "recipient add",
        &[
            &share,
            "--email",
            "carol@example.com",
            "--permissions",
            "view",
        ],
    )?;
    assert_eq!(json!(["view"]), made["permissions"]);
    assert_eq!(2, runner.rows("recipient list", &[&share])?.len());
    let link = runner.row("recipient link", &[&recipient])?;
    assert!(
        link.as_str()
            .is_some_and(|link| link.starts_with("https://app.example.com/")),
        "{link}"
    );
    let gone = runner.row("recipient remove", &[&recipient, "--yes"])?;
    assert!(gone["revoked_at"].is_string(), "{gone}");
    runner.rows(
        "access-request list",
        &["--account", &account, "--state", "pending"],
    )?;
    let first: String = {
        let row = runner.scene.client.query_one(
            "insert into share.access_request (account_id, request_id, share_id, email)
             values ($1, share.new_id(), $2::text::uuid, 'mallory@example.com') returning request_id::text",
            &[&runner.scene.library.account, &sent],
        )?;
        row.get(0)
    };
    let let_in = runner.row("access-request approve", &[&first, "--expires", "+7d"])?;
    assert_eq!(json!("approved"), let_in["state"]);
    let refused = runner.row("access-request refuse", &[&request, "--yes"])?;
    assert_eq!(json!("refused"), refused["state"]);

    comments::comments(&mut runner, &film)?;
    drives(&mut runner, &account)?;
    library::at_a_file(&mut runner, &film)?;

    // Files, accounts, members.
    runner.row("file get", &[&film])?;
    assert_eq!(json!(film), runner.row("file search", &["film"])?["id"]);
    runner.rows("file list", &["--account", &account])?;
    runner.rows("account list", &[])?;
    runner.row("account get", &[&account])?;
    runner.rows("account usage", &[&account, "--after", "-30d"])?;
    let member = ["--account", &account];
    let added = runner.row(
        "member add",
        &[
            "dora", "--role", "viewer", "--name", "Dora", member[0], member[1],
        ],
    )?;
    assert_eq!(json!("viewer"), added["role"]);
    let changed = runner.row(
        "member update",
        &[
            "dora", "--role", "admin", "--clear", "name", member[0], member[1],
        ],
    )?;
    assert_eq!(
        (&json!("admin"), &Value::Null),
        (&changed["role"], &changed["name"])
    );
    assert_eq!(2, runner.rows("member list", &member)?.len());
    runner.row("member remove", &["dora", "--yes", member[0], member[1]])?;

    // Deliveries, keys, jobs.
    runner.rows("delivery list", &member)?;
    runner.row("delivery get", &["edge", member[0], member[1]])?;
    let steps = runner.rows("delivery test", &["edge", "film/master.m3u8"])?;
    assert!(steps.len() > 3, "{steps:?}");
    runner.rows("delivery schemes", &[])?;
    runner.row(
        "key list",
        &[
            "--state",
            "current",
            "--account",
            "00000000-0000-0000-0000-000000000000",
            "--limit",
            "1",
        ],
    )?;
    assert_eq!(json!(1), runner.row("key reach", &[&kid])?["deliveries"]);
    let rotated = runner.row("key rotate", &[&kid, "--yes"])?;
    assert_eq!(
        (json!(kid), &Value::Null),
        (rotated["previous_kid"].clone(), &rotated["secret"])
    );
    assert_eq!(
        json!("revoked"),
        runner.row("key revoke", &[&kid, "--yes"])?["state"]
    );
    assert_eq!(
        Value::Null,
        runner.row("key create", &["--kid", "spare"])?["secret"]
    );
    runner.row("job list", &["--state", "dead"])?;
    assert_eq!(json!("dead"), runner.row("job get", &[&job])?["state"]);
    assert_eq!(json!("queued"), runner.row("job retry", &[&job])?["state"]);
    runner.row("job drop", &[&job, "--yes"])?;

    // What happened, and the installation.
    runner.rows("event list", &["--kind", "share.*,key.*", "--after", "-1h"])?;
    assert!(runner.rows("event export", &[])?.len() > 20);
    assert_eq!(
        json!("0.2.0"),
        runner.row("overview", &[])?["extension_version"]
    );
    runner.rows("metrics", &[])?;
    runner.rows("doctor", &[])?;

    let all = runner.schema["commands"]
        .as_object()
        .cloned()
        .unwrap_or_default();
    let left: Vec<&String> = all
        .keys()
        // Run where time passes; and usage is by day, of which there is none yet.
        .filter(|name| {
            !runner.seen.contains(name.as_str())
                && *name != "event tail"
                && *name != "account usage"
        })
        .collect();
    assert_eq!(Vec::<&String>::new(), left);
    Ok(())
}

/// Makes, changes and ends a share; the id of another one with recipients.
#[expect(
    clippy::too_many_lines,
    reason = "one command after the other, as an operator gives them"
)]
fn shares(runner: &mut Runner, film: &str, share: &str) -> Result<String> {
    let made = runner.row(
        "share create",
        &[
            film,
            "--visibility",
            "public",
            "--title",
            "Trailer",
            "--expires",
            "+7d",
            "--permissions",
            "view,download,comment",
            "--max-opens",
            "9",
            "--metadata",
            r#"{"a": [1]}"#,
            "--restrictions",
            r#"{"countries": ["DE"]}"#,
            "--slug",
            "trailer",
        ],
    )?;
    let id = made["id"].as_str().unwrap_or_default().to_owned();
    assert_eq!(
        (
            json!("Trailer"),
            json!(["comment", "download", "view"]),
            json!({"a": [1]})
        ),
        (
            made["title"].clone(),
            made["permissions"].clone(),
            made["metadata"].clone()
        )
    );
    let sent = runner.row(
        "share create",
        &[
            film,
            "--to",
            "bob@example.com",
            "--to",
            "olga",
            "--hours",
            "2",
        ],
    )?;
    assert_eq!(json!(true), sent["recipients_only"]);
    assert_eq!(
        json!(3),
        runner.row(
            "share count",
            &["--account", made["account_id"].as_str().unwrap_or_default()]
        )?["number"]
    );
    assert_eq!(
        json!(id),
        runner.row(
            "share list",
            &["--visibility", "public", "--text", "traILer"]
        )?["id"]
    );
    runner.row("share get", &[&id])?;
    runner.row("share get --full", &[&id, "--full"])?;
    assert_eq!(
        json!("New"),
        runner.row("share update", &[&id, "--title", "New"])?["title"]
    );
    let later = runner.row("share extend", &[&id, "--duration", "30d"])?;
    assert!(
        later["expires_at"].as_str() > made["expires_at"].as_str(),
        "{later}"
    );
    let decision = runner.row(
        "share explain",
        &[&id, "--address", "192.0.2.1", "--user", "olga"],
    )?;
    assert!(
        decision["closed"].is_array() || decision["granted"] == json!(true),
        "{decision}"
    );
    let page = runner.row("share link", &[&id])?;
    let page = page.as_str().unwrap_or_default().to_owned();
    assert_eq!(json!(id), runner.row("share find", &[&page])?["share_id"]);
    for action in ["stream", "download", "preview"] {
        // The id first, then the action.
        let signed = runner.row("share sign", &[&id, action])?;
        assert!(
            signed["url"]
                .as_str()
                .is_some_and(|url| url.starts_with("https://cdn.example.com/")),
            "{signed}"
        );
    }
    assert_eq!(json!(0), runner.row("share unlock", &[&id])?);
    runner.row("share rotate", &[&id, "--grace", "1 hour", "--yes"])?;
    assert_eq!(
        json!("disabled"),
        runner.row("share disable", &[&id])?["state"]
    );
    assert_eq!(
        json!("active"),
        runner.row("share enable", &[&id])?["state"]
    );
    assert_eq!(
        json!("expired"),
        runner.row("share expire", &[&id, "--yes"])?["state"]
    );
    let ended = runner.row("share revoke", &[&id, "--reason", "leaked", "--yes"])?;
    assert_eq!(
        (json!("revoked"), json!("leaked")),
        (ended["state"].clone(), ended["revoked_reason"].clone())
    );
    runner.row("share delete", &[&id, "--yes"])?;
    let step = runner.row(
        "share revoke --file",
        &[
            "--file",
            film,
            "--state",
            "active",
            "--text",
            "nothing like it",
            "--yes",
        ],
    )?;
    assert_eq!(
        (json!(0), json!(true)),
        (step["matched"].clone(), step["is_complete"].clone())
    );
    assert_eq!(
        json!("private"),
        runner.row("share get", &[share])?["visibility"]
    );
    Ok(sent["id"].as_str().unwrap_or_default().to_owned())
}
