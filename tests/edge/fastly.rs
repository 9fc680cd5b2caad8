//! URLs by Fastly's recipe at an edge that checks them with stock `HAProxy`.

use share_tests::{Haproxy, Nginx, Result};

use crate::edge::Edge;
use crate::formula::{formula, seconds_from_now};
use crate::visit::Visit;

const BASE: &str = "http://media.example";
const KEY: &str = "RmFzdGx5IHNlY3JldCBvZiB0aGUgdGVzdHM";

struct Fastly {
    haproxy: Haproxy,
    _origin: Nginx,
}

impl Fastly {
    fn new() -> Result<Self> {
        let mut edge = Edge::new()?;
        edge.film()?;
        for path in ["film/a b ü", "film/v", "film/v1"] {
            edge.store(path)?;
        }
        let origin = edge.origin()?;
        let haproxy = Haproxy::start(
            include_str!("haproxy_fastly.cfg"),
            &[
                ("KEY", &formula(&["text_key", KEY])?),
                ("ORIGIN", &origin.address().to_string()),
            ],
        )?;
        Ok(Self {
            haproxy,
            _origin: origin,
        })
    }
}

fn signed(path: &str, expires: i64) -> Result<String> {
    let token = formula(&["fastly", KEY, path, &expires.to_string()])?;
    Ok(format!("{BASE}{path}?token={token}"))
}

#[test]
fn a_signed_url_opens_its_file() -> Result {
    let fastly = Fastly::new()?;
    let soon = seconds_from_now(600)?;
    for (path, file) in [
        ("/film/source", "film/source"),
        ("/film/stream/master.m3u8", "film/stream/master.m3u8"),
        ("/film/a%20b%20%C3%BC", "film/a b ü"),
    ] {
        fastly.haproxy.assert_opens(&signed(path, soon)?, file)?;
    }
    Ok(())
}

#[test]
fn what_was_not_signed_is_refused() -> Result {
    let fastly = Fastly::new()?;
    let server = &fastly.haproxy;
    let url = signed("/film/source", seconds_from_now(600)?)?;
    let start = url.find("token=").unwrap_or(0) + "token=".len();
    server.assert_status(&url, 200)?;
    for at in start..url.len() {
        let other = if url.as_bytes()[at] == b'5' { '6' } else { '5' };
        server.assert_status(&format!("{}{other}{}", &url[..at], &url[at + 1..]), 403)?;
    }
    server.assert_status(&url.replace("/film/source", "/film/cut"), 403)?;
    server.assert_status(&url.replace("/film/source", "/film/../film/source"), 403)?;
    server.assert_status(&format!("{BASE}/film/source"), 403)?;
    server.assert_status(&format!("{BASE}/film/source?token="), 403)?;
    let wrong = url.replace(&url[start..], "");
    let (expires, _) = url[start..].split_once('_').unwrap_or_default();
    let other_key = formula(&["fastly", "another key", "/film/source", expires])?;
    server.assert_status(&format!("{wrong}{other_key}"), 403)
}

#[test]
fn an_ended_url_is_gone() -> Result {
    let fastly = Fastly::new()?;
    let ended = signed("/film/source", seconds_from_now(-1)?)?;
    fastly.haproxy.assert_status(&ended, 410)
}

#[test]
fn no_digit_moves_between_the_path_and_the_end() -> Result {
    let fastly = Fastly::new()?;
    let soon = seconds_from_now(600)?;
    let url = signed("/film/v1", soon)?;
    fastly.haproxy.assert_opens(&url, "film/v1")?;
    // Both have the text "/film/v1<soon>" under their signature.
    let moved = url
        .replace("/film/v1?", "/film/v?")
        .replace("token=", "token=1");
    assert_ne!(url, moved);
    fastly.haproxy.assert_status(&moved, 403)
}
