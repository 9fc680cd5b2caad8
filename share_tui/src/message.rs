//! What can happen: the one kind of thing that the loop receives.

use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::db::problem::{Kind, Problem};
use crate::picture::Picture;

/// The number of a call, by which its reply is known again.
pub type Number = u64;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The mouse was used.
    Mouse(MouseEvent),
    /// The terminal has another size.
    Resize,
    /// The server has answered a call.
    Reply(Reply),
    /// The connection has another state.
    Connection(Connection),
    /// The server has announced something on a channel.
    Announced {
        /// The channel.
        channel: String,
        /// What was said.
        payload: String,
    },
    /// A picture has come, or why not.
    Fetched(Result<Picture, String>),
    /// It is time for what was put off, or for another picture of what is going on.
    Woken,
    /// The program is to stop until it is brought back.
    Suspend,
    /// The program goes on after it was stopped.
    Resumed,
    /// The program is to end.
    Terminate,
}

/// The answer to a call.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The call's number.
    pub number: Number,
    /// The function that was called.
    pub function: &'static str,
    /// The rows as JSON texts, or what went wrong.
    pub result: Result<Vec<String>, Problem>,
}

impl Reply {
    /// The rows as values of a type.
    ///
    /// # Errors
    /// What went wrong with the call, and rows of another shape.
    pub fn rows<T: DeserializeOwned>(&self) -> Result<Vec<T>, Problem> {
        let rows = self.result.as_ref().map_err(Clone::clone)?;
        let read = rows.iter().map(|row| serde_json::from_str(row));
        self.known(read.collect())
    }

    /// Values of the reply in another shape.
    ///
    /// # Errors
    /// Values that do not have it.
    pub fn shaped<T: DeserializeOwned>(&self, rows: Vec<Value>) -> Result<Vec<T>, Problem> {
        self.known(rows.into_iter().map(serde_json::from_value).collect())
    }

    fn known<T>(&self, read: Result<Vec<T>, serde_json::Error>) -> Result<Vec<T>, Problem> {
        read.map_err(|error| {
            Problem::new(
                Kind::TooOld,
                format!("share.{} answers in another form: {error}", self.function),
                Some("pg_share and share_tui are of different versions"),
            )
        })
    }
}

/// How the connection stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Connection {
    /// Under way for the first time.
    Connecting,
    /// Calls are answered.
    Connected {
        /// Whether the server is a standby.
        is_standby: bool,
    },
    /// The server was lost.
    Lost {
        /// What was heard last.
        why: String,
        /// When the next try is.
        retry_in: Duration,
    },
}
