//! Where text is written piece by piece, so that signing allocates nothing of its own.

/// Takes text.
pub(crate) trait Sink {
    /// Appends a piece.
    fn push_text(&mut self, text: &str);

    /// Appends an integer in decimal digits.
    fn push_integer(&mut self, number: i64) {
        self.push_text(itoa::Buffer::new().format(number));
    }
}

impl Sink for String {
    fn push_text(&mut self, text: &str) {
        self.push_str(text);
    }
}

impl Sink for Vec<u8> {
    fn push_text(&mut self, text: &str) {
        self.extend_from_slice(text.as_bytes());
    }
}
