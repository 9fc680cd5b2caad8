//! HMAC-SHA-256 (RFC 2104) with the key block prepared once, because signing runs once per row.

use hmac::{Hmac, KeyInit, Mac as _};
use sha2::Sha256;

use crate::error::ShareError;

/// Holds the state of HMAC-SHA-256 after its key.
#[derive(Clone)]
pub struct Mac(Hmac<Sha256>);

impl Mac {
    /// Prepares a key of any length; the rules for secrets stand at [`crate::SigningKey`].
    ///
    /// # Errors
    /// None in practice: HMAC takes each length.
    pub fn new(secret: &[u8]) -> Result<Self, ShareError> {
        Hmac::new_from_slice(secret)
            .map(Self)
            .map_err(|_| ShareError::InvalidSecret("HMAC does not take its length"))
    }

    /// Computes the 32 bytes over a message.
    #[must_use]
    pub fn tag(&self, message: &[u8]) -> [u8; 32] {
        let mut state = self.0.clone();
        state.update(message);
        state.finalize().into_bytes().into()
    }

    /// Gives the state behind the start of a message, for messages that start alike.
    #[must_use]
    pub(crate) fn after(&self, start: &[u8]) -> Self {
        let mut state = self.0.clone();
        state.update(start);
        Self(state)
    }

    /// Compares in constant time.
    #[must_use]
    pub fn verify(&self, message: &[u8], tag: &[u8]) -> bool {
        let mut state = self.0.clone();
        state.update(message);
        state.verify_slice(tag).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Mac;

    #[test]
    fn a_tag_holds_for_its_message_and_key_alone() {
        let mac = Mac::new(b"key").unwrap();
        let tag = mac.tag(b"message");
        assert!(mac.verify(b"message", &tag));
        assert!(!mac.verify(b"massage", &tag));
        assert!(!Mac::new(b"kez").unwrap().verify(b"message", &tag));
        assert!(!mac.verify(b"message", &tag[..31]));
        assert!(!mac.verify(b"message", b""));
        assert_eq!(mac.after(b"mess").tag(b"age"), tag);
    }
}
