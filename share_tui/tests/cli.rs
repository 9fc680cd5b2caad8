//! The program as a whole, where it needs no server: help, completions, manual pages, configuration, usage.

#![expect(
    clippy::unwrap_used,
    reason = "a broken test ends, also outside of a test function"
)]

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output};

use clap::CommandFactory as _;
use share_tui::cli::{Arguments, EXIT_CODES};

fn program(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_share_tui"));
    let folder = folder("none");
    command
        .args(arguments)
        .env("XDG_CONFIG_HOME", &folder)
        .env("XDG_STATE_HOME", &folder)
        .env("COLUMNS", "100");
    command.output().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("cli_{name}_{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// All commands below a command, each by its words.
fn walk(command: &clap::Command, words: &[String], found: &mut Vec<Vec<String>>) {
    for below in command.get_subcommands() {
        let mut all = words.to_vec();
        all.push(below.get_name().to_owned());
        found.push(all.clone());
        walk(below, &all, found);
    }
}

#[test]
fn the_help_of_the_program_is_as_it_was() {
    let said = program(&["--help"]);
    assert_eq!(Some(0), said.status.code());
    insta::assert_snapshot!(text(&said.stdout));
}

#[test]
fn every_command_has_a_help_of_its_own() {
    let mut all = Vec::new();
    walk(&Arguments::command(), &[], &mut all);
    assert!(all.len() > 60, "{all:?}");
    let mut shown = String::new();
    for words in all {
        let mut arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        arguments.push("--help");
        let said = program(&arguments);
        assert_eq!(Some(0), said.status.code(), "{words:?}");
        let said = text(&said.stdout);
        // What is the same for all commands is seen with the program's own help.
        let own = said.split("\nConnection:\n").next().unwrap_or_default();
        writeln!(
            shown,
            "$ share_tui {}\n{}\n",
            words.join(" "),
            own.trim_end()
        )
        .unwrap();
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn what_is_wrong_with_the_command_line_goes_to_standard_error() {
    for arguments in [
        &["--nonsense"][..],
        &["share"],
        &["share", "get"],
        &["--timeout", "soon"],
        &["--json"],
    ] {
        let said = program(arguments);
        assert_eq!(Some(2), said.status.code(), "{arguments:?}");
        assert!(
            said.stdout.is_empty() && !said.stderr.is_empty(),
            "{arguments:?}"
        );
    }
}

#[test]
fn every_shell_gets_completions_that_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let said = program(&["completions", shell]);
        assert_eq!(Some(0), said.status.code());
        let said = text(&said.stdout);
        assert!(
            said.contains("access-request") && said.contains("read-only"),
            "{shell}"
        );
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = folder("man");
    let path = folder.to_str().unwrap();
    assert_eq!(Some(0), program(&["man", "--to", path]).status.code());
    let mut all = vec![Vec::new()];
    walk(&Arguments::command(), &[], &mut all);
    for words in all {
        let mut name = vec!["share_tui".to_owned()];
        name.extend(words);
        let page = std::fs::read_to_string(folder.join(format!("{}.1", name.join("-")))).unwrap();
        assert!(
            page.contains(".SH NAME") && page.contains(".SH SYNOPSIS"),
            "{name:?}"
        );
    }
    let one = text(&program(&["man"]).stdout);
    assert!(one.contains(".TH share_tui 1"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_configuration_is_told_where_it_is_and_whether_it_is_right() {
    let folder = folder("config");
    let file = folder.join("config.toml");
    std::fs::write(
        &file,
        "[connections.live]\ntarget = \"service=live\"\nlabel = 7\n",
    )
    .unwrap();
    let path = file.to_str().unwrap();
    let said = program(&["config", "path", "--config", path]);
    assert_eq!(format!("{path}\n"), text(&said.stdout));
    let said = program(&["config", "check", "--config", path]);
    assert_eq!(Some(2), said.status.code());
    assert_eq!(
        format!("share_tui: {path}:3:9: is to be a text in quotes\n"),
        text(&said.stderr)
    );
    std::fs::write(&file, "theme = false\n").unwrap();
    assert_eq!(
        Some(0),
        program(&["config", "check", "--config", path])
            .status
            .code()
    );
    // Without a file everything is as it comes.
    assert_eq!(Some(0), program(&["config", "check"]).status.code());
    assert_eq!(
        Some(2),
        program(&["config", "check", "--config", "/none"])
            .status
            .code()
    );
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_documentation_has_the_exit_codes_and_every_command_of_the_help() {
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/share_tui/");
    let codes = std::fs::read_to_string(format!("{docs}exit_codes.md")).unwrap();
    for line in EXIT_CODES.lines().skip(1) {
        let (code, words) = line.trim().split_once("  ").unwrap();
        let row = format!("| {code} | {} |", words.trim());
        assert!(codes.contains(&row), "{row}");
    }
    let commands = std::fs::read_to_string(format!("{docs}commands.md")).unwrap();
    let mut all = Vec::new();
    walk(&Arguments::command(), &[], &mut all);
    for words in all {
        let line = format!("share_tui {}", words.join(" "));
        assert!(commands.contains(&line), "{line}");
    }
}

#[test]
fn a_demo_that_does_not_run_is_said() {
    let said = program(&["--demo", "share", "list"]);
    assert_eq!(Some(2), said.status.code());
    assert!(text(&said.stderr).contains("make demo"));
}

#[test]
fn the_schema_is_printed_as_json() {
    let said = program(&["schema"]);
    let schema: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    assert!(schema["commands"]["share list"].is_object());
}
