//! Changes of many shares: in steps, stopped between two of them, with what was done.

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use share_tests::{Error, Result};

use super::scene::{Ran, Scene};

/// How many shares there are beside that of the scene.
const NUMBER: i64 = 400;

fn scene() -> Result<Scene> {
    let mut scene = Scene::new()?;
    scene.client.execute(
        "select s.id from generate_series(1, $2::bigint) n
         cross join lateral share.file_create($1, '/many/' || n || '.mp4', 'video', status => 'completed') f
         cross join lateral share.share_create(f.id, visibility => 'public') s",
        &[&scene.library.account, &NUMBER],
    )?;
    Ok(scene)
}

fn number(scene: &mut Scene, state: &str) -> Result<i64> {
    let row = scene.client.query_one(
        "select count(*) from share.shares where state = $1::text::share.share_state and visibility = 'public'",
        &[&state],
    )?;
    Ok(row.get(0))
}

#[test]
fn all_shares_of_a_filter_are_changed_in_steps_and_no_other() -> Result {
    let mut scene = scene()?;
    let asked = scene.run(&["share", "revoke", "--visibility", "public"])?;
    assert_eq!(
        (2, NUMBER),
        (asked.code, number(&mut scene, "active")?),
        "{}",
        asked.err
    );
    let ran = scene.run(&[
        "share",
        "disable",
        "--visibility",
        "public",
        "--step",
        "150",
        "--yes",
        "--json",
    ])?;
    let steps = ran.rows()?;
    let sum: i64 = steps
        .iter()
        .filter_map(|step| step["changed"].as_i64())
        .sum();
    assert_eq!((NUMBER, NUMBER), (sum, number(&mut scene, "disabled")?));
    assert!(steps.len() >= 3, "{steps:?}");
    assert!(ran.err.contains("400 shares were disabled"), "{}", ran.err);
    let again = scene.run(&["share", "disable", "--visibility", "public", "--yes"])?;
    assert!(
        again
            .err
            .contains("0 shares were disabled, 400 were so already"),
        "{}",
        again.err
    );
    let private = scene
        .run(&["share", "list", "--visibility", "private", "--json"])?
        .rows()?;
    assert_eq!(Value::from("active"), private[0]["state"]);
    Ok(())
}

#[test]
fn an_interrupt_stops_between_two_steps_and_says_what_was_done() -> Result {
    let mut scene = scene()?;
    // The third step waits for a lock, so that the interrupt comes while it is under way.
    let mut holder = scene.database.connect()?;
    let last = holder.query_one(
        "select id from share.shares where visibility = 'public' order by created_at, id limit 1 offset 250",
        &[],
    )?;
    let mut held = holder.transaction()?;
    held.execute(
        "select from share.share where share_id = $1 for update",
        &[&last.get::<_, uuid::Uuid>(0)],
    )?;
    let child = scene
        .command()?
        .args([
            "share",
            "revoke",
            "--visibility",
            "public",
            "--step",
            "50",
            "--yes",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let waited = Instant::now();
    loop {
        let row = scene.client.query_one(
            "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'share_tui' and wait_event_type = 'Lock'",
            &[],
        )?;
        if row.get::<_, i64>(0) == 1 {
            break;
        }
        if waited.elapsed() > Duration::from_mins(1) {
            return Err(Error::new("no step waits"));
        }
        thread::sleep(Duration::from_millis(20));
    }
    let sent = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()?;
    assert!(sent.success());
    // It hears the signal, and still waits for its step.
    thread::sleep(Duration::from_millis(300));
    held.commit()?;
    let ran = Ran::of(child.wait_with_output()?)?;
    assert_eq!((130, ""), (ran.code, ran.out.as_str()), "{}", ran.err);
    let revoked = number(&mut scene, "revoked")?;
    assert!(
        revoked > 0 && revoked < NUMBER && revoked % 50 == 0,
        "{revoked}"
    );
    assert!(
        ran.err.contains(&format!("{revoked} shares were revoked")),
        "{}",
        ran.err
    );
    assert_eq!(NUMBER - revoked, number(&mut scene, "active")?);
    Ok(())
}

#[test]
fn an_interrupt_cancels_what_only_reads() -> Result {
    let mut scene = Scene::new()?;
    let mut holder = scene.database.connect()?;
    let mut held = holder.transaction()?;
    held.batch_execute("lock table share.share in access exclusive mode")?;
    let child = scene
        .command()?
        .args(["share", "get", &scene.share.to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let waited = Instant::now();
    let waits = "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'share_tui' and wait_event_type = 'Lock'";
    while scene.client.query_one(waits, &[])?.get::<_, i64>(0) == 0 {
        assert!(waited.elapsed() < Duration::from_mins(1), "nothing waits");
        thread::sleep(Duration::from_millis(20));
    }
    Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()?;
    let ran = Ran::of(child.wait_with_output()?)?;
    assert_eq!((130, ""), (ran.code, ran.out.as_str()), "{}", ran.err);
    held.rollback()?;
    Ok(())
}
