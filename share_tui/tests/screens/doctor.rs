//! What the doctor finds.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};

use crate::play::Play;

fn findings() -> Value {
    json!([
        {"area": "tables", "severity": "ok", "finding": "the tables are there, of version 12", "advice": null},
        {"area": "jobs", "severity": "warning", "finding": "jobs were given up: 7", "advice": "last_error of each says why; try them again or let them go"},
        {"area": "deliveries", "severity": "error", "finding": "deliveries whose key is revoked sign nothing: main of \u{1b}]0;evil\u{7}Studio, 日本 of Studio, and others that are named here to make a long line",
         "advice": "give each a key: select share.delivery_update(account_id, name, signing_kid => …), or let go of the delivery when nothing uses it any more"},
        {"area": "settings", "severity": "notice", "finding": "something of a later version", "advice": "look"},
    ])
}

#[test]
fn the_worst_stands_first_and_nothing_is_cut() {
    let mut play = Play::new()
        .answer("doctor", findings())
        .open_named("doctor")
        .documented("doctor");
    assert_snapshot!("at_80", play.picture(80, 24));
    assert_snapshot!("at_40", play.picture(40, 12));
    assert!(play.last("doctor").arguments().is_empty());
}

#[test]
fn the_selected_finding_is_always_to_be_seen() {
    let mut play = Play::new()
        .answer("doctor", findings())
        .open_named("doctor")
        .keys("G");
    let picture = play.picture(40, 12);
    assert!(picture.contains(" >ok"), "{picture}");
    let picture = play.keys("g").picture(40, 12);
    assert!(picture.contains(" >error"), "{picture}");
}

#[test]
fn a_healthy_server_is_said_to_be_well() {
    let well = json!([{"area": "tables", "severity": "ok", "finding": "the tables are there", "advice": null}]);
    let mut play = Play::new().answer("doctor", well).open_named("doctor");
    assert!(play.picture(80, 6).contains("doctor · all is well"));
}

#[test]
fn who_may_not_is_told_so() {
    let denied = Problem::new(
        Kind::Denied,
        "not allowed",
        Some("connect as a member of share_admin"),
    );
    let mut play = Play::new().refuse("doctor", denied).open_named("doctor");
    let picture = play.picture(80, 8);
    assert!(
        picture.contains("! not allowed; connect as a member of share_admin"),
        "{picture}"
    );
    assert!(
        picture.contains("not read") && !picture.contains("all is well"),
        "{picture}"
    );
    // It can be tried again.
    let mut play = play.answer("doctor", json!([])).keys("<ctrl-r>");
    assert!(play.picture(80, 8).contains("nothing found"));
}
