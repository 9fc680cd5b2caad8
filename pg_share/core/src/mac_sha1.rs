//! HMAC-SHA-1 (RFC 2104) with the key block prepared once, for edges that know nothing newer.
//!
//! Collisions of SHA-1 do not break HMAC, but nothing new should choose it.

use hmac::{Hmac, KeyInit, Mac as _};
use sha1::Sha1;

use crate::error::ShareError;

/// Holds the state of HMAC-SHA-1 after its key.
#[derive(Clone)]
pub struct MacSha1(Hmac<Sha1>);

impl MacSha1 {
    /// Prepares a key of any length; the rules for secrets stand at [`crate::SigningKey`].
    ///
    /// # Errors
    /// None in practice: HMAC takes each length.
    pub fn new(secret: &[u8]) -> Result<Self, ShareError> {
        Hmac::new_from_slice(secret)
            .map(Self)
            .map_err(|_| ShareError::InvalidSecret("HMAC does not take its length"))
    }

    /// Computes the 20 bytes over a message.
    #[must_use]
    pub fn tag(&self, message: &[u8]) -> [u8; 20] {
        let mut state = self.0.clone();
        state.update(message);
        state.finalize().into_bytes().into()
    }
}

#[cfg(test)]
mod tests {
    use super::MacSha1;

    #[test]
    fn a_tag_belongs_to_its_message_and_key() {
        let tag = |key: &[u8], message: &[u8]| MacSha1::new(key).unwrap().tag(message);
        assert_ne!(tag(b"key", b"message"), tag(b"key", b"massage"));
        assert_ne!(tag(b"key", b"message"), tag(b"kez", b"message"));
    }
}
