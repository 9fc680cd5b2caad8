//! A session with a server, over which calls are made.

use postgres::types::{ToSql, Type};
use postgres::{CancelToken, Client};

use super::argument::Argument;
use super::problem::{Kind, Problem};
use crate::call::{Access, Call};

/// A connection and what it is allowed to do.
pub struct Session {
    client: Client,
    read_only: bool,
}

impl Session {
    /// Takes over a connection.
    #[must_use]
    pub fn new(client: Client, read_only: bool) -> Self {
        Self { client, read_only }
    }

    /// Cancels what the session is doing, from another thread.
    #[must_use]
    pub fn cancel_token(&self) -> CancelToken {
        self.client.cancel_token()
    }

    /// Makes a call; each row is one JSON text.
    ///
    /// # Errors
    /// What the server refuses, and the loss of the server.
    pub fn call(&mut self, call: &Call) -> Result<Vec<String>, Problem> {
        if self.read_only && call.access() == Access::Writes {
            return Err(Problem::new(
                Kind::ReadOnly,
                "this session only reads",
                Some("leave out --read-only to make changes"),
            ));
        }
        let arguments: Vec<Argument<'_>> = call
            .arguments()
            .iter()
            .map(|(_, value)| Argument(value))
            .collect();
        // Without a type of ours the server takes that of the function's argument. Nothing is prepared, for poolers.
        let typed: Vec<(&(dyn ToSql + Sync), Type)> = arguments
            .iter()
            .map(|argument| (argument as &(dyn ToSql + Sync), Type::UNKNOWN))
            .collect();
        let rows = if self.read_only {
            // Also behind a pooler, which does not keep a session's settings.
            let begun = self.client.build_transaction().read_only(true).start();
            begun.and_then(|mut transaction| {
                let rows = transaction.query_typed(&call.statement(), &typed)?;
                transaction.commit()?;
                Ok(rows)
            })
        } else {
            self.client.query_typed(&call.statement(), &typed)
        };
        rows.map(|rows| {
            rows.iter()
                .map(|row| {
                    row.get::<_, Option<String>>(0)
                        .unwrap_or_else(|| "null".to_owned())
                })
                .collect()
        })
        .map_err(|error| Problem::from(&error))
    }
}
