//! Akamai's tokens at an edge that checks them with stock `HAProxy`.

use share_tests::Result;

use crate::checker::Checker;
use crate::edge::{Delivery, Edge, MEDIA};
use crate::formula::formula;
use crate::signed::HEX;
use crate::urls::STEPS_UP;
use crate::vendor::{Held, Reach, Vendor, held, is_bound_to_an_address};
use crate::visit::Visit;

const QUERY: Vendor = akamai(r"{}");
const COOKIE: Vendor = akamai(r#"{"placement":"cookie"}"#);
const URL: Vendor = akamai(r#"{"file_scope":"url","session_id":"share","data":"x"}"#);
const START: Vendor = akamai(r#"{"start":true}"#);

const fn akamai(options: &'static str) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "akamai_edgeauth",
            algorithm: "HMAC-SHA256",
            // Akamai shows 32 hex digits.
            imported: Some("hex"),
            base_url: "http://media.example",
            uses: MEDIA,
            options,
        },
        server,
        reach: Reach::Below,
        mark: "~hmac=",
        digits: HEX,
        ended: 403,
    }
}

fn server(edge: &mut Edge) -> Result<Checker> {
    Checker::haproxy(edge, include_str!("haproxy_akamai.cfg"), &[])
}

held!(a_token_in_the_query, QUERY);
held!(a_token_in_a_cookie, COOKIE);
held!(a_token_of_the_url, URL);

/// What stands before and behind the mark of the signature, without the token's name.
fn token_parts(url: &str) -> (&str, &str) {
    let (_, token) = url.split_once("hdnts=").unwrap_or_default();
    token.split_once(QUERY.mark).unwrap_or_default()
}

#[test]
fn the_signature_is_that_of_the_documented_formula() -> Result {
    let mut held = Held::new(&QUERY)?;
    let key = held.edge.export("hex")?;
    for action in MEDIA {
        let url = held.signed(action)?.url;
        let (fields, mac) = token_parts(&url);
        assert_eq!(formula(&["hmac", "sha256", &key, fields])?, mac);
    }
    Ok(())
}

#[test]
fn a_changed_field_is_refused() -> Result {
    let mut held = Held::new(&QUERY)?;
    let server = held.server()?;
    let url = held.signed("download")?.url;
    server.assert_opens(&url, "film/source")?;
    let (fields, mac) = token_parts(&url);
    for (from, to) in [
        ("exp=", "exp=1"),
        ("source", "*"),
        ("acl=", "acl=/*!"),
        ("~acl", "~data=x~acl"),
        ("exp=", "st=1~exp="),
    ] {
        server.assert_status(&url.replacen(fields, &fields.replacen(from, to, 1), 1), 403)?;
    }
    for token in [fields, mac, "", "~hmac="] {
        server.assert_status(
            &format!("http://media.example/film/source?hdnts={token}"),
            403,
        )?;
    }
    Ok(())
}

#[test]
fn no_writing_of_dots_and_slashes_leaves_the_signed_directory() -> Result {
    let mut held = Held::new(&QUERY)?;
    let server = held.server()?;
    let stream = held.signed("stream")?;
    for up in STEPS_UP {
        for target in ["source", "film/source"] {
            server.assert_closed(&stream.child(&format!("{up}{target}")).url)?;
        }
    }
    Ok(())
}

#[test]
fn a_token_counts_for_its_address_alone() -> Result {
    is_bound_to_an_address(&QUERY)
}

#[test]
fn a_token_with_a_start_does_not_count_before_it() -> Result {
    let mut held = Held::new(&START)?;
    let server = held.server()?;
    for action in MEDIA {
        held.signed(action)?.assert_status(&server, 200)?;
        held.signed_later(action, 60.0)?
            .assert_status(&server, 403)?;
    }
    Ok(())
}
