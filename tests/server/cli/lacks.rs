//! What a connection meets, and how a command ends: each with its exit code and a sentence that says what to do.

use std::io::Read as _;
use std::process::Stdio;

use share_tests::{Cluster, Result};

use super::scene::{Ran, Scene, bare};
use crate::session::login;
use crate::upgrade::install;

#[test]
fn what_is_missing_is_said_and_init_makes_it() -> Result {
    let cluster = Cluster::shared()?;
    let database = cluster.empty_database()?;
    let uri = database.uri();
    let run = |arguments: &[&str]| Ran::of(bare()?.args(["-d", &uri]).args(arguments).output()?);
    for arguments in [&["share", "list"][..], &["doctor"], &["event", "tail"]] {
        let ran = run(arguments)?;
        assert_eq!((7, ""), (ran.code, ran.out.as_str()), "{}", ran.err);
        assert!(ran.err.contains("share_tui init"), "{}", ran.err);
    }
    // Without a terminal it does nothing unless it was told to.
    assert_eq!(2, run(&["init"])?.code);
    assert_eq!(8, run(&["init", "--yes", "--read-only"])?.code);
    assert_eq!(7, run(&["share", "list"])?.code);
    install(&mut database.connect()?, "0.1.0")?;
    let old = run(&["share", "list"])?;
    assert_eq!(7, old.code);
    assert!(
        old.err.contains("0.1.0") && old.err.contains("alter extension"),
        "{}",
        old.err
    );
    let made = run(&["init", "--yes"])?;
    assert_eq!(0, made.code, "{}", made.err);
    assert!(
        made.err.contains("alter extension pg_share update"),
        "{}",
        made.err
    );
    assert_eq!(0, run(&["share", "list"])?.code);
    let again = run(&["init", "--yes"])?;
    assert!(
        again.code == 0 && again.err.contains("up to date"),
        "{}",
        again.err
    );

    let database = cluster.empty_database()?;
    database
        .connect()?
        .batch_execute("create extension pg_share")?;
    let uri = database.uri();
    let run = |arguments: &[&str]| Ran::of(bare()?.args(["-d", &uri]).args(arguments).output()?);
    let bare_extension = run(&["share", "list"])?;
    assert_eq!(7, bare_extension.code, "{}", bare_extension.err);
    // It works before there are tables, and says that they are missing.
    let overview = run(&["overview", "--json"])?.rows()?;
    assert!(overview[0]["schema_version"].is_null());
    assert_eq!(0, run(&["init", "--yes"])?.code);
    assert_eq!(0, run(&["share", "list"])?.code);
    Ok(())
}

#[test]
fn each_end_has_its_exit_code() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share.to_string();
    let none = "00000000-0000-7000-8000-000000000001";
    login(&mut scene.client, "cli_nobody", &[])?;
    login(&mut scene.client, "cli_visitor", &["share_visitor"])?;
    assert_eq!(0, scene.run(&["share", "revoke", &share, "--yes"])?.code);
    for (code, arguments) in [
        (0, vec!["share", "list"]),
        (0, vec!["--help"]),
        (0, vec!["--version"]),
        (2, vec!["share", "lst"]),
        (2, vec!["share", "get"]),
        (2, vec!["share", "get", "not-an-id"]),
        (2, vec!["share", "list", "--expires-before", "+9y"]),
        (2, vec!["share", "revoke", "--yes"]),
        (2, vec!["share", "update", &share]),
        (2, vec!["share", "delete", &share]),
        (3, vec!["share", "get", none]),
        (3, vec!["job", "get", none]),
        (3, vec!["job", "retry", none, none]),
        (4, vec!["share", "extend", &share, "--hours", "1"]),
        (5, vec!["share", "list", "-U", "cli_nobody"]),
        (5, vec!["key", "list", "-U", "cli_visitor"]),
        (8, vec!["share", "delete", &share, "--yes", "--read-only"]),
        (8, vec!["share", "delete", &share, "--read-only"]),
        (8, vec!["key", "create", "--read-only"]),
        (0, vec!["share", "get", &share, "--read-only"]),
    ] {
        let mut command = bare()?;
        command.args(&arguments);
        scene.point(&mut command);
        let ran = Ran::of(command.output()?)?;
        assert_eq!(code, ran.code, "{arguments:?}: {}{}", ran.out, ran.err);
        // What went wrong is said, and not where the data goes.
        assert!(
            code == 0 || ran.out.is_empty() && !ran.err.is_empty(),
            "{arguments:?}: {}",
            ran.err
        );
    }
    let gone = Ran::of(
        bare()?
            .args(["-h", "127.0.0.1", "-p", "1", "share", "list"])
            .output()?,
    )?;
    assert_eq!(6, gone.code, "{}", gone.err);
    Ok(())
}

#[test]
fn who_stops_reading_ends_the_program_quietly() -> Result {
    let mut scene = Scene::new()?;
    scene.client.execute(
        "select share.file_create($1, '/many/' || n || '.mp4', 'video') from generate_series(1, 3000) n",
        &[&scene.library.account],
    )?;
    let mut child = scene
        .command()?
        .args(["file", "list", "--all", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut first = [0; 10];
    if let Some(mut out) = child.stdout.take() {
        out.read_exact(&mut first)?;
    }
    let ran = Ran::of(child.wait_with_output()?)?;
    assert_eq!((0, ""), (ran.code, ran.err.as_str()));
    Ok(())
}

#[test]
fn a_connection_of_the_configuration_is_used_with_its_read_only_and_nothing_else_beside_it()
-> Result {
    let scene = Scene::new()?;
    let share = scene.share.to_string();
    let file = scene.folder.join("config.toml");
    let path = file.to_str().unwrap_or_default();
    std::fs::write(
        &file,
        format!(
            "default = \"live\"\n[connections.live]\ntarget = \"{}\"\nread_only = true\n",
            scene.database.uri()
        ),
    )?;
    let run =
        |arguments: &[&str]| Ran::of(bare()?.args(["--config", path]).args(arguments).output()?);
    assert_eq!(0, run(&["config", "check"])?.code);
    assert_eq!(0, run(&["share", "get", &share])?.code);
    assert_eq!(
        8,
        run(&["share", "disable", &share, "--connection", "live"])?.code
    );
    assert_eq!(2, run(&["share", "list", "--connection", "other"])?.code);
    assert_eq!(
        2,
        run(&["-d", "x", "share", "list", "--connection", "live"])?.code
    );
    std::fs::write(
        &file,
        "theme = 1\n[connections.live]\ntarget = \"postgresql://a:hidden@b/c\"\n",
    )?;
    let wrong = run(&["share", "list"])?;
    assert_eq!((2, ""), (wrong.code, wrong.out.as_str()));
    assert!(
        wrong.err.contains("config.toml:1:9:") && wrong.err.contains("config.toml:3:10:"),
        "{}",
        wrong.err
    );
    assert!(!wrong.err.contains("hidden"), "{}", wrong.err);
    Ok(())
}
