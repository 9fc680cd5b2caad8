//! Attribute lists of tags (RFC 8216 §4.2), read so strictly that every player finds the same attributes in them.

use super::short_text;

/// Holds one attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    /// The value without its quotes.
    pub(super) value: &'a str,
    /// Whether it stood in quotes.
    pub(super) quoted: bool,
    /// Where the value begins in the list.
    pub(super) at: usize,
}

/// Gives the attributes of a list in order; behind the first error nothing more comes.
pub(super) const fn attributes(list: &str) -> Attributes<'_> {
    Attributes { list, at: 0 }
}

pub(super) struct Attributes<'a> {
    list: &'a str,
    at: usize,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Result<Attribute<'a>, &'static str>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.list.get(self.at..)?;
        // Blanks behind a comma are against the rule and common.
        let rest = rest.trim_start_matches(' ');
        if rest.is_empty() {
            return None;
        }
        let found = self.read(rest);
        if found.is_err() {
            self.at = self.list.len();
        }
        Some(found)
    }
}

impl<'a> Attributes<'a> {
    fn read(&mut self, rest: &'a str) -> Result<Attribute<'a>, &'static str> {
        let (name, rest) =
            short_text::split_once(rest, b'=').ok_or("has an attribute without a value")?;
        if name.is_empty() || !name.bytes().all(is_name_byte) {
            return Err("has an attribute whose name has a special character");
        }
        let behind_quote = rest.strip_prefix('"');
        let at = self.list.len() - behind_quote.unwrap_or(rest).len();
        let (value, quoted, rest) = if let Some(rest) = behind_quote {
            let (value, rest) = short_text::split_once(rest, b'"')
                .ok_or("has an attribute whose quotes do not end")?;
            if value.ends_with('\\') {
                // ffmpeg takes it for an escape and reads on behind the quote.
                return Err("has an attribute with a backslash before its closing quote");
            }
            (value, true, rest.trim_start_matches(' '))
        } else {
            let (value, rest) = rest.split_at(short_text::find(rest, b',').unwrap_or(rest.len()));
            let value = value.trim_end_matches(' ');
            // ffmpeg begins the next attribute behind a blank, too.
            if short_text::contains(value, [b'"', b' ']) {
                return Err("has an attribute with a quote or a blank inside of its value");
            }
            (value, false, rest)
        };
        if !rest.is_empty() && !rest.starts_with(',') {
            return Err("has an attribute with text behind its closing quote");
        }
        self.at = self.list.len() - rest.len() + usize::from(!rest.is_empty());
        Ok(Attribute {
            name,
            value,
            quoted,
            at,
        })
    }
}

const fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

/// Finds one attribute and reads the whole list on the way.
///
/// # Errors
/// The rule that the list breaks; also when the attribute stands there twice, as players take one or the other.
pub(super) fn find<'a>(list: &'a str, name: &str) -> Result<Option<Attribute<'a>>, &'static str> {
    let mut found = None;
    for attribute in attributes(list) {
        let attribute = attribute?;
        if attribute.name == name && found.replace(attribute).is_some() {
            return Err("has an attribute twice");
        }
    }
    Ok(found)
}

/// Finds an attribute that holds a URI, which stands in quotes.
///
/// # Errors
/// As [`find`], and when it has no quotes.
pub(super) fn find_uri<'a>(
    list: &'a str,
    name: &str,
) -> Result<Option<Attribute<'a>>, &'static str> {
    match find(list, name)? {
        Some(attribute) if !attribute.quoted => Err("has a URI without quotes"),
        found => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{attributes, find, find_uri};

    #[test]
    fn attributes_are_found_in_their_place() {
        let list = r#"METHOD=AES-128, URI="a,b=c.key",IV=0x1 ,X-E="","#;
        let read: Vec<_> = attributes(list)
            .map(|attribute| attribute.map(|a| (a.name, a.value, a.quoted)))
            .collect();
        assert_eq!(
            read,
            [
                Ok(("METHOD", "AES-128", false)),
                Ok(("URI", "a,b=c.key", true)),
                Ok(("IV", "0x1", false)),
                Ok(("X-E", "", true)),
            ]
        );
        let uri = find_uri(list, "URI").unwrap().unwrap();
        assert_eq!(&list[uri.at..uri.at + uri.value.len()], "a,b=c.key");
    }

    #[test]
    fn lists_that_players_read_differently_are_refused() {
        for list in [
            "URI",
            "=1",
            "A B=1",
            r#"URI="a"#,
            r#"URI="a"b"#,
            r#"URI= "a""#,
            "A=1 URI=https://evil.example/",
            r#"A=b"c",URI="d""#,
            r#"NAME="x\",Y=",URI=https://evil.example/,Q=""#,
            r#"URI="a",URI="b""#,
            r#""URI="a"#,
            ",URI=\"a\"",
        ] {
            assert!(find(list, "URI").is_err(), "{list}");
        }
        assert!(find_uri("URI=a", "URI").is_err());
    }

    proptest! {
        #[test]
        fn any_list_is_read_or_refused(list in r#"([A-Z]{0,2}=|"|,| |\\|é|[a-z]{1,3}){0,12}"#) {
            for attribute in attributes(&list).map_while(Result::ok) {
                prop_assert!(list[attribute.at..].starts_with(attribute.value));
            }
        }
    }
}
