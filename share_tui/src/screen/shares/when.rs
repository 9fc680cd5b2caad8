//! Times and spans as people type them, in UTC: `7d`, `2026-03-01`, `2026-03-01 12:00`, `now`.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// What is accepted, for people.
pub(crate) const ACCEPTED: &str = "7d, 12h, 30min, 2026-03-01 or 2026-03-01T12:00";

/// The longest span, which is also that of the server.
const MOST_HOURS: u64 = 876_000;

/// So much time: a number and `s`, `min`, `h`, `d`, `w` or `y`.
pub(crate) fn span(text: &str) -> Option<SignedDuration> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at_checked(digits)?;
    let seconds = match unit {
        "s" => 1,
        "min" => 60,
        "h" => 3_600,
        "d" => 86_400,
        "w" => 7 * 86_400,
        "y" => 365 * 86_400,
        _ => return None,
    };
    let seconds = number.parse::<u64>().ok()?.checked_mul(seconds)?;
    if seconds > MOST_HOURS * 3_600 {
        return None;
    }
    i64::try_from(seconds).ok().map(SignedDuration::from_secs)
}

/// A whole day, if it is one.
pub(crate) fn day(text: &str) -> Option<(Timestamp, Timestamp)> {
    if text.len() != 10 {
        return None;
    }
    let date: Date = text.parse().ok()?;
    let begin = at_utc(date.at(0, 0, 0, 0))?;
    let end = at_utc(date.tomorrow().ok()?.at(0, 0, 0, 0))?;
    Some((begin, end))
}

fn at_utc(time: DateTime) -> Option<Timestamp> {
    let zoned = time.to_zoned(TimeZone::UTC).ok()?;
    Some(zoned.timestamp())
}

/// A time: a day is its beginning; a time without an offset is UTC.
pub(crate) fn time(text: &str, now: Timestamp) -> Option<Timestamp> {
    if text == "now" {
        return Some(now);
    }
    if let Some((begin, _)) = day(text) {
        return Some(begin);
    }
    // Without digits and a colon it is no time, whatever the library makes of it.
    if !text.contains(':') {
        return None;
    }
    let text = text.replacen(' ', "T", 1);
    text.parse::<Timestamp>()
        .ok()
        .or_else(|| at_utc(text.parse::<DateTime>().ok()?))
}

/// A time to come: a time, or so much from now on.
pub(crate) fn to_come(text: &str, now: Timestamp) -> Option<Timestamp> {
    match span(text.trim_start_matches('+')) {
        Some(span) => now.checked_add(span).ok(),
        None => time(text, now),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{day, span, time, to_come};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn times_are_utc_unless_they_say_otherwise() {
        let now = at("2026-03-01T12:00:00Z");
        for (text, read) in [
            ("2026-03-05", "2026-03-05T00:00:00Z"),
            ("2026-03-05 07:30", "2026-03-05T07:30:00Z"),
            ("2026-03-05T07:30", "2026-03-05T07:30:00Z"),
            ("2026-03-05T07:30:15Z", "2026-03-05T07:30:15Z"),
            ("2026-03-05T07:30+01:00", "2026-03-05T06:30:00Z"),
            ("now", "2026-03-01T12:00:00Z"),
        ] {
            assert_eq!(Some(at(read)), time(text, now), "{text}");
        }
        assert_eq!(Some(at("2026-03-08T12:00:00Z")), to_come("7d", now));
        assert_eq!(Some(at("2026-03-01T12:30:00Z")), to_come("+30min", now));
        for text in [
            "",
            "x",
            "2026-13-01",
            "20260305",
            "tomorrow",
            "12:00",
            "2026-02-30",
        ] {
            assert_eq!(None, time(text, now), "{text}");
        }
    }

    #[test]
    fn a_day_ends_with_the_next() {
        let (begin, end) = day("2026-02-28").unwrap();
        assert_eq!(
            (at("2026-02-28T00:00:00Z"), at("2026-03-01T00:00:00Z")),
            (begin, end)
        );
    }

    #[test]
    fn what_is_no_span_is_refused() {
        for text in [
            "",
            "d",
            "7",
            "7x",
            "-7d",
            "7 d",
            "99999999999999999999d",
            "101y",
            "７d",
        ] {
            assert_eq!(None, span(text), "{text}");
        }
    }
}
