//! What is around every screen: header, notice, footer, help, palette, questions.

use std::time::Duration;

use crossterm::event::{KeyModifiers, MouseEvent, MouseEventKind};
use insta::assert_snapshot;
use serde_json::json;
use share_tui::db::problem::{Kind, Problem};
use share_tui::desk::Effect;
use share_tui::message::{Connection, Message};
use share_tui::screen;
use share_tui::screen::share::Share;

use crate::play::{Play, documented_in};
use crate::share_rows::rows;

const ID: &str = "00000000-0000-7000-8000-000000000001";

fn on_a_share() -> Play {
    Play::new()
        .answer(
            "share_full_json",
            json!({"id": ID, "title": "Film", "state": "active", "visibility": "public"}),
        )
        .answer("share_reach", json!([]))
        .open(Box::new(Share::new(ID.to_owned())))
}

#[test]
fn help_shows_the_keys_of_the_screen() {
    let mut play = on_a_share().keys("?");
    assert_snapshot!(play.picture(80, 24));
    let mut play = play.keys("x");
    assert!(!play.picture(80, 24).contains("any other key closes"));
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "share_revoke")
    );
}

#[test]
fn the_palette_goes_to_a_screen_by_a_part_of_its_name() {
    let mut play = on_a_share().keys(":hare");
    assert_snapshot!(play.picture(80, 10));
    let play = play.answer("share_search", json!([])).keys("<enter>");
    assert_eq!(Some("100"), play.last("share_search").argument("limit"));
}

#[test]
fn a_question_is_a_no_until_it_is_said() {
    for key in ["<enter>", "<esc>", "n", "q"] {
        let play = on_a_share().keys("d").keys(key);
        assert!(
            play.asked
                .iter()
                .all(|call| call.function() != "share_disable"),
            "{key}"
        );
    }
    let play = on_a_share().keys("dy");
    assert_eq!(Some(ID), play.last("share_disable").argument("id"));
}

#[test]
fn a_slow_call_is_shown_with_its_time_and_can_be_cancelled() {
    let mut play = Play::new().open(Box::new(Share::new(ID.to_owned())));
    assert!(!play.picture(80, 6).contains("share_full_json"));
    let mut play = play.wait(Duration::from_millis(2_300));
    assert!(play.picture(80, 6).contains("share_full_json 2.3 s"));
    let play = play.keys("<ctrl-x>");
    assert_eq!(vec![Effect::CancelCall], play.effects);
}

#[test]
fn a_lost_server_is_told_with_the_next_try_and_keys_still_work() {
    let lost = Connection::Lost {
        why: "connection refused".to_owned(),
        retry_in: Duration::from_secs(8),
    };
    let mut play = on_a_share()
        .then(Message::Connection(lost))
        .wait(Duration::from_secs(3));
    assert_snapshot!(play.picture(80, 8));
    let play = play.keys("<ctrl-r>");
    assert_eq!(vec![Effect::Reconnect], play.effects);
    let asked = play.asked.len();
    let play = play.then(Message::Connection(Connection::Connected {
        is_standby: true,
    }));
    assert_eq!(asked + 1, play.asked.len(), "the screen reads again");
}

#[test]
fn a_problem_stays_until_a_key_is_pressed() {
    let problem = Problem {
        code: Some("42501".to_owned()),
        detail: Some("share: 1".to_owned()),
        ..Problem::new(Kind::Denied, "not allowed\u{1b}[2J", None)
    };
    let play = on_a_share().refuse("share_full_json", problem).keys("<f5>");
    let mut play = play.wait(Duration::from_mins(10));
    let picture = play.picture(80, 6);
    assert!(
        picture.contains("! not allowed\u{FFFD}[2J; share: 1 (42501)"),
        "{picture}"
    );
    assert!(!play.keys("j").picture(80, 6).contains("not allowed"));
}

#[test]
fn every_screen_is_in_the_documentation() {
    for entry in screen::ALL {
        for size in ["80x24", "120x40"] {
            let file = documented_in().join(format!("{}-{size}.txt", entry.name.replace(' ', "_")));
            assert!(
                file.is_file(),
                "{}: a test of the screen calls documented()",
                file.display()
            );
        }
    }
}

/// The share that is opened after some turns of the wheel and some keys.
fn opened(turns: &[MouseEventKind], keys: &str) -> Option<String> {
    let mut play = Play::new()
        .answer("share_search", rows(3))
        .open_named("shares");
    for kind in turns {
        play = play.then(Message::Mouse(MouseEvent {
            kind: *kind,
            column: 1,
            row: 1,
            modifiers: KeyModifiers::NONE,
        }));
    }
    let play = play.keys(keys);
    let asked = play.asked.iter().rev();
    let mut full = asked.filter(|call| call.function() == "share_full_json");
    full.next()?.argument("id").map(str::to_owned)
}

#[test]
fn the_wheel_goes_up_and_down_as_the_keys_do() {
    use MouseEventKind::{Moved, ScrollDown, ScrollUp};
    assert_eq!(
        opened(&[ScrollDown, ScrollDown, ScrollUp, Moved], "<enter>"),
        opened(&[], "j<enter>")
    );
    assert_ne!(opened(&[ScrollDown], "<enter>"), opened(&[], "<enter>"));
    assert!(opened(&[], "<enter>").is_some());
}
