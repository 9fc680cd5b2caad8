//! The drives of an account, one of them, and how its files are used.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};

use crate::play::Play;

pub(crate) const ACCOUNT: &str = "00000000-0000-7000-8000-0000000000a1";
pub(crate) const DRIVE: &str = "00000000-0000-7000-8000-0000000000d2";
const FILE: &str = "00000000-0000-7000-8000-0000000000f1";

fn account(id: &str, name: &str) -> Value {
    json!({"id": id, "name": name, "stream_delivery": null, "download_delivery": null, "created_at": "2026-01-10T08:00:00+00:00"})
}

fn drive(name: &str) -> Value {
    json!({"id": DRIVE, "account_id": ACCOUNT, "name": name, "is_default": false, "created_at": "2026-01-10T08:00:00+00:00",
        "policy": {"maximum_hours": 48, "many_shares": true}})
}

fn drives() -> Value {
    json!([
        drive("dailies"),
        {"id": "00000000-0000-7000-8000-0000000000d1", "account_id": ACCOUNT, "name": "default", "is_default": true,
            "created_at": "2026-01-10T08:00:00+00:00", "policy": {}},
    ])
}

fn used(day: &str, file: &str, path: &str, figures: [u64; 3]) -> Value {
    let [opens, plays, downloads] = figures;
    json!({"day": day, "account_id": ACCOUNT, "drive_id": DRIVE, "file_id": file, "path": path, "opens": opens, "plays": plays,
        "downloads": downloads, "unique_visits": 1, "last_used": format!("{day}T11:00:00+00:00")})
}

fn usage() -> Value {
    let other = "00000000-0000-7000-8000-0000000000f2";
    json!([
        used("2026-02-23", FILE, "/shoot/take 1.mp4", [4, 3, 0]),
        used("2026-02-26", FILE, "/shoot/take 1.mp4", [12, 1200, 1]),
        used("2026-03-01", FILE, "/shoot/take 1.mp4", [1, 1, 0]),
        used(
            "2026-03-01",
            other,
            "/shoot/\u{202E}日本語\u{1b}[2J.mp4",
            [0, 0, 2]
        ),
    ])
}

/// On a drive of the only account, which is the first one of the palette's list.
pub(crate) fn opened() -> Play {
    Play::new()
        .answer("account_list", json!([account(ACCOUNT, "Ada Films")]))
        .answer("account_get", account(ACCOUNT, "Ada Films"))
        .answer("drive_list", drives())
        .answer("drive_get", drive("dailies"))
        .answer("attribute_list", json!([]))
        .answer("drive_usage", usage())
        .open_named("drives")
        .keys("<enter>")
}

/// On a drive that is still being read.
fn unanswered() -> Play {
    let rows = drives();
    let rows = rows.as_array().unwrap().iter().map(ToString::to_string);
    Play::new()
        .answer("account_list", json!([account(ACCOUNT, "Ada Films")]))
        .answer("account_get", account(ACCOUNT, "Ada Films"))
        .open_named("drives")
        .reply_with("drive_list", Ok(rows.collect()))
        .keys("<enter>")
}

#[test]
fn the_account_is_chosen_first_unless_there_is_only_one() {
    let other = "00000000-0000-7000-8000-0000000000a2";
    let mut play = Play::new()
        .answer(
            "account_list",
            json!([account(ACCOUNT, "Ada Films"), account(other, "Grace")]),
        )
        .answer("drive_list", drives())
        .open_named("drives");
    assert!(play.picture(80, 24).starts_with("drives of which account?"));
    // There is nothing to make before that.
    let mut play = play.keys("nef");
    assert!(play.picture(80, 24).starts_with("drives of which account?"));
    let mut play = play.keys("j<enter>");
    assert_eq!(Some(other), play.last("drive_list").argument("account_id"));
    assert_snapshot!("drives_80", play.picture(80, 24));
    let mut play = Play::new()
        .answer("account_list", json!([account(ACCOUNT, "Ada Films")]))
        .answer("drive_list", json!([]))
        .open_named("drives");
    let picture = play.picture(80, 24);
    assert!(
        picture.starts_with("drives of Ada Films") && picture.contains("no drives"),
        "{picture}"
    );
}

#[test]
fn a_drive_shows_what_it_is_and_what_its_shares_must_be_like() {
    let mut play = opened();
    assert_snapshot!("drive_80", play.picture(80, 24));
    assert_snapshot!("drive_40", play.picture(40, 16));
    let play = play.answer("file_search", json!([])).keys("f");
    assert_eq!(Some(DRIVE), play.last("file_search").argument("drive_id"));
}

#[test]
fn a_renamed_drive_is_read_again() {
    let mut play = opened()
        .answer("drive_update", drive("rushes"))
        .answer("drive_get", drive("rushes"))
        .keys("e<ctrl-u>rushes<enter>");
    assert_eq!(
        Some(r#"{"name":"rushes"}"#),
        play.last("drive_update").argument("patch")
    );
    let call = play.last("drive_get");
    assert_eq!(
        (Some(DRIVE), Some(ACCOUNT)),
        (call.argument("id"), call.argument("account_id"))
    );
    assert!(play.picture(80, 24).starts_with("drive rushes"));
    let missing = Problem::new(Kind::NotFound, "drive not found", None);
    let mut play = play.refuse("drive_get", missing).keys("<ctrl-r>");
    assert!(play.picture(80, 24).contains("! drive not found"));
}

#[test]
fn a_drive_is_edited_as_it_is_now_and_not_as_the_list_had_it() {
    let mut play = unanswered().keys("e");
    assert!(play.picture(80, 24).starts_with("drive dailies"));
    let mut play = play.reply("drive_get", &drive("rushes"));
    assert!(play.picture(80, 24).contains("edit drive rushes"));
}

#[test]
fn use_is_shown_by_day_and_file_and_over_longer_times() {
    let mut play = opened().keys("<back-tab>");
    let call = play.last("drive_usage");
    assert_eq!(
        [Some(DRIVE), Some("2026-02-23"), Some("2026-03-02")],
        ["drive_id", "after", "before"].map(|name| call.argument(name))
    );
    let picture = play.picture(80, 24);
    assert!(!picture.contains(['\u{1b}', '\u{202E}']));
    assert_snapshot!("drive_usage_80", picture);
    assert_snapshot!("drive_usage_40", play.picture(40, 12));
    let mut play = play.keys("++");
    assert_eq!(
        Some("2025-12-02"),
        play.last("drive_usage").argument("after")
    );
    assert!(play.picture(80, 24).contains("last 90 days"));
    let play = play.keys("+");
    assert_eq!(
        3,
        play.asked
            .iter()
            .filter(|call| call.function() == "drive_usage")
            .count(),
        "there is no longer time"
    );
    let play = play.answer("file_get", json!([])).keys("<enter>");
    assert_eq!(Some(FILE), play.last("file_get").argument("id"));
}

#[test]
fn keys_wait_for_the_use_of_the_time_that_was_asked_for() {
    let mut waiting = unanswered().keys("<back-tab><enter>");
    assert!(waiting.picture(80, 24).contains("reading…"));
    assert!(
        waiting
            .asked
            .iter()
            .all(|call| call.function() != "file_get")
    );
    let one = used("2026-03-01", FILE, "/late.mp4", [1, 0, 0]);
    let waiting = waiting.reply("drive_usage", &one);
    assert_eq!(Some(FILE), waiting.last("file_get").argument("id"));
}

#[test]
fn nothing_used_and_no_rights_are_said() {
    let mut play = opened().answer("drive_usage", json!([])).keys("<back-tab>");
    assert!(
        play.picture(80, 24)
            .contains("nothing was opened, played or downloaded")
    );
    let denied = Problem::new(Kind::Denied, "only members may", None);
    let mut play = opened().refuse("drive_usage", denied).keys("<back-tab>");
    let picture = play.picture(80, 24);
    assert!(
        picture.contains("not read") && picture.contains("! only members may"),
        "{picture}"
    );
}

#[test]
fn the_smallest_terminals_show_what_fits() {
    let mut play = opened();
    for _ in 0..3 {
        for (width, height) in [(1, 1), (10, 3), (24, 6), (500, 60)] {
            let picture = play.picture(width, height);
            assert_eq!(usize::from(height), picture.split('\n').count());
        }
        play = play.keys("<tab>");
    }
}

#[test]
fn drives_one_of_them_and_its_use_are_documented() {
    let mut files = usage();
    files[3]["path"] = json!("/shoot/日本語.mp4");
    let play = opened().answer("drive_usage", files);
    let play = play.keys("<esc>").documented("drives");
    let play = play.keys("<enter>").documented("drive");
    play.keys("<back-tab>").documented("drive_usage");
}
