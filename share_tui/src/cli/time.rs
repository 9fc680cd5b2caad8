//! Times of the command line: what `PostgreSQL` reads, and `+7d` or `-12h` from now.

use jiff::{SignedDuration, Timestamp};

const UNITS: &[(&str, i64)] = &[
    ("s", 1),
    ("min", 60),
    ("h", 3_600),
    ("d", 86_400),
    ("w", 7 * 86_400),
];

/// A time for the server: one relative to now begins with a sign, everything else is left to the server.
pub(super) fn moment(given: &str) -> Result<String, String> {
    let (sign, rest) = match (given.strip_prefix('+'), given.strip_prefix('-')) {
        (Some(rest), _) => (1, rest),
        (_, Some(rest)) if !rest.starts_with("infinity") => (-1, rest),
        _ if given.trim().is_empty() => return Err("is empty".to_owned()),
        _ => return Ok(given.to_owned()),
    };
    let seconds = seconds(rest)
        .ok_or("write +7d or -12h: a number and one of s, min, h, d, w; or a date")?
        .checked_mul(sign);
    let at = seconds.and_then(|seconds| {
        let span = SignedDuration::from_secs(seconds);
        Timestamp::now().checked_add(span).ok()
    });
    at.map(|at| at.to_string())
        .ok_or_else(|| "is too far away".to_owned())
}

/// A setting for `statement_timeout`; a bare number is in seconds.
pub(super) fn timeout(given: &str) -> Result<String, String> {
    let number = given.parse().ok().or_else(|| seconds(given));
    match number {
        Some(seconds @ 1..=1_000_000) => Ok(format!("{seconds}s")),
        _ => Err("write 30s or 5min: from one second on".to_owned()),
    }
}

fn seconds(text: &str) -> Option<i64> {
    let digits = text.find(|letter: char| !letter.is_ascii_digit())?;
    let (number, unit) = text.split_at(digits);
    let (_, size) = UNITS.iter().find(|(name, _)| *name == unit)?;
    number.parse::<i64>().ok()?.checked_mul(*size)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{moment, timeout};

    #[test]
    fn a_time_with_a_sign_counts_from_now() {
        let before = Timestamp::now().as_second();
        let at: Timestamp = moment("+7d").unwrap().parse().unwrap();
        assert!((0..=60).contains(&(at.as_second() - before - 7 * 86_400)));
        let at: Timestamp = moment("-90min").unwrap().parse().unwrap();
        assert!((0..=60).contains(&(at.as_second() - before + 5_400)));
    }

    #[test]
    fn what_the_server_reads_goes_through_as_it_is() {
        for given in ["2026-01-02", "tomorrow", "-infinity", "2026-01-02 10:00+02"] {
            assert_eq!(Ok(given.to_owned()), moment(given));
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for given in ["", " ", "+", "-7", "+7y", "+7 d", "-d", "+99999999999999w"] {
            assert!(moment(given).is_err(), "{given:?}");
        }
        for given in ["", "0", "-1", "soon", "1e3", "99999999999999999999"] {
            assert!(timeout(given).is_err(), "{given:?}");
        }
        assert_eq!(Ok("300s".to_owned()), timeout("5min"));
        assert_eq!(Ok("30s".to_owned()), timeout("30"));
    }
}
