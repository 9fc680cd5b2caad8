//! The commands of the README as they stand there, in a database that has what they name.

use std::process::Command;

use share_tests::{Error, Result};

use super::scene::{Ran, Scene};

const README: &str = include_str!("../../../README.md");
const SHARE: &str = "0198c2f4-6f5e-7c2a-9d7e-2f1f6d1c0a55";
const FILE: &str = "0198c2f4-51aa-7b0d-8a53-0c3e8f6b7d21";
const URL: &str = "https://cdn.example.com/film/master.m3u8?token=…";
/// How long what never ends by itself is let run.
const SECONDS: &str = "3";

/// The lines of the block, without what other programs do with them.
fn lines() -> Result<Vec<&'static str>> {
    let block = README
        .split("\n```console\n")
        .nth(1)
        .and_then(|rest| rest.split("\n```").next())
        .ok_or_else(|| Error::new("the README has no commands"))?;
    let own = |line: &'static str| line.split(" | ").next().unwrap_or(line);
    Ok(block.lines().map(own).collect())
}

/// Runs a line of a shell in which `share_tui` is the program on the scene's database.
fn run(scene: &Scene, line: &str) -> Result<Ran> {
    let program = scene.command()?;
    let mut command = Command::new("bash");
    let folder = program.get_program().to_owned();
    let folder = std::path::Path::new(&folder)
        .parent()
        .map(std::path::Path::to_owned);
    let path = format!(
        "{}:{}",
        folder.unwrap_or_default().display(),
        std::env::var("PATH").unwrap_or_default()
    );
    scene.point(&mut command);
    command
        .env("PATH", path)
        .stdin(std::process::Stdio::null())
        .args(["-c", line]);
    Ran::of(command.output()?)
}

#[test]
fn the_commands_of_the_readme_do_what_they_say() -> Result {
    let mut scene = Scene::new()?;
    let url: String = scene
        .client
        .query_one(
            "select url from share.share_sign_stream($1)",
            &[&scene.share],
        )?
        .get(0);
    let lines = lines()?;
    assert!(lines.len() >= 5, "{lines:?}");
    for line in lines {
        let line = line
            .replace(SHARE, &scene.share.to_string())
            .replace(FILE, &scene.library.film.to_string())
            .replace(URL, &url);
        // Nobody is there to say yes.
        let line = match line.split_once(" share revoke ") {
            Some((before, after)) => format!("{before} share revoke --yes {after}"),
            None => line,
        };
        let (line, code) = if line.contains(" event tail ") {
            (format!("timeout --signal=INT {SECONDS} {line}"), 124)
        } else {
            (line, 0)
        };
        let ran = run(&scene, &line)?;
        assert_eq!(code, ran.code, "{line}: {}{}", ran.out, ran.err);
    }
    let state: String = scene
        .client
        .query_one(
            "select state::text from share.share_get($1)",
            &[&scene.share],
        )?
        .get(0);
    assert_eq!("revoked", state);
    Ok(())
}
