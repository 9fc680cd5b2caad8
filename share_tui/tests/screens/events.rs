//! The list of events: filter, details, export.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::desk::Effect;
use share_tui::message::{Message, Reply};

use crate::play::Play;

pub(crate) fn id(n: usize) -> String {
    format!("00000000-0000-7000-8000-{n:012}")
}

/// An event at so many seconds before noon.
pub(crate) fn event(n: usize, seconds: usize) -> Value {
    let at = format!(
        "2026-03-01T11:{:02}:{:02}.5+00:00",
        59 - seconds / 60,
        59 - seconds % 60
    );
    json!({
        "id": id(n), "at": at, "account_id": id(90), "share_id": id(n + 50), "kind": "share.opened", "actor_kind": "visitor", "actor": null,
        "detail": {}, "recipient_id": null, "visit_id": null, "reason": null, "address": "203.0.113.0/24", "is_bot": false,
        "share_title": format!("Film {n}"), "cursor_at": at, "cursor": id(n), "seen": null,
    })
}

fn events() -> Value {
    let mut refused = event(1, 5);
    refused["kind"] = "share.refused".into();
    refused["reason"] = "wrong_password".into();
    refused["detail"] = json!({"user_agent": "curl\u{1b}]52;c;evil\u{7}", "tries": [1, 2], "referrer": "https://example.org/\u{202E}a/very/long/way/that/goes/on/and/on/until/it/does/not/fit"});
    let mut rotated = event(2, 70);
    rotated["kind"] = "key.rotated".into();
    rotated["actor_kind"] = "user".into();
    rotated["actor"] = "ada\u{9b}31m".into();
    rotated["share_id"] = Value::Null;
    rotated["share_title"] = Value::Null;
    let mut bot = event(3, 80);
    bot["is_bot"] = true.into();
    bot["share_title"] = "日本語の映画".into();
    json!([refused, rotated, bot])
}

#[test]
fn events_are_listed_newest_first() {
    let mut play = Play::new()
        .answer("event_search", events())
        .open_named("events")
        .documented("events");
    assert_snapshot!("at_80", play.picture(80, 24));
    assert_snapshot!("at_120", play.picture(120, 40));
    assert_snapshot!("at_40", play.picture(40, 12));
}

#[test]
fn a_filter_is_judged_while_it_is_written() {
    let play = Play::new()
        .answer("event_search", events())
        .open_named("events");
    let mut play = play.keys("/colour:red");
    assert_snapshot!("wrong_filter", play.picture(80, 10));
    let asked = play.asked.len();
    let play = play.keys("<enter>");
    assert_eq!(
        asked,
        play.asked.len(),
        "what is not understood is not asked"
    );
    let mut play = play.keys("<ctrl-u>share.* address:203.0.113.0/24 after:2h<enter>");
    let call = play.last("event_search");
    assert_eq!(Some(r#"{"share.*"}"#), call.argument("kinds"));
    assert_eq!(Some("203.0.113.0/24"), call.argument("address"));
    assert_eq!(Some("2026-03-01T10:00:00Z"), call.argument("after"));
    assert!(
        play.picture(80, 10)
            .contains("filter: share.* address:203.0.113.0/24 after:2h")
    );
    // It is there to be changed, and leaving changes nothing.
    let mut play = play.keys("/ x");
    assert!(
        play.picture(80, 10)
            .contains("filter: share.* address:203.0.113.0/24 after:2h x")
    );
    let asked = play.asked.len();
    assert_eq!(asked, play.keys("<esc>").asked.len());
}

#[test]
fn hostile_text_may_be_pasted() {
    let play = Play::new()
        .answer("event_search", events())
        .open_named("events")
        .keys("/");
    let mut play = play.then(Message::Paste("actor:\u{1b}[31m日本\u{202E}\nx".to_owned()));
    let picture = play.picture(60, 10);
    assert!(
        picture.contains("filter: actor:\u{FFFD}[31m日本\u{FFFD} x"),
        "{picture}"
    );
}

#[test]
fn a_long_filter_shows_where_it_is_written() {
    let play = Play::new()
        .answer("event_search", events())
        .open_named("events");
    let mut play =
        play.keys("/actor:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaz");
    assert!(play.picture(40, 10).contains("aaaz"));
}

#[test]
fn one_event_is_shown_in_full() {
    let mut play = Play::new()
        .answer("event_search", events())
        .open_named("events")
        .keys("v");
    assert_snapshot!("in_full", play.picture(80, 24));
    let play = play.keys("<enter>");
    assert_eq!(
        Some(id(51).as_str()),
        play.last("share_full_json").argument("id")
    );
}

#[test]
fn what_does_not_fit_is_scrolled() {
    let mut play = Play::new()
        .answer("event_search", events())
        .open_named("events")
        .keys("vG");
    let end = play.picture(60, 10);
    assert!(end.contains(&format!("id              {}", id(1))), "{end}");
    let mut play = play.keys("g");
    assert!(play.picture(60, 10).contains("share.refused"));
}

#[test]
fn enter_opens_the_share_where_there_is_one() {
    let play = Play::new()
        .answer("event_search", events())
        .open_named("events");
    let mut play = play.keys("j<enter>");
    assert!(
        play.picture(80, 10).contains("events · row 2"),
        "a key has no share"
    );
    let play = play.keys("k<enter>");
    assert_eq!(
        Some(id(51).as_str()),
        play.last("share_full_json").argument("id")
    );
}

#[test]
fn nothing_and_problems_are_said() {
    let mut play = Play::new()
        .answer("event_search", json!([]))
        .open_named("events");
    assert!(play.picture(80, 10).contains("no events"));
    let problem = Problem::new(Kind::Invalid, "too many kinds", Some("give at most 100"));
    let mut fresh = Play::new()
        .refuse("event_search", problem.clone())
        .open_named("events");
    let picture = fresh.picture(80, 10);
    assert!(
        picture.contains("not read") && !picture.contains("reading"),
        "{picture}"
    );
    let mut play = play.refuse("event_search", problem).keys("<ctrl-r>");
    assert!(
        play.picture(80, 10)
            .contains("! too many kinds; give at most 100")
    );
}

/// Answers the call that is awaited last.
fn answer(mut play: Play, rows: &[Value]) -> Play {
    let (number, call) = play.awaited.pop().unwrap();
    let rows = rows.iter().map(ToString::to_string).collect();
    play.then(Message::Reply(Reply {
        number,
        function: call.function(),
        result: Ok(rows),
    }))
}

fn written(play: &Play) -> Vec<(String, String)> {
    let writes = play.effects.iter().filter_map(|effect| match effect {
        Effect::Write { file, text } => Some((file.display().to_string(), text.clone())),
        _ => None,
    });
    writes.collect()
}

#[test]
fn an_export_goes_through_all_pages_and_writes_rows_as_they_are() {
    let play = answer(Play::new().open_named("events"), &[event(1, 1)]);
    let mut play = play.keys("/kind:share.opened<enter>");
    play = answer(play, &[event(1, 1)]);
    play = play.keys("e");
    assert!(
        play.picture(80, 10)
            .contains("write to: events-20260301-120000.jsonl")
    );
    play = play.keys("<ctrl-u>out.jsonl<enter>");
    let page: Vec<Value> = (0..100).map(|n| event(n, n)).collect();
    play = answer(play, &page);
    assert!(
        play.picture(80, 10)
            .contains("exporting: 100 events so far (esc stops)")
    );
    let call = play.last("event_search");
    assert_eq!(Some(id(99).as_str()), call.argument("cursor"));
    assert_eq!(page[99]["cursor_at"].as_str(), call.argument("cursor_at"));
    assert_eq!(Some(r#"{"share.opened"}"#), call.argument("kinds"));
    // A page that stopped early goes on too, and its last row is no event.
    let stop = json!({"id": null, "at": null, "cursor_at": "2026-01-01T00:00:00+00:00", "cursor": id(7), "seen": 20000});
    play = answer(play, &[event(100, 200), stop]);
    assert_eq!(
        Some(id(7).as_str()),
        play.last("event_search").argument("cursor")
    );
    assert!(written(&play).is_empty());
    play = answer(play, &[event(101, 300)]);
    let all: Vec<Value> = page
        .into_iter()
        .chain([event(100, 200), event(101, 300)])
        .collect();
    let lines: Vec<String> = all.iter().map(ToString::to_string).collect();
    let lines = lines.join("\n") + "\n";
    assert_eq!(vec![("out.jsonl".to_owned(), lines)], written(&play));
    assert!(
        play.picture(80, 10)
            .contains("export: 102 events to out.jsonl")
    );
}

#[test]
fn an_export_is_stopped_by_esc_and_by_a_problem() {
    let play = answer(Play::new().open_named("events"), &[event(1, 1)]);
    let mut play = play.keys("e<enter><esc>");
    assert!(
        play.picture(80, 10)
            .contains("the export was stopped, nothing was written")
    );
    play = answer(play, &[event(1, 1)]);
    let problem = Problem::new(
        Kind::Cancelled,
        "canceling statement due to user request",
        None,
    );
    let mut play = play.refuse("event_search", problem).keys("e<enter>");
    let picture = play.picture(80, 10);
    assert!(
        picture.contains("the export failed, nothing was written")
            && picture.contains("! canceling"),
        "{picture}"
    );
    assert!(written(&play).is_empty());
}

#[test]
fn a_file_needs_a_name() {
    let play = Play::new()
        .answer("event_search", events())
        .open_named("events");
    let asked = play.asked.len();
    let mut play = play.keys("e<ctrl-u><enter>");
    assert!(play.picture(80, 10).contains("! the file needs a name"));
    assert_eq!(asked, play.asked.len());
}
