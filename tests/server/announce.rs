//! What who listens is told when events are written.

use std::thread::sleep;
use std::time::{Duration, Instant};

use postgres::Client;
use postgres::fallible_iterator::FallibleIterator;
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory::{self, library};

const CHANNEL: &str = "pg_share_event";
/// Longer than a backend keeps quiet after an announcement.
const QUIET: Duration = Duration::from_millis(1100);
/// How long an announcement may take at most.
const PATIENCE: Duration = Duration::from_secs(20);

struct Scene {
    listener: Client,
    writer: Client,
    /// Tells the listener that nothing more is to be waited for.
    bell: Client,
    share: Uuid,
    _database: Database<'static>,
}

impl Scene {
    fn new() -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut client = database.connect()?;
        let film = library(&mut client)?.film;
        let share = factory::share(&mut client, film)?;
        let mut listener = database.connect()?;
        listener.batch_execute(&format!("listen {CHANNEL}; listen done"))?;
        Ok(Self {
            listener,
            writer: database.connect()?,
            bell: database.connect()?,
            share,
            _database: database,
        })
    }

    /// Writes an event, with something before and after it in the same transaction.
    fn write(&mut self, before: &str, after: &str) -> Result {
        let event = format!(
            "select from share.share_disable('{0}'); select from share.share_enable('{0}')",
            self.share
        );
        Ok(self
            .writer
            .batch_execute(&format!("begin; {before}; {event}; {after}"))?)
    }

    /// How many announcements came until now: what comes after a last notification is not waited for.
    fn announced(&mut self) -> Result<usize> {
        self.bell.batch_execute("notify done")?;
        let started = Instant::now();
        let mut announcements = 0;
        while started.elapsed() < PATIENCE {
            let mut notifications = self.listener.notifications();
            let mut waiting = notifications.timeout_iter(PATIENCE);
            while let Some(notification) = waiting.next()? {
                match notification.channel() {
                    "done" => return Ok(announcements),
                    CHANNEL => {
                        assert_eq!("", notification.payload());
                        announcements += 1;
                    }
                    _ => {}
                }
            }
        }
        Err(share_tests::Error::new("nothing was heard"))
    }
}

#[test]
fn events_are_announced_when_they_commit_and_not_before() -> Result {
    let mut scene = Scene::new()?;
    scene.write("select 1", "select 2")?;
    assert_eq!(0, scene.announced()?);
    scene.writer.batch_execute("commit")?;
    assert_eq!(1, scene.announced()?);
    Ok(())
}

#[test]
fn many_events_of_a_second_are_announced_once_by_each_session() -> Result {
    let mut scene = Scene::new()?;
    let started = Instant::now();
    for _ in 0..20 {
        scene.write("select 1", "commit")?;
    }
    // A slow machine may need longer than a second for them.
    let most = 1 + usize::try_from(started.elapsed().as_secs()).unwrap_or_default();
    let announced = scene.announced()?;
    assert!((1..=most).contains(&announced), "{announced} of {most}");
    sleep(QUIET);
    scene.write("select 1", "commit")?;
    assert_eq!(1, scene.announced()?);
    Ok(())
}

#[test]
fn what_is_rolled_back_is_not_announced_and_keeps_no_later_event_quiet() -> Result {
    let mut scene = Scene::new()?;
    scene.write("select 1", "rollback")?;
    assert_eq!(0, scene.announced()?);
    scene.write("select 1", "commit")?;
    assert_eq!(1, scene.announced()?);
    sleep(QUIET);
    // What a part did that is rolled back may be announced for nothing; what the rest does is.
    let event = format!(
        "select from share.share_disable('{0}'); select from share.share_enable('{0}')",
        scene.share
    );
    scene.write(
        "savepoint part",
        &format!("rollback to part; {event}; commit"),
    )?;
    assert_eq!(1, scene.announced()?);
    Ok(())
}

#[test]
fn whether_it_is_time_is_asked_at_the_commit() -> Result {
    let mut scene = Scene::new()?;
    scene.write("select 1", "commit")?;
    // Its events are of the quiet second, its commit is not.
    scene.write("select 1", "select 2")?;
    sleep(QUIET);
    scene.writer.batch_execute("commit")?;
    assert_eq!(2, scene.announced()?);
    Ok(())
}

#[test]
fn transactions_inside_a_procedure_announce_as_others() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share;
    scene.writer.batch_execute(&format!(
        "do $$
        begin
            perform share.share_disable('{share}');
            commit;
            perform pg_sleep(1.1);
            perform share.share_enable('{share}');
            commit;
            perform share.share_disable('{share}');
            rollback;
        end
        $$"
    ))?;
    assert_eq!(2, scene.announced()?);
    Ok(())
}

#[test]
fn an_event_of_many_shares_is_announced_too() -> Result {
    let mut scene = Scene::new()?;
    scene.writer.execute(
        "select share.share_revoke_all(ids => array[$1::uuid])",
        &[&scene.share],
    )?;
    assert_eq!(1, scene.announced()?);
    Ok(())
}

#[test]
fn nothing_is_announced_where_the_setting_is_off() -> Result {
    let mut scene = Scene::new()?;
    scene
        .writer
        .batch_execute("set pg_share.event_notify = off")?;
    scene.write("select 1", "commit")?;
    assert_eq!(0, scene.announced()?);
    scene.writer.batch_execute("reset pg_share.event_notify")?;
    scene.write("select 1", "commit")?;
    assert_eq!(1, scene.announced()?);
    Ok(())
}

#[test]
fn a_commit_in_two_phases_is_not_hindered() -> Result {
    let cluster = Cluster::start(&[("max_prepared_transactions", "2")])?;
    let database = cluster.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    sleep(QUIET);
    for statement in [
        "begin",
        &format!("select from share.share_create('{film}')"),
        "prepare transaction 'one'",
        "commit prepared 'one'",
        "begin",
        "select 1",
        "commit",
    ] {
        client.batch_execute(statement)?;
    }
    let shares: i64 = client
        .query_one("select count(*) from share.share", &[])?
        .get(0);
    assert_eq!(1, shares);
    Ok(())
}
