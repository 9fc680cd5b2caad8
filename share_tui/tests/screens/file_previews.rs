//! The images of a file, its thumbnail, and the faces in it.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::desk::Effect;

use crate::files::{FILE, opened, presentable};
use crate::play::Play;

fn previews() -> Value {
    json!([
        {"id": "00000000-0000-7000-8000-0000000000e0", "kind": "frame", "at_seconds": 61.5, "width": 1920, "height": 1080, "region_x": null, "region_y": null,
            "region_width": null, "region_height": null, "created_at": "2026-02-28T09:30:00+00:00", "url": "https://cdn.example.com/frames/61.jpg;t=x",
            "expires_at": "2026-03-01T14:00:00+00:00"},
        {"id": "00000000-0000-7000-8000-0000000000e1", "kind": "poster", "at_seconds": null, "width": null, "height": null, "region_x": null, "region_y": null,
            "region_width": null, "region_height": null, "created_at": "2026-02-28T09:30:00+00:00", "url": null, "expires_at": null},
        {"id": "00000000-0000-7000-8000-0000000000e2", "kind": "storyboard", "at_seconds": 3723, "width": 1600, "height": 900, "region_x": 160, "region_y": 90,
            "region_width": 160, "region_height": 90, "created_at": "2026-02-28T09:30:00+00:00", "url": "https://cdn.example.com/sheets/1.jpg", "expires_at": null},
    ])
}

fn thumbnails() -> Value {
    json!([
        {"kind": "thumbnail", "path": "posters/home.jpg", "mime_type": "image/jpeg", "bytes": 20480, "file_segment_id": null},
        {"kind": "custom_thumbnail", "path": "attachments/own\u{1b}.png", "mime_type": "image/png", "bytes": 10240, "file_segment_id": null},
    ])
}

fn shown() -> Play {
    on(opened())
}

fn on(play: Play) -> Play {
    play.answer("preview_list", previews())
        .answer("origin_list", thumbnails())
        .keys("<tab><tab>")
}

#[test]
fn previews_show_their_kind_time_and_size_and_whose_the_thumbnail_is() {
    let mut play = shown();
    assert_eq!(Some(FILE), play.last("preview_list").argument("file_id"));
    assert_snapshot!("file_previews_80", play.picture(80, 12));
    assert_snapshot!("file_previews_120", play.picture(120, 12));
    let mut stored = thumbnails();
    stored[1]["path"] = json!("attachments/own.png");
    let play = on(presentable()).answer("origin_list", stored).keys("<f5>");
    play.documented("file_previews");
}

#[test]
fn a_custom_thumbnail_is_reset_after_a_question() {
    let play = shown().answer("thumbnail_reset", json!([true])).keys("x");
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "thumbnail_reset")
    );
    let play = play.answer("origin_list", json!([thumbnails()[0]]));
    let mut play = play.keys("y");
    assert_eq!(Some(FILE), play.last("thumbnail_reset").argument("file_id"));
    let picture = play.picture(80, 24);
    assert!(
        picture.contains("the file's own thumbnail shows again"),
        "{picture}"
    );
    assert!(picture.contains("thumbnail: the file's own"), "{picture}");
    // There is none any more.
    let mut play = play.keys("x");
    assert!(!play.picture(80, 24).contains("please confirm"));
}

#[test]
fn a_url_is_copied_where_there_is_one() {
    let play = shown().keys("y");
    let url = "https://cdn.example.com/frames/61.jpg;t=x".to_owned();
    assert_eq!(vec![Effect::Copy(url)], play.effects);
    let play = shown().keys("jy");
    assert!(play.effects.is_empty());
}

#[test]
fn faces_are_listed_with_their_people_and_left_again() {
    let play = shown().answer(
        "face_list",
        json!([
            {"id": "00000000-0000-7000-8000-0000000000fa", "person_id": "00000000-0000-7000-8000-0000000000ff", "person_name": "Ada\u{202E}", "at_seconds": 1.25,
                "box_x": 0.1, "box_y": 0.25, "box_width": 0.2, "box_height": 0.333, "confidence": 0.987},
            {"id": "00000000-0000-7000-8000-0000000000fb", "person_id": null, "person_name": null, "at_seconds": 90, "box_x": 0, "box_y": 0, "box_width": 1,
                "box_height": 1, "confidence": null},
        ]),
    );
    let mut play = play.keys("f");
    assert_eq!(Some("100"), play.last("face_list").argument("limit"));
    assert_snapshot!("file_faces_80", play.picture(80, 8));
    let mut play = play.keys("<esc>");
    assert!(play.picture(80, 24).contains("storyboard"));
}

#[test]
fn nothing_and_a_refusal_are_said() {
    let mut play = opened()
        .answer("preview_list", json!([]))
        .answer("origin_list", json!([]))
        .keys("<tab><tab>");
    let picture = play.picture(80, 24);
    assert!(picture.contains("no previews"), "{picture}");
    assert!(picture.contains("thumbnail: none"), "{picture}");
    let problem = Problem::new(Kind::Denied, "not allowed", None);
    let mut play = opened().refuse("preview_list", problem).keys("<tab><tab>");
    let picture = play.picture(80, 24);
    assert!(picture.contains("! not allowed") && picture.contains("not read"));
}
