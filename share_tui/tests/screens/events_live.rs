//! Events as they come.

use std::time::Duration;

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::desk::Effect;
use share_tui::message::{Connection, Message};

use crate::events::{event, id};
use crate::play::Play;

const CHANNEL: &str = "pg_share_event";

fn announced(play: Play) -> Play {
    play.then(Message::Announced {
        channel: CHANNEL.to_owned(),
        payload: String::new(),
    })
}

fn searches(play: &Play) -> usize {
    play.asked
        .iter()
        .filter(|call| call.function() == "event_search")
        .count()
}

fn listens(play: &Play) -> usize {
    play.effects
        .iter()
        .filter(|effect| **effect == Effect::Listen(CHANNEL))
        .count()
}

/// A list of events that follows what comes.
fn live() -> Play {
    let before = json!([event(2, 30), event(1, 40)]);
    Play::new()
        .answer("event_search", before)
        .open_named("events")
        .keys("f")
}

/// What a reading of the last ten seconds brings, oldest first.
fn reading(play: Play, rows: &[Value]) -> Play {
    play.answer("event_search", Value::Array(rows.to_vec()))
}

#[test]
fn new_events_come_on_top_when_the_server_announces_them() {
    let play = live();
    assert_eq!(1, listens(&play));
    let play =
        reading(play, &[event(2, 30), event(3, 20), event(4, 10)]).wait(Duration::from_secs(1));
    let mut play = announced(play);
    let call = play.last("event_search");
    // Ten seconds before the last one that is known.
    assert_eq!(Some("2026-03-01T11:59:19.5Z"), call.argument("after"));
    assert_eq!(Some("false"), call.argument("descending"));
    assert_snapshot!("announced", play.picture(80, 10));
}

#[test]
fn what_comes_right_after_an_announcement_is_read_once_more() {
    let play = announced(live().wait(Duration::from_secs(1)));
    let asked = searches(&play);
    let play = play.wait(Duration::from_millis(1400));
    assert_eq!(asked, searches(&play));
    let play = play.wait(Duration::from_millis(101));
    assert_eq!(asked + 1, searches(&play));
    // After that it looks now and then alone.
    let play = play.wait(Duration::from_secs(29));
    assert_eq!(asked + 1, searches(&play));
    let play = play.wait(Duration::from_secs(2));
    assert_eq!(asked + 2, searches(&play));
}

#[test]
fn many_announcements_make_few_readings() {
    let mut play = live().wait(Duration::from_secs(1));
    let asked = searches(&play);
    for _ in 0..50 {
        play = announced(play);
    }
    assert_eq!(asked + 1, searches(&play));
    let play = play.wait(Duration::from_millis(501));
    assert_eq!(asked + 2, searches(&play));
}

#[test]
fn a_server_that_does_not_announce_is_asked_by_a_timer_and_that_is_said() {
    let mut play = live();
    assert!(
        play.picture(80, 10)
            .contains("live, every 5 s until the server announces")
    );
    play = reading(play, &[event(3, 20)]).wait(Duration::from_secs(5));
    play = reading(play, &[event(4, 10)]).wait(Duration::from_secs(5));
    let picture = play.picture(120, 10);
    assert!(
        picture.contains("every 3 s: no announcements come here"),
        "{picture}"
    );
    assert!(picture.contains("Film 4"), "{picture}");
    let asked = searches(&play);
    let play = play.wait(Duration::from_secs(3));
    assert_eq!(asked + 1, searches(&play));
    // One announcement shows that it does.
    let mut play = announced(play);
    assert!(
        play.picture(80, 10)
            .contains("live, announced by the server")
    );
}

#[test]
fn a_quiet_server_is_not_taken_for_a_mute_one() {
    let mut play = live();
    for _ in 0..5 {
        play = play.wait(Duration::from_secs(5));
    }
    assert!(play.picture(80, 10).contains("until the server announces"));
}

#[test]
fn a_burst_is_read_to_its_end() {
    let play = answer(Play::new().open_named("events"), &json!([])).keys("f");
    let play = answer(play, &json!([event(2, 30)])).wait(Duration::from_secs(5));
    let page: Vec<Value> = (10..110).map(|n| event(n, 20)).collect();
    let play = answer(play, &Value::Array(page));
    assert_eq!(
        Some(id(109).as_str()),
        play.last("event_search").argument("cursor")
    );
    let mut play = answer(play, &json!([event(200, 5)]));
    assert!(play.picture(80, 8).contains("102 shown"));
    assert!(play.awaited.is_empty());
}

#[test]
fn what_is_older_than_the_first_reading_is_not_new() {
    let newest: Vec<Value> = (100..200).map(|n| event(n, (n - 100) / 20)).collect();
    let play = Play::new().answer("event_search", Value::Array(newest));
    let play = play
        .open_named("events")
        .keys("f")
        .wait(Duration::from_secs(1));
    // The last ten seconds also hold an event from before the first reading.
    let mut play = announced(reading(play, &[event(1, 6), event(150, 2), event(300, 0)]));
    assert!(play.picture(80, 8).contains("101 shown"));
}

#[test]
fn an_event_that_was_committed_late_stands_at_its_time() {
    let play = live().wait(Duration::from_secs(1));
    let play = announced(reading(play, &[event(5, 35), event(4, 10)]));
    let mut play = play.keys("jjv");
    assert!(
        play.picture(80, 24).contains("Film 5"),
        "after that of 10 and that of 30 seconds ago"
    );
    let play = play.keys("<esc>gv<enter>");
    assert_eq!(
        Some(id(54).as_str()),
        play.last("share_full_json").argument("id")
    );
}

#[test]
fn where_nothing_has_happened_yet_only_what_is_new_is_looked_for() {
    let play = Play::new()
        .answer("event_search", json!([]))
        .open_named("events");
    let mut play = play.keys("f");
    assert!(play.picture(80, 8).contains("nothing yet"));
    play = announced(play.wait(Duration::from_secs(1)));
    let call = play.last("event_search");
    assert_eq!(Some("2026-03-01T11:55:00Z"), call.argument("after"));
    assert_eq!(Some("false"), call.argument("descending"));
}

fn answer(mut play: Play, rows: &Value) -> Play {
    let (number, call) = play.awaited.pop().unwrap();
    let rows = rows
        .as_array()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    let reply = share_tui::message::Reply {
        number,
        function: call.function(),
        result: Ok(rows),
    };
    play.then(Message::Reply(reply))
}

#[test]
fn the_selection_stays_on_its_event() {
    let play = live().keys("j").wait(Duration::from_secs(1));
    let play = announced(reading(play, &[event(3, 20), event(4, 10)]));
    let play = play.keys("<enter>");
    assert_eq!(
        Some(id(51).as_str()),
        play.last("share_full_json").argument("id")
    );
}

#[test]
fn what_came_while_something_else_was_shown_is_read_on_the_way_back() {
    let play = live().answer("share_full_json", json!([])).keys("<enter>");
    let asked = searches(&play);
    let play = play.keys("<esc>");
    assert_eq!(asked + 1, searches(&play));
    assert_eq!(
        Some("false"),
        play.last("event_search").argument("descending")
    );
}

#[test]
fn what_came_while_the_server_was_lost_is_read_when_it_is_back() {
    let lost = Connection::Lost {
        why: "gone".to_owned(),
        retry_in: Duration::from_secs(1),
    };
    let play = live().then(Message::Connection(lost));
    let play = play.then(Message::Connection(Connection::Connected {
        is_standby: false,
    }));
    assert_eq!(1, listens(&play), "who hears comes back with the server");
    assert_eq!(
        Some("false"),
        play.last("event_search").argument("descending")
    );
}

#[test]
fn what_comes_is_not_looked_for_before_a_time_that_is_over() {
    let play = Play::new()
        .answer("event_search", json!([]))
        .open_named("events");
    let mut play = play.keys("/before:1h<enter>f");
    assert!(
        play.picture(100, 10)
            .contains("take before: out of the filter")
    );
    assert_eq!(0, listens(&play));
}

#[test]
fn esc_ends_it_and_leaves_the_list() {
    let mut play = live().keys("<esc>");
    assert!(play.picture(80, 10).contains("events · row 1"));
    let asked = searches(&play);
    let play = announced(play.wait(Duration::from_mins(1)));
    assert_eq!(asked, searches(&play));
}

#[test]
fn the_filter_holds_for_what_comes() {
    let play = live().keys("/share.refused<enter>ff");
    assert_eq!(1, listens(&play));
    let play = announced(play.wait(Duration::from_secs(1)));
    assert_eq!(
        Some(r#"{"share.refused"}"#),
        play.last("event_search").argument("kinds")
    );
}
