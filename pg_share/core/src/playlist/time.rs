//! Times of a playlist in billionths of a second: sums of EXTINF stay exact where seconds of a file would round.

use super::short_text;
use crate::error::ShareError;
use crate::window::Seconds;

/// Holds a time since the first segment's beginning, or a length.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Time(u64);

const NANOS: u64 = 1_000_000_000;
const NANOS_PER_MICRO: u64 = 1_000;

/// The longest playlist: nine digits of seconds, as in [`Seconds`].
const LONGEST: u64 = 999_999_999 * NANOS;

impl Time {
    /// Reads decimal text with at most nine digits before its point; digits behind the ninth of a fraction say
    /// nothing. `None` for anything else: signs, exponents, a bare point.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = short_text::split_once(text, b'.').unwrap_or((text, "0"));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !(1..=9).contains(&whole.len()) || fraction.is_empty() {
            return None;
        }
        if !digits(whole) || !digits(fraction) {
            return None;
        }
        let number = |digits: &mut dyn Iterator<Item = u8>| {
            digits.fold(0, |sum: u64, digit| sum * 10 + u64::from(digit - b'0'))
        };
        let mut padded = fraction.bytes().chain(std::iter::repeat(b'0')).take(9);
        Some(Self(
            number(&mut whole.bytes()) * NANOS + number(&mut padded),
        ))
    }

    /// Gives the sum, unless it is longer than a playlist may be.
    pub(super) fn plus(self, length: Self) -> Option<Self> {
        let sum = self.0.checked_add(length.0)?;
        (sum <= LONGEST).then_some(Self(sum))
    }

    /// Gives the last whole millionth of a second that is not behind it.
    pub(super) fn floor(self) -> Result<Seconds, ShareError> {
        seconds(self.0 / NANOS_PER_MICRO)
    }

    /// Gives the first whole millionth of a second that is not before it.
    pub(super) fn ceil(self) -> Result<Seconds, ShareError> {
        seconds(self.0.div_ceil(NANOS_PER_MICRO))
    }
}

fn seconds(micros: u64) -> Result<Seconds, ShareError> {
    Seconds::parse(&format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000))
}

impl From<Seconds> for Time {
    fn from(seconds: Seconds) -> Self {
        // What `Seconds` writes has fewer digits than are read here.
        Self::parse(&seconds.to_string()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Time;
    use crate::window::Seconds;

    fn time(text: &str) -> Time {
        Time::parse(text).unwrap()
    }

    #[test]
    fn decimal_text_is_read_exactly() {
        assert_eq!(time("6.006"), Time(6_006_000_000));
        assert_eq!(time("10"), Time(10_000_000_000));
        assert_eq!(time("0.0000000019"), Time(1));
        for text in [
            "",
            ".",
            "5.",
            ".5",
            "-1",
            "+1",
            "1e3",
            "NaN",
            "1,5",
            " 1",
            "٣",
            "1234567890",
        ] {
            assert_eq!(Time::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_sum_has_an_upper_end() {
        let long = time("999999999");
        assert_eq!(long.plus(time("0.1")), None);
        assert_eq!(long.plus(time("0")), Some(long));
    }

    #[test]
    fn seconds_of_a_file_lie_around_a_time() {
        let shown = |seconds: Seconds| seconds.to_string();
        assert_eq!(time("1.0000005").floor().map(shown), Ok("1".to_owned()));
        assert_eq!(
            time("1.0000005").ceil().map(shown),
            Ok("1.000001".to_owned())
        );
    }

    proptest! {
        #[test]
        fn seconds_of_a_file_are_kept(text in "[0-9]{1,9}[.][0-9]{1,6}") {
            let seconds = Seconds::parse(&text).unwrap();
            prop_assert_eq!(Time::from(seconds).floor(), Ok(seconds));
            prop_assert_eq!(Time::from(seconds).ceil(), Ok(seconds));
        }
    }
}
