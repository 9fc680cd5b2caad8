//! Text in lines of so many cells, broken between words where that is possible.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{clean, width};

/// Cleans a text and breaks it into lines; line breaks stay. At least one line, even of nothing.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        // What a line is indented by is worth keeping.
        let indent = line.len() - line.trim_start_matches(' ').len();
        let mut now = " ".repeat(indent.min(cells / 2));
        let mut taken = now.len();
        let mut is_begun = false;
        for word in clean(line).split(' ').filter(|word| !word.is_empty()) {
            let wide = width(word);
            if is_begun && taken + 1 + wide > cells {
                lines.push(std::mem::take(&mut now));
                (taken, is_begun) = (0, false);
            }
            if is_begun {
                now.push(' ');
                taken += 1;
            }
            is_begun = true;
            for part in word.graphemes(true) {
                let wide = width(part);
                if taken + wide > cells && taken > 0 {
                    lines.push(std::mem::take(&mut now));
                    taken = 0;
                }
                now.push_str(part);
                taken += wide;
            }
        }
        lines.push(now);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;
    use crate::text::width;

    #[test]
    fn lines_break_between_words_and_within_long_ones() {
        assert_eq!(vec!["one two", "three"], wrap("one two three", 8));
        assert_eq!(vec!["abcde", "fg h"], wrap("abcdefg h", 5));
        assert_eq!(vec!["a", "  b"], wrap("a\n  b", 8));
        assert_eq!(vec![""], wrap("", 8));
    }

    #[test]
    fn no_line_is_wider_than_it_may_be_and_nothing_is_lost() {
        for text in [
            "日本語の映画 and more",
            "שלום עולם",
            "e\u{301}e\u{301} x",
            "\u{1b}[2Jgone",
        ] {
            for cells in 2..12 {
                let lines = wrap(text, cells);
                assert!(lines.iter().all(|line| width(line) <= cells), "{lines:?}");
                let solid = |text: &str| text.replace(' ', "");
                assert_eq!(solid(&crate::text::clean(text)), solid(&lines.concat()));
            }
        }
    }
}
