//! The access requests.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::message::Message;

use crate::play::Play;

fn id(n: usize) -> String {
    format!("00000000-0000-7000-8000-{n:012}")
}

fn request(n: usize, name: &str, state: &str) -> Value {
    json!({
        "id": id(n), "account_id": id(90), "share_id": id(n + 50), "user_id": null, "email": format!("guest{n}@example.org"), "name": name,
        "message": "May I see the cut?\nThank you", "state": state, "decided_by": if state == "pending" { Value::Null } else { json!("grace") },
        "decided_at": null, "recipient_id": null, "created_at": "2026-03-01T10:00:00+00:00",
    })
}

fn play() -> Play {
    let requests = json!([
        request(1, "Ada", "pending"),
        request(2, "日本\u{202E} \u{1b}[2J太郎", "pending"),
        request(3, "Bob", "refused")
    ]);
    Play::new()
        .answer("access_request_list", requests)
        .answer("access_request_approve", request(1, "Ada", "approved"))
        .answer("access_request_refuse", request(1, "Ada", "refused"))
}

#[test]
fn those_who_wait_are_listed_first() {
    let mut play = play()
        .open_named("access-requests")
        .documented("access-requests");
    assert_eq!(
        Some("pending"),
        play.last("access_request_list").argument("state")
    );
    assert_snapshot!("at_80", play.picture(80, 24));
    assert_snapshot!("at_120", play.picture(120, 40));
    let play = play.keys("<back-tab>");
    assert_eq!(None, play.last("access_request_list").argument("state"));
    let play = play.keys("<enter>");
    assert_eq!(
        Some(id(51).as_str()),
        play.last("share_full_json").argument("id")
    );
}

#[test]
fn who_looks_after_all_accounts_names_one() {
    let unnamed = Problem::new(Kind::Invalid, "an argument is missing", None);
    let accounts = json!([{"id": id(90), "name": "Studio"}, {"id": id(91), "name": "Label"}]);
    let mut play = play()
        .refuse("access_request_list", unnamed)
        .answer("account_list", accounts)
        .open_named("access-requests");
    assert_snapshot!("accounts", play.picture(80, 10));
    let mut play = play
        .answer("access_request_list", json!([request(1, "Ada", "pending")]))
        .keys("j<enter>");
    assert_eq!(
        Some(id(91).as_str()),
        play.last("access_request_list").argument("account_id")
    );
    assert!(play.picture(80, 10).contains("account: Label"));
    // Back leads to the accounts.
    let mut play = play.keys("<esc>");
    assert!(play.picture(80, 10).contains("whose requests?"));
}

#[test]
fn a_request_is_approved_until_a_day_and_with_a_mail() {
    let play = play().open_named("access-requests").keys("a");
    let mut play = play.keys("7d<tab>");
    assert_snapshot!("approval", play.picture(80, 12));
    let mut play = play.keys("<enter>");
    let call = play.last("access_request_approve");
    assert_eq!(Some(id(1).as_str()), call.argument("id"));
    assert_eq!(Some("2026-03-08T12:00:00Z"), call.argument("expires_at"));
    assert_eq!(Some("true"), call.argument("notify"));
    assert!(play.picture(80, 12).contains("ok approved"));
}

#[test]
fn an_approval_without_an_end_mails_nothing() {
    let play = play().open_named("access-requests").keys("a<enter>");
    let call = play.last("access_request_approve");
    assert_eq!(
        (None, Some("false")),
        (call.argument("expires_at"), call.argument("notify"))
    );
}

#[test]
fn an_end_that_is_none_is_not_taken() {
    let play = play().open_named("access-requests").keys("asoon<enter>");
    let mut play = play.then(Message::Paste("2026-01-01".to_owned()));
    assert!(play.picture(80, 12).contains("! soon2026-01-01 is no time"));
    let mut play = play.keys("<ctrl-u>2026-01-01<enter>");
    assert!(play.picture(80, 12).contains("! 2026-01-01 is over"));
    let play = play.keys("<esc>");
    assert!(
        !play
            .asked
            .iter()
            .any(|call| call.function() == "access_request_approve")
    );
}

#[test]
fn a_request_is_refused_after_a_yes() {
    let mut play = play().open_named("access-requests").keys("jx");
    assert_snapshot!("before_a_refusal", play.picture(80, 12));
    let play = play.keys("<enter>");
    assert!(
        !play
            .asked
            .iter()
            .any(|call| call.function() == "access_request_refuse")
    );
    let play = play.keys("xy");
    assert_eq!(
        Some(id(2).as_str()),
        play.last("access_request_refuse").argument("id")
    );
}

#[test]
fn what_is_decided_is_not_decided_again() {
    let play = play().open_named("access-requests").keys("jjaxy");
    let changes = play
        .asked
        .iter()
        .filter(|call| call.function() != "access_request_list")
        .count();
    assert_eq!(0, changes);
}

#[test]
fn somebody_was_faster() {
    let decided = Problem::new(Kind::Invalid, "the request is decided already", None);
    let play = play()
        .open_named("access-requests")
        .refuse("access_request_approve", decided);
    let asked = play.asked.len();
    let mut play = play.keys("a<enter>");
    assert!(
        play.picture(80, 12)
            .contains("! the request is decided already")
    );
    assert_eq!(asked + 2, play.asked.len(), "the list is read once more");
}

#[test]
fn nothing_and_problems_are_said() {
    let mut play = play()
        .answer("access_request_list", json!([]))
        .open_named("access-requests");
    assert!(play.picture(40, 12).contains("no access requests"));
    let denied = Problem::new(Kind::Denied, "not allowed", None);
    let mut play = play.refuse("access_request_list", denied).keys("<ctrl-r>");
    assert!(play.picture(80, 12).contains("! not allowed"));
}

#[test]
fn one_request_is_shown_in_full() {
    let mut play = play().open_named("access-requests").keys("jv");
    assert_snapshot!("in_full", play.picture(80, 16));
}
