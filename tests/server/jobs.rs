//! Jobs between sessions: who gets which, when they are there, and who is woken.

use std::collections::HashSet;
use std::thread;
use std::time::Duration;

use postgres::Client;
use postgres::fallible_iterator::FallibleIterator;
use share_tests::{Cluster, Error, Result};
use uuid::Uuid;

use crate::factory;
use crate::session::{code, joined, pid, wait_until_blocked};

const WORKERS: usize = 8;
const JOBS: i32 = 64;
const ADD_ONE: &str = "select share.job_add($1, 'purge', '{\"epoch\": 1}', deduplicate => 'same')";
const CLAIM: &str = "select id from share.job_claim(max_jobs => $1)";

fn add(client: &mut Client, account: Uuid, epoch: i32) -> Result<Uuid> {
    let added = client.query_one(
        "select share.job_add($1, 'purge', jsonb_build_object('epoch', $2::integer))",
        &[&account, &epoch],
    )?;
    Ok(added.get(0))
}

fn claim(client: &mut Client, number: i32) -> Result<Vec<Uuid>> {
    let rows = client.query(CLAIM, &[&number])?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

/// Takes jobs until there are none.
fn claim_all(client: &mut Client) -> Result<Vec<Uuid>> {
    let mut all = Vec::new();
    loop {
        let taken = claim(client, 3)?;
        if taken.is_empty() {
            return Ok(all);
        }
        all.extend(taken);
    }
}

#[test]
fn eight_workers_get_each_of_64_jobs_once() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let account = factory::account(&mut client, "Acme")?;
    let mut added = HashSet::new();
    for epoch in 0..JOBS {
        added.insert(add(&mut client, account, epoch)?);
    }
    let mut workers = (0..WORKERS)
        .map(|_| database.connect())
        .collect::<Result<Vec<_>>>()?;
    let taken = thread::scope(|scope| {
        let running: Vec<_> = workers
            .iter_mut()
            .map(|worker| scope.spawn(move || claim_all(worker)))
            .collect();
        running
            .into_iter()
            .map(|handle| joined(handle)?)
            .collect::<Result<Vec<_>>>()
    })?
    .concat();
    assert_eq!(added.len(), taken.len());
    assert_eq!(added, taken.into_iter().collect());
    Ok(())
}

#[test]
fn a_claim_passes_over_what_an_open_transaction_has_taken() -> Result {
    let database = Cluster::shared()?.database()?;
    let (mut first, mut second) = (database.connect()?, database.connect()?);
    let account = factory::account(&mut first, "Acme")?;
    let jobs = [add(&mut first, account, 1)?, add(&mut first, account, 2)?];
    first.batch_execute("begin")?;
    assert_eq!(vec![jobs[0]], claim(&mut first, 1)?);
    second.batch_execute("set lock_timeout = '1s'")?;
    assert_eq!(vec![jobs[1]], claim(&mut second, 100)?);
    first.batch_execute("rollback")?;
    assert_eq!(vec![jobs[0]], claim(&mut second, 100)?);
    Ok(())
}

#[test]
fn a_job_is_there_when_its_transaction_commits_and_never_when_it_does_not() -> Result {
    let database = Cluster::shared()?.database()?;
    let (mut client, mut worker) = (database.connect()?, database.connect()?);
    let account = factory::account(&mut client, "Acme")?;
    client.batch_execute("begin")?;
    add(&mut client, account, 1)?;
    assert!(claim(&mut worker, 1)?.is_empty());
    client.batch_execute("rollback; begin")?;
    let kept = add(&mut client, account, 2)?;
    assert!(claim(&mut worker, 1)?.is_empty());
    client.batch_execute("commit")?;
    assert_eq!(vec![kept], claim(&mut worker, 100)?);
    Ok(())
}

#[test]
fn a_job_wakes_who_listens_when_it_is_committed() -> Result {
    let database = Cluster::shared()?.database()?;
    let (mut client, mut worker) = (database.connect()?, database.connect()?);
    let account = factory::account(&mut client, "Acme")?;
    worker.batch_execute("listen pg_share_job")?;
    client.batch_execute("begin")?;
    add(&mut client, account, 1)?;
    client.batch_execute("rollback")?;
    add(&mut client, account, 2)?;
    let heard = worker
        .notifications()
        .timeout_iter(Duration::from_secs(30))
        .next()?;
    assert_eq!(
        Some("purge"),
        heard.as_ref().map(postgres::Notification::payload)
    );
    // The one that was rolled back has woken nobody.
    assert!(worker.notifications().iter().next()?.is_none());
    Ok(())
}

#[test]
fn two_sessions_that_ask_for_equal_jobs_make_one() -> Result {
    let database = Cluster::shared()?.database()?;
    let (mut first, mut second) = (database.connect()?, database.connect()?);
    let account = factory::account(&mut first, "Acme")?;
    first.batch_execute("begin")?;
    let made: Uuid = first.query_one(ADD_ONE, &[&account])?.get(0);
    let process = pid(&mut second)?;
    let mut watcher = database.connect()?;
    let equal: Uuid = thread::scope(|scope| {
        let other = scope.spawn(|| second.query_one(ADD_ONE, &[&account]));
        let waits = wait_until_blocked(&mut watcher, process);
        first.batch_execute("commit")?;
        waits?;
        Ok::<_, Error>(joined(other)??.get(0))
    })?;
    assert_eq!(made, equal);
    Ok(())
}

#[test]
fn an_older_snapshot_that_wants_a_job_that_was_taken_has_to_try_again() -> Result {
    let database = Cluster::shared()?.database()?;
    let (mut client, mut worker) = (database.connect()?, database.connect()?);
    let account = factory::account(&mut client, "Acme")?;
    add(&mut client, account, 1)?;
    worker.batch_execute("begin isolation level repeatable read; select from share.account")?;
    claim(&mut client, 1)?;
    assert_eq!("40001", code(worker.query(CLAIM, &[&1]))?);
    Ok(())
}
