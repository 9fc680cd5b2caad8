//! An attribute as the server describes it, with what may be chosen for it.

use serde::Deserialize;
use serde_json::Value;

use super::typed;
use crate::moment::Moment;

/// An attribute of the files of a drive.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Definition {
    pub(super) id: String,
    pub(super) account_id: String,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) value_type: String,
    pub(super) description: Option<String>,
    pub(super) location: String,
    pub(super) group_name: Option<String>,
    pub(super) default_value: Option<Value>,
    pub(super) options: Option<Vec<Choice>>,
    pub(super) add_new_options: bool,
    pub(super) restrict_to_types: Option<Vec<String>>,
    pub(super) automated: bool,
    pub(super) prompt: Option<String>,
    pub(super) archived: bool,
    pub(super) created_at: Moment,
    pub(super) updated_at: Moment,
}

/// Something that may be chosen.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) color: Option<String>,
    pub(super) ordinal: i32,
    pub(super) created_by: Option<String>,
    pub(super) created_at: Moment,
    pub(super) archived: bool,
}

impl Definition {
    /// Its label, and its name where that is another.
    pub(super) fn title(&self) -> String {
        if self.label == self.name {
            self.name.clone()
        } else {
            format!("{} ({})", self.label, self.name)
        }
    }

    /// What may be chosen now, each with its colour, in one line.
    pub(super) fn choices(&self) -> String {
        let options = self.options.iter().flatten();
        let said: Vec<String> = options
            .filter(|option| !option.archived)
            .map(|option| match &option.color {
                Some(color) => format!("{} ({color})", option.name),
                None => option.name.clone(),
            })
            .collect();
        said.join(", ")
    }

    /// What a file without a value shows.
    pub(super) fn default_text(&self) -> String {
        self.default_value
            .as_ref()
            .map(typed::said)
            .unwrap_or_default()
    }

    /// The kinds of files that may have it; nothing for all.
    pub(super) fn media(&self) -> String {
        self.restrict_to_types
            .as_ref()
            .map(|kinds| kinds.join(", "))
            .unwrap_or_default()
    }
}
