//! Stock servers that check URLs, with the keys of a database in their configuration.

use std::ops::Deref;

use share_tests::{Haproxy, Nginx, Result, Service, TrafficServer};

use crate::edge::Edge;

/// A server that checks, and perhaps an nginx behind it that serves the media and checks nothing.
pub(crate) struct Checker {
    server: Box<dyn Deref<Target = Service>>,
    _origin: Option<Nginx>,
}

impl Checker {
    pub(crate) fn new(
        server: impl Deref<Target = Service> + 'static,
        origin: Option<Nginx>,
    ) -> Self {
        Self {
            server: Box::new(server),
            _origin: origin,
        }
    }

    /// An `HAProxy` whose configuration has the secret, in base64 as the converter `hmac` takes it, as `KEY`.
    pub(crate) fn haproxy(
        edge: &mut Edge,
        sections: &str,
        values: &[(&str, &str)],
    ) -> Result<Self> {
        let origin = edge.origin()?;
        let address = origin.address().to_string();
        let key = edge.export("base64")?;
        let mut all = values.to_vec();
        all.extend([("ORIGIN", address.as_str()), ("KEY", &key)]);
        Ok(Self::new(Haproxy::start(sections, &all)?, Some(origin)))
    }

    /// An nginx whose site has the secret as `KEY`, also where it stands in one of the other values.
    pub(crate) fn nginx(edge: &mut Edge, site: &str, values: &[(&str, &str)]) -> Result<Self> {
        let key = edge.export("text")?;
        let mut all = values.to_vec();
        all.push(("KEY", &key));
        Ok(Self::new(edge.nginx_with(site, &all)?, None))
    }

    pub(crate) fn traffic_server(edge: &Edge, remap: &str, files: &[(&str, &str)]) -> Result<Self> {
        Self::traffic_server_before(edge.origin()?, remap, files)
    }

    pub(crate) fn traffic_server_before(
        origin: Nginx,
        remap: &str,
        files: &[(&str, &str)],
    ) -> Result<Self> {
        let address = origin.address().to_string();
        let server = TrafficServer::start(remap, &[("ORIGIN", &address)], files)?;
        Ok(Self::new(server, Some(origin)))
    }
}

impl Deref for Checker {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.server
    }
}
