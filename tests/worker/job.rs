//! A job that this worker has taken, and what it tells the database about it.

use postgres::Client;
use postgres::error::SqlState;
use serde_json::Value;
use share_tests::Result;
use uuid::Uuid;

use crate::Failure;

/// A taken job.
pub(crate) struct Job {
    pub(crate) id: Uuid,
    pub(crate) worker: String,
    pub(crate) kind: String,
    pub(crate) payload: Value,
}

impl Job {
    /// A text of the payload.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.payload[key].as_str()
    }

    /// Renews the lease; false when someone else has the job by now.
    pub(crate) fn is_held(&self, client: &mut Client, lease: &str) -> Result<bool> {
        held(client.execute(
            "select from share.job_heartbeat($1, $2, $3::text::interval)",
            &[&self.id, &self.worker, &lease],
        ))
    }

    /// Ends it. When someone else has it by now, they end it.
    pub(crate) fn done(&self, client: &mut Client) -> Result {
        held(client.execute(
            "select from share.job_done($1, $2)",
            &[&self.id, &self.worker],
        ))
        .map(|_| ())
    }

    /// Gives it back.
    pub(crate) fn failed(&self, client: &mut Client, failure: &Failure) -> Result {
        held(client.execute(
            "select from share.job_fail($1, $2, $3, $4)",
            &[&self.id, &self.worker, &failure.reason, &failure.retry],
        ))
        .map(|_| ())
    }
}

/// False for the refusals that mean: leave it alone.
fn held(answer: std::result::Result<u64, postgres::Error>) -> Result<bool> {
    match answer {
        Ok(_) => Ok(true),
        Err(came) if matches!(came.code().map(SqlState::code), Some("PT410" | "PT404")) => {
            Ok(false)
        }
        Err(came) => Err(came.into()),
    }
}
