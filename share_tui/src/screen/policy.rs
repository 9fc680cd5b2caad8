//! A policy as fields: what new shares must be like, and how events keep addresses.

use serde_json::{Map, Value};

use crate::screen::dialog::{Field, filled};
use crate::text::clean;

/// A member of a policy: its name, its values if they are words, what it means.
type Rule = (&'static str, &'static [&'static str], &'static str);

/// What a policy can say. The last one is for accounts only.
const RULES: &[Rule] = &[
    (
        "default_hours",
        &[],
        "hours after which a new share expires that names no end; empty: none",
    ),
    (
        "maximum_hours",
        &[],
        "hours after which each new share has to end; empty: no limit",
    ),
    (
        "password_required",
        &["", "true", "false"],
        "whether new shares must have a password",
    ),
    (
        "many_shares",
        &["", "true", "false"],
        "whether a file may have more than one active share",
    ),
    (
        "addresses",
        &["", "off", "truncated", "full"],
        "how events keep the addresses of visitors; empty: truncated",
    ),
];

fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// The policy in one line.
pub(super) fn said(policy: &Value) -> String {
    let members = policy.as_object().into_iter().flatten();
    let said: Vec<String> = members
        .map(|(name, value)| format!("{} {}", clean(name), shown(Some(value))))
        .collect();
    said.join(", ")
}

/// The fields for an account's policy.
pub(super) fn of_account(policy: &Value) -> Vec<Field> {
    fields(policy, RULES)
}

/// The fields for a drive's policy, which says nothing about events.
pub(super) fn of_drive(policy: &Value) -> Vec<Field> {
    let rules = RULES.split_last().map_or(RULES, |(_, rules)| rules);
    fields(policy, rules)
}

fn fields(policy: &Value, rules: &[Rule]) -> Vec<Field> {
    rules
        .iter()
        .map(|(name, words, help)| {
            let value = shown(policy.get(*name));
            if words.is_empty() {
                Field::text(*name, value, *help)
            } else {
                Field::words(*name, words, &value, help)
            }
        })
        .collect()
}

/// The whole policy if one of its fields was changed: it is replaced as one value. Members that have no field stay.
pub(super) fn changed(held: &Value, fields: &[Field]) -> Result<Option<Value>, (usize, String)> {
    let mut policy: Map<String, Value> = held.as_object().cloned().unwrap_or_default();
    let mut is_changed = false;
    for (place, field) in fields.iter().enumerate() {
        let Some((name, ..)) = RULES.iter().find(|(name, ..)| *name == field.name) else {
            continue;
        };
        if !field.is_changed() {
            continue;
        }
        is_changed = true;
        match filled(fields, name).map(str::trim) {
            None | Some("") => {
                policy.remove(*name);
            }
            Some(word @ ("true" | "false")) => {
                policy.insert(field.name.clone(), Value::Bool(word == "true"));
            }
            Some(text) if name.ends_with("_hours") => {
                let hours: u64 = text
                    .parse()
                    .map_err(|_| (place, "a whole number of hours from 1 to 999999".to_owned()))?;
                policy.insert(field.name.clone(), hours.into());
            }
            Some(text) => {
                policy.insert(field.name.clone(), text.into());
            }
        }
    }
    Ok(is_changed.then_some(Value::Object(policy)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{changed, of_account, of_drive, said};

    #[test]
    fn only_what_was_changed_changes_and_the_rest_stays() {
        let held = json!({"default_hours": 24, "password_required": true, "later": 1});
        let mut shown = of_account(&held);
        assert_eq!(None, changed(&held, &shown).unwrap());
        shown[0].fill("48");
        shown[2].fill("");
        shown[4].fill("off");
        assert_eq!(
            Some(json!({"default_hours": 48, "later": 1, "addresses": "off"})),
            changed(&held, &shown).unwrap()
        );
        shown[1].fill("a week");
        assert_eq!(1, changed(&held, &shown).unwrap_err().0);
    }

    #[test]
    fn a_drive_says_nothing_about_events() {
        let names: Vec<String> = of_drive(&json!({}))
            .into_iter()
            .map(|field| field.name)
            .collect();
        assert_eq!(
            vec![
                "default_hours",
                "maximum_hours",
                "password_required",
                "many_shares"
            ],
            names
        );
    }

    #[test]
    fn a_policy_is_said_in_one_line() {
        assert_eq!(
            "default_hours 24, many_shares true",
            said(&json!({"default_hours": 24, "many_shares": true}))
        );
        assert_eq!("", said(&json!({})));
    }
}
