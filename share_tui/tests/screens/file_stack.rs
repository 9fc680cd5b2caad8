//! The versions of a file: seen, opened, moved, added and taken out.

use std::time::Duration;

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};

use crate::files::{ACCOUNT, DRIVE, FILE, opened, presentable};
use crate::play::Play;

const OLD: &str = "00000000-0000-7000-8000-0000000000f5";
const NEW: &str = "00000000-0000-7000-8000-0000000000f6";

fn version(number: u32, of: u32, id: &str, path: &str) -> Value {
    json!({"stack_id": "00000000-0000-7000-8000-0000000000aa", "stack_number": number, "is_top": number == of, "id": id, "account_id": ACCOUNT,
        "drive_id": DRIVE, "path": path, "filename": path.rsplit('/').next(), "media_type": "video", "mime_type": "video/mp4", "bytes": 1_048_576,
        "duration_seconds": 5425.5, "status": "completed", "created_at": "2026-02-28T09:30:00+00:00", "updated_at": "2026-02-28T09:30:00+00:00"})
}

fn three() -> Value {
    json!([
        version(1, 3, OLD, "/films/home_v1.mp4"),
        version(2, 3, FILE, "/films/the long way home.mp4"),
        version(3, 3, NEW, "/films/home_v3.mp4"),
    ])
}

fn shown(versions: Value) -> Play {
    on(opened(), versions)
}

fn on(play: Play, versions: Value) -> Play {
    play.answer("stack_list", versions)
        .keys("<back-tab><back-tab><back-tab><back-tab><back-tab>")
}

#[test]
fn versions_stand_with_the_newest_on_top_and_the_file_itself_is_selected() {
    let mut play = shown(three());
    assert_eq!(Some(FILE), play.last("stack_list").argument("file_id"));
    assert_snapshot!("file_stack_80", play.picture(80, 12));
    on(presentable(), three()).documented("file_stack");
}

#[test]
fn a_row_opens_the_screen_of_its_file_and_the_file_itself_does_not_open_again() {
    let play = shown(three());
    let asked = play.asked.len();
    let play = play.keys("<enter>");
    assert_eq!(asked, play.asked.len());
    let play = play.keys("j<enter>");
    assert_eq!(Some(OLD), play.last("file_get").argument("id"));
}

#[test]
fn a_version_moves_and_keys_wait_until_it_has() {
    let mut play = shown(three()).keys("+");
    let call = play.last("stack_move");
    assert_eq!(Some(FILE), call.argument("file_id"));
    assert_eq!(Some("3"), call.argument("new_stack_number"));
    // On a row that is not what it looks like nothing is done.
    play = play.keys("-");
    let tried = |play: &Play| {
        let asked = play.asked.iter();
        asked.filter(|call| call.function() == "stack_move").count()
    };
    assert_eq!(1, tried(&play));
    let moved = json!([
        version(1, 3, OLD, "/films/home_v1.mp4"),
        version(2, 3, NEW, "/films/home_v3.mp4"),
        version(3, 3, FILE, "/films/the long way home.mp4"),
    ]);
    play = play.answer("stack_list", moved);
    play = play.reply("stack_move", &json!(true));
    assert_eq!(2, tried(&play));
    let call = play.last("stack_move");
    assert_eq!(Some(FILE), call.argument("file_id"), "it stays selected");
    assert_eq!(Some("2"), call.argument("new_stack_number"));
    // The top does not go higher.
    let play = shown(three()).keys("k+");
    assert_eq!(0, tried(&play));
    let mut play = shown(three()).answer("stack_move", json!([true])).keys("+");
    let picture = play.picture(100, 24);
    assert!(picture.contains("is version 3, on top: shares that follow the stack show it"));
}

#[test]
fn a_version_is_taken_out_after_a_question_that_tells_what_follows() {
    let mut play = shown(three()).keys("kx");
    assert_snapshot!("file_stack_remove_80", play.picture(80, 16));
    let mut play = play.answer("stack_remove", json!([true])).keys("y");
    assert_eq!(Some(NEW), play.last("stack_remove").argument("file_id"));
    assert!(
        play.picture(80, 24)
            .contains("home_v3.mp4 is out of the stack")
    );
    let two = json!([
        version(1, 2, OLD, "/films/home_v1.mp4"),
        version(2, 2, FILE, "/films/the long way home.mp4"),
    ]);
    let mut play = shown(two).keys("jx");
    let picture = play.picture(80, 24);
    assert!(picture.contains("The stack is dissolved"), "{picture}");
    let play = play.keys("n");
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "stack_remove")
    );
}

#[test]
fn a_newer_version_is_searched_for_on_the_drive_and_put_on_top() {
    let found = json!([{"id": NEW, "path": "/films/home_v3.mp4", "media_type": "video", "status": "completed", "cursor": NEW, "seen": null}]);
    let play = shown(three()).answer("file_search", found).keys("nv3");
    let mut play = play.wait(Duration::from_millis(400));
    let call = play.last("file_search");
    assert_eq!(Some("v3"), call.argument("text"));
    assert_eq!(Some(DRIVE), call.argument("drive_id"));
    assert_eq!(Some(ACCOUNT), call.argument("account_id"));
    assert_snapshot!("file_stack_add_80", play.picture(80, 16));
    let play = play.answer("stack_add", json!([4])).keys("<enter>");
    let call = play.last("stack_add");
    assert_eq!(Some(NEW), call.argument("file_id"));
    assert_eq!(Some(FILE), call.argument("target_file_id"));
}

#[test]
fn enter_does_not_pick_what_was_found_for_other_words() {
    let found = json!([{"id": NEW, "path": "/films/home_v3.mp4", "cursor": NEW, "seen": null}]);
    let play = shown(three()).answer("file_search", found).keys("nv3");
    let play = play.wait(Duration::from_millis(400));
    let mut play = play.keys("4<enter>");
    assert!(play.picture(80, 24).contains("! pick one of the files"));
    let calls = play.asked.iter();
    assert_eq!(
        0,
        calls.filter(|call| call.function() == "stack_add").count()
    );
}

#[test]
fn a_file_in_no_stack_begins_one_with_a_newer_version() {
    let found = json!([{"id": NEW, "path": "/films/home_v3.mp4", "cursor": NEW, "seen": null}]);
    let mut play = shown(json!([])).answer("file_search", found);
    assert!(play.picture(80, 24).contains("in no stack: n makes one"));
    play = play.keys("n<enter>");
    assert!(play.picture(80, 24).contains("! pick one of the files"));
    let play = play.keys("v3").wait(Duration::from_millis(400));
    let play = play.keys("<enter>");
    let call = play.last("stack_create");
    let files = format!("{{\"{FILE}\",\"{NEW}\"}}");
    assert_eq!(Some(files.as_str()), call.argument("file_ids"));
}

#[test]
fn a_refusal_is_said_and_the_stack_is_read_again() {
    let mut refused = Problem::new(Kind::Conflict, "a file is in a stack already", None);
    refused.code = Some("23505".to_owned());
    let play = shown(three()).refuse("stack_move", refused);
    let asked = |play: &Play| {
        let calls = play.asked.iter();
        calls.filter(|call| call.function() == "stack_list").count()
    };
    let before = asked(&play);
    let mut play = play.keys("-");
    assert_eq!(before + 1, asked(&play));
    let picture = play.picture(80, 24);
    assert!(
        picture.contains("! a file is in a stack already (23505)"),
        "{picture}"
    );
    let problem = Problem::new(Kind::Denied, "not allowed", None);
    let mut play = opened()
        .refuse("stack_list", problem)
        .keys("<tab><tab><tab><tab>");
    let picture = play.picture(80, 24);
    assert!(picture.contains("! not allowed") && picture.contains("not read"));
}
