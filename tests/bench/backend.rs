//! A session whose server process is watched.

use std::fs;
use std::time::Duration;

use postgres::{Client, Statement};
use share_tests::{Error, Result};
use uuid::Uuid;

use crate::clock;
use crate::contender::Contender;

/// A session of its own, so that no contender warms or fills the caches of another.
pub(crate) struct Backend {
    client: Client,
    pid: i32,
}

impl Backend {
    /// Takes over a session.
    pub(crate) fn of(mut client: Client) -> Result<Self> {
        let pid = client.query_one("select pg_backend_pid()", &[])?.get(0);
        Ok(Self { client, pid })
    }

    /// The server process of the session.
    pub(crate) fn pid(&self) -> i32 {
        self.pid
    }

    /// The session, for what is not measured.
    pub(crate) fn client(&mut self) -> &mut Client {
        &mut self.client
    }

    /// What the backend uses to run a statement so many times.
    fn cost(&mut self, run: &Run, times: u32) -> Result<Duration> {
        let start = clock::of_process(self.pid)?;
        for _ in 0..times {
            match &run.ids {
                Some(ids) => self.client.query(&run.statement, &[ids])?,
                None => self.client.query(&run.statement, &[])?,
            };
        }
        Ok(clock::of_process(self.pid)?.saturating_sub(start))
    }

    /// The first text of a statement's first row.
    pub(crate) fn text(&mut self, statement: &str) -> Result<Option<String>> {
        Ok(self.client.query_one(statement, &[])?.get(0))
    }

    /// A figure of the backend's `/proc/<pid>/status` in bytes.
    pub(crate) fn memory(&self, figure: &str) -> Result<i64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid))?;
        let kib = status.lines().find_map(|line| {
            let rest = line.strip_prefix(figure)?.strip_prefix(':')?;
            rest.trim().strip_suffix(" kB")?.parse::<i64>().ok()
        });
        kib.map(|kib| kib * 1024)
            .ok_or_else(|| Error::new(format!("the process has no {figure}")))
    }
}

/// A prepared statement with the ids that are its one parameter, if it has one.
struct Run {
    statement: Statement,
    ids: Option<Vec<Uuid>>,
}

/// A query, less the same query without the work that is measured.
pub(crate) struct Query {
    backend: Backend,
    with: Run,
    without: Option<Run>,
    rows: u32,
    times: u32,
}

impl Query {
    /// Prepares a query that gives so many rows and runs so many times in a round; its whole cost counts.
    pub(crate) fn gross(mut backend: Backend, query: &str, rows: u32, times: u32) -> Result<Self> {
        let statement = backend.client.prepare(query)?;
        Ok(Self {
            backend,
            with: Run {
                statement,
                ids: None,
            },
            without: None,
            rows,
            times,
        })
    }

    /// Takes off what another query costs.
    pub(crate) fn less(mut self, query: &str) -> Result<Self> {
        let statement = self.backend.client.prepare(query)?;
        self.without = Some(Run {
            statement,
            ids: None,
        });
        Ok(self)
    }

    /// Gives both queries ids as their parameter.
    pub(crate) fn of(mut self, ids: &[Uuid]) -> Self {
        for run in [Some(&mut self.with), self.without.as_mut()]
            .into_iter()
            .flatten()
        {
            run.ids = Some(ids.to_owned());
        }
        self
    }
}

impl Contender for Query {
    fn round(&mut self) -> Result<f64> {
        let mut cost = clock::nanoseconds(self.backend.cost(&self.with, self.times)?);
        if let Some(without) = &self.without {
            cost -= clock::nanoseconds(self.backend.cost(without, self.times)?);
        }
        Ok(cost / f64::from(self.rows) / f64::from(self.times))
    }
}
