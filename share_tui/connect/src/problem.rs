//! Why there is no connection, each way with a sentence that says what to do.
//!
//! No password is in any of it. What the server said is in some, and has to be cleaned before it reaches a terminal.

use std::fmt;
use std::path::PathBuf;

use crate::origin::PasswordOrigin;

/// A reason why there is no connection. [`Problem::advice`] says what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A URI or conninfo string cannot be read.
    #[error("the connection string is wrong at character {at}: {what}")]
    Syntax {
        /// What is wrong there.
        what: &'static str,
        /// The place, in bytes from 1.
        at: usize,
    },
    /// A name that is no parameter of libpq.
    #[error("there is no connection parameter {0:?}")]
    UnknownParameter(String),
    /// A value that a parameter or variable does not take.
    #[error("{name} has a value that is not possible: it takes {wanted}")]
    Value {
        /// The parameter or variable.
        name: String,
        /// What it takes.
        wanted: &'static str,
    },
    /// A parameter that asks for what cannot be done here.
    #[error("{name} is not supported: {why}")]
    Unsupported {
        /// The parameter.
        name: &'static str,
        /// What it would take.
        why: &'static str,
    },
    /// Two parameters that do not go together.
    #[error("{0}")]
    Conflict(&'static str),
    /// Lists of hosts, addresses and ports that do not have the same length.
    #[error("{hosts} hosts do not go with {others} values of {name}")]
    Count {
        /// How many hosts.
        hosts: usize,
        /// The other list.
        name: &'static str,
        /// How long it is.
        others: usize,
    },
    /// A service that no service file has.
    #[error("no service file has the service {0:?}")]
    UnknownService(String),
    /// A service file with a line that cannot be read.
    #[error("line {line} of the service file {file} {what}")]
    ServiceFile {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        what: &'static str,
    },
    /// A file that is named and cannot be used.
    #[error("the file {} of {name} {what}", path.display())]
    File {
        /// The parameter that names it.
        name: &'static str,
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// A host name without an address.
    #[error("the host {host} has no address: {said}")]
    Unresolved {
        /// The host.
        host: String,
        /// What the resolver said.
        said: String,
    },
    /// Nobody listens there, or the network does not lead there.
    #[error("no server answers at {place}: {said}")]
    Unreachable {
        /// Host and port.
        place: String,
        /// What the system said.
        said: String,
    },
    /// The server did not answer within `connect_timeout`.
    #[error("the server at {place} did not answer within {seconds} seconds")]
    TimedOut {
        /// Host and port.
        place: String,
        /// `connect_timeout`.
        seconds: u64,
    },
    /// The connection broke before it was ready.
    #[error("the server at {place} ended the connection: {said}")]
    Broken {
        /// Host and port.
        place: String,
        /// What was seen.
        said: String,
    },
    /// TLS is demanded and the server has none.
    #[error("the server at {place} does not offer TLS, which sslmode={mode} demands")]
    NoTls {
        /// Host and port.
        place: String,
        /// The sslmode.
        mode: &'static str,
    },
    /// The certificate of the server is not accepted, or the server accepts none of ours.
    #[error("TLS with {place} failed: {said}")]
    Tls {
        /// Host and port.
        place: String,
        /// What was wrong.
        said: String,
    },
    /// A password is wanted and there is none.
    #[error("{user} needs a password at {place}")]
    PasswordWanted {
        /// The user.
        user: String,
        /// Host and port.
        place: String,
    },
    /// The password is wrong.
    #[error("the server at {place} refused the password of {user} {origin}")]
    PasswordRefused {
        /// The user.
        user: String,
        /// Host and port.
        place: String,
        /// Where the password came from.
        origin: PasswordOrigin,
    },
    /// The server asks for a proof that cannot be given here, or gives none of itself.
    #[error("signing in at {place} failed: {said}")]
    Authentication {
        /// Host and port.
        place: String,
        /// What was wrong.
        said: String,
    },
    /// The server has no place for this user, database, address or encryption in its rules.
    #[error("the server at {place} does not let {user} in: {said}")]
    NotAllowed {
        /// The user.
        user: String,
        /// Host and port.
        place: String,
        /// What the server said.
        said: String,
    },
    /// The database does not exist.
    #[error("the server at {place} has no database {database:?}")]
    NoDatabase {
        /// The database.
        database: String,
        /// Host and port.
        place: String,
    },
    /// The server starts, stops or recovers.
    #[error("the server at {place} is not ready: {said}")]
    NotReady {
        /// Host and port.
        place: String,
        /// What the server said.
        said: String,
    },
    /// All connections of the server are taken.
    #[error("the server at {place} has no connection left: {said}")]
    Full {
        /// Host and port.
        place: String,
        /// What the server said.
        said: String,
    },
    /// A pooler refuses `options`, which the user has set.
    #[error("the pooler at {place} takes no options: {said}")]
    OptionsRefused {
        /// Host and port.
        place: String,
        /// What it said.
        said: String,
    },
    /// The server is not what `target_session_attrs` asks for.
    #[error("the server at {place} is not what target_session_attrs={wanted} asks for")]
    Unsuitable {
        /// Host and port.
        place: String,
        /// The value of `target_session_attrs`.
        wanted: &'static str,
    },
    /// Any other refusal of the server.
    #[error("the server at {place} refused: {code} {said}")]
    Server {
        /// Host and port.
        place: String,
        /// The SQLSTATE.
        code: String,
        /// Message, detail and hint.
        said: String,
    },
    /// None of several hosts could be used.
    #[error("none of {} hosts can be used", .0.len())]
    Hosts(Vec<Problem>),
}

impl Problem {
    /// What the user can do about it.
    #[must_use]
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => {
                "write a URI as postgresql://user@host:port/database, or name=value pairs with quotes around values that have blanks"
            }
            Self::UnknownParameter(_) => {
                "look for a typing mistake; a value with blanks needs quotes"
            }
            Self::Value { .. } | Self::Count { .. } | Self::Conflict(_) => {
                "change the connection string, the option or the PG variable that says it"
            }
            Self::Unsupported { .. } => {
                "leave the parameter away if you can do without; it is not ignored, because that would be less safe than you asked for"
            }
            Self::UnknownService(_) => {
                "add a section of that name to ~/.pg_service.conf, or name the file by PGSERVICEFILE"
            }
            Self::ServiceFile { .. } => "correct that line; libpq reads the same file",
            Self::File { .. } => "correct the path, the file or its rights",
            Self::Unresolved { .. } => {
                "look for a typing mistake in the host, and whether the name service can be reached"
            }
            Self::Unreachable { .. } => {
                "see whether the server runs, listens on that address and port, and is let through by firewalls"
            }
            Self::TimedOut { .. } => {
                "see whether the network leads there and the server is alive; connect_timeout gives it longer"
            }
            Self::Broken { .. } => "try again; the server's log says why it ended the connection",
            Self::NoTls { .. } => {
                "switch ssl on at the server, or choose sslmode=prefer if an unprotected connection will do"
            }
            Self::Tls { .. } => {
                "give the right CA by sslrootcert and the host name as the certificate has it among its subjectAltName; never lower sslmode only to get through"
            }
            Self::PasswordWanted { .. } => {
                "type it when asked, or keep it in ~/.pgpass with rights 0600"
            }
            Self::PasswordRefused { .. } => "correct the password where it came from",
            Self::Authentication { .. } => {
                "choose scram-sha-256, md5, password or cert for this user in pg_hba.conf; GSSAPI, SSPI and OAuth are not supported here, nor channel_binding=require without TLS and scram-sha-256"
            }
            Self::NotAllowed { .. } => {
                "see that user and database are right, then have a line for them added to pg_hba.conf of the server"
            }
            Self::NoDatabase { .. } => "name another database, or create it with createdb",
            Self::NotReady { .. } => "wait until the server has started or recovered",
            Self::Full { .. } => {
                "end sessions that nobody needs, raise max_connections, or connect through a pooler"
            }
            Self::OptionsRefused { .. } => {
                "unset PGOPTIONS and options, or have options added to ignore_startup_parameters of the pooler"
            }
            Self::Unsuitable { .. } => {
                "name the host that is, or several hosts, or choose another target_session_attrs"
            }
            Self::Server { .. } => "the server's own message says what is missing",
            Self::Hosts(problems) => problems.last().map_or("name a host", Self::advice),
        }
    }

    /// The problem and, of several hosts, each one's, a line for each.
    #[must_use]
    pub fn told(&self) -> String {
        let mut text = self.to_string();
        if let Self::Hosts(problems) = self {
            for problem in problems {
                text.push('\n');
                text.push_str(&problem.told());
            }
        }
        text
    }

    /// Whether another try may go well although nobody changes anything: for a client that waits for its server.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Unresolved { .. }
            | Self::Unreachable { .. }
            | Self::TimedOut { .. }
            | Self::Broken { .. }
            | Self::NotReady { .. }
            | Self::Full { .. }
            | Self::Unsuitable { .. } => true,
            Self::Hosts(problems) => problems.iter().any(Self::may_pass),
            _ => false,
        }
    }

    /// Whether another host may do better, as libpq sees it: not when this one has turned us away.
    pub(crate) fn lets_go_on(&self) -> bool {
        matches!(
            self,
            Self::Unresolved { .. }
                | Self::Unreachable { .. }
                | Self::TimedOut { .. }
                | Self::Broken { .. }
                | Self::NotReady { .. }
                | Self::Unsuitable { .. }
                | Self::Hosts(_)
        )
    }
}

impl fmt::Display for PasswordOrigin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given => {
                formatter.write_str("that was given or stands in PGPASSWORD or the service file")
            }
            Self::File(path) => write!(formatter, "that stands in {}", path.display()),
            Self::Asked => formatter.write_str("that was typed"),
        }
    }
}
