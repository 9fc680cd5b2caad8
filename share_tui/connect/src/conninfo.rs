//! Reads `name=value` strings as libpq does: blanks, quotes, backslashes.
//!
//! Its errors name places and never text, which may be part of a password.

use crate::parameter::Parameters;
use crate::problem::Problem;

/// Reads a string; of a name that stands twice the last value counts.
pub fn parse(text: &str) -> Result<Parameters, Problem> {
    let mut parameters = Parameters::default();
    let mut rest = Rest { text, at: 0 };
    loop {
        rest.skip_blanks();
        if rest.peek().is_none() {
            return Ok(parameters);
        }
        let name = rest.name()?;
        let value = zeroize::Zeroizing::new(rest.value()?);
        parameters.set(name, &value)?;
    }
}

/// What is left to read.
struct Rest<'text> {
    text: &'text str,
    at: usize,
}

impl<'text> Rest<'text> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(is_blank) {
            self.at += 1;
        }
    }

    /// The name before an equals sign, which is passed.
    fn name(&mut self) -> Result<&'text str, Problem> {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|letter| letter != '=' && !is_blank(letter))
        {
            self.next();
        }
        let name = &self.text[start..self.at];
        self.skip_blanks();
        if self.next() != Some('=') {
            return Err(syntax("a = is missing after the name", start));
        }
        Ok(name)
    }

    fn value(&mut self) -> Result<String, Problem> {
        self.skip_blanks();
        let start = self.at;
        let quoted = self.peek() == Some('\'');
        if quoted {
            self.next();
        }
        let mut value = String::new();
        loop {
            match self.next() {
                None if quoted => return Err(syntax("a quote is not closed", start)),
                None => return Ok(value),
                Some('\'') if quoted => return Ok(value),
                Some(letter) if !quoted && is_blank(letter) => return Ok(value),
                // A backslash at the end stands for nothing.
                Some('\\') => value.extend(self.next()),
                Some(letter) => value.push(letter),
            }
        }
    }
}

fn syntax(what: &'static str, at: usize) -> Problem {
    Problem::Syntax { what, at: at + 1 }
}

/// What C's `isspace` says in the C locale.
pub(crate) fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t'..='\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&'static str, String)> {
        let parameters = parse(text).unwrap();
        parameters
            .iter()
            .map(|(name, value)| (name, value.to_owned()))
            .collect()
    }

    #[test]
    fn names_and_values_are_read_with_blanks_quotes_and_backslashes() {
        for (text, wanted) in [
            ("host=a", "a"),
            (" host \t=\n a ", "a"),
            ("host='a b'", "a b"),
            ("host='it\\'s'", "it's"),
            ("host=a\\ b", "a b"),
            ("host=a\\", "a"),
            ("host=", ""),
            ("host=''", ""),
            ("host=ä'b", "ä'b"),
        ] {
            assert_eq!(vec![("host", wanted.to_owned())], read(text), "{text}");
        }
    }

    #[test]
    fn a_closing_quote_ends_the_value_without_a_blank() {
        assert_eq!(
            vec![("host", "a".to_owned()), ("port", "1".to_owned())],
            read("host='a'port=1")
        );
    }

    #[test]
    fn the_last_of_equal_names_counts() {
        assert_eq!(vec![("host", "b".to_owned())], read("host=a host=b"));
    }

    #[test]
    fn what_is_wrong_is_told_by_its_place() {
        for (text, wanted) in [
            ("host", 1),
            ("host=a port", 8),
            ("host='a", 6),
            ("host a", 1),
        ] {
            match parse(text) {
                Err(Problem::Syntax { at, .. }) => assert_eq!(wanted, at, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn half_of_a_password_is_in_no_message() {
        let told = parse("password=open sesame").unwrap_err().to_string();
        assert!(!told.contains("sesame"), "{told}");
    }
}
