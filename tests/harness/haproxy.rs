//! A stock `HAProxy` that serves the sections of one configuration.

use std::ops::Deref;

use crate::room::Room;
use crate::{Result, Service};

/// A running `HAProxy`; dropping it stops it and removes its folder.
#[derive(Debug)]
pub struct Haproxy {
    service: Service,
}

impl Haproxy {
    /// Starts `HAProxy` on a free port with its frontends and backends, in which each `@NAME@` is replaced by its value.
    ///
    /// `@PORT@` and `@FOLDER@` need no value of the caller.
    pub fn start(sections: &str, values: &[(&str, &str)]) -> Result<Self> {
        let service = Service::start("haproxy", None, |room: &Room| {
            let main = room.fill("main.cfg", include_str!("haproxy_main.cfg"), &[])?;
            let site = room.fill("site.cfg", sections, values)?;
            let mut command = room.program("haproxy", "haproxy")?;
            command.arg("-db").arg("-f").arg(main).arg("-f").arg(site);
            Ok(command)
        })?;
        Ok(Self { service })
    }
}

impl Deref for Haproxy {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.service
    }
}
