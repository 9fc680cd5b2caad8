//! The deliveries of an account, and one of them.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::desk::Effect;

use crate::play::Play;

const ACCOUNT: &str = "00000000-0000-7000-8000-0000000000a1";

fn account(id: &str, name: &str) -> Value {
    json!({"id": id, "name": name, "metadata": {}, "stream_delivery": "edge", "download_delivery": null, "preview_delivery": null,
        "created_at": "2026-01-10T08:00:00+00:00", "updated_at": "2026-02-10T08:00:00+00:00", "policy": {}})
}

fn delivery(name: &str, scheme: &str) -> Value {
    json!({"account_id": ACCOUNT, "name": name, "scheme": scheme, "base_url": "https://media.example/v\u{1b}[2J", "kid": "edge-1",
        "uses": ["stream", "download"], "options": {"private_stream_ttl": 300, "placement": "query"},
        "created_at": "2026-01-10T08:00:00+00:00", "updated_at": "2026-02-10T08:00:00+00:00"})
}

fn schemes() -> Value {
    let ttl = json!({"name": "private_stream_ttl", "accepts": "a whole number of seconds from 60 to 31536000", "default": null,
        "meaning": "seconds for which the stream URL of a private share holds"});
    let plain = json!({"name": "public_plain", "accepts": "true or false", "default": "false",
        "meaning": "whether the URLs of public shares carry no signature"});
    json!([
        {"scheme": "nginx_hmac", "meaning": "nginx with the secure link of an HMAC", "algorithms": ["HMAC-SHA256"], "uses": ["stream", "download", "preview"],
            "binds": ["directory", "address"], "longest_lifetime": "168:00:00", "options": [ttl, plain,
                {"name": "placement", "accepts": "one of path, query", "default": "path", "meaning": "where the signature stands"},
                {"name": "token_name", "accepts": "a text of 1 to 32 letters", "default": "token", "meaning": "name of the parameter"}]},
        {"scheme": "s3", "meaning": "S3 and what speaks like it", "algorithms": ["AWS4-HMAC-SHA256"], "uses": ["stream", "download", "preview", "upload"],
            "binds": ["file_name", "content_type"], "longest_lifetime": "168:00:00", "options": [ttl,
                {"name": "region", "accepts": "a text of 1 to 32 letters", "default": "us-east-1", "meaning": "region of the bucket"}]},
    ])
}

fn listed() -> Play {
    Play::new()
        .answer("account_list", json!([account(ACCOUNT, "Ada Films")]))
        .answer("account_get", account(ACCOUNT, "Ada Films"))
        .answer(
            "delivery_list",
            json!([delivery("edge", "nginx_hmac"), delivery("s3-cold", "s3")]),
        )
        .answer("delivery_get", delivery("edge", "nginx_hmac"))
        .answer("share_delivery_schemes", schemes())
        .open_named("deliveries")
}

fn never(play: &Play, function: &str) {
    assert!(play.asked.iter().all(|call| call.function() != function));
}

#[test]
fn the_only_account_needs_no_choice() {
    let mut play = listed();
    assert_eq!(
        Some(ACCOUNT),
        play.last("delivery_list").argument("account_id")
    );
    let picture = play.picture(80, 24);
    assert!(!picture.contains('\u{1b}'));
    assert_snapshot!("deliveries_80", picture);
    assert_snapshot!("deliveries_120", play.picture(120, 40));
    assert_snapshot!("deliveries_40", play.picture(40, 12));
}

#[test]
fn one_of_several_accounts_is_chosen_first() {
    let other = "00000000-0000-7000-8000-0000000000a2";
    let mut play = Play::new()
        .answer(
            "account_list",
            json!([account(ACCOUNT, "Ada Films"), account(other, "Grace")]),
        )
        .answer("delivery_list", json!([]))
        .answer("share_delivery_schemes", schemes())
        .open_named("deliveries");
    never(&play, "delivery_list");
    assert_snapshot!("deliveries_accounts_80", play.picture(80, 8));
    let mut play = play.keys("j<enter>");
    assert_eq!(
        Some(other),
        play.last("delivery_list").argument("account_id")
    );
    let picture = play.picture(80, 8);
    assert!(picture.contains("deliveries of Grace"), "{picture}");
    assert!(picture.contains("no deliveries"), "{picture}");
}

#[test]
fn who_may_not_is_told() {
    let denied = Problem::new(Kind::Denied, "only operators may", None);
    let mut play = Play::new()
        .answer("account_list", json!([account(ACCOUNT, "Ada Films")]))
        .answer("share_delivery_schemes", schemes())
        .refuse("delivery_list", denied)
        .open_named("deliveries");
    let picture = play.picture(80, 8);
    assert!(picture.contains("! only operators may"), "{picture}");
    assert!(picture.contains("not read"), "{picture}");
}

#[test]
fn a_delivery_says_what_its_scheme_can_do_and_each_option_means() {
    let mut play = listed().keys("<enter>");
    assert_snapshot!("delivery_80", play.picture(80, 24));
    assert_snapshot!("delivery_120", play.picture(120, 40));
    let mut play = play.keys("<tab>");
    assert_snapshot!("delivery_options_80", play.picture(80, 24));
    assert_snapshot!("delivery_options_40", play.picture(40, 12));
    // The rest is reached by scrolling.
    let mut play = play.keys("G");
    assert!(play.picture(40, 12).contains("the end"));
}

#[test]
fn a_test_url_is_shown_step_by_step_and_can_be_copied() {
    let steps = json!([
        {"step": "scheme", "value": "nginx_hmac"},
        {"step": "string to sign", "value": "/v/film/master.m3u8\n1772712000\n\u{1b}[31m"},
        {"step": "url", "value": "https://media.example/v/film/master.m3u8?st=abc&e=1772712000"},
    ]);
    let mut play = listed().answer("delivery_test", steps).keys("<enter>t");
    assert_snapshot!("delivery_test_80", play.picture(80, 24));
    let mut play = play.keys("film/master.m3u8<tab><right><enter>");
    let call = play.last("delivery_test");
    assert_eq!(
        (Some("edge"), Some("film/master.m3u8"), Some("download")),
        (
            call.argument("name"),
            call.argument("path"),
            call.argument("action")
        )
    );
    // What the scheme cannot bind is not asked for.
    assert_eq!(
        (None, None),
        (call.argument("file_name"), call.argument("client_address"))
    );
    assert_snapshot!("delivery_steps_80", play.picture(80, 24));
    let play = play.keys("y");
    let copied =
        Effect::Copy("https://media.example/v/film/master.m3u8?st=abc&e=1772712000".to_owned());
    assert!(play.effects.contains(&copied));
    let mut play = play.keys("<esc>");
    assert!(play.picture(80, 24).starts_with("delivery edge"));
}

#[test]
fn the_fields_of_a_new_delivery_are_those_of_its_scheme() {
    let mut play = listed()
        .answer("delivery_create", delivery("new", "s3"))
        .keys("n");
    assert_snapshot!("delivery_create_80", play.picture(80, 24));
    assert_snapshot!("delivery_create_40", play.picture(40, 12));
    let play = play.keys("<enter>");
    never(&play, "delivery_create");
    let mut play = play.keys("new<tab>s<tab>https://b.example<tab>aws<tab><tab>600<tab>eu-north-1");
    assert_snapshot!("delivery_create_s3_80", play.picture(80, 24));
    let play = play.keys("<enter>");
    let call = play.last("delivery_create");
    assert_eq!(
        (Some("new"), Some("s3")),
        (call.argument("name"), call.argument("scheme"))
    );
    assert_eq!(
        Some(r#"{"stream","download","preview"}"#),
        call.argument("uses")
    );
    let options: Value = serde_json::from_str(call.argument("options").unwrap()).unwrap();
    assert_eq!(
        json!({"private_stream_ttl": 600, "region": "eu-north-1"}),
        options
    );
}

#[test]
fn what_is_filled_in_stays_when_another_scheme_is_tried() {
    let mut play =
        listed().keys("n<tab>s<tab><tab><tab><tab>600<back-tab><back-tab><back-tab><back-tab>n");
    let picture = play.picture(80, 24);
    assert!(picture.contains("placement"), "{picture}");
    assert!(picture.contains("~ 600"), "{picture}");
}

#[test]
fn a_change_sends_what_was_changed_and_all_options_as_one_value() {
    let play = listed()
        .answer("delivery_update", delivery("edge", "nginx_hmac"))
        .keys("e");
    let play = play.keys("<tab><tab><ctrl-u>edge-2<tab><ctrl-u>stream<tab><ctrl-u>900<enter>");
    let call = play.last("delivery_update");
    assert_eq!(Some("edge"), call.argument("name"));
    let patch: Value = serde_json::from_str(call.argument("patch").unwrap()).unwrap();
    let wanted = json!({"kid": "edge-2", "uses": ["stream"], "options": {"private_stream_ttl": 900, "placement": "query"}});
    assert_eq!(wanted, patch);
}

#[test]
fn an_option_that_the_server_refuses_is_said_at_its_field() {
    let mut refused = Problem::new(
        Kind::Invalid,
        "an option of the delivery is not accepted",
        None,
    );
    refused.detail = Some("option: token_name".to_owned());
    let mut play = listed()
        .refuse("delivery_update", refused)
        .keys("e<tab><tab><tab><tab><tab><tab><tab>-<enter>");
    let picture = play.picture(80, 24);
    assert!(picture.contains("!>token_name"), "{picture}");
}

#[test]
fn a_delivery_is_deleted_after_a_question_and_stays_where_it_is_in_use() {
    let mut play = listed().keys("D");
    assert_snapshot!("delivery_delete_80", play.picture(80, 24));
    let play = play.keys("<enter>");
    never(&play, "delivery_delete");
    let used = Problem::new(
        Kind::Invalid,
        "the delivery is in use",
        Some("name another first"),
    );
    let mut play = play.refuse("delivery_delete", used).keys("Dy");
    assert_eq!(Some("edge"), play.last("delivery_delete").argument("name"));
    assert!(
        play.picture(80, 24)
            .contains("! the delivery is in use; name another first")
    );
    let mut play = play
        .answer("delivery_delete", delivery("edge", "nginx_hmac"))
        .keys("<enter>Dy");
    assert!(play.picture(80, 24).contains("ok the delivery is deleted"));
}

#[test]
fn deliveries_one_of_them_and_its_test_are_documented() {
    let steps = json!([
        {"step": "scheme", "value": "nginx_hmac"},
        {"step": "kid", "value": "edge-1"},
        {"step": "expires at", "value": "2026-03-05 12:00:00+00"},
        {"step": "string to sign", "value": "/v/film/master.m3u8\n1772712000"},
        {"step": "url", "value": "https://media.example/v/film/master.m3u8?st=abc&e=1772712000"},
    ]);
    let mut edge = delivery("edge", "nginx_hmac");
    edge["base_url"] = json!("https://media.example/v");
    let mut bucket = delivery("s3-cold", "s3");
    bucket["base_url"] = json!("https://cold.example/bucket");
    let play = listed()
        .answer("delivery_list", json!([edge, bucket]))
        .answer("delivery_get", edge)
        .answer("delivery_test", steps)
        .keys("<ctrl-r>")
        .documented("deliveries");
    let play = play.keys("<enter>").documented("delivery");
    play.keys("tfilm/master.m3u8<enter>").documented("test");
}
