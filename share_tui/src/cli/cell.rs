//! One value as people read it, cleaned.

use std::fmt::Write as _;

use serde_json::Value;

use crate::moment::Moment;
use crate::text::clean;

/// Whether a value stands at the right of its column.
pub(super) fn is_number(value: &Value) -> bool {
    value.is_number()
}

/// A value of a field; what is missing is empty.
pub(super) fn cell(name: &str, value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::Bool(true)) => "yes".to_owned(),
        Some(Value::Bool(false)) => "no".to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) if is_moment(name) => {
            let moment = serde_json::from_value::<Moment>(Value::String(text.clone()));
            moment.map_or_else(|_| clean(text), Moment::absolute)
        }
        Some(Value::String(text)) => clean(text),
        Some(Value::Array(parts)) if parts.iter().all(|part| !part.is_object()) => {
            let parts: Vec<String> = parts.iter().map(|part| cell("", Some(part))).collect();
            parts.join(", ")
        }
        Some(Value::Array(parts)) if parts.iter().all(|part| part["name"].is_string()) => {
            let parts: Vec<String> = parts.iter().map(named).collect();
            parts.join(", ")
        }
        Some(other) => clean(&other.to_string()),
    }
}

/// Something by its name, with its colour if it has one, and whether it is archived.
fn named(part: &Value) -> String {
    let archived = (part["archived"] == true).then_some("archived");
    let said: Vec<&str> = part["color"].as_str().into_iter().chain(archived).collect();
    let name = clean(part["name"].as_str().unwrap_or_default());
    if said.is_empty() {
        name
    } else {
        format!("{name} ({})", clean(&said.join(", ")))
    }
}

fn is_moment(name: &str) -> bool {
    name == "at"
        || name == "last_viewed"
        || name.ends_with("_at")
        || name.ends_with("_until")
        || name.ends_with("_since")
}

/// A JSON text with everything escaped that could steer a terminal; as JSON it is the same.
pub(super) fn escaped(json: &str) -> String {
    if json.bytes().all(|byte| matches!(byte, 0x20..0x7f)) {
        return json.to_owned();
    }
    let mut text = String::with_capacity(json.len() + 16);
    for letter in json.chars() {
        // Outside of strings JSON has none of them.
        if crate::text::is_harmful(letter) {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{cell, escaped};

    #[test]
    fn values_read_as_people_write_them() {
        for (name, value, text) in [
            ("is_bot", json!(true), "yes"),
            ("expires_at", json!("infinity"), "for ever"),
            (
                "expires_at",
                json!("2026-01-02T11:30:00+01:00"),
                "2026-01-02 10:30",
            ),
            (
                "title",
                json!("2026-01-02T11:30:00+01:00"),
                "2026-01-02T11:30:00+01:00",
            ),
            ("permissions", json!(["view", "download"]), "view, download"),
            ("options", json!({"a\u{1b}": 1}), "{\"a\\u001b\":1}"),
            ("items", json!([{"a": 1}]), "[{\"a\":1}]"),
            (
                "options",
                json!([{"name": "a\u{1b}", "color": "red", "archived": true}, {"name": "b", "color": null}]),
                "a\u{FFFD} (red, archived), b",
            ),
            ("number", json!(12.5), "12.5"),
        ] {
            assert_eq!(text, cell(name, Some(&value)));
        }
    }

    #[test]
    fn escaped_json_is_the_same_json_and_harmless() {
        let value = json!({"title": "a\u{9b}2J\u{202E}\u{7f}\u{E0001} 日本語 🎬\u{200D}"});
        let text = escaped(&value.to_string());
        assert_eq!(value, serde_json::from_str::<Value>(&text).unwrap());
        assert!(!text.contains(['\u{9b}', '\u{202E}', '\u{7f}', '\u{E0001}', '\u{200D}']));
        assert!(text.contains("日本語 🎬"));
    }
}
