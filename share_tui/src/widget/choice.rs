//! A few words of which one is chosen.

use ratatui::text::{Line, Span};

use crate::action::Action;
use crate::look::Look;
use crate::text::{fit, width};

/// The next place, or the one before; the ends meet.
#[must_use]
pub fn turn(place: usize, many: usize, action: Action) -> usize {
    match action {
        Action::PreviousPart => (place + many.saturating_sub(1)) % many.max(1),
        _ => (place + 1) % many.max(1),
    }
}

/// The words on one line, the chosen one in brackets, with a text beside them.
#[must_use]
pub fn line(words: &[&str], chosen: usize, beside: &str, cells: u16, look: &Look) -> Line<'static> {
    let mut spans = Vec::new();
    let mut taken = 0;
    for (place, word) in words.iter().enumerate() {
        let (text, style) = if place == chosen {
            (format!("[{word}]"), look.heading())
        } else {
            (format!(" {word} "), look.muted())
        };
        taken += width(&text);
        spans.push(Span::styled(text, style));
    }
    let left = usize::from(cells).saturating_sub(taken + 2);
    spans.push(Span::raw(format!("  {}", fit(beside, left))));
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::turn;
    use crate::action::Action;

    #[test]
    fn the_ends_meet() {
        assert_eq!(0, turn(4, 5, Action::NextPart));
        assert_eq!(4, turn(0, 5, Action::PreviousPart));
        assert_eq!(2, turn(1, 5, Action::NextPart));
    }
}
