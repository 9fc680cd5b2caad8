//! The transcript of a file: read, searched, gone through by hits and times, written to a file.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::desk::Effect;
use share_tui::message::{Message, Reply};

use crate::files::{FILE, opened, presentable};
use crate::play::Play;

fn utterance(ordinal: usize) -> Value {
    let speaker = match ordinal % 3 {
        0 => Value::Null,
        1 => json!("Ada"),
        _ => json!("Bob"),
    };
    json!({"file_id": FILE, "ordinal": ordinal, "start_ms": (ordinal - 1) * 4000, "end_ms": (ordinal - 1) * 4000 + 3500, "speaker": speaker,
        "text": format!("Sentence {ordinal} of a long way home, in which somebody says where the snow is.")})
}

fn page(from: usize, to: usize) -> Value {
    (from..=to).map(utterance).collect()
}

fn about() -> Value {
    json!({"file_id": FILE, "state": "completed", "language": "en", "has_dialogue": true, "run": 1, "utterances": 250, "segments": 0,
        "speakers": ["Ada", "Bob"], "job_id": null})
}

/// Answers with a transcript.
pub(crate) fn on(play: Play) -> Play {
    play.answer("transcript_get", about())
        .answer("utterance_list", page(1, 100))
}

fn shown() -> Play {
    on(opened()).keys("<tab><tab><tab>")
}

/// The cursor of the last page that was asked for.
fn cursor(play: &Play) -> Option<String> {
    let call = play.last("utterance_list");
    call.argument("cursor").map(str::to_owned)
}

#[test]
fn what_is_said_is_listed_with_times_and_speakers_and_one_of_it_in_full() {
    let mut play = shown();
    assert_eq!(Some("100"), play.last("utterance_list").argument("limit"));
    assert_snapshot!("file_transcript_80", play.picture(80, 24));
    assert_snapshot!("file_transcript_40", play.picture(40, 12));
    on(presentable())
        .keys("<tab><tab><tab>")
        .documented("file_transcript");
}

#[test]
fn a_search_lists_its_hits_and_enter_goes_to_one_in_the_transcript() {
    let hits = json!([utterance(7), utterance(230)]);
    let mut play = shown()
        .answer("transcript_search", hits)
        .keys("/snow or home<enter>");
    let call = play.last("transcript_search");
    assert_eq!(Some("snow or home"), call.argument("query"));
    assert_eq!(Some(FILE), call.argument("file_id"));
    assert_snapshot!("file_transcript_hits_80", play.picture(80, 16));
    // A hit on the page that is there needs no question to the server.
    let asked = play.asked.len();
    let mut play = play.keys("<enter>");
    assert_eq!(asked, play.asked.len());
    assert_snapshot!("file_transcript_hit_80", play.picture(80, 16));
    let mut play = play.answer("utterance_list", page(201, 250)).keys("n");
    assert_eq!(Some("200"), cursor(&play).as_deref());
    let picture = play.picture(80, 24);
    assert!(picture.contains(" >15:16"), "{picture}");
    assert!(picture.contains("hit 2 of 2"), "{picture}");
    let mut play = play.keys("n");
    assert!(play.picture(80, 24).contains("that is the last hit"));
    // The rows before the hit are there, page by page.
    let mut play = play.answer("utterance_list", page(101, 200));
    play = play.keys("g");
    assert_eq!(None, cursor(&play));
    let mut play = play.answer("utterance_list", page(1, 100)).keys("N");
    assert!(play.picture(80, 24).contains("hit 1 of 2"));
    // Esc leaves the search first, and then the screen.
    let mut play = play.keys("<esc>");
    assert!(play.picture(80, 24).contains("completed · en"));
    let mut play = play.keys("<esc>");
    assert!(play.picture(80, 24).starts_with("files"));
}

#[test]
fn up_from_a_page_that_was_jumped_to_goes_to_the_page_before() {
    let play = shown().answer("transcript_search", json!([utterance(230)]));
    let play = play.answer("utterance_list", page(201, 250));
    let play = play.keys("/snow<enter><enter>");
    assert_eq!(Some("200"), cursor(&play).as_deref());
    let play = play.answer("utterance_list", page(101, 200));
    let mut play = play.keys(&"k".repeat(30));
    assert_eq!(Some("100"), cursor(&play).as_deref());
    assert!(play.picture(80, 24).contains(" >13:16"));
}

#[test]
fn the_next_hit_is_asked_for_where_it_is_on_another_page() {
    let first: Vec<Value> = (1..=100).map(|hit| utterance(hit * 2)).collect();
    let play = shown().answer("transcript_search", Value::Array(first));
    let mut play = play.keys("/snow<enter>G");
    assert!(play.picture(80, 24).contains("hit 100 of 100+"));
    let play = play.answer("transcript_search", json!([utterance(249)]));
    let play = play.answer("utterance_list", page(201, 250));
    let mut play = play.keys("n");
    let call = play.last("transcript_search");
    assert_eq!(Some("200"), call.argument("cursor"));
    assert_eq!(Some("200"), cursor(&play).as_deref());
    let picture = play.picture(80, 24);
    assert!(picture.contains("hit 101 of 101 for snow"), "{picture}");
    assert!(picture.contains("16:32 to 16:35.50"), "{picture}");
}

#[test]
fn a_time_that_is_typed_is_gone_to() {
    let play = shown().answer("utterance_list", json!([utterance(120)]));
    let play = play.keys("t7:57");
    let asked = play.asked.len();
    let play = play.keys("<enter>");
    let call = play.asked.get(asked).unwrap();
    assert_eq!(Some("477000"), call.argument("from_ms"));
    assert_eq!(Some("1"), call.argument("limit"));
    assert_eq!(Some("100"), cursor(&play).as_deref());
    // What is no time is said, and nothing is asked.
    let mut play = shown().keys("t1:99<enter>");
    assert!(play.picture(80, 24).contains("! 1:99 is no time in a file"));
    let mut play = play
        .answer("utterance_list", json!([]))
        .keys("<ctrl-u>9:00:00<enter>");
    assert!(
        play.picture(80, 24)
            .contains("nothing is said after 9:00:00")
    );
}

#[test]
fn keys_wait_for_the_page_that_is_gone_to() {
    let answered = |play: Play, rows: Value| {
        let calls = play.awaited.iter().rev();
        let mut calls = calls.filter(|(_, call)| call.function() == "utterance_list");
        let number = calls.next().unwrap().0;
        let rows = rows.as_array().unwrap().iter().map(ToString::to_string);
        play.then(Message::Reply(Reply {
            number,
            function: "utterance_list",
            result: Ok(rows.collect()),
        }))
    };
    let play = opened()
        .answer("transcript_get", about())
        .keys("<tab><tab><tab>t60<enter>");
    let mut play = play.keys("w");
    assert!(!play.picture(80, 24).contains("write to"));
    let call = play.last("utterance_list");
    assert_eq!(Some("60000"), call.argument("from_ms"));
    let mut play = answered(play, json!([utterance(16)]));
    assert!(!play.picture(80, 24).contains("write to"), "it is read now");
    let mut play = answered(play, page(1, 100));
    let picture = play.picture(80, 24);
    assert!(picture.contains("write to"), "{picture}");
    assert!(picture.contains(" >1:00"), "{picture}");
}

#[test]
fn subtitles_are_written_in_the_form_that_the_name_ends_with() {
    let written = json!({"file_name": "home.en.srt", "mime_type": "application/x-subrip", "body": "1\n00:00:00,000 --> 00:00:03,500\nSentence\n"});
    let mut play = shown().answer("transcript_export", written).keys("w");
    let picture = play.picture(80, 24);
    assert!(
        picture.contains("write to: the long way home.vtt"),
        "{picture}"
    );
    let mut play = play.keys("<ctrl-u>/tmp/home.doc<enter>");
    assert!(play.picture(80, 24).contains("! no such form"));
    let play = play.keys("<ctrl-w>srt<ctrl-u>/tmp/home.SRT<enter>");
    let call = play.last("transcript_export");
    assert_eq!(Some("srt"), call.argument("type"));
    assert_eq!(Some(FILE), call.argument("file_id"));
    let Some(Effect::Write { file, text }) = play.effects.last() else {
        panic!("{:?}", play.effects);
    };
    assert_eq!("/tmp/home.SRT", file.to_str().unwrap());
    assert!(text.starts_with("1\n00:00:00,000"));
}

#[test]
fn no_transcript_no_hits_and_refusals_are_said() {
    let none = json!({"state": null, "language": null, "has_dialogue": null, "utterances": null, "speakers": null});
    let mut play = opened()
        .answer("transcript_get", none)
        .answer("utterance_list", json!([]))
        .answer("transcript_search", json!([]))
        .keys("<tab><tab><tab>");
    let picture = play.picture(80, 24);
    assert!(picture.contains("no transcript: nobody has asked for one"));
    assert!(picture.contains("nothing is said"), "{picture}");
    let mut play = play.keys("w/snow<enter>");
    assert!(play.picture(80, 24).contains("no hits for snow"));
    let mut play = play
        .refuse(
            "transcript_search",
            Problem::new(Kind::Invalid, "query is too long\u{1b}[0m", None),
        )
        .keys("/<enter>");
    let picture = play.picture(80, 24);
    assert!(
        picture.contains("! query is too long\u{FFFD}[0m"),
        "{picture}"
    );
    assert!(picture.contains("no search was made"), "{picture}");
}

#[test]
fn hostile_words_are_harmless() {
    let mut said = utterance(1);
    said["text"] = json!("a\u{1b}[2J\nb\u{202E}c");
    said["speaker"] = json!("\u{9b}31m");
    let mut play = opened()
        .answer("transcript_get", about())
        .answer("utterance_list", json!([said]))
        .keys("<tab><tab><tab>");
    let picture = play.picture(80, 24);
    assert!(
        !picture.contains(['\u{1b}', '\u{202E}', '\u{9b}']),
        "{picture}"
    );
}
