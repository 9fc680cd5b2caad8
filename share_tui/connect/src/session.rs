//! Asks a new session in one question what it is: version, standby, whether what it was begun with counts.

use postgres::{Client, Error, SimpleQueryMessage};

use crate::settings::Settings;

/// What a session says of itself.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// As `server_version_num` has it.
    pub(crate) version: u32,
    pub(crate) standby: bool,
    pub(crate) read_only: bool,
    /// Whether all settings of the program are in force.
    pub(crate) session_set: bool,
}

/// Asks, without preparing anything, which a pooler may not let one do.
pub(crate) fn ask(client: &mut Client, settings: &Settings, own: bool) -> Result<Found, Error> {
    let mut found = Found::default();
    for message in client.simple_query(&question(settings))? {
        let SimpleQueryMessage::Row(row) = message else {
            continue;
        };
        let text = |column| row.get(column).unwrap_or_default();
        let set: usize = text(3).parse().unwrap_or_default();
        found = Found {
            version: text(0).parse().unwrap_or_default(),
            standby: text(1) == "t",
            read_only: text(2) == "on",
            // A pooler may take options and do nothing with them.
            session_set: own && set == settings.session.len(),
        };
    }
    found.session_set |= settings.session.is_empty();
    Ok(found)
}

fn question(settings: &Settings) -> String {
    let names: Vec<String> = settings
        .session
        .iter()
        .map(|(name, _)| format!("'{}'", name.replace('\'', "''")))
        .collect();
    let set = if names.is_empty() {
        "0".to_owned()
    } else {
        format!(
            "(select count(*) from pg_catalog.pg_settings s where s.name in ({}) and s.source = 'client')",
            names.join(", ")
        )
    };
    format!(
        "select pg_catalog.current_setting('server_version_num'), pg_catalog.pg_is_in_recovery(), pg_catalog.current_setting('default_transaction_read_only'), {set}"
    )
}
