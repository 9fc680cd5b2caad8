//! A text copied to an output in long pieces, with something else written in between.

use super::line::line_end;
use crate::sink::Sink;

/// Holds how far the text is copied.
pub(super) struct Output<'a, 'o> {
    text: &'a str,
    copied: usize,
    pub(super) out: &'o mut String,
}

impl<'a, 'o> Output<'a, 'o> {
    pub(super) const fn new(text: &'a str, out: &'o mut String) -> Self {
        Self {
            text,
            copied: 0,
            out,
        }
    }

    /// Copies all up to a place.
    pub(super) fn copy_to(&mut self, place: usize) {
        let piece = self.text.get(self.copied..place).unwrap_or_default();
        self.out.push_str(piece);
        self.copied = place;
    }

    /// Goes on at a place without copying.
    pub(super) const fn go_to(&mut self, place: usize) {
        self.copied = place;
    }

    /// Gives the place up to which all is copied.
    pub(super) const fn place(&self) -> usize {
        self.copied
    }

    /// Copies the rest.
    pub(super) fn finish(&mut self) {
        self.copy_to(self.text.len());
    }

    /// Writes a number of its own.
    pub(super) fn push_number(&mut self, number: u64) {
        // What is written here are checked numbers, which are less than half of the greatest, and their sums.
        match i64::try_from(number) {
            Ok(number) => self.out.push_integer(number),
            Err(_) => self.out.push_str(&number.to_string()),
        }
    }

    /// Writes a line of its own, which ends as those of the text do.
    pub(super) fn push_line(&mut self, tag: &str, number: Option<u64>) {
        let end = line_end(self.text);
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push_str(end);
        }
        self.out.push_str(tag);
        if let Some(number) = number {
            self.push_number(number);
        }
        self.out.push_str(end);
    }
}
