//! What attributes say of a file, and a field for each of the eight types.

use insta::assert_snapshot;
use serde_json::{Value, json};
use share_tui::db::problem::{Kind, Problem};

use crate::files::{FILE, opened, presentable};
use crate::play::Play;

fn option(number: u32, name: &str, color: Option<&str>) -> Value {
    json!({"id": format!("00000000-0000-7000-8000-0000000000c{number}"), "attribute_id": "00000000-0000-7000-8000-0000000000b0", "name": name,
        "color": color, "ordinal": number, "created_by": null, "created_at": "2026-02-01T09:00:00+00:00", "archived": false})
}

fn attribute(number: u32, name: &str, value_type: &str, value: &Value) -> Value {
    json!({"attribute_id": format!("00000000-0000-7000-8000-0000000000b{number}"), "name": name, "label": name, "value_type": value_type,
        "value": value, "is_default": false, "description": null, "location": "custom", "group_name": null, "options": null,
        "add_new_options": false, "automated": false, "updated_at": (!value.is_null()).then_some("2026-02-28T09:30:00+00:00")})
}

fn values() -> Vec<Value> {
    let mut genre = attribute(0, "genre", "single_select", &json!("Drama"));
    genre["label"] = json!("Genre");
    genre["description"] = json!("What kind of film it is");
    genre["options"] = json!([
        option(1, "Drama", Some("light_blue")),
        option(2, "Comedy", None)
    ]);
    genre["add_new_options"] = json!(true);
    let mut tags = attribute(1, "tags", "multi_select", &json!(["snow", "gone"]));
    tags["options"] = json!([
        option(3, "night", Some("purple")),
        option(4, "snow", Some("pink"))
    ]);
    let mut takes = attribute(3, "takes", "int", &json!(7));
    takes["group_name"] = json!("Shoot");
    takes["is_default"] = json!(true);
    takes["updated_at"] = Value::Null;
    vec![
        genre,
        tags,
        attribute(2, "summary", "str", &json!("A long way home")),
        takes,
        attribute(4, "rate", "float", &json!(23.976)),
        attribute(5, "approved", "bool", &json!(true)),
        attribute(6, "aired", "datetime", &json!("2026-02-27T20:15:00Z")),
        attribute(7, "rating", "rating", &Value::Null),
    ]
}

/// Answers with values of each type.
pub(crate) fn on_values(play: Play) -> Play {
    play.answer("attribute_value_list", Value::Array(values()))
        .answer("attribute_value_set", json!({"id": FILE}))
}

/// The part, with the cursor on the first attribute.
fn shown() -> Play {
    on_values(opened()).keys("<tab>")
}

/// What is set by keys in the dialog of an attribute, which is so many rows down.
fn set(down: usize, keys: &str) -> (String, Option<Value>) {
    let play = shown().keys(&"j".repeat(down)).keys("e").keys(keys);
    let call = play.last("attribute_value_set");
    assert_eq!(Some(FILE), call.argument("file_id"));
    let value = call
        .argument("value")
        .map(|text| serde_json::from_str(text).unwrap());
    (call.argument("attribute").unwrap().to_owned(), value)
}

#[test]
fn attributes_show_their_values_types_and_options() {
    let mut play = shown();
    let call = play.last("attribute_value_list");
    assert_eq!(Some(FILE), call.argument("file_id"));
    assert_snapshot!("file_attributes_80", play.picture(80, 24));
    assert_snapshot!("file_attributes_40", play.picture(40, 12));
    on_values(presentable())
        .keys("<tab>")
        .documented("file_attributes");
}

#[test]
fn each_type_has_its_field_and_is_sent_as_json() {
    let id = |number: u32| format!("00000000-0000-7000-8000-0000000000b{number}");
    // An option goes by its id, another one by its name.
    let comedy = "00000000-0000-7000-8000-0000000000c2";
    assert_eq!((id(0), Some(json!(comedy))), set(0, "<right><enter>"));
    assert_eq!((id(0), None), set(0, "<left><enter>"));
    assert_eq!((id(0), Some(json!("Satire"))), set(0, "<tab>Satire<enter>"));
    // What was chosen keeps its place, also where it is no option any more.
    let (snow, night) = (
        "00000000-0000-7000-8000-0000000000c4",
        "00000000-0000-7000-8000-0000000000c3",
    );
    assert_eq!(
        (id(1), Some(json!([snow, "gone", night]))),
        set(1, "<space><enter>")
    );
    assert_eq!(
        (id(1), None),
        set(1, "<tab><space><tab><space><enter>"),
        "nothing is chosen"
    );
    assert_eq!((id(2), Some(json!("5"))), set(2, "<ctrl-u>5<enter>"));
    assert_eq!((id(2), None), set(2, "<ctrl-u><enter>"));
    assert_eq!((id(3), Some(json!(12))), set(3, "12<enter>"));
    assert_eq!((id(4), Some(json!(25.0))), set(4, "<ctrl-u>25.0<enter>"));
    assert_eq!((id(5), Some(json!(false))), set(5, "<right><enter>"));
    assert_eq!(
        (id(6), Some(json!("2026-03-01 10:30+02"))),
        set(6, "<ctrl-u>2026-03-01 10:30+02<enter>")
    );
    assert_eq!((id(7), Some(json!(4))), set(7, "4<enter>"));
}

#[test]
fn what_does_not_fit_its_type_is_said_at_the_field() {
    for (down, typed, words) in [
        (3, "1.5", "no whole number"),
        (4, "<ctrl-u>24,5", "no number"),
        (6, "<ctrl-u>2026-02-30", "no time"),
        (0, "<right><tab>Satire", "choose one of the options"),
        (5, "", "nothing is changed yet"),
    ] {
        let mut play = shown().keys(&"j".repeat(down)).keys("e");
        play = play.keys(typed).keys("<enter>");
        let picture = play.picture(80, 24);
        assert!(picture.contains(&format!("! {words}")), "{picture}");
        assert!(picture.contains("!>"), "{picture}");
        let asked = play.asked.iter().map(share_tui::call::Call::function);
        assert_eq!(
            0,
            asked.filter(|name| *name == "attribute_value_set").count()
        );
    }
}

#[test]
fn a_dialog_of_options_names_their_colours() {
    let mut play = shown().keys("e");
    assert_snapshot!("file_attribute_select_80", play.picture(80, 8));
    let mut play = shown().keys("je");
    assert_snapshot!("file_attribute_many_80", play.picture(80, 8));
}

#[test]
fn a_value_is_cleared_after_a_question_and_a_default_has_nothing_to_clear() {
    let mut play = shown().keys("x");
    assert_snapshot!("file_attribute_clear_80", play.picture(80, 24));
    let mut play = play.keys("y");
    let call = play.last("attribute_value_set");
    assert_eq!(None, call.argument("value"));
    assert!(play.picture(80, 24).contains("the value is cleared"));
    let mut play = shown().keys("jjjx");
    assert!(!play.picture(80, 24).contains("please confirm"));
}

#[test]
fn a_key_waits_for_the_values_after_a_change() {
    let play = opened().keys("<tab>");
    // Nothing is there yet to be set.
    let mut play = play.keys("e");
    assert!(play.picture(80, 24).contains("reading…"));
    let rows = values().iter().map(ToString::to_string).collect();
    let mut play = play.reply_with("attribute_value_list", Ok(rows));
    assert!(play.picture(80, 24).starts_with("Genre of the file"));
}

#[test]
fn no_attributes_and_a_refusal_are_said() {
    let mut play = opened()
        .answer("attribute_value_list", json!([]))
        .keys("<tab>");
    assert!(play.picture(80, 24).contains("the drive has no attributes"));
    let problem = Problem::new(Kind::Denied, "not allowed\u{1b}[2J", None);
    let mut play = opened()
        .refuse("attribute_value_list", problem)
        .keys("<tab>");
    let picture = play.picture(80, 24);
    assert!(picture.contains("! not allowed\u{FFFD}[2J"), "{picture}");
    assert!(picture.contains("not read"), "{picture}");
}

#[test]
fn hostile_values_are_harmless() {
    let mut rows = values();
    rows[0]["label"] = json!("\u{1b}[2JGenre");
    rows[2]["value"] = json!("a\u{202E}b\r\n");
    rows[1]["options"][0]["name"] = json!("ni\u{9b}ght");
    let play = opened().answer("attribute_value_list", Value::Array(rows));
    let mut play = play.keys("<tab>j");
    for _ in 0..2 {
        let picture = play.picture(80, 24);
        assert!(!picture.contains(['\u{1b}', '\u{202E}', '\r', '\u{9b}']));
        play = play.keys("e");
    }
}
