//! A playlist line by line, with the place of each line in the text, so that what is not touched can be copied.

use super::short_text;

/// Holds one line and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Counted from one.
    pub(super) number: usize,
    /// Where it begins in the text.
    pub(super) start: usize,
    /// Where the next one begins.
    pub(super) end: usize,
    /// The line without its end.
    pub(super) text: &'a str,
}

/// Gives the lines of a text, which end with LF or CRLF; the last may have no end.
pub(super) const fn lines(text: &str) -> Lines<'_> {
    Lines {
        text,
        at: 0,
        number: 0,
    }
}

pub(super) struct Lines<'a> {
    text: &'a str,
    at: usize,
    number: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let rest = self.text.get(self.at..)?;
        if rest.is_empty() {
            return None;
        }
        let start = self.at;
        let text = if let Some(length) = short_text::find(rest, b'\n') {
            self.at += length + 1;
            let text = &rest[..length];
            text.strip_suffix('\r').unwrap_or(text)
        } else {
            self.at = self.text.len();
            rest
        };
        self.number += 1;
        Some(Line {
            number: self.number,
            start,
            end: self.at,
            text,
        })
    }
}

/// Gives the line end that a text uses, which lines added to it must use too.
pub(super) fn line_end(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{line_end, lines};

    #[test]
    fn line_ends_are_no_part_of_a_line() {
        let read: Vec<_> = lines("a\r\n\nb\rc\nd").map(|line| line.text).collect();
        assert_eq!(read, ["a", "", "b\rc", "d"]);
        assert_eq!(lines("").count(), 0);
    }

    #[test]
    fn added_lines_end_as_the_first_one_does() {
        for (text, end) in [("a\r\nb\n", "\r\n"), ("a\nb\r\n", "\n"), ("a", "\n")] {
            assert_eq!(line_end(text), end, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn the_lines_cover_the_whole_text(text in "[a-zé\r\n]{0,40}") {
            let mut at = 0;
            for line in lines(&text) {
                prop_assert_eq!(line.start, at);
                prop_assert!(text[line.start..line.end].starts_with(line.text));
                at = line.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
