//! Akamai's tokens at an edge that checks them with stock `HAProxy`.

use share_tests::{Haproxy, Nginx, Result};

use crate::edge::Edge;
use crate::formula::{formula, seconds_from_now};
use crate::visit::Visit;

const BASE: &str = "http://media.example";
/// A key as Akamai's property manager shows it, in hex.
const KEY: &str = "52a152a152a152a152a152a152a152a152a152a152a152a152a152a152a152a1";

struct Akamai {
    haproxy: Haproxy,
    _origin: Nginx,
    soon: i64,
}

impl Akamai {
    fn new() -> Result<Self> {
        let mut edge = Edge::new()?;
        edge.film()?;
        for path in [
            "film/stream/720p/0.ts",
            "film/stream2/master.m3u8",
            "other/source",
        ] {
            edge.store(path)?;
        }
        let origin = edge.origin()?;
        let haproxy = Haproxy::start(
            include_str!("haproxy_akamai.cfg"),
            &[
                ("KEY", &formula(&["hex_key", KEY])?),
                ("ORIGIN", &origin.address().to_string()),
            ],
        )?;
        Ok(Self {
            haproxy,
            _origin: origin,
            soon: seconds_from_now(600)?,
        })
    }

    /// Fields that end soon.
    fn fields(&self, acl: &str) -> String {
        format!("exp={}~acl={acl}", self.soon)
    }
}

fn token(fields: &str) -> Result<String> {
    formula(&["akamai", KEY, fields])
}

fn in_query(path: &str, token: &str) -> String {
    format!("{BASE}{path}?hdnts={token}")
}

fn in_path(path: &str, token: &str) -> String {
    format!("{BASE}/hdnts={token}{path}")
}

#[test]
fn a_token_opens_its_directory_in_the_query_in_the_path_and_as_a_cookie() -> Result {
    let akamai = Akamai::new()?;
    let directory = token(&akamai.fields("/film/stream/*"))?;
    let master = "film/stream/master.m3u8";
    let server = &akamai.haproxy;
    server.assert_opens(&in_query("/film/stream/master.m3u8", &directory), master)?;
    let child = "/film/stream/720p/0.ts";
    server.assert_opens(&in_query(child, &directory), &child[1..])?;
    let escaped = token(&akamai.fields("%2ffilm%2fstream%2f*"))?;
    server.assert_opens(&in_path("/film/stream/master.m3u8", &escaped), master)?;
    server.assert_opens(&in_path(child, &escaped), &child[1..])?;
    let cookie = format!("seen=1; hdnts={directory}");
    let answer = server.visit_with(&format!("{BASE}{child}"), &[("Cookie", &cookie)])?;
    assert_eq!((200, child[1..].to_owned()), (answer.status, answer.text()));
    server.assert_opens(
        &in_query("/film/source", &token(&akamai.fields("/film/source"))?),
        "film/source",
    )
}

#[test]
fn what_the_patterns_do_not_name_is_refused() -> Result {
    let akamai = Akamai::new()?;
    let server = &akamai.haproxy;
    let two = token(&akamai.fields("/film/stream/*!/film/source"))?;
    server.assert_status(&in_query("/film/source", &two), 200)?;
    server.assert_status(&in_query("/film/stream/720p/0.ts", &two), 200)?;
    for path in [
        "/other/source",
        "/film/stream2/master.m3u8",
        "/film/source2",
        "/film/stream/../../other/source",
        "/film/stream/..%2f..%2fother/source",
        "/film/stream/%2e%2e/%2e%2e/other/source",
        "/film/stream",
    ] {
        server.assert_closed(&in_query(path, &two))?;
    }
    Ok(())
}

#[test]
fn changed_fields_changed_digits_and_other_keys_are_refused() -> Result {
    let akamai = Akamai::new()?;
    let server = &akamai.haproxy;
    let path = "/film/source";
    let fields = akamai.fields(path);
    let good = token(&fields)?;
    server.assert_status(&in_query(path, &good), 200)?;
    let (_, mac) = good.split_once("~hmac=").unwrap_or_default();
    for at in [0, 31, 63] {
        let other = if mac.as_bytes()[at] == b'0' { '1' } else { '0' };
        let mac = format!("{}{other}{}", &mac[..at], &mac[at + 1..]);
        server.assert_status(&in_query(path, &format!("{fields}~hmac={mac}")), 403)?;
    }
    let later = fields.replacen("exp=", "exp=1", 1);
    let elsewhere = fields.replace("source", "*");
    for fields in [later, elsewhere, format!("{fields}~data=x"), String::new()] {
        server.assert_status(&in_query(path, &format!("{fields}~hmac={mac}")), 403)?;
    }
    let wrong = formula(&["akamai", &KEY.replace('a', "b"), &fields])?;
    for token in [wrong.as_str(), &fields, mac, "", "~hmac="] {
        server.assert_status(&in_query(path, token), 403)?;
    }
    server.assert_status(&format!("{BASE}{path}"), 403)
}

#[test]
fn a_token_counts_between_its_start_and_its_end_and_for_its_address() -> Result {
    let akamai = Akamai::new()?;
    let path = "/film/source";
    let (past, soon) = (seconds_from_now(-10)?, akamai.soon);
    for (fields, status) in [
        (format!("exp={past}~acl={path}"), 403),
        (format!("acl={path}"), 403),
        (format!("st={past}~exp={soon}~acl={path}"), 200),
        (format!("st={soon}~exp={soon}~acl={path}"), 403),
        (format!("ip=127.0.0.1~exp={soon}~acl={path}"), 200),
        (format!("ip=192.0.2.1~exp={soon}~acl={path}"), 403),
        (
            format!("ip=127.0.0.1~st={past}~exp={soon}~acl={path}~id=7~data=x"),
            200,
        ),
    ] {
        akamai
            .haproxy
            .assert_status(&in_query(path, &token(&fields)?), status)?;
    }
    Ok(())
}
