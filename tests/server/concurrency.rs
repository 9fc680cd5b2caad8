//! Many sessions want the same slot at once: one gets it, the others are told by whom it is held.

use std::collections::HashSet;
use std::sync::Barrier;
use std::thread;

use postgres::Client;
use postgres::error::DbError;
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::{LEVELS, joined, pid, refusal, wait_until_blocked};

const CLIENTS: usize = 64;
const CREATE: &str = "select id from share.share_create($1, visibility => 'private')";
const ENSURE: &str = "select id from share.share_ensure($1, visibility => 'private')";
const EXTEND: &str = "select id from share.share_update($1, jsonb_build_object('expires_at', statement_timestamp() + interval '1 day'))";

type Outcome = std::result::Result<Uuid, postgres::Error>;

fn call(client: &mut Client, statement: &str, id: Uuid) -> Outcome {
    client.query_one(statement, &[&id]).map(|row| row.get(0))
}

/// The same in a transaction whose snapshot is taken before anybody has begun.
fn call_with_old_snapshot(
    client: &mut Client,
    level: &str,
    start: &Barrier,
    statement: &str,
    id: Uuid,
) -> Outcome {
    let began = client.batch_execute(&format!(
        "begin isolation level {level}; select from share.file"
    ));
    start.wait();
    let outcome = began.and_then(|()| call(client, statement, id));
    let ended = client.batch_execute(if outcome.is_ok() {
        "commit"
    } else {
        "rollback"
    });
    outcome.and_then(|id| ended.map(|()| id))
}

fn connections(database: &Database<'_>, number: usize) -> Result<Vec<Client>> {
    (0..number).map(|_| database.connect()).collect()
}

/// Lets each session work in a thread of its own and collects what comes out.
fn at_once<T: Send>(
    clients: &mut [Client],
    work: impl Fn(&mut Client, &Barrier) -> T + Sync,
) -> Result<Vec<T>> {
    let start = Barrier::new(clients.len());
    thread::scope(|scope| {
        let (start, work) = (&start, &work);
        let running: Vec<_> = clients
            .iter_mut()
            .map(|client| scope.spawn(move || work(client, start)))
            .collect();
        running.into_iter().map(joined).collect()
    })
}

/// Parts the ids from the refusals.
fn sorted(outcomes: Vec<Outcome>) -> Result<(Vec<Uuid>, Vec<DbError>)> {
    let (mut made, mut refused) = (Vec::new(), Vec::new());
    for outcome in outcomes {
        match outcome {
            Ok(id) => made.push(id),
            Err(came) => refused.push(refusal::<()>(Err(came))?),
        }
    }
    Ok((made, refused))
}

fn codes(refused: &[DbError]) -> HashSet<&str> {
    refused.iter().map(|came| came.code().code()).collect()
}

fn all_name(refused: &[DbError], holder: Uuid) -> bool {
    refused.iter().all(|came| {
        came.constraint() == Some("share_active_key")
            && came
                .detail()
                .is_some_and(|detail| detail.contains(&holder.to_string()))
    })
}

fn living(client: &mut Client, film: Uuid) -> Result<Vec<Uuid>> {
    let rows = client.query(
        "select s.share_id from share.share s where s.file_id = $1 and s.ended_at is null order by s.share_id",
        &[&film],
    )?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

fn events(client: &mut Client, kind: &str) -> Result<i64> {
    let row = client.query_one("select count(*) from share.event where kind = $1", &[&kind])?;
    Ok(row.get(0))
}

#[test]
fn one_of_64_clients_makes_the_share_and_the_others_learn_its_id() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let mut clients = connections(&database, CLIENTS)?;
    let (made, refused) = sorted(at_once(&mut clients, |client, start| {
        start.wait();
        call(client, CREATE, film)
    })?)?;
    assert_eq!((1, CLIENTS - 1), (made.len(), refused.len()));
    assert_eq!(HashSet::from(["23505"]), codes(&refused));
    assert!(all_name(&refused, made[0]), "{refused:?}");
    assert_eq!(made, living(&mut client, film)?);
    assert_eq!(1, events(&mut client, "share.created")?);
    Ok(())
}

#[test]
fn share_ensure_gives_64_clients_the_same_share() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let mut clients = connections(&database, CLIENTS)?;
    let (made, refused) = sorted(at_once(&mut clients, |client, start| {
        start.wait();
        call(client, ENSURE, film)
    })?)?;
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(CLIENTS, made.len());
    assert_eq!(
        HashSet::from([living(&mut client, film)?[0]]),
        made.into_iter().collect()
    );
    assert_eq!(1, events(&mut client, "share.created")?);
    Ok(())
}

#[test]
fn at_stricter_levels_one_wins_and_whoever_tries_again_learns_the_id() -> Result {
    for level in &LEVELS[1..] {
        let database = Cluster::shared()?.database()?;
        let mut client = database.connect()?;
        let film = library(&mut client)?.film;
        let mut clients = connections(&database, CLIENTS)?;
        let (made, refused) = sorted(at_once(&mut clients, |client, start| {
            call_with_old_snapshot(client, level, start, CREATE, film)
        })?)?;
        assert_eq!((1, CLIENTS - 1), (made.len(), refused.len()), "{level}");
        assert!(
            codes(&refused).is_subset(&HashSet::from(["23505", "40001"])),
            "{level}: {refused:?}"
        );
        let again = sorted(at_once(&mut clients, |client, start| {
            client.batch_execute(&format!("set default_transaction_isolation = '{level}'"))?;
            start.wait();
            call(client, CREATE, film)
        })?)?;
        assert!(again.0.is_empty(), "{level}");
        assert_eq!(HashSet::from(["23505"]), codes(&again.1), "{level}");
        assert!(all_name(&again.1, made[0]), "{level}: {again:?}");
        assert_eq!(made, living(&mut client, film)?, "{level}");
    }
    Ok(())
}

#[test]
fn the_slot_of_an_expired_share_goes_to_one_of_several() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let over = factory::share(&mut client, film)?;
    factory::expire(&mut client, over)?;
    let mut clients = connections(&database, 16)?;
    let (made, refused) = sorted(at_once(&mut clients, |client, start| {
        start.wait();
        call(client, CREATE, film)
    })?)?;
    assert_eq!((1, 15), (made.len(), refused.len()), "{refused:?}");
    assert_eq!(HashSet::from(["23505"]), codes(&refused));
    assert!(all_name(&refused, made[0]), "{refused:?}");
    assert_eq!(made, living(&mut client, film)?);
    assert_eq!(1, events(&mut client, "share.expired")?);
    Ok(())
}

#[test]
fn an_expired_share_that_comes_back_and_a_new_one_never_both_live() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let mut back = database.connect()?;
    let mut new = database.connect()?;
    for round in 0..60 {
        let over = factory::share(&mut client, film)?;
        factory::expire(&mut client, over)?;
        let start = Barrier::new(2);
        let (back, new) = thread::scope(|scope| {
            let extending = scope.spawn(|| {
                start.wait();
                call(&mut back, EXTEND, over)
            });
            start.wait();
            let new = call(&mut new, CREATE, film);
            joined(extending).map(|back| (back, new))
        })?;
        let (made, refused) = sorted(vec![back, new])?;
        assert_eq!(
            (1, 1),
            (made.len(), refused.len()),
            "round {round}: {refused:?}"
        );
        assert_eq!(HashSet::from(["23505"]), codes(&refused), "round {round}");
        assert!(all_name(&refused, made[0]), "round {round}: {refused:?}");
        assert_eq!(made, living(&mut client, film)?, "round {round}");
        client.execute("select from share.share_delete($1)", &[&made[0]])?;
    }
    Ok(())
}

#[test]
fn whoever_comes_second_for_an_expired_share_waits_and_learns_the_holder() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut watcher = database.connect()?;
    let account = library(&mut watcher)?.account;
    for (name, extends_first) in [("extended", true), ("created", false)] {
        let film = factory::film(&mut watcher, account, name)?;
        let over = factory::share(&mut watcher, film)?;
        factory::expire(&mut watcher, over)?;
        let mut calls = [(EXTEND, over), (CREATE, film)];
        if !extends_first {
            calls.reverse();
        }
        let (mut first, mut second) = (database.connect()?, database.connect()?);
        first.batch_execute("begin")?;
        let winner = call(&mut first, calls[0].0, calls[0].1)?;
        let number = pid(&mut second)?;
        let refused = thread::scope(|scope| {
            let waiting = scope.spawn(|| call(&mut second, calls[1].0, calls[1].1));
            let blocked = wait_until_blocked(&mut watcher, number);
            first.batch_execute("commit")?;
            blocked?;
            refusal(joined(waiting)?)
        })?;
        assert_eq!("23505", refused.code().code(), "{name}");
        assert!(all_name(&[refused], winner), "{name}");
        assert_eq!(vec![winner], living(&mut watcher, film)?, "{name}");
    }
    Ok(())
}

#[test]
fn of_several_migrations_at_once_one_builds_the_tables() -> Result {
    let database = Cluster::shared()?.empty_database()?;
    database
        .connect()?
        .batch_execute("create extension pg_share")?;
    let mut clients = connections(&database, 4)?;
    let steps = at_once(&mut clients, |client, start| {
        start.wait();
        client
            .query_one("select share.migrate()", &[])
            .map(|row| row.get::<_, i32>(0))
    })?;
    let mut steps = steps
        .into_iter()
        .collect::<std::result::Result<Vec<_>, _>>()?;
    steps.sort_unstable();
    let latest: i32 = database
        .connect()?
        .query_one("select share.migration_latest()", &[])?
        .get(0);
    assert_eq!(vec![0, 0, 0, latest], steps);
    Ok(())
}
