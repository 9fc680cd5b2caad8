//! The list of shares.

use std::time::Duration;

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::desk::Effect;
use share_tui::message::Message;

use crate::play::Play;
use crate::share_rows::{ID, rows};

#[test]
fn shares_are_listed_newest_first() {
    let mut play = Play::new()
        .answer("share_search", rows(30))
        .open_named("shares");
    assert_snapshot!(play.picture(80, 24));
}

#[test]
fn the_next_page_begins_behind_the_last_row_and_the_way_back_is_known() {
    let play = Play::new()
        .answer("share_search", rows(100))
        .open_named("shares");
    let play = play.keys("Gj");
    let call = play.last("share_search");
    assert_eq!(
        Some("2026-02-28T09:30:39+00:00"),
        call.argument("cursor_at")
    );
    let play = play.keys("k");
    assert_eq!(None, play.last("share_search").argument("cursor_at"));
}

#[test]
fn a_search_that_stopped_goes_on_where_it_stopped() {
    let stop = json!([{"id": null, "cursor_at": "2026-01-01T00:00:00+00:00", "cursor": "00000000-0000-7000-8000-000000000009", "seen": 20000}]);
    let mut play = Play::new()
        .answer("share_search", stop)
        .open_named("shares");
    assert_snapshot!(play.picture(60, 6));
    let play = play.keys("j");
    let call = play.last("share_search");
    assert_eq!(
        Some("2026-01-01T00:00:00+00:00"),
        call.argument("cursor_at")
    );
}

/// A list with a number.
fn listed(rows: Value, number: u64) -> Play {
    Play::new()
        .answer("share_search", rows)
        .answer(
            "share_count",
            json!({"number": number, "is_exact": true, "seen": number}),
        )
        .open_named("shares")
}

fn step(changed: u64, matched: u64, is_complete: bool) -> Value {
    json!({"changed": changed, "matched": matched, "cursor_at": "2026-01-01T00:00:00+00:00", "cursor": ID, "is_complete": is_complete})
}

#[test]
fn wide_terminals_show_more_columns_and_hostile_text_does_no_harm() {
    let mut all = rows(3);
    all[0]["title"] = "\u{1b}]0;owned\u{7} \u{202E}dne 春の映画".into();
    all[0]["account_name"] = "Nord\nFilm".into();
    all[0]["filename"] = "spring.mp4".into();
    all[0]["has_password"] = true.into();
    all[0]["recipients_only"] = true.into();
    all[1]["title"] = Value::Null;
    all[1]["filename"] = "untitled.mov".into();
    all[1]["state"] = "revoked".into();
    all[2]["expires_at"] = "2026-03-03T12:00:00+00:00".into();
    let mut play = listed(all, 12_345);
    let picture = play.picture(120, 40);
    assert!(
        !picture
            .chars()
            .any(|letter| letter.is_control() && letter != '\n' || letter == '\u{202E}')
    );
    assert_snapshot!(picture);
    assert_snapshot!(play.picture(40, 12));
}

#[test]
fn the_filter_is_read_while_it_is_typed_and_applied_after_a_pause() {
    let mut play = listed(rows(2), 2).keys("/sta");
    assert_snapshot!(play.picture(80, 8));
    let mut play = play.keys("te:act");
    assert!(
        play.picture(80, 8)
            .contains("! state: wants active scheduled")
    );
    let asked = play.asked.len();
    let play = play.wait(Duration::from_secs(1));
    assert_eq!(asked, play.asked.len());
    let play = play.keys("ive film").wait(Duration::from_millis(399));
    assert_eq!(None, play.last("share_search").argument("state"));
    let mut play = play.wait(Duration::from_millis(1));
    assert_eq!(Some("active"), play.last("share_search").argument("state"));
    assert_eq!(Some("film"), play.last("share_search").argument("text"));
    assert_eq!(Some("active"), play.last("share_count").argument("state"));
    assert!(play.picture(80, 8).contains("/state:active film"));
    let asked = play.asked.len();
    let mut play = play.keys("<enter>");
    assert_eq!(asked, play.asked.len());
    assert_snapshot!(play.picture(80, 6));
    // Leaving goes back by the filter first.
    let play = play.keys("<esc>");
    assert_eq!(None, play.last("share_search").argument("state"));
}

#[test]
fn leaving_the_filter_brings_back_the_one_before() {
    let play = listed(rows(2), 2).keys("/state:active<enter>/");
    let play = play.keys(" film").wait(Duration::from_secs(1));
    assert_eq!(Some("film"), play.last("share_search").argument("text"));
    let play = play.keys("<esc>");
    assert_eq!(None, play.last("share_search").argument("text"));
    assert_eq!(Some("active"), play.last("share_search").argument("state"));
}

#[test]
fn a_pasted_url_is_found_and_told() {
    let url = "https://cdn.example.com/e1/a.m3u8?sig=x&exp=1";
    let found = json!({"share_id": ID, "account_id": ID, "state": "active", "found_by": "signature", "recipient_id": null,
        "expires_at": "2026-03-01T15:00:00+00:00"});
    let mut play = listed(rows(1), 1)
        .answer("share_find", found)
        .keys("/")
        .then(Message::Paste(format!("{url}\n")))
        .keys("<enter>");
    assert_eq!(Some(url), play.last("share_find").argument("url"));
    assert_eq!(
        Some(format!("{{\"{ID}\"}}").as_str()),
        play.last("share_search").argument("ids")
    );
    assert!(play.picture(120, 8).contains(&format!(
        "i found by signature: {ID} (active); the URL ends in 3 h"
    )));
    let mut lost = listed(rows(1), 1)
        .answer("share_find", json!([]))
        .keys("/link:nothing<enter>");
    assert!(
        lost.picture(80, 8)
            .contains("! no share is found by this link")
    );
    assert_eq!(None, lost.last("share_search").argument("ids"));
}

#[test]
fn an_account_is_found_by_its_name() {
    let accounts = json!([{"id": ID, "name": "Nord Film"}, {"id": "019c0000-0000-7000-8000-000000000002", "name": "Sud"}]);
    let play = listed(rows(1), 1)
        .answer("account_list", accounts)
        .keys("/account:\"nord film\"<enter>");
    assert_eq!(Some(ID), play.last("share_search").argument("account_id"));
    let mut unknown = play.keys("/<ctrl-u>account:west<enter>");
    assert!(
        unknown
            .picture(80, 8)
            .contains("! account: there is none with the name west")
    );
}

#[test]
fn the_order_goes_round_and_is_told() {
    let mut play = listed(rows(2), 2).keys("ss");
    assert_eq!(Some("expires"), play.last("share_search").argument("sort"));
    assert_eq!(
        Some("false"),
        play.last("share_search").argument("descending")
    );
    assert!(
        play.picture(80, 6)
            .starts_with("shares · 2 · ending soonest first · row 1")
    );
    let play = play.keys("ss");
    assert_eq!(None, play.last("share_search").argument("sort"));
}

#[test]
fn one_share_is_revoked_after_a_question_that_names_it() {
    let mut play = listed(rows(2), 2)
        .answer("share_revoke", json!({"id": ID}))
        .keys("jx");
    assert_snapshot!(play.picture(80, 14));
    // Enter is a no.
    let play = play.keys("<enter>");
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "share_revoke")
    );
    let mut play = play.keys("xy");
    assert_eq!(
        Some("00000000-0000-7000-8000-000000000001"),
        play.last("share_revoke").argument("id")
    );
    assert!(play.picture(80, 8).contains("ok revoked \"Film 1\""));
}

#[test]
fn a_disabled_share_is_enabled_again_by_undo() {
    let play = listed(rows(1), 1)
        .answer("share_disable", json!({}))
        .answer("share_enable", json!({}));
    let mut play = play.keys("dy");
    assert!(play.picture(100, 8).contains("(z takes it back)"));
    let mut play = play.keys("z");
    assert_eq!(
        Some("00000000-0000-7000-8000-000000000000"),
        play.last("share_enable").argument("id")
    );
    assert!(play.picture(80, 8).contains("ok enabled again"));
    // Once.
    let asked = play.asked.len();
    assert_eq!(asked, play.keys("z").asked.len());
}

#[test]
fn marked_shares_are_changed_together_when_the_word_is_typed() {
    let mut play = listed(rows(3), 3).keys("  x");
    assert_snapshot!(play.picture(80, 14));
    let play = play.keys("revok<enter>");
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "share_change_some")
    );
    let play = play.answer("share_change_some", step(1, 2, true));
    let mut play = play.keys("xrevoke<enter>");
    let call = play.last("share_change_some");
    assert_eq!(Some("revoke"), call.argument("action"));
    assert_eq!(
        Some(r#"{"00000000-0000-7000-8000-000000000000","00000000-0000-7000-8000-000000000001"}"#),
        call.argument("ids")
    );
    assert!(
        play.picture(80, 8)
            .contains("ok 1 share revoked, 1 were so already")
    );
    assert!(!play.picture(80, 8).contains("marked"));
}

#[test]
fn all_that_the_filter_meets_is_changed_step_by_step_and_stopped_between_steps() {
    let play = listed(rows(100), 100_000).keys("/state:active<enter>");
    let play = play.keys("*");
    let mut play = play.keys("xrevoke<enter>");
    let call = play.last("share_change_some").clone();
    assert_eq!(Some("active"), call.argument("state"));
    assert_eq!(None, call.argument("cursor"));
    play = play.reply("share_change_some", &step(1_000, 1_000, false));
    play = play.reply("share_change_some", &step(990, 1_000, false));
    assert_eq!(Some(ID), play.last("share_change_some").argument("cursor"));
    assert_snapshot!(play.picture(80, 10));
    let mut play = play.keys("<esc>");
    assert!(play.picture(80, 10).contains("stopping after this step"));
    let steps = play
        .asked
        .iter()
        .filter(|call| call.function() == "share_change_some")
        .count();
    let mut play = play.reply("share_change_some", &step(1_000, 1_000, false));
    assert!(
        play.picture(80, 10)
            .contains("i stopped: 2,990 shares revoked; doing it again goes on")
    );
    let after = play
        .asked
        .iter()
        .filter(|call| call.function() == "share_change_some")
        .count();
    assert_eq!(steps, after);
}

#[test]
fn a_change_of_many_that_loses_the_server_tells_what_was_done() {
    let play = listed(rows(100), 5_000).keys("/film<enter>*ddisable<enter>");
    let play = play.reply("share_change_some", &step(1_000, 1_000, false));
    let mut play = play.reply_with("share_change_some", Err(Problem::unknown_outcome()));
    let picture = play.picture(200, 10);
    assert!(
        picture.contains("! 1,000 shares disabled; then: the server was lost before it answered"),
        "{picture}"
    );
}

#[test]
fn all_shares_of_an_installation_are_not_changed_at_once() {
    let mut play = listed(rows(2), 2).keys("*x");
    assert!(
        play.picture(100, 8)
            .contains("! all shares of an installation are not changed at once")
    );
    assert!(play.picture(100, 8).contains("all marked"));
}

#[test]
fn the_link_is_copied_or_what_is_missing_is_told() {
    let play = listed(rows(1), 1)
        .answer("share_page_url", json!(["https://app.example.com/share/x"]))
        .keys("y");
    assert_eq!(
        Some(&Effect::Copy("https://app.example.com/share/x".to_owned())),
        play.effects.last()
    );
}

#[test]
fn a_refusal_stays_as_a_notice_and_an_empty_answer_is_told() {
    let mut play = Play::new()
        .refuse(
            "share_search",
            Problem::new(Kind::Denied, "not allowed", Some("ask an owner")),
        )
        .open_named("shares");
    assert!(play.picture(80, 8).contains("! not allowed; ask an owner"));
    let mut empty = listed(json!([]), 0);
    assert!(empty.picture(80, 8).contains("no shares"));
    // There is nothing to act on.
    let asked = empty.asked.len();
    assert_eq!(asked, empty.keys("x<enter>dD y").asked.len());
}

#[test]
fn one_change_is_answered_before_the_next() {
    let play = listed(rows(2), 2).keys("xy");
    let mut play = play.keys("jd");
    assert!(
        play.picture(80, 8)
            .contains("i the change before is not answered yet")
    );
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "share_disable")
    );
}

#[test]
fn the_documentation_shows_the_list_and_its_filter() {
    let states = [
        "active",
        "active",
        "active",
        "disabled",
        "expired",
        "active",
        "scheduled",
        "revoked",
    ];
    let titles = [
        "Spring film, second cut",
        "春の映画",
        "Trailer",
        "Interview with Ada",
        "Rushes of day 3",
        "سيرة",
        "Sound test",
        "Teaser",
    ];
    let mut all = rows(60);
    for (n, row) in all.as_array_mut().unwrap().iter_mut().enumerate() {
        row["title"] = titles[n % titles.len()].into();
        row["state"] = states[n % states.len()].into();
        row["visibility"] = if n % 3 == 1 { "private" } else { "public" }.into();
        row["account_name"] = if n % 4 == 2 { "Nord Film" } else { "Studio 7" }.into();
        row["filename"] = format!("take_{n}.mp4").into();
        row["has_password"] = (n % 5 == 0).into();
        row["recipients_only"] = (n % 3 == 1).into();
        row["created_at"] = format!(
            "2026-02-{:02}T{:02}:30:00+00:00",
            28 - n / 3,
            [20, 14, 9][n % 3]
        )
        .into();
        row["expires_at"] = match states[n % states.len()] {
            "expired" => "2026-02-28T12:00:00+00:00".into(),
            "disabled" => Value::Null,
            _ => format!("2026-03-{:02}T12:00:00+00:00", 2 + n % 28).into(),
        };
    }
    listed(all, 12_345)
        .keys(" j ")
        .documented("shares")
        .keys("/created:<30d exp")
        .documented("shares_filter");
}
