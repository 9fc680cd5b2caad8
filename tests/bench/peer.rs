//! Contenders in other languages: a program that works as often as it is told and says what CPU time it took.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use share_tests::{Error, Place, Result};

use crate::clock;
use crate::contender::Contender;

/// A language with a package manager of its own.
#[derive(Clone, Copy)]
pub(crate) enum Language {
    Python,
    Node,
}

impl Language {
    /// Fetches a package at its exact version to a folder of its own, once, and returns the interpreter that finds it.
    fn fetch(self, package: &str) -> Result<Command> {
        let folder = Place::target().join("peers").join(package);
        let stamp = folder.join("complete");
        if !stamp.exists() {
            eprintln!("fetching {package} to {}", folder.display());
            fs::create_dir_all(&folder)?;
            self.install(&folder, package)?;
            fs::write(&stamp, "")?;
        }
        Ok(match self {
            Self::Python => Command::new(folder.join("bin/python")),
            Self::Node => {
                let mut node = Command::new("node");
                node.env("NODE_PATH", folder.join("node_modules"));
                node
            }
        })
    }

    fn install(self, folder: &Path, package: &str) -> Result {
        match self {
            Self::Python => {
                run(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
                run(Command::new(folder.join("bin/pip"))
                    .args(["install", "--quiet", "--disable-pip-version-check"])
                    .args(["--timeout", "20", "--retries", "1"])
                    .arg(package))
            }
            Self::Node => run(Command::new("npm")
                .args(["install", "--no-audit", "--no-fund", "--ignore-scripts"])
                .args(["--fetch-timeout=20000", "--fetch-retries=1", "--prefix"])
                .arg(folder)
                .arg(package)),
        }
    }
}

/// Runs a command that is only allowed to fail with all it wrote.
fn run(command: &mut Command) -> Result {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|came| Error::new(format!("{name}: {came}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let last = said.lines().rfind(|line| !line.trim().is_empty());
    Err(Error::new(format!("{name}: {}", last.unwrap_or_default())))
}

/// A running program; dropping it ends its input, on which it ends too.
pub(crate) struct Peer {
    process: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    times: u32,
}

impl Peer {
    /// Starts a program of `tests/bench/peers` on its package and returns it with the URL that it made for number 0. It
    /// works so many times in a round.
    pub(crate) fn start(
        language: Language,
        program: &str,
        package: &str,
        given: &Value,
        times: u32,
    ) -> Result<(Self, String)> {
        let mut process = language
            .fetch(package)?
            .arg(source(program))
            .arg(given.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|came| Error::new(format!("{program} could not be started: {came}")))?;
        let gone = || Error::new("the program has no input or output");
        let mut peer = Self {
            input: Some(process.stdin.take().ok_or_else(gone)?),
            output: BufReader::new(process.stdout.take().ok_or_else(gone)?),
            process,
            times,
        };
        let sample = peer.line()?;
        Ok((peer, sample))
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            return Err(Error::new("the program has ended; what it said is above"));
        }
        Ok(line.trim_end().to_owned())
    }
}

impl Contender for Peer {
    fn round(&mut self) -> Result<f64> {
        if let Some(input) = &mut self.input {
            writeln!(input, "{}", self.times)?;
            input.flush()?;
        }
        let said = self.line()?;
        let taken = said
            .parse()
            .map(Duration::from_nanos)
            .map_err(|_| Error::new(format!("no nanoseconds: {said}")))?;
        Ok(clock::nanoseconds(taken) / f64::from(self.times))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.process.wait();
    }
}

fn source(program: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("bench/peers")
        .join(program)
}
