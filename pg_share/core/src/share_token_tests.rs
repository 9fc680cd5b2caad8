use hmac::{Hmac, KeyInit, Mac};
use proptest::prelude::*;
use sha2::Sha256;
use uuid::Uuid;

use super::{LAST_SECOND, LENGTH, Purpose, ShareToken, issue};
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::key::SigningKey;

const KID: &str = "k0123456789ab";

fn key(kid: &str, secret: [u8; 32]) -> SigningKey {
    SigningKey::new(kid, Algorithm::ShareToken, secret.to_vec()).unwrap()
}

fn read(token: &str, key: &SigningKey, purpose: Purpose, now: i64) -> Option<Uuid> {
    ShareToken::parse(token)?.verify(key, purpose, now)
}

fn purposes() -> impl Strategy<Value = Purpose> {
    prop::sample::select(Purpose::ALL.to_vec())
}

fn uuids() -> impl Strategy<Value = Uuid> {
    any::<[u8; 16]>().prop_map(Uuid::from_bytes)
}

#[test]
fn a_token_is_laid_out_as_described() {
    let id = Uuid::from_bytes([7; 16]);
    let token = issue(&key(KID, [1; 32]), Purpose::Recipient, id, Some(0x01_0203)).unwrap();
    let mut bytes = vec![1, 2, 0x01, 0x23, 0x45, 0x67, 0x89, 0xab];
    bytes.extend([7; 16]);
    bytes.extend([0, 0, 1, 2, 3]);
    let mut mac = Hmac::<Sha256>::new_from_slice(&[1; 32]).unwrap();
    mac.update(b"pg_share share token\0");
    mac.update(&bytes);
    bytes.extend(&mac.finalize().into_bytes()[..16]);
    let mut text = String::new();
    crate::base64url::encode_into(&bytes, &mut text);
    assert_eq!((token.len(), token), (LENGTH, text));
}

#[test]
fn a_token_without_an_end_is_never_over() {
    let key = key(KID, [1; 32]);
    let token = issue(&key, Purpose::Visit, Uuid::nil(), None).unwrap();
    assert_eq!(
        read(&token, &key, Purpose::Visit, i64::MAX),
        Some(Uuid::nil())
    );
}

#[test]
fn an_end_that_five_bytes_do_not_hold_is_refused() {
    let key = key(KID, [1; 32]);
    for end in [i64::MIN, -1, 0, LAST_SECOND + 1, i64::MAX] {
        assert!(
            matches!(
                issue(&key, Purpose::Visit, Uuid::nil(), Some(end)),
                Err(ShareError::InvalidExpiry(_))
            ),
            "{end}"
        );
    }
    assert!(issue(&key, Purpose::Visit, Uuid::nil(), Some(LAST_SECOND)).is_ok());
}

#[test]
fn a_key_for_tokens_has_an_id_that_fits_into_one() {
    for kid in [
        "native1",
        "k",
        "0123456789ab",
        "k0123456789a",
        "k0123456789abc",
        "k0123456789AB",
        "k0123456789ag",
    ] {
        let made = issue(&key(kid, [1; 32]), Purpose::Visit, Uuid::nil(), None);
        assert_eq!(made, Err(ShareError::InvalidTokenKey), "{kid}");
    }
}

#[test]
fn a_key_of_another_algorithm_neither_makes_nor_reads_a_token() {
    let made = issue(&key(KID, [1; 32]), Purpose::Visit, Uuid::nil(), None).unwrap();
    for algorithm in [Algorithm::Hs256, Algorithm::HmacSha256, Algorithm::HmacSha1] {
        let other = SigningKey::new(KID, algorithm, vec![1; 32]).unwrap();
        assert_eq!(
            issue(&other, Purpose::Visit, Uuid::nil(), None),
            Err(ShareError::InvalidTokenKey)
        );
        assert_eq!(read(&made, &other, Purpose::Visit, 0), None);
    }
}

#[test]
fn purposes_read_back() {
    for purpose in Purpose::ALL {
        assert_eq!(Purpose::parse(purpose.as_str()), Ok(purpose));
    }
    assert!(Purpose::parse("Visit").is_err());
}

proptest! {
    #[test]
    fn a_token_reads_back_until_it_ends(
        secret: [u8; 32], purpose in purposes(), id in uuids(), end in 1..=LAST_SECOND, before in 1_i64..=1_000_000,
    ) {
        let key = key(KID, secret);
        let token = issue(&key, purpose, id, Some(end)).unwrap();
        prop_assert_eq!(token.len(), LENGTH);
        let parsed = ShareToken::parse(&token).unwrap();
        prop_assert_eq!(parsed.kid(), KID);
        let end = end * 1_000_000;
        prop_assert_eq!(parsed.verify(&key, purpose, end - before), Some(id));
        prop_assert_eq!(parsed.verify(&key, purpose, end), None);
        prop_assert_eq!(parsed.verify(&key, purpose, i64::MAX), None);
    }

    #[test]
    fn a_token_with_one_bit_changed_is_none(secret: [u8; 32], purpose in purposes(), id in uuids(), at in 0..LENGTH, bit in 0..6_u32) {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let key = key(KID, secret);
        let mut token = issue(&key, purpose, id, None).unwrap().into_bytes();
        let value = ALPHABET.iter().position(|one| *one == token[at]).unwrap();
        token[at] = ALPHABET[value ^ (1_usize << bit)];
        let token = String::from_utf8(token).unwrap();
        // By the key that the changed token names, or the one that made it.
        if let Some(parsed) = ShareToken::parse(&token) {
            prop_assert_eq!(parsed.verify(&key, purpose, 0), None);
            let named = super::tests::key(parsed.kid(), secret);
            prop_assert_eq!(parsed.verify(&named, purpose, 0), None);
        }
    }

    #[test]
    fn a_token_for_one_purpose_is_none_for_another(secret: [u8; 32], made in purposes(), asked in purposes(), id in uuids()) {
        let key = key(KID, secret);
        let token = issue(&key, made, id, None).unwrap();
        prop_assert_eq!(read(&token, &key, asked, 0), (made == asked).then_some(id));
    }

    #[test]
    fn another_key_does_not_read_a_token(secret: [u8; 32], other: [u8; 32], id in uuids(), kid in "k[0-9a-f]{12}") {
        prop_assume!(secret != other && kid != KID);
        let token = issue(&key(KID, secret), Purpose::Visit, id, None).unwrap();
        prop_assert_eq!(read(&token, &key(KID, other), Purpose::Visit, 0), None);
        prop_assert_eq!(read(&token, &key(&kid, secret), Purpose::Visit, 0), None);
    }

    #[test]
    fn a_token_cut_or_with_more_behind_it_is_none(secret: [u8; 32], length in 0..LENGTH, more in "[A-Za-z0-9_=\\-\n ]{1,8}") {
        let token = issue(&key(KID, secret), Purpose::Visit, Uuid::nil(), None).unwrap();
        prop_assert!(ShareToken::parse(&token[..length]).is_none());
        let longer = format!("{token}{more}");
        prop_assert!(ShareToken::parse(&longer).is_none());
        let moved = format!("{more}{token}");
        prop_assert!(ShareToken::parse(&moved).is_none());
    }

    #[test]
    fn one_token_has_one_text(text in "A[QR][A-Za-z0-9_+/=-]{58}") {
        if let Some(parsed) = ShareToken::parse(&text) {
            let mut again = String::new();
            crate::base64url::encode_into(&parsed.bytes, &mut again);
            prop_assert_eq!(again, text);
        }
    }

    #[test]
    fn any_text_is_answered(text: String, now: i64) {
        prop_assert_eq!(read(&text, &key(KID, [1; 32]), Purpose::Visit, now), None);
    }
}
