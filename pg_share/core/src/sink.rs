//! Where text is written piece by piece, so that signing allocates nothing of its own.

/// Takes text.
pub(crate) trait Sink {
    /// Appends a piece.
    fn push_text(&mut self, text: &str);

    /// Appends an integer in decimal digits.
    fn push_integer(&mut self, number: i64) {
        let mut digits = [0_u8; 20];
        let mut start = digits.len();
        let mut rest = number.unsigned_abs();
        loop {
            start -= 1;
            // The remainder is below ten, so the cast cannot lose anything.
            digits[start] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if number < 0 {
            self.push_text("-");
        }
        self.push_text(str::from_utf8(&digits[start..]).unwrap_or_default());
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

#[cfg(test)]
mod tests {
    use super::Sink;

    #[test]
    fn integers_are_written_like_the_standard_library_does() {
        for number in [0, 7, -7, 10, 1_700_000_000, i64::MAX, i64::MIN] {
            let mut out = String::new();
            out.push_integer(number);
            assert_eq!(out, number.to_string());
        }
    }
}
