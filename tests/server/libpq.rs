//! The distribution's libpq, as an oracle of what connection strings mean.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::{Value, json};
use share_tests::{Error, Result};

/// Values of parameters by their names.
pub(crate) type Values = BTreeMap<String, String>;

/// Name, variable and default of a parameter.
pub(crate) type Name = (String, Option<String>, Option<String>);

/// What libpq makes of parameters and an environment.
#[derive(Debug)]
pub(crate) struct Settled {
    pub(crate) values: Values,
    /// Also from a password file.
    pub(crate) password: String,
}

/// A running program that has libpq loaded.
pub(crate) struct Libpq {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Libpq {
    pub(crate) fn load() -> Result<Self> {
        // The distribution's own: another python3 may have another libpq.
        let mut process = Command::new("/usr/bin/python3")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/server/libpq.py"))
            .env("LC_ALL", "C.UTF-8")
            .env_remove("LD_LIBRARY_PATH")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let missing = || Error::new("a pipe is missing");
        Ok(Self {
            input: process.stdin.take().ok_or_else(missing)?,
            output: BufReader::new(process.stdout.take().ok_or_else(missing)?),
            process,
        })
    }

    fn ask(&mut self, question: &Value) -> Result<Value> {
        writeln!(self.input, "{question}")?;
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        serde_json::from_str(&line).map_err(|came| Error::new(format!("{came} in {line:?}")))
    }

    /// Each parameter.
    pub(crate) fn names(&mut self) -> Result<Vec<Name>> {
        let answer = self.ask(&json!({"names": true}))?;
        let found = serde_json::from_value(answer["names"].clone());
        found.map_err(|came| Error::new(came.to_string()))
    }

    /// What a string says, none if it is refused.
    pub(crate) fn parse(&mut self, text: &str) -> Result<Option<Values>> {
        let answer = self.ask(&json!({"parse": text}))?;
        Ok(values(&answer))
    }

    /// What parameters say in an environment, none if they are refused.
    pub(crate) fn settle(
        &mut self,
        parameters: &[(&str, &str)],
        variables: &Values,
    ) -> Result<Option<Settled>> {
        let answer = self.ask(&json!({"settle": parameters, "variables": variables}))?;
        Ok(values(&answer).map(|values| Settled {
            values,
            password: answer["password"].as_str().unwrap_or_default().to_owned(),
        }))
    }
}

fn values(answer: &Value) -> Option<Values> {
    serde_json::from_value(answer.get("values")?.clone()).ok()
}

impl Drop for Libpq {
    fn drop(&mut self) {
        // It holds nothing that needs a good end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs so many cases and leaves no file behind.
pub(crate) fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    })
}

/// Fails a case by an error.
pub(crate) fn failed(came: impl std::fmt::Debug) -> TestCaseError {
    TestCaseError::fail(format!("{came:?}"))
}

/// What our own reader makes of a string, none if it refuses.
pub(crate) fn ours(text: &str) -> Option<Values> {
    let found = share_connect::parse(text).ok()?;
    Some(
        found
            .iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
    )
}
