//! A line on standard error that is written over while long work goes on; only at a terminal.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use crate::text::{clean, width};

/// Not more often than people read.
const PAUSE: Duration = Duration::from_millis(100);
/// Cells of the bar.
const BAR: usize = 24;

/// How far long work has come.
pub(super) struct Progress {
    is_shown: bool,
    shown: usize,
    last: Option<Instant>,
}

impl Progress {
    /// Nothing has been said yet.
    pub(super) fn new() -> Self {
        Self {
            is_shown: io::stderr().is_terminal(),
            shown: 0,
            last: None,
        }
    }

    /// So much is done, of so much if that is known.
    pub(super) fn at(&mut self, words: &str, done: u64, of: Option<u64>) {
        if !self.is_shown || self.last.is_some_and(|at| at.elapsed() < PAUSE) {
            return;
        }
        self.last = Some(Instant::now());
        let line = line(words, done, of);
        let gone = self.shown.saturating_sub(width(&line));
        let _ = write!(io::stderr(), "\r{line}{}", " ".repeat(gone));
        let _ = io::stderr().flush();
        self.shown = width(&line);
    }

    /// Takes the line away, before something else is said.
    pub(super) fn clear(&mut self) {
        if self.shown > 0 {
            let _ = write!(io::stderr(), "\r{}\r", " ".repeat(self.shown));
            self.shown = 0;
            self.last = None;
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

fn line(words: &str, done: u64, of: Option<u64>) -> String {
    let words = clean(words);
    let Some(of) = of.filter(|of| *of > 0) else {
        return format!("{words} {done}");
    };
    let part = (u128::from(done.min(of)) * BAR as u128) / u128::from(of);
    let full = usize::try_from(part).unwrap_or(BAR);
    let percent = u128::from(done.min(of)) * 100 / u128::from(of);
    format!(
        "{words} [{}{}] {percent:3} % {done} of {of}",
        "#".repeat(full),
        ".".repeat(BAR - full)
    )
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_bar_is_as_full_as_the_work_is_done() {
        assert_eq!(
            "revoked [........................]   0 % 0 of 200",
            line("revoked", 0, Some(200))
        );
        assert_eq!(
            "revoked [############............]  50 % 100 of 200",
            line("revoked", 100, Some(200))
        );
        // What is made meanwhile is more than was counted.
        assert_eq!(
            "revoked [########################] 100 % 300 of 200",
            line("revoked", 300, Some(200))
        );
        assert_eq!("searched 20000", line("searched", 20_000, None));
    }
}
