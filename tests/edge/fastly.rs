//! URLs by Fastly's recipe at an edge that checks them with stock `HAProxy`.

use share_tests::Result;

use crate::checker::Checker;
use crate::edge::{Delivery, Edge, MEDIA};
use crate::formula::formula;
use crate::signed::HEX;
use crate::vendor::{Held, Reach, Vendor, held};
use crate::visit::Visit;

const SHA1: Vendor = fastly("HMAC-SHA1", |edge| server(edge, "sha1"));
const SHA256: Vendor = fastly("HMAC-SHA256", |edge| server(edge, "sha256"));

const fn fastly(algorithm: &'static str, server: fn(&mut Edge) -> Result<Checker>) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "fastly",
            algorithm,
            imported: None,
            base_url: "http://media.example",
            uses: MEDIA,
            options: "{}",
        },
        server,
        reach: Reach::Nothing,
        mark: "token=",
        digits: HEX,
        ended: 410,
    }
}

fn server(edge: &mut Edge, digest: &str) -> Result<Checker> {
    let sections = include_str!("haproxy_fastly.cfg");
    Checker::haproxy(edge, sections, &[("DIGEST", digest)])
}

held!(a_token_of_sha1, SHA1);
held!(a_token_of_sha256, SHA256);

#[test]
fn the_signature_is_that_of_the_documented_formula() -> Result {
    let mut held = Held::new(&SHA1)?;
    let key = held.edge.export("hex")?;
    for action in MEDIA {
        let url = held.signed(action)?.url;
        let (path, token) = url["http://media.example".len()..]
            .split_once("?token=")
            .unwrap_or_default();
        let (end, mac) = token.split_once('_').unwrap_or_default();
        let text = format!("{path}{end}");
        assert_eq!(formula(&["hmac", "sha1", &key, &text])?, mac);
    }
    Ok(())
}

#[test]
fn no_digit_moves_between_the_path_and_the_end() -> Result {
    let mut held = Held::new(&SHA1)?;
    let server = held.server()?;
    held.edge.store("film/v.mp4")?;
    held.edge.store("film/v.mp")?;
    held.edge.origin_put("source", "film/v.mp4")?;
    let url = held.signed("download")?.url;
    server.assert_opens(&url, "film/v.mp4")?;
    // Both have the same text under their signature.
    let moved = url
        .replace("/film/v.mp4?", "/film/v.mp?")
        .replace("token=", "token=4");
    assert_ne!(url, moved);
    server.assert_status(&moved, 403)
}
