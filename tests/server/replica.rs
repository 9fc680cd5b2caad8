//! A logical replica by `share.publication_create()`: it has everything but keys.

use std::thread;
use std::time::{Duration, Instant};

use postgres::Client;
use share_tests::{Cluster, Error, Result};

use crate::factory::{self, library};

const DATABASE: &str = "original";

/// What both sides have of each table that is published.
fn rows(client: &mut Client) -> Result<Vec<(String, String)>> {
    let tables = client.query(
        "select name from share.publication_tables() where published order by name",
        &[],
    )?;
    let mut sums = Vec::new();
    for table in tables {
        let name: String = table.get(0);
        let sum = client.query_one(
            &format!("select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '')
                from share.{name} t where account_id <> '00000000-0000-0000-0000-000000000000' or '{name}' not in ('account', 'event')"),
            &[],
        )?;
        sums.push((name, sum.get(0)));
    }
    Ok(sums)
}

/// Waits until the subscriber has what the publisher has.
fn wait_until_equal(publisher: &mut Client, subscriber: &mut Client, log: &Cluster) -> Result {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        let (here, there) = (rows(publisher)?, rows(subscriber)?);
        if here == there {
            return Ok(());
        }
        if Instant::now() > deadline {
            return Err(Error::new(format!(
                "the subscriber differs after 30 seconds\n{here:?}\n{there:?}\n{}",
                log.log()?
            )));
        }
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_logical_replica_gets_shares_and_events_but_no_key() -> Result {
    let publishing = Cluster::start(&[("wal_level", "logical")])?;
    publishing.create_database(DATABASE)?;
    publishing.install_extension(DATABASE)?;
    let mut publisher = publishing.connect(DATABASE)?;
    let library = library(&mut publisher)?;
    let share = factory::share(&mut publisher, library.film)?;
    let key = publisher.query_one(
        "select share.secret_text(kid), encode(secret, 'hex') from share.signing_key where kid = $1",
        &[&library.kid],
    )?;
    let (secret, bytes): (String, String) = (key.get(0), key.get(1));
    publisher.execute("select share.publication_create()", &[])?;

    let subscribing = Cluster::start(&[])?;
    subscribing.create_database("replica")?;
    subscribing.install_extension("replica")?;
    let mut subscriber = subscribing.connect("replica")?;
    subscriber.batch_execute(&format!(
        "create subscription pg_share connection '{}' publication pg_share",
        publishing.uri(DATABASE)
    ))?;
    wait_until_equal(&mut publisher, &mut subscriber, &subscribing)?;

    // What comes later, and what maintenance and erasure change.
    let other = factory::film(&mut publisher, library.account, "other")?;
    factory::share(&mut publisher, other)?;
    publisher.execute("select from share.share_delete($1)", &[&share])?;
    publisher.execute(
        "insert into share.event (account_id, at, event_id, kind, actor_kind, actor, recipient_id)
        select $1, date_trunc('month', now()) - interval '1 month' + make_interval(days => n), gen_random_uuid(), 'share.opened', 'user', 'ann', $1
        from generate_series(1, 20) n",
        &[&library.account],
    )?;
    let moved: i64 = publisher
        .query_one(
            "select events from share.event_maintain() where what = 'moved'",
            &[],
        )?
        .get(0);
    assert_eq!(20, moved);
    let redacted: i64 = publisher
        .query_one("select share.event_redact($1, $1)", &[&library.account])?
        .get(0);
    assert_eq!(20, redacted);
    wait_until_equal(&mut publisher, &mut subscriber, &subscribing)?;

    // No key but its own of share tokens, and none of the publisher's bytes.
    let keys: i64 = subscriber
        .query_one(
            "select count(*) from share.signing_key where algorithm <> 'share_token'",
            &[],
        )?
        .get(0);
    assert_eq!(0, keys);
    assert!(publishing.pg_dump(DATABASE, &[])?.contains(&bytes));
    let dump = subscribing.pg_dump("replica", &[])?;
    assert!(!dump.contains(&secret) && !dump.contains(&bytes));

    // With a key of the same name the replica verifies what the original signs.
    let url: String = publisher
        .query_one(
            "select stream_url from share.share_list(file_id => $1)",
            &[&other],
        )?
        .get(0);
    let found: Option<String> = subscriber
        .query_one("select reason from share.share_verify($1)", &[&url])?
        .get(0);
    assert!(found.is_some());
    subscriber.execute(
        "select from share.signing_key_import($1, kid => $2)",
        &[&secret, &library.kid],
    )?;
    let valid: bool = subscriber
        .query_one("select valid from share.share_verify($1)", &[&url])?
        .get(0);
    assert!(valid);
    subscriber.batch_execute("drop subscription pg_share")?;
    Ok(())
}
