//! The comments on a file, and one thread of them.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::desk::Effect;
use share_tui::screen::comments::Comments;

use crate::play::Play;

const FILE: &str = "00000000-0000-7000-8000-0000000000f0";

fn id(n: usize) -> String {
    format!("00000000-0000-7000-8000-{n:012}")
}

fn comment(n: usize, at: Option<f64>, who: &str, text: &str) -> Value {
    json!({
        "id": id(n), "account_id": id(90), "file_id": FILE, "thread_id": id(n), "parent_id": null, "content": text,
        "at_seconds": at, "duration_seconds": null, "is_public": true, "anchor": null, "annotation": null, "url": null,
        "author_kind": "user", "author": who, "author_name": who, "is_own": false, "share_id": null, "reply_count": 0,
        "mentions": [], "reactions": [], "attachments": [], "resolved_at": null, "resolved_by": null, "resolved_by_name": null,
        "edited_at": null, "copied_from": null, "created_at": "2026-03-01T10:00:00+00:00", "updated_at": "2026-03-01T10:00:00+00:00",
        "deleted_at": null,
    })
}

fn reply(n: usize, to: usize, who: &str, text: &str) -> Value {
    let mut reply = comment(n, None, who, text);
    reply["thread_id"] = json!(id(to));
    reply["parent_id"] = json!(id(to));
    reply["created_at"] = json!("2026-03-01T11:30:00+00:00");
    reply
}

/// A thread that is open, one that is resolved, and one that is gone but for its replies.
fn threads() -> Value {
    let mut first = comment(
        1,
        Some(83.5),
        "Ada Lovelace",
        "The cut comes too early: hold the wide shot two more seconds, until the door has closed behind her and the light is out.\nSee the sheet.",
    );
    first["duration_seconds"] = json!(8);
    first["reply_count"] = json!(5);
    first["is_own"] = json!(true);
    first["edited_at"] = json!("2026-03-01T10:30:00+00:00");
    first["attachments"] =
        json!([{"id": id(70), "name": "sheet.pdf", "mime_type": "application/pdf", "size": 4096}]);
    let reaction = |n: usize, what: &str| json!({"id": id(n), "reaction": what, "author_kind": "user", "author": "bob", "author_name": "Bob", "is_own": false});
    first["reactions"] = json!([
        reaction(71, "agreed"),
        reaction(72, "+1"),
        reaction(73, "agreed")
    ]);
    let mut internal = reply(2, 1, "Bob", "Twelve frames are all that the music leaves.");
    internal["is_public"] = json!(false);
    let mut resolved = comment(4, None, "Eve, a guest", "映画の色はとても良い。");
    resolved["author_kind"] = json!("guest");
    resolved["resolved_at"] = json!("2026-03-01T11:00:00+00:00");
    resolved["resolved_by_name"] = json!("Olga");
    let mut gone = comment(5, Some(3723.25), "", "");
    gone["content"] = Value::Null;
    gone["author_name"] = Value::Null;
    gone["deleted_at"] = json!("2026-03-01T11:00:00+00:00");
    gone["reply_count"] = json!(1);
    json!([
        first,
        internal,
        reply(3, 1, "Ada Lovelace", "Then twelve."),
        resolved,
        gone,
        reply(6, 5, "Bob", "Is this still so?")
    ])
}

fn thread() -> Value {
    let all = threads();
    let mut rows: Vec<Value> = all.as_array().unwrap()[..3].to_vec();
    rows.push(reply(7, 1, "Olga", "Done in cut 12."));
    Value::Array(rows)
}

fn play() -> Play {
    Play::new().answer("comment_list", threads())
}

fn comments() -> Box<Comments> {
    Box::new(Comments::new(
        FILE.to_owned(),
        "/films/the long way home.mp4".to_owned(),
    ))
}

/// The calls of a function so far.
fn many(play: &Play, function: &str) -> usize {
    let asked = play.asked.iter();
    asked.filter(|call| call.function() == function).count()
}

#[test]
fn threads_are_listed_with_their_first_replies() {
    let mut play = play().open(comments()).documented("comments");
    assert_snapshot!("at_80", play.picture(80, 24));
    assert_snapshot!("at_120", play.picture(120, 40));
    assert_snapshot!("at_40", play.picture(40, 12));
    let call = play.last("comment_list");
    for (name, value) in [
        ("file_id", FILE),
        ("direction", "desc"),
        ("replies", "3"),
        ("limit", "100"),
    ] {
        assert_eq!(Some(value), call.argument(name), "{name}");
    }
}

#[test]
fn they_are_opened_from_the_screen_of_their_file() {
    let file = share_tui::screen::file::File::new(FILE.to_owned());
    let play = play().open(Box::new(file)).keys("c");
    assert_eq!(Some(FILE), play.last("comment_list").argument("file_id"));
}

#[test]
fn the_palette_asks_on_which_file() {
    let found = json!({"id": FILE, "account_name": "Ada Films", "drive_name": "default", "path": "/films/home.mp4", "media_type": "video",
        "bytes": null, "duration_seconds": null, "status": "completed", "created_at": "2026-02-28T09:30:00+00:00", "cursor": FILE});
    let mut play = play().answer("file_search", found).open_named("comments");
    assert!(
        play.picture(80, 8)
            .starts_with("comments on which file? · row 1")
    );
    let mut play = play.keys("<enter>");
    assert_eq!(Some(FILE), play.last("comment_list").argument("file_id"));
    assert!(play.picture(80, 8).starts_with("comments · home.mp4"));
}

#[test]
fn no_comments_waiting_and_a_refusal_are_said() {
    let mut play = Play::new().open(comments());
    assert!(play.picture(80, 8).contains("reading…"));
    let mut play = play.reply_with("comment_list", Ok(Vec::new()));
    assert!(play.picture(80, 8).contains("no such comments"));
    let refusal = Problem::new(Kind::Denied, "not allowed\u{1b}[2J", None);
    let mut play = Play::new().refuse("comment_list", refusal).open(comments());
    let picture = play.picture(80, 8);
    assert!(
        picture.contains("! not allowed\u{FFFD}[2J") && picture.contains("not read"),
        "{picture}"
    );
}

#[test]
fn hostile_text_is_harmless() {
    let mut row = comment(
        1,
        Some(1.0),
        "a\u{1b}]0;x\u{7}",
        "b\u{9b}2J\u{202E}c\r\nd\u{200B}",
    );
    row["reactions"] = json!([{"reaction": "\u{2764}\u{FE0F}"}, {"reaction": "\u{1b}[2J"}]);
    row["resolved_at"] = json!("2026-03-01T11:00:00+00:00");
    row["resolved_by_name"] = json!("\u{9d}0;x\u{9c}");
    let hostile = Comments::new(FILE.to_owned(), "/films/\u{1b}[2J\u{202E}.mp4".to_owned());
    let mut play = Play::new()
        .answer("comment_list", row)
        .open(Box::new(hostile));
    for keys in ["", "v", "<esc>", "r", "<esc>", "D"] {
        play = play.keys(keys);
        let picture = play.picture(80, 24);
        let harmful = |letter: char| {
            letter.is_control() && letter != '\n'
                || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        };
        assert!(
            !picture.contains(harmful) && picture.contains('\u{FFFD}'),
            "{keys}: {picture}"
        );
    }
}

#[test]
fn terminals_of_any_size_show_what_they_can() {
    let mut play = play().open(comments());
    for keys in [
        "",
        "j",
        "j",
        "G",
        "/",
        "<esc>g<enter>",
        "v",
        "<esc>h",
        "<esc>n",
        "<esc>w",
    ] {
        play = play.keys(keys);
        for width in [1, 2, 3, 5, 8, 13, 21, 34] {
            for height in 1..9 {
                play.picture(width, height);
            }
        }
    }
    // The selected one is seen as a whole where there is room for it.
    let mut play = self::play().open(comments()).keys("G");
    for height in 5..20 {
        let picture = play.picture(80, height);
        assert!(
            picture.contains(" >    Bob") && picture.contains("Is this still so?"),
            "{picture}"
        );
    }
}

#[test]
fn states_filter_and_order_are_arguments_of_the_list() {
    let play = play().open(comments()).keys("<tab>");
    assert_eq!(
        Some("false"),
        play.last("comment_list").argument("resolved")
    );
    let mut play = play.keys("<tab>");
    assert_eq!(Some("true"), play.last("comment_list").argument("resolved"));
    assert!(play.picture(80, 24).contains("[resolved]"));
    let play = play.keys("s");
    assert_eq!(
        Some("at_seconds"),
        play.last("comment_list").argument("sort")
    );
    let mut play = play.keys("/open<enter>");
    assert!(play.picture(80, 24).contains("! open is no time in a file"));
    let mut play = play.keys("<ctrl-u>1:23.5 public<enter>");
    let call = play.last("comment_list");
    assert_eq!(
        (Some("83.5"), Some("true")),
        (call.argument("near"), call.argument("is_public"))
    );
    assert_eq!(
        None,
        call.argument("sort"),
        "those that are nearest come first"
    );
    assert!(
        play.picture(80, 24)
            .contains("nearest first · filter: 1:23.5 public")
    );
    // The order is no question then, and another comment is likely to be about that time.
    let asked = many(&play, "comment_list");
    let mut play = play.keys("s");
    assert_eq!(asked, many(&play, "comment_list"));
    play = play.keys("n");
    assert!(play.picture(80, 24).contains("1:23.5"));
}

#[test]
fn pages_are_measured_by_threads_and_those_near_a_time_are_one_page() {
    let page = |rows: usize, replies: usize| -> Value {
        let threads = (0..rows).map(|n| comment(n, Some(1.0), "Ada", "x"));
        threads
            .chain((0..replies).map(|n| reply(1000 + n, rows - 1, "Bob", "y")))
            .collect()
    };
    let play = Play::new()
        .answer("comment_list", page(99, 5))
        .open(comments())
        .keys("Gj");
    assert_eq!(
        None,
        play.last("comment_list").argument("cursor"),
        "99 threads are not a page"
    );
    let play = Play::new()
        .answer("comment_list", page(100, 5))
        .open(comments())
        .keys("Gj");
    assert_eq!(
        Some(id(1004).as_str()),
        play.last("comment_list").argument("cursor")
    );
    let play = play.keys("/5<enter>Gj");
    assert_eq!(None, play.last("comment_list").argument("cursor"));
    assert_eq!(Some("5"), play.last("comment_list").argument("near"));
}

#[test]
fn a_thread_is_opened_by_any_of_its_comments_and_shown_with_all_of_its_text() {
    let play = play().open(comments()).answer("comment_list", thread());
    let mut play = play.keys("j<enter>").documented("comments_thread");
    assert_eq!(
        Some(id(1).as_str()),
        play.last("comment_list").argument("thread")
    );
    assert_snapshot!("thread_80", play.picture(80, 24));
    // What belongs to lists of threads is not offered here.
    let asked = play.asked.len();
    let play = play.keys("<tab>s<enter>");
    assert_eq!(asked, play.asked.len());
    let mut play = play.keys("<esc>");
    assert!(
        play.picture(80, 24)
            .starts_with("comments · the long way home.mp4")
    );
}

#[test]
fn a_thread_that_is_gone_is_not_acted_on() {
    let play = play().open(comments()).keys("<enter>");
    let gone = Problem::new(Kind::NotFound, "comment not found", None);
    let mut play = play.refuse("comment_list", gone).keys("<ctrl-r>");
    assert!(play.picture(80, 8).contains("the thread is gone"));
    let asked = play.asked.len();
    let play = play.keys("xrDe");
    assert_eq!(asked, play.asked.len());
}

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
