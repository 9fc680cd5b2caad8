//! The part of a file that a share shows, in seconds of the file; never seconds of the clock.

use std::fmt;

use crate::error::ShareError;
use crate::sink::Sink;

/// Holds a point in a file in millionths of a second.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seconds(u64);

impl Seconds {
    /// Reads decimal text: at most nine digits, and at most six behind a point, as in `2` or `5.5`.
    ///
    /// # Errors
    /// [`ShareError::InvalidWindow`] for anything else: signs, exponents, blanks, a bare point.
    pub fn parse(text: &str) -> Result<Self, ShareError> {
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(NOT_DECIMAL),
            None => (text, ""),
        };
        // Numerics arrive with their scale, as in 5.500000000; zeros say nothing.
        let fraction = fraction.trim_end_matches('0');
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 9 || fraction.len() > 6 {
            return Err(NOT_DECIMAL);
        }
        if !digits(whole) || !digits(fraction) {
            return Err(NOT_DECIMAL);
        }
        let number = |part: &str| {
            part.bytes()
                .fold(0, |sum: u64, byte| sum * 10 + u64::from(byte - b'0'))
        };
        let mut micros = number(fraction);
        for _ in fraction.len()..6 {
            micros *= 10;
        }
        Ok(Self(number(whole) * MICROS + micros))
    }

    /// Gives the whole number of millionths of a second.
    pub(crate) const fn micros(self) -> u64 {
        self.0
    }

    /// Gives the point that lies a length behind this one; the greatest one there is when that is too far.
    pub(crate) fn plus(self, length: Self) -> Self {
        Self((self.0 + length.0).min(GREATEST))
    }

    pub(crate) fn push(self, out: &mut impl Sink) {
        // Nine digits of seconds fit by construction.
        out.push_integer(i64::try_from(self.0 / MICROS).unwrap_or(i64::MAX));
        let mut micros = self.0 % MICROS;
        if micros == 0 {
            return;
        }
        out.push_text(".");
        // Digit by digit, from the tenths down, until nothing is left: no zeros at the end.
        let mut place = MICROS / 10;
        while micros != 0 {
            out.push_integer(i64::try_from(micros / place).unwrap_or_default());
            micros %= place;
            place /= 10;
        }
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.push(&mut text);
        formatter.write_str(&text)
    }
}

const MICROS: u64 = 1_000_000;

/// Nine digits of seconds and six behind the point.
const GREATEST: u64 = 1_000_000_000 * MICROS - 1;

const NOT_DECIMAL: ShareError = ShareError::InvalidWindow(
    "seconds are a decimal number with at most nine digits, and six behind the point",
);

/// Holds a part of a file that has a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    start: Seconds,
    end: Seconds,
}

impl Window {
    /// Joins two points, the second behind the first.
    ///
    /// # Errors
    /// [`ShareError::InvalidWindow`].
    pub fn new(start: Seconds, end: Seconds) -> Result<Self, ShareError> {
        if start < end {
            Ok(Self { start, end })
        } else {
            Err(ShareError::InvalidWindow(
                "the end must lie behind the start",
            ))
        }
    }

    /// Reads both points from decimal text.
    ///
    /// # Errors
    /// [`ShareError::InvalidWindow`].
    pub fn parse(start: &str, end: &str) -> Result<Self, ShareError> {
        Self::new(Seconds::parse(start)?, Seconds::parse(end)?)
    }

    /// Gives the first point.
    #[must_use]
    pub const fn start(self) -> Seconds {
        self.start
    }

    /// Gives the point behind the last.
    #[must_use]
    pub const fn end(self) -> Seconds {
        self.end
    }

    /// Gives the temporal fragment, as in `#t=2,5.5` (Media Fragments URI 1.0 §4.2.1).
    #[must_use]
    pub fn fragment(self) -> String {
        let mut out = String::new();
        self.push_fragment(&mut out);
        out
    }

    pub(crate) fn push_fragment(self, out: &mut String) {
        out.push_str("#t=");
        self.start.push(out);
        out.push(',');
        self.end.push(out);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Seconds, Window};

    #[test]
    fn a_window_becomes_a_media_fragment() {
        assert_eq!(Window::parse("2", "5.500").unwrap().fragment(), "#t=2,5.5");
        assert_eq!(
            Window::parse("0.000001", "010").unwrap().fragment(),
            "#t=0.000001,10"
        );
    }

    #[test]
    fn what_is_no_plain_decimal_is_refused() {
        for text in [
            "",
            ".",
            ".5",
            "5.",
            "-1",
            "+1",
            "1e3",
            " 1",
            "1,5",
            "NaN",
            "Infinity",
            "1.2.3",
            "٣",
            "1234567890",
            "1.1234567",
        ] {
            assert!(Seconds::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_window_runs_forwards() {
        assert!(Window::parse("5", "5.0").is_err());
        assert!(Window::parse("5", "4").is_err());
    }

    proptest! {
        #[test]
        fn seconds_read_back(micros in 0_u64..1_000_000_000_000_000) {
            let seconds = Seconds(micros);
            prop_assert_eq!(Seconds::parse(&seconds.to_string()), Ok(seconds));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            let _ = Seconds::parse(&text);
        }
    }
}
