//! Passwords of shares tried many times and at once: what is looked at, what is locked, and what an answer costs.

use std::collections::BTreeMap;
use std::thread;
use std::time::Instant;

use postgres::Client;
use serde_json::json;
use share_tests::Result;

use crate::gates_at_once::{Scene, ask, at_once, counts};
use crate::session::{code, joined, login, pid, wait_until_blocked};

const UNLOCK: &str =
    "select granted, reason, visit_token from share.share_unlock($1, $2, context => $3)";

#[test]
fn a_thousand_wrong_passwords_from_8_sessions_are_looked_at_ten_times_an_address_and_a_hundred_times_a_share()
-> Result {
    let mut scene = Scene::new()?;
    let share = scene.share("password => 'open sesame'")?;
    let mut clients = scene.visitors(8)?;
    let tries = |clients: &mut [Client], address: &(dyn Fn(usize) -> String + Sync)| {
        at_once(clients, |session, client| {
            (0..125)
                .map(|number| {
                    let context = json!({ "address": address(session * 125 + number) });
                    let answer = ask(
                        client,
                        UNLOCK,
                        &[&share, &format!("guess {number}"), &context],
                    )?;
                    Ok(answer.said)
                })
                .collect::<Result<Vec<_>>>()
        })
    };
    let one = tries(&mut clients, &|_| "192.0.2.7".to_owned())?.concat();
    assert_eq!(
        BTreeMap::from([("locked", 990), ("wrong_password", 10)]),
        counts(&one)
    );
    let here = json!({"address": "192.0.2.7"});
    let elsewhere = json!({"address": "203.0.113.1"});
    let right = "open sesame";
    let locked = ask(&mut scene.operator, UNLOCK, &[&share, &right, &here])?;
    assert_eq!("locked", locked.said);
    assert!(locked.token.is_none());
    // Who comes from elsewhere is let in, and what he did not do wrong is forgotten with it.
    assert_eq!(
        "granted",
        ask(&mut scene.operator, UNLOCK, &[&share, &right, &elsewhere])?.said
    );
    let failures: i32 = scene
        .operator
        .query_one(
            "select failures from share.password_try where address = '192.0.2.7'",
            &[],
        )?
        .get(0);
    assert_eq!(10, failures);
    let many = tries(&mut clients, &|number| {
        format!("198.51.{}.{}", number / 200, number % 200)
    })?
    .concat();
    assert_eq!(
        BTreeMap::from([("locked", 900), ("wrong_password", 100)]),
        counts(&many)
    );
    assert_eq!(
        "locked",
        ask(&mut scene.operator, UNLOCK, &[&share, &right, &elsewhere])?.said
    );
    scene
        .operator
        .execute("select share.share_lock_clear($1::text::uuid)", &[&share])?;
    assert_eq!(
        "granted",
        ask(&mut scene.operator, UNLOCK, &[&share, &right, &here])?.said
    );
    Ok(())
}

#[test]
fn what_was_tried_stays_counted_whatever_is_raised_afterwards() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share("password => 'open sesame'")?;
    let name = format!("{}_backend", scene.database.name());
    login(&mut scene.operator, &name, &["share_app"])?;
    let mut session = scene.database.connect_as(&name)?;
    let here = json!({"address": "192.0.2.7"});
    for wanted in 1..=3 {
        let answer = ask(&mut session, UNLOCK, &[&share, &"not it at all", &here])?;
        assert_eq!("wrong_password", answer.said);
        assert_eq!("22012", code(session.batch_execute("select 1 / 0"))?);
        let row = scene.operator.query_one(
            "select min(failures), max(failures) from share.password_try",
            &[],
        )?;
        assert_eq!((wanted, wanted), (row.get(0), row.get(1)));
    }
    let plain = format!("{}_guesser", scene.database.name());
    login(&mut scene.operator, &plain, &["share_visitor"])?;
    let mut guesser = scene.database.connect_as(&plain)?;
    for link in [share.as_str(), "no-such-link"] {
        let refused = guesser.query(UNLOCK, &[&link, &"open sesame", &here]);
        assert_eq!("42501", code(refused)?, "{link}");
    }
    Ok(())
}

#[test]
fn addresses_of_one_line_count_as_one_and_others_lock_nobody_else() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share("password => 'open sesame'")?;
    let mut guess = |address: &str, password: &str| {
        let context = json!({ "address": address });
        Ok::<_, share_tests::Error>(
            ask(&mut scene.operator, UNLOCK, &[&share, &password, &context])?.said,
        )
    };
    for number in 0..10 {
        assert_eq!(
            "wrong_password",
            guess(&format!("2001:db8::{number}"), "guess it")?
        );
        let mapped = if number % 2 == 0 {
            "::ffff:192.0.2.9"
        } else {
            "192.0.2.9"
        };
        assert_eq!("wrong_password", guess(mapped, "guess it")?);
    }
    assert_eq!("locked", guess("2001:db8::ffff", "open sesame")?);
    assert_eq!("locked", guess("192.0.2.9", "open sesame")?);
    assert_eq!("granted", guess("2001:db8:0:1::1", "open sesame")?);
    Ok(())
}

#[test]
fn a_password_that_is_changed_while_another_tries_the_old_one_opens_nothing() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share("password => 'open sesame'")?;
    let mut owner = scene.database.connect()?;
    owner.batch_execute(&format!(
        "begin; select from share.share_update('{share}', '{{\"password\": \"open barley\"}}')"
    ))?;
    let mut visitor = scene.database.connect()?;
    let number = pid(&mut visitor)?;
    let nobody = json!({});
    let answer = thread::scope(|scope| {
        let trying = scope.spawn(|| ask(&mut visitor, UNLOCK, &[&share, &"open sesame", &nobody]));
        let blocked = wait_until_blocked(&mut scene.operator, number);
        owner.batch_execute("commit")?;
        blocked?;
        joined(trying)?
    })?;
    assert_eq!("wrong_password", answer.said);

    // The other way about: who has opened with the old one while it was changed has to give the new one.
    visitor.batch_execute("begin")?;
    let old = ask(&mut visitor, UNLOCK, &[&share, &"open barley", &nobody])?;
    assert_eq!("granted", old.said);
    let number = pid(&mut owner)?;
    thread::scope(|scope| {
        let changing = scope.spawn(|| {
            owner.batch_execute(&format!(
                "select from share.share_update('{share}', '{{\"password\": \"open wheat\"}}')"
            ))
        });
        let blocked = wait_until_blocked(&mut scene.operator, number);
        visitor.batch_execute("commit")?;
        blocked?;
        Ok::<_, share_tests::Error>(joined(changing)??)
    })?;
    let later = "select granted, reason, visit_token from share.share_open($1, visit_token => $2)";
    let refused = ask(&mut visitor, later, &[&share, &old.token])?;
    assert_eq!("password_required", refused.said);
    Ok(())
}

/// How often a statement has a password hashed.
fn hashed(client: &mut Client, statement: &str, link: &str, password: &str) -> Result<i64> {
    let mut transaction = client.transaction()?;
    let mut calls = [0_i64; 2];
    // What was counted before and is not written down yet stands there too.
    for (moment, calls) in calls.iter_mut().enumerate() {
        if moment == 1 {
            transaction.execute(statement, &[&link, &password])?;
        }
        *calls = transaction
            .query_one(
                "select coalesce(sum(f.calls), 0)::bigint from pg_stat_xact_user_functions f where f.schemaname = 'share' and f.funcname in ('password_verify', 'password_hash')",
                &[],
            )?
            .get(0);
    }
    transaction.commit()?;
    Ok(calls[1] - calls[0])
}

/// The median of some runs of a statement, in microseconds.
fn median(client: &mut Client, statement: &str, link: &str, password: &str) -> Result<u128> {
    let mut times = Vec::new();
    for _ in 0..30 {
        let start = Instant::now();
        client.execute(statement, &[&link, &password])?;
        times.push(start.elapsed().as_micros());
    }
    times.sort_unstable();
    Ok(times[times.len() / 2])
}

#[test]
fn a_wrong_password_and_an_unknown_link_cost_one_hash_each() -> Result {
    let mut scene = Scene::new()?;
    let share = scene.share("password => 'open sesame'")?;
    let closed = scene.share(
        "password => 'open sesame', restrictions => '{\"countries\": [\"DE\"]}', visibility => 'private'",
    )?;
    let long = "x".repeat(2000);
    scene
        .operator
        .batch_execute("set track_functions = 'all'")?;
    for function in ["share_open", "share_unlock"] {
        let statement = format!("select from share.{function}($1, $2)");
        for (link, password, calls) in [
            (share.as_str(), "open sesame", 1),
            (&share, "not this one", 1),
            ("no-such-link", "not this one", 1),
            ("00000000-0000-4000-8000-000000000000", "not this one", 1),
            (&share, &long, 1),
            // The answer to these tells another gate, whatever the password.
            (&closed, "open sesame", 0),
        ] {
            assert_eq!(
                calls,
                hashed(&mut scene.operator, &statement, link, password)?,
                "{function}: {link}, {} letters",
                password.len()
            );
        }
    }
    // Only to be read: a machine that does other things decides how long something takes.
    scene
        .operator
        .batch_execute("set track_functions = 'none'; select share.share_lock_clear(s.share_id) from share.share s")?;
    scene.operator.batch_execute(&format!(
        "alter database {} set pg_share.password_tries = 100",
        scene.database.name()
    ))?;
    let mut visitor = scene.database.connect()?;
    let open = "select from share.share_open($1, $2)";
    for (name, link) in [
        ("wrong password", share.as_str()),
        ("unknown link", "no-such-link"),
        ("closed by another gate", &closed),
    ] {
        eprintln!(
            "{name}: {} µs",
            median(&mut visitor, open, link, "not this one")?
        );
    }
    Ok(())
}
