//! A small worker: takes the jobs of a database that are mails and requests to webhooks, and delivers them until it is killed.
//!
//! It knows nothing of the tables: `share.job_*` is all that it calls.

mod failure;
mod job;
mod mail;
mod request;

use std::process::ExitCode;
use std::time::Duration;

use postgres::fallible_iterator::FallibleIterator;
use postgres::{Client, NoTls};
use share_tests::{Error, Result};

use crate::failure::Failure;
use crate::job::Job;
use crate::mail::Mailer;

/// What it takes.
const KINDS: [&str; 7] = [
    "AssetShared",
    "AssetSharedExternal",
    "CollectionShared",
    "CollectionSharedExternal",
    "email_code",
    "access_request",
    "webhook",
];

struct Worker {
    client: Client,
    mailer: Mailer,
    lease: String,
    max_jobs: i32,
    /// How long it waits to be woken before it asks by itself.
    patience: Duration,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [database, mail_server, lease, max_jobs, patience] = &arguments[..] else {
        eprintln!("usage: worker <database URI> <SMTP address> <lease> <jobs at a time> <seconds>");
        return ExitCode::from(2);
    };
    let done = Worker::new(database, mail_server, lease, max_jobs, patience)
        .and_then(|mut worker| worker.run());
    if let Err(came) = done {
        eprintln!("{came}");
    }
    ExitCode::FAILURE
}

impl Worker {
    fn new(
        database: &str,
        mail_server: &str,
        lease: &str,
        max_jobs: &str,
        patience: &str,
    ) -> Result<Self> {
        let unread = |what: &str| Error::new(format!("not a number: {what}"));
        Ok(Self {
            client: Client::connect(database, NoTls)?,
            mailer: Mailer::new(mail_server)?,
            lease: lease.to_owned(),
            max_jobs: max_jobs.parse().map_err(|_| unread(max_jobs))?,
            patience: Duration::from_secs(patience.parse().map_err(|_| unread(patience))?),
        })
    }

    fn run(&mut self) -> Result {
        // First, so that nothing is asked for unheard between asking and waiting.
        self.client.batch_execute("listen pg_share_job")?;
        loop {
            while self.work()? {}
            self.client
                .notifications()
                .timeout_iter(self.patience)
                .next()?;
            // One call looks at all that is due.
            let mut heard = self.client.notifications();
            while heard.iter().next()?.is_some() {}
        }
    }

    /// Takes jobs and ends them; tells whether there were any.
    fn work(&mut self) -> Result<bool> {
        let taken = self.client.query(
            "select id, worker, kind, payload from share.job_claim($1, lease => $2::text::interval, max_jobs => $3)",
            &[&&KINDS[..], &self.lease, &self.max_jobs],
        )?;
        for row in &taken {
            let job = Job {
                id: row.get(0),
                worker: row.get(1),
                kind: row.get(2),
                payload: row.get(3),
            };
            // Those before it may have taken longer than its lease.
            if !job.is_held(&mut self.client, &self.lease)? {
                continue;
            }
            let delivered = if job.kind == "webhook" {
                request::deliver(&mut self.client, &job)
            } else {
                self.mailer.deliver(&job)
            };
            match delivered {
                Ok(()) => job.done(&mut self.client)?,
                Err(failure) => job.failed(&mut self.client, &failure)?,
            }
        }
        Ok(!taken.is_empty())
    }
}
