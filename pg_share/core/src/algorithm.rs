//! What a signing key is made for; the algorithm belongs to the key, never to a token's header (RFC 8725 §3.1).

use std::fmt;
use std::ops::RangeInclusive;

use crate::error::ShareError;

/// Names the computation that a key may be used for, and nothing else may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// HMAC with SHA-256 over a JSON Web Signature (RFC 7518 §3.2) or a CBOR one (RFC 9053 §3.1).
    Hs256,
    /// MD5 over a text that ends in the secret, as nginx's `secure_link_md5` does.
    Md5,
    /// HMAC with SHA-256 (RFC 2104) over a text of a vendor's own.
    HmacSha256,
    /// HMAC with SHA-1 (RFC 2104) over a text of a vendor's own.
    HmacSha1,
    /// Signature Version 4 of S3, which derives a key for each day from the secret.
    Aws4HmacSha256,
    /// ECDSA on P-256 with SHA-256 (RFC 7518 §3.4), with the deterministic nonce of RFC 6979.
    Es256,
    /// RSA with SHA-256 and the padding of PKCS #1 v1.5 (RFC 7518 §3.3).
    Rs256,
    /// The tokens of this crate's own, which are read where they were made; no edge learns such a key.
    ShareToken,
}

impl Algorithm {
    /// All algorithms, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Hs256,
        Self::Md5,
        Self::HmacSha256,
        Self::HmacSha1,
        Self::Aws4HmacSha256,
        Self::Es256,
        Self::Rs256,
        Self::ShareToken,
    ];

    /// Gives the name used in SQL and in key sets.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::Md5 => "MD5",
            Self::HmacSha256 => "HMAC-SHA256",
            Self::HmacSha1 => "HMAC-SHA1",
            Self::Aws4HmacSha256 => "AWS4-HMAC-SHA256",
            Self::Es256 => "ES256",
            Self::Rs256 => "RS256",
            Self::ShareToken => "share_token",
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

    /// Gives all names, comma separated, for hints.
    #[must_use]
    pub fn names() -> String {
        Self::ALL.map(Self::as_str).join(", ")
    }

    /// Gives the accepted lengths of a secret in bytes; RFC 7518 §3.2 asks for 32 with HS256.
    #[must_use]
    pub const fn secret_length(self) -> RangeInclusive<usize> {
        match self {
            Self::Hs256 => 32..=256,
            // imgproxy's key and salt of 64 bytes each, in hex.
            Self::HmacSha256 => 16..=512,
            Self::Md5 | Self::HmacSha1 | Self::Aws4HmacSha256 => 16..=256,
            // Private keys in PKCS #8; RSA from 2048 to 4096 bits.
            Self::Es256 => 64..=256,
            Self::Rs256 => 1024..=4096,
            Self::ShareToken => 32..=32,
        }
    }

    /// Tells whether a key can be made here; the others are given out by the service that checks them, or made where
    /// its public half is handed over.
    #[must_use]
    pub const fn is_made_here(self) -> bool {
        !matches!(self, Self::Aws4HmacSha256 | Self::Es256 | Self::Rs256)
    }

    /// Tells whether the secret is a private key, whose public half the edge has.
    #[must_use]
    pub const fn is_asymmetric(self) -> bool {
        matches!(self, Self::Es256 | Self::Rs256)
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
            Self::HmacSha256 => "a secret for HMAC-SHA256 has 16 to 512 bytes",
            Self::HmacSha1 => "a secret for HMAC-SHA1 has 16 to 256 bytes",
            Self::Aws4HmacSha256 => "a secret for AWS4-HMAC-SHA256 has 16 to 256 bytes",
            Self::Es256 => "a secret for ES256 is a private key of P-256",
            Self::Rs256 => "a secret for RS256 is a private RSA key of 2048 to 4096 bits",
            Self::ShareToken => "a secret for share_token has 32 bytes",
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
        for algorithm in Algorithm::ALL {
            let lengths = algorithm.secret_length();
            assert!(algorithm.check_secret_length(lengths.start() - 1).is_err());
            assert!(algorithm.check_secret_length(*lengths.start()).is_ok());
            assert!(algorithm.check_secret_length(lengths.end() + 1).is_err());
        }
    }
}
