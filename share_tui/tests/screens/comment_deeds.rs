//! What is done to comments: said, answered, changed, resolved, deleted, looked into, written to a file.

use insta::assert_snapshot;
use serde_json::json;
use share_tui::db::problem::{Kind, Problem};
use share_tui::desk::Effect;

use crate::comment_rows::{FILE, comment, comments, id, many, play, reply, threads};
use crate::play::Play;

#[test]
fn a_reply_goes_to_the_selected_comment_and_is_seen_by_who_sees_that() {
    let play = play().answer("comment_reply", reply(8, 1, "Olga", "Yes."));
    let mut play = play.open(comments()).keys("jr");
    assert_snapshot!("reply_80", play.picture(80, 12));
    play = play.keys("<enter>");
    assert!(play.picture(80, 24).contains("! write what is to be said"));
    let mut play = play.keys("Yes.<enter>");
    let call = play.last("comment_reply");
    for (name, value) in [
        ("file_id", FILE),
        ("comment_id", &id(2)),
        ("content", "Yes."),
        ("is_public", "false"),
    ] {
        assert_eq!(Some(value), call.argument(name), "{name}");
    }
    assert!(play.picture(80, 24).contains("ok the reply is there"));
    assert_eq!(2, many(&play, "comment_list"), "the list is read again");
}

#[test]
fn a_comment_is_added_at_a_second_for_a_while() {
    let play = play().answer("comment_add", comment(9, Some(83.5), "Olga", "Now"));
    let mut play = play.open(comments()).keys("n");
    assert_snapshot!("add_80", play.picture(80, 12));
    play = play.keys("Now<tab>1:75<enter>");
    assert!(play.picture(80, 24).contains("!>at_seconds"));
    let play = play.keys("<ctrl-u>1:23.5<tab>8<tab><right><enter>");
    let call = play.last("comment_add");
    let given = [
        ("content", "Now"),
        ("at_seconds", "83.5"),
        ("duration_seconds", "8"),
        ("is_public", "false"),
    ];
    for (name, value) in given {
        assert_eq!(Some(value), call.argument(name), "{name}");
    }
}

#[test]
fn an_edit_sends_what_was_changed_and_takes_away_what_was_emptied() {
    let play = play().answer("comment_update", comment(1, None, "Ada", "x"));
    let mut play = play.open(comments()).keys("e");
    assert_snapshot!("edit_80", play.picture(80, 12));
    play = play.keys("<enter>");
    assert!(play.picture(80, 24).contains("! nothing is changed yet"));
    let play = play.keys("<tab><tab><ctrl-u><enter>");
    let call = play.last("comment_update");
    assert_eq!(Some("-1"), call.argument("duration_seconds"));
    assert_eq!(3, call.arguments().len(), "{call:?}");
    // Of others' comments only who sees them.
    let mut play = play.keys("je");
    let picture = play.picture(80, 12);
    assert!(
        picture.contains("is_public") && !picture.contains("content"),
        "{picture}"
    );
    let play = play.keys("<right><enter>");
    let call = play.last("comment_update");
    assert_eq!(
        (Some(id(2).as_str()), Some("true")),
        (call.argument("comment_id"), call.argument("is_public"))
    );
}

#[test]
fn a_thread_is_resolved_and_opened_again_by_keys_of_their_own() {
    let mut play = play().open(comments()).keys("jx");
    let call = play.last("comment_resolve");
    assert_eq!(
        (Some(id(2).as_str()), Some("true")),
        (call.argument("comment_id"), call.argument("resolved"))
    );
    // A second time is not sent while the first is under way.
    play = play.keys("x");
    assert_eq!(1, many(&play, "comment_resolve"));
    let mut play = play.reply("comment_resolve", &comment(1, None, "Ada", "x"));
    assert!(play.picture(80, 24).contains("ok the thread is resolved"));
    // The third thread is resolved already.
    let play = play.keys("jjx");
    assert_eq!(1, many(&play, "comment_resolve"));
    let play = play.keys("o");
    let call = play.last("comment_resolve");
    assert_eq!(
        (Some(id(4).as_str()), Some("false")),
        (call.argument("comment_id"), call.argument("resolved"))
    );
}

#[test]
fn deleting_asks_says_what_stays_and_enter_is_no_yes() {
    let play = play().answer("comment_delete", json!({"id": id(1), "object": "comment"}));
    let mut play = play.open(comments()).keys("D");
    assert_snapshot!("delete_80", play.picture(80, 24));
    let play = play.keys("<enter>");
    assert_eq!(0, many(&play, "comment_delete"));
    let play = play.keys("Dy");
    assert_eq!(
        Some(id(1).as_str()),
        play.last("comment_delete").argument("comment_id")
    );
    // What is deleted is neither deleted again, nor answered.
    let asked = play.asked.len();
    let play = play.keys("jjjjDer");
    assert_eq!(asked, play.asked.len());
}

#[test]
fn keys_wait_for_the_comments_that_they_are_to_act_on() {
    let play = Play::new()
        .answer("comment_list", threads())
        .open(comments());
    let mut play = play.forget("comment_list").keys("<tab>x");
    assert_eq!(0, many(&play, "comment_resolve"));
    assert!(!play.picture(80, 24).contains(" >"));
    let other = comment(50, None, "Bob", "Another");
    let play = play.reply("comment_list", &other);
    assert_eq!(
        Some(id(50).as_str()),
        play.last("comment_resolve").argument("comment_id")
    );
}

#[test]
fn a_comment_is_shown_in_full_and_what_it_was_before() {
    let mut play = play().open(comments()).keys("v");
    assert_snapshot!("in_full_80", play.picture(80, 24));
    let edits = json!([
        {"id": id(30), "comment_id": id(1), "content": "Too early", "at_seconds": 80, "duration_seconds": null, "is_public": false,
            "editor_kind": "user", "editor": "ada", "editor_name": "Ada \u{1b}[2JLovelace", "edited_at": "2026-03-01T10:10:00+00:00"},
        {"id": id(31), "comment_id": id(1), "content": "The cut comes too early", "at_seconds": 83.5, "duration_seconds": 8, "is_public": true,
            "editor_kind": "user", "editor": "ada", "editor_name": null, "edited_at": "2026-03-01T10:30:00+00:00"},
    ]);
    let mut play = play.answer("comment_edit_list", edits).keys("<esc>h");
    assert_snapshot!("history_80", play.picture(80, 12));
    let mut play = play.answer("comment_edit_list", json!([])).keys("hjh");
    assert!(play.picture(80, 12).contains("it was never changed"));
    assert_eq!(
        Some(id(2).as_str()),
        play.last("comment_edit_list").argument("comment_id")
    );
}

#[test]
fn an_export_asks_for_what_its_form_needs_and_is_written_to_a_file() {
    let written =
        json!({"file_name": "x.comments.edl", "mime_type": "text/plain", "body": "TITLE: home\n"});
    let mut play = play()
        .answer("comment_export", written)
        .open(comments())
        .keys("w");
    assert!(play.picture(80, 24).contains("frame_rate"));
    play = play.keys("v");
    let picture = play.picture(80, 24);
    assert!(
        !picture.contains("frame_rate") && picture.contains("the_long_way_home.comments.vtt"),
        "{picture}"
    );
    let play = play.keys("e").documented("comments_export");
    let play = play.keys("<tab><tab>2<right><tab>01:00:00:00<enter>");
    let call = play.last("comment_export");
    let given = [
        ("file_id", FILE),
        ("type", "edl"),
        ("frame_rate", "24"),
        ("start_timecode", "01:00:00:00"),
        ("public_only", "false"),
    ];
    for (name, value) in given {
        assert_eq!(Some(value), call.argument(name), "{name}");
    }
    let write = Effect::Write {
        file: "the_long_way_home.comments.edl".into(),
        text: "TITLE: home\n".to_owned(),
    };
    assert_eq!(vec![write], play.effects);
}

#[test]
fn a_name_that_was_written_is_kept_and_a_refusal_stands_at_its_field() {
    let mut refusal = Problem::new(Kind::Invalid, "not an argument of an export", None);
    refusal.detail = Some("start_timecode: 25 hours".to_owned());
    let play = play().refuse("comment_export", refusal).open(comments());
    let mut play = play.keys("w<back-tab><ctrl-u>notes.txt<tab><right><enter>");
    let picture = play.picture(80, 24);
    assert!(
        picture.contains("notes.txt") && picture.contains("!>start_timecode"),
        "{picture}"
    );
    assert!(play.effects.is_empty());
}
