//! The signing keys.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};

use crate::play::Play;

const ACCOUNT: &str = "00000000-0000-7000-8000-0000000000a1";

fn key(kid: &str, state: &str, made: &str, until: Option<&str>, account: Option<&str>) -> Value {
    json!({"kid": kid, "account_id": account, "algorithm": "HS256", "state": state, "valid_from": made, "valid_until": until,
        "replaced_by": null, "created_at": made})
}

fn keys() -> Value {
    json!([
        key("edge-1", "current", "2024-11-01T09:00:00+00:00", None, None),
        key(
            "edge-2",
            "current",
            "2026-02-01T09:00:00+00:00",
            Some("2026-03-04T09:00:00+00:00"),
            Some(ACCOUNT)
        ),
        key(
            "edge-3\u{1b}[31m",
            "previous",
            "2025-09-01T09:00:00+00:00",
            Some("2026-02-20T09:00:00+00:00"),
            None
        ),
        key("edge-4", "standby", "2026-02-28T09:00:00+00:00", None, None),
        key(
            "edge-5",
            "revoked",
            "2025-06-01T09:00:00+00:00",
            Some("2025-07-01T09:00:00+00:00"),
            Some(ACCOUNT)
        ),
    ])
}

fn reach(deliveries: u64, shares: u64) -> Value {
    let names: Vec<String> = (1..=deliveries)
        .map(|n| format!("edge{n} (Ada \u{202E}Films)"))
        .collect();
    json!({"kid": "edge-1", "algorithm": "HS256", "state": "current", "deliveries": deliveries, "accounts": deliveries.min(2),
        "delivery_names": names, "shares": shares, "is_exact": shares < 1000, "longest_lifetime": "168:00:00", "ends_visits": false})
}

fn listed() -> Play {
    Play::new()
        .answer("signing_key_list", keys())
        .answer("account_get", json!({"id": ACCOUNT, "name": "Ada Films"}))
        .open_named("keys")
}

fn never(play: &Play, function: &str) {
    assert!(play.asked.iter().all(|call| call.function() != function));
}

#[test]
fn keys_say_by_a_word_which_are_due() {
    let mut play = listed();
    assert_snapshot!("keys_80", play.picture(80, 24));
    assert_snapshot!("keys_120", play.picture(120, 40));
    assert_snapshot!("keys_40", play.picture(40, 12));
}

#[test]
fn the_keys_of_one_state_are_a_part() {
    let play = listed().keys("<tab><tab>");
    assert_eq!(
        Some("standby"),
        play.last("signing_key_list").argument("state")
    );
    let play = play.keys("<back-tab><back-tab>");
    assert_eq!(None, play.last("signing_key_list").argument("state"));
}

#[test]
fn the_next_page_begins_behind_the_last_key() {
    let many: Value = (0..100)
        .map(|n| {
            key(
                &format!("k{n:03}"),
                "current",
                "2026-02-01T09:00:00+00:00",
                None,
                None,
            )
        })
        .collect();
    let play = Play::new()
        .answer("signing_key_list", many)
        .open_named("keys")
        .keys("Gj");
    assert_eq!(
        Some("k099"),
        play.last("signing_key_list").argument("cursor")
    );
}

#[test]
fn a_key_shows_what_hangs_on_it() {
    let mut play = listed()
        .answer("signing_key_reach", reach(3, 100_000))
        .keys("<enter>");
    assert_snapshot!("key_80", play.picture(80, 24));
    assert_snapshot!("key_120", play.picture(120, 40));
}

#[test]
fn revoking_says_what_it_touches_and_wants_the_name_of_the_key() {
    let play = listed()
        .answer("signing_key_reach", reach(7, 100_000))
        .answer(
            "signing_key_revoke",
            key("edge-1", "revoked", "2024-11-01T09:00:00+00:00", None, None),
        );
    let mut play = play.keys("x");
    assert_eq!(
        Some("edge-1"),
        play.last("signing_key_reach").argument("kid")
    );
    never(&play, "signing_key_revoke");
    assert_snapshot!("key_revoke_80", play.picture(80, 24));
    // How to answer is seen where there is no room for the rest.
    assert!(
        play.picture(40, 12).contains("type edge-1"),
        "{}",
        play.picture(40, 12)
    );
    let play = play.keys("edge<enter>");
    never(&play, "signing_key_revoke");
    let mut play = play.keys("xedge-1<enter>");
    assert_eq!(
        Some("edge-1"),
        play.last("signing_key_revoke").argument("kid")
    );
    assert!(play.picture(80, 24).contains("the key edge-1 is revoked"));
}

#[test]
fn revoking_a_key_of_share_tokens_says_that_visits_end() {
    let mut of_visits = reach(0, 0);
    of_visits["ends_visits"] = json!(true);
    of_visits["longest_lifetime"] = Value::Null;
    let mut play = listed().answer("signing_key_reach", of_visits).keys("x");
    let picture = play.picture(80, 24);
    assert!(
        picture.contains("Visits and recipients' links made with it are over at once."),
        "{picture}"
    );
}

#[test]
fn nothing_is_asked_where_the_reach_is_not_known() {
    let denied = Problem::new(Kind::Denied, "only operators may", None);
    let mut play = listed().refuse("signing_key_reach", denied).keys("x");
    let picture = play.picture(80, 24);
    assert!(picture.contains("! only operators may"), "{picture}");
    assert!(!picture.contains("please confirm"), "{picture}");
}

#[test]
fn rotating_warns_of_edges_that_do_not_know_the_new_key() {
    let rotated = json!({"kid": "k0123456789ab", "account_id": null, "algorithm": "HS256", "state": "current", "secret": null,
        "previous_kid": "edge-1", "previous_valid_until": "2026-03-08T12:00:00+00:00"});
    let play = listed()
        .answer("signing_key_reach", reach(2, 12))
        .answer("signing_key_rotate", rotated);
    let mut play = play.keys("r");
    assert_snapshot!("key_rotate_80", play.picture(80, 24));
    let play = play.keys("<enter>");
    never(&play, "signing_key_rotate");
    let mut play = play.keys("ry");
    let call = play.last("signing_key_rotate");
    assert_eq!(Some("edge-1"), call.argument("kid"));
    assert_eq!(
        (None, None),
        (call.argument("reveal"), call.argument("standby"))
    );
    assert!(
        play.picture(80, 24)
            .contains("the key k0123456789ab signs now in the place of edge-1")
    );
    let play = play.keys("py");
    assert_eq!(
        Some("true"),
        play.last("signing_key_rotate").argument("standby")
    );
}

#[test]
fn what_cannot_be_done_with_a_key_is_not_offered() {
    // The fifth key is revoked: it can neither be rotated nor be revoked once more.
    let mut play = listed().keys("G");
    let picture = play.picture(120, 24);
    let footer = picture.lines().last().unwrap();
    assert!(
        !footer.contains("revoke") && !footer.contains("rotate"),
        "{footer}"
    );
    let play = play.keys("x");
    never(&play, "signing_key_reach");
}

#[test]
fn a_key_is_made_and_its_secret_is_never_asked_for() {
    let made = json!({"kid": "k0123456789ab", "account_id": null, "algorithm": "MD5", "state": "current", "secret": null,
        "previous_kid": null, "previous_valid_until": null});
    let mut play = listed().answer("signing_key_create", made).keys("n");
    assert_snapshot!("key_create_80", play.picture(80, 24));
    let mut play = play.keys("M<enter>");
    let call = play.last("signing_key_create");
    assert_eq!(Some("MD5"), call.argument("algorithm"));
    assert_eq!(
        (None, None),
        (call.argument("reveal"), call.argument("account_id"))
    );
    assert!(
        play.picture(80, 24)
            .contains("the key k0123456789ab is there; its secret was not shown")
    );
}

#[test]
fn a_value_of_another_type_is_said_at_its_field() {
    let refused = Problem::new(
        Kind::Invalid,
        "invalid input syntax for type uuid: \"ada\"",
        None,
    );
    let mut play = listed()
        .refuse("signing_key_create", refused)
        .keys("n<tab>ada<back-tab><enter>");
    assert!(
        play.picture(80, 24).contains("!>account_id"),
        "{}",
        play.picture(80, 24)
    );
}

#[test]
fn the_palette_goes_to_the_screen_whose_name_is_typed() {
    // The words of others have it, too.
    let mut play = Play::new().open_named("shares").keys(":keys<enter>");
    assert!(play.picture(80, 8).starts_with("keys"));
}

#[test]
fn no_keys_are_said() {
    let mut play = Play::new()
        .answer("signing_key_list", json!([]))
        .open_named("keys");
    assert!(play.picture(60, 6).contains("no such keys"));
}

#[test]
fn keys_and_one_of_them_are_documented() {
    let mut rows = keys();
    rows[2]["kid"] = json!("edge-3");
    let mut hangs = reach(2, 12);
    hangs["delivery_names"] = json!(["edge (Ada Films)", "edge (Grace)"]);
    let play = listed()
        .answer("signing_key_list", rows)
        .answer("signing_key_reach", hangs);
    let play = play.keys("<ctrl-r>").documented("keys");
    play.keys("<enter>").documented("key");
}
