//! Streaming hot standbys of a cluster.

use std::thread;
use std::time::{Duration, Instant};

use crate::command::run;
use crate::{Cluster, Error, Result};

impl Cluster {
    /// Makes and starts a streaming hot standby of this cluster.
    pub fn standby(&self) -> Result<Self> {
        let standby = Self::in_new_folder()?;
        let place = standby.place();
        place.private_folder(standby.folder())?;
        let mut copy = place.server_program("pg_basebackup");
        copy.args([
            "--dbname",
            &self.uri("postgres"),
            "--checkpoint=fast",
            "--wal-method=stream",
            "--write-recovery-conf",
            "--no-sync",
        ]);
        run(copy.arg("--pgdata").arg(standby.data()), "")?;
        let folder = standby.folder().display().to_string();
        standby.configure(&[
            ("unix_socket_directories", &folder),
            ("hot_standby", "on"),
            // An old snapshot would hold up the replay of what the primary has cleaned up.
            ("hot_standby_feedback", "on"),
            ("wal_receiver_status_interval", "1"),
            // Those of the primary are the primary's.
            ("listen_addresses", ""),
            ("port", "5432"),
        ])?;
        // Through the trait's target: a cluster is made by its own `start`.
        (*standby).start()?;
        Ok(standby)
    }

    /// Waits until this standby has replayed all that its primary has written so far.
    pub fn wait_for_replay(&self, primary: &Self) -> Result {
        let written: String = primary
            .connect("postgres")?
            .query_one("select pg_current_wal_insert_lsn()::text", &[])?
            .get(0);
        let mut client = self.connect("postgres")?;
        let deadline = Instant::now() + Duration::from_secs(30);
        while Instant::now() < deadline {
            let replayed = client.query_one(
                "select coalesce(pg_last_wal_replay_lsn() >= $1::text::pg_lsn, false)",
                &[&written],
            )?;
            if replayed.get(0) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(10));
        }
        Err(Error::new(format!(
            "the standby has not replayed up to {written} in 30 seconds\n{}",
            self.log()?
        )))
    }
}
