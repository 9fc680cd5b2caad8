//! Signed URLs and prefixes of Google Cloud CDN, checked by its documented formula with stock `HAProxy`.

use share_tests::Result;

use crate::checker::Checker;
use crate::edge::{Delivery, Edge, MEDIA};
use crate::signed::BASE64URL;
use crate::vendor::{Reach, Vendor, held};

const QUERY: Vendor = cloud_cdn(r"{}");
const COOKIE: Vendor = cloud_cdn(r#"{"placement":"cookie"}"#);

const fn cloud_cdn(options: &'static str) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "cloud_cdn",
            algorithm: "HMAC-SHA1",
            // A key of Cloud CDN has 16 bytes.
            imported: Some("hex"),
            base_url: "http://media.example",
            uses: MEDIA,
            options,
        },
        server,
        reach: Reach::Below,
        mark: "Signature=",
        digits: BASE64URL,
        ended: 403,
    }
}

fn server(edge: &mut Edge) -> Result<Checker> {
    let name = edge.kid.clone();
    Checker::haproxy(
        edge,
        include_str!("haproxy_cloud_cdn.cfg"),
        &[("NAME", &name)],
    )
}

held!(a_prefix_in_the_query, QUERY);
held!(a_prefix_in_a_cookie, COOKIE);
