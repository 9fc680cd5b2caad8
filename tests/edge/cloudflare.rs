//! Tokens for Cloudflare's `is_timed_hmac_valid_v0`, checked by its documented formula with stock `HAProxy`.

use share_tests::Result;

use crate::checker::Checker;
use crate::edge::{Delivery, Edge, MEDIA};
use crate::signed::{BASE64, BASE64URL};
use crate::vendor::{Reach, Vendor, held};

/// Seconds, as in the options below.
const TTL: &str = "10800";

const PADDED: Vendor = cloudflare(
    r#"{"ttl":10800,"private_stream_ttl":7200,"private_download_ttl":600}"#,
    BASE64,
    |edge| server(edge, "base64"),
);
const URL_SAFE: Vendor = cloudflare(
    r#"{"ttl":10800,"private_stream_ttl":7200,"private_download_ttl":600,"flags":"s"}"#,
    BASE64URL,
    |edge| server(edge, "ub64enc"),
);

const fn cloudflare(
    options: &'static str,
    digits: &'static [u8],
    server: fn(&mut Edge) -> Result<Checker>,
) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "cloudflare_hmac",
            algorithm: "HMAC-SHA256",
            imported: None,
            base_url: "http://media.example",
            uses: MEDIA,
            options,
        },
        server,
        reach: Reach::Nothing,
        mark: "verify=",
        digits,
        ended: 403,
    }
}

fn server(edge: &mut Edge, encoding: &str) -> Result<Checker> {
    let sections = include_str!("haproxy_cloudflare.cfg");
    Checker::haproxy(edge, sections, &[("TTL", TTL), ("ENCODING", encoding)])
}

held!(a_rule_without_flags, PADDED);
held!(a_rule_with_the_flag_s, URL_SAFE);
