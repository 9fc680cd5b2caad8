//! One `PostgreSQL` server in a folder: making it, starting it, talking to it. Who stops it is the caller's affair.

use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use postgres::{Client, Config, NoTls};

use crate::command::{clean, run};
use crate::room::free_port;
use crate::{Error, Place, Result};

/// The superuser of every server here; who can reach the socket may be it.
const SUPERUSER: &str = "postgres";
/// Names only the socket file: nothing listens on a network unless it is told to.
const PORT: u16 = 5432;
/// What stays as it is in a URI's value: RFC 3986's unreserved characters and the slash.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// A server that is reached through a socket in its own folder alone.
#[derive(Debug)]
pub struct Server {
    place: &'static Place,
    folder: PathBuf,
    /// Where it listens on loopback.
    listens: OnceLock<u16>,
}

impl Server {
    /// The server in a folder, whether it runs or not.
    pub(crate) fn in_folder(place: &'static Place, folder: PathBuf) -> Self {
        Self {
            place,
            folder,
            listens: OnceLock::new(),
        }
    }

    /// Makes its folder and an empty cluster there: UTF8, no locale, UTC.
    pub(crate) fn initialize(&self) -> Result {
        self.place.private_folder(&self.folder)?;
        let mut initdb = self.place.server_program("initdb");
        initdb
            .args([
                "--encoding=UTF8",
                "--no-locale",
                "--auth=trust",
                "--no-sync",
                "--username",
                SUPERUSER,
            ])
            .arg("-D")
            .arg(self.data());
        run(&mut initdb, "")?;
        let folder = self.folder.display().to_string();
        self.configure(&[
            ("listen_addresses", ""),
            ("unix_socket_directories", &folder),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
        ])
    }

    /// Adds settings, which count from the next start.
    pub fn configure(&self, settings: &[(&str, &str)]) -> Result {
        let file = self.data().join("postgresql.conf");
        let mut text = String::new();
        for (name, value) in settings {
            let _ = writeln!(text, "{name} = '{}'", value.replace('\'', "''"));
        }
        let mut opened = OpenOptions::new()
            .append(true)
            .open(&file)
            .map_err(|came| Error::path("opening", &file, &came))?;
        opened
            .write_all(text.as_bytes())
            .map_err(|came| Error::path("writing", &file, &came))
    }

    /// Has the server listen on a free port of loopback as well, from the next start.
    pub fn listen(&self) -> Result {
        let port = free_port()?;
        self.listens
            .set(port)
            .map_err(|_| Error::new("it listens already"))?;
        self.configure(&[
            ("listen_addresses", "127.0.0.1"),
            ("port", &port.to_string()),
        ])
    }

    /// The port, which names its socket too.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.listens.get().copied().unwrap_or(PORT)
    }

    /// Says who may sign in how, as `pg_hba.conf` has it, from the next start; the superuser always may through the socket.
    pub fn set_rules(&self, rules: &str) -> Result {
        let file = self.data().join("pg_hba.conf");
        fs::write(&file, format!("local all {SUPERUSER} trust\n{rules}\n"))
            .map_err(|came| Error::path("writing", &file, &came))
    }

    /// Starts the server and waits until it takes connections.
    pub fn start(&self) -> Result {
        let mut start = self.pg_ctl("start");
        start.arg("--log").arg(self.log_file());
        run(&mut start, "").map(drop).map_err(|came| {
            let log = self.log().unwrap_or_default();
            let lines: Vec<&str> = log.lines().collect();
            Error::new(format!(
                "{came}\nthe log ends with\n{}",
                lines[lines.len().saturating_sub(20)..].join("\n")
            ))
        })
    }

    /// Stops the server: `fast` ends the sessions in good order, `immediate` as a crash would.
    pub fn stop(&self, mode: &str) -> Result {
        run(self.pg_ctl("stop").args(["--mode", mode]), "").map(drop)
    }

    /// Stops and starts the server, ending all sessions.
    pub fn restart(&self) -> Result {
        self.stop("fast")?;
        self.start()
    }

    /// Whether a server runs in this folder.
    pub fn running(&self) -> Result<bool> {
        Ok(crate::command::output(&mut self.pg_ctl("status"), "")?
            .status
            .success())
    }

    fn pg_ctl(&self, verb: &str) -> Command {
        let mut command = self.place.server_program("pg_ctl");
        command.arg(verb).args(["--silent", "-D"]).arg(self.data());
        if verb == "start" || verb == "stop" {
            command.args(["--wait", "--timeout", "60"]);
        }
        command
    }

    /// Connects as the superuser.
    pub fn connect(&self, database: &str) -> Result<Client> {
        self.connect_as(SUPERUSER, database)
    }

    /// Connects as any role.
    pub fn connect_as(&self, user: &str, database: &str) -> Result<Client> {
        let client = Config::new()
            .host_path(&self.folder)
            .port(self.port())
            .user(user)
            .dbname(database)
            .connect(NoTls);
        client.map_err(|came| {
            Error::new(format!(
                "connecting to database {database} as {user}: {}",
                Error::from(came)
            ))
        })
    }

    /// The `postgresql://` URI of a database for the superuser.
    #[must_use]
    pub fn uri(&self, database: &str) -> String {
        let host = self.folder.display().to_string();
        let port = self
            .listens
            .get()
            .map_or_else(String::new, |port| format!("&port={port}"));
        format!(
            "postgresql://{SUPERUSER}@/{}?host={}{port}",
            utf8_percent_encode(database, KEPT),
            utf8_percent_encode(&host, KEPT)
        )
    }

    /// A client program of `PostgreSQL` that finds this server and a database without further arguments.
    ///
    /// Only `pg_restore` has to be told the database once more, with `-d`.
    #[must_use]
    pub fn client(&self, program: &str, database: &str) -> Command {
        let mut command = clean(self.place.installation().program(program));
        command
            .env("PGHOST", &self.folder)
            .env("PGPORT", self.port().to_string())
            .env("PGUSER", SUPERUSER)
            .env("PGDATABASE", database);
        command
    }

    /// Runs `psql` over a script, ending at the first error, and returns what it wrote.
    pub fn psql(&self, database: &str, arguments: &[&str], script: &str) -> Result<String> {
        run(
            self.client("psql", database)
                .args(["-X", "-v", "ON_ERROR_STOP=1"])
                .args(arguments),
            script,
        )
    }

    /// Dumps a database with the given arguments of `pg_dump` and returns its standard output.
    pub fn pg_dump(&self, database: &str, arguments: &[&str]) -> Result<String> {
        run(self.client("pg_dump", database).args(arguments), "")
    }

    /// Restores an archive into a database with the given arguments of `pg_restore`.
    pub fn pg_restore(&self, database: &str, arguments: &[&str], archive: &Path) -> Result<String> {
        run(
            self.client("pg_restore", database)
                .args(["-d", database])
                .args(arguments)
                .arg(archive),
            "",
        )
    }

    /// Makes an empty database.
    pub fn create_database(&self, name: &str) -> Result {
        Ok(self
            .connect("postgres")?
            .batch_execute(&format!("create database {name}"))?)
    }

    /// Makes a database ready: the extension and its tables.
    pub fn install_extension(&self, database: &str) -> Result {
        let mut client = self.connect(database)?;
        client.batch_execute("create extension if not exists pg_share")?;
        client.batch_execute("select share.migrate()")?;
        Ok(())
    }

    /// All that the server has logged.
    pub fn log(&self) -> Result<String> {
        let file = self.log_file();
        let bytes = fs::read(&file).map_err(|came| Error::path("reading", &file, &came))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn log_file(&self) -> PathBuf {
        self.folder.join("log")
    }

    /// The folder of its socket, its log and its data, with room for a test's own files.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The data directory.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    pub(crate) fn place(&self) -> &'static Place {
        self.place
    }
}
