//! Values of the types of attributes, as people write and read them. Pure.

use serde_json::{Number, Value};

/// What is accepted for a type, in a sentence.
pub(super) fn accepted(value_type: &str) -> &'static str {
    match value_type {
        "single_select" => "the name of an option",
        "multi_select" => "names of options with commas between",
        "float" => "a number",
        "int" => "a whole number",
        "bool" => "true or false",
        "datetime" => "a date as 2026-01-31, or with a time as 2026-01-31T10:00, in UTC",
        "rating" => "0 to 5",
        _ => "a text",
    }
}

/// Reads a value of a type.
///
/// # Errors
/// Text that is none, with what is accepted.
pub(super) fn read(value_type: &str, text: &str) -> Result<Value, String> {
    let wrong = || format!("{} is wanted", accepted(value_type));
    let trimmed = text.trim();
    match value_type {
        "float" => {
            let number: f64 = trimmed.parse().map_err(|_| wrong())?;
            Number::from_f64(number)
                .map(Value::Number)
                .ok_or_else(wrong)
        }
        "int" => trimmed.parse::<i64>().map(Value::from).map_err(|_| wrong()),
        "rating" => match trimmed.parse::<u8>() {
            Ok(stars @ 0..=5) => Ok(stars.into()),
            _ => Err(wrong()),
        },
        "bool" => trimmed
            .parse::<bool>()
            .map(Value::from)
            .map_err(|_| wrong()),
        "multi_select" => {
            let names: Vec<&str> = parts(trimmed).collect();
            if names.is_empty() {
                return Err(wrong());
            }
            Ok(names.into())
        }
        "single_select" | "datetime" => Ok(trimmed.into()),
        _ => Ok(text.into()),
    }
}

/// A value as it may be written again.
pub(super) fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => {
            let parts: Vec<String> = parts.iter().map(said).collect();
            parts.join(", ")
        }
        other => other.to_string(),
    }
}

/// What stands between commas, without what is empty.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{read, said};

    #[test]
    fn each_type_is_read_as_its_own_kind_of_json() {
        for (kind, text, value) in [
            ("str", " as it is ", json!(" as it is ")),
            ("single_select", " Draft ", json!("Draft")),
            ("multi_select", "Berlin, Rome,", json!(["Berlin", "Rome"])),
            ("float", "23.976", json!(23.976)),
            ("int", "-7", json!(-7)),
            ("bool", "true", json!(true)),
            ("datetime", "2026-01-31", json!("2026-01-31")),
            ("rating", "5", json!(5)),
        ] {
            assert_eq!(Ok(value), read(kind, text), "{kind}");
        }
        assert_eq!("Berlin, Rome", said(&json!(["Berlin", "Rome"])));
        assert_eq!("23.976", said(&json!(23.976)));
    }

    #[test]
    fn what_is_no_value_of_the_type_is_refused_with_what_is_wanted() {
        for (kind, text) in [
            ("multi_select", " , "),
            ("float", "much"),
            ("float", "NaN"),
            ("int", "1.5"),
            ("bool", "yes"),
            ("rating", "6"),
            ("rating", "-1"),
        ] {
            let refused: Result<Value, String> = read(kind, text);
            assert!(refused.unwrap_err().ends_with(" is wanted"), "{kind}");
        }
    }
}
