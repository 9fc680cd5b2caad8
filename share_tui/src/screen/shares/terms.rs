//! A line of words and `name:value` terms, as filters are typed. Knows no names.

use std::fmt;

/// A part of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// A word without a name.
    Word(String),
    /// A named value, which may be empty.
    Term(String, String),
}

/// What is wrong with a line, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong(pub(crate) String);

impl fmt::Display for Wrong {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Reads a line. Quotes hold spaces and colons together; a backslash before a quote makes it a letter.
pub(crate) fn parse(line: &str) -> Result<Vec<Part>, Wrong> {
    let mut parts = Vec::new();
    let mut letters = line.chars().peekable();
    loop {
        while letters.next_if(|letter| letter.is_whitespace()).is_some() {}
        if letters.peek().is_none() {
            return Ok(parts);
        }
        let mut name: Option<String> = None;
        let mut text = String::new();
        let mut is_quoted = false;
        let mut was_quoted = false;
        while let Some(letter) = letters.next() {
            match letter {
                '\\' if matches!(letters.peek(), Some('"' | '\\')) => {
                    text.extend(letters.next());
                }
                '"' => {
                    is_quoted = !is_quoted;
                    was_quoted = true;
                }
                letter if is_quoted => text.push(letter),
                letter if letter.is_whitespace() => break,
                ':' if name.is_none() && !was_quoted && is_name(&text) => {
                    name = Some(std::mem::take(&mut text));
                }
                letter => text.push(letter),
            }
        }
        if is_quoted {
            return Err(Wrong("a quote is not closed".to_owned()));
        }
        parts.push(match name {
            Some(name) => Part::Term(name, text),
            None => Part::Word(text),
        });
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{Part, parse};

    fn word(text: &str) -> Part {
        Part::Word(text.to_owned())
    }

    fn term(name: &str, text: &str) -> Part {
        Part::Term(name.to_owned(), text.to_owned())
    }

    #[test]
    fn words_and_terms_come_in_their_order() {
        assert_eq!(
            vec![
                word("blue"),
                term("owner", "a b"),
                word("two words: x"),
                term("at", "12:30"),
                term("state", "")
            ],
            parse(r#" blue owner:"a b"  "two words: x" at:12:30 state:"#).unwrap()
        );
        assert_eq!(vec![word("\"Ü:b\\c")], parse(r#"\"Ü:b\c"#).unwrap());
        assert!(parse("  ").unwrap().is_empty());
    }

    #[test]
    fn an_open_quote_is_told() {
        assert_eq!(
            "a quote is not closed",
            parse(r#"a "b"#).unwrap_err().to_string()
        );
    }
}
