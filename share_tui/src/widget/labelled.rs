//! Names with their values below each other, each value over as many lines as it takes.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::look::Look;
use crate::text::{clean, fit, width};

/// The widest that the names may get.
const LABEL: usize = 22;

/// Labelled about a thing.
#[derive(Debug, Default)]
pub struct Labelled {
    rows: Vec<(String, Vec<(String, Style)>)>,
}

impl Labelled {
    /// Stands for facts that are not there: they are being read, or could not be.
    #[must_use]
    pub fn missing(is_awaited: bool, look: &Look) -> Self {
        Self::default().styled("", missing(is_awaited), look.muted())
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(self, label: &str, value: impl Into<String>) -> Self {
        self.styled(label, value, Style::new())
    }

    /// Adds a fact unless it is missing.
    #[must_use]
    pub fn maybe(self, label: &str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(label, value),
            None => self,
        }
    }

    /// Adds a fact in a style.
    #[must_use]
    pub fn styled(mut self, label: &str, value: impl Into<String>, style: Style) -> Self {
        self.rows
            .push((label.to_owned(), vec![(value.into(), style)]));
        self
    }

    /// Adds a line below the last value.
    #[must_use]
    pub fn more(mut self, value: impl Into<String>, style: Style) -> Self {
        if let Some((_, values)) = self.rows.last_mut() {
            values.push((value.into(), style));
        }
        self
    }

    /// The lines in so many cells.
    #[must_use]
    pub fn lines(&self, cells: u16, look: &Look) -> Vec<Line<'static>> {
        let cells = usize::from(cells);
        let widest = self.rows.iter().map(|(label, _)| width(label)).max();
        let labels = widest.unwrap_or(0).min(LABEL).min(cells / 2);
        let mut lines = Vec::new();
        for (label, values) in &self.rows {
            let mut label = label.as_str();
            for (value, style) in values {
                for part in wrapped(value, cells.saturating_sub(labels + 1)) {
                    lines.push(Line::from(vec![
                        Span::styled(fit(label, labels), look.muted()),
                        Span::raw(" "),
                        Span::styled(part, *style),
                    ]));
                    label = "";
                }
            }
        }
        lines
    }
}

/// Says why something is not there.
#[must_use]
pub fn missing(is_awaited: bool) -> &'static str {
    if is_awaited { "reading…" } else { "not read" }
}

/// Cleans a value and breaks it between words, and within those that are longer than a line. Spaces within a line stay,
/// since they may tell one value from another. Never empty.
fn wrapped(text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut taken = 0;
    for word in clean(text).split_inclusive(' ') {
        // The space behind the last word of a line needs no cell.
        if taken > 0 && taken + width(word.trim_end()) > cells {
            lines.push(std::mem::take(&mut line));
            taken = 0;
        }
        for part in word.graphemes(true) {
            let wide = width(part);
            if taken > 0 && part != " " && taken + wide > cells {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            line.push_str(part);
            taken += wide;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn text_breaks_between_words_and_within_long_ones() {
        assert_eq!(vec!["a film", "of two"], wrapped("a film of two", 6));
        assert_eq!(vec!["https:", "//h/p"], wrapped("https://h/p", 6));
        assert_eq!(vec!["日本", "語"], wrapped("日本語", 5));
        assert_eq!(vec![""], wrapped("", 5));
    }

    #[test]
    fn broken_text_is_clean() {
        assert_eq!(
            vec!["a\u{FFFD}[2J", "\u{FFFD}b"],
            wrapped("a\u{1b}[2J \u{202E}b", 5)
        );
    }
}
