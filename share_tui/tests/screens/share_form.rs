//! A new share.

use std::time::Duration;

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::message::Message;
use share_tui::screen::share_form::ShareForm;

use crate::play::Play;
use crate::share_rows::{ID, full, refusal};

const FILE: &str = "019c0000-0000-7000-8000-0000000000f1";

fn presets() -> Value {
    json!([{"code": "viewing", "label": "Viewing", "role_number": 15, "permissions": ["metadata_view", "view"]}])
}

fn files() -> Value {
    json!([
        {"id": "019c0000-0000-7000-8000-0000000000f0", "path": "/films/\u{1b}[2Jspring \u{202E}a.mp4", "account_name": "Nord", "media_type": "video", "status": "completed"},
        {"id": FILE, "path": "/films/春の映画.mp4", "account_name": "Nord", "media_type": "video", "status": "completed"},
        {"id": null, "path": null, "seen": 20000}
    ])
}

fn opened() -> Play {
    Play::new()
        .answer("permission_presets", presets())
        .answer("file_search", files())
        .open_named("new share")
}

#[test]
fn a_file_is_searched_for_as_its_name_is_typed_and_picked() {
    let play = opened().keys("spr").wait(Duration::from_millis(299));
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "file_search")
    );
    let mut play = play.wait(Duration::from_millis(1));
    assert_eq!(Some("spr"), play.last("file_search").argument("text"));
    let picture = play.picture(80, 24);
    assert!(
        !picture
            .chars()
            .any(|letter| letter.is_control() && letter != '\n' || letter == '\u{202E}')
    );
    assert_snapshot!(picture);
    let mut play = play.keys("<down><enter>");
    assert_snapshot!(play.picture(120, 40));
    // What is typed on makes it another file.
    let mut play = play.keys("<back-tab>x<ctrl-s>");
    assert!(play.picture(80, 24).contains("! pick a file"));
}

#[test]
fn a_share_is_created_after_a_question_with_all_that_was_given() {
    let mut play = opened()
        .answer("share_create", json!({"id": ID}))
        .answer("share_full_json", full())
        .keys("spr")
        .wait(Duration::from_secs(1))
        .keys("<down><enter><right><tab>Film<tab>7d<tab><tab>tr0ub4dor<tab>eve@example.com, bob<tab>viewing<tab>5");
    assert!(!play.picture(80, 24).contains("tr0ub4dor"));
    play = play.keys("<ctrl-s>");
    assert_snapshot!(play.picture(80, 24));
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "share_create")
    );
    let mut play = play.keys("y");
    let call = play.last("share_create");
    for (name, value) in [
        ("file_id", FILE),
        ("visibility", "private"),
        ("title", "Film"),
        ("duration_code", "7d"),
        ("password", "tr0ub4dor"),
        (
            "recipients",
            r#"[{"email":"eve@example.com"},{"user_id":"bob"}]"#,
        ),
        ("permissions", r#"{"metadata_view","view"}"#),
        ("max_opens", "5"),
    ] {
        assert_eq!(Some(value), call.argument(name), "{name}");
    }
    assert_eq!(8, call.arguments().len());
    // It is shown then.
    assert_eq!(Some(ID), play.last("share_full_json").argument("id"));
    assert!(play.picture(80, 24).contains("ok created"));
}

#[test]
fn a_form_for_a_file_begins_with_it() {
    let play = Play::new()
        .answer("permission_presets", presets())
        .answer("file_get", json!({"id": FILE, "path": "/films/a.mp4"}))
        .answer("share_create", json!({"id": ID}))
        .open(Box::new(ShareForm::new(Some(FILE.to_owned()))));
    assert_eq!(Some(FILE), play.last("file_get").argument("id"));
    let mut play = play.keys("<ctrl-s>");
    assert!(
        play.picture(80, 24)
            .contains("Create a public share of /films/a.mp4?")
    );
    let play = play.keys("y");
    assert_eq!(
        (Some(FILE), 2),
        (
            play.last("share_create").argument("file_id"),
            play.last("share_create").arguments().len()
        )
    );
}

#[test]
fn an_end_is_a_code_or_a_time() {
    let typed = |end: &str| {
        let play = opened()
            .answer("share_create", json!({"id": ID}))
            .then(Message::Paste(FILE.to_owned()));
        play.keys("<tab><tab><tab>")
            .then(Message::Paste(end.to_owned()))
            .keys("<ctrl-s>")
    };
    let play = typed("2026-03-05 06:00").keys("y");
    assert_eq!(
        Some("2026-03-05T06:00:00Z"),
        play.last("share_create").argument("expires_at")
    );
    let play = typed("never").keys("y");
    assert_eq!(
        Some("never"),
        play.last("share_create").argument("duration_code")
    );
    assert_eq!(None, play.last("share_create").argument("expires_at"));
    assert!(
        typed("2026-02-01")
            .picture(80, 24)
            .contains("! is in the past")
    );
    assert!(typed("soon").picture(80, 24).contains("! wants 7d, 12h"));
}

#[test]
fn what_the_server_refuses_stands_at_its_field_and_the_rest_below() {
    let refused = |problem: Problem| {
        let play = opened()
            .refuse("share_create", problem)
            .then(Message::Paste(FILE.to_owned()));
        play.keys("<ctrl-s>y").picture(80, 24)
    };
    let taken = refused(refusal(
        "an active share of this visibility exists already",
        "existing id: 019c0000-0000-7000-8000-000000000009",
        Some("share_active_key"),
    ));
    assert_snapshot!(taken);
    let short = refused(refusal(
        "the password is too short",
        "at least 12 characters",
        None,
    ));
    assert!(
        short.contains("> password") && short.contains("! the password is too short"),
        "{short}"
    );
    let unknown = refused(Problem::new(Kind::Denied, "not allowed", None));
    assert!(unknown.contains("\n! not allowed"), "{unknown}");
}

#[test]
fn leaving_asks_when_something_was_typed() {
    let list = |play: Play| {
        play.answer("share_search", json!([]))
            .answer("share_count", json!({"number": 0, "is_exact": true}))
            .open_named("shares")
            .keys("n")
    };
    let mut play = list(Play::new().answer("permission_presets", presets()));
    assert!(play.picture(80, 24).starts_with("new share"));
    let mut left = play.keys("<esc>");
    assert!(left.picture(80, 24).starts_with("shares"));
    let mut play = left.keys("nx<esc>");
    assert!(
        play.picture(80, 24)
            .contains("Leave without creating the share?")
    );
    play = play.keys("<enter>");
    assert!(play.picture(80, 24).starts_with("new share"));
    play = play.keys("<esc>y");
    assert!(play.picture(80, 24).starts_with("shares"));
}

#[test]
fn no_file_and_a_refused_search_are_told() {
    let mut none = opened()
        .answer("file_search", json!([]))
        .keys("zzz")
        .wait(Duration::from_secs(1));
    assert!(none.picture(80, 24).contains("no such file"));
    assert!(none.picture(40, 12).contains("no such file"));
    let mut refused = opened()
        .refuse(
            "file_search",
            Problem::new(Kind::Denied, "not allowed", None),
        )
        .keys("z")
        .wait(Duration::from_secs(1));
    assert!(refused.picture(80, 24).contains("! not allowed"));
}

#[test]
fn the_documentation_shows_the_form() {
    let files = json!([
        {"id": FILE, "path": "/films/spring/final.mp4", "account_name": "Nord Film", "media_type": "video", "status": "completed"},
        {"id": ID, "path": "/films/spring/second cut.mp4", "account_name": "Nord Film", "media_type": "video", "status": "completed"}
    ]);
    opened()
        .answer("file_search", files)
        .keys("spring")
        .wait(Duration::from_secs(1))
        .documented("new_share");
}
