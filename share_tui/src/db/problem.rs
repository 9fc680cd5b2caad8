//! What can go wrong with a call, as a sentence for people and a code for programs.

use std::fmt;

use postgres::error::SqlState;

/// The kind of a problem: what somebody can do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The server cannot be reached, or was lost on the way.
    Unreachable,
    /// The extension is not in this database.
    NotInstalled,
    /// The extension has no tables yet, or older ones.
    NotMigrated,
    /// The extension is older than this program needs.
    TooOld,
    /// The role may not.
    Denied,
    /// There is no such thing.
    NotFound,
    /// It is so already, or somebody was faster.
    Conflict,
    /// It has ended.
    Gone,
    /// What was given is not accepted.
    Invalid,
    /// The server only reads: a standby, or a session that is read-only.
    ReadOnly,
    /// It was cancelled.
    Cancelled,
    /// Anything else, as the server said it.
    Other,
}

/// A problem with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What somebody can do about it.
    pub kind: Kind,
    /// The server's code, if it came from the server.
    pub code: Option<String>,
    /// What happened.
    pub message: String,
    /// The values.
    pub detail: Option<String>,
    /// What to do.
    pub hint: Option<String>,
    /// The constraint that was violated.
    pub constraint: Option<String>,
}

impl Problem {
    /// A problem that the server did not tell.
    #[must_use]
    pub fn new(kind: Kind, message: impl Into<String>, hint: Option<&str>) -> Self {
        Self {
            kind,
            code: None,
            message: message.into(),
            detail: None,
            hint: hint.map(str::to_owned),
            constraint: None,
        }
    }

    /// The server was lost while a change was on its way.
    #[must_use]
    pub fn unknown_outcome() -> Self {
        Self::new(
            Kind::Unreachable,
            "the server was lost before it answered",
            Some("whether the change was made is not known: look before you try again"),
        )
    }
}

impl From<&postgres::Error> for Problem {
    fn from(error: &postgres::Error) -> Self {
        let Some(told) = error.as_db_error() else {
            return Self::new(Kind::Unreachable, sentence_of(error), None);
        };
        let mut problem = Self {
            kind: kind_of(told.code(), told.message()),
            code: Some(told.code().code().to_owned()),
            message: told.message().to_owned(),
            detail: told.detail().map(str::to_owned),
            hint: told.hint().map(str::to_owned),
            constraint: told.constraint().map(str::to_owned),
        };
        if problem.kind == Kind::NotInstalled {
            "pg_share is not in this database".clone_into(&mut problem.message);
            problem.hint = Some("share_tui init creates it".to_owned());
        }
        problem
    }
}

/// The error without its cause says only that there is one.
fn sentence_of(error: &postgres::Error) -> String {
    let cause = std::error::Error::source(error);
    cause.map_or_else(|| error.to_string(), ToString::to_string)
}

fn kind_of(code: &SqlState, message: &str) -> Kind {
    match code.code() {
        "3F000" | "42883" if message.contains("share") && code.code() == "3F000" => {
            Kind::NotInstalled
        }
        "42883" => Kind::TooOld,
        "55000" if message.contains("tables of pg_share") => Kind::NotMigrated,
        "42501" | "28000" | "28P01" | "PT401" => Kind::Denied,
        "PT404" => Kind::NotFound,
        "PT410" => Kind::Gone,
        "23505" | "40001" | "40P01" | "55P03" => Kind::Conflict,
        "25006" => Kind::ReadOnly,
        "57014" => Kind::Cancelled,
        "57P01" | "57P02" | "57P03" => Kind::Unreachable,
        other if other.starts_with("08") => Kind::Unreachable,
        other if other.starts_with("22") || other.starts_with("23") || other == "PT413" => {
            Kind::Invalid
        }
        _ => Kind::Other,
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)?;
        for more in [&self.detail, &self.hint].into_iter().flatten() {
            if !more.is_empty() {
                write!(out, "; {more}")?;
            }
        }
        if let Some(code) = &self.code {
            write!(out, " ({code})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
