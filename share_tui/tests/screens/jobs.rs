//! The list of jobs.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};

use crate::play::Play;

fn id(n: usize) -> String {
    format!("00000000-0000-7000-8000-{n:012}")
}

fn job(n: usize, kind: &str, state: &str, error: Option<&str>) -> Value {
    json!({
        "id": id(n), "account_id": id(90), "share_id": id(n + 50), "kind": kind, "state": state, "attempts": 3, "max_attempts": 12,
        "run_at": "2026-03-01T11:30:00+00:00", "lease_until": if state == "running" { json!("2026-03-01T12:04:00+00:00") } else { Value::Null },
        "worker": if state == "running" { json!("purger-1") } else { Value::Null }, "last_error": error, "result": null,
        "created_at": "2026-03-01T11:00:00.25+00:00",
        "finished_at": if state == "dead" { json!("2026-03-01T11:50:00+00:00") } else { Value::Null },
    })
}

fn jobs() -> Value {
    let mut first = job(
        1,
        "purge",
        "dead",
        Some("cache answered 503 \u{1b}[31mService Unavailable"),
    );
    first["result"] =
        json!({"tried": ["https://cdn.example/a", "https://cdn.example/\u{202E}b"], "status": 503});
    json!([
        first,
        job(2, "webhook", "running", None),
        job(3, "AssetShared", "queued", Some("日本語の答え")),
        job(4, "webhook", "dead", Some("timeout"))
    ])
}

fn play() -> Play {
    let kinds = json!([{"kind": "purge", "meaning": "caches: forget what a share's URLs have brought there", "required": [], "payload": {}}]);
    Play::new()
        .answer("job_list", jobs())
        .answer("job_kinds", kinds)
}

#[test]
fn jobs_are_listed_with_what_went_wrong() {
    let mut play = play().open_named("jobs").documented("jobs");
    assert_snapshot!("at_80", play.picture(80, 24));
    assert_snapshot!("at_120", play.picture(120, 40));
    assert_eq!(None, play.last("job_list").argument("state"));
}

#[test]
fn a_state_is_chosen_by_tab() {
    let play = play().open_named("jobs").keys("<tab><tab><tab>");
    assert_eq!(Some("dead"), play.last("job_list").argument("state"));
    let mut play = play.keys("<back-tab>");
    assert_eq!(Some("running"), play.last("job_list").argument("state"));
    assert!(play.picture(80, 24).contains("[running]"));
}

#[test]
fn a_filter_is_read_as_it_is_written() {
    let play = play().open_named("jobs").keys("/kind:purge share:1");
    let mut play = play.keys("<enter>");
    assert!(
        play.picture(80, 24)
            .contains("! share takes a whole id, not 1")
    );
    assert_eq!(None, play.last("job_list").argument("kind"));
    let mut play = play.keys("<ctrl-u>purge<enter>");
    assert_eq!(Some("purge"), play.last("job_list").argument("kind"));
    assert!(play.picture(80, 24).contains("filter: purge"));
    // Leaving changes nothing.
    let play = play.keys("/x<esc>");
    assert_eq!(Some("purge"), play.last("job_list").argument("kind"));
}

#[test]
fn the_next_page_begins_behind_the_last_job() {
    let page: Value = (0..100).map(|n| job(n, "purge", "queued", None)).collect();
    let play = play()
        .answer("job_list", page)
        .open_named("jobs")
        .keys("Gj");
    assert_eq!(
        Some(id(99).as_str()),
        play.last("job_list").argument("cursor")
    );
}

#[test]
fn one_job_is_shown_in_full() {
    let mut play = play().open_named("jobs").keys("v");
    assert_snapshot!("in_full", play.picture(80, 24));
    let mut play = play.keys("<esc>");
    assert!(play.picture(80, 24).contains("jobs · row 1"));
    let play = play.keys("<enter>");
    assert_eq!(
        Some(id(51).as_str()),
        play.last("share_full_json").argument("id")
    );
}

#[test]
fn a_dead_job_is_retried_at_once_and_no_other() {
    let mut play = play()
        .answer("job_retry", job(1, "purge", "queued", None))
        .open_named("jobs")
        .keys("r");
    assert_eq!(Some(id(1).as_str()), play.last("job_retry").argument("id"));
    assert!(
        play.picture(80, 24)
            .contains("ok 1 job will be tried again")
    );
    let asked = play.asked.len();
    let play = play.keys("jr");
    assert_eq!(asked, play.asked.len(), "a running job is not retried");
}

#[test]
fn all_dead_jobs_shown_are_retried_after_a_yes() {
    let play = play()
        .answer("job_retry", job(1, "purge", "queued", None))
        .open_named("jobs");
    let mut play = play.keys("R");
    assert!(
        play.picture(80, 24)
            .contains("Retry the 2 dead jobs of this page?")
    );
    let play = play.keys("<enter>");
    assert!(
        !play.asked.iter().any(|call| call.function() == "job_retry"),
        "enter is no yes"
    );
    let mut play = play.keys("Ry");
    let retried = play
        .asked
        .iter()
        .filter(|call| call.function() == "job_retry");
    let retried: Vec<_> = retried
        .map(|call| call.argument("id").unwrap().to_owned())
        .collect();
    assert_eq!(vec![id(1), id(4)], retried);
    assert!(
        play.picture(80, 24)
            .contains("ok 2 jobs will be tried again")
    );
}

#[test]
fn a_refusal_is_told_and_the_others_go_on() {
    let refusal = Problem::new(Kind::Other, "only a dead job can be retried", None);
    let mut play = play()
        .refuse("job_retry", refusal)
        .open_named("jobs")
        .keys("Ry");
    assert_eq!(
        2,
        play.asked
            .iter()
            .filter(|call| call.function() == "job_retry")
            .count()
    );
    let picture = play.picture(100, 24);
    assert!(
        picture.contains("! 0 of 2 jobs will be tried again; the last refusal: only a dead job"),
        "{picture}"
    );
}

#[test]
fn esc_stops_between_two_jobs() {
    let mut play = play().open_named("jobs").keys("Ry");
    assert!(
        play.picture(80, 24)
            .contains("0 of 2 tried again (esc stops)")
    );
    play = play.keys("<esc>");
    let number = play.awaited.last().unwrap().0;
    let reply = share_tui::message::Reply {
        number,
        function: "job_retry",
        result: Ok(vec![job(1, "purge", "queued", None).to_string()]),
    };
    let mut play = play.then(share_tui::message::Message::Reply(reply));
    assert_eq!(
        1,
        play.asked
            .iter()
            .filter(|call| call.function() == "job_retry")
            .count()
    );
    assert!(play.picture(80, 24).contains("1 job will be tried again"));
}

#[test]
fn a_job_is_dropped_after_a_yes() {
    let play = play()
        .answer("job_drop", json!({"id": id(1), "kind": "job"}))
        .open_named("jobs");
    let mut play = play.keys("D");
    assert_snapshot!("before_a_drop", play.picture(80, 24));
    let play = play.keys("n");
    assert!(!play.asked.iter().any(|call| call.function() == "job_drop"));
    let mut play = play.keys("Dy");
    assert_eq!(Some(id(1).as_str()), play.last("job_drop").argument("id"));
    assert!(play.picture(80, 24).contains("ok the job is dropped"));
}

#[test]
fn keys_wait_for_the_rows_that_were_asked_for() {
    let rows = |job: Value| Ok(vec![job.to_string()]);
    let play = Play::new()
        .answer("job_kinds", json!([]))
        .open_named("jobs")
        .reply_with("job_list", rows(job(1, "purge", "queued", None)));
    let mut play = play.keys("<tab>Dy");
    assert!(!play.picture(80, 24).contains("Drop the"));
    // They wait for the rows; what nobody has seen is not answered.
    let dead = job(2, "webhook", "dead", None);
    let mut play = play.reply_with("job_list", rows(dead));
    assert!(play.picture(80, 24).contains("Drop the dead job webhook?"));
    assert!(!play.asked.iter().any(|call| call.function() == "job_drop"));
}

#[test]
fn nothing_and_problems_are_said() {
    let mut play = play().answer("job_list", json!([])).open_named("jobs");
    assert!(play.picture(40, 12).contains("no jobs"));
    let denied = Problem::new(Kind::Denied, "not allowed", Some("for admins and owners"));
    let mut play = play.refuse("job_list", denied).keys("<ctrl-r>");
    assert!(
        play.picture(80, 12)
            .contains("! not allowed; for admins and owners")
    );
    // Nothing to act on: nothing is offered and nothing is asked.
    let asked = play.asked.len();
    assert_eq!(asked, play.keys("rRDv<enter>").asked.len());
}
