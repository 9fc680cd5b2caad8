//! The accounts, and one of them.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};
use share_tui::desk::Effect;

use crate::play::Play;

const ACCOUNT: &str = "00000000-0000-7000-8000-0000000000a1";
const KEY: &str = "00000000-0000-7000-8000-0000000000c1";
const DRIVE: &str = "00000000-0000-7000-8000-0000000000d1";

fn account(name: &str) -> Value {
    json!({"id": ACCOUNT, "name": name, "metadata": {}, "stream_delivery": "edge", "download_delivery": "edge", "preview_delivery": null,
        "created_at": "2026-01-10T08:00:00+00:00", "updated_at": "2026-02-10T08:00:00+00:00",
        "policy": {"default_hours": 168, "password_required": true}})
}

fn accounts() -> Value {
    let mut other = account("\u{1b}]52;c;eA==\u{7}日本の映画社\u{202E}gro");
    other["id"] = json!("00000000-0000-7000-8000-0000000000a2");
    other["stream_delivery"] = Value::Null;
    json!([account("Ada Films"), other])
}

fn usage() -> Value {
    (0..30)
        .map(|n: u64| json!({"at": "2026-02-01T00:00:00+00:00", "opens": n * n, "plays": n, "downloads": u64::from(n == 29), "refusals": 0, "is_exact": n != 3}))
        .collect()
}

fn opened() -> Play {
    let member = |user: &str, role: &str, database_role: Option<&str>| {
        json!({"account_id": ACCOUNT, "user_id": user, "name": "Grace \u{202E}Hopper", "email": "grace@films.example", "role": role,
            "created_at": "2026-01-11T08:00:00+00:00", "updated_at": "2026-01-11T08:00:00+00:00", "database_role": database_role})
    };
    let api_key = |id: &str, used: Option<&str>, ends: Option<&str>, revoked: Option<&str>| {
        json!({"id": id, "account_id": ACCOUNT, "name": "nightly import", "prefix": "sk_7Hq2", "role": "editor", "created_by": "user ada",
            "created_at": "2026-01-12T08:00:00+00:00", "last_used_at": used, "expires_at": ends, "revoked_at": revoked})
    };
    Play::new()
        .answer("account_list", accounts())
        .answer("account_get", account("Ada Films"))
        .answer("usage_overview", usage())
        .answer("member_list", json!([member("ada", "owner", None), member("grace", "editor", Some("grace_h"))]))
        .answer(
            "api_key_list",
            json!([
                api_key(KEY, Some("2026-03-01T11:00:00+00:00"), Some("2026-03-11T12:00:00+00:00"), None),
                api_key("00000000-0000-7000-8000-0000000000c2", None, Some("2026-02-11T12:00:00+00:00"), None),
                api_key("00000000-0000-7000-8000-0000000000c3", None, None, Some("2026-02-11T12:00:00+00:00")),
            ]),
        )
        .answer(
            "drive_list",
            json!([
                {"id": DRIVE, "account_id": ACCOUNT, "name": "default", "is_default": true, "created_at": "2026-01-10T08:00:00+00:00", "policy": {}},
                {"id": "00000000-0000-7000-8000-0000000000d2", "account_id": ACCOUNT, "name": "dailies", "is_default": false,
                    "created_at": "2026-01-10T08:00:00+00:00", "policy": {"maximum_hours": 48}},
            ]),
        )
        .answer("delivery_list", json!([]))
        .answer("share_delivery_schemes", json!([]))
        .open_named("accounts")
        .keys("<enter>")
}

fn never(play: &Play, function: &str) {
    assert!(play.asked.iter().all(|call| call.function() != function));
}

#[test]
fn accounts_are_listed_and_hostile_names_are_harmless() {
    let mut play = Play::new()
        .answer("account_list", accounts())
        .open_named("accounts");
    let picture = play.picture(80, 24);
    assert!(!picture.contains(['\u{1b}', '\u{7}', '\u{202E}']));
    assert_snapshot!("accounts_80", picture);
    assert_snapshot!("accounts_120", play.picture(120, 40));
    assert_snapshot!("accounts_40", play.picture(40, 12));
}

#[test]
fn no_accounts_and_a_refusal_are_said() {
    let mut play = Play::new()
        .answer("account_list", json!([]))
        .open_named("accounts");
    assert!(play.picture(60, 6).contains("no accounts"));
    let denied = Problem::new(Kind::Denied, "nobody is signed in", Some("set a user"));
    let mut play = Play::new()
        .refuse("account_list", denied)
        .open_named("accounts");
    assert!(
        play.picture(80, 8)
            .contains("! nobody is signed in; set a user")
    );
}

#[test]
fn an_account_shows_its_rules_and_its_use() {
    let mut play = opened();
    assert_eq!(
        Some("2026-01-30T12:00:00Z"),
        play.last("usage_overview").argument("since")
    );
    assert_snapshot!("account_80", play.picture(80, 24));
    assert_snapshot!("account_120", play.picture(120, 40));
    assert_snapshot!("account_40", play.picture(40, 12));
}

#[test]
fn what_may_not_be_read_is_not_waited_for() {
    let denied = Problem::new(Kind::Denied, "only operators may", None);
    let mut play = opened()
        .refuse("usage_overview", denied.clone())
        .keys("<ctrl-r>");
    assert!(play.picture(80, 24).contains("about 8555 opens"));
    let mut play = Play::new()
        .answer("account_list", accounts())
        .refuse("account_get", denied.clone())
        .refuse("usage_overview", denied)
        .open_named("accounts")
        .keys("<enter>");
    let picture = play.picture(80, 24);
    assert!(picture.contains("not read"), "{picture}");
    assert!(!picture.contains("reading"), "{picture}");
}

#[test]
fn the_rules_are_fields_and_the_policy_is_sent_as_one_value() {
    let mut play = opened()
        .answer("account_update", account("Ada Films"))
        .keys("e");
    assert_snapshot!("account_edit_80", play.picture(80, 24));
    // Fewer hours, no password, and addresses in full.
    let play = play.keys("<tab><tab><tab><tab><ctrl-u>24<tab><tab><left><tab><tab>f<ctrl-s>");
    let call = play.last("account_update");
    assert_eq!(Some(ACCOUNT), call.argument("id"));
    let patch: Value = serde_json::from_str(call.argument("patch").unwrap()).unwrap();
    assert_eq!(
        json!({"policy": {"default_hours": 24, "addresses": "full"}}),
        patch
    );
}

#[test]
fn hours_that_are_no_number_are_said_at_their_field() {
    let mut play = opened().keys("e<tab><tab><tab><tab><ctrl-u>a week<enter>");
    never(&play, "account_update");
    let picture = play.picture(80, 24);
    assert!(picture.contains("!>default_hours"), "{picture}");
    assert!(picture.contains("! a whole number of hours"), "{picture}");
}

#[test]
fn members_are_added_changed_and_removed() {
    let row = json!({"account_id": ACCOUNT, "user_id": "grace", "role": "viewer"});
    let mut play = opened()
        .answer("member_add", row.clone())
        .answer("member_update", row.clone())
        .answer("member_remove", row)
        .keys("<tab>");
    assert_snapshot!("account_members_80", play.picture(80, 24));
    assert_snapshot!("account_members_120", play.picture(120, 40));
    let mut play = play.keys("n");
    assert_snapshot!("account_member_add_80", play.picture(80, 24));
    let play = play.keys("<enter>");
    never(&play, "member_add");
    let play = play.keys("linus<tab>e<enter>");
    let call = play.last("member_add");
    assert_eq!(
        (Some("linus"), Some("editor")),
        (call.argument("user_id"), call.argument("role"))
    );
    assert_eq!(None, call.argument("database_role"));
    let play = play.keys("je<left><enter>");
    let call = play.last("member_update");
    assert_eq!(
        (Some("grace"), Some(r#"{"role":"commenter"}"#)),
        (call.argument("user_id"), call.argument("patch"))
    );
    let mut play = play.keys("D");
    assert_snapshot!("account_member_remove_80", play.picture(80, 24));
    let play = play.keys("<enter>");
    never(&play, "member_remove");
    let play = play.keys("Dy");
    assert_eq!(
        Some("grace"),
        play.last("member_remove").argument("user_id")
    );
}

#[test]
fn an_api_key_is_shown_once_and_not_left_by_accident() {
    let made = json!({"id": KEY, "account_id": ACCOUNT, "name": "import", "prefix": "sk_7Hq2", "role": "editor", "created_at": "2026-03-01T12:00:00+00:00",
        "expires_at": null, "api_key": "sk_7Hq2_0123456789abcdef0123456789abcdef"});
    let mut play = opened().answer("api_key_create", made).keys("<tab><tab>");
    assert_snapshot!("account_api_keys_80", play.picture(80, 24));
    let mut play = play.keys("nimport<tab><tab>30<enter>");
    let call = play.last("api_key_create");
    assert_eq!(
        (Some("import"), Some("editor")),
        (call.argument("name"), call.argument("role"))
    );
    assert_eq!(Some("2026-03-31T12:00:00Z"), call.argument("expires_at"));
    assert_snapshot!("account_api_key_made_80", play.picture(80, 24));
    let mut play = play.keys("<esc>");
    assert!(
        play.picture(80, 24)
            .contains("Leave without having copied the key?")
    );
    let play = play.keys("<enter>y");
    let copied = Effect::Copy("sk_7Hq2_0123456789abcdef0123456789abcdef".to_owned());
    assert!(play.effects.contains(&copied));
    let mut play = play.keys("<esc>");
    let picture = play.picture(80, 24);
    assert!(picture.starts_with("account Ada Films"), "{picture}");
    assert!(!picture.contains("0123456789abcdef"), "{picture}");
}

#[test]
fn an_api_key_is_revoked_after_a_question() {
    let play = opened()
        .answer("api_key_revoke", json!({"id": KEY}))
        .keys("<tab><tab>x");
    never(&play, "api_key_revoke");
    let mut play = play;
    assert!(play.picture(80, 24).contains("It was last used 1 h ago."));
    let play = play.keys("<enter>");
    never(&play, "api_key_revoke");
    let play = play.keys("xy");
    assert_eq!(Some(KEY), play.last("api_key_revoke").argument("id"));
    // The third one is revoked already.
    let mut play = play.keys("Gx");
    assert!(!play.picture(80, 24).contains("please confirm"));
}

#[test]
fn drives_are_made_renamed_and_lead_to_themselves_and_their_files() {
    let drive = json!({"id": DRIVE, "name": "x"});
    let mut play = opened()
        .answer("drive_create", drive.clone())
        .answer("drive_update", drive)
        .answer("file_search", json!([]))
        .keys("<tab><tab><tab>");
    assert_snapshot!("account_drives_80", play.picture(80, 24));
    let play = play.keys("narchive<enter>");
    assert_eq!(Some("archive"), play.last("drive_create").argument("name"));
    let play = play.keys("e<ctrl-u>main<tab>24<enter>");
    let call = play.last("drive_update");
    assert_eq!(
        (
            Some(DRIVE),
            Some(r#"{"name":"main","policy":{"default_hours":24}}"#)
        ),
        (call.argument("id"), call.argument("patch"))
    );
    let mut play = play.keys("f");
    assert_eq!(Some(DRIVE), play.last("file_search").argument("drive_id"));
    assert!(play.picture(80, 24).starts_with("files of default"));
    let mut play = play.keys("<esc>j<enter>");
    assert!(play.picture(80, 24).starts_with("drive dailies"));
}

#[test]
fn an_account_is_made_by_its_name() {
    let play = Play::new()
        .answer("account_list", accounts())
        .answer("account_create", account("Grace"))
        .open_named("accounts")
        .keys("nGrace <enter>");
    assert_eq!(Some("Grace "), play.last("account_create").argument("name"));
}

#[test]
fn accounts_one_of_them_and_a_new_key_are_documented() {
    let mut rows = accounts();
    rows[1]["name"] = json!("日本の映画社");
    let made =
        json!({"name": "import", "api_key": "pgs_7314e4fe492a_an-example-and-no-key-of-anybody"});
    let play = opened()
        .answer("account_list", rows)
        .answer("api_key_create", made);
    let play = play
        .keys("<esc>")
        .documented("accounts")
        .keys("<enter>")
        .documented("account");
    play.keys("<tab><tab>nimport<enter>").documented("secret");
}
