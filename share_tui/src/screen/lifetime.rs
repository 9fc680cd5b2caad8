//! Intervals of the server in words.

/// An interval as `2 d 3 h`: its two largest units, or as the server wrote it where that is none of days and time.
pub(super) fn interval(text: &str) -> String {
    seconds(text).map_or_else(|| text.to_owned(), said)
}

fn seconds(text: &str) -> Option<u64> {
    let (days, time) = match text.split_once(" day") {
        Some((days, rest)) => (days.parse().ok()?, rest.trim_start_matches('s').trim()),
        None => (0_u64, text),
    };
    let mut sum = days.checked_mul(86_400)?;
    if time.is_empty() {
        return Some(sum);
    }
    let mut parts = time.split(':');
    for size in [3_600_u64, 60] {
        let part: u64 = parts.next()?.parse().ok()?;
        sum = sum.checked_add(part.checked_mul(size)?)?;
    }
    // A fraction of a second is rounded up: nothing may live longer than is said.
    let (whole, fraction) = match parts.next()?.split_once('.') {
        Some((whole, fraction)) => (
            whole.to_owned(),
            fraction.bytes().any(|digit| digit != b'0'),
        ),
        None => (time.rsplit(':').next()?.to_owned(), false),
    };
    let rest: u64 = whole.parse().ok()?;
    sum.checked_add(rest)?.checked_add(u64::from(fraction))
}

fn said(seconds: u64) -> String {
    let sizes = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    let mut rest = seconds;
    let mut words = Vec::new();
    for (size, name) in sizes {
        if rest >= size {
            words.push(format!("{} {name}", rest / size));
            rest %= size;
        }
    }
    words.truncate(2);
    if words.is_empty() {
        return "0 s".to_owned();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::interval;

    #[test]
    fn an_interval_is_said_in_its_two_largest_units() {
        for (text, said) in [
            ("168:00:00", "7 d"),
            ("1 day 01:00:00", "1 d 1 h"),
            ("2 days", "2 d"),
            ("00:05:00.5", "5 min 1 s"),
            ("00:00:00", "0 s"),
            ("1 mon", "1 mon"),
        ] {
            assert_eq!(said, interval(text), "{text}");
        }
    }
}
