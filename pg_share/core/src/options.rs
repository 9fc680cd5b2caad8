//! The options of a delivery: one table of rules checks them, explains them and gives their defaults.

use std::ops::RangeInclusive;

use crate::error::ShareError;
use crate::json_text;
use crate::scheme::Scheme;
use crate::sink::Sink;
use crate::strict_json::{self, Json};

/// Says what values an option takes.
#[derive(Debug, Clone)]
pub enum OptionKind {
    /// A whole number of seconds.
    Seconds(RangeInclusive<i64>),
    /// A whole number.
    Number(RangeInclusive<i64>),
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// True or false.
    Flag,
    /// A text.
    Text {
        /// Lengths in bytes.
        length: RangeInclusive<usize>,
        /// The bytes it may have.
        allows: fn(u8) -> bool,
        /// The same in words.
        shape: &'static str,
    },
}

/// Describes one option.
#[derive(Debug, Clone)]
pub struct OptionRule {
    /// The member's name.
    pub name: &'static str,
    /// Its values.
    pub kind: OptionKind,
    /// What holds without it; none where a setting of the server does.
    pub default: Option<&'static str>,
    /// What it is for.
    pub meaning: &'static str,
}

const LIFETIME: OptionKind = OptionKind::Seconds(60..=31_536_000);

/// The options that each scheme has.
pub static COMMON: [OptionRule; 6] = [
    OptionRule {
        name: "private_stream_ttl",
        kind: LIFETIME,
        default: None,
        meaning: "seconds for which the stream URL of a private share holds",
    },
    OptionRule {
        name: "private_download_ttl",
        kind: LIFETIME,
        default: None,
        meaning: "seconds for which the download URL of a private share holds",
    },
    OptionRule {
        name: "public_ttl",
        kind: LIFETIME,
        default: None,
        meaning: "seconds for which the URLs of a public share hold at least",
    },
    OptionRule {
        name: "expiry_grid",
        kind: OptionKind::Seconds(1..=31_536_000),
        default: None,
        meaning: "seconds to a whole multiple of which an expiry is rounded up",
    },
    OptionRule {
        name: "public_plain",
        kind: OptionKind::Flag,
        default: Some("false"),
        meaning: "whether the URLs of public shares carry no signature",
    },
    OptionRule {
        name: "epoch_in_path",
        kind: OptionKind::Flag,
        default: Some("false"),
        meaning: "whether s/<share>.<epoch>/ stands before each path, so that a new epoch gives new URLs; the edge takes it off again",
    },
];

#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Number(i64),
    Flag(bool),
    Text(String),
}

/// Holds the checked options of one delivery, in the order of the rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options(Vec<(&'static str, Value)>);

impl OptionKind {
    /// Says in words what values it takes.
    #[must_use]
    pub fn accepted(&self) -> String {
        match self {
            Self::Seconds(range) => format!(
                "a whole number of seconds from {} to {}",
                range.start(),
                range.end()
            ),
            Self::Number(range) => {
                format!("a whole number from {} to {}", range.start(), range.end())
            }
            Self::Choice(words) => format!("one of {}", words.join(", ")),
            Self::Flag => "true or false".to_owned(),
            Self::Text { shape, .. } => format!("a text of {shape}"),
        }
    }
}

impl Options {
    /// Reads and checks a JSON object of options.
    ///
    /// # Errors
    /// [`ShareError::InvalidProfile`], [`ShareError::UnknownOption`] and [`ShareError::InvalidOption`].
    pub fn parse(scheme: &dyn Scheme, json: &str) -> Result<Self, ShareError> {
        let members = strict_json::parse_object(json.as_bytes()).ok_or(
            ShareError::InvalidProfile("options are a JSON object without a member twice"),
        )?;
        Self::from_members(scheme, members)
    }

    pub(crate) fn from_members(
        scheme: &dyn Scheme,
        members: Vec<(String, Json)>,
    ) -> Result<Self, ShareError> {
        let rules = || COMMON.iter().chain(scheme.options());
        let mut given = members;
        let mut values = Vec::with_capacity(given.len());
        for rule in rules() {
            if let Some(at) = given.iter().position(|(name, _)| name == rule.name) {
                values.push((rule.name, checked(rule, given.swap_remove(at).1)?));
            }
        }
        match given.pop() {
            None => Ok(Self(values)),
            Some((option, _)) => Err(ShareError::UnknownOption {
                scheme: scheme.name(),
                option,
                accepted: rules().map(|rule| rule.name).collect::<Vec<_>>().join(", "),
            }),
        }
    }

    fn get(&self, name: &str) -> Option<&Value> {
        let (_, value) = self.0.iter().find(|(own, _)| *own == name)?;
        Some(value)
    }

    /// Gives a number of seconds, if the delivery sets it.
    #[must_use]
    pub fn seconds(&self, name: &str) -> Option<i64> {
        match self.get(name) {
            Some(Value::Number(seconds)) => Some(*seconds),
            _ => None,
        }
    }

    /// Gives a whole number, or its default.
    #[must_use]
    pub fn number(&self, rule: &'static OptionRule) -> Option<i64> {
        self.seconds(rule.name)
            .or_else(|| rule.default.and_then(|text| text.parse().ok()))
    }

    /// Gives a flag; false when the delivery does not set it.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Value::Flag(true)))
    }

    /// Tells whether the delivery sets an option.
    #[must_use]
    pub fn has(&self, rule: &'static OptionRule) -> bool {
        self.get(rule.name).is_some()
    }

    /// Gives a text or a chosen word, or its default.
    #[must_use]
    pub fn text<'a>(&'a self, rule: &'static OptionRule) -> &'a str {
        match self.get(rule.name) {
            Some(Value::Text(text)) => text,
            _ => rule.default.unwrap_or_default(),
        }
    }

    /// Gives the options as compact JSON, in the order of the rules.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::from("{");
        for (name, value) in &self.0 {
            if out.len() > 1 {
                out.push(',');
            }
            json_text::push_string(name, &mut out);
            out.push(':');
            match value {
                Value::Number(number) => out.push_integer(*number),
                Value::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
                Value::Text(text) => json_text::push_string(text, &mut out),
            }
        }
        out.push('}');
        out
    }
}

fn checked(rule: &OptionRule, value: Json) -> Result<Value, ShareError> {
    match (&rule.kind, value) {
        (OptionKind::Seconds(range) | OptionKind::Number(range), Json::Integer(number))
            if range.contains(&number) =>
        {
            Ok(Value::Number(number))
        }
        (OptionKind::Flag, Json::Bool(flag)) => Ok(Value::Flag(flag)),
        (OptionKind::Choice(words), Json::Text(word)) if words.contains(&word.as_str()) => {
            Ok(Value::Text(word))
        }
        (OptionKind::Text { length, allows, .. }, Json::Text(text))
            if length.contains(&text.len()) && text.bytes().all(allows) =>
        {
            Ok(Value::Text(text))
        }
        (kind, _) => Err(ShareError::InvalidOption {
            option: rule.name,
            expected: kind.accepted(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{COMMON, Options};
    use crate::error::ShareError;
    use crate::scheme::{SCHEMES, scheme};

    fn options(json: &str) -> Result<Options, ShareError> {
        Options::parse(scheme("uri_signing").unwrap(), json)
    }

    #[test]
    fn options_are_written_in_the_order_of_the_rules() {
        let json = r#"{ "issuer":"a/b", "public_plain":true, "expiry_grid": 300 }"#;
        assert_eq!(
            options(json).unwrap().to_json(),
            r#"{"expiry_grid":300,"public_plain":true,"issuer":"a/b"}"#
        );
        assert_eq!(options("{}").unwrap().to_json(), "{}");
    }

    #[test]
    fn an_unknown_option_is_answered_with_the_known_ones() {
        let error = options(r#"{"public_plain":true,"colour":1}"#).unwrap_err();
        assert!(error.detail().unwrap().contains("\"colour\""));
        let hint = error.hint().unwrap();
        assert!(
            hint.contains("expiry_grid") && hint.contains("token_name"),
            "{hint}"
        );
    }

    #[test]
    fn wrong_types_and_ranges_are_refused() {
        for json in [
            r#"{"public_ttl":59}"#,
            r#"{"public_ttl":31536001}"#,
            r#"{"public_ttl":60.0}"#,
            r#"{"public_ttl":"60"}"#,
            r#"{"public_ttl":null}"#,
            r#"{"expiry_grid":0}"#,
            r#"{"public_plain":"true"}"#,
            r#"{"public_plain":1}"#,
            r#"{"token_name":""}"#,
            r#"{"token_name":"a=b"}"#,
            r#"{"token_name":["x"]}"#,
            r#"{"issuer":"a b"}"#,
            r#"{"issuer":{}}"#,
        ] {
            let error = options(json).unwrap_err();
            assert!(matches!(error, ShareError::InvalidOption { .. }), "{json}");
        }
        for json in ["", "null", "[]", r#"{"public_ttl":60,"public_ttl":61}"#] {
            assert!(
                matches!(options(json), Err(ShareError::InvalidProfile(_))),
                "{json}"
            );
        }
    }

    #[test]
    fn each_option_has_one_rule_and_a_meaning() {
        for scheme in SCHEMES {
            let mut names: Vec<_> = COMMON.iter().chain(scheme.options()).collect();
            assert!(names.iter().all(|rule| !rule.meaning.is_empty()));
            names.sort_by_key(|rule| rule.name);
            assert!(names.windows(2).all(|pair| pair[0].name != pair[1].name));
        }
    }
}
