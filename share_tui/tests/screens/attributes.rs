//! The attributes of a drive's files, and one of them with its options.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};

use crate::drives::{ACCOUNT, DRIVE, opened};
use crate::play::Play;

const STAGE: &str = "00000000-0000-7000-8000-0000000000b1";
const DRAFT: &str = "00000000-0000-7000-8000-0000000000c1";

fn option(id: &str, name: &str, color: Option<&str>, ordinal: u64, archived: bool) -> Value {
    json!({"id": id, "attribute_id": STAGE, "name": name, "color": color, "ordinal": ordinal, "created_by": null,
        "created_at": "2026-01-12T08:00:00+00:00", "archived": archived})
}

fn attribute(id: &str, name: &str, value_type: &str) -> Value {
    json!({"id": id, "account_id": ACCOUNT, "drive_id": DRIVE, "name": name, "label": name, "value_type": value_type, "description": null,
        "location": "custom", "group_name": null, "default_value": null, "options": null, "add_new_options": false, "restrict_to_types": null,
        "automated": false, "prompt": null, "archived": false, "created_at": "2026-01-12T08:00:00+00:00", "updated_at": "2026-02-12T08:00:00+00:00"})
}

fn stage() -> Value {
    let mut stage = attribute(STAGE, "stage", "single_select");
    stage["label"] = json!("Stage");
    stage["default_value"] = json!("Draft");
    stage["restrict_to_types"] = json!(["video", "audio"]);
    stage["group_name"] = json!("Editing");
    stage["options"] = json!([
        option(DRAFT, "Draft", Some("pink"), 1, false),
        option(
            "00000000-0000-7000-8000-0000000000c2",
            "Approved",
            Some("dark_green"),
            2,
            false
        ),
        option(
            "00000000-0000-7000-8000-0000000000c3",
            "Lost",
            None,
            3,
            true
        ),
    ]);
    stage
}

fn attributes() -> Value {
    let mut old = attribute("00000000-0000-7000-8000-0000000000b2", "tape", "str");
    old["archived"] = json!(true);
    old["label"] = json!("\u{1b}]52;c;eA==\u{7}\u{202E}Tape");
    let mut score = attribute("00000000-0000-7000-8000-0000000000b3", "score", "rating");
    score["default_value"] = json!(3);
    score["automated"] = json!(true);
    score["prompt"] = json!("How good is it?");
    json!([stage(), score, old])
}

fn listed() -> Play {
    opened()
        .answer("attribute_list", attributes())
        .answer("attribute_get", stage())
        .keys("<tab>")
}

fn patch(play: &Play, function: &str) -> Value {
    serde_json::from_str(play.last(function).argument("patch").unwrap()).unwrap()
}

fn never(play: &Play, function: &str) {
    assert!(play.asked.iter().all(|call| call.function() != function));
}

#[test]
fn attributes_are_listed_with_the_archived_ones() {
    let mut play = listed();
    let call = play.last("attribute_list");
    assert_eq!(
        [Some(DRIVE), Some(ACCOUNT), Some("true")],
        ["drive_id", "account_id", "with_archived"].map(|name| call.argument(name))
    );
    let picture = play.picture(120, 24);
    assert!(!picture.contains(['\u{1b}', '\u{7}', '\u{202E}']));
    assert_snapshot!("attributes_120", picture);
    assert_snapshot!("attributes_80", play.picture(80, 24));
    assert_snapshot!("attributes_40", play.picture(40, 10));
}

#[test]
fn no_attributes_and_a_refusal_are_said() {
    let mut play = opened().keys("<tab>");
    assert!(play.picture(80, 24).contains("no attributes"));
    // Nothing is selected, so nothing is changed.
    let play = play.keys("eau<enter>");
    never(&play, "attribute_update");
    let denied = Problem::new(Kind::Denied, "nobody is signed in", None);
    let mut play = opened().refuse("attribute_list", denied).keys("<tab>");
    let picture = play.picture(80, 24);
    assert!(
        picture.contains("not read") && picture.contains("! nobody is signed in"),
        "{picture}"
    );
}

#[test]
fn the_fields_of_a_new_attribute_are_those_of_its_type() {
    let play = listed()
        .answer("attribute_create", stage())
        .keys("nstage<tab>Stage<tab>");
    let mut play = play.keys("s");
    assert_snapshot!("attribute_create_80", play.picture(80, 24));
    let play = play
        .keys("<tab>Draft:pink, Approved:dark_green<tab><right><tab>Draft<tab>video, audio<enter>");
    let call = play.last("attribute_create");
    assert_eq!(
        [
            Some("stage"),
            Some("Stage"),
            Some("single_select"),
            Some(r#"[{"color":"pink","name":"Draft"},{"color":"dark_green","name":"Approved"}]"#),
            Some("true"),
            Some(r#""Draft""#),
            Some(r#"{"video","audio"}"#),
            None
        ],
        [
            "name",
            "label",
            "value_type",
            "options",
            "add_new_options",
            "default_value",
            "restrict_to_types",
            "automated"
        ]
        .map(|name| call.argument(name))
    );
}

#[test]
fn what_is_filled_in_stays_when_another_type_is_chosen() {
    let play = listed()
        .answer("attribute_create", stage())
        .keys("nplaces<tab><tab>s<tab>Berlin, Rome<tab><tab><tab>video<back-tab><back-tab><back-tab><back-tab>m<enter>");
    let call = play.last("attribute_create");
    assert_eq!(
        [
            Some("multi_select"),
            Some(r#"["Berlin","Rome"]"#),
            Some(r#"{"video"}"#)
        ],
        ["value_type", "options", "restrict_to_types"].map(|name| call.argument(name))
    );
}

#[test]
fn what_is_no_value_of_the_type_is_said_at_its_field() {
    let mut play = listed().keys("ntakes<tab><tab>i<tab>many<enter>");
    never(&play, "attribute_create");
    let picture = play.picture(80, 24);
    assert!(
        picture.contains("!>default_value") && picture.contains("! a whole number is wanted"),
        "{picture}"
    );
    let mut play = play.keys("<ctrl-u>7<tab>videos<enter>");
    never(&play, "attribute_create");
    assert!(play.picture(80, 24).contains("!>restrict_to_types"));
    let mut play = listed().keys("n<enter>");
    assert!(play.picture(80, 24).contains("! give a name"));
}

#[test]
fn what_the_server_refuses_stands_at_its_field() {
    let taken = Problem {
        constraint: Some("attribute_name_key".to_owned()),
        ..Problem::new(
            Kind::Conflict,
            "an attribute of this name exists already",
            None,
        )
    };
    let mut play = listed()
        .refuse("attribute_create", taken)
        .keys("nstage<tab><enter>");
    assert!(play.picture(80, 24).contains("!>name"));
}

#[test]
fn a_change_is_a_patch_of_json_of_each_kind() {
    let play = listed().answer("attribute_update", stage()).keys(
        "e<ctrl-u>State<tab><right><tab><ctrl-u><tab><ctrl-u>video<tab><ctrl-u><tab><tab>t<enter>",
    );
    assert_eq!(
        json!({"label": "State", "add_new_options": true, "default_value": null, "restrict_to_types": ["video"], "group_name": null, "automated": true}),
        patch(&play, "attribute_update")
    );
    assert_eq!(Some(STAGE), play.last("attribute_update").argument("id"));
    // A rating is a number.
    let play = play.keys("je<tab>5<enter>");
    assert_eq!(
        json!({"default_value": 5}),
        patch(&play, "attribute_update")
    );
}

#[test]
fn archiving_is_asked_and_taking_back_is_not() {
    let mut play = listed().answer("attribute_update", stage()).keys("a");
    assert_snapshot!("attribute_archive_80", play.picture(80, 24));
    let play = play.keys("<enter>");
    never(&play, "attribute_update");
    let mut play = play.keys("ay");
    assert_eq!(json!({"archived": true}), patch(&play, "attribute_update"));
    assert!(
        play.picture(80, 24)
            .contains("ok the attribute is archived")
    );
    // The last one is archived already.
    let mut play = play.keys("Ga");
    assert!(!play.picture(80, 24).contains("please confirm"));
    let play = play.keys("u");
    let call = play.last("attribute_update");
    assert_eq!(
        Some("00000000-0000-7000-8000-0000000000b2"),
        call.argument("id")
    );
    assert_eq!(json!({"archived": false}), patch(&play, "attribute_update"));
}

#[test]
fn an_attribute_shows_its_options_with_their_colours_and_its_facts() {
    let mut play = listed().keys("<enter>");
    assert_snapshot!("attribute_80", play.picture(80, 24));
    assert_snapshot!("attribute_120", play.picture(120, 40));
    let mut play = play.keys("<tab>");
    assert_snapshot!("attribute_facts_80", play.picture(80, 24));
    // Where nothing is chosen from options, the facts come first.
    let mut play = listed()
        .answer("attribute_get", attributes()[1].clone())
        .keys("j<enter>");
    assert!(play.picture(80, 24).contains("How good is it?"));
    let mut play = play.keys("n");
    assert!(!play.picture(80, 24).contains("add option"));
}

#[test]
fn options_are_added_and_changed() {
    let made = option(DRAFT, "Final", Some("purple"), 4, false);
    let play = listed()
        .answer("attribute_option_add", made.clone())
        .answer("attribute_option_update", made)
        .keys("<enter>nFinal<tab>pp<enter>");
    let call = play.last("attribute_option_add");
    assert_eq!(
        [Some(STAGE), Some("Final"), Some("purple")],
        ["attribute_id", "name", "color"].map(|name| call.argument(name))
    );
    let mut play = play.keys("<enter>");
    assert_snapshot!("option_edit_80", play.picture(80, 24));
    let play = play.keys("<ctrl-u>Rough<tab><left><tab><ctrl-u>9<tab>t<enter>");
    let call = play.last("attribute_option_update");
    assert_eq!(
        (Some(DRAFT), Some(STAGE)),
        (call.argument("id"), call.argument("attribute_id"))
    );
    assert_eq!(
        json!({"name": "Rough", "color": null, "ordinal": 9, "archived": true}),
        patch(&play, "attribute_option_update")
    );
    let mut play = play.keys("<enter><tab><tab><ctrl-u>first<enter>");
    assert!(play.picture(80, 24).contains("! a whole number from 1"));
}

#[test]
fn what_was_archived_on_its_own_screen_is_archived_in_the_list() {
    let mut archived = stage();
    archived["archived"] = json!(true);
    let play = listed()
        .answer("attribute_update", archived.clone())
        .keys("<enter>")
        .answer("attribute_get", archived.clone())
        .keys("ay<tab>");
    let mut play = play.answer("attribute_list", json!([archived]));
    assert!(play.picture(80, 24).contains("archived: kept"));
    let mut play = play.keys("<esc>");
    let picture = play.picture(80, 24);
    assert!(
        picture.contains(" >stage") && picture.contains("archived"),
        "{picture}"
    );
}

#[test]
fn attributes_and_one_of_them_are_documented() {
    let mut rows = attributes();
    rows[2]["label"] = json!("Tape");
    let play = listed().answer("attribute_list", rows).keys("<ctrl-r>");
    play.documented("drive_attributes")
        .keys("<enter>")
        .documented("attribute");
}
