//! Tests of the claims.

use proptest::prelude::*;
use uuid::Uuid;

use super::{Claims, MAX_EXPIRY};
use crate::action::Action;
use crate::renewal::{Renewal, Transport};
use crate::scope::Scope;
use crate::window::Window;

const PAYLOAD: &str = r#"{"iss":"pg_share","exp":1700000000,"cdniuc":"regex:https://h/a/([^%?]|%[^2%?]|%2[^Ff%?])*([?].*)?$","sh":"0190b0b0-0000-7000-8000-000000000001","ep":3,"a":"s","v":"v\"1","r":"r1","asset_start_time":"2","asset_end_time":"5.5"}"#;

fn claims() -> Claims<'static> {
    Claims {
        issuer: "pg_share".into(),
        expires_at: 1_700_000_000,
        scope: Scope::Directory("https://h/a".to_owned()),
        share_id: Uuid::from_u128(0x0190_b0b0_0000_7000_8000_0000_0000_0001),
        epoch: 3,
        action: Action::Stream,
        visit: Some("v\"1".into()),
        recipient: Some("r1".into()),
        window: Some(Window::parse("2", "5.5").unwrap()),
        renewal: None,
    }
}

#[test]
fn members_stand_in_their_order() {
    assert_eq!(claims().to_json(), PAYLOAD);
}

#[test]
fn a_payload_reads_back() {
    assert_eq!(Claims::parse(PAYLOAD.as_bytes()), Some(claims()));
}

#[test]
fn unknown_members_are_ignored() {
    let payload = PAYLOAD.replacen('{', r#"{"x":{"y":[1]},"#, 1);
    assert_eq!(Claims::parse(payload.as_bytes()), Some(claims()));
}

#[test]
fn members_that_are_never_issued_are_refused() {
    for name in [
        "sub", "aud", "nbf", "iat", "jti", "cdniv", "cdnicrit", "cdniip",
    ] {
        let payload = PAYLOAD.replacen('{', &format!(r#"{{"{name}":1,"#), 1);
        assert_eq!(Claims::parse(payload.as_bytes()), None, "{name}");
    }
}

fn with_renewal(members: &str) -> String {
    format!("{}{members}}}", PAYLOAD.strip_suffix('}').unwrap())
}

#[test]
fn the_claims_of_renewal_are_numbers() {
    for (transport, members) in [
        (
            Transport::Cookie { depth: 2 },
            r#","cdniets":900,"cdnistt":1,"cdnistd":2"#,
        ),
        (Transport::Query, r#","cdniets":900,"cdnistt":2"#),
    ] {
        let claims = Claims {
            renewal: Some(Renewal {
                seconds: 900,
                transport,
            }),
            ..claims()
        };
        assert_eq!(claims.to_json(), with_renewal(members));
        assert_eq!(
            Claims::parse(claims.to_json().as_bytes()),
            Some(claims.clone())
        );
    }
}

#[test]
fn claims_of_renewal_that_are_never_issued_are_refused() {
    for members in [
        r#","cdniets":900"#,
        r#","cdnistt":1"#,
        r#","cdnistd":1"#,
        r#","cdniets":900,"cdnistt":0"#,
        r#","cdniets":900,"cdnistt":1"#,
        r#","cdniets":"900","cdnistt":2"#,
        r#","cdniets":900,"cdnistt":"2""#,
        r#","cdniets":900.5,"cdnistt":2"#,
        r#","cdniets":900,"cdnistt":1,"cdnistd":"1""#,
        r#","cdniets":900,"cdnistt":1,"cdnistd":-1"#,
        r#","cdniets":900,"cdnistt":2,"cdnistd":null"#,
    ] {
        let payload = with_renewal(members);
        assert_eq!(Claims::parse(payload.as_bytes()), None, "{members}");
    }
}

#[test]
fn each_mandatory_member_is_missed() {
    for name in ["iss", "exp", "cdniuc", "sh", "ep", "a"] {
        let payload = PAYLOAD.replacen(&format!("\"{name}\":"), "\"other\":", 1);
        assert_eq!(Claims::parse(payload.as_bytes()), None, "{name}");
    }
}

#[test]
fn values_of_another_type_are_refused() {
    for (good, bad) in [
        ("1700000000", "\"1700000000\""),
        ("1700000000", "1700000000.0"),
        ("1700000000", "1e9"),
        ("1700000000", "0"),
        ("1700000000", "-1"),
        ("1700000000", "99999999999999999999"),
        ("1700000000", "253402300800"),
        ("1700000000", "null"),
        ("\"ep\":3", "\"ep\":3000000000"),
        ("\"ep\":3", "\"ep\":\"3\""),
        ("\"s\"", "\"S\""),
        ("\"s\"", "\"stream\""),
        (
            "0190b0b0-0000-7000-8000-000000000001",
            "0190B0B0-0000-7000-8000-000000000001",
        ),
        (
            "0190b0b0-0000-7000-8000-000000000001",
            "0190b0b0000070008000000000000001",
        ),
        ("\"r1\"", "\"\""),
        ("\"r1\"", "1"),
        ("\"pg_share\"", "\"pg share\""),
        ("\"5.5\"", "5.5"),
        ("\"5.5\"", "\"1\""),
        ("\"asset_end_time\"", "\"asset_end\""),
        (
            "regex:https://h/a/([^%?]|%[^2%?]|%2[^Ff%?])*([?].*)?$",
            "regex:https://h/.*/.*",
        ),
    ] {
        let payload = PAYLOAD.replacen(good, bad, 1);
        assert_ne!(payload, PAYLOAD);
        assert_eq!(Claims::parse(payload.as_bytes()), None, "{bad}");
    }
}

#[test]
fn claims_that_would_not_read_back_are_not_signed() {
    let mut long = claims();
    long.visit = Some("v".repeat(129).into());
    assert!(long.check().is_err());
    let mut late = claims();
    late.expires_at = MAX_EXPIRY + 1;
    assert!(late.check().is_err());
}

proptest! {
    #[test]
    fn any_claims_read_back(
        expires_at in 1..=MAX_EXPIRY,
        epoch: i32,
        id: u128,
        path in "[a-z0-9._~%+/-]{0,30}[a-z]",
        visit in prop::option::of("\\PC{1,30}"),
        recipient in prop::option::of("[\\x00-\\x7f]{1,30}"),
        window in prop::option::of((0_u32..1000, 1_u32..1000)),
        renewal in prop::option::of((1_i64..1000, prop::option::of(any::<u16>()))),
    ) {
        let claims = Claims {
            expires_at,
            epoch,
            share_id: Uuid::from_u128(id),
            scope: Scope::File(format!("https://h/{path}")),
            visit: visit.map(Into::into),
            recipient: recipient.map(Into::into),
            window: window.map(|(start, length)| {
                Window::parse(&start.to_string(), &(start + length).to_string()).unwrap()
            }),
            renewal: renewal.map(|(seconds, depth)| Renewal {
                seconds,
                transport: depth.map_or(Transport::Query, |depth| Transport::Cookie { depth }),
            }),
            ..claims()
        };
        prop_assert_eq!(Claims::parse(claims.to_json().as_bytes()), Some(claims));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = Claims::parse(&bytes);
    }
}
