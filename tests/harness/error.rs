//! The one error of the harness: what was tried, and what came back.

use std::fmt;
use std::path::Path;

/// The result of everything here; a test that returns it may use `?` throughout.
pub type Result<T = ()> = std::result::Result<T, Error>;

/// Says what was tried and, on further lines, what came back.
#[derive(Clone, thiserror::Error)]
#[error("{0}")]
pub struct Error(String);

impl Error {
    /// Makes an error of a sentence.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Makes an error about a file or folder.
    pub(crate) fn path(tried: &str, path: &Path, came: &std::io::Error) -> Self {
        Self(format!("{tried} {}: {came}", path.display()))
    }
}

/// A test that returns an error is reported by its `Debug`, which has to be read by people.
impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<std::io::Error> for Error {
    fn from(came: std::io::Error) -> Self {
        Self(came.to_string())
    }
}

/// The client's own text is only "db error"; what the server said stands in the source.
impl From<postgres::Error> for Error {
    fn from(came: postgres::Error) -> Self {
        let Some(said) = came.as_db_error() else {
            return Self(came.to_string());
        };
        let mut text = format!("{} {}", said.code().code(), said.message());
        for (name, value) in [
            ("DETAIL", said.detail()),
            ("HINT", said.hint()),
            ("CONTEXT", said.where_()),
        ] {
            if let Some(value) = value {
                text = format!("{text}\n{name}: {value}");
            }
        }
        Self(text)
    }
}
