//! A connection of the configuration.

use ratatui::style::Color;
use toml::de::{DeTable, DeValue};

use super::mistake::Mistakes;
use super::read::{boolean, string, unknown};

/// A connection that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// A URI, a conninfo string or a database.
    pub target: String,
    /// What its owner calls it, in place of the name.
    pub label: Option<String>,
    /// The colour of the label.
    pub colour: Option<String>,
    /// Whether the session only reads.
    pub is_read_only: bool,
}

const FIELDS: [&str; 4] = ["target", "label", "colour", "read_only"];

/// Reads a connection.
pub(super) fn read(name: &str, table: &DeTable<'_>, mistakes: &mut Mistakes<'_>) -> Connection {
    let mut connection = Connection {
        target: String::new(),
        label: None,
        colour: None,
        is_read_only: false,
    };
    for (key, value) in table {
        let span = value.span();
        match key.get_ref().as_ref() {
            "target" => {
                if let Some(target) = string(value, mistakes) {
                    if let Some(words) = wrong(&target) {
                        mistakes.add(&span, words);
                    }
                    connection.target = target;
                }
            }
            "label" => connection.label = string(value, mistakes),
            "colour" => {
                connection.colour = string(value, mistakes);
                let colour = connection.colour.as_deref();
                if colour.is_some_and(|colour| colour.parse::<Color>().is_err()) {
                    mistakes.add(
                        &span,
                        "is no colour: write a name such as red or light-blue, or #ff8800",
                    );
                }
            }
            "read_only" => {
                connection.is_read_only = boolean(value, mistakes).unwrap_or(false);
            }
            "password" | "pgpassword" => mistakes.add(&key.span(), NO_PASSWORD),
            other => mistakes.add(&key.span(), unknown(other, &FIELDS)),
        }
    }
    if !table
        .iter()
        .any(|(key, _)| key.get_ref().as_ref() == "target")
    {
        // The table has a place only through what it holds.
        let place = table.iter().next().map_or(0..0, |(key, _)| key.span());
        mistakes.add(&place, format!("connection {name} has no target"));
    }
    connection
}

const NO_PASSWORD: &str =
    "a password has no place here: keep it in ~/.pgpass with rights 0600, or be asked for it";

/// What is wrong with a target. The target itself is not said: it may hold a password.
fn wrong(target: &str) -> Option<String> {
    if !(target.contains('=') || target.contains("://")) {
        return None;
    }
    match share_connect::parse(target) {
        Ok(parameters) if parameters.filled("password").is_some() => Some(NO_PASSWORD.to_owned()),
        Ok(parameters) if parameters.filled("sslpassword").is_some() => {
            Some(NO_PASSWORD.to_owned())
        }
        Ok(_) => None,
        Err(problem) => Some(format!("{problem}; {}", problem.advice())),
    }
}

/// The table of a value.
pub(super) fn table<'a, 'b>(value: &'a DeValue<'b>) -> Option<&'a DeTable<'b>> {
    match value {
        DeValue::Table(table) => Some(table),
        _ => None,
    }
}
