//! Sharing against deleting: no living share stands on a deleted file or segment.

use std::sync::Barrier;
use std::thread;

use postgres::Client;
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::{LEVELS, code, joined, pid, wait_until_blocked};

/// What is shared and deleted: a file, or a segment of a file that stays.
struct Target {
    create: &'static str,
    delete: &'static str,
}

const TARGETS: [Target; 2] = [
    Target {
        create: "select id from share.share_create($1)",
        delete: "select id from share.file_delete($2)",
    },
    Target {
        create: "select id from share.share_create($1, $2)",
        delete: "select id from share.segment_delete($2)",
    },
];

impl Target {
    /// Makes a new one: the file, and what is to be deleted.
    fn make(&self, client: &mut Client, account: Uuid, name: &str) -> Result<(Uuid, Uuid)> {
        let film = factory::film(client, account, name)?;
        if self.delete.contains("file_delete") {
            return Ok((film, film));
        }
        Ok((film, factory::segment(client, film)?))
    }
}

/// Both statements are given the file and the thing, though each needs only what it names.
fn call(
    client: &mut Client,
    statement: &str,
    (film, thing): (Uuid, Uuid),
) -> std::result::Result<u64, postgres::Error> {
    client.execute(
        &format!("with given as (select $1::uuid, $2::uuid) {statement}"),
        &[&film, &thing],
    )
}

/// The living shares whose file or segment is deleted.
fn orphans(client: &mut Client) -> Result<i64> {
    let row = client.query_one(
        "select count(*)
        from share.share s
        join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
        left join share.segment g on g.account_id = s.account_id and g.file_segment_id = s.file_segment_id
        where (s.deleted_at is null or s.ended_at is null) and (f.deleted_at is not null or g.deleted_at is not null)",
        &[],
    )?;
    Ok(row.get(0))
}

/// Runs one statement in a transaction, the other one beside it until it waits, then commits the first.
fn in_order(
    database: &Database<'_>,
    watcher: &mut Client,
    level: &str,
    statements: [&str; 2],
    ids: (Uuid, Uuid),
) -> Result<std::result::Result<u64, postgres::Error>> {
    let (mut first, mut second) = (database.connect()?, database.connect()?);
    second.batch_execute(&format!("set default_transaction_isolation = '{level}'"))?;
    let number = pid(&mut second)?;
    first.batch_execute(&format!("begin isolation level {level}"))?;
    call(&mut first, statements[0], ids)?;
    thread::scope(|scope| {
        let waiting = scope.spawn(|| call(&mut second, statements[1], ids));
        let blocked = wait_until_blocked(watcher, number);
        first.batch_execute("commit")?;
        blocked?;
        joined(waiting)
    })
}

/// Lets a deletion wait for a share that is being made, and counts what then lives on.
fn orphans_of_a_late_deletion(level: &str) -> Result<Vec<i64>> {
    let database = Cluster::shared()?.database()?;
    let mut watcher = database.connect()?;
    let account = library(&mut watcher)?.account;
    let mut left = Vec::new();
    for (number, target) in TARGETS.iter().enumerate() {
        let ids = target.make(&mut watcher, account, &number.to_string())?;
        let order = [target.create, target.delete];
        let deleted = in_order(&database, &mut watcher, level, order, ids)?;
        if level != LEVELS[0] && deleted.is_err() {
            // The share is newer than the snapshot: the deletion has to be tried again.
            assert_eq!("40001", code(deleted)?);
            call(&mut watcher, target.delete, ids)?;
        } else {
            deleted?;
        }
        left.push(orphans(&mut watcher)?);
    }
    Ok(left)
}

#[test]
fn a_share_made_beside_a_deletion_is_deleted_with_its_target() -> Result {
    assert_eq!(vec![0, 0], orphans_of_a_late_deletion("read committed")?);
    Ok(())
}

#[test]
fn a_share_made_beside_a_deletion_does_not_outlive_it_at_repeatable_read() -> Result {
    assert_eq!(vec![0, 0], orphans_of_a_late_deletion("repeatable read")?);
    Ok(())
}

#[test]
fn a_share_made_beside_a_deletion_does_not_outlive_it_at_serializable() -> Result {
    assert_eq!(vec![0, 0], orphans_of_a_late_deletion("serializable")?);
    Ok(())
}

#[test]
fn a_share_of_what_is_being_deleted_is_refused() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut watcher = database.connect()?;
    let account = library(&mut watcher)?.account;
    for (number, target) in TARGETS.iter().enumerate() {
        for level in LEVELS {
            let ids = target.make(&mut watcher, account, &format!("{number} {level}"))?;
            let order = [target.delete, target.create];
            let refused = code(in_order(&database, &mut watcher, level, order, ids)?)?;
            let expected = if level == "read committed" {
                "PT404"
            } else {
                "40001"
            };
            assert_eq!(expected, refused, "{} at {level}", target.delete);
            assert_eq!("PT404", code(call(&mut watcher, target.create, ids))?);
            assert_eq!(0, orphans(&mut watcher)?, "{} at {level}", target.delete);
        }
    }
    Ok(())
}

#[test]
fn no_share_outlives_its_target_in_many_races() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut watcher = database.connect()?;
    let account = library(&mut watcher)?.account;
    let (mut sharing, mut deleting) = (database.connect()?, database.connect()?);
    for (number, target) in TARGETS.iter().enumerate() {
        for round in 0..60 {
            let ids = target.make(&mut watcher, account, &format!("{number} {round}"))?;
            let start = Barrier::new(2);
            let (shared, deleted) = thread::scope(|scope| {
                let sharing = scope.spawn(|| {
                    start.wait();
                    call(&mut sharing, target.create, ids)
                });
                start.wait();
                let deleted = call(&mut deleting, target.delete, ids);
                joined(sharing).map(|shared| (shared, deleted))
            })?;
            deleted?;
            if shared.is_err() {
                assert_eq!("PT404", code(shared)?, "round {round}");
            }
        }
        assert_eq!(0, orphans(&mut watcher)?, "{}", target.delete);
    }
    Ok(())
}
