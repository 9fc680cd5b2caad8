//! Where lines of subtitles break: at most two at once, of at most 42 columns, as even as the words allow.
//!
//! 42 is what broadcasters and streaming services ask for in Latin script; letters that are as wide as two take two columns. A
//! break stands between words, between wide letters, and inside of a word only when that is longer than a line.

use unicode_width::UnicodeWidthChar;

/// The most columns of a line.
const COLUMNS: usize = 42;

/// How many columns more even a break counts that stands behind a sentence or a part of one.
const BEHIND_MARK: usize = 8;

/// Breaks a text of single blanks into what is shown at once: one line, or two.
pub(super) fn break_lines(text: &str) -> Vec<Vec<String>> {
    let pieces = pieces(text);
    let mut blocks = Vec::new();
    let mut rest = pieces.as_slice();
    while !rest.is_empty() {
        let (block, after) = rest.split_at(block_of(rest));
        blocks.push(match even_break(block) {
            None => vec![joined(block)],
            Some(at) => vec![joined(&block[..at]), joined(&block[at..])],
        });
        rest = after;
    }
    blocks
}

/// Breaks a text of single blanks into any number of lines.
pub(crate) fn wrap(text: &str) -> Vec<String> {
    let pieces = pieces(text);
    let mut lines = Vec::new();
    let mut rest = pieces.as_slice();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(filled(rest));
        lines.push(joined(line));
        rest = after;
    }
    lines
}

/// Holds what is not broken: a word, a wide letter, or a part of a word longer than a line.
struct Piece<'a> {
    text: &'a str,
    width: usize,
    /// Whether a blank stands before it.
    blank: bool,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut blank = true;
        let mut start = 0;
        let mut width = 0;
        let mut before = 0;
        for (at, letter) in word.char_indices() {
            let columns = letter.width().unwrap_or(0);
            let may_break = columns > 0 && at > start && !word[..at].ends_with('\u{200d}');
            let wide = columns > 1 && !is_closing(letter) || before > 1 && !is_closing(letter);
            if may_break && (wide || width + columns > COLUMNS) {
                pieces.push(Piece {
                    text: &word[start..at],
                    width,
                    blank,
                });
                (start, width, blank) = (at, 0, false);
            }
            width += columns;
            if columns > 0 {
                before = columns;
            }
        }
        pieces.push(Piece {
            text: &word[start..],
            width,
            blank,
        });
    }
    pieces
}

/// What does not begin a line.
const fn is_closing(letter: char) -> bool {
    matches!(
        letter,
        '。' | '、'
            | '，'
            | '．'
            | '！'
            | '？'
            | '：'
            | '；'
            | '」'
            | '』'
            | '）'
            | '】'
            | '.'
            | ','
            | '!'
            | '?'
            | ')'
            | ':'
            | ';'
    )
}

fn width_of(pieces: &[Piece<'_>]) -> usize {
    pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| piece.width + usize::from(piece.blank && at > 0))
        .sum()
}

fn joined(pieces: &[Piece<'_>]) -> String {
    let mut line = String::new();
    for piece in pieces {
        if piece.blank && !line.is_empty() {
            line.push(' ');
        }
        line.push_str(piece.text);
    }
    line
}

/// How many pieces fill a line: at least one.
fn filled(pieces: &[Piece<'_>]) -> usize {
    let mut width = 0;
    for (at, piece) in pieces.iter().enumerate() {
        width += piece.width + usize::from(piece.blank && at > 0);
        if width > COLUMNS && at > 0 {
            return at;
        }
    }
    pieces.len()
}

fn ends_sentence(piece: &Piece<'_>) -> bool {
    piece.text.ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

fn ends_part(piece: &Piece<'_>) -> bool {
    ends_sentence(piece) || piece.text.ends_with([',', ';', ':', '–', '—', '、', '，'])
}

/// How many pieces are shown at once: as many as fit, but no more than up to the end of a sentence, or else of a part of one,
/// where that lies in the second half.
fn block_of(pieces: &[Piece<'_>]) -> usize {
    let first = filled(pieces);
    let most = first + filled(&pieces[first..]);
    if most == pieces.len() {
        return most;
    }
    let half = most.div_ceil(2);
    let last = |ends: fn(&Piece<'_>) -> bool| {
        (half..=most)
            .rev()
            .find(|&at| at > 0 && ends(&pieces[at - 1]))
    };
    last(ends_sentence)
        .or_else(|| last(ends_part))
        .unwrap_or(most)
}

/// Where a block becomes two lines: nowhere when it fits into one.
fn even_break(block: &[Piece<'_>]) -> Option<usize> {
    if width_of(block) <= COLUMNS {
        return None;
    }
    let cost = |at: usize| {
        let (above, below) = (width_of(&block[..at]), width_of(&block[at..]));
        let fits = above <= COLUMNS && below <= COLUMNS;
        let uneven = above.abs_diff(below) + BEHIND_MARK
            - if ends_part(&block[at - 1]) {
                BEHIND_MARK
            } else {
                0
            };
        // Of two that are equally even the one whose first line is shorter.
        fits.then_some((uneven, above))
    };
    (1..block.len())
        .filter_map(|at| cost(at).map(|cost| (cost, at)))
        .min()
        .map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthChar;

    use super::{COLUMNS, break_lines, wrap};
    use crate::written_text::one_line;

    fn columns(line: &str) -> usize {
        line.chars().filter_map(UnicodeWidthChar::width).sum()
    }

    #[test]
    fn what_fits_into_a_line_is_one() {
        assert_eq!(
            break_lines("Good evening, and welcome."),
            [["Good evening, and welcome."]]
        );
        assert_eq!(break_lines(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn two_lines_are_as_even_as_the_words_allow() {
        assert_eq!(
            break_lines("The film begins at night in a small town by the sea"),
            [["The film begins at night", "in a small town by the sea"]]
        );
    }

    #[test]
    fn a_break_behind_a_mark_counts_as_more_even() {
        assert_eq!(
            break_lines("It was late, and nobody was on the road any more"),
            [["It was late, and nobody", "was on the road any more"]]
        );
        assert_eq!(
            break_lines("It was late in the year, and nobody was out on the road"),
            [["It was late in the year,", "and nobody was out on the road"]]
        );
    }

    #[test]
    fn a_long_text_is_shown_in_parts_that_end_with_sentences() {
        assert_eq!(
            break_lines(
                "We shot it in a week, in all that rain. Then we waited. Nobody went home for a whole month after that."
            ),
            [
                ["We shot it in a week, in all", "that rain. Then we waited."],
                ["Nobody went home for a", "whole month after that."],
            ]
        );
    }

    #[test]
    fn wide_letters_break_between_any_two_but_not_before_a_mark() {
        let blocks = break_lines(
            "彼は毎朝早く起きて海辺を散歩してから仕事に行きます。それは長年の習慣です。",
        );
        for line in blocks.iter().flatten() {
            assert!(columns(line) <= COLUMNS, "{line}");
            assert!(!line.starts_with('。'), "{line}");
        }
    }

    #[test]
    fn a_word_longer_than_a_line_is_cut() {
        let blocks = break_lines(&"x".repeat(100));
        assert_eq!(
            blocks.iter().flatten().map(String::len).max(),
            Some(COLUMNS)
        );
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_no_line_is_too_long(text in r"([a-z]{1,60}[.,]? |[日本語。]{1,30} |e\u{301}|\PC)*") {
            let text = one_line(&text);
            let blocks = break_lines(&text);
            let without_blanks = |text: &str| text.replace(' ', "");
            prop_assert_eq!(without_blanks(&blocks.concat().concat()), without_blanks(&text));
            prop_assert_eq!(without_blanks(&wrap(&text).concat()), without_blanks(&text));
            for block in &blocks {
                prop_assert!((1..=2).contains(&block.len()));
            }
            for line in blocks.iter().flatten() {
                prop_assert!(!line.is_empty() && columns(line) <= COLUMNS, "{:?}", line);
            }
        }
    }
}
