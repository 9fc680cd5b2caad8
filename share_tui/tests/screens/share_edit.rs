//! The form in which a share is changed.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::share_rows::{ID, full, full_with, opened, refusal};

#[test]
fn editing_keeps_sets_and_clears_and_shows_the_changes_first() {
    let presets = json!([{"code": "viewing", "label": "Viewing", "role_number": 15, "permissions": ["metadata_view", "view"]}]);
    let mut play = opened(full_with(&json!({"title": "Spring"})))
        .answer("permission_presets", presets)
        .answer("share_update", json!({"id": ID}))
        .keys("e");
    assert_snapshot!(play.picture(80, 24));
    // Title, end, begin, password, permissions.
    play = play.keys(" 2<tab><ctrl-u><tab><tab>tr0ub4dor<tab><ctrl-u>viewing");
    let picture = play.picture(80, 24);
    assert!(
        !picture.contains("tr0ub4dor") && picture.contains("•••••••••"),
        "{picture}"
    );
    play = play.keys("<ctrl-s>");
    assert_snapshot!(play.picture(80, 24));
    let mut play = play.keys("y");
    let patch: Value =
        serde_json::from_str(play.last("share_update").argument("patch").unwrap()).unwrap();
    let wanted = json!({"title": "Spring 2", "expires_at": null, "password": "tr0ub4dor", "permissions": ["metadata_view", "view"]});
    assert_eq!(wanted, patch);
    // The password that was there is not known, so nothing takes the change back.
    assert!(play.picture(80, 24).contains("ok changed"));
    assert!(!play.picture(80, 24).contains("takes it back"));
}

#[test]
fn an_edit_is_taken_back_with_what_was_there() {
    let play = opened(full())
        .answer("permission_presets", json!([]))
        .answer("share_update", json!({"id": ID}));
    let mut play = play.keys("e<ctrl-u>New<ctrl-s>y");
    assert!(play.picture(80, 24).contains("(z takes it back)"));
    let play = play.keys("z");
    let patch: Value =
        serde_json::from_str(play.last("share_update").argument("patch").unwrap()).unwrap();
    assert_eq!(full()["title"], patch["title"]);
}

#[test]
fn what_the_server_refuses_stands_at_its_field() {
    let play = opened(full())
        .answer("permission_presets", json!([]))
        .refuse(
            "share_update",
            refusal(
                "the slug is taken, or looks like one that is",
                "slug: spring2",
                Some("slug_pkey"),
            ),
        );
    let mut play = play.keys("e<tab><tab><tab><tab><tab><tab><tab><tab>2<enter>y");
    assert_snapshot!(play.picture(80, 24));
    // What was typed is still there; leaving asks.
    let mut play = play.keys("<esc>");
    assert!(play.picture(80, 24).contains("Leave without saving?"));
    play = play.keys("y");
    assert!(play.picture(80, 24).contains("[overview]"));
}

#[test]
fn nothing_typed_saves_nothing() {
    let play = opened(full())
        .answer("permission_presets", json!([]))
        .keys("e<ctrl-s>");
    assert!(
        play.asked
            .iter()
            .all(|call| call.function() != "share_update")
    );
    let mut play = play.keys("e<esc>");
    assert!(play.picture(80, 24).contains("[overview]"));
}
