//! bunny.net's tokens: today's form and its predecessor at `HAProxy`, the basic form at nginx.

use share_tests::Result;

use crate::checker::Checker;
use crate::edge::{Delivery, Edge, MEDIA};
use crate::signed::BASE64URL;
use crate::vendor::{Reach, Vendor, held};

const PATH: Vendor = Vendor {
    mark: "token=HS256-",
    ..bunny(r"{}", hs256)
};
const QUERY: Vendor = Vendor {
    mark: "token=HS256-",
    ..bunny(r#"{"placement":"query"}"#, hs256)
};
const SHA256: Vendor = bunny(r#"{"form":"sha256"}"#, |edge| {
    let secret = edge.export("text")?;
    let sections = include_str!("haproxy_bunny.cfg");
    let values = [
        ("PREFIX", ""),
        ("SECRET", secret.as_str()),
        ("HASH", "digest(sha256)"),
    ];
    Checker::haproxy(edge, sections, &values)
});
const MD5: Vendor = Vendor {
    reach: Reach::Nothing,
    ended: 410,
    ..bunny(r#"{"form":"md5","placement":"query"}"#, |edge| {
        let values = [
            ("LINK", "$arg_token,$arg_expires"),
            ("TEXT", "@KEY@$share_written$secure_link_expires"),
        ];
        Checker::nginx(edge, include_str!("nginx_links.conf"), &values)
    })
};

const fn bunny(options: &'static str, server: fn(&mut Edge) -> Result<Checker>) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "bunny",
            algorithm: "HMAC-SHA256",
            imported: None,
            base_url: "http://media.example",
            uses: MEDIA,
            options,
        },
        server,
        reach: Reach::Below,
        mark: "token=",
        digits: BASE64URL,
        ended: 403,
    }
}

fn hs256(edge: &mut Edge) -> Result<Checker> {
    let sections = include_str!("haproxy_bunny.cfg");
    let values = [
        ("PREFIX", "HS256-"),
        ("SECRET", ""),
        ("HASH", "hmac(sha256,@KEY@)"),
    ];
    Checker::haproxy(edge, sections, &values)
}

held!(a_token_in_the_path_of_a_stream, PATH);
held!(a_token_in_the_query, QUERY);
held!(a_token_of_the_form_sha256, SHA256);
held!(a_token_of_the_form_md5, MD5);
