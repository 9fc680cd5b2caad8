//! The list of files, and one file.

use std::time::Duration;

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};

use crate::play::Play;

pub(crate) const ACCOUNT: &str = "00000000-0000-7000-8000-0000000000a1";
pub(crate) const DRIVE: &str = "00000000-0000-7000-8000-0000000000d1";
const ARCHIVE: &str = "00000000-0000-7000-8000-0000000000d2";
pub(crate) const FILE: &str = "00000000-0000-7000-8000-0000000000f0";

fn found() -> Value {
    json!([
        {"id": FILE, "account_id": ACCOUNT, "account_name": "Ada Films", "drive_id": DRIVE, "drive_name": "default",
            "path": "/films/the long way home.mp4", "filename": "the long way home.mp4", "external_id": null, "media_type": "video",
            "bytes": 734_003_200, "duration_seconds": 5425.5, "status": "completed", "created_at": "2026-02-28T09:30:00+00:00",
            "cursor": FILE, "seen": null},
        {"id": "00000000-0000-7000-8000-0000000000f1", "account_id": ACCOUNT, "account_name": "日本の映画社", "drive_id": DRIVE, "drive_name": "default",
            "path": "/\u{1b}[2J\u{202E}映画/4pm.exe\r\n", "filename": "", "external_id": null, "media_type": "audio",
            "bytes": null, "duration_seconds": null, "status": "failed", "created_at": "2026-02-27T09:30:00+00:00",
            "cursor": "00000000-0000-7000-8000-0000000000f1", "seen": null},
    ])
}

fn file() -> Value {
    json!({"id": FILE, "account_id": ACCOUNT, "drive_id": DRIVE, "external_id": "asset-77", "path": "/films/the long way home.mp4",
        "filename": "the long way home.mp4", "media_type": "video", "mime_type": "video/mp4", "bytes": 734_003_200, "duration_seconds": 5425.5,
        "status": "completed", "metadata": {"studio": "north\u{1b}]0;x\u{7}", "reel": 4}, "stream_delivery": null, "download_delivery": "s3-cold",
        "preview_delivery": null, "created_at": "2026-02-28T09:30:00+00:00", "updated_at": "2026-02-28T10:30:00+00:00"})
}

/// Answers with a file and what belongs to it.
pub(crate) fn of_file(play: Play) -> Play {
    play.answer("file_search", found())
        .answer("file_get", file())
        .answer(
            "account_get",
            json!({"id": ACCOUNT, "name": "Ada Films", "stream_delivery": "edge", "download_delivery": "edge", "preview_delivery": null}),
        )
        .answer("drive_list", json!([{"id": DRIVE, "name": "default"}, {"id": ARCHIVE, "name": "archive"}]))
        .answer(
            "origin_list",
            json!([
                {"kind": "source", "path": "originals/home.mp4", "mime_type": "video/mp4", "bytes": 734_003_200, "file_segment_id": null},
                {"kind": "stream", "path": "hls/home/master.m3u8", "mime_type": null, "bytes": null, "file_segment_id": null},
                {"kind": "thumbnail", "path": "posters/\u{202E}gpj.home", "mime_type": "image/jpeg", "bytes": 20480, "file_segment_id": "00000000-0000-7000-8000-0000000000e1"},
            ]),
        )
        .answer(
            "playlist_list",
            json!([{"path": "hls/home/master.m3u8", "kind": "media", "duration": 5425.5, "segments": 905, "bytes": 40000, "missing": ["a.ts", "b.ts"]}]),
        )
        .answer(
            "segment_list",
            json!([{"id": "00000000-0000-7000-8000-0000000000e1", "start_time": 60, "end_time": 121.5, "created_at": "2026-02-28T09:30:00+00:00"}]),
        )
        .answer(
            "share_search",
            json!([{"id": "00000000-0000-7000-8000-000000000001", "title": "Premiere", "state": "active", "visibility": "private", "file_segment_id": null,
                "created_at": "2026-02-28T09:30:00+00:00", "expires_at": "2026-03-08T12:00:00+00:00", "cursor_at": "2026-02-28T09:30:00+00:00",
                "cursor": "00000000-0000-7000-8000-000000000001", "seen": null}]),
        )
}

/// The screen of that file.
pub(crate) fn opened() -> Play {
    of_file(Play::new()).open_named("files").keys("<enter>")
}

/// The same with nothing hostile in it, for the documentation.
pub(crate) fn presentable() -> Play {
    let mut one = file();
    one["metadata"] = json!({"studio": "north", "reel": 4});
    opened().answer("file_get", one).keys("<f5>")
}

#[test]
fn files_are_listed_with_their_account_and_hostile_paths_are_harmless() {
    let mut play = Play::new()
        .answer("file_search", found())
        .open_named("files");
    let picture = play.picture(80, 24);
    assert!(!picture.contains(['\u{1b}', '\u{202E}', '\r']));
    assert_snapshot!("files_80", picture);
    assert_snapshot!("files_120", play.picture(120, 40));
    assert_snapshot!("files_40", play.picture(40, 12));
}

#[test]
fn the_server_is_asked_when_typing_pauses() {
    let play = Play::new()
        .answer("file_search", found())
        .open_named("files");
    let play = play.keys("/status:failed way");
    assert_eq!(Some(""), play.last("file_search").argument("text"));
    let mut play = play.wait(Duration::from_millis(400));
    let call = play.last("file_search");
    assert_eq!(Some("way"), call.argument("text"));
    assert_eq!(Some("failed"), call.argument("status"));
    assert_snapshot!("files_filter_80", play.picture(80, 8));
    // The keys of the list are text until the filter is done.
    let play = play.keys("q<enter>");
    assert_eq!(Some("wayq"), play.last("file_search").argument("text"));
    let play = play.keys("/<esc>");
    assert_eq!(Some(""), play.last("file_search").argument("text"));
}

#[test]
fn no_files_and_a_refusal_are_said() {
    let mut play = Play::new()
        .answer("file_search", json!([]))
        .open_named("files");
    assert!(play.picture(60, 6).contains("no files"));
    let mut play = Play::new()
        .refuse(
            "file_search",
            Problem::new(Kind::Invalid, "invalid input value for enum\u{1b}[0m", None),
        )
        .open_named("files");
    let picture = play.picture(80, 8);
    assert!(
        picture.contains("! invalid input value for enum\u{FFFD}[0m"),
        "{picture}"
    );
}

#[test]
fn a_file_shows_what_it_is_and_who_serves_it() {
    let mut play = opened();
    assert_snapshot!("file_80", play.picture(80, 24));
    assert_snapshot!("file_40", play.picture(40, 12));
}

#[test]
fn the_parts_of_a_file_are_read_when_they_are_shown() {
    let play = opened();
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "origin_list")
    );
    let mut play = play.keys("<back-tab><back-tab><back-tab><back-tab>");
    assert_eq!(Some(FILE), play.last("origin_list").argument("file_id"));
    assert_snapshot!("file_origins_80", play.picture(80, 24));
    assert_snapshot!("file_origins_120", play.picture(120, 40));
    let mut play = play.keys("<tab>");
    assert_snapshot!("file_playlists_80", play.picture(80, 8));
    let mut play = play.keys("<tab>");
    assert_snapshot!("file_segments_80", play.picture(80, 8));
    let mut play = play.keys("<tab>");
    assert_snapshot!("file_shares_80", play.picture(80, 8));
    let play = play.keys("<enter>");
    let id = Some("00000000-0000-7000-8000-000000000001");
    assert_eq!(id, play.last("share_full_json").argument("id"));
}

#[test]
fn every_part_of_a_file_is_drawn_in_the_smallest_terminals_and_leads_to_its_comments() {
    for part in 0..9 {
        let mut play = crate::file_transcript::on(opened());
        play = crate::file_attributes::on_values(play);
        play = play
            .answer("stack_list", json!([]))
            .answer("preview_list", json!([]));
        play = play.keys("<f5>").keys(&"<tab>".repeat(part));
        // The keys open what a part asks in, where it has such a thing.
        for keys in ["", "/", "<esc>n"] {
            play = play.keys(keys);
            for (width, height) in [(1, 1), (10, 3), (24, 6), (500, 60)] {
                let picture = play.picture(width, height);
                assert_eq!(usize::from(height), picture.split('\n').count());
            }
        }
    }
    for part in 0..9 {
        let play = opened().answer("attribute_value_list", json!([]));
        let play = play.answer("stack_list", json!([]));
        let play = play.keys(&"<tab>".repeat(part)).keys("c");
        let call = play.last("comment_list");
        assert_eq!(Some(FILE), call.argument("file_id"), "part {part}");
    }
}

#[test]
fn deleting_a_file_says_how_many_shares_end_and_wants_a_word() {
    let play = opened()
        .answer(
            "share_count",
            json!({"number": 12, "is_exact": true, "seen": 12}),
        )
        .answer("file_delete", json!({"id": FILE}));
    let mut play = play.keys("D");
    assert_snapshot!("file_delete_80", play.picture(80, 24));
    // A key that means yes elsewhere is only a letter here.
    let play = play.keys("y<enter>");
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "file_delete")
    );
    let mut play = play.keys("Ddelete<enter>");
    assert_eq!(Some(FILE), play.last("file_delete").argument("id"));
    assert!(play.picture(80, 24).contains("the file is deleted"));
}

#[test]
fn a_file_without_shares_is_deleted_by_one_key_and_kept_by_any_other() {
    let play = opened()
        .answer(
            "share_count",
            json!({"number": 0, "is_exact": true, "seen": 0}),
        )
        .answer("file_delete", json!({"id": FILE}));
    let play = play.keys("D<enter>");
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "file_delete")
    );
    let play = play.keys("Dy");
    assert_eq!(Some(FILE), play.last("file_delete").argument("id"));
}

#[test]
fn a_file_is_renamed_and_moved_by_what_was_changed_only() {
    let mut play = opened().answer("file_update", file()).keys("e");
    assert_snapshot!("file_edit_80", play.picture(80, 24));
    let play = play.keys("<ctrl-s>");
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "file_update")
    );
    let play = play.keys("<ctrl-u>/a.mp4<tab><right>");
    let play = play.keys("<tab><tab><ctrl-u><enter>");
    let call = play.last("file_update");
    let patch: Value = serde_json::from_str(call.argument("patch").unwrap()).unwrap();
    assert_eq!(
        json!({"path": "/a.mp4", "drive_id": ARCHIVE, "external_id": null}),
        patch
    );
}

#[test]
fn what_the_server_refuses_is_said_at_its_field_and_nothing_is_lost() {
    let mut refused = Problem::new(
        Kind::Conflict,
        "a file on this path exists already",
        Some("choose another path"),
    );
    refused.constraint = Some("file_path_key".to_owned());
    refused.detail = Some("existing id: 00000000-0000-7000-8000-0000000000f9".to_owned());
    let mut play = opened()
        .refuse("file_update", refused)
        .keys("e<ctrl-u>/b.mp4<tab><tab><enter>");
    let picture = play.picture(80, 24);
    assert!(picture.contains("!>path"), "{picture}");
    assert!(picture.contains("/b.mp4"), "{picture}");
    // What was filled in is not left by accident.
    let mut play = play.keys("<esc>");
    assert!(play.picture(80, 24).contains("Leave without saving?"));
    let mut play = play.keys("n");
    assert!(play.picture(80, 24).contains("/b.mp4"));
    let mut play = play.keys("<esc>y");
    assert!(play.picture(80, 24).starts_with("file /films"));
}

#[test]
fn a_share_of_the_file_is_begun_from_it() {
    let mut play = opened().keys("n");
    let picture = play.picture(80, 24);
    assert!(picture.starts_with("new share"), "{picture}");
    assert!(
        picture.contains("the long way home.mp4") || picture.contains(FILE),
        "{picture}"
    );
}

#[test]
fn a_late_answer_does_not_put_back_what_was_asked_for_before() {
    let mut play = Play::new().open_named("files").keys("/a<enter>");
    let (number, call) = play.awaited[0].clone();
    assert_eq!(Some(""), call.argument("text"));
    let rows = found()
        .as_array()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    let reply = share_tui::message::Reply {
        number,
        function: "file_search",
        result: Ok(rows),
    };
    play = play.then(share_tui::message::Message::Reply(reply));
    let picture = play.picture(80, 8);
    assert!(picture.contains("reading"), "{picture}");
}

#[test]
fn files_and_one_of_them_are_documented() {
    let mut rows = found();
    rows[1]["path"] = json!("/films/映画/trailer.mp4");
    let mut one = file();
    one["metadata"] = json!({"studio": "north", "reel": 4});
    let play = of_file(Play::new())
        .answer("file_search", rows)
        .answer("file_get", one);
    let play = play.open_named("files").documented("files");
    let play = play.keys("<enter>").documented("file");
    play.keys("e<tab><right>").documented("dialog");
}
