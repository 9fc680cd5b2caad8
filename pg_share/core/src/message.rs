//! The bare signature of a message: what every token is made of, held against the published vectors.

use crate::algorithm::Algorithm;
use crate::base64url;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::mac_sha1::MacSha1;
use crate::md5_token::Md5Token;
use crate::private_key::PrivateKey;

/// Gives the HMAC or the signature (RFC 7518 §3) of the message, and for MD5 that of the message followed by the secret,
/// as base64url without padding.
///
/// # Errors
/// [`ShareError::InvalidSecret`] for a key of share tokens, which signs nothing else.
pub fn sign_message(key: &SigningKey, message: &[u8]) -> Result<String, ShareError> {
    let mut out = String::new();
    match key.algorithm() {
        Algorithm::Hs256 | Algorithm::HmacSha256 | Algorithm::Aws4HmacSha256 => {
            base64url::encode_into(&Mac::new(key.secret())?.tag(message), &mut out);
        }
        Algorithm::HmacSha1 => {
            base64url::encode_into(&MacSha1::new(key.secret())?.tag(message), &mut out);
        }
        Algorithm::Md5 => Md5Token::default()
            .with(message)
            .with(key.secret())
            .write(&mut out),
        Algorithm::Es256 | Algorithm::Rs256 => {
            let key = PrivateKey::read(key.algorithm(), key.secret())?;
            base64url::encode_into(&key.sign_jose(message)?, &mut out);
        }
        Algorithm::ShareToken => {
            return Err(ShareError::InvalidSecret(
                "a key for share tokens signs nothing else",
            ));
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::sign_message;
    use crate::algorithm::Algorithm;
    use crate::key::SigningKey;

    #[test]
    fn a_key_for_share_tokens_signs_no_message() {
        let key = SigningKey::new("k1", Algorithm::ShareToken, vec![1; 32]).unwrap();
        assert!(sign_message(&key, b"message").is_err());
    }

    #[test]
    fn the_algorithm_is_that_of_the_key() {
        let secret = b"a secret that is long enough for both"
            .iter()
            .copied()
            .filter(|byte| *byte != b' ');
        let key = |algorithm| {
            SigningKey::new(
                "k1",
                algorithm,
                secret.clone().chain(*b"0123456789").collect(),
            )
            .unwrap()
        };
        let signed = |algorithm| sign_message(&key(algorithm), b"message").unwrap().len();
        assert_eq!((signed(Algorithm::Hs256), signed(Algorithm::Md5)), (43, 22));
    }
}
