//! Why a command did not do what it was asked to, and the exit code that says so to programs.

use std::fmt;
use std::io;

use crate::db::problem::{Kind, Problem};

/// The program was interrupted, by the convention of shells: 128 and the number of the signal.
pub(super) const INTERRUPTED: u8 = 130;

/// Why a command ended early.
#[derive(Debug)]
pub(super) enum Failure {
    /// The server refused, or cannot be reached.
    Problem(Problem),
    /// The command line or the configuration is wrong.
    Usage(String),
    /// The operator said no.
    Declined,
    /// Interrupted; with what was done until then.
    Interrupted(String),
    /// Something was found to be wrong, and has been said already.
    Said(u8),
    /// Input or output.
    Io(io::Error),
}

impl Failure {
    /// The exit code.
    pub(super) fn code(&self) -> u8 {
        match self {
            Self::Problem(problem) => code(problem.kind),
            Self::Usage(_) => 2,
            Self::Interrupted(_) => INTERRUPTED,
            Self::Said(code) => *code,
            // Nobody reads any more: that is no failure.
            Self::Io(came) if came.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Declined | Self::Io(_) => 1,
        }
    }
}

fn code(kind: Kind) -> u8 {
    match kind {
        Kind::Invalid => 2,
        Kind::NotFound => 3,
        Kind::Conflict | Kind::Gone => 4,
        Kind::Denied => 5,
        Kind::Unreachable => 6,
        Kind::NotInstalled | Kind::NotMigrated | Kind::TooOld => 7,
        Kind::ReadOnly => 8,
        Kind::Cancelled | Kind::Other => 1,
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(problem) => write!(out, "{problem}"),
            Self::Usage(words) => out.write_str(words),
            Self::Declined => out.write_str("nothing was done"),
            Self::Interrupted(done) if done.is_empty() => out.write_str("interrupted"),
            Self::Interrupted(done) => write!(out, "interrupted: {done}"),
            Self::Said(_) => Ok(()),
            Self::Io(came) => write!(out, "{came}"),
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<io::Error> for Failure {
    fn from(came: io::Error) -> Self {
        Self::Io(came)
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::Failure;

    #[test]
    fn a_reader_that_has_gone_is_no_failure() {
        assert_eq!(
            0,
            Failure::from(io::Error::from(io::ErrorKind::BrokenPipe)).code()
        );
        assert_eq!(
            1,
            Failure::from(io::Error::from(io::ErrorKind::StorageFull)).code()
        );
    }
}
