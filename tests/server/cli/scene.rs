//! The program, and a database with one thing of each kind.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use postgres::Client;
use serde_json::Value;
use share_tests::{Cluster, Database, Error, Place, Result};
use uuid::Uuid;

use crate::factory::{self, Library};

/// The program, built anew where its sources have changed.
pub(super) fn program() -> Result<PathBuf> {
    static BUILT: OnceLock<Result<PathBuf>> = OnceLock::new();
    BUILT
        .get_or_init(|| {
            let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let built = Command::new(cargo)
                .args(["build", "--quiet", "--package", "share_tui"])
                .env("CARGO_TARGET_DIR", Place::target())
                .output()?;
            if !built.status.success() {
                return Err(Error::new(
                    String::from_utf8_lossy(&built.stderr).into_owned(),
                ));
            }
            Ok(Place::target().join("debug/share_tui"))
        })
        .clone()
}

/// The program with a clean environment, whose configuration and log lie in a folder of their own.
pub(super) fn bare() -> Result<Command> {
    let mut command = Command::new(program()?);
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("PG") || name.starts_with("XDG_") || name.starts_with("CLICOLOR") {
            command.env_remove(name);
        }
    }
    command.env_remove("NO_COLOR").stdin(Stdio::null());
    Ok(command)
}

/// What the program did.
pub(super) struct Ran {
    pub(super) code: i32,
    pub(super) out: String,
    pub(super) err: String,
}

impl Ran {
    pub(super) fn of(output: Output) -> Result<Self> {
        let code = output
            .status
            .code()
            .ok_or_else(|| Error::new(format!("the program was killed: {}", output.status)))?;
        let text = |bytes| {
            String::from_utf8(bytes).map_err(|_| Error::new("the program has written no UTF-8"))
        };
        Ok(Self {
            code,
            out: text(output.stdout)?,
            err: text(output.stderr)?,
        })
    }

    /// The rows, where the program has done what it was asked to.
    pub(super) fn rows(&self) -> Result<Vec<Value>> {
        if self.code != 0 {
            return Err(Error::new(format!("exit code {}: {}", self.code, self.err)));
        }
        let read: std::result::Result<_, _> = self.out.lines().map(serde_json::from_str).collect();
        read.map_err(|came| Error::new(format!("{came}: {}", self.out)))
    }
}

/// A database with one thing of each kind.
pub(super) struct Scene {
    pub(super) client: Client,
    pub(super) library: Library,
    pub(super) share: Uuid,
    pub(super) recipient: Uuid,
    pub(super) job: Uuid,
    pub(super) request: Uuid,
    pub(super) folder: PathBuf,
    // Last, so that it is dropped when nobody is connected any more.
    pub(super) database: Database<'static>,
}

impl Scene {
    /// Makes it.
    pub(super) fn new() -> Result<Self> {
        let cluster = Cluster::shared()?;
        let database = cluster.database()?;
        let mut client = database.connect()?;
        client.batch_execute(&format!(
            "alter database {} set pg_share.link_base_url = 'https://app.example.com'",
            database.name()
        ))?;
        client.batch_execute("set pg_share.link_base_url = 'https://app.example.com'")?;
        let library = factory::library(&mut client)?;
        factory::member(&mut client, library.account, "olga", "editor")?;
        let share = factory::share(&mut client, library.film)?;
        let id = |row: postgres::Row| -> Uuid { row.get(0) };
        let recipient = id(client.query_one(
            "select id from share.recipient_add($1, email => 'bob@example.com', name => 'Bob')",
            &[&share],
        )?);
        let job = id(client.query_one(
            "select share.job_add($1, 'email_code', jsonb_build_object('email', 'x@example.com', 'code', '123456'))",
            &[&library.account],
        )?);
        client.execute(
            "update share.job set state = 'dead', attempts = 3, last_error = 'no edge answers', finished_at = now() where job_id = $1",
            &[&job],
        )?;
        let request = id(client.query_one(
            "insert into share.access_request (account_id, request_id, share_id, email, name, message)
             values ($1, share.new_id(), $2, 'eve@example.com', 'Eve', 'Please let me in') returning request_id",
            &[&library.account, &share],
        )?);
        let folder = Place::target().join("tmp").join(format!(
            "cli_{}_{}",
            std::process::id(),
            database.name()
        ));
        std::fs::create_dir_all(&folder)?;
        Ok(Self {
            client,
            library,
            share,
            recipient,
            job,
            request,
            folder,
            database,
        })
    }

    /// The program on this database.
    pub(super) fn command(&self) -> Result<Command> {
        let mut command = bare()?;
        command
            .env("XDG_CONFIG_HOME", self.folder.join("config"))
            .env("XDG_STATE_HOME", self.folder.join("state"))
            .args(["-d", &self.database.uri()]);
        Ok(command)
    }

    /// Points a command to this database by variables, which options go before.
    pub(super) fn point(&self, command: &mut Command) {
        let psql = self.database.client("psql");
        for (name, value) in psql.get_envs() {
            if let (true, Some(value)) = (name.to_string_lossy().starts_with("PG"), value) {
                command.env(name, value);
            }
        }
        command
            .env("XDG_CONFIG_HOME", self.folder.join("config"))
            .env("XDG_STATE_HOME", self.folder.join("state"));
    }

    /// Runs it with arguments.
    pub(super) fn run(&self, arguments: &[&str]) -> Result<Ran> {
        Ran::of(self.command()?.args(arguments).output()?)
    }

    /// Its log.
    pub(super) fn log(&self) -> Result<String> {
        Ok(std::fs::read_to_string(
            self.folder.join("state/share_tui/share_tui.log"),
        )?)
    }

    /// The rows of a call, as the database gives them.
    pub(super) fn rows_of(&mut self, call: &str) -> Result<Vec<Value>> {
        let rows = self
            .client
            .query(&format!("select to_jsonb(r) from share.{call} r"), &[])?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
