//! Where a password came from, and the question for one.

use std::path::PathBuf;

/// Where a password came from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PasswordOrigin {
    /// The connection string, `PGPASSWORD` or the service file.
    Given,
    /// A password file.
    File(PathBuf),
    /// The user, who was asked.
    Asked,
}

/// What the user is asked a password for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Prompt {
    /// The user.
    pub user: String,
    /// The host, or the folder of the socket.
    pub host: String,
    /// The port.
    pub port: u16,
    /// The database.
    pub database: String,
    /// How often a password was refused since the first question.
    pub refused: u32,
}
