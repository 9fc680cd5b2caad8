//! Runs programs in a clean environment and turns their failure into an [`Error`].

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::thread;

use crate::{Error, Result};

/// Makes a command that hears nothing of the caller's `PostgreSQL` settings.
///
/// `RUST_BACKTRACE` goes too: a server that has it sends Rust backtraces to its clients.
pub(crate) fn clean(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PG") {
            command.env_remove(name);
        }
    }
    command
        .env_remove("RUST_BACKTRACE")
        .env_remove("RUST_LIB_BACKTRACE")
        .env("LC_ALL", "C");
    command
}

/// Runs a command to its end, giving it `input`, and returns its standard output as text.
pub(crate) fn run(command: &mut Command, input: &str) -> Result<String> {
    let output = output(command, input)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(failure(command, &output))
}

/// Runs a command to its end, giving it `input`, whatever its exit status.
pub(crate) fn output(command: &mut Command, input: &str) -> Result<Output> {
    let text = line(command);
    let not_run = |came: std::io::Error| Error::new(format!("{text} could not be run: {came}"));
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(not_run)?;
    let stdin = child.stdin.take();
    // On a thread of its own: a program that answers while it reads would wait for us as we wait for it.
    thread::scope(|scope| {
        scope.spawn(|| {
            // A program that ends before it has read everything says why itself.
            stdin.map(|mut stdin| stdin.write_all(input.as_bytes()))
        });
        child.wait_with_output().map_err(not_run)
    })
}

/// Says how a command failed: its line, its status, and all that it wrote.
pub(crate) fn failure(command: &Command, output: &Output) -> Error {
    Error::new(format!(
        "{} failed with {}\n{}{}",
        line(command),
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    ))
}

/// Writes a command as one would type it.
fn line(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}
