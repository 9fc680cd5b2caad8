//! The list of shares.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::play::Play;

/// Rows of the list, so many.
fn rows(many: usize) -> Value {
    (0..many)
        .map(|n| {
            json!({
                "id": format!("00000000-0000-7000-8000-{n:012}"), "title": format!("Film {n}"), "state": "active", "visibility": "public",
                "created_at": "2026-02-28T09:30:00+00:00", "expires_at": null, "owner_id": "ada",
                "cursor_at": format!("2026-02-28T09:30:{:02}+00:00", n % 60), "cursor": format!("00000000-0000-7000-8000-{n:012}"), "seen": null,
            })
        })
        .collect()
}

#[test]
fn shares_are_listed_newest_first() {
    let mut play = Play::new()
        .answer("share_search", rows(3))
        .open_named("shares");
    assert_snapshot!(play.picture(80, 8));
}

#[test]
fn the_next_page_begins_behind_the_last_row_and_the_way_back_is_known() {
    let play = Play::new()
        .answer("share_search", rows(100))
        .open_named("shares");
    let play = play.keys("Gj");
    let call = play.last("share_search");
    assert_eq!(
        Some("2026-02-28T09:30:39+00:00"),
        call.argument("cursor_at")
    );
    let play = play.keys("k");
    assert_eq!(None, play.last("share_search").argument("cursor_at"));
}

#[test]
fn a_search_that_stopped_goes_on_where_it_stopped() {
    let stop = json!([{"id": null, "cursor_at": "2026-01-01T00:00:00+00:00", "cursor": "00000000-0000-7000-8000-000000000009", "seen": 20000}]);
    let mut play = Play::new()
        .answer("share_search", stop)
        .open_named("shares");
    assert_snapshot!(play.picture(60, 6));
    let play = play.keys("j");
    let call = play.last("share_search");
    assert_eq!(
        Some("2026-01-01T00:00:00+00:00"),
        call.argument("cursor_at")
    );
}
