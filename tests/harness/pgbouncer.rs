//! A `PgBouncer` in transaction mode before a server.

use std::ops::Deref;

use postgres::{Client, Config, NoTls};

use crate::room::Room;
use crate::{Error, Result, Server, Service};

/// A running pooler; dropping it stops it and removes its folder.
#[derive(Debug)]
pub struct PgBouncer {
    service: Service,
    login: String,
}

impl PgBouncer {
    /// Starts a pooler that lets one login in and opens so many connections to the server for it.
    pub fn start(server: &Server, login: &str, connections: usize) -> Result<Self> {
        let folder = server.folder().display().to_string();
        let service = Service::start("pgbouncer", None, |room: &Room| {
            room.write("users", &format!("\"{login}\" \"\"\n"))?;
            let values = [
                ("SERVER", folder.as_str()),
                ("SERVER_PORT", &server.port().to_string()),
                ("CONNECTIONS", &connections.to_string()),
            ];
            let settings = room.fill("pgbouncer.ini", include_str!("pgbouncer.ini"), &values)?;
            let mut command = room.program("pgbouncer", "pgbouncer")?;
            command.arg(settings);
            Ok(command)
        })?;
        Ok(Self {
            service,
            login: login.to_owned(),
        })
    }

    /// Connects to a database through the pooler; statements that are prepared may meet another connection the next time.
    pub fn connect(&self, database: &str) -> Result<Client> {
        let client = Config::new()
            .host(&self.address().ip().to_string())
            .port(self.address().port())
            .user(&self.login)
            .dbname(database)
            .connect(NoTls);
        client.map_err(|came| {
            Error::new(format!(
                "connecting to database {database} through the pooler: {}\n{}",
                Error::from(came),
                self.log()
            ))
        })
    }
}

impl Deref for PgBouncer {
    type Target = Service;

    fn deref(&self) -> &Service {
        &self.service
    }
}
