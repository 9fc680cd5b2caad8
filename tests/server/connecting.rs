//! Connecting in tests: with a home of one's own, with nobody who types passwords unless one is told.

use std::path::PathBuf;

use postgres::error::SqlState;
use share_connect::{Connected, Disk, Environment, Given, Problem, Settings};
use share_tests::{Error, Place, Result};

/// The surroundings of an operator.
pub(crate) struct Operator {
    pub(crate) environment: Environment,
}

impl Operator {
    /// One with an empty home and no variables.
    pub(crate) fn new() -> Result<Self> {
        let home = Place::get()?.folder_of_process("operator")?;
        Ok(Self {
            environment: Environment {
                system_folder: home.clone(),
                home: Some(home),
                user: Some("ada".to_owned()),
                ..Environment::default()
            },
        })
    }

    /// A path in the home.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.environment.home.clone().unwrap_or_default().join(name)
    }

    pub(crate) fn set(&mut self, variable: &str, value: &str) {
        let variables = &mut self.environment.variables;
        variables.insert(variable.to_owned(), value.to_owned());
    }

    pub(crate) fn settings(&self, target: &str) -> std::result::Result<Settings, Problem> {
        let given = Given {
            target: Some(target.to_owned()),
            ..Given::default()
        };
        Settings::resolve(&given, &self.environment, &Disk)
    }

    /// Connects without typing anything.
    pub(crate) fn connect(&self, target: &str) -> std::result::Result<Connected, Problem> {
        share_connect::connect(&self.settings(target)?, &mut |_| None)
    }

    /// What comes of connecting, in a word: `tls` or `clear`, else the kind of problem.
    pub(crate) fn outcome(&self, target: &str) -> Result<String> {
        let mut connected = match self.connect(target) {
            Ok(connected) => connected,
            Err(problem) => return Ok(kind(&problem)),
        };
        let row = connected.client.query_one(
            "select coalesce((select s.ssl from pg_stat_ssl s where s.pid = pg_backend_pid()), false)",
            &[],
        )?;
        assert_eq!(
            row.get::<_, bool>(0),
            connected.encrypted,
            "what the server says"
        );
        Ok(if connected.encrypted { "tls" } else { "clear" }.to_owned())
    }
}

/// The name of a kind of problem.
pub(crate) fn kind(problem: &Problem) -> String {
    let text = format!("{problem:?}");
    let end = text.find(|letter: char| !letter.is_alphanumeric());
    text[..end.unwrap_or(text.len())].to_owned()
}

/// The problem of a try that has to fail.
pub(crate) fn problem(tried: std::result::Result<Connected, Problem>) -> Result<Problem> {
    match tried {
        Ok(connected) => Err(Error::new(format!("{connected:?} stands"))),
        Err(problem) => {
            assert!(!problem.advice().is_empty());
            Ok(problem)
        }
    }
}

/// Makes a problem one of the tests.
pub(crate) fn told(problem: &Problem) -> Error {
    Error::new(problem.told())
}

/// The SQLSTATE of a statement that has to fail.
pub(crate) fn state<T>(ran: std::result::Result<T, postgres::Error>) -> Option<SqlState> {
    ran.err().and_then(|came| came.code().cloned())
}
