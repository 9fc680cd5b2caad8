//! The configuration: connections with their labels and colours, keys, theme and mouse. It never holds a password.

mod connection;
mod keys;
mod mistake;
mod read;

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

pub use self::connection::Connection;
use crate::keymap::Keymap;

/// The configuration in force.
#[derive(Debug, Clone)]
pub struct Config {
    /// Connections by their names.
    pub connections: BTreeMap<String, Connection>,
    /// The connection that is taken where none is named.
    pub default: Option<String>,
    /// The bindings.
    pub keymap: Keymap,
    /// Whether colours are used, where the terminal and the environment let them.
    pub is_coloured: bool,
    /// Whether the mouse is used.
    pub has_mouse: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            connections: BTreeMap::new(),
            default: None,
            keymap: Keymap::default(),
            is_coloured: true,
            has_mouse: true,
        }
    }
}

impl Config {
    /// Reads a file; one that was not named need not be there.
    ///
    /// # Errors
    /// All that is wrong with it at once, a line each, with line and column.
    pub fn read(file: &Path, was_named: bool) -> Result<Self, String> {
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(came) if came.kind() == ErrorKind::NotFound && !was_named => {
                return Ok(Self::default());
            }
            Err(came) => return Err(format!("{}: {came}", file.display())),
        };
        Self::parse(&text).map_err(|mistakes| {
            let lines: Vec<String> = mistakes
                .iter()
                .map(|mistake| format!("{}:{mistake}", file.display()))
                .collect();
            lines.join("\n")
        })
    }

    /// Reads a text.
    ///
    /// # Errors
    /// All that is wrong with it, each as `line:column: words`.
    pub fn parse(text: &str) -> Result<Self, Vec<String>> {
        read::read(text)
    }

    /// A connection by its name, with the name as the configuration keeps it.
    #[must_use]
    pub fn connection(&self, name: &str) -> Option<(&str, &Connection)> {
        let (name, found) = self.connections.get_key_value(name)?;
        Some((name, found))
    }

    /// The connection that is taken where none is named.
    #[must_use]
    pub fn default_connection(&self) -> Option<(&str, &Connection)> {
        self.connection(self.default.as_deref()?)
    }
}
