//! MD5 over a text that ends in a secret, as nginx's secure link module and its relatives compute it.
//!
//! MD5 is kept for servers that know nothing else. Length extension gains nothing where the secret ends the text.

use md5::{Digest, Md5};
use subtle::ConstantTimeEq;

use crate::base64url;

/// The length of a token in characters.
pub const TOKEN_LENGTH: usize = 22;

/// Gathers the text piece by piece.
#[derive(Clone, Default)]
pub struct Md5Token(Md5);

impl Md5Token {
    /// Appends a piece of the text.
    #[must_use]
    pub fn with(mut self, piece: impl AsRef<[u8]>) -> Self {
        self.0.update(piece);
        self
    }

    /// Appends a piece of the text in place.
    pub fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// Gives the digest itself, for relatives that write it in another way.
    #[must_use]
    pub fn digest(self) -> [u8; 16] {
        self.0.finalize().into()
    }

    /// Appends the token to `out`: base64url without padding.
    pub fn write(self, out: &mut String) {
        base64url::encode_into(&self.0.finalize(), out);
    }

    /// Tells, in constant time, whether a token belongs to the text.
    #[must_use]
    pub fn verify(self, token: &str) -> bool {
        base64url::decode_array::<16>(token)
            .is_some_and(|digest| bool::from(self.0.finalize()[..].ct_eq(&digest[..])))
    }
}

#[cfg(test)]
mod tests {
    use super::{Md5Token, TOKEN_LENGTH};

    #[test]
    fn pieces_give_the_token_of_the_whole() {
        let mut whole = String::new();
        Md5Token::default().with("one two").write(&mut whole);
        assert_eq!(whole.len(), TOKEN_LENGTH);
        assert!(Md5Token::default().with("one ").with("two").verify(&whole));
        assert!(!Md5Token::default().with("one  two").verify(&whole));
    }

    #[test]
    fn a_second_text_of_a_token_is_refused() {
        let mut token = String::new();
        Md5Token::default().with("text").write(&mut token);
        for other in ["A", "w", "=", "=="] {
            assert!(
                !Md5Token::default()
                    .with("text")
                    .verify(&format!("{token}{other}"))
            );
        }
        assert!(!Md5Token::default().with("text").verify(""));
    }
}
