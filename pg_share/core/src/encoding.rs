//! The ways in which a secret is written where it is handed over.

use base64ct::{Base64, Base64Unpadded, Base64Url, Base64UrlUnpadded, Encoding as _};
use zeroize::Zeroizing;

use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::pem;

/// Names how bytes stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// The bytes are the text.
    Text,
    /// Two hexadecimal digits for each byte.
    Hex,
    /// The standard alphabet (RFC 4648 §4), with or without padding.
    Base64,
    /// The alphabet for URLs (RFC 4648 §5), with or without padding.
    Base64Url,
    /// A private key between `-----BEGIN …-----` and `-----END …-----` (RFC 7468); its bytes are PKCS #8.
    Pem,
}

impl Encoding {
    /// All encodings, in the order of the documentation.
    pub const ALL: [Self; 5] = [
        Self::Text,
        Self::Hex,
        Self::Base64,
        Self::Base64Url,
        Self::Pem,
    ];

    /// Gives the name used in SQL.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Hex => "hex",
            Self::Base64 => "base64",
            Self::Base64Url => "base64url",
            Self::Pem => "pem",
        }
    }

    /// Reads the name used in SQL.
    ///
    /// # Errors
    /// [`ShareError::UnknownEncoding`].
    pub fn parse(name: &str) -> Result<Self, ShareError> {
        Self::ALL
            .into_iter()
            .find(|encoding| encoding.as_str() == name)
            .ok_or_else(|| ShareError::UnknownEncoding(name.to_owned()))
    }

    /// Gives the encoding in which secrets for an algorithm are usually handed over: the member `k` of RFC 7518
    /// §6.4.1 for HS256, PEM for private keys, plain text for the others. Keys for share tokens are not handed over.
    #[must_use]
    pub const fn usual(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Hs256 | Algorithm::ShareToken => Self::Base64Url,
            Algorithm::Es256 | Algorithm::Rs256 => Self::Pem,
            _ => Self::Text,
        }
    }

    /// Reads a secret.
    ///
    /// # Errors
    /// [`ShareError::InvalidSecret`], which never quotes the text.
    pub fn decode(self, text: &str) -> Result<Zeroizing<Vec<u8>>, ShareError> {
        let padded = text.ends_with('=');
        let decoded = match self {
            Self::Text => Some(text.as_bytes().to_vec()),
            Self::Hex => decode_hex(text),
            Self::Base64 if padded => Base64::decode_vec(text).ok(),
            Self::Base64 => Base64Unpadded::decode_vec(text).ok(),
            Self::Base64Url if padded => Base64Url::decode_vec(text).ok(),
            Self::Base64Url => Base64UrlUnpadded::decode_vec(text).ok(),
            Self::Pem => pem::read(text),
        };
        decoded
            .map(Zeroizing::new)
            .ok_or(ShareError::InvalidSecret(match self {
                Self::Text => "the secret is no text",
                Self::Hex => "the secret is not hexadecimal",
                Self::Base64 => "the secret is not base64",
                Self::Base64Url => "the secret is not base64url",
                Self::Pem => {
                    "the secret is no private key in PEM, or encrypted; openssl pkcs8 -topk8 -nocrypt writes one"
                }
            }))
    }

    /// Writes a secret, base64 with padding and base64url without; `None` for bytes that are no text.
    #[must_use]
    pub fn encode(self, secret: &[u8]) -> Option<Zeroizing<String>> {
        let text = match self {
            Self::Text => str::from_utf8(secret).ok()?.to_owned(),
            Self::Hex => {
                let mut text = String::with_capacity(2 * secret.len());
                crate::hex::push(secret, &mut text);
                text
            }
            Self::Base64 => Base64::encode_string(secret),
            Self::Base64Url => Base64UrlUnpadded::encode_string(secret),
            Self::Pem => pem::write(secret),
        };
        Some(Zeroizing::new(text))
    }
}

fn decode_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs
        .iter()
        .map(|&[high, low]| u8::try_from(digit(high)? * 16 + digit(low)?).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn what_is_written_reads_back() {
        let secret = b"0123456789abcdef\x7f";
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::parse(encoding.as_str()), Ok(encoding));
            let text = encoding.encode(secret).unwrap();
            assert_eq!(*encoding.decode(&text).unwrap(), secret);
        }
        assert!(Encoding::Text.encode(&[0xff]).is_none());
    }

    #[test]
    fn padding_may_be_there_or_not() {
        for (encoding, text) in [
            (Encoding::Base64, "+/8"),
            (Encoding::Base64, "+/8="),
            (Encoding::Base64Url, "-_8"),
            (Encoding::Base64Url, "-_8="),
            (Encoding::Hex, "fBfF"),
        ] {
            assert_eq!(*encoding.decode(text).unwrap(), [0xfb, 0xff], "{text}");
        }
        for (encoding, text) in [
            (Encoding::Base64, "-_8="),
            (Encoding::Base64Url, "+/8="),
            (Encoding::Hex, "fbf"),
            (Encoding::Hex, "fg"),
        ] {
            assert!(encoding.decode(text).is_err(), "{text}");
        }
    }
}
