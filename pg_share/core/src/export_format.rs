//! The forms in which a key is handed to a server.

use crate::algorithm::Algorithm;
use crate::error::ShareError;

/// Names who reads an exported key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    /// Any JOSE software: a JWK set (RFC 7517 §5).
    Jwk,
    /// Apache Traffic Server's `uri_signing` plugin.
    Ats,
    /// `HAProxy` 2.6 and later.
    Haproxy,
    /// nginx's secure link module.
    Nginx,
}

impl ExportFormat {
    /// All formats, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::Jwk, Self::Ats, Self::Haproxy, Self::Nginx];

    /// Gives the name used in SQL.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jwk => "jwk",
            Self::Ats => "ats",
            Self::Haproxy => "haproxy",
            Self::Nginx => "nginx",
        }
    }

    /// Reads the name used in SQL.
    ///
    /// # Errors
    /// [`ShareError::UnknownFormat`].
    pub fn parse(name: &str) -> Result<Self, ShareError> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == name)
            .ok_or_else(|| ShareError::UnknownFormat(name.to_owned()))
    }

    /// Gives the algorithm of the keys that it can hold.
    #[must_use]
    pub const fn algorithm(self) -> Algorithm {
        match self {
            Self::Jwk | Self::Ats | Self::Haproxy => Algorithm::Hs256,
            Self::Nginx => Algorithm::Md5,
        }
    }
}
