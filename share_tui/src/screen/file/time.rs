//! Times in a file, in milliseconds: as people read and type them.

/// A time to the tenth of a second, with hours where there are any: `2:01.5`, `1:02:01.5`.
pub(super) fn said(ms: u64) -> String {
    let tenths = ms / 100;
    let (seconds, tenth) = (tenths / 10, tenths % 10);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}.{tenth}")
    } else {
        format!("{minutes}:{seconds:02}.{tenth}")
    }
}

/// A time that the server gives in seconds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no file is that long, and what is negative becomes zero"
)]
pub(super) fn of_seconds(seconds: f64) -> String {
    said((seconds * 1000.0).round() as u64)
}

/// Reads seconds, minutes and seconds, or hours, minutes and seconds: `95`, `1:35`, `0:01:35.5`; none for what is no time, or
/// more than the server counts.
pub(super) fn read(text: &str) -> Option<u64> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = whole.split(':').collect();
    let is_written = |part: &&str| !part.is_empty() && part.len() < 9 && is_number(part);
    if parts.len() > 3 || !parts.iter().all(is_written) || !is_number(fraction) {
        return None;
    }
    let mut seconds = 0;
    for (place, part) in parts.iter().enumerate() {
        let part: u64 = part.parse().ok()?;
        if place > 0 && part > 59 {
            return None;
        }
        seconds = seconds * 60 + part;
    }
    let ms: String = fraction.chars().chain("000".chars()).take(3).collect();
    let ms = seconds * 1000 + ms.parse::<u64>().ok()?;
    i32::try_from(ms).ok().map(|_| ms)
}

#[cfg(test)]
mod tests {
    use super::{read, said};

    #[test]
    fn a_time_is_read_as_it_is_said() {
        for (text, ms) in [
            ("95", 95_000),
            ("1:35", 95_000),
            (" 0:01:35.5 ", 95_500),
            ("1:02:03.004", 3_723_004),
            ("7.25", 7_250),
        ] {
            assert_eq!(Some(ms), read(text), "{text}");
        }
        for ms in [0, 95_500, 3_723_000] {
            assert_eq!(Some(ms), read(&said(ms)));
        }
        assert_eq!("1:35.4", said(95_499));
        assert_eq!("1:02:03.0", said(3_723_004));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            ":",
            "1:60",
            "1:2:3:4",
            "-1",
            "1.5.2",
            "a",
            "1:",
            "9999999999",
            "99999999",
        ] {
            assert_eq!(None, read(text), "{text}");
        }
    }
}
