//! A signing key in memory: wiped when dropped, never shown by `Debug`, never echoed by an error.

use std::fmt;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::algorithm::Algorithm;
use crate::encoding::Encoding;
use crate::error::ShareError;
use crate::private_key::PrivateKey;

/// Holds a key id, what the key is for, and the secret.
#[derive(Clone)]
pub struct SigningKey {
    kid: String,
    algorithm: Algorithm,
    secret: Zeroizing<Vec<u8>>,
}

impl SigningKey {
    /// Takes over a secret after checking it against the rules of its algorithm.
    ///
    /// # Errors
    /// [`ShareError::InvalidKeyId`] and [`ShareError::InvalidSecret`].
    pub fn new(kid: &str, algorithm: Algorithm, secret: Vec<u8>) -> Result<Self, ShareError> {
        let secret = Zeroizing::new(secret);
        check_kid(kid)?;
        check_secret(algorithm, &secret)?;
        Ok(Self {
            kid: kid.to_owned(),
            algorithm,
            secret,
        })
    }

    /// Gives the key id.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// Gives what the key is for.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Gives the secret's bytes.
    #[must_use]
    pub fn secret(&self) -> &[u8] {
        &self.secret
    }

    /// Tells, in constant time for secrets of one length, whether this is the same key.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.kid == other.kid
            && self.algorithm == other.algorithm
            && bool::from(self.secret.ct_eq(&other.secret))
    }

    /// Gives the secret as it is usually handed to an edge; in base64url where it is no text.
    #[must_use]
    pub fn secret_text(&self) -> Zeroizing<String> {
        Encoding::usual(self.algorithm)
            .encode(&self.secret)
            .or_else(|| Encoding::Base64Url.encode(&self.secret))
            .unwrap_or_default()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SigningKey")
            .field("kid", &self.kid)
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}

/// Refuses a key id that is not 1 to 64 of `[A-Za-z0-9_-]`, so that it needs no escaping anywhere.
///
/// # Errors
/// [`ShareError::InvalidKeyId`].
pub fn check_kid(kid: &str) -> Result<(), ShareError> {
    let fits = (1..=64).contains(&kid.len())
        && kid
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if fits {
        Ok(())
    } else {
        Err(ShareError::InvalidKeyId)
    }
}

/// Reads a secret that was given out elsewhere, in the usual encoding of its algorithm or another one.
///
/// # Errors
/// [`ShareError::InvalidSecret`], which never quotes the text.
pub fn parse_secret(
    algorithm: Algorithm,
    encoding: Option<Encoding>,
    text: &str,
) -> Result<Zeroizing<Vec<u8>>, ShareError> {
    if algorithm == Algorithm::ShareToken {
        return Err(ShareError::InvalidSecret(
            "a key for share tokens is made here; nobody else has one to give",
        ));
    }
    let encoding = encoding.unwrap_or(Encoding::usual(algorithm));
    let secret = encoding.decode(text)?;
    check_secret(algorithm, &secret)?;
    Ok(secret)
}

/// Makes the secret of a new key from 32 random bytes: their 43 base64url characters. A printable secret fits each algorithm and
/// survives servers that keep secrets as text: `HAProxy` cuts a secret at its first zero byte.
///
/// Behind a `previous` key of at most 32 bytes, of which some edges take no more, it has 32 characters, or as many raw bytes
/// as that one where it is no text or has the 16 bytes that are all that Cloud CDN takes. One for share tokens, which no edge
/// learns, is the random bytes themselves.
#[must_use]
pub fn secret_from_random(
    algorithm: Algorithm,
    random: &[u8; 32],
    previous: Option<&SigningKey>,
) -> Zeroizing<Vec<u8>> {
    if algorithm == Algorithm::ShareToken {
        return Zeroizing::new(random.to_vec());
    }
    let mut text = Zeroizing::new(Base64UrlUnpadded::encode_string(random).into_bytes());
    if let Some(key) = previous
        && let Some(raw) = random.get(..key.secret().len())
    {
        let is_text = key.secret().iter().all(u8::is_ascii_graphic);
        if !is_text || (key.algorithm() == Algorithm::HmacSha1 && raw.len() == 16) {
            return Zeroizing::new(raw.to_vec());
        }
        text.truncate(32);
    }
    text
}

fn check_secret(algorithm: Algorithm, secret: &[u8]) -> Result<(), ShareError> {
    algorithm.check_secret_length(secret.len())?;
    if algorithm == Algorithm::Md5 && !secret.iter().all(|&byte| is_plain(byte)) {
        return Err(ShareError::InvalidSecret(
            "a secret for MD5 is printable ASCII without blanks, quotes and any of $ ; { } \\",
        ));
    }
    if algorithm == Algorithm::Aws4HmacSha256 && !secret.iter().all(u8::is_ascii_graphic) {
        return Err(ShareError::InvalidSecret(
            "a secret for AWS4-HMAC-SHA256 is printable ASCII without blanks",
        ));
    }
    if algorithm.is_asymmetric() {
        PrivateKey::read(algorithm, secret)?;
    }
    Ok(())
}

/// The secret stands inside a quoted string of an nginx configuration, and a blank before it ends the message.
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic()
        && !matches!(
            byte,
            b'"' | b'\'' | b'`' | b'$' | b';' | b'{' | b'}' | b'\\'
        )
}

#[cfg(test)]
mod tests {
    use super::{SigningKey, check_kid, parse_secret, secret_from_random};
    use crate::algorithm::Algorithm;
    use crate::encoding::Encoding;
    use crate::error::ShareError;

    const TEXT: &str = "correct-horse-battery-staple";

    #[test]
    fn key_ids_are_short_and_plain() {
        assert!(check_kid("k1").is_ok());
        assert!(check_kid(&"a".repeat(64)).is_ok());
        for kid in ["", "a b", "k\"", "ключ", &"a".repeat(65)] {
            assert_eq!(check_kid(kid), Err(ShareError::InvalidKeyId), "{kid}");
        }
    }

    #[test]
    fn debug_does_not_show_the_secret() {
        let key = SigningKey::new("k1", Algorithm::Md5, TEXT.as_bytes().to_vec()).unwrap();
        let shown = format!("{key:?}");
        assert!(shown.contains("k1") && !shown.contains("horse"), "{shown}");
    }

    #[test]
    fn a_key_is_the_same_in_all_its_parts_or_not_at_all() {
        let key = |kid, algorithm, secret: &str| {
            SigningKey::new(kid, algorithm, secret.as_bytes().to_vec()).unwrap()
        };
        let long = TEXT.repeat(2);
        let known = key("k1", Algorithm::Md5, &long);
        assert!(known.is_same(&key("k1", Algorithm::Md5, &long)));
        for other in [
            key("k2", Algorithm::Md5, &long),
            key("k1", Algorithm::Hs256, &long),
            key("k1", Algorithm::Md5, &long.replace('y', "z")),
            key("k1", Algorithm::Md5, TEXT),
        ] {
            assert!(!known.is_same(&other), "{other:?}");
        }
    }

    #[test]
    fn a_secret_that_breaks_an_nginx_configuration_is_refused() {
        for bad in [' ', '"', '\'', '`', '$', ';', '{', '}', '\\', '\n', 'ä'] {
            let text = format!("{TEXT}{bad}");
            assert!(
                SigningKey::new("k1", Algorithm::Md5, text.into_bytes()).is_err(),
                "{bad:?}"
            );
        }
    }

    #[test]
    fn secret_text_reads_back() {
        for (algorithm, secret) in [
            (Algorithm::Hs256, (0..=99).collect::<Vec<u8>>()),
            (Algorithm::Md5, TEXT.as_bytes().to_vec()),
        ] {
            let key = SigningKey::new("k1", algorithm, secret.clone()).unwrap();
            assert_eq!(
                *parse_secret(algorithm, None, &key.secret_text()).unwrap(),
                secret
            );
        }
    }

    #[test]
    fn a_key_for_share_tokens_is_not_taken_from_elsewhere() {
        for encoding in [None, Some(Encoding::Hex)] {
            assert!(parse_secret(Algorithm::ShareToken, encoding, &"00".repeat(32)).is_err());
        }
    }

    #[test]
    fn errors_about_a_secret_do_not_echo_it() {
        for text in [
            "not base64 at all, but a secret!",
            "c2hvcnQ",
            "c2VjcmV0PQ==",
        ] {
            let error = parse_secret(Algorithm::Hs256, None, text).unwrap_err();
            let shown = format!("{error} {error:?} {:?} {:?}", error.detail(), error.hint());
            assert!(!shown.contains(text), "{shown}");
        }
    }

    #[test]
    fn a_made_secret_fits_each_algorithm() {
        for algorithm in Algorithm::ALL {
            if algorithm.is_asymmetric() {
                continue;
            }
            let secret = secret_from_random(algorithm, &[0; 32], None).to_vec();
            assert!(SigningKey::new("k1", algorithm, secret).is_ok());
        }
    }

    #[test]
    fn a_secret_fits_where_the_one_before_it_did() {
        let random = [0xff; 32];
        let after = |algorithm, secret: &[u8]| {
            let key = SigningKey::new("k1", algorithm, secret.to_vec()).unwrap();
            secret_from_random(algorithm, &random, Some(&key)).to_vec()
        };
        let text = "_".repeat(43).into_bytes();
        assert_eq!(
            after(Algorithm::Md5, &[b'x'; 33]),
            secret_from_random(Algorithm::Md5, &random, None).to_vec()
        );
        assert_eq!(after(Algorithm::Md5, &[b'x'; 16]), text[..32]);
        assert_eq!(after(Algorithm::HmacSha256, &[b'x'; 32]), text[..32]);
        assert_eq!(after(Algorithm::HmacSha256, &[1; 16]), [0xff; 16]);
        assert_eq!(
            after(Algorithm::HmacSha256, &[1; 33]),
            secret_from_random(Algorithm::Md5, &random, None).to_vec()
        );
        assert_eq!(after(Algorithm::HmacSha1, &[b'x'; 16]), [0xff; 16]);
    }
}
