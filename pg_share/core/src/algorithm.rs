//! What a signing key is made for; the algorithm belongs to the key, never to a token's header (RFC 8725 §3.1).

use std::fmt;
use std::ops::RangeInclusive;

use crate::error::ShareError;

/// Names the computation that a key may be used for, and nothing else may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// HMAC with SHA-256 over a JSON Web Signature (RFC 7518 §3.2).
    Hs256,
    /// MD5 over a text that ends in the secret, as nginx's `secure_link_md5` does.
    Md5,
}

impl Algorithm {
    /// All algorithms, in the order of the documentation.
    pub const ALL: [Self; 2] = [Self::Hs256, Self::Md5];

    /// Gives the name used in SQL and in key sets.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::Md5 => "MD5",
        }
    }

    /// Reads a name, case-sensitively.
    ///
    /// # Errors
    /// [`ShareError::UnknownAlgorithm`] for anything else.
    pub fn parse(name: &str) -> Result<Self, ShareError> {
        Self::ALL
            .into_iter()
            .find(|algorithm| algorithm.as_str() == name)
            .ok_or_else(|| ShareError::UnknownAlgorithm(name.to_owned()))
    }

    /// Gives the accepted lengths of a secret in bytes; RFC 7518 §3.2 asks for 32 with HS256.
    #[must_use]
    pub const fn secret_length(self) -> RangeInclusive<usize> {
        match self {
            Self::Hs256 => 32..=256,
            Self::Md5 => 16..=256,
        }
    }

    /// Refuses a secret of a length that the algorithm does not take.
    ///
    /// # Errors
    /// [`ShareError::InvalidSecret`] naming the accepted lengths.
    pub fn check_secret_length(self, length: usize) -> Result<(), ShareError> {
        if self.secret_length().contains(&length) {
            return Ok(());
        }
        Err(ShareError::InvalidSecret(match self {
            Self::Hs256 => "a secret for HS256 has 32 to 256 bytes",
            Self::Md5 => "a secret for MD5 has 16 to 256 bytes",
        }))
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Algorithm;

    #[test]
    fn names_read_back() {
        for algorithm in Algorithm::ALL {
            assert_eq!(Algorithm::parse(algorithm.as_str()), Ok(algorithm));
        }
        assert!(Algorithm::parse("hs256").is_err());
        assert!(Algorithm::parse("none").is_err());
    }

    #[test]
    fn a_secret_of_the_wrong_length_is_refused() {
        assert!(Algorithm::Hs256.check_secret_length(31).is_err());
        assert!(Algorithm::Hs256.check_secret_length(32).is_ok());
        assert!(Algorithm::Hs256.check_secret_length(257).is_err());
        assert!(Algorithm::Md5.check_secret_length(15).is_err());
        assert!(Algorithm::Md5.check_secret_length(16).is_ok());
    }
}
