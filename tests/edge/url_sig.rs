//! URLs for Traffic Server's plugin `url_sig`, in the query for a file and in the path for a directory.

use share_tests::{Nginx, Result, TrafficServer};

use crate::edge::Edge;
use crate::formula::{formula, seconds_from_now};
use crate::urls::STEPS_UP;
use crate::visit::Visit;

const HOST: &str = "media.example";
const REMAP: &str = include_str!("url_sig_remap.config");
const KEY: &str = "cdIYDHMHxeFATcy2z0ZKq7nwbDXM5M7K";

struct UrlSig {
    server: TrafficServer,
    _origin: Nginx,
    soon: i64,
}

impl UrlSig {
    fn new() -> Result<Self> {
        Self::with(REMAP)
    }

    fn with(remap: &str) -> Result<Self> {
        let mut edge = Edge::new()?;
        edge.film()?;
        for path in ["film/stream/720p/0.ts", "film/stream2/0.ts", "film/a b ü"] {
            edge.store(path)?;
        }
        let origin = edge.origin()?;
        let keys = format!("key0 = {KEY}\nkey3 = {KEY}3\nerror_url = 403\nsig_anchor = urlsig\n");
        let server = TrafficServer::start(
            remap,
            &[("ORIGIN", &origin.address().to_string())],
            &[
                ("keys.config", &keys),
                ("deny.config", include_str!("url_sig_deny.config")),
            ],
        )?;
        Ok(Self {
            server,
            _origin: origin,
            soon: seconds_from_now(600)?,
        })
    }
}

/// A file: host and whole path are signed (`P=1`).
fn in_query(path: &str, expires: i64, number: u8, key: &str) -> Result<String> {
    let text = format!("{HOST}{path}?E={expires}&A=1&K={number}&P=1&S=");
    let signature = formula(&["url_sig", key, &text])?;
    Ok(format!("http://{text}{signature}"))
}

/// A directory: all before the parameter is signed, and what stands behind it is free.
fn in_path(directory: &str, rest: &str, expires: i64) -> Result<String> {
    let signed = format!(";E={expires};A=1;K=0;P=1;S=");
    let directory = format!("{HOST}{directory}");
    let parameter = formula(&["url_sig_path", KEY, &directory, &signed])?;
    Ok(format!("http://{directory};urlsig={parameter}{rest}"))
}

#[test]
fn a_signed_file_opens_with_each_of_the_keys() -> Result {
    let edge = UrlSig::new()?;
    for (path, file) in [
        ("/film/source", "film/source"),
        ("/film/stream/master.m3u8", "film/stream/master.m3u8"),
        ("/film/a%20b%20%C3%BC", "film/a b ü"),
    ] {
        edge.server
            .assert_opens(&in_query(path, edge.soon, 0, KEY)?, file)?;
        edge.server
            .assert_opens(&in_query(path, edge.soon, 3, &format!("{KEY}3"))?, file)?;
    }
    Ok(())
}

#[test]
fn what_was_not_signed_is_refused() -> Result {
    let edge = UrlSig::new()?;
    let server = &edge.server;
    let url = in_query("/film/source", edge.soon, 0, KEY)?;
    server.assert_status(&url, 200)?;
    for at in url.find('?').unwrap_or(0)..url.len() {
        let other = if url.as_bytes()[at] == b'5' { '6' } else { '5' };
        server.assert_status(&format!("{}{other}{}", &url[..at], &url[at + 1..]), 403)?;
    }
    server.assert_status(&url.replace("/film/source", "/film/cut"), 403)?;
    server.assert_status(&url.replace("/film/source", "/film/stream/../source"), 403)?;
    server.assert_status(&url.replace("K=0", "K=3"), 403)?;
    server.assert_status(&url.replace("P=1", "P=0"), 403)?;
    server.assert_status(&in_query("/film/source", edge.soon, 0, "another key")?, 403)?;
    server.assert_status(&in_query("/film/source", edge.soon, 5, KEY)?, 403)?;
    server.assert_status(&format!("http://{HOST}/film/source"), 403)
}

#[test]
fn an_ended_url_is_refused() -> Result {
    let edge = UrlSig::new()?;
    let past = seconds_from_now(-2)?;
    edge.server
        .assert_status(&in_query("/film/source", past, 0, KEY)?, 403)?;
    edge.server
        .assert_status(&in_path("/film/stream", "/master.m3u8", past)?, 403)
}

#[test]
fn a_parameter_in_the_path_opens_its_directory_with_its_children() -> Result {
    let edge = UrlSig::new()?;
    let server = &edge.server;
    let url = in_path("/film/stream", "/master.m3u8", edge.soon)?;
    server.assert_opens(&url, "film/stream/master.m3u8")?;
    server.assert_opens(
        &url.replace("/master.m3u8", "/720p/0.ts"),
        "film/stream/720p/0.ts",
    )?;
    server.assert_status(&url.replace("/film/stream;", "/film/stream2;"), 403)?;
    server.assert_status(&url.replace("/film/stream;", "/film;"), 403)?;
    server.assert_status(&url.replace("/film/stream;", "/;"), 403)
}

#[test]
fn no_writing_of_dots_and_slashes_leaves_the_signed_directory() -> Result {
    let edge = UrlSig::new()?;
    let url = in_path("/film/stream", "/", edge.soon)?;
    for up in STEPS_UP {
        for steps in 1..=4 {
            for target in ["source", "film/source"] {
                edge.server
                    .assert_closed(&format!("{url}{}{target}", up.repeat(steps)))?;
            }
        }
    }
    Ok(())
}

#[test]
fn the_plugin_alone_lets_a_step_upwards_pass() -> Result {
    let alone = REMAP.replace(
        "@plugin=regex_remap.so @pparam=deny.config @pparam=matrix-parameters ",
        "",
    );
    assert_ne!(REMAP, alone);
    let edge = UrlSig::with(&alone)?;
    for rest in ["/../source", "/..%2fsource", "/%2e%2e/source"] {
        edge.server
            .assert_opens(&in_path("/film/stream", rest, edge.soon)?, "film/source")?;
    }
    Ok(())
}
