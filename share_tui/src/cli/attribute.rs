//! `share_tui attribute …`: by what the files of a drive are described.

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::failure::Failure;
use super::share_fields::argument;
use super::task::{Shape, Task};
use crate::attribute::{COLORS, MEDIA, TYPES, option};
use crate::call::Call;

/// What an attribute is beside its name and type, which never change.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields")]
pub(super) struct Fields {
    /// What people read in place of the name
    #[arg(long, value_name = "LABEL")]
    shown_as: Option<String>,
    /// What it is for
    #[arg(long)]
    description: Option<String>,
    /// Heading below which it is shown
    #[arg(long)]
    group: Option<String>,
    /// Where the application shows it: custom, unless it says otherwise
    #[arg(long)]
    location: Option<String>,
    /// What a file without a value shows, as JSON of its type: 3, true, a text in quotation marks, a list in brackets
    #[arg(long, value_name = "JSON", value_parser = json_value)]
    default: Option<Value>,
    /// Kinds of files that may have it; without it all
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = MEDIA)]
    file_types: Option<Vec<String>>,
    /// Whether setting a value that is no option makes one
    #[arg(long, value_name = "BOOLEAN")]
    add_new_options: Option<bool>,
    /// Whether a worker is to fill it in
    #[arg(long, value_name = "BOOLEAN")]
    automated: Option<bool>,
    /// What such a worker is told
    #[arg(long)]
    prompt: Option<String>,
}

/// What is done with attributes.
#[derive(Debug, Subcommand)]
pub(super) enum AttributeCommand {
    /// List the attributes of a drive with their options
    List {
        /// Id of the drive
        drive: String,
        /// Those that are archived too
        #[arg(long)]
        archived: bool,
    },
    /// Show one attribute
    Get {
        /// Id of the attribute
        id: String,
    },
    /// Make an attribute for the files of a drive
    Create {
        /// Id of the drive
        drive: String,
        /// Name for programs: small letters, digits and underscores, unique on the drive
        name: String,
        /// What values are
        #[arg(long = "type", value_name = "TYPE", value_parser = TYPES)]
        value_type: String,
        /// Something that may be chosen, with a colour behind a colon if it has one; may be repeated
        #[arg(long = "option", value_name = "NAME[:COLOR]")]
        options: Vec<String>,
        #[command(flatten)]
        fields: Box<Fields>,
    },
    /// Change an attribute, archive it, or take it back
    Update {
        /// Id of the attribute
        id: String,
        #[command(flatten)]
        fields: Box<Fields>,
        /// Whether it is kept without being shown or set
        #[arg(long, value_name = "BOOLEAN")]
        archived: Option<bool>,
        /// What to clear
        #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = ["description", "group_name", "default_value", "restrict_to_types", "prompt"])]
        clear: Vec<String>,
    },
    /// Add an option, behind the others
    OptionAdd {
        /// Id of the attribute
        attribute: String,
        /// What people read, unique in the attribute
        name: String,
        /// Its colour
        #[arg(long, value_name = "COLOR", value_parser = COLORS)]
        option_color: Option<String>,
    },
    /// Change an option, archive it, or take it back; files that have it go on having it
    OptionUpdate {
        /// Id of the attribute
        attribute: String,
        /// Id of the option
        id: String,
        /// What people read, unique in the attribute
        #[arg(long)]
        name: Option<String>,
        /// Its colour
        #[arg(long, value_name = "COLOR", value_parser = COLORS)]
        option_color: Option<String>,
        /// Place in the list, from 1
        #[arg(long, value_name = "NUMBER")]
        ordinal: Option<u32>,
        /// Whether nobody can choose it any more
        #[arg(long, value_name = "BOOLEAN")]
        archived: Option<bool>,
        /// What to clear
        #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = ["color"])]
        clear: Vec<String>,
    },
}

impl AttributeCommand {
    pub(super) fn task(self) -> Result<Task, Failure> {
        Ok(match self {
            Self::List { drive, archived } => Task::one(
                Call::read("attribute_list")
                    .with("drive_id", drive)
                    .with("with_archived", archived),
                Shape::Table(&[
                    "id",
                    "name",
                    "value_type",
                    "options",
                    "default_value",
                    "restrict_to_types",
                    "group_name",
                    "label",
                    "archived",
                ]),
            ),
            Self::Get { id } => {
                Task::one(Call::read("attribute_get").with("id", id), Shape::Record)
            }
            Self::Create {
                drive,
                name,
                value_type,
                options,
                fields,
            } => {
                let options: Vec<Value> = options.iter().map(|text| option(text)).collect();
                let options = (!options.is_empty()).then(|| json!(options));
                let call = Call::write("attribute_create")
                    .with("drive_id", drive)
                    .with("name", name)
                    .with("value_type", value_type)
                    .maybe("options", options)
                    .maybe("default_value", fields.default.clone());
                let given = fields.given().into_iter();
                let given = given.filter(|(name, _)| *name != "default_value");
                Task::one(
                    given.fold(call, |call, (name, value)| argument(call, name, &value)),
                    Shape::Record,
                )
            }
            Self::Update {
                id,
                fields,
                archived,
                clear,
            } => {
                let mut given = fields.given();
                given.extend(archived.map(|archived| ("archived", json!(archived))));
                let call = Call::write("attribute_update").with("id", id);
                Task::one(call.with("patch", patch(given, clear)?), Shape::Record)
            }
            Self::OptionAdd {
                attribute,
                name,
                option_color,
            } => Task::one(
                Call::write("attribute_option_add")
                    .with("attribute_id", attribute)
                    .with("name", name)
                    .maybe("color", option_color),
                Shape::Record,
            ),
            Self::OptionUpdate {
                attribute,
                id,
                name,
                option_color,
                ordinal,
                archived,
                clear,
            } => {
                let given = given([
                    ("name", name.map(Value::from)),
                    ("color", option_color.map(Value::from)),
                    ("ordinal", ordinal.map(Value::from)),
                    ("archived", archived.map(Value::from)),
                ]);
                Task::one(
                    Call::write("attribute_option_update")
                        .with("id", id)
                        .with("attribute_id", attribute)
                        .with("patch", patch(given, clear)?),
                    Shape::Record,
                )
            }
        })
    }
}

impl Fields {
    fn given(&self) -> Vec<(&'static str, Value)> {
        let text = |value: &Option<String>| value.as_ref().map(|value| json!(value));
        given([
            ("label", text(&self.shown_as)),
            ("description", text(&self.description)),
            ("group_name", text(&self.group)),
            ("location", text(&self.location)),
            ("default_value", self.default.clone()),
            (
                "restrict_to_types",
                self.file_types.as_ref().map(|it| json!(it)),
            ),
            ("add_new_options", self.add_new_options.map(Value::from)),
            ("automated", self.automated.map(Value::from)),
            ("prompt", text(&self.prompt)),
        ])
    }
}

fn given<const N: usize>(all: [(&'static str, Option<Value>); N]) -> Vec<(&'static str, Value)> {
    let given = all
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    given.collect()
}

/// What is set and what is cleared, as one patch.
fn patch(given: Vec<(&'static str, Value)>, clear: Vec<String>) -> Result<Value, Failure> {
    let mut patch: Map<String, Value> = given
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    for name in clear {
        if patch.insert(name.clone(), Value::Null).is_some() {
            return Err(Failure::Usage(format!("{name} is set and cleared at once")));
        }
    }
    if patch.is_empty() {
        return Err(Failure::Usage(
            "nothing is to be changed: name a field".to_owned(),
        ));
    }
    Ok(Value::Object(patch))
}

/// A JSON value; a text stands in quotation marks.
fn json_value(given: &str) -> Result<Value, String> {
    serde_json::from_str(given)
        .map_err(|came| format!("{came}; a text stands in quotation marks: '\"{given}\"'"))
}
