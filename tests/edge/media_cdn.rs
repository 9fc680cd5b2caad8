//! Tokens of Google Media CDN, checked by its documented formula with stock `HAProxy`.

use share_tests::Result;

use crate::checker::Checker;
use crate::edge::{Delivery, Edge, MEDIA};
use crate::signed::HEX;
use crate::vendor::{Reach, Vendor, held, is_bound_to_an_address};

const GLOB: Vendor = media_cdn(r"{}");
const PREFIX: Vendor = media_cdn(r#"{"stream_scope":"url_prefix"}"#);
const COOKIE: Vendor = media_cdn(r#"{"placement":"cookie"}"#);

const fn media_cdn(options: &'static str) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "media_cdn",
            algorithm: "HMAC-SHA256",
            imported: None,
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
    Checker::haproxy(edge, include_str!("haproxy_media_cdn.cfg"), &[])
}

held!(a_glob_in_the_query, GLOB);
held!(a_prefix_in_the_query, PREFIX);
held!(a_glob_in_a_cookie, COOKIE);

#[test]
fn a_token_counts_for_its_address_alone() -> Result {
    is_bound_to_an_address(&GLOB)
}
