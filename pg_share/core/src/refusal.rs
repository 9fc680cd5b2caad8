//! Why a token or a signed URL is not accepted; the words are part of the API.

/// Gives the one reason that a verifier tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// It is no token, or not one that this crate could have made.
    Malformed,
    /// Its key id is not known.
    UnknownKey,
    /// Its key has been revoked.
    KeyRevoked,
    /// Its signature does not hold.
    BadSignature,
    /// Its time is over.
    Expired,
    /// It was made for another URL.
    OutOfScope,
    /// Only the edge that the scheme is made for can check it.
    Unverifiable,
}

impl Refusal {
    /// All refusals, in the order in which they are found.
    pub const ALL: [Self; 7] = [
        Self::Malformed,
        Self::UnknownKey,
        Self::KeyRevoked,
        Self::BadSignature,
        Self::Expired,
        Self::OutOfScope,
        Self::Unverifiable,
    ];

    /// Gives the stable word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::UnknownKey => "unknown_key",
            Self::KeyRevoked => "key_revoked",
            Self::BadSignature => "bad_signature",
            Self::Expired => "expired",
            Self::OutOfScope => "out_of_scope",
            Self::Unverifiable => "unverifiable",
        }
    }
}
