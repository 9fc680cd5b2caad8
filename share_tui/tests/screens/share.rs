//! One share: its parts, and what is done to it.

use std::time::Duration;

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::desk::Effect;
use share_tui::message::Message;
use share_tui::screen::share::Share;

use crate::play::Play;
use crate::share_rows::{ID, full, full_with, opened};

fn reach() -> Value {
    json!([
        {"action": "stream", "delivery": "edge", "scheme": "cloudfront", "plays_until": "2026-03-01T14:00:00+00:00", "stopped_by": "epoch"},
        {"action": "preview", "delivery": "plain", "scheme": "unsigned", "plays_until": null, "stopped_by": null}
    ])
}

fn event(n: u32, at: &str) -> Value {
    json!({"id": format!("019c0000-0000-7000-8000-0000000e{n:04}"), "at": at, "kind": "share.opened", "actor_kind": "visitor", "actor": null,
        "detail": {"agent": "x\u{1b}[31m"}, "recipient_id": null, "reason": null, "address": "192.0.2.7", "is_bot": false,
        "cursor_at": at, "cursor": format!("019c0000-0000-7000-8000-0000000e{n:04}"), "seen": null})
}

#[test]
fn the_overview_says_what_it_is_and_why() {
    let mut play = opened(full());
    let picture = play.picture(80, 24);
    assert!(
        !picture
            .chars()
            .any(|letter| letter.is_control() && letter != '\n' || letter == '\u{202E}')
    );
    assert_snapshot!(picture);
    assert_snapshot!(play.picture(120, 40));
    assert_snapshot!(play.picture(40, 12));
}

#[test]
fn a_revoked_share_says_why_and_offers_nothing_to_revoke() {
    let fields = json!({"state": "revoked", "revoked_at": "2026-03-01T10:00:00+00:00", "revoked_reason": "leaked", "locked": []});
    let mut play = opened(full_with(&fields));
    assert!(
        play.picture(80, 24)
            .contains("revoked · revoked 2 h ago (2026-03-01 10:00 UTC): leaked")
    );
    let asked = play.asked.len();
    let mut play = play.keys("xdtreu");
    assert_eq!(asked, play.asked.len());
    assert!(!play.picture(80, 24).contains("confirm"));
}

#[test]
fn a_visitor_is_any_identity_address_and_time_with_all_reasons() {
    let decision = json!({"granted": false, "reason": "recipient_required", "http_status": 403, "closed": ["recipient_required", "password_required"],
        "state": "active", "permissions": ["view"], "user_id": "eve", "address": "192.0.2.9", "is_bot": false, "ends_at": "2026-03-04T12:00:00+00:00"});
    let mut play = opened(full()).answer("share_explain", decision).keys("w");
    // Somebody unknown first: with a time, so that the operator's own identity does not count.
    let call = play.last("share_explain");
    assert_eq!(
        (Some("spring"), Some("2026-03-01T12:00:00Z")),
        (call.argument("link"), call.argument("at"))
    );
    assert_eq!(None, call.argument("user_id"));
    play = play.keys("usr");
    assert!(
        play.picture(80, 24)
            .contains("! usr: wants a name, as user:usr")
    );
    let mut play = play.keys("<ctrl-u>user:eve address:192.0.2.9 at:2d<enter>");
    let call = play.last("share_explain");
    assert_eq!(Some("eve"), call.argument("user_id"));
    assert_eq!(Some("2026-03-03T12:00:00Z"), call.argument("at"));
    assert_eq!(Some(r#"{"address":"192.0.2.9"}"#), call.argument("context"));
    assert_snapshot!(play.picture(80, 24));
}

#[test]
fn a_recipient_comes_by_its_own_link() {
    let play = opened(full())
        .answer(
            "recipient_link",
            json!(["https://app.example.com/share/spring?r=t0k3n"]),
        )
        .answer(
            "share_explain",
            json!({"granted": true, "http_status": 200, "permissions": ["view"]}),
        )
        .keys("wrecipient:eve@example.com<enter>");
    assert_eq!(
        Some("019c0000-0000-7000-8000-0000000000e1"),
        play.last("recipient_link").argument("id")
    );
    assert_eq!(
        Some("t0k3n"),
        play.last("share_explain").argument("recipient_token")
    );
    let mut play = play.keys("w<ctrl-u>recipient:bob<enter>");
    assert!(
        play.picture(80, 24)
            .contains("! the share has no recipient bob")
    );
}

#[test]
fn the_link_is_shown_copied_and_drawn_as_a_code() {
    let slugs = json!([{"slug": "spring", "is_current": true, "ends_at": null, "created_at": "2026-02-20T09:30:00+00:00"},
        {"slug": "old-film", "is_current": false, "ends_at": "2026-03-02T12:00:00+00:00", "created_at": "2026-01-20T09:30:00+00:00"}]);
    let mut play = opened(full()).answer("slug_list", slugs).keys("<tab><tab>");
    assert_snapshot!(play.picture(80, 24));
    let mut play = play.keys("y");
    assert_eq!(
        Some(&Effect::Copy(
            "https://app.example.com/share/spring".to_owned()
        )),
        play.effects.last()
    );
    assert!(play.picture(40, 12).contains("https://app.example.com"));
    let mut play = play.keys("c");
    assert_snapshot!(play.picture(80, 24));
    assert!(play.picture(40, 12).contains("the code wants"));
    let mut none = opened(full_with(&json!({"share_url": null})))
        .answer("slug_list", json!([]))
        .keys("c");
    assert!(
        none.picture(80, 24)
            .contains("no link: pg_share.link_base_url is not set")
    );
}

#[test]
fn signed_urls_have_the_time_that_is_left() {
    let mut play = opened(full())
        .answer("share_reach", reach())
        .keys("<tab><tab><tab>");
    assert_snapshot!(play.picture(80, 24));
    assert!(
        play.picture(120, 40)
            .contains("https://cdn.example.com/e1/films/spring.m3u8?sig=abc")
    );
    let play = play.keys("y");
    let url = "https://cdn.example.com/e1/films/spring.m3u8?sig=abc".to_owned();
    assert_eq!(Some(&Effect::Copy(url)), play.effects.last());
    let mut late = play.wait(Duration::from_hours(3));
    assert!(late.picture(80, 24).contains("over"));
}

#[test]
fn items_and_recipients_are_listed_with_their_figures() {
    let items = json!([{"id": ID, "ordinal": 1, "file_id": "019c0000-0000-7000-8000-0000000000f1", "file_segment_id": null, "drive_id": null, "folder": null},
        {"id": ID, "ordinal": 2, "file_id": null, "file_segment_id": null, "drive_id": "019c0000-0000-7000-8000-0000000000d1", "folder": "/films/春/\u{202E}x"}]);
    let recipients = json!([{"id": "019c0000-0000-7000-8000-0000000000e1", "email": "eve@example.com", "user_id": null, "name": "Eve \u{1b}[1m", "expires_at": null, "revoked_at": null},
        {"id": "019c0000-0000-7000-8000-0000000000e2", "email": null, "user_id": "bob", "name": null, "expires_at": null, "revoked_at": "2026-02-28T00:00:00+00:00"}]);
    let usage = json!([{"recipient_id": "019c0000-0000-7000-8000-0000000000e1", "opens": 1200, "plays": 3, "downloads": 0, "refusals": 2, "last_viewed": "2026-03-01T10:00:00+00:00"},
        {"recipient_id": null, "opens": 7, "plays": 7, "downloads": 1, "refusals": 0, "last_viewed": "2026-02-28T10:00:00+00:00"}]);
    let mut play = opened(full())
        .answer("item_list", items)
        .answer("recipient_list", recipients)
        .answer("share_usage_recipients", usage)
        .answer(
            "recipient_link",
            json!(["https://app.example.com/share/spring?r=t"]),
        )
        .answer("share_reach", reach())
        .answer("slug_list", json!([]))
        .answer("share_explain", json!({"granted": true}))
        .keys("<tab><tab><tab><tab>");
    assert_snapshot!(play.picture(80, 10));
    let mut play = play.keys("<tab>j");
    assert_snapshot!(play.picture(80, 10));
    let play = play.keys("y");
    assert_eq!(
        Some("019c0000-0000-7000-8000-0000000000e1"),
        play.last("recipient_link").argument("id")
    );
    assert_eq!(
        Some(&Effect::Copy(
            "https://app.example.com/share/spring?r=t".to_owned()
        )),
        play.effects.last()
    );
}

#[test]
fn the_file_is_told_and_its_preview_is_a_key_away() {
    let mut play = opened(full()).keys("<back-tab>");
    assert_snapshot!(play.picture(80, 14));
    let play = play.keys("<enter>");
    assert_eq!(Some(ID), play.last("share_sign_preview").argument("id"));
}

#[test]
fn events_come_live_once_each() {
    let first = json!([
        event(2, "2026-03-01T11:59:00+00:00"),
        event(1, "2026-03-01T11:00:00+00:00")
    ]);
    let mut play = opened(full())
        .answer("event_search", first)
        .keys("<back-tab><back-tab>");
    assert!(play.effects.contains(&Effect::Listen("pg_share_event")));
    assert_eq!(Some(ID), play.last("event_search").argument("share_id"));
    assert_snapshot!(play.picture(80, 12));
    play = play.answer(
        "event_search",
        json!([
            event(2, "2026-03-01T11:59:00+00:00"),
            event(3, "2026-03-01T12:00:00+00:00")
        ]),
    );
    let announced = Message::Announced {
        channel: "pg_share_event".to_owned(),
        payload: String::new(),
    };
    let mut play = play.then(announced);
    let call = play.last("event_search");
    assert_eq!(
        (Some("false"), Some("2026-03-01T11:58:50Z")),
        (call.argument("descending"), call.argument("after"))
    );
    let picture = play.picture(80, 12);
    assert_eq!(3, picture.matches("share.opened").count(), "{picture}");
    assert!(picture.contains("live: the server announces"));
    // What came after the announcement is read a little later.
    let asked = play.asked.len();
    let play = play.wait(Duration::from_millis(1_499));
    assert_eq!(asked, play.asked.len());
    let play = play.wait(Duration::from_millis(1));
    assert_eq!(asked + 1, play.asked.len());
    // Then seldom.
    let play = play.wait(Duration::from_secs(29));
    assert_eq!(asked + 1, play.asked.len());
    let play = play.wait(Duration::from_secs(1));
    assert_eq!(asked + 2, play.asked.len());
}

#[test]
fn revoking_takes_a_reason_and_shows_what_is_still_out_there() {
    let mut play = opened(full())
        .answer("share_reach", reach())
        .answer("share_revoke", json!({"id": ID}))
        .keys("xleaked by eve");
    assert!(play.picture(80, 24).contains("leaked by eve"));
    play = play.keys("<enter>");
    assert_snapshot!(play.picture(80, 24));
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "share_revoke")
    );
    let no = play.keys("n");
    assert!(
        no.asked
            .iter()
            .all(|call| call.function() != "share_revoke")
    );
    let mut yes = no.keys("xleaked<enter>y");
    assert_eq!(Some("leaked"), yes.last("share_revoke").argument("reason"));
    assert_eq!(Some(ID), yes.last("share_revoke").argument("id"));
    assert!(yes.picture(80, 24).contains("ok revoked"));
}

#[test]
fn disabling_ending_and_extending_are_taken_back() {
    let play = opened(full())
        .answer("share_reach", json!([]))
        .answer("share_disable", json!({}))
        .answer("share_enable", json!({}))
        .answer("share_expire", json!({}))
        .answer("share_extend", json!({}))
        .answer("share_update", json!({}));
    let mut play = play.keys("d");
    assert!(
        play.picture(80, 24)
            .contains("No signed URL that was given out plays any more.")
    );
    let play = play.keys("yz");
    assert_eq!(Some(ID), play.last("share_enable").argument("id"));
    let play = play.keys("Xyz");
    assert_eq!(
        Some(r#"{"expires_at":"2026-03-04T12:00:00Z"}"#),
        play.last("share_update").argument("patch")
    );
    let play = play.keys("t7d<enter>y");
    assert_eq!(
        Some("7d"),
        play.last("share_extend").argument("duration_code")
    );
    let asked = play.asked.len();
    let play = play.keys("z");
    assert!(play.asked.len() > asked);
}

#[test]
fn rotating_unlocking_and_deleting_ask_first() {
    let play = opened(full())
        .answer("share_reach", json!([]))
        .answer("share_rotate", json!({}))
        .answer("share_lock_clear", json!([1]))
        .answer("share_delete", json!({}));
    let mut play = play.keys("rsoon<enter>");
    assert!(play.picture(80, 24).contains("! wants a span"));
    let play = play.keys("<ctrl-u>1d<enter>y");
    assert_eq!(
        Some("86400 seconds"),
        play.last("share_rotate").argument("grace")
    );
    let mut play = play.keys("u");
    assert!(play.picture(80, 24).contains("locked out now: 192.0.2.7"));
    let play = play.keys("y");
    assert_eq!(Some(ID), play.last("share_lock_clear").argument("id"));
    let mut play = play.keys("D");
    assert!(play.picture(80, 24).contains("cannot be undone"));
    play = play.keys("<enter>");
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "share_delete")
    );
    let play = play.keys("Dy");
    assert_eq!(Some(ID), play.last("share_delete").argument("id"));
}

#[test]
fn a_share_that_is_not_there_says_so() {
    let mut play = Play::new()
        .refuse(
            "share_full_json",
            Problem::new(Kind::NotFound, "no such share", None),
        )
        .open(Box::new(Share::new(ID.to_owned())));
    assert!(play.picture(80, 8).contains("! no such share"));
    assert!(!play.picture(80, 8).contains("reading"));
    let asked = play.asked.len();
    assert_eq!(asked, play.keys("xedD").asked.len());
}

#[test]
fn a_late_answer_of_another_call_changes_nothing() {
    let mut play = Play::new()
        .open(Box::new(Share::new(ID.to_owned())))
        .keys("<ctrl-r>");
    play = play.reply("share_full_json", &full());
    assert!(play.picture(80, 8).contains("reading"));
    play = play.reply("share_full_json", &full());
    assert!(play.picture(80, 8).contains("[overview]"));
    assert!(!play.picture(80, 8).contains("reading"));
}

#[test]
fn the_documentation_shows_a_share_and_its_visitor() {
    let decision = json!({"granted": false, "reason": "recipient_required", "http_status": 403, "closed": ["recipient_required", "password_required"],
        "state": "active", "permissions": ["view"], "user_id": "eve", "address": "192.0.2.9", "is_bot": false, "ends_at": "2026-03-04T12:00:00+00:00"});
    let days: Vec<Value> = (1..=28)
        .map(|n| {
            json!({"day": format!("2026-02-{n:02}"), "opens": n * 7 % 11, "plays": n * 5 % 13, "downloads": n % 3, "refusals": n % 4, "bots": n % 2,
                "last_viewed": "2026-03-01T10:00:00+00:00"})
        })
        .collect();
    let share = full_with(&json!({"title": "春の映画 · spring film", "usage": days}));
    opened(share)
        .documented("share")
        .answer("share_explain", decision)
        .keys("wuser:eve address:192.0.2.9 at:2d<enter>")
        .documented("share_visitor")
        .answer("slug_list", json!([]))
        .keys("c")
        .documented("share_links")
        .answer("permission_presets", json!([]))
        .keys("e <tab><ctrl-u>30d<tab><tab><ctrl-u>")
        .documented("share_edit");
}
