//! JSON read strictly: bounded depth, no member twice at any level, nothing behind the end.

use std::collections::HashSet;
use std::fmt;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};

/// Levels of nesting that are read.
const MAX_DEPTH: u8 = 8;

/// Holds a JSON value as far as this crate looks into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Integer(i64),
    /// A fraction, an exponent, or an integer beyond 64 bits.
    OtherNumber,
    Text(String),
    /// Checked, but not kept: nothing here takes a list.
    Array,
    Object(Vec<(String, Json)>),
}

/// Reads one object; `None` for anything else. The caller bounds the length.
pub(crate) fn parse_object(text: &[u8]) -> Option<Vec<(String, Json)>> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let value = Level(0).deserialize(&mut deserializer).ok()?;
    deserializer.end().ok()?;
    match value {
        Json::Object(members) => Some(members),
        _ => None,
    }
}

#[derive(Clone, Copy)]
struct Level(u8);

impl Level {
    fn below<E: de::Error>(self) -> Result<Self, E> {
        if self.0 < MAX_DEPTH {
            Ok(Self(self.0 + 1))
        } else {
            Err(E::custom("nested too deep"))
        }
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Json;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(i64::try_from(value).map_or(Json::OtherNumber, Json::Integer))
    }

    fn visit_f64<E>(self, _value: f64) -> Result<Json, E> {
        Ok(Json::OtherNumber)
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let level = self.below()?;
        while items.next_element_seed(level)?.is_some() {}
        Ok(Json::Array)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let level = self.below()?;
        let mut members = Vec::new();
        let mut names = HashSet::new();
        while let Some(name) = entries.next_key::<String>()? {
            if !names.insert(name.clone()) {
                return Err(de::Error::custom("a member stands twice"));
            }
            members.push((name, entries.next_value_seed(level)?));
        }
        Ok(Json::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, parse_object};

    #[test]
    fn members_keep_their_order() {
        assert_eq!(
            parse_object(br#" {"b":1,"a":[1,{}],"c":1.0,"d":null,"e":true,"f":"x"} "#),
            Some(vec![
                ("b".to_owned(), Json::Integer(1)),
                ("a".to_owned(), Json::Array),
                ("c".to_owned(), Json::OtherNumber),
                ("d".to_owned(), Json::Null),
                ("e".to_owned(), Json::Bool(true)),
                ("f".to_owned(), Json::Text("x".to_owned())),
            ])
        );
    }

    #[test]
    fn a_member_that_stands_twice_is_refused() {
        for text in [
            r#"{"exp":1,"exp":2}"#,
            r#"{"exp":1,"\u0065xp":2}"#,
            r#"{"x":{"a":1,"a":2}}"#,
            r#"{"x":[{"a":1,"a":2}]}"#,
        ] {
            assert_eq!(parse_object(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_single_object_is_refused() {
        for text in [
            "",
            "1",
            "[]",
            "null",
            "{",
            "{}}",
            "{} {}",
            "{'a':1}",
            "{\"a\":01}",
            "{\"a\":NaN}",
        ] {
            assert_eq!(parse_object(text.as_bytes()), None, "{text}");
        }
        assert_eq!(parse_object(b"{\"a\":\"\xff\"}"), None);
    }

    #[test]
    fn deep_nesting_is_refused() {
        let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse_object(nested(7).as_bytes()).is_some());
        assert_eq!(parse_object(nested(8).as_bytes()), None);
        assert_eq!(parse_object(nested(100_000).as_bytes()), None);
    }
}
