//! Many visitors at once: caps, and changes of a share while it is opened.

use std::collections::BTreeMap;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use postgres::Client;
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::{code, joined, login};

const VISITORS: usize = 64;
const OPEN: &str = "select granted, reason, visit_token from share.share_open($1)";

/// A film's account and an operator's session in a database of its own.
pub(crate) struct Scene {
    pub(crate) operator: Client,
    account: Uuid,
    film: Uuid,
    // Last, so that it is dropped when nobody is connected any more.
    pub(crate) database: Database<'static>,
}

/// What a function of a visitor answered: its reason or `granted`, and the visit token.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) said: String,
    pub(crate) token: Option<String>,
}

impl Scene {
    pub(crate) fn new() -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut operator = database.connect()?;
        let library = library(&mut operator)?;
        Ok(Self {
            operator,
            account: library.account,
            film: library.film,
            database,
        })
    }

    /// Makes a public share with further arguments.
    pub(crate) fn share(&mut self, arguments: &str) -> Result<String> {
        let made = self.operator.query_one(
            &format!("select id::text from share.share_create($1, {arguments})"),
            &[&self.film],
        )?;
        Ok(made.get(0))
    }

    fn events(&mut self, kind: &str) -> Result<i64> {
        let row = self
            .operator
            .query_one("select count(*) from share.event where kind = $1", &[&kind])?;
        Ok(row.get(0))
    }

    fn used(&mut self, kind: &str) -> Result<i32> {
        let row = self
            .operator
            .query_one("select used from share.cap where kind = $1", &[&kind])?;
        Ok(row.get(0))
    }

    pub(crate) fn visitors(&self, number: usize) -> Result<Vec<Client>> {
        (0..number).map(|_| self.database.connect()).collect()
    }
}

pub(crate) fn ask(
    client: &mut Client,
    statement: &str,
    arguments: &[&(dyn postgres::types::ToSql + Sync)],
) -> Result<Answer> {
    let row = client.query_one(statement, arguments)?;
    Ok(Answer {
        said: if row.get::<_, Option<bool>>(0) == Some(true) {
            "granted".to_owned()
        } else {
            row.get::<_, Option<String>>(1).unwrap_or_default()
        },
        token: row.get(2),
    })
}

/// Lets each session work in a thread of its own, all from the same moment on.
pub(crate) fn at_once<T: Send>(
    clients: &mut [Client],
    work: impl Fn(usize, &mut Client) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let start = Barrier::new(clients.len());
    thread::scope(|scope| {
        let (start, work) = (&start, &work);
        let running: Vec<_> = clients
            .iter_mut()
            .enumerate()
            .map(|(number, client)| {
                scope.spawn(move || {
                    start.wait();
                    work(number, client)
                })
            })
            .collect();
        running.into_iter().map(|one| joined(one)?).collect()
    })
}

/// How often each answer was given.
pub(crate) fn counts<'a>(
    answers: impl IntoIterator<Item = &'a String>,
) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for answer in answers {
        *counts.entry(answer.as_str()).or_default() += 1;
    }
    counts
}

#[test]
fn ten_of_64_visitors_open_a_share_that_may_be_opened_ten_times() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share("max_opens => 10")?;
    let answers = at_once(&mut scene.visitors(VISITORS)?, |_, client| {
        Ok(ask(client, OPEN, &[&share])?.said)
    })?;
    assert_eq!(
        BTreeMap::from([("exhausted", VISITORS - 10), ("granted", 10)]),
        counts(&answers)
    );
    assert_eq!(10, scene.used("opens")?);
    assert_eq!(10, scene.events("share.opened")?);
    assert_eq!(1, scene.events("share.exhausted")?);
    Ok(())
}

#[test]
fn ten_of_64_visits_play_where_ten_may_however_often_each_asks() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share("max_plays => 10")?;
    let answers = at_once(&mut scene.visitors(VISITORS)?, |_, client| {
        let visit = ask(client, OPEN, &[&share])?;
        let play = "select granted, reason, url from share.share_play($1)";
        let first = ask(client, play, &[&visit.token])?;
        let again = ask(client, play, &[&visit.token])?;
        assert_eq!(first.said, again.said);
        assert_eq!(first.said == "granted", first.token.is_some());
        Ok(first.said)
    })?;
    assert_eq!(
        BTreeMap::from([("granted", 10), ("plays_exhausted", VISITORS - 10)]),
        counts(&answers)
    );
    assert_eq!(10, scene.used("plays")?);
    assert_eq!(10, scene.events("share.played")?);
    Ok(())
}

#[test]
fn one_visit_that_plays_in_64_sessions_counts_once() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share("max_plays => 10")?;
    let visit = ask(&mut scene.operator, OPEN, &[&share])?.token;
    let answers = at_once(&mut scene.visitors(VISITORS)?, |_, client| {
        let play = "select granted, reason, url from share.share_play($1)";
        Ok(ask(client, play, &[&visit])?.said)
    })?;
    assert_eq!(BTreeMap::from([("granted", VISITORS)]), counts(&answers));
    assert_eq!(1, scene.used("plays")?);
    Ok(())
}

#[test]
fn nobody_is_granted_after_a_revocation_has_committed() -> Result {
    let mut scene = Scene::new()?;
    for (arguments, plays) in [("max_opens => 1000", false), ("max_plays => 1000", true)] {
        let share = scene.share(arguments)?;
        let mut visits = Vec::new();
        for _ in 0..if plays { VISITORS } else { 0 } {
            visits.push(ask(&mut scene.operator, OPEN, &[&share])?.token);
        }
        let mut clients = scene.visitors(VISITORS)?;
        let mut revoker = scene.database.connect()?;
        // The share is held, so that all visitors wait with what they have decided; then it is revoked.
        revoker.batch_execute(&format!(
            "begin; select from share.share where share_id = '{share}' for no key update"
        ))?;
        let waiting = AtomicUsize::new(0);
        let answers = thread::scope(|scope| {
            let (share, visits, waiting) = (&share, &visits, &waiting);
            let running: Vec<_> = clients
                .iter_mut()
                .enumerate()
                .map(|(number, client)| {
                    scope.spawn(move || {
                        waiting.fetch_add(1, Ordering::SeqCst);
                        if plays {
                            let play = "select granted, reason, url from share.share_play($1)";
                            ask(client, play, &[&visits[number]])
                        } else {
                            ask(client, OPEN, &[share])
                        }
                    })
                })
                .collect();
            let mut watcher = scene.database.connect()?;
            loop {
                let row = watcher.query_one(
                    "select count(*) from pg_stat_activity a where a.datname = current_database() and a.wait_event_type = 'Lock'",
                    &[],
                )?;
                if usize::try_from(row.get::<_, i64>(0)) == Ok(VISITORS) {
                    break;
                }
                thread::sleep(std::time::Duration::from_millis(5));
            }
            revoker.batch_execute(&format!(
                "select from share.share_revoke('{share}'); commit"
            ))?;
            running
                .into_iter()
                .map(|one| joined(one)?)
                .collect::<Result<Vec<Answer>>>()
        })?;
        let said: Vec<String> = answers.into_iter().map(|answer| answer.said).collect();
        assert_eq!(BTreeMap::from([("revoked", VISITORS)]), counts(&said));
    }
    Ok(())
}

#[test]
fn a_capped_use_is_not_given_to_who_could_roll_it_back() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share("max_opens => 1")?;
    let name = format!("{}_plain", scene.database.name());
    login(&mut scene.operator, &name, &["share_visitor"])?;
    let mut plain = scene.database.connect_as(&name)?;
    assert_eq!("42501", code(plain.query(OPEN, &[&share]))?);
    let other = scene.share("max_plays => 1, visibility => 'public', recipients => '[{\"email\": \"bob@example.com\"}]'")?;
    scene.operator.execute(
        "select from share.share_update($1::text::uuid, '{\"recipients_only\": false}')",
        &[&other],
    )?;
    let visit = ask(&mut plain, OPEN, &[&other])?.token;
    assert_eq!(
        "42501",
        code(plain.query("select from share.share_play($1)", &[&visit]))?
    );
    assert_eq!((0, 0), (scene.used("opens")?, scene.used("plays")?));
    Ok(())
}

#[test]
fn a_visit_that_began_by_an_address_while_it_was_taken_away_is_over() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share("visibility => 'public'")?;
    let mut visitor = scene.database.connect()?;
    visitor.batch_execute("begin")?;
    let before = ask(&mut visitor, OPEN, &[&share])?;
    scene
        .operator
        .execute("select from share.share_rotate($1::text::uuid)", &[&share])?;
    visitor.batch_execute("commit")?;
    let renew = "select granted, reason, visit_token from share.share_renew($1)";
    assert_eq!(
        "visit_required",
        ask(&mut visitor, renew, &[&before.token])?.said
    );
    assert_eq!("not_found", ask(&mut visitor, OPEN, &[&share])?.said);
    Ok(())
}

#[test]
fn who_was_in_before_a_share_was_exhausted_goes_when_it_is_switched_off_or_ended() -> Result {
    let mut scene = Scene::new()?;
    let renew = "select granted, reason, visit_token from share.share_renew($1)";
    for (number, (change, reason)) in [
        ("share_disable", "disabled"),
        ("share_expire", "expired"),
        ("share_revoke", "revoked"),
    ]
    .into_iter()
    .enumerate()
    {
        // With a successor in its slot and without.
        for replaced in [false, true] {
            let film = factory::film(
                &mut scene.operator,
                scene.account,
                &format!("film {number} {replaced}"),
            )?;
            let create = "select id::text from share.share_create($1, max_opens => 1)";
            let share: String = scene.operator.query_one(create, &[&film])?.get(0);
            let visit = ask(&mut scene.operator, OPEN, &[&share])?.token;
            if replaced {
                scene.operator.query_one(create, &[&film])?;
            }
            assert_eq!("granted", ask(&mut scene.operator, renew, &[&visit])?.said);
            scene.operator.execute(
                &format!("select from share.{change}($1::text::uuid)"),
                &[&share],
            )?;
            assert_eq!(
                reason,
                ask(&mut scene.operator, renew, &[&visit])?.said,
                "{replaced}"
            );
        }
    }
    Ok(())
}
