//! A line that is typed into: what of it is shown, and where the cursor stands. Knows nothing of what it means.

use ratatui::text::Span;
use tui_input::Input;
use unicode_segmentation::UnicodeSegmentation;

use crate::look::Look;
use crate::text::{clean, fit, width};

/// What is shown of a line in so many cells: before the cursor, under it, behind it.
fn window(text: &str, cursor: usize, cells: usize) -> [String; 3] {
    // One letter stays one letter when it is cleaned, so the cursor counts the same.
    let text = clean(text);
    let split = text
        .char_indices()
        .nth(cursor)
        .map_or(text.len(), |(place, _)| place);
    let (before, behind) = text.split_at(split);
    let mut taken = width(before);
    let mut before = before;
    // The cursor and what is under it, which may be wide, keep their place.
    while taken + 3 > cells && !before.is_empty() {
        let first = before.graphemes(true).next().unwrap_or_default().len();
        before = before.get(first..).unwrap_or_default();
        taken = width(before);
    }
    let under = behind.graphemes(true).next().unwrap_or(" ");
    let after = behind.get(under.len()..).unwrap_or_default();
    let left = cells.saturating_sub(taken + width(under));
    [before.to_owned(), under.to_owned(), fit(after, left)]
}

/// The line as it is drawn; a secret one shows only how long it is.
#[must_use]
pub fn spans(input: &Input, is_secret: bool, cells: usize, look: &Look) -> Vec<Span<'static>> {
    let masked;
    let text = if is_secret {
        masked = mask(input.value());
        &masked
    } else {
        input.value()
    };
    let [before, under, behind] = window(text, input.cursor(), cells);
    vec![
        Span::raw(before),
        Span::styled(under, look.selection()),
        Span::raw(behind),
    ]
}

/// As many dots as letters.
#[must_use]
pub fn mask(text: &str) -> String {
    text.chars().map(|_| '•').collect()
}

#[cfg(test)]
mod tests {
    use super::window;
    use crate::text::width;

    #[test]
    fn the_cursor_is_always_to_be_seen() {
        for text in ["", "film", "日本語の映画を見る", "a\u{1b}[31m\u{202E}b"] {
            for cursor in 0..=text.chars().count() {
                for cells in 3..12 {
                    let shown = window(text, cursor, cells).concat();
                    assert_eq!(cells, width(&shown), "{text} {cursor} in {cells}");
                    assert!(!shown.contains(char::is_control));
                }
            }
        }
        assert_eq!(["a lo", "n", "g …"], window("a long film", 4, 8));
    }
}
