//! Mistakes with their places. All of them are collected, so that nobody mends a file one error at a time.

use std::ops::Range;

/// What is wrong, and where in the text.
pub(super) struct Mistakes<'a> {
    text: &'a str,
    /// Place, whether it is of meaning and not of syntax, words.
    found: Vec<(usize, bool, String)>,
}

impl<'a> Mistakes<'a> {
    /// None so far.
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            text,
            found: Vec::new(),
        }
    }

    /// One more.
    pub(super) fn add(&mut self, at: &Range<usize>, words: impl Into<String>) {
        self.found.push((at.start, true, words.into()));
    }

    /// One of the syntax; what stands there then means nothing.
    pub(super) fn add_of_syntax(&mut self, at: &Range<usize>, words: &str) {
        self.found.push((at.start, false, words.to_owned()));
    }

    /// All of them in the order of the text, each with line and column; none is good news.
    pub(super) fn told(mut self) -> Option<Vec<String>> {
        if self.found.is_empty() {
            return None;
        }
        self.found.sort();
        // Those of the syntax stand before the others of their place.
        self.found
            .dedup_by(|later, first| later == first || later.0 == first.0 && later.1 && !first.1);
        let text = self.text;
        let told = self.found.into_iter().map(|(at, _, words)| {
            let (line, column) = place(text, at);
            format!("{line}:{column}: {words}")
        });
        Some(told.collect())
    }
}

/// Line and column from 1; the column counts characters.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn columns_count_characters_from_one() {
        let text = "a\n日本 x";
        assert_eq!((1, 1), place(text, 0));
        assert_eq!((2, 1), place(text, 2));
        assert_eq!((2, 4), place(text, text.find('x').unwrap()));
        assert_eq!((2, 5), place(text, 1_000));
    }
}
