//! API keys: how they look, and the hash that is stored of them.

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::{base64url, hex};

/// Names the key: 48 bits.
const NAME: usize = 6;
/// Proves that one has it: 256 bits.
const PROOF: usize = 32;
/// Random bytes that a key takes.
pub const RANDOM: usize = NAME + PROOF;

/// Holds a new key.
pub struct ApiKey {
    /// `pgs_` and 12 hexadecimal digits: what may be shown and stored.
    pub prefix: String,
    /// The prefix, `_` and 43 characters of base64url: what its holder keeps.
    pub text: String,
}

impl ApiKey {
    /// Writes random bytes as a key.
    #[must_use]
    pub fn from_random(random: &[u8; RANDOM]) -> Self {
        let mut prefix = String::from("pgs_");
        hex::push(&random[..NAME], &mut prefix);
        let mut text = prefix.clone();
        text.push('_');
        base64url::encode_into(&random[NAME..], &mut text);
        Self { prefix, text }
    }
}

/// Gives the SHA-256 (FIPS 180-4) of a secret with enough random bits of its own, so that nothing slower is needed.
#[must_use]
pub fn secret_hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Tells whether a secret has this hash, comparing in constant time; none has the absent one, which takes as long.
#[must_use]
pub fn secret_matches(secret: &str, hash: Option<&[u8]>) -> bool {
    let absent = [0; 32];
    let equal = secret_hash(secret)[..].ct_eq(hash.unwrap_or(&absent));
    bool::from(equal) && hash.is_some()
}

#[cfg(test)]
mod tests {
    use super::{ApiKey, RANDOM, secret_hash, secret_matches};

    #[test]
    fn a_key_is_its_prefix_and_what_nobody_else_knows() {
        let random: [u8; RANDOM] = std::array::from_fn(|at| u8::try_from(at).unwrap());
        let key = ApiKey::from_random(&random);
        assert_eq!(key.prefix, "pgs_000102030405");
        assert_eq!(
            key.text,
            "pgs_000102030405_BgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCU"
        );
        assert_eq!(key.text.len(), 60);
    }

    #[test]
    fn a_hash_is_that_of_fips_180_4() {
        // The example "abc" of NIST's example values for SHA-256.
        let mut digits = String::new();
        crate::hex::push(&secret_hash("abc"), &mut digits);
        assert_eq!(
            digits,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn a_secret_matches_its_own_hash_alone() {
        let hash = secret_hash("one");
        assert!(secret_matches("one", Some(&hash)));
        assert!(!secret_matches("two", Some(&hash)));
        assert!(!secret_matches("one", Some(&hash[..31])));
        assert!(!secret_matches("one", Some(&[])));
        assert!(!secret_matches("one", None));
    }
}
