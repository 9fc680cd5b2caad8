//! Many sessions change one stack at once: its numbers run from 1 without gaps whatever comes out.

use std::sync::Barrier;
use std::thread;

use postgres::Client;
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::{code, joined, pid, wait_until_blocked};

const VERSIONS: usize = 8;

struct Scene {
    client: Client,
    account: Uuid,
    films: Vec<Uuid>,
    // Last, so that it is dropped when nobody is connected any more.
    database: Database<'static>,
}

impl Scene {
    /// Films in one stack, the last one on top.
    fn new() -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut client = database.connect()?;
        let account = library(&mut client)?.account;
        let films = (0..VERSIONS)
            .map(|n| factory::film(&mut client, account, &format!("version-{n}")))
            .collect::<Result<Vec<_>>>()?;
        client.execute("select share.stack_create($1)", &[&films])?;
        Ok(Self {
            client,
            account,
            films,
            database,
        })
    }

    /// The numbers of the films that are still in the stack, and whether they are 1, 2, 3, …
    fn numbers(&mut self) -> Result<(Vec<Uuid>, bool)> {
        let row = self.client.query_one(
            "select coalesce(array_agg(k.file_id order by k.stack_number), '{}'),
                coalesce(bool_and(k.stack_number = k.place), true)
            from (
                select s.*, row_number() over (order by s.stack_number) as place from share.stack_file s where s.account_id = $1
            ) k",
            &[&self.account],
        )?;
        Ok((row.get(0), row.get(1)))
    }
}

#[test]
fn concurrent_moves_and_removals_leave_no_gap() -> Result {
    let mut scene = Scene::new()?;
    let mut clients = (0..VERSIONS)
        .map(|_| scene.database.connect())
        .collect::<Result<Vec<_>>>()?;
    let start = Barrier::new(VERSIONS);
    let films = &scene.films;
    let outcomes = thread::scope(|scope| {
        let running: Vec<_> = clients
            .iter_mut()
            .enumerate()
            .map(|(n, client)| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    (0..20).try_for_each(|round| {
                        let number = i32::try_from(1 + (n * 7 + round * 3) % 6).unwrap_or(1);
                        client
                            .execute("select share.stack_move($1, $2)", &[&films[n], &number])
                            .map(drop)
                    })?;
                    // Two of them go.
                    if n < 2 {
                        client.execute("select share.stack_remove($1)", &[&films[n]])?;
                    }
                    Ok::<_, postgres::Error>(())
                })
            })
            .collect();
        running.into_iter().map(joined).collect::<Result<Vec<_>>>()
    })?;
    for outcome in outcomes {
        outcome?;
    }
    let (left, runs) = scene.numbers()?;
    assert!(runs);
    assert_eq!(VERSIONS - 2, left.len());
    Ok(())
}

#[test]
fn who_adds_waits_for_who_removes() -> Result {
    let mut scene = Scene::new()?;
    let more = factory::film(&mut scene.client, scene.account, "more")?;
    let mut first = scene.database.connect()?;
    let mut second = scene.database.connect()?;
    let backend = pid(&mut second)?;
    let mut removal = first.transaction()?;
    removal.execute("select share.stack_remove($1)", &[&scene.films[0]])?;
    let target = scene.films[1];
    let number = thread::scope(|scope| {
        let adding = scope.spawn(move || {
            second
                .query_one("select share.stack_add($1, $2)", &[&more, &target])
                .map(|row| row.get::<_, i32>(0))
        });
        wait_until_blocked(&mut scene.client, backend)?;
        removal.commit()?;
        joined(adding)
    })??;
    assert_eq!(VERSIONS, usize::try_from(number).unwrap_or_default());
    assert!(scene.numbers()?.1);
    Ok(())
}

#[test]
fn a_stack_that_changed_since_the_snapshot_is_not_changed_by_it() -> Result {
    let mut scene = Scene::new()?;
    let mut late = scene.database.connect()?;
    let mut late = late.transaction()?;
    late.batch_execute("set transaction isolation level repeatable read")?;
    late.execute("select from share.file", &[])?;
    scene
        .client
        .execute("select share.stack_move($1, 1)", &[&scene.films[3]])?;
    let outcome = late.execute("select share.stack_move($1, 5)", &[&scene.films[0]]);
    assert_eq!("40001", code(outcome)?);
    Ok(())
}

#[test]
fn a_file_that_is_being_deleted_is_not_stacked() -> Result {
    let mut scene = Scene::new()?;
    let gone = factory::film(&mut scene.client, scene.account, "gone")?;
    let mut first = scene.database.connect()?;
    let mut second = scene.database.connect()?;
    let backend = pid(&mut second)?;
    let mut removal = first.transaction()?;
    removal.execute("select from share.file_delete($1)", &[&gone])?;
    let target = scene.films[1];
    let outcome = thread::scope(|scope| {
        let adding = scope
            .spawn(move || second.execute("select share.stack_add($1, $2)", &[&gone, &target]));
        wait_until_blocked(&mut scene.client, backend)?;
        removal.commit()?;
        joined(adding)
    })?;
    assert_eq!("PT404", code(outcome)?);
    Ok(())
}
