//! Native tokens in the query and in a cookie at Traffic Server, and how this one renews them.

use share_tests::{Error, Result};

use crate::checker::Checker;
use crate::edge::{Delivery, Edge, MEDIA};
use crate::signed::{BASE64URL, Signed};
use crate::vendor::{Held, Reach, Vendor, held};

const QUERY: Vendor = uri_signing(r#"{"placement":"query"}"#);
const COOKIE: Vendor = uri_signing(r#"{"placement":"cookie"}"#);
const RENEWED_COOKIE: Vendor =
    uri_signing(r#"{"placement":"cookie","renewal":"cookie","renewal_seconds":900}"#);
const RENEWED_QUERY: Vendor =
    uri_signing(r#"{"placement":"query","renewal":"cookie","renewal_seconds":900}"#);

const fn uri_signing(options: &'static str) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "uri_signing",
            algorithm: "HS256",
            imported: None,
            base_url: "http://media.example",
            uses: MEDIA,
            options,
        },
        server,
        reach: Reach::Below,
        mark: "URISigningPackage=",
        digits: BASE64URL,
        ended: 403,
    }
}

fn server(edge: &mut Edge) -> Result<Checker> {
    let keys = edge.export("ats")?;
    let remap = include_str!("uri_signing_remap.config");
    Checker::traffic_server(edge, remap, &[("keys.json", &keys)])
}

held!(a_token_in_the_query, QUERY);
held!(a_token_in_a_cookie, COOKIE);
held!(a_token_that_is_renewed, RENEWED_COOKIE);

#[test]
fn a_renewed_token_comes_as_a_cookie_of_the_directory_and_plays_on() -> Result {
    for vendor in [&RENEWED_QUERY, &RENEWED_COOKIE] {
        let mut held = Held::new(vendor)?;
        let server = held.server()?;
        let stream = held.signed_with_left("stream", 30.0)?;
        let answer = stream.visit(&server)?;
        let header = answer
            .header("set-cookie")
            .ok_or_else(|| Error::new(format!("{answer:?}")))?;
        let (cookie, attributes) = header.split_once(';').unwrap_or_default();
        assert!(attributes.contains("Path=/film/stream"), "{header}");
        assert!(cookie.starts_with(vendor.mark), "{header}");
        assert!(!stream.url.contains(cookie), "{header}");
        assert_ne!(Some(cookie), stream.cookie.as_deref());
        for (path, status) in [
            ("film/stream/master.m3u8", 200),
            ("film/stream/720p/0.ts", 200),
            ("film/streams/master.m3u8", 403),
            ("film/source", 403),
        ] {
            let renewed = Signed {
                url: format!("http://media.example/{path}"),
                cookie: Some(cookie.to_owned()),
            };
            renewed.assert_status(&server, status)?;
        }
        for file in ["download", "preview"] {
            let answer = held.signed(file)?.visit(&server)?;
            assert_eq!((200, None), (answer.status, answer.header("set-cookie")));
        }
    }
    Ok(())
}

#[test]
fn a_renewed_token_outlasts_the_end_of_its_key_nowhere() -> Result {
    let mut held = Held::new(&RENEWED_QUERY)?;
    let before = held.server()?;
    let answer = held.signed("stream")?.visit(&before)?;
    let cookie = answer.header("set-cookie").unwrap_or_default();
    let renewed = Signed {
        url: "http://media.example/film/stream/720p/0.ts".to_owned(),
        cookie: cookie.split(';').next().map(str::to_owned),
    };
    renewed.assert_status(&before, 200)?;
    held.edge.revoke()?;
    held.edge.renew(&RENEWED_QUERY.delivery)?;
    let after = held.server()?;
    renewed.assert_status(&after, 403)
}
