//! Configuration files with names in the place of values.

use crate::{Error, Result};

/// Puts values in the place of each `@NAME@`; a name without a value is an error.
pub(crate) fn filled(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut text = template.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("@{name}@"), value);
    }
    // What stands before the first sign and behind the last is no name.
    let mut between: Vec<&str> = text.split('@').skip(1).collect();
    between.pop();
    let left = between
        .into_iter()
        .find(|name| !name.is_empty() && name.chars().all(|letter| letter.is_ascii_uppercase()));
    left.map_or(Ok(text.clone()), |name| {
        Err(Error::new(format!(
            "the configuration names @{name}@, which has no value"
        )))
    })
}
