//! Tests of private keys; known answers stand in the vectors.

use base64ct::{Base64, Encoding as _};

use super::PrivateKey;
use crate::algorithm::Algorithm;
use crate::encoding::Encoding;
use crate::key::{SigningKey, parse_secret};

/// The key of RFC 6979 §A.2.5 in PKCS #8, without its public half.
const P256: &str = "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420\
c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";

/// The key of RFC 7515 §A.2 in PKCS #8.
fn rsa() -> Vec<u8> {
    let text: String = include_str!("rfc7515_rsa_key.txt")
        .split_whitespace()
        .collect();
    Base64::decode_vec(&text).unwrap()
}

fn octets(hex: &str) -> Vec<u8> {
    Encoding::Hex.decode(hex).unwrap().to_vec()
}

pub(crate) fn p256_key(kid: &str) -> SigningKey {
    SigningKey::new(kid, Algorithm::Es256, octets(P256)).unwrap()
}

pub(crate) fn rsa_key(kid: &str) -> SigningKey {
    SigningKey::new(kid, Algorithm::Rs256, rsa()).unwrap()
}

fn pem(label: &str, der: &[u8]) -> String {
    format!(
        "-----BEGIN {label}-----\r\n{}\r\n-----END {label}-----\r\n",
        Base64::encode_string(der)
    )
}

#[test]
fn each_form_of_a_key_in_pem_is_the_same_key() {
    // The key alone stands behind 26 octets of PKCS #8 in both cases, but for the length of the lengths.
    for (algorithm, pkcs8, label, start) in [
        (Algorithm::Es256, octets(P256), "EC PRIVATE KEY", 28),
        (Algorithm::Rs256, rsa(), "RSA PRIVATE KEY", 26),
    ] {
        let parameters = pem("EC PARAMETERS", &[6, 8]);
        for text in [
            pem("PRIVATE KEY", &pkcs8),
            pem(label, &pkcs8[start..]),
            format!("{parameters}{}", pem(label, &pkcs8[start..])),
        ] {
            let secret = parse_secret(algorithm, None, &text).unwrap();
            assert_eq!(*secret, pkcs8, "{label}");
        }
        let key = SigningKey::new("k1", algorithm, pkcs8.clone()).unwrap();
        let text = key.secret_text();
        assert!(text.starts_with("-----BEGIN PRIVATE KEY-----\n"));
        assert_eq!(*parse_secret(algorithm, None, &text).unwrap(), pkcs8);
    }
}

#[test]
fn a_secret_that_is_no_key_is_not_quoted() {
    for text in [
        pem("PRIVATE KEY", b"a very secret text, but no key"),
        "a very secret text".to_owned(),
    ] {
        let error = parse_secret(Algorithm::Rs256, None, &text).unwrap_err();
        assert!(!format!("{error:?} {:?}", error.detail()).contains("secret text"));
    }
}

#[test]
fn equal_messages_have_equal_signatures() {
    let key = PrivateKey::read(Algorithm::Es256, &octets(P256)).unwrap();
    let sign = |message: &[u8]| {
        (
            key.sign_jose(message).unwrap(),
            key.sign_der(message).unwrap(),
        )
    };
    assert_eq!(sign(b"sample"), sign(b"sample"));
    assert_ne!(sign(b"sample").0, sign(b"test").0);
    assert_ne!(sign(b"sample").1, sign(b"test").1);
}

#[test]
fn both_forms_hold_the_same_numbers() {
    let key = PrivateKey::read(Algorithm::Es256, &octets(P256)).unwrap();
    for message in [&b"a"[..], b"b", b"c", b"d", b"e"] {
        let numbers = key.sign_jose(message).unwrap();
        let der = key.sign_der(message).unwrap();
        for half in numbers.chunks(32) {
            let shortest = &half[half.iter().take_while(|byte| **byte == 0).count()..];
            assert!(der.windows(shortest.len()).any(|part| part == shortest));
        }
    }
}

#[test]
fn keys_of_another_kind_are_refused() {
    let p256 = octets(P256);
    assert!(PrivateKey::read(Algorithm::Rs256, &p256).is_err());
    assert!(PrivateKey::read(Algorithm::Hs256, &p256).is_err());
    for algorithm in [Algorithm::Es256, Algorithm::Rs256] {
        for bad in [&p256[..66], &[0; 138], b"", &[0x30; 2000]] {
            assert!(PrivateKey::read(algorithm, bad).is_err());
        }
    }
    // The same number on P-384 is none on P-256.
    let other = octets(&P256.replace("2a8648ce3d030107", "2b8104002200ff00"));
    assert!(PrivateKey::read(Algorithm::Es256, &other).is_err());
}
