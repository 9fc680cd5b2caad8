//! Values of attributes on the command line: JSON where a word can be read as such, else a text.

use serde_json::{Value, json};

/// What an attribute is to say of a file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Condition(Value);

/// A word as JSON: itself where it is, so that no digit is another afterwards, and a text of it otherwise.
fn word(given: &str) -> String {
    match serde_json::from_str::<Value>(given) {
        Ok(value) if !value.is_object() => given.to_owned(),
        _ => Value::from(given).to_string(),
    }
}

/// The value that words give: one, a list of several or where a list is asked for, none of no words.
pub(super) fn given(words: &[String], is_list: bool) -> Option<String> {
    let words: Vec<String> = words.iter().map(|given| word(given)).collect();
    match words.as_slice() {
        [] => None,
        [one] if !is_list => Some(one.clone()),
        many => Some(format!("[{}]", many.join(","))),
    }
}

/// Reads a condition.
pub(super) fn condition(given: &str) -> Result<Condition, String> {
    let (name, value) = given
        .split_once('=')
        .ok_or("write name=VALUE, name^=BEGINNING, name>=VALUE, name<=VALUE or name=")?;
    let kinds = [('^', "begins"), ('>', "at_least"), ('<', "at_most")];
    let kind = kinds
        .into_iter()
        .find_map(|(sign, kind)| Some((name.strip_suffix(sign)?, kind)));
    let (name, kind) = kind.unwrap_or((name, "is"));
    if name.is_empty() {
        return Err("names no attribute".to_owned());
    }
    let value = match (kind, value) {
        ("is", "") => Value::Null,
        (_, "") => return Err("has nothing to compare with".to_owned()),
        ("begins", text) => serde_json::from_str::<String>(text).map_or(json!(text), Value::from),
        (_, text) => serde_json::from_str(&word(text)).unwrap_or(Value::Null),
    };
    Ok(Condition(json!({"attribute": name, kind: value})))
}

/// The conditions as the API takes them.
pub(super) fn filters(conditions: &[Condition]) -> Value {
    conditions
        .iter()
        .map(|Condition(filter)| filter.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Condition, condition, given};

    #[test]
    fn a_value_is_json_where_it_can_be() {
        let of = |words: &[&str], is_list| {
            let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
            given(&words, is_list)
        };
        for (word, value) in [
            ("4", "4"),
            ("1.10", "1.10"),
            ("true", "true"),
            ("null", "null"),
            ("Drama", r#""Drama""#),
            (r#""7""#, r#""7""#),
            (r#"["a"]"#, r#"["a"]"#),
            (r#"{"a":1}"#, r#""{\"a\":1}""#),
            ("2026-03-01", r#""2026-03-01""#),
            ("-5", "-5"),
            ("", r#""""#),
        ] {
            assert_eq!(Some(value), of(&[word], false).as_deref(), "{word}");
        }
        assert_eq!(Some(r#"["a",1]"#), of(&["a", "1"], false).as_deref());
        assert_eq!(Some(r#"["a"]"#), of(&["a"], true).as_deref());
        assert_eq!(None, of(&[], false));
    }

    #[test]
    fn a_condition_is_read_as_it_is_written() {
        for (text, filter) in [
            ("genre=Drama", json!({"attribute": "genre", "is": "Drama"})),
            ("rating>=4", json!({"attribute": "rating", "at_least": 4})),
            (
                "aired<=2026-03-01",
                json!({"attribute": "aired", "at_most": "2026-03-01"}),
            ),
            ("reel^=7", json!({"attribute": "reel", "begins": "7"})),
            ("reel=\"7\"", json!({"attribute": "reel", "is": "7"})),
            ("scene=", json!({"attribute": "scene", "is": null})),
            ("note=a=b", json!({"attribute": "note", "is": "a=b"})),
            (
                r#"genre=["a","b"]"#,
                json!({"attribute": "genre", "is": ["a", "b"]}),
            ),
        ] {
            assert_eq!(Ok(Condition(filter)), condition(text), "{text}");
        }
        for text in ["genre", "=a", ">=4", "rating>=", "reel^="] {
            assert!(condition(text).is_err(), "{text}");
        }
    }
}
