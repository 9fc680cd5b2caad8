//! The parts of a screen, one of which is shown.

use ratatui::text::{Line, Span};

use crate::action::Action;
use crate::look::Look;

/// Which of so many parts is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    names: &'static [&'static str],
    /// The place of the part.
    pub chosen: usize,
}

impl Parts {
    /// The first of these.
    #[must_use]
    pub const fn new(names: &'static [&'static str]) -> Self {
        Self { names, chosen: 0 }
    }

    /// Goes to the next or the previous part; false if the action is none of these.
    pub fn act(&mut self, action: Action) -> bool {
        let many = self.names.len();
        match action {
            Action::NextPart => self.chosen = (self.chosen + 1) % many,
            Action::PreviousPart => self.chosen = (self.chosen + many - 1) % many,
            _ => return false,
        }
        true
    }

    /// The names, with a mark around the chosen one that needs no colour.
    #[must_use]
    pub fn line(&self, look: &Look) -> Line<'static> {
        let mut spans = Vec::new();
        for (place, name) in self.names.iter().enumerate() {
            spans.push(if place == self.chosen {
                Span::styled(format!("[{name}]"), look.heading())
            } else {
                Span::styled(format!(" {name} "), look.muted())
            });
        }
        Line::from(spans)
    }
}

impl Parts {
    /// The names in so many cells: with less between them where there is little room, and with even less those around the
    /// chosen one, which is always in sight.
    #[must_use]
    pub fn fitted(&self, cells: u16, look: &Look) -> Line<'static> {
        let cells = usize::from(cells);
        let names: usize = self.names.iter().map(|name| name.len()).sum();
        if names + 2 * self.names.len() <= cells {
            return self.line(look);
        }
        let shown = self.window(cells);
        let mut spans = Vec::new();
        for place in shown.clone() {
            // What stands between two names belongs to both, so that no name moves when another is chosen.
            let before = match (place == self.chosen, place == self.chosen + 1) {
                (true, _) => "[",
                (_, true) => "]",
                _ if place == shown.start && place > 0 => "‹",
                _ => " ",
            };
            let style = if place == self.chosen {
                look.heading()
            } else {
                look.muted()
            };
            let name = self.names.get(place).copied().unwrap_or_default();
            spans.push(Span::styled(before, look.heading()));
            spans.push(Span::styled(name, style));
        }
        let after = match (shown.end == self.chosen + 1, shown.end < self.names.len()) {
            (true, _) => "]",
            (_, true) => "›",
            _ => "",
        };
        spans.push(Span::styled(after, look.heading()));
        Line::from(spans)
    }

    /// The places of the names that fit; the chosen one is among them.
    fn window(&self, cells: usize) -> std::ops::Range<usize> {
        let taken = |range: &std::ops::Range<usize>| {
            let names = self.names.get(range.clone()).unwrap_or_default();
            names.iter().map(|name| name.len() + 1).sum::<usize>() + 1
        };
        let mut shown = self.chosen..self.chosen + 1;
        loop {
            let right = shown.start..(shown.end + 1).min(self.names.len());
            let left = shown.start.saturating_sub(1)..shown.end;
            shown = match (taken(&right) <= cells, taken(&left) <= cells) {
                (true, _) if right != shown => right,
                (_, true) if left != shown => left,
                _ => return shown,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::Parts;
    use crate::look::Look;
    use crate::picture::Painter;
    use crate::text::width;

    #[test]
    fn the_chosen_part_is_in_sight_at_every_width() {
        let look = Look {
            is_coloured: false,
            painter: Painter::half_blocks(),
            now: Timestamp::UNIX_EPOCH,
        };
        let mut parts = Parts::new(&["file", "previews", "transcript", "stack"]);
        for chosen in 0..4 {
            parts.chosen = chosen;
            for cells in 12..50 {
                let line = parts.fitted(cells, &look).to_string();
                assert!(width(&line) <= usize::from(cells), "{line} in {cells}");
                let name = format!("[{}]", parts.names[chosen]);
                assert!(line.contains(&name), "{line} in {cells}");
            }
        }
        parts.chosen = 1;
        let said = |cells| parts.fitted(cells, &look).to_string();
        assert_eq!(" file [previews] transcript  stack ", said(40));
        assert_eq!(" file[previews]transcript stack", said(33));
        assert_eq!("[previews]transcript›", said(24));
        parts.chosen = 3;
        assert_eq!("‹transcript[stack]", parts.fitted(20, &look).to_string());
    }
}
