//! The fields of a share in its forms, and how what is typed is written for the API. Pure.

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::screen::shares::when;
use crate::widget::field::{Change, Field};
use crate::widget::form::Form;

pub(crate) use super::definitions::{ALL, Definition, Format, TOLD};

/// The field of a form; `old` is what the share has now, in a form that keeps.
pub(crate) fn field(definition: &Definition, old: Option<&Value>) -> Field {
    let Definition {
        name,
        label,
        format,
        hint,
    } = definition;
    let field = match format {
        Format::Long => Field::long(name, label),
        Format::Secret => Field::secret(name, label),
        Format::Flag => Field::choice(name, label, &["", "yes", "no"]),
        Format::Choice(words) => {
            let mut options = vec![""];
            options.extend_from_slice(words);
            Field::choice(name, label, &options)
        }
        _ => Field::line(name, label),
    };
    let field = field.hint(*hint);
    match old {
        Some(old) => field.was(shown(*format, old)),
        None => field,
    }
}

/// A value of the server as it would be typed.
pub(crate) fn shown(format: Format, value: &Value) -> String {
    match (format, value) {
        (_, Value::Null) => String::new(),
        (Format::Time, Value::String(text)) => text
            .parse::<Timestamp>()
            .map_or_else(|_| text.clone(), |at| at.to_string()),
        (Format::Flag, Value::Bool(is)) => if *is { "yes" } else { "no" }.to_owned(),
        (_, Value::String(text)) => text.clone(),
        (_, Value::Array(values)) => {
            let texts = values.iter().map(|value| match value {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            });
            texts.collect::<Vec<_>>().join(", ")
        }
        (Format::Object, Value::Object(map)) if map.is_empty() => String::new(),
        (_, other) => other.to_string(),
    }
}

/// Texts between commas.
pub(crate) fn words(text: &str) -> Vec<String> {
    let parts = text.split([',', '\n']).map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What was typed as a value of the API, or why it is none.
pub(crate) fn value(
    format: Format,
    text: &str,
    presets: &[(String, Vec<String>)],
    now: Timestamp,
) -> Result<Value, String> {
    Ok(match format {
        Format::Text | Format::Long | Format::Secret | Format::Choice(_) => text.into(),
        Format::Time if text.trim() == "never" => Value::Null,
        Format::Time => {
            let at = when::to_come(text.trim(), now);
            at.ok_or_else(|| format!("wants {}", when::ACCEPTED))?
                .to_string()
                .into()
        }
        Format::Number => match text.trim().parse::<i32>() {
            Ok(number) if number > 0 => number.into(),
            _ => return Err("wants a whole number above 0".to_owned()),
        },
        Format::List => words(text).into(),
        Format::Flag => (text == "yes").into(),
        Format::Object => match serde_json::from_str(text) {
            Ok(Value::Object(map)) => Value::Object(map),
            Ok(_) => return Err("wants a JSON object".to_owned()),
            Err(error) => return Err(format!("is no JSON: {error}")),
        },
        Format::Permissions => {
            let mut granted: Vec<String> = Vec::new();
            for word in words(text) {
                match presets.iter().find(|(code, _)| *code == word) {
                    Some((_, permissions)) => granted.extend(permissions.iter().cloned()),
                    None => granted.push(word),
                }
            }
            granted.sort_unstable();
            granted.dedup();
            granted.into()
        }
    })
}

/// What a form changes, as a patch of `share_update`; else the field that is wrong, and why. `old` is the share.
pub(crate) fn patch(
    form: &Form,
    old: &Value,
    presets: &[(String, Vec<String>)],
    now: Timestamp,
) -> Result<Map<String, Value>, (&'static str, String)> {
    let mut patch = Map::new();
    let mut restrictions: Option<Map<String, Value>> = None;
    for definition in ALL {
        let Some(field) = form.field(definition.name) else {
            continue;
        };
        let new = match field.change() {
            Change::Keep => continue,
            Change::Clear => Value::Null,
            Change::Set => value(definition.format, field.value(), presets, now)
                .map_err(|wrong| (definition.name, wrong))?,
        };
        match definition.name.split_once('.') {
            None => {
                patch.insert(definition.name.to_owned(), new);
            }
            Some((_, key)) => {
                // They are one value: what is not changed goes along.
                let all = restrictions.get_or_insert_with(|| {
                    let old = old.get("restrictions").and_then(Value::as_object);
                    old.cloned().unwrap_or_default()
                });
                if new.is_null() {
                    all.remove(key);
                } else {
                    all.insert(key.to_owned(), new);
                }
            }
        }
    }
    if let Some(all) = restrictions {
        let value = if all.is_empty() {
            Value::Null
        } else {
            Value::Object(all)
        };
        patch.insert("restrictions".to_owned(), value);
    }
    Ok(patch)
}

/// What a patch would change, a line each. Passwords are not shown.
pub(crate) fn told(form: &Form) -> Vec<String> {
    let changed = form
        .fields()
        .iter()
        .filter(|field| field.change() != Change::Keep);
    let lines = changed.map(|field| {
        let label = field.label;
        match (field.change(), field.old().filter(|old| !old.is_empty())) {
            (Change::Clear, _) => format!("{label}: cleared"),
            _ if field.is_secret() => format!("{label}: a new one"),
            (_, Some(old)) => format!("{label}: {old} -> {}", field.value()),
            _ => format!("{label}: {}", field.value()),
        }
    });
    lines.collect()
}

#[cfg(test)]
#[path = "fields_tests.rs"]
mod tests;
