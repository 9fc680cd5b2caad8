//! The stock servers that check the native token with nothing but what the database exports.

use std::ops::Deref;

use share_tests::{Result, Service};

use crate::checker::Checker;
use crate::edge::Edge;

/// Where the delivery says it is; the servers are asked by this name.
pub(crate) const BASE: &str = "http://media.example";

/// A server that checks the token.
pub(crate) struct Native {
    checker: Checker,
    /// How it refuses a token that has ended.
    pub(crate) ended: u16,
}

impl Deref for Native {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.checker
    }
}

/// A database with a delivery of scheme `uri_signing`.
pub(crate) fn edge() -> Result<Edge> {
    Edge::of("uri_signing", "HS256", BASE)
}

/// Both servers, with the keys as they are now.
pub(crate) fn servers(edge: &mut Edge) -> Result<[Native; 2]> {
    let keys = edge.export("ats")?;
    Ok([traffic_server(edge, &keys)?, haproxy(edge)?])
}

/// Traffic Server's plugin `uri_signing` with the text of a key file.
pub(crate) fn traffic_server(edge: &Edge, keys: &str) -> Result<Native> {
    let origin = edge.nginx_with(include_str!("uri_signing_origin.conf"), &[])?;
    let remap = include_str!("uri_signing_remap.config");
    Ok(Native {
        checker: Checker::traffic_server_before(origin, remap, &[("keys.json", keys)])?,
        ended: 403,
    })
}

/// `HAProxy`'s `jwt_verify` with the exported rules.
pub(crate) fn haproxy(edge: &mut Edge) -> Result<Native> {
    let rules = edge.export("haproxy")?;
    let sections = include_str!("haproxy_uri_signing.cfg");
    Ok(Native {
        checker: Checker::haproxy(edge, sections, &[("RULES", &rules)])?,
        ended: 410,
    })
}
