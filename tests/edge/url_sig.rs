//! URLs for Traffic Server's plugin `url_sig`, in the query for a file and in the path for a directory.

use share_tests::Result;

use crate::checker::Checker;
use crate::edge::{Delivery, Edge, MEDIA};
use crate::formula::formula;
use crate::signed::{BASE64URL, HEX};
use crate::urls::STEPS_UP;
use crate::vendor::{Held, Reach, Vendor, held, is_bound_to_an_address};
use crate::visit::Visit;

const REMAP: &str = include_str!("url_sig_remap.config");

const STREAM: Vendor = url_sig(&["stream"], r"{}", "urlsig=", BASE64URL);
const FILE: Vendor = url_sig(&["download", "preview"], r#"{"key_number":3}"#, "&S=", HEX);
const QUERY: Vendor = url_sig(MEDIA, r#"{"placement":"query"}"#, "&S=", HEX);

const fn url_sig(
    uses: &'static [&'static str],
    options: &'static str,
    mark: &'static str,
    digits: &'static [u8],
) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "ats_url_sig",
            algorithm: "HMAC-SHA1",
            imported: None,
            base_url: "http://media.example",
            uses,
            options,
        },
        server: |edge| server(edge, REMAP),
        reach: Reach::Below,
        mark,
        digits,
        ended: 403,
    }
}

/// The key has two numbers, so that each delivery finds its own.
fn server(edge: &mut Edge, remap: &str) -> Result<Checker> {
    let key = edge.export("text")?;
    let keys = format!("key0 = {key}\nkey3 = {key}\nerror_url = 403\nsig_anchor = urlsig\n");
    let files = [
        ("keys.config", keys.as_str()),
        ("deny.config", include_str!("url_sig_deny.config")),
    ];
    Checker::traffic_server(edge, remap, &files)
}

held!(a_parameter_in_the_path_of_a_stream, STREAM);
held!(a_query_of_a_file, FILE);
held!(a_query_of_all, QUERY);

#[test]
fn the_signatures_are_those_of_the_documented_formula() -> Result {
    let mut held = Held::new(&QUERY)?;
    let key = held.edge.export("hex")?;
    for action in ["download", "preview"] {
        let url = held.signed(action)?.url;
        let (text, mac) = url["http://".len()..].split_once("&S=").unwrap_or_default();
        assert_eq!(
            formula(&["hmac", "sha1", &key, &format!("{text}&S=")])?,
            mac
        );
    }
    let mut held = Held::new(&STREAM)?;
    let key = held.edge.export("hex")?;
    let url = held.signed("stream")?.url;
    let (directory, rest) = url["http://".len()..]
        .split_once(";urlsig=")
        .unwrap_or_default();
    let (parameter, _) = rest.split_once('/').unwrap_or_default();
    let opened = formula(&["open", parameter])?;
    let (signed, mac) = opened.split_once(";S=").unwrap_or_default();
    let text = format!("{directory}{signed};S=");
    assert_eq!(formula(&["hmac", "sha1", &key, &text])?, mac);
    Ok(())
}

#[test]
fn a_changed_parameter_is_refused() -> Result {
    let mut held = Held::new(&FILE)?;
    let server = held.server()?;
    let url = held.signed("download")?.url;
    server.assert_opens(&url, "film/source")?;
    for at in url.find('?').unwrap_or(0)..url.len() {
        let other = if url.as_bytes()[at] == b'5' { '6' } else { '5' };
        server.assert_status(&format!("{}{other}{}", &url[..at], &url[at + 1..]), 403)?;
    }
    for (from, to) in [
        ("K=3", "K=0"),
        ("K=3", "K=5"),
        ("P=1", "P=0"),
        ("P=1", "P=01"),
        ("/film/source", "/film/stream/../source"),
    ] {
        assert!(url.contains(from), "{url}");
        server.assert_status(&url.replace(from, to), 403)?;
    }
    Ok(())
}

#[test]
fn a_signature_counts_for_its_address_alone() -> Result {
    is_bound_to_an_address(&STREAM)?;
    is_bound_to_an_address(&FILE)
}

#[test]
fn a_name_that_is_encoded_in_the_url_opens() -> Result {
    let mut held = Held::new(&QUERY)?;
    let server = held.server()?;
    for path in ["film/a b ü", "film/it's (new)+&=.mp4"] {
        held.edge.store(path)?;
        held.edge.origin_put("source", path)?;
        held.signed("download")?.assert_opens(&server, path)?;
    }
    Ok(())
}

#[test]
fn no_writing_of_dots_and_slashes_leaves_the_signed_directory() -> Result {
    let mut held = Held::new(&STREAM)?;
    let server = held.server()?;
    let stream = held.signed("stream")?;
    for up in STEPS_UP {
        for steps in 1..=4 {
            for target in ["source", "film/source"] {
                let rest = format!("{}{target}", up.repeat(steps));
                server.assert_closed(&stream.child(&rest).url)?;
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
    let mut held = Held::new(&STREAM)?;
    let server = server(&mut held.edge, &alone)?;
    let stream = held.signed("stream")?;
    for rest in ["../source", "..%2fsource", "%2e%2e/source"] {
        stream.child(rest).assert_opens(&server, "film/source")?;
    }
    Ok(())
}
