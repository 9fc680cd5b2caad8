//! A stock nginx that serves one site configuration.

use std::ops::Deref;

use crate::room::Room;
use crate::{Result, Service};

/// A running nginx; dropping it stops it and removes its folder.
#[derive(Debug)]
pub struct Nginx {
    service: Service,
}

impl Nginx {
    /// Starts nginx on a free port with a site's configuration, in which each `@NAME@` is replaced by its value.
    ///
    /// `@PORT@` and `@FOLDER@` need no value of the caller.
    pub fn start(site: &str, values: &[(&str, &str)]) -> Result<Self> {
        let service = Service::start("nginx", Some("nginx.pid"), |room: &Room| {
            room.fill("site.conf", site, values)?;
            let main = room.fill("nginx.conf", include_str!("nginx_main.conf"), &[])?;
            let mut command = room.program("nginx", "nginx")?;
            command
                .args(["-e", "stderr", "-p"])
                .arg(room.folder())
                .arg("-c")
                .arg(main);
            Ok(command)
        })?;
        Ok(Self { service })
    }
}

impl Deref for Nginx {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.service
    }
}
