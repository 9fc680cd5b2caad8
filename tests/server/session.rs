//! Sessions and what they are told: logins, refusals, waiting for one another.

use std::thread;
use std::time::{Duration, Instant};

use postgres::Client;
use postgres::error::DbError;
use share_tests::{Error, Result};

/// The isolation levels, weakest first.
pub(crate) const LEVELS: [&str; 3] = ["read committed", "repeatable read", "serializable"];

/// Makes a login that is a member of these roles. Logins are the cluster's: each test names its own.
pub(crate) fn login(client: &mut Client, name: &str, roles: &[&str]) -> Result {
    client.batch_execute(&format!("create role {name} login"))?;
    for role in roles {
        client.batch_execute(&format!("grant {role} to {name}"))?;
    }
    Ok(())
}

/// What the server refused with, where it had to refuse.
pub(crate) fn refusal<T>(outcome: std::result::Result<T, postgres::Error>) -> Result<DbError> {
    let came = outcome
        .err()
        .ok_or_else(|| Error::new("nothing was refused"))?;
    came.as_db_error().cloned().ok_or_else(|| came.into())
}

/// The SQLSTATE of a refusal.
pub(crate) fn code<T>(outcome: std::result::Result<T, postgres::Error>) -> Result<String> {
    Ok(refusal(outcome)?.code().code().to_owned())
}

/// The process number of a session.
pub(crate) fn pid(client: &mut Client) -> Result<i32> {
    Ok(client.query_one("select pg_backend_pid()", &[])?.get(0))
}

/// Waits until a session waits for a lock.
pub(crate) fn wait_until_blocked(watcher: &mut Client, pid: i32) -> Result {
    let deadline = Instant::now() + Duration::from_secs(30);
    while Instant::now() < deadline {
        let row = watcher.query_opt(
            "select from pg_stat_activity a where a.pid = $1 and a.wait_event_type = 'Lock'",
            &[&pid],
        )?;
        if row.is_some() {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(5));
    }
    Err(Error::new(format!("session {pid} waits for no lock")))
}

/// The result of a thread; one that has panicked fails the test by its own message.
pub(crate) fn joined<T>(handle: thread::ScopedJoinHandle<'_, T>) -> Result<T> {
    handle
        .join()
        .map_err(|_| Error::new("a thread has panicked"))
}
