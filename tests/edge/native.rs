//! The stock servers that check the native token with nothing but what the database exports.

use std::ops::Deref;

use share_tests::{Haproxy, Nginx, Result, Service, TrafficServer};

use crate::edge::Edge;

/// Where the delivery says it is; the servers are asked by this name.
pub(crate) const BASE: &str = "http://media.example";

/// A server that checks the token, in front of an nginx that checks nothing.
pub(crate) struct Native {
    service: Checker,
    _origin: Nginx,
    /// How it refuses a token that has ended.
    pub(crate) ended: u16,
}

enum Checker {
    TrafficServer(TrafficServer),
    Haproxy(Haproxy),
}

impl Deref for Native {
    type Target = Service;

    fn deref(&self) -> &Service {
        match &self.service {
            Checker::TrafficServer(server) => server,
            Checker::Haproxy(server) => server,
        }
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
    let server = TrafficServer::start(
        include_str!("uri_signing_remap.config"),
        &[("ORIGIN", &origin.address().to_string())],
        &[("keys.json", keys)],
    )?;
    Ok(Native {
        service: Checker::TrafficServer(server),
        _origin: origin,
        ended: 403,
    })
}

/// `HAProxy`'s `jwt_verify` with the exported rules.
pub(crate) fn haproxy(edge: &mut Edge) -> Result<Native> {
    let origin = edge.origin()?;
    let server = Haproxy::start(
        include_str!("haproxy_uri_signing.cfg"),
        &[
            ("RULES", &edge.export("haproxy")?),
            ("ORIGIN", &origin.address().to_string()),
        ],
    )?;
    Ok(Native {
        service: Checker::Haproxy(server),
        _origin: origin,
        ended: 410,
    })
}
