//! The dialogs for an attribute: a new one, whose fields are those of its type, and a change.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::definition::Definition;
use super::typed::{accepted, parts, read};
use crate::attribute::{MEDIA, TYPES, has_options, option};
use crate::call::Call;
use crate::screen::dialog::{Dialog, Field, filled, patch};

/// Fields that only what is chosen from options has.
const OF_OPTIONS: [&str; 2] = ["options", "add_new_options"];
const NO_YES: [&str; 2] = ["false", "true"];

/// What is wrong, and at which field.
type Wrong = (usize, String);

/// The dialog for a new attribute of a drive.
pub(super) fn creation(account: &str, drive: &str) -> Dialog {
    let mut fields = vec![
        Field::text(
            "name",
            "",
            "for programs: small letters, digits and underscores; it never changes",
        ),
        Field::text("label", "", "for people; empty: the name"),
        Field::words(
            "value_type",
            &TYPES,
            "str",
            "what values are; it never changes",
        ),
    ];
    fields.extend(described("str", None));
    let shown = RefCell::new("str".to_owned());
    let (account, drive) = (account.to_owned(), drive.to_owned());
    Dialog::new(
        "create attribute",
        fields,
        "the attribute is there",
        move |fields| {
            let name = filled(fields, "name").ok_or((0, "give a name".to_owned()))?;
            let value_type = filled(fields, "value_type").unwrap_or("str");
            let call = Call::write("attribute_create")
                .with("drive_id", &drive)
                .with("account_id", &account)
                .with("name", name.trim())
                .with("value_type", value_type)
                .maybe("label", filled(fields, "label"))
                .maybe("options", filled(fields, "options").map(options))
                .maybe("default_value", default_value(value_type, fields)?)
                .maybe("group_name", filled(fields, "group_name"))
                .maybe("description", filled(fields, "description"))
                .maybe("prompt", filled(fields, "prompt"));
            let call = match media(fields)? {
                Some(kinds) => call.list("restrict_to_types", &kinds),
                None => call,
            };
            let switches = ["add_new_options", "automated"];
            Ok(switches.into_iter().fold(call, |call, name| {
                call.maybe(name, filled(fields, name).filter(|word| *word == "true"))
            }))
        },
    )
    .reshaped(move |fields| {
        let wanted = filled(fields, "value_type").unwrap_or("str").to_owned();
        if *shown.borrow() == wanted {
            return;
        }
        shape(fields, &wanted);
        *shown.borrow_mut() = wanted;
    })
}

/// Gives the form the fields of a type; what is filled in stays where a field stays.
fn shape(fields: &mut Vec<Field>, value_type: &str) {
    let behind = fields.split_off(3.min(fields.len()));
    let mut own = described(value_type, None);
    for field in &mut own {
        if let Some(was) = behind.iter().find(|was| was.name == field.name) {
            field.fill(was.value());
        }
    }
    fields.extend(own);
}

/// The fields that come after name, label and type.
fn described(value_type: &str, held: Option<&Definition>) -> Vec<Field> {
    let text =
        |of: fn(&Definition) -> Option<&String>| held.and_then(of).cloned().unwrap_or_default();
    let flag = |of: fn(&Definition) -> bool| {
        if held.is_some_and(of) {
            "true"
        } else {
            "false"
        }
    };
    let mut fields = Vec::new();
    if has_options(value_type) {
        if held.is_none() {
            fields.push(Field::text(
                OF_OPTIONS[0],
                "",
                "what may be chosen, with commas between, each with a colour if it has one: Draft, Approved:dark_green",
            ));
        }
        fields.push(Field::words(
            OF_OPTIONS[1],
            &NO_YES,
            flag(|held| held.add_new_options),
            "whether setting a value that is no option makes one",
        ));
    }
    let default = held.map(Definition::default_text).unwrap_or_default();
    let about = format!(
        "what a file without a value shows: {}; empty for nothing",
        accepted(value_type)
    );
    fields.push(match value_type {
        "bool" => Field::words("default_value", &["", "true", "false"], &default, &about),
        "rating" => Field::words(
            "default_value",
            &["", "0", "1", "2", "3", "4", "5"],
            &default,
            &about,
        ),
        _ => Field::text("default_value", default, about),
    });
    fields.extend([
        Field::text(
            "restrict_to_types",
            held.map(Definition::media).unwrap_or_default(),
            "kinds of files that may have it, of video, audio, image, other, with commas between; empty for all",
        ),
        Field::text(
            "group_name",
            text(|held| held.group_name.as_ref()),
            "heading below which it is shown; may be empty",
        ),
        Field::text(
            "description",
            text(|held| held.description.as_ref()),
            "what it is for; may be empty",
        ),
        Field::words(
            "automated",
            &NO_YES,
            flag(|held| held.automated),
            "whether a worker is to fill it in",
        ),
        Field::text(
            "prompt",
            text(|held| held.prompt.as_ref()),
            "what such a worker is told; may be empty",
        ),
    ]);
    fields
}

/// The dialog for an attribute that is there.
pub(super) fn change(held: &Definition) -> Dialog {
    let mut fields = vec![Field::text(
        "label",
        held.label.clone(),
        "for people; the name for programs never changes",
    )];
    fields.extend(described(&held.value_type, Some(held)));
    let (id, account) = (held.id.clone(), held.account_id.clone());
    let value_type = held.value_type.clone();
    let title = format!("edit attribute {}", held.name);
    Dialog::new(title, fields, "the attribute is changed", move |fields| {
        let changes = changes(&value_type, fields)?;
        if changes.is_empty() {
            return Err((0, "nothing is changed yet".to_owned()));
        }
        Ok(Call::write("attribute_update")
            .with("id", &id)
            .with("account_id", &account)
            .with("patch", Value::Object(changes)))
    })
}

/// The patch, in which each field is JSON of its own kind.
fn changes(value_type: &str, fields: &[Field]) -> Result<Map<String, Value>, Wrong> {
    let mut changes = patch(fields);
    for (name, value) in &mut changes {
        if value.is_null() {
            continue;
        }
        match name.as_str() {
            "default_value" => *value = default_value(value_type, fields)?.into(),
            "restrict_to_types" => *value = media(fields)?.into(),
            "add_new_options" | "automated" => *value = (value == "true").into(),
            _ => {}
        }
    }
    Ok(changes)
}

/// Options as a list of the API, from a line with commas between them.
fn options(line: &str) -> Value {
    parts(line).map(option).collect()
}

fn place(fields: &[Field], name: &str) -> usize {
    let place = fields.iter().position(|field| field.name == name);
    place.unwrap_or(0)
}

fn default_value(value_type: &str, fields: &[Field]) -> Result<Option<Value>, Wrong> {
    let text = filled(fields, "default_value");
    text.map(|text| read(value_type, text))
        .transpose()
        .map_err(|words| (place(fields, "default_value"), words))
}

fn media(fields: &[Field]) -> Result<Option<Vec<String>>, Wrong> {
    let Some(text) = filled(fields, "restrict_to_types") else {
        return Ok(None);
    };
    let kinds: Vec<String> = parts(text).map(str::to_owned).collect();
    let is_known = |kind: &String| MEDIA.contains(&kind.as_str());
    if kinds.is_empty() || !kinds.iter().all(is_known) {
        let words = format!("{} with commas between are wanted", MEDIA.join(", "));
        return Err((place(fields, "restrict_to_types"), words));
    }
    Ok(Some(kinds))
}
