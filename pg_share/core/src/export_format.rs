//! The forms in which a key is handed to a server.

use crate::algorithm::Algorithm;
use crate::encoding::Encoding;
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
    /// Whoever takes the bare secret, in one of the encodings.
    Bare(Encoding),
}

impl ExportFormat {
    /// All formats, in the order of the documentation.
    pub const ALL: [Self; 9] = [
        Self::Jwk,
        Self::Ats,
        Self::Haproxy,
        Self::Nginx,
        Self::Bare(Encoding::Text),
        Self::Bare(Encoding::Hex),
        Self::Bare(Encoding::Base64),
        Self::Bare(Encoding::Base64Url),
        Self::Bare(Encoding::Pem),
    ];

    /// Gives the name used in SQL.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jwk => "jwk",
            Self::Ats => "ats",
            Self::Haproxy => "haproxy",
            Self::Nginx => "nginx",
            Self::Bare(encoding) => encoding.as_str(),
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

    /// Tells whether it can hold keys for an algorithm.
    #[must_use]
    pub const fn fits(self, algorithm: Algorithm) -> bool {
        match self {
            Self::Jwk | Self::Ats | Self::Haproxy => matches!(algorithm, Algorithm::Hs256),
            Self::Nginx => matches!(algorithm, Algorithm::Md5),
            Self::Bare(Encoding::Pem) => algorithm.is_asymmetric(),
            Self::Bare(_) => !matches!(algorithm, Algorithm::ShareToken),
        }
    }

    /// Gives all names, comma separated, for hints.
    #[must_use]
    pub fn names() -> String {
        Self::ALL.map(Self::as_str).join(", ")
    }
}
