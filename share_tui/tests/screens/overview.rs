//! The overview.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};

use crate::play::Play;

fn id(n: usize) -> String {
    format!("00000000-0000-7000-8000-{n:012}")
}

fn summary() -> Value {
    json!({
        "extension_version": "0.2.0", "schema_version": 12, "schema_latest": 12, "server_version": "17.6 (Debian 17.6-1)",
        "database_name": "media", "database_role": "ada", "caller_kind": "service", "caller_name": "ada", "account_id": null,
        "is_operator": true, "is_standby": false, "is_read_only": false, "replication_lag": null,
        "shares_scheduled": 120, "shares_active": 1_204_118, "shares_disabled": 4_031, "shares_exhausted": 77,
        "shares_expired": 388_204, "shares_revoked": 20_911, "shares_deleted": 0, "shares_is_exact": true,
        "jobs_queued": 42, "jobs_running": 3, "jobs_dead": 7, "jobs_late": 0, "locks": 2, "access_requests": 1_000,
        "keys_current": 9, "keys_due": 1, "event_months_ahead": 3,
    })
}

fn buckets(many: u64) -> Value {
    let bucket = |n: u64| {
        json!({
            "at": format!("2026-03-01T{:02}:00:00+00:00", n % 24), "opens": n * n, "plays": 40 + n % 7 * 10,
            "downloads": if n == many - 2 { 9 } else { 0 }, "refusals": if n.is_multiple_of(9) { 900 } else { 3 }, "is_exact": true,
        })
    };
    (0..many).map(bucket).collect()
}

fn top(since: &str) -> Value {
    let one = |n: usize, title: Value| {
        json!({
            "share_id": id(n), "account_id": id(90), "account_name": "Studio", "title": title, "filename": "take-7.mov",
            "state": "active", "number": 12_000 / n, "counted_since": since,
        })
    };
    json!([
        one(1, "Trailer".into()),
        one(2, Value::Null),
        one(3, "日本語の映画".into()),
        one(4, "evil \u{1b}[31m\u{202E}title".into()),
        one(5, "Rushes".into())
    ])
}

/// Answers by which an overview is complete.
fn full() -> Play {
    let expiring = json!([
        {"id": id(1), "title": "Trailer", "filename": "trailer.mov", "visibility": "public", "expires_at": "2026-03-01T14:00:00+00:00"},
        {"id": id(2), "title": null, "filename": "take-7.mov", "visibility": "private", "expires_at": "2026-03-04T12:00:00+00:00"},
        {"id": null, "title": null, "filename": null, "visibility": null, "expires_at": null, "seen": 20000},
    ]);
    let locks = json!([
        {"share_id": id(1), "account_id": id(90), "address": "203.0.113.7", "failures": 10, "locked_until": "2026-03-01T12:14:00+00:00", "tried_at": "2026-03-01T11:59:00+00:00"},
        {"share_id": id(8), "account_id": id(90), "address": "*", "failures": 1, "locked_until": "2026-03-01T13:00:00+00:00", "tried_at": "2026-03-01T11:59:00+00:00"},
    ]);
    Play::new()
        .answer("server_overview", summary())
        .answer("usage_overview", buckets(48))
        .answer("share_top", top("2026-02-28T12:00:00+00:00"))
        .answer("share_search", expiring)
        .answer("share_lock_list", locks)
}

#[test]
fn the_essential_fits_a_small_terminal() {
    let mut play = full().open_named("overview").documented("overview");
    assert_snapshot!("at_80", play.picture(80, 24));
}

#[test]
fn a_wide_terminal_has_it_side_by_side() {
    let mut play = full().open_named("overview");
    assert_snapshot!("at_120", play.picture(120, 40));
}

#[test]
fn a_tiny_terminal_has_one_list_at_a_time() {
    let mut play = full().open_named("overview");
    assert_snapshot!("at_40", play.picture(40, 12));
    play = play.keys("<tab>");
    let picture = play.picture(40, 12);
    assert!(
        picture.contains("> most played") && picture.contains("Trailer"),
        "{picture}"
    );
}

#[test]
fn the_first_picture_waits_for_nothing() {
    let mut play = Play::new().open_named("overview");
    assert_eq!(6, play.awaited.len());
    assert_eq!("server_overview", play.awaited[0].1.function());
    assert_snapshot!("reading", play.picture(80, 24));
}

#[test]
fn each_part_says_its_own_problem() {
    let denied = Problem::new(
        Kind::Denied,
        "not allowed: \u{1b}[2J",
        Some("ask an owner of the account"),
    );
    let member = json!({
        "extension_version": "0.2.0", "schema_version": 12, "schema_latest": 12, "server_version": "17.6", "database_name": "media",
        "database_role": "app", "caller_name": "grace", "is_operator": false, "is_standby": true, "is_read_only": true,
        "replication_lag": "00:00:03.25",
    });
    let mut play = full()
        .answer("server_overview", member)
        .refuse("share_lock_list", denied)
        .open_named("overview");
    assert_snapshot!("of_a_member", play.picture(80, 24));
}

#[test]
fn a_server_without_tables_says_what_to_do() {
    let bare = json!({
        "extension_version": "0.2.0", "schema_version": null, "schema_latest": 12, "server_version": "17.6", "database_name": "media",
        "database_role": "ada", "is_standby": false, "is_read_only": false,
    });
    let missing = Problem::new(
        Kind::NotMigrated,
        "the tables are missing",
        Some("select share.migrate()"),
    );
    let mut play = full()
        .answer("server_overview", bare)
        .refuse("usage_overview", missing)
        .open_named("overview");
    let picture = play.picture(80, 24);
    assert!(
        picture.contains("no tables: select share.migrate()"),
        "{picture}"
    );
    assert!(picture.contains("there are no tables yet"), "{picture}");
    assert!(picture.contains("! the tables are missing"), "{picture}");
}

#[test]
fn nothing_is_said_where_there_is_nothing() {
    let mut play = full()
        .answer("usage_overview", json!([]))
        .answer("share_top", json!([]))
        .answer("share_search", json!([]))
        .answer("share_lock_list", json!([]))
        .open_named("overview");
    let picture = play.picture(100, 30);
    for words in [
        "nothing was played",
        "nothing was refused",
        "nothing expires soon",
        "nothing is locked",
    ] {
        assert!(picture.contains(words), "{words}: {picture}");
    }
}

#[test]
fn a_longer_time_is_asked_for_with_its_own_stretches() {
    let play = full().open_named("overview");
    assert_eq!(
        Some("2026-02-28T12:00:00Z"),
        play.last("usage_overview").argument("since")
    );
    let play = play.keys("+");
    let call = play.last("usage_overview");
    assert_eq!(Some("2026-02-22T12:00:00Z"), call.argument("since"));
    assert_eq!(Some("56"), call.argument("buckets"));
    assert_eq!(
        Some("2026-02-22T12:00:00Z"),
        play.last("share_top").argument("since")
    );
    let asked = play.asked.len();
    let mut play = play.keys("++++");
    assert_eq!(asked + 3, play.asked.len(), "there is one longer time only");
    assert!(play.picture(80, 24).contains("last 30 d"));
    let play = play.keys("----");
    assert_eq!(
        Some("2026-03-01T11:00:00Z"),
        play.last("usage_overview").argument("since")
    );
}

#[test]
fn an_estimate_and_a_part_are_said_to_be_so() {
    let mut guessed = summary();
    guessed["shares_is_exact"] = false.into();
    let mut parts = buckets(48);
    parts[3]["is_exact"] = false.into();
    let mut play = full()
        .answer("server_overview", guessed)
        .answer("usage_overview", parts)
        .answer("share_top", top("2026-03-01T09:00:00+00:00"))
        .open_named("overview");
    let picture = play.picture(120, 40);
    for words in [
        "~1,617,461 shares",
        "~1,204,118",
        "most played · of the newest, since 3 h ago",
    ] {
        assert!(picture.contains(words), "{words}: {picture}");
    }
}

#[test]
fn enter_opens_what_a_row_is_about() {
    // The first row of attention is about dead jobs.
    let play = full()
        .answer("job_list", json!([]))
        .open_named("overview")
        .keys("<enter>");
    assert_eq!(Some("dead"), play.last("job_list").argument("state"));
    // Down leaves the six rows of attention for the next panel.
    let play = full().open_named("overview").keys("jjjjjjj<enter>");
    assert_eq!(
        Some(id(2).as_str()),
        play.last("share_full_json").argument("id")
    );
    // Up leaves it again, for the last row of attention but one.
    let play = full().open_named("overview").keys("jjjjjjkk<enter>");
    assert_eq!(
        Some("pending"),
        play.last("access_request_list").argument("state")
    );
}

#[test]
fn locked_shares_are_named() {
    let play = full().open_named("overview");
    let call = play.last("share_search");
    assert_eq!(
        Some(format!(r#"{{"{}","{}"}}"#, id(1), id(8)).as_str()),
        call.argument("ids")
    );
    let mut play = play.keys("<back-tab>");
    let picture = play.picture(120, 40);
    assert!(picture.contains("Trailer, from 203.0.113.7"), "{picture}");
    assert!(
        picture.contains("> locked by wrong passwords · 2"),
        "{picture}"
    );
    let play = play.keys("<enter>");
    assert_eq!(
        Some(id(1).as_str()),
        play.last("share_full_json").argument("id")
    );
}

#[test]
fn an_answer_that_comes_late_is_of_no_use() {
    let mut play = Play::new().open_named("overview");
    let (number, call) = play
        .awaited
        .iter()
        .find(|(_, call)| call.function() == "usage_overview")
        .cloned()
        .unwrap();
    play = play.keys("+");
    let late = share_tui::message::Reply {
        number,
        function: call.function(),
        result: Ok(vec![
            r#"{"opens":777777,"plays":0,"downloads":0,"refusals":0,"is_exact":true}"#.to_owned(),
        ]),
    };
    play = play.then(share_tui::message::Message::Reply(late));
    assert!(!play.picture(80, 24).contains("777,777"));
}
