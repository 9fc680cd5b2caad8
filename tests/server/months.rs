//! The months of events are made, filled and dropped while others write events.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use postgres::Client;
use share_tests::{Cluster, Result};
use uuid::Uuid;

use crate::factory;
use crate::session::{code, joined};

const WRITERS: usize = 8;
const EVENTS: usize = 150;
const WRITE: &str = "select share.event_add($1, null, 'share.opened', '{}', visit_id => gen_random_uuid(), address => '203.0.113.7')";
const MAINTAIN: &str =
    "select what || ' ' || coalesce(events, 0) from share.event_maintain() order by 1";
/// Drops the month that is being written to; what comes now waits in the default partition.
const FORGET_THIS_MONTH: &str = "do $$ begin
    execute format('drop table share.%I', 'event_' || to_char(now() at time zone 'UTC', 'YYYY_MM'));
end $$";
/// A month that is older than what is kept.
const OLD_MONTH: &str = "begin; set local role share_owner; select share.event_partitions_create('2020-01-01', 1); commit";

fn written(client: &mut Client, account: Uuid) -> Result<i64> {
    let row = client.query_one(
        "select count(distinct visit_id) from share.event where account_id = $1 and kind = 'share.opened'",
        &[&account],
    )?;
    Ok(row.get(0))
}

fn waiting(client: &mut Client) -> Result<i64> {
    let row = client.query_one("select count(*) from share.event_default", &[])?;
    Ok(row.get(0))
}

#[test]
fn no_event_of_eight_writers_is_lost_while_months_are_made_and_dropped() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut operator = database.connect()?;
    let account = factory::account(&mut operator, "Acme")?;
    let mut writers = (0..WRITERS)
        .map(|_| database.connect())
        .collect::<Result<Vec<_>>>()?;
    let over = AtomicBool::new(false);
    let rounds = thread::scope(|scope| {
        let running: Vec<_> = writers
            .iter_mut()
            .map(|writer| {
                scope.spawn(move || {
                    (0..EVENTS).try_for_each(|_| writer.execute(WRITE, &[&account]).map(drop))
                })
            })
            .collect();
        let maintaining = scope.spawn(|| -> Result<usize> {
            let mut rounds = 0;
            while !over.load(Ordering::Relaxed) {
                operator.batch_execute(OLD_MONTH)?;
                let done: String = operator.query_one(MAINTAIN, &[])?.get(0);
                assert_eq!("dropped 0", done);
                rounds += 1;
            }
            Ok(rounds)
        });
        let outcomes: Vec<_> = running.into_iter().map(joined).collect();
        over.store(true, Ordering::Relaxed);
        for outcome in outcomes {
            outcome??;
        }
        joined(maintaining)?
    })?;
    assert!(rounds > 0);
    let expected = i64::try_from(WRITERS * EVENTS).unwrap_or_default();
    assert_eq!(expected, written(&mut operator, account)?);
    Ok(())
}

#[test]
fn writers_into_the_default_partition_go_on_while_their_rows_are_moved() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut operator = database.connect()?;
    let account = factory::account(&mut operator, "Acme")?;
    operator.batch_execute(FORGET_THIS_MONTH)?;
    let mut writers = (0..WRITERS)
        .map(|_| database.connect())
        .collect::<Result<Vec<_>>>()?;
    let done = thread::scope(|scope| -> Result<Vec<String>> {
        let running: Vec<_> = writers
            .iter_mut()
            .map(|writer| {
                scope.spawn(move || {
                    (0..EVENTS).try_for_each(|_| writer.execute(WRITE, &[&account]).map(drop))
                })
            })
            .collect();
        // In the midst of it.
        while waiting(&mut operator)? < 50 {}
        let done = operator.query(MAINTAIN, &[])?;
        for writer in running {
            joined(writer)??;
        }
        Ok(done.iter().map(|row| row.get(0)).collect())
    })?;
    assert_eq!("created 0", done[0]);
    assert!(
        done[1].starts_with("moved ") && done[1] != "moved 0",
        "{done:?}"
    );
    let expected = i64::try_from(WRITERS * EVENTS).unwrap_or_default();
    assert_eq!(expected, written(&mut operator, account)?);
    assert_eq!(0, waiting(&mut operator)?);
    Ok(())
}

#[test]
fn maintenance_gives_up_on_a_transaction_that_holds_the_events() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut operator = database.connect()?;
    let account = factory::account(&mut operator, "Acme")?;
    operator.batch_execute(OLD_MONTH)?;
    let mut holder = database.connect()?;
    holder.batch_execute("begin")?;
    holder.execute(WRITE, &[&account])?;
    assert_eq!("55P03", code(operator.query(MAINTAIN, &[]))?);
    // Nobody else waits behind it, and the next call does what was left.
    database.connect()?.execute(WRITE, &[&account])?;
    holder.batch_execute("commit")?;
    let done: String = operator.query_one(MAINTAIN, &[])?.get(0);
    assert_eq!("dropped 0", done);
    assert_eq!(2, written(&mut operator, account)?);
    Ok(())
}

#[test]
fn a_call_that_finds_nothing_to_do_waits_for_nobody() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut operator = database.connect()?;
    let account = factory::account(&mut operator, "Acme")?;
    let mut holder = database.connect()?;
    holder.batch_execute("begin")?;
    holder.execute(WRITE, &[&account])?;
    assert!(operator.query(MAINTAIN, &[])?.is_empty());
    Ok(())
}
