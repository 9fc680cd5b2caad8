//! The dialogs for an option of an attribute, and how options are written in one line.

use serde_json::{Value, json};

use super::definition::{Choice, Definition};
use super::typed::parts;
use crate::call::Call;
use crate::screen::dialog::{Dialog, Field, filled, patch};

/// The colours that an option can have; an empty word for none.
const COLORS: [&str; 9] = [
    "",
    "pink",
    "red",
    "yellow",
    "light_green",
    "dark_green",
    "light_blue",
    "dark_blue",
    "purple",
];

/// Options as a list of the API, from a line with commas between them. What stands behind the last colon is a colour if it
/// is the name of one.
pub(super) fn options(line: &str) -> Value {
    parts(line)
        .map(|part| match part.rsplit_once(':') {
            Some((name, color)) if COLORS.contains(&color.trim()) && !color.trim().is_empty() => {
                json!({ "name": name.trim(), "color": color.trim() })
            }
            _ => json!(part),
        })
        .collect()
}

fn fields(name: &str, color: &str) -> Vec<Field> {
    vec![
        Field::text(
            "name",
            name,
            "what people read, unique in the attribute whatever the case of its letters",
        ),
        Field::words("color", &COLORS, color, "colour; may be none"),
    ]
}

/// The dialog for a new option, which comes behind the others.
pub(super) fn addition(attribute: &Definition) -> Dialog {
    let (id, account) = (attribute.id.clone(), attribute.account_id.clone());
    let title = format!("add option to {}", attribute.name);
    Dialog::new(
        title,
        fields("", ""),
        "the option is there",
        move |fields| {
            let name = filled(fields, "name").ok_or((0, "give a name".to_owned()))?;
            Ok(Call::write("attribute_option_add")
                .with("attribute_id", &id)
                .with("account_id", &account)
                .with("name", name)
                .maybe("color", filled(fields, "color")))
        },
    )
}

/// The dialog for an option that is there.
pub(super) fn change(attribute: &Definition, option: &Choice) -> Dialog {
    let mut fields = fields(&option.name, option.color.as_deref().unwrap_or_default());
    fields.push(Field::text(
        "ordinal",
        option.ordinal.to_string(),
        "place in the list, from 1; equal ones by name",
    ));
    fields.push(Field::words(
        "archived",
        &["false", "true"],
        if option.archived { "true" } else { "false" },
        "files keep an archived option, and nobody can choose it any more",
    ));
    let (id, account) = (attribute.id.clone(), attribute.account_id.clone());
    let option_id = option.id.clone();
    let title = format!("edit option {}", option.name);
    Dialog::new(title, fields, "the option is changed", move |fields| {
        let mut changes = patch(fields);
        if changes.is_empty() {
            return Err((0, "nothing is changed yet".to_owned()));
        }
        if let Some(ordinal) = changes.get_mut("ordinal") {
            let number = filled(fields, "ordinal").and_then(|text| text.trim().parse::<u32>().ok());
            *ordinal = number
                .ok_or((2, "a whole number from 1 is wanted".to_owned()))?
                .into();
        }
        if let Some(archived) = changes.get_mut("archived") {
            *archived = (archived == "true").into();
        }
        Ok(Call::write("attribute_option_update")
            .with("id", &option_id)
            .with("attribute_id", &id)
            .with("account_id", &account)
            .with("patch", Value::Object(changes)))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::options;

    #[test]
    fn options_are_written_in_one_line_with_their_colours() {
        assert_eq!(
            json!(["Draft", {"name": "Approved", "color": "dark_green"}, "16:9", {"name": "a:b", "color": "red"}]),
            options("Draft, Approved : dark_green,, 16:9, a:b:red")
        );
    }
}
