//! The dialogs for an option of an attribute: a new one, and a change.

use serde_json::Value;

use super::definition::{Choice, Definition};
use crate::attribute::COLORS;
use crate::call::Call;
use crate::screen::dialog::{Dialog, Field, filled, patch};

fn fields(name: &str, color: &str) -> Vec<Field> {
    let colors: Vec<&str> = std::iter::once("").chain(COLORS).collect();
    vec![
        Field::text(
            "name",
            name,
            "what people read, unique in the attribute whatever the case of its letters",
        ),
        Field::words("color", &colors, color, "colour; may be none"),
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
