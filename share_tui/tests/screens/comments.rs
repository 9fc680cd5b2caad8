//! The comments on a file, and one thread of them.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::screen::comments::Comments;

use crate::comment_rows::{FILE, comment, comments, id, many, play, reply, thread, threads};
use crate::play::Play;

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
fn the_selected_comment_stays_selected_when_others_come_before_it() {
    let play = play().open(comments()).keys("jjj");
    let mut rows = vec![comment(60, None, "Bob", "Another")];
    rows.extend(threads().as_array().unwrap().iter().cloned());
    let mut play = play
        .answer("comment_list", Value::Array(rows))
        .keys("<ctrl-r>");
    assert!(play.picture(80, 24).contains(">whole file  Eve"));
    // Where it is gone, the row in its place is.
    let mut play = play.answer("comment_list", thread()).keys("<ctrl-r>");
    assert!(play.picture(80, 24).contains(">    Olga"));
}
