//! Text of others, made harmless for a terminal and cut to the cells that it may take.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Stands for what must not reach the terminal.
const HIDDEN: char = '\u{FFFD}';

/// Tells whether a character could steer the terminal or turn the order of what follows: control characters (ECMA-48 C0
/// and C1), directional formatting (Unicode UAX 9), line and paragraph separators, and what takes no cell of its own.
pub(crate) fn is_harmful(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Replaces what could do harm; line breaks and tabs become spaces.
#[must_use]
pub fn clean(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\n' | '\t' => ' ',
            letter if is_harmful(letter) => HIDDEN,
            letter => letter,
        })
        .collect()
}

/// The cells that a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// Cleans a text and cuts it to so many cells, with an ellipsis where something is missing, or fills it up with spaces.
#[must_use]
pub fn fit(text: &str, cells: usize) -> String {
    let text = clean(text);
    let whole = width(&text);
    if whole <= cells {
        return text + &" ".repeat(cells - whole);
    }
    let mut cut = String::new();
    let mut taken = 0;
    for part in text.graphemes(true) {
        let wide = width(part);
        // One cell is kept for the ellipsis.
        if taken + wide >= cells {
            break;
        }
        cut.push_str(part);
        taken += wide;
    }
    if cells > 0 {
        cut.push('…');
        taken += 1;
    }
    cut + &" ".repeat(cells - taken)
}

#[cfg(test)]
mod tests {
    use super::{clean, fit, width};

    #[test]
    fn no_control_or_direction_gets_through() {
        assert_eq!("a\u{FFFD}[31mb c", clean("a\u{1b}[31mb\nc"));
        assert_eq!("\u{FFFD}x\u{FFFD}", clean("\u{9b}x\u{202E}"));
    }

    #[test]
    fn text_takes_the_cells_that_it_is_given() {
        for text in [
            "",
            "film",
            "日本語の映画",
            "e\u{301}e\u{301}",
            "שלום עולם",
            "👩‍👩‍👧 family",
        ] {
            for cells in 0..14 {
                assert_eq!(cells, width(&fit(text, cells)), "{text} in {cells}");
            }
        }
        assert_eq!("日… ", fit("日本語", 4));
        assert_eq!("film  ", fit("film", 6));
    }
}
