//! Text of people, made fit for a line of a file: nothing in it ends the line, moves a cursor or hides what follows.

/// Tells whether a character ends a line, moves a cursor or turns the direction of what follows.
fn is_hostile(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Gives a text as one line: words with single blanks between them.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|character: char| character.is_whitespace() || is_hostile(character)) {
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Gives the lines of a text, each as one line, without those that are empty.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(one_line)
        .filter(|line| !line.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{lines, one_line};

    #[test]
    fn lines_are_kept_and_controls_are_not() {
        assert_eq!(
            lines("a\tb\r\n\n  c\u{1b}[0m\u{202e}d\u{2028}e"),
            ["a b", "c [0m d", "e"]
        );
        assert_eq!(one_line("a\r\nb"), "a b");
    }

    proptest! {
        #[test]
        fn a_line_has_no_line_break_and_is_kept_when_written_again(text in ".*\\PC*") {
            let line = one_line(&text);
            let ends = line.contains(|character: char| character.is_control() || character == '\u{2028}');
            prop_assert!(!ends);
            prop_assert_eq!(one_line(&line), line);
        }
    }
}
