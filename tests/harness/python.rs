//! A server that is a script of the distribution's Python, and writes down what it receives.

use std::fs;
use std::ops::Deref;

use serde_json::Value;

use crate::room::Room;
use crate::{Error, Place, Result, Service};

/// A running script; dropping it stops it and removes its folder.
#[derive(Debug)]
pub struct Python {
    service: Service,
}

impl Python {
    /// Starts a script with a free port, its folder and further arguments.
    ///
    /// It appends a JSON object in a line to the file `received` of the folder for each thing that it receives.
    pub fn start(name: &'static str, script: &str, arguments: &[&str]) -> Result<Self> {
        let service = Service::start(name, None, |room: &Room| {
            let script = room.write("server.py", script)?;
            // The distribution's own: another python3 has other libraries.
            let mut command = Place::get()?.as_server("/usr/bin/python3");
            command
                .arg(script)
                .arg(room.address().port().to_string())
                .arg(room.folder())
                .args(arguments);
            Ok(command)
        })?;
        Ok(Self { service })
    }

    /// What it has received, in its order.
    pub fn received(&self) -> Result<Vec<Value>> {
        let text = fs::read_to_string(self.folder().join("received")).unwrap_or_default();
        // The last line may be half written.
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        whole
            .lines()
            .map(|line| serde_json::from_str(line).map_err(|came| Error::new(came.to_string())))
            .collect()
    }
}

impl Deref for Python {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.service
    }
}
