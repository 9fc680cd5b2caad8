//! What the attributes of files can be, and how their options are written: for screens and subcommands alike. Pure.

use serde_json::{Value, json};

/// What values can be.
pub const TYPES: [&str; 8] = [
    "str",
    "single_select",
    "multi_select",
    "float",
    "int",
    "bool",
    "datetime",
    "rating",
];

/// Kinds of media that files can be of.
pub const MEDIA: [&str; 4] = ["video", "audio", "image", "other"];

/// The colours that an option can have.
pub const COLORS: [&str; 8] = [
    "pink",
    "red",
    "yellow",
    "light_green",
    "dark_green",
    "light_blue",
    "dark_blue",
    "purple",
];

/// Whether values of a type are chosen from options.
#[must_use]
pub fn has_options(value_type: &str) -> bool {
    matches!(value_type, "single_select" | "multi_select")
}

/// An option of the API from its name; what stands behind the last colon is its colour if it is the name of one.
#[must_use]
pub fn option(text: &str) -> Value {
    match text.rsplit_once(':') {
        Some((name, color)) if COLORS.contains(&color.trim()) => {
            json!({ "name": name.trim(), "color": color.trim() })
        }
        _ => json!(text.trim()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::option;

    #[test]
    fn a_colour_stands_behind_the_last_colon_and_other_colons_are_of_the_name() {
        for (text, made) in [
            ("Draft", json!("Draft")),
            (
                "Approved : dark_green",
                json!({"name": "Approved", "color": "dark_green"}),
            ),
            ("16:9", json!("16:9")),
            ("a:b:red", json!({"name": "a:b", "color": "red"})),
        ] {
            assert_eq!(made, option(text));
        }
    }
}
