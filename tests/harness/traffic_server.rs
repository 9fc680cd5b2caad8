//! A stock Apache Traffic Server with remap rules and the files of their plugins; it caches nothing.

use std::ops::Deref;

use crate::room::Room;
use crate::{Result, Service};

/// A running Traffic Server; dropping it stops it and removes its folder.
#[derive(Debug)]
pub struct TrafficServer {
    service: Service,
}

impl TrafficServer {
    /// Starts it on a free port with remap rules, in which each `@NAME@` is replaced by its value.
    ///
    /// `@PORT@` and `@FOLDER@` need no value of the caller. The rules name the plugins' files, pairs of name and content, by
    /// their bare names; nothing is replaced in these.
    pub fn start(remap: &str, values: &[(&str, &str)], files: &[(&str, &str)]) -> Result<Self> {
        let service = Service::start("traffic_server", None, |room: &Room| {
            for folder in ["etc", "state", "run"] {
                room.make_folder(folder)?;
            }
            // They stand where the package has put them, which is not where this one's folder would have them.
            let layout = room.fill(
                "runroot.yaml",
                include_str!("traffic_server_runroot.yaml"),
                &[],
            )?;
            room.fill(
                "etc/records.config",
                include_str!("traffic_server_records.config"),
                &[],
            )?;
            room.write("etc/storage.config", "")?;
            room.write("etc/ip_allow.yaml", ALLOW)?;
            room.fill("etc/remap.config", remap, values)?;
            for (name, content) in files {
                room.write(&format!("etc/{name}"), content)?;
            }
            let mut command = room.program("traffic_server", "trafficserver")?;
            command.arg(format!("--run-root={}", layout.display()));
            Ok(command)
        })?;
        Ok(Self { service })
    }
}

/// Without the file nobody may ask.
const ALLOW: &str = "ip_allow:\n  - apply: in\n    ip_addrs: 127.0.0.1\n    action: allow\n    methods: [GET, HEAD]\n";

impl Deref for TrafficServer {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.service
    }
}
