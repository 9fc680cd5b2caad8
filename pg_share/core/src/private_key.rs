//! Signatures whose public half the edge has. Both kinds are deterministic, so that equal viewers get equal URLs.

use crate::algorithm::Algorithm;
use crate::error::ShareError;

/// Holds a private key that is ready to sign.
pub struct PrivateKey(Kind);

#[cfg(feature = "private_keys")]
enum Kind {
    /// ECDSA on P-256.
    P256(p256::ecdsa::SigningKey),
    /// RSA.
    Rsa(ring::signature::RsaKeyPair),
}

#[cfg(not(feature = "private_keys"))]
enum Kind {}

#[cfg(feature = "private_keys")]
impl PrivateKey {
    /// Reads a key in PKCS #8 (RFC 5208).
    ///
    /// # Errors
    /// [`ShareError::InvalidSecret`] for other bytes, another curve, or RSA below 2048 bits.
    pub fn read(algorithm: Algorithm, pkcs8: &[u8]) -> Result<Self, ShareError> {
        use p256::pkcs8::DecodePrivateKey as _;
        let invalid = ShareError::InvalidSecret;
        match algorithm {
            Algorithm::Es256 => p256::ecdsa::SigningKey::from_pkcs8_der(pkcs8)
                .map(|key| Self(Kind::P256(key)))
                .map_err(|_| invalid("a secret for ES256 is a private key of P-256")),
            Algorithm::Rs256 => ring::signature::RsaKeyPair::from_pkcs8(pkcs8)
                .map(|key| Self(Kind::Rsa(key)))
                .map_err(|_| {
                    invalid("a secret for RS256 is a private RSA key of 2048 to 4096 bits")
                }),
            _ => Err(invalid("the algorithm has no private keys")),
        }
    }

    /// Signs with SHA-256; the ECDSA form is the two numbers, 32 bytes each (RFC 7518 §3.4).
    ///
    /// # Errors
    /// [`ShareError::InvalidSecret`] for a key that cannot sign, which none that was read is.
    pub fn sign_jose(&self, message: &[u8]) -> Result<Vec<u8>, ShareError> {
        match &self.0 {
            Kind::P256(key) => Ok(p256_signature(key, message)?.to_bytes().to_vec()),
            Kind::Rsa(key) => rsa_signature(key, message),
        }
    }

    /// Signs with SHA-256; the ECDSA form is DER (RFC 3279 §2.2.3), as OpenSSL writes it.
    ///
    /// # Errors
    /// As [`PrivateKey::sign_jose`].
    pub fn sign_der(&self, message: &[u8]) -> Result<Vec<u8>, ShareError> {
        match &self.0 {
            Kind::P256(key) => Ok(p256_signature(key, message)?.to_der().as_bytes().to_vec()),
            Kind::Rsa(key) => rsa_signature(key, message),
        }
    }
}

#[cfg(not(feature = "private_keys"))]
impl PrivateKey {
    /// Refuses every key.
    ///
    /// # Errors
    /// [`ShareError::InvalidSecret`].
    pub const fn read(_algorithm: Algorithm, _pkcs8: &[u8]) -> Result<Self, ShareError> {
        Err(ShareError::InvalidSecret("this build has no private keys"))
    }

    /// Is never called: there is no key.
    ///
    /// # Errors
    /// None.
    pub const fn sign_jose(&self, _message: &[u8]) -> Result<Vec<u8>, ShareError> {
        match self.0 {}
    }
}

#[cfg(feature = "private_keys")]
const CANNOT_SIGN: ShareError = ShareError::InvalidSecret("the private key cannot sign");

#[cfg(feature = "private_keys")]
fn p256_signature(
    key: &p256::ecdsa::SigningKey,
    message: &[u8],
) -> Result<p256::ecdsa::Signature, ShareError> {
    use p256::ecdsa::signature::Signer as _;
    key.try_sign(message).map_err(|_| CANNOT_SIGN)
}

#[cfg(feature = "private_keys")]
fn rsa_signature(key: &ring::signature::RsaKeyPair, message: &[u8]) -> Result<Vec<u8>, ShareError> {
    let mut signature = vec![0; key.public().modulus_len()];
    // PKCS #1 v1.5 has no random part: the source is asked for none.
    let random = ring::rand::SystemRandom::new();
    key.sign(
        &ring::signature::RSA_PKCS1_SHA256,
        &random,
        message,
        &mut signature,
    )
    .map_err(|_| CANNOT_SIGN)?;
    Ok(signature)
}

#[cfg(test)]
#[cfg(feature = "private_keys")]
#[path = "private_key_tests.rs"]
pub(crate) mod tests;
