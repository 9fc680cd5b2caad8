//! Codes for mail addresses, asked for and tried by many at once.

use std::thread;

use postgres::Client;
use share_tests::{Cluster, Database, Result};

use crate::factory::library;
use crate::session::joined;

const VISITORS: usize = 8;
const REQUEST: &str = "select granted, reason from share.share_email_code_request($1, $2, context => jsonb_build_object('address', $3::text))";
const PROVE: &str = "select granted, reason from share.share_email_prove($1, $2, $3)";
const ADDRESS: &str = "ada@example.com";

/// A share that asks for an address, an operator's session, and visitors.
struct Scene {
    operator: Client,
    visitors: Vec<Client>,
    share: String,
    // Last, so that it is dropped when nobody is connected any more.
    _database: Database<'static>,
}

impl Scene {
    fn new() -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut operator = database.connect()?;
        let library = library(&mut operator)?;
        let share = operator
            .query_one(
                "select id::text from share.share_create($1, email_domains => '{example.com}')",
                &[&library.film],
            )?
            .get(0);
        let visitors = (0..VISITORS)
            .map(|_| database.connect())
            .collect::<Result<_>>()?;
        Ok(Self {
            operator,
            visitors,
            share,
            _database: database,
        })
    }

    /// Lets every visitor ask `times` times at once, each for itself; gives what was answered.
    fn all_at_once(
        &mut self,
        times: usize,
        ask: impl Fn(&mut Client, usize, &str) -> Result<String> + Sync,
    ) -> Result<Vec<String>> {
        let (ask, share) = (&ask, self.share.as_str());
        let answers = thread::scope(|scope| {
            let running: Vec<_> = self
                .visitors
                .iter_mut()
                .enumerate()
                .map(|(number, visitor)| {
                    scope.spawn(move || {
                        (0..times)
                            .map(|_| ask(visitor, number, share))
                            .collect::<Result<Vec<_>>>()
                    })
                })
                .collect();
            running
                .into_iter()
                .map(|handle| joined(handle)?)
                .collect::<Result<Vec<_>>>()
        })?;
        Ok(answers.concat())
    }

    fn code(&mut self) -> Result<String> {
        let row = self.operator.query_one(
            "select payload ->> 'code' from share.job where kind = 'email_code'",
            &[],
        )?;
        Ok(row.get(0))
    }
}

fn request(client: &mut Client, share: &str, email: &str, address: &str) -> Result<String> {
    let row = client.query_one(REQUEST, &[&share, &email, &address])?;
    Ok(said(&row))
}

fn prove(client: &mut Client, share: &str, code: &str) -> Result<String> {
    Ok(said(&client.query_one(PROVE, &[&share, &ADDRESS, &code])?))
}

fn said(row: &postgres::Row) -> String {
    row.get::<_, Option<String>>(1)
        .unwrap_or_else(|| "granted".to_owned())
}

fn count(answers: &[String], wanted: &str) -> usize {
    answers.iter().filter(|answer| *answer == wanted).count()
}

#[test]
fn of_64_tries_from_eight_connections_five_are_looked_at() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share.clone();
    request(&mut scene.operator, &share, ADDRESS, "192.0.2.1")?;
    let answers = scene.all_at_once(8, |client, _, share| prove(client, share, "wrong"))?;
    assert_eq!(64, count(&answers, "wrong_code"));
    let tries: i32 = scene
        .operator
        .query_one("select tries from share.email_code", &[])?
        .get(0);
    assert_eq!(5, tries);
    let code = scene.code()?;
    assert_eq!(
        "wrong_code",
        prove(&mut scene.operator, &share, &code)?,
        "the right code after five wrong ones"
    );
    Ok(())
}

#[test]
fn a_code_serves_one_of_those_who_give_it_at_once() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share.clone();
    request(&mut scene.operator, &share, ADDRESS, "192.0.2.1")?;
    let code = scene.code()?;
    let answers = scene.all_at_once(1, |client, _, share| prove(client, share, &code))?;
    assert_eq!(1, count(&answers, "granted"), "{answers:?}");
    Ok(())
}

#[test]
fn those_who_ask_at_once_for_an_address_send_it_one_code() -> Result {
    let mut scene = Scene::new()?;
    let answers = scene.all_at_once(1, |client, number, share| {
        request(client, share, ADDRESS, &format!("192.0.2.{number}"))
    })?;
    assert_eq!(VISITORS, count(&answers, "granted"));
    scene.code()?;
    Ok(())
}

#[test]
fn a_network_address_asks_ten_times_whatever_its_connections() -> Result {
    let mut scene = Scene::new()?;
    let answers = scene.all_at_once(3, |client, number, share| {
        request(
            client,
            share,
            &format!("ada{number}@example.com"),
            "192.0.2.1",
        )
    })?;
    assert_eq!(10, count(&answers, "granted"), "{answers:?}");
    assert_eq!(14, count(&answers, "locked"), "{answers:?}");
    Ok(())
}

#[test]
fn a_wrong_code_is_counted_whatever_fails_after_it() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share.clone();
    request(&mut scene.operator, &share, ADDRESS, "192.0.2.1")?;
    assert_eq!("wrong_code", prove(&mut scene.operator, &share, "wrong")?);
    assert!(scene.operator.batch_execute("select 1 / 0").is_err());
    let tries: i32 = scene
        .operator
        .query_one("select tries from share.email_code", &[])?
        .get(0);
    assert_eq!(1, tries);
    Ok(())
}
