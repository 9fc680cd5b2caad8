//! Times in UTC as vendors write them; it reads no clock.

use crate::claims::MAX_EXPIRY;
use crate::error::ShareError;
use crate::sink::Sink;

/// Seconds of a day; Unix time has no leap seconds.
pub(crate) const DAY: i64 = 86_400;

/// Holds a time between the years 1970 and 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Utc(i64);

impl Utc {
    /// Takes Unix seconds.
    ///
    /// # Errors
    /// [`ShareError::InvalidExpiry`] outside the years that can be named.
    pub(crate) fn new(seconds: i64) -> Result<Self, ShareError> {
        if (0..=MAX_EXPIRY).contains(&seconds) {
            Ok(Self(seconds))
        } else {
            Err(ShareError::InvalidExpiry(
                "a time lies between the years 1970 and 9999",
            ))
        }
    }

    /// Appends the day, as in `20130524`.
    pub(crate) fn push_day(self, out: &mut impl Sink) {
        self.push_date("", out);
    }

    /// Appends the basic format of ISO 8601, as in `20130524T000000Z`.
    pub(crate) fn push_basic(self, out: &mut impl Sink) {
        self.push_date("", out);
        self.push_time("", out);
    }

    /// Appends the extended format of ISO 8601, as in `2013-05-24T00:00:00Z`.
    pub(crate) fn push_extended(self, out: &mut impl Sink) {
        self.push_date("-", out);
        self.push_time(":", out);
    }

    fn push_date(self, separator: &str, out: &mut impl Sink) {
        let (year, month, day) = civil(self.0 / DAY);
        push_two(year / 100, out);
        push_two(year % 100, out);
        out.push_text(separator);
        push_two(month, out);
        out.push_text(separator);
        push_two(day, out);
    }

    fn push_time(self, separator: &str, out: &mut impl Sink) {
        let second = self.0 % DAY;
        out.push_text("T");
        push_two(second / 3600, out);
        out.push_text(separator);
        push_two(second / 60 % 60, out);
        out.push_text(separator);
        push_two(second % 60, out);
        out.push_text("Z");
    }
}

fn push_two(number: i64, out: &mut impl Sink) {
    if number < 10 {
        out.push_text("0");
    }
    out.push_integer(number);
}

/// Gives year, month and day of a day counted from 1 January 1970, which is not before it.
///
/// Years are counted from March, so that the leap day ends a year: <https://howardhinnant.github.io/date_algorithms.html>.
const fn civil(day: i64) -> (i64, i64, i64) {
    const DAYS_OF_400_YEARS: i64 = 146_097;
    // From 1 March of the year 0.
    let day = day + 719_468;
    let (era, day) = (day / DAYS_OF_400_YEARS, day % DAYS_OF_400_YEARS);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let from_march = (5 * day + 2) / 153;
    let day = day - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let january_or_february = if month <= 2 { 1 } else { 0 };
    (era * 400 + year + january_or_february, month, day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{DAY, Utc, civil};
    use crate::claims::MAX_EXPIRY;

    fn extended(seconds: i64) -> String {
        let mut out = String::new();
        Utc::new(seconds).unwrap().push_extended(&mut out);
        out
    }

    #[test]
    fn times_are_written_in_each_format() {
        let mut out = String::new();
        let time = Utc::new(1_369_353_600).unwrap();
        time.push_day(&mut out);
        out.push(' ');
        time.push_basic(&mut out);
        out.push(' ');
        time.push_extended(&mut out);
        assert_eq!(out, "20130524 20130524T000000Z 2013-05-24T00:00:00Z");
    }

    #[test]
    fn the_calendar_has_its_leap_days() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (68_169_599, "1972-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (1_704_067_199, "2023-12-31T23:59:59Z"),
            (1_709_210_096, "2024-02-29T12:34:56Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (MAX_EXPIRY, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(extended(seconds), text);
        }
    }

    #[test]
    fn other_years_are_refused() {
        for seconds in [-1, MAX_EXPIRY + 1, i64::MIN, i64::MAX] {
            assert!(Utc::new(seconds).is_err(), "{seconds}");
        }
    }

    proptest! {
        #[test]
        fn a_day_follows_the_other(day in 0..MAX_EXPIRY / DAY) {
            let (year, month, day_of_month) = civil(day);
            let next = civil(day + 1);
            prop_assert!((1..=12).contains(&month) && (1..=31).contains(&day_of_month));
            prop_assert!(
                next == (year, month, day_of_month + 1)
                    || next == (year, month + 1, 1)
                    || (next == (year + 1, 1, 1) && (month, day_of_month) == (12, 31))
            );
        }
    }
}
