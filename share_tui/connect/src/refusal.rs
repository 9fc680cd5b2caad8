//! Says what an error of the client library or the server means.

use std::error::Error as _;
use std::io;

use postgres::Error;
use postgres::error::DbError;

use crate::channel::Stage;
use crate::problem::Problem;

/// What was tried, for the words of a problem.
pub(crate) struct Tried<'all> {
    pub(crate) user: &'all str,
    pub(crate) database: &'all str,
    pub(crate) place: &'all str,
    pub(crate) mode: &'static str,
    pub(crate) seconds: u64,
    pub(crate) stage: Stage,
}

/// What is behind an error, before anybody has been asked anything.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// A password is wanted, and none was given.
    PasswordWanted,
    /// The password was wrong.
    PasswordWrong,
    /// A pooler does not take `options`, in its own words.
    Options(String),
    /// The other side did not manage TLS.
    Handshake(Problem),
    /// Anything else.
    Final(Problem),
}

/// Reads an error.
pub(crate) fn read(error: &Error, tried: &Tried<'_>) -> Refusal {
    if let Some(said) = error.as_db_error() {
        return of_server(said, tried);
    }
    let place = tried.place.to_owned();
    let text = text(error);
    let kind = io_kind(error);
    // The library's errors have a kind that can only be read as text.
    match error.to_string().as_str() {
        "invalid configuration" if text == "password missing" => Refusal::PasswordWanted,
        _ if kind == Some(io::ErrorKind::TimedOut) => Refusal::Final(Problem::TimedOut {
            place,
            seconds: tried.seconds,
        }),
        "authentication error" => Refusal::Final(Problem::Authentication { place, said: text }),
        "error connecting to server" => Refusal::Final(Problem::Unreachable { place, said: text }),
        _ => match tried.stage {
            Stage::Refused => Refusal::Final(Problem::NoTls {
                place,
                mode: tried.mode,
            }),
            Stage::Handshake => Refusal::Handshake(Problem::Tls { place, said: text }),
            Stage::Encrypted if is_alert(error) => {
                Refusal::Handshake(Problem::Tls { place, said: text })
            }
            _ => Refusal::Final(Problem::Broken { place, said: text }),
        },
    }
}

/// What an error says, which the library keeps behind it.
pub(crate) fn text(error: &Error) -> String {
    if let Some(said) = error.as_db_error() {
        return words(said);
    }
    error
        .source()
        .map_or_else(|| error.to_string(), ToString::to_string)
}

/// Whether TLS itself was refused afterwards, as TLS 1.3 does with certificates of clients.
fn is_alert(error: &Error) -> bool {
    let cause = error.source().and_then(|it| it.downcast_ref::<io::Error>());
    cause
        .and_then(io::Error::get_ref)
        .is_some_and(<dyn std::error::Error + Send + Sync>::is::<rustls::Error>)
}

fn io_kind(error: &Error) -> Option<io::ErrorKind> {
    let cause = error.source()?.downcast_ref::<io::Error>()?;
    Some(cause.kind())
}

/// Message, detail and hint in one line.
fn words(said: &DbError) -> String {
    let mut text = said.message().to_owned();
    for more in [said.detail(), said.hint()].into_iter().flatten() {
        text.push_str("; ");
        text.push_str(more);
    }
    text
}

fn of_server(said: &DbError, tried: &Tried<'_>) -> Refusal {
    let place = tried.place.to_owned();
    let user = tried.user.to_owned();
    let code = said.code().code();
    let message = said.message();
    let words = words(said);
    let problem = match code {
        "28P01" => return Refusal::PasswordWrong,
        // PgBouncer has this one code for almost all.
        "08P01" if message.contains("startup parameter") => return Refusal::Options(words),
        "08P01" if message.contains("authentication failed") => return Refusal::PasswordWrong,
        "08P01" if is_missing_database(message) => Problem::NoDatabase {
            database: tried.database.to_owned(),
            place,
        },
        "08P01"
            if message.contains("no such user")
                || message.contains("SSL required")
                || message.contains("pg_hba.conf") =>
        {
            Problem::NotAllowed {
                user,
                place,
                said: words,
            }
        }
        "3D000" => Problem::NoDatabase {
            database: tried.database.to_owned(),
            place,
        },
        "28000" | "42501" => Problem::NotAllowed {
            user,
            place,
            said: words,
        },
        "57P03" | "57P01" | "57P02" => Problem::NotReady { place, said: words },
        "53300" => Problem::Full { place, said: words },
        _ => Problem::Server {
            place,
            code: code.to_owned(),
            said: words,
        },
    };
    Refusal::Final(problem)
}

/// Whether a pooler says so, of its own or of its server's knowledge.
fn is_missing_database(message: &str) -> bool {
    message.contains("no such database")
        || message.starts_with("database ") && message.ends_with(" does not exist")
}
