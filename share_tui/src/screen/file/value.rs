//! One value of the file: read, said, and changed in a dialog whose fields suit its type.

use ratatui::style::Style;
use serde::Deserialize;
use serde_json::{Number, Value};

use crate::call::Call;
use crate::look::Look;
use crate::moment::Moment;
use crate::screen::dialog::{Dialog, Field, filled};

/// The field of an option that is not there yet.
const NEW: &str = "another option";

/// What an attribute says of the file.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Held {
    pub(super) attribute_id: String,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) value_type: String,
    pub(super) value: Value,
    pub(super) is_default: bool,
    pub(super) description: Option<String>,
    pub(super) group_name: Option<String>,
    pub(super) options: Option<Vec<Choice>>,
    pub(super) add_new_options: Option<bool>,
    pub(super) automated: Option<bool>,
    pub(super) updated_at: Option<Moment>,
}

/// An option that may be chosen.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Choice {
    id: String,
    pub(super) name: String,
    color: Option<String>,
}

impl Choice {
    /// The style of its colour.
    pub(super) fn style(&self, look: &Look) -> Style {
        let colour = self.color.as_deref();
        colour.map_or_else(Style::new, |colour| look.option(colour))
    }
}

impl Held {
    /// The value as people read it; empty where there is none.
    pub(super) fn said(&self) -> String {
        match &self.value {
            Value::Null => String::new(),
            Value::Bool(true) => "yes".to_owned(),
            Value::Bool(false) => "no".to_owned(),
            Value::Array(_) => self.names().join(", "),
            Value::Number(number) if self.value_type == "rating" => format!("{number} of 5"),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    /// The style of the value: that of its option, where one is chosen.
    pub(super) fn style(&self, look: &Look) -> Style {
        if self.is_default || self.value.is_null() {
            return look.muted();
        }
        let chosen = self.value.as_str().and_then(|name| self.choice(name));
        chosen.map_or_else(Style::new, |choice| choice.style(look))
    }

    /// Whether the file has a value of its own.
    pub(super) fn is_own(&self) -> bool {
        !self.is_default && !self.value.is_null()
    }

    /// The options that are chosen, in their order.
    pub(super) fn names(&self) -> Vec<&str> {
        match &self.value {
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
            Value::String(name) => vec![name],
            _ => Vec::new(),
        }
    }

    pub(super) fn choices(&self) -> &[Choice] {
        self.options.as_deref().unwrap_or_default()
    }

    fn choice(&self, name: &str) -> Option<&Choice> {
        self.choices().iter().find(|choice| choice.name == name)
    }

    /// The value as it is filled in; none where the file has only the default.
    fn own(&self) -> String {
        match &self.value {
            _ if !self.is_own() => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    /// What is filled in for its type.
    fn fields(&self) -> Vec<Field> {
        let own = self.own();
        let words = |words: &[(&str, &str)], help: &str| {
            let pairs = words
                .iter()
                .map(|&(value, said)| (value.to_owned(), said.to_owned()));
            vec![Field::choice("value", pairs.collect(), &own, help)]
        };
        let text = |help: &str| vec![Field::text("value", &own, help)];
        let mut fields = match self.value_type.as_str() {
            "single_select" => {
                let mut pairs = vec![(String::new(), String::new())];
                pairs.extend(
                    self.choices()
                        .iter()
                        .map(|choice| (choice.name.clone(), said(choice))),
                );
                let help = "one of the options; none takes the value away";
                vec![Field::choice("value", pairs, &own, help)]
            }
            "multi_select" => self.toggles(),
            "bool" => words(
                &[("", ""), ("true", "yes"), ("false", "no")],
                "yes or no; none takes the value away",
            ),
            "rating" => words(
                &[
                    ("", ""),
                    ("0", "0"),
                    ("1", "1"),
                    ("2", "2"),
                    ("3", "3"),
                    ("4", "4"),
                    ("5", "5"),
                ],
                "0 to 5; none takes the value away",
            ),
            "int" => text("a whole number; empty takes the value away"),
            "float" => text("a number, such as 23.976; empty takes the value away"),
            "datetime" => text(
                "2026-03-01, or 2026-03-01 10:30, in UTC unless a zone such as +02:00 follows; empty takes the value away",
            ),
            _ => text("a text of at most 10,000 letters; empty takes the value away"),
        };
        if self.add_new_options == Some(true) && self.options.is_some() {
            fields.push(Field::text(NEW, "", "is made and chosen with the others"));
        }
        fields
    }

    /// A field for each option, and for what is chosen without being one any more.
    fn toggles(&self) -> Vec<Field> {
        let chosen = if self.is_own() {
            self.names()
        } else {
            Vec::new()
        };
        let gone = chosen.iter().filter(|name| self.choice(name).is_none());
        let known = self.choices().iter().map(|choice| choice.name.as_str());
        known
            .chain(gone.copied())
            .map(|name| {
                let is = if chosen.contains(&name) { "yes" } else { "no" };
                let colour = self.choice(name).map_or("in the archive".to_owned(), said);
                Field::words(
                    name,
                    &["no", "yes"],
                    is,
                    &format!("{colour}: space changes it"),
                )
            })
            .collect()
    }

    /// What is to be set as JSON, none where the value goes; what is wrong, and at which field.
    fn read(&self, fields: &[Field]) -> Result<Option<String>, (usize, String)> {
        let last = fields.len().saturating_sub(1);
        let new = filled(fields, NEW).filter(|_| self.options.is_some());
        if self.value_type == "multi_select" {
            return Ok(self.chosen(fields, new));
        }
        if let Some(new) = new {
            if filled(fields, "value").is_some() && fields.first().is_some_and(Field::is_changed) {
                return Err((last, "choose one of the options or another one".to_owned()));
            }
            return Ok(Some(Value::from(new).to_string()));
        }
        let Some(text) = filled(fields, "value") else {
            return Ok(None);
        };
        let wrong = |words: &str| Err((0, words.to_owned()));
        match self.value_type.as_str() {
            "int" => match text.trim().parse::<i64>() {
                Ok(number) => Ok(Some(number.to_string())),
                Err(_) => wrong("no whole number of at most 19 digits"),
            },
            "float" => match serde_json::from_str::<Number>(text.trim()) {
                // As it was typed: no digit is another afterwards.
                Ok(_) => Ok(Some(text.trim().to_owned())),
                Err(_) => wrong("no number: give one such as 23.976 or -5"),
            },
            "datetime" if !is_time(text.trim()) => {
                wrong("no time: give 2026-03-01, 2026-03-01 10:30 or 2026-03-01T10:30:00+02:00")
            }
            "datetime" => Ok(Some(Value::from(text.trim()).to_string())),
            "bool" | "rating" => Ok(Some(text.to_owned())),
            "single_select" => {
                let option = self.choice(text).map_or(text, |choice| &choice.id);
                Ok(Some(Value::from(option).to_string()))
            }
            "str" if text.chars().count() > 10_000 => wrong("more than 10,000 letters"),
            _ => Ok(Some(Value::from(text).to_string())),
        }
    }

    /// The chosen options: those that were so already in their order, then the others.
    fn chosen(&self, fields: &[Field], new: Option<&str>) -> Option<String> {
        let is_chosen = |name: &str| filled(fields, name) == Some("yes");
        let was = if self.is_own() {
            self.names()
        } else {
            Vec::new()
        };
        let stay = was.iter().copied().filter(|name| is_chosen(name));
        let come = self.choices().iter().map(|choice| choice.name.as_str());
        let come = come.filter(|name| is_chosen(name) && !was.contains(name));
        let named = stay.chain(come).map(|name| {
            // By the id: another option may have got the name meanwhile.
            Value::from(self.choice(name).map_or(name, |choice| &choice.id))
        });
        let all: Vec<Value> = named.chain(new.map(Value::from)).collect();
        (!all.is_empty()).then(|| Value::from(all).to_string())
    }
}

/// An option and its colour in words.
pub(super) fn said(choice: &Choice) -> String {
    match &choice.color {
        Some(colour) => format!("{} ({})", choice.name, colour.replace('_', " ")),
        None => choice.name.clone(),
    }
}

/// The call that sets a value of a file, or takes it away.
pub(super) fn set(file: &str, attribute: &str, value: Option<String>) -> Call {
    Call::write("attribute_value_set")
        .with("file_id", file)
        .with("attribute", attribute)
        .maybe("value", value)
}

/// The dialog that sets a value of a file.
pub(super) fn dialog(file: &str, held: &Held) -> Dialog {
    let title = format!("{} of the file", held.label);
    let (file, held) = (file.to_owned(), held.clone());
    let fields = held.fields();
    Dialog::new(title, fields, "the value is set", move |fields| {
        if !fields.iter().any(Field::is_changed) {
            return Err((0, "nothing is changed yet".to_owned()));
        }
        Ok(set(&file, &held.attribute_id, held.read(fields)?))
    })
}

/// Whether a text has the form of a time that the server takes, on a day that there is.
fn is_time(text: &str) -> bool {
    let (date, rest) = text.split_at_checked(10).unwrap_or((text, ""));
    let shape = |text: &str| -> String {
        let shaped = text
            .chars()
            .map(|letter| if letter.is_ascii_digit() { '0' } else { letter });
        shaped.collect()
    };
    if shape(date) != "0000-00-00" || date.parse::<jiff::civil::Date>().is_err() {
        return false;
    }
    let rest = shape(rest);
    let Some(rest) = rest.strip_prefix(['T', ' ']) else {
        return rest.is_empty();
    };
    let (time, zone) = match rest.find(['Z', '+', '-']) {
        Some(place) => rest.split_at(place),
        None => (rest, ""),
    };
    let is_zone = ["", "Z", "+00", "-00", "+0000", "-0000", "+00:00", "-00:00"].contains(&zone);
    let is_time = match time.strip_prefix("00:00:00.") {
        Some(fraction) => matches!(fraction.len(), 1..=6) && fraction.bytes().all(|it| it == b'0'),
        None => time == "00:00" || time == "00:00:00",
    };
    is_zone && is_time
}

#[cfg(test)]
mod tests {
    use super::is_time;

    #[test]
    fn times_have_the_forms_that_the_server_takes() {
        for text in [
            "2026-03-01",
            "2026-03-01 10:30",
            "2026-03-01T10:30:59.123456Z",
            "2026-03-01 10:30+02",
            "2026-03-01T10:30:00-0530",
        ] {
            assert!(is_time(text), "{text}");
        }
        for text in [
            "2026-02-30",
            "2026-3-1",
            "2026-03-01 10",
            "2026-03-01 10:30:",
            "2026-03-01T10:30:00.1234567",
            "2026-03-01 10:30 CET",
            "tomorrow",
            "2026-03-01é",
            "",
        ] {
            assert!(!is_time(text), "{text}");
        }
    }
}
