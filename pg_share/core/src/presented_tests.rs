//! Tests of finding and checking native tokens.

use proptest::prelude::*;
use uuid::Uuid;

use super::Presented;
use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::claims::Claims;
use crate::jws::Hs256;
use crate::key::SigningKey;
use crate::refusal::Refusal;
use crate::scope::Scope;

const EXP: i64 = 1_700_000_000;
const BEFORE: i64 = EXP - 1;

fn key(kid: &str, byte: u8) -> SigningKey {
    SigningKey::new(kid, Algorithm::Hs256, vec![byte; 32]).unwrap()
}

fn token(scope: Scope) -> String {
    let claims = Claims {
        issuer: "pg_share".into(),
        expires_at: EXP,
        scope,
        share_id: Uuid::from_u128(1),
        epoch: 2,
        action: Action::Stream,
        visit: Some("v1".into()),
        recipient: None,
        window: None,
        renewal: None,
    };
    let mut out = String::new();
    Hs256::new(&key("k1", 7))
        .unwrap()
        .sign_into(&claims, &mut out);
    out
}

fn directory_token() -> String {
    token(Scope::Directory("https://h/s/1".to_owned()))
}

fn verdict(text: &str) -> Result<(), Refusal> {
    Presented::parse(text)?
        .verify(&key("k1", 7), BEFORE)
        .map(|_| ())
}

#[test]
fn a_bare_token_says_what_it_was_made_for() {
    let verified = Presented::parse(&directory_token())
        .unwrap()
        .verify(&key("k1", 7), BEFORE)
        .unwrap();
    assert_eq!(verified.share_id, Some(Uuid::from_u128(1)));
    assert_eq!(verified.epoch, Some(2));
    assert_eq!(verified.action, Action::Stream);
    assert_eq!(verified.expires_at, EXP);
    assert_eq!(verified.kid, "k1");
    assert_eq!(verified.visit.as_deref(), Some("v1"));
}

#[test]
fn a_token_is_found_wherever_it_may_stand() {
    let token = directory_token();
    for url in [
        format!("https://h/s/1;URISigningPackage={token}/a/b.ts"),
        format!("HTTPS://H:443/s/1;t={token}/a.ts?_HLS_msn=1#t=2"),
        format!("https://h/s/1/a.ts;t={token}"),
        format!("https://h/s/1/a.ts?t={token}"),
        format!("https://h/s/1/a.ts?x=1&t={token}&y=2"),
    ] {
        assert_eq!(verdict(&url), Ok(()), "{url}");
    }
}

#[test]
fn a_token_is_over_at_its_expiry() {
    let presented = Presented::parse(&directory_token()).unwrap();
    let key = key("k1", 7);
    assert!(presented.verify(&key, EXP - 1).is_ok());
    assert_eq!(presented.verify(&key, EXP), Err(Refusal::Expired));
    assert_eq!(presented.verify(&key, i64::MAX), Err(Refusal::Expired));
}

#[test]
fn another_key_is_told_from_a_bad_signature() {
    let presented = Presented::parse(&directory_token()).unwrap();
    assert_eq!(presented.kid(), "k1");
    assert_eq!(
        presented.verify(&key("k2", 7), BEFORE),
        Err(Refusal::UnknownKey)
    );
    assert_eq!(
        presented.verify(&key("k1", 8), BEFORE),
        Err(Refusal::BadSignature)
    );
    let md5 = SigningKey::new("k1", Algorithm::Md5, vec![b'x'; 32]).unwrap();
    assert_eq!(presented.verify(&md5, BEFORE), Err(Refusal::UnknownKey));
}

#[test]
fn a_key_for_anything_else_verifies_no_token() {
    // RFC 8725 §3.1: also not where its bytes would make the signature hold.
    let presented = Presented::parse(&directory_token()).unwrap();
    for algorithm in Algorithm::ALL {
        let Ok(other) = SigningKey::new("k1", algorithm, vec![7; 32]) else {
            continue;
        };
        let verdict = presented.verify(&other, BEFORE).map(|_| ());
        if algorithm == Algorithm::Hs256 {
            assert_eq!(verdict, Ok(()));
        } else {
            assert_eq!(verdict, Err(Refusal::UnknownKey), "{algorithm}");
        }
    }
}

#[test]
fn a_token_in_a_cookie_opens_the_url_before_it() {
    let token = directory_token();
    let inside = "https://h/s/1/a/b.ts?x=1";
    for cookies in [
        format!("t={token}"),
        format!("a=b; t={token}; c=https://h/"),
        format!("a=b;t={token}"),
    ] {
        assert_eq!(verdict(&format!("{inside} {cookies}")), Ok(()), "{cookies}");
        assert_eq!(
            verdict(&format!("https://h/s/2/a.ts {cookies}")),
            Err(Refusal::OutOfScope)
        );
    }
    for text in [
        format!("{inside} {token}"),
        format!("{inside} t=x"),
        format!("{inside} "),
        format!(" t={token}"),
        format!("t={token}"),
        format!("{inside} t={token}; u={token}"),
        format!("https://h/s/1;t={token}/a.ts t={token}"),
        format!("https://h/s/1;t={token}/a.ts a=b"),
        format!("a=b; t={token}"),
    ] {
        assert_eq!(verdict(&text), Err(Refusal::Malformed), "{text}");
    }
}

#[test]
fn the_signature_is_checked_before_the_claims() {
    let mut token = String::new();
    Hs256::new(&key("k1", 7))
        .unwrap()
        .sign_payload_into("not json", &mut token);
    let presented = Presented::parse(&token).unwrap();
    assert_eq!(
        presented.verify(&key("k1", 8), BEFORE),
        Err(Refusal::BadSignature)
    );
    assert_eq!(
        presented.verify(&key("k1", 7), BEFORE),
        Err(Refusal::Malformed)
    );
}

#[test]
fn urls_that_the_token_does_not_cover_are_out_of_scope() {
    let token = directory_token();
    for url in [
        format!("https://h/s/2;t={token}/a.ts"),
        format!("https://h/s;t={token}/1x/a.ts"),
        format!("https://h/s/1;t={token}/../2/a.ts"),
        format!("https://h/s/1;t={token}/%2E%2e/2/a.ts"),
        format!("https://h/s/1;t={token}/..%2f2/a.ts"),
        format!("https://h/s/1;t={token}//a.ts"),
        format!("http://h/s/1;t={token}/a.ts"),
        format!("https://h:8443/s/1;t={token}/a.ts"),
        format!("https://h.evil/s/1;t={token}/a.ts"),
        format!("https://h/S/1;t={token}/a.ts"),
        format!("https://h/s/1;x=1;t={token}/a.ts"),
        format!("https://h/?u=https://h/s/1/a.ts&t={token}"),
    ] {
        assert_eq!(verdict(&url), Err(Refusal::OutOfScope), "{url}");
    }
}

#[test]
fn a_file_token_opens_that_file_alone() {
    let token = token(Scope::File("https://h/a.mp4".to_owned()));
    assert_eq!(verdict(&format!("https://h/a.mp4;t={token}")), Ok(()));
    assert_eq!(verdict(&format!("https://h/a.mp4?t={token}")), Ok(()));
    for url in [
        format!("https://h/a.mp4/b;t={token}"),
        format!("https://h/b.mp4;t={token}"),
        format!("https://h/a.mp4;t={token}/b"),
        format!("https://h/a.mp4;t={token}?x=1"),
    ] {
        assert_eq!(verdict(&url), Err(Refusal::OutOfScope), "{url}");
    }
}

#[test]
fn what_holds_no_single_token_is_malformed() {
    let token = directory_token();
    let long = "a".repeat(9000);
    for text in [
        String::new(),
        "https://h/s/1/a.ts".to_owned(),
        format!("/s/1;t={token}/a.ts"),
        format!("https://h/s/1;{token}/a.ts"),
        format!("https://h/s/1;={token}/a.ts"),
        format!("https://h/s/1;t={token}/a.ts;t={token}"),
        format!("https://h/s/1;t={token}/a.ts?t={token}"),
        format!("https://h/s/1;t={token}/{long}"),
        format!("https://h/s/1;t={token}/a b"),
        format!("https://u:p@h/s/1;t={token}/a"),
        format!("https://h/a#t={token}"),
        long,
    ] {
        assert_eq!(verdict(&text), Err(Refusal::Malformed), "{text}");
    }
}

proptest! {
    #[test]
    fn no_flipped_bit_goes_unseen(at in 0_usize..400, bit in 0_u8..8) {
        let mut bytes = directory_token().into_bytes();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        if let Ok(text) = String::from_utf8(bytes) {
            prop_assert!(verdict(&text).is_err());
        }
    }

    #[test]
    fn no_other_text_is_the_same_token(
        at in 0_usize..400,
        cut in 0_usize..3,
        put in "[A-Za-z0-9_.=+/ -]{0,3}",
    ) {
        let token = directory_token();
        let at = at % (token.len() + 1);
        let end = (at + cut).min(token.len());
        let other = format!("{}{put}{}", &token[..at], &token[end..]);
        if other != token {
            prop_assert!(verdict(&other).is_err(), "{}", other);
        }
    }

    #[test]
    fn any_text_is_answered(text in ".*|https://[!-~]{0,80}") {
        let _ = verdict(&text);
    }
}
