//! What a secret must be where an edge keeps it as text in its configuration; it never quotes the secret.

use crate::error::ShareError;
use crate::key::SigningKey;

/// The block of SHA-1 and SHA-256: HMAC fills a shorter key up to it with zero bytes (RFC 2104 §2).
const BLOCK: usize = 64;

/// Leaves out zero bytes at the end that HMAC would add itself: an edge knows the key without them.
fn known_to_edge(key: &SigningKey) -> &[u8] {
    let secret = key.secret();
    if secret.len() > BLOCK {
        return secret;
    }
    let zeros = secret.iter().rev().take_while(|&&byte| byte == 0).count();
    &secret[..secret.len() - zeros]
}

/// Refuses a secret for an HMAC that is not printable ASCII without blanks and without any of the given bytes.
pub(crate) fn check_text(
    key: &SigningKey,
    without: &[u8],
    rule: &'static str,
) -> Result<(), ShareError> {
    let fits = |byte: &u8| byte.is_ascii_graphic() && !without.contains(byte);
    if known_to_edge(key).iter().all(fits) {
        Ok(())
    } else {
        Err(ShareError::InvalidSecret(rule))
    }
}

/// Refuses a secret for an HMAC that would end early where texts end at a zero byte.
pub(crate) fn check_no_zero(key: &SigningKey, rule: &'static str) -> Result<(), ShareError> {
    if known_to_edge(key).contains(&0) {
        Err(ShareError::InvalidSecret(rule))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{check_no_zero, check_text};
    use crate::algorithm::Algorithm;
    use crate::key::SigningKey;

    #[test]
    fn a_secret_that_the_edge_cannot_write_down_is_refused() {
        let key =
            |secret: &[u8]| SigningKey::new("k1", Algorithm::HmacSha256, secret.to_vec()).unwrap();
        assert!(check_text(&key(b"0123456789abcdef\""), b"$", "r").is_ok());
        for secret in [
            &b"0123456789abcdef$"[..],
            b"0123456789abcde f",
            b"0123456789abcdef\xff",
        ] {
            assert!(check_text(&key(secret), b"$", "r").is_err());
        }
        assert!(check_no_zero(&key(b"0123456789abcdef\xff"), "r").is_ok());
        assert!(check_no_zero(&key(b"0123456789abcdef\0"), "r").is_ok());
        assert!(check_no_zero(&key(b"0123456789abcdef\0x"), "r").is_err());
    }
}
