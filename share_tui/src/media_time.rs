//! Times within a file: read as people write them, said as minutes and seconds. Knows nothing of frames.

/// So many parts the server keeps of a second.
const PARTS: u64 = 1_000_000;

/// Longer is no file.
const MOST: u64 = 1_000_000_000 * PARTS;

/// Reads `83.5`, `1:23.5` or `1:02:03` and gives the seconds, as the server reads them.
///
/// # Errors
/// Anything else, in words for who has written it.
pub fn parse(text: &str) -> Result<String, String> {
    let parts = parts(text).filter(|parts| *parts < MOST);
    let parts =
        parts.ok_or_else(|| format!("{text} is no time in a file: 83.5, 1:23.5, 1:02:03"))?;
    Ok(decimal(parts / PARTS, parts % PARTS))
}

/// Reads the same and gives milliseconds, of which the server counts as many as its whole numbers hold.
///
/// # Errors
/// Anything else, in words for who has written it.
pub fn milliseconds(text: &str) -> Result<u64, String> {
    let found = parts(text).map(|parts| parts / 1000);
    found
        .filter(|ms| i32::try_from(*ms).is_ok())
        .ok_or_else(|| format!("{text} is no time in a file: 83.5, 1:23.5, 1:02:03"))
}

fn parts(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if text.ends_with('.') || fraction.len() > 6 || !is_number(fraction) {
        return None;
    }
    let fields: Vec<&str> = whole.split(':').collect();
    // A fourth one would count frames, whose rate is not known here.
    if fields.len() > 3 {
        return None;
    }
    let mut seconds = 0_u64;
    for (place, field) in fields.iter().enumerate() {
        let is_sexagesimal = place > 0;
        if field.is_empty() || !is_number(field) || is_sexagesimal && field.len() != 2 {
            return None;
        }
        let number: u64 = field.parse().ok()?;
        if is_sexagesimal && number > 59 {
            return None;
        }
        seconds = seconds.checked_mul(60)?.checked_add(number)?;
    }
    let fraction: u64 = format!("{fraction:0<6}").parse().ok()?;
    seconds.checked_mul(PARTS)?.checked_add(fraction)
}

fn decimal(whole: u64, parts: u64) -> String {
    let text = format!("{whole}.{parts:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no film is that long, and what is negative becomes zero"
)]
fn rounded(seconds: f64, parts: f64) -> u64 {
    (seconds * parts).round() as u64
}

fn clock(seconds: u64, fraction: &str) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}{fraction}")
    } else {
        format!("{minutes}:{rest:02}{fraction}")
    }
}

/// Says a time to the hundredth of a second where it has one: `1:23`, `1:23.50`.
#[must_use]
pub fn said(seconds: f64) -> String {
    let hundredths = rounded(seconds, 100.0);
    let fraction = match hundredths % 100 {
        0 => String::new(),
        rest => format!(".{rest:02}"),
    };
    clock(hundredths / 100, &fraction)
}

/// Says a time with all that the server keeps of it, so that reading it gives the same again.
#[must_use]
pub fn exact(seconds: f64) -> String {
    let parts = rounded(seconds, 1_000_000.0);
    let fraction = decimal(0, parts % PARTS);
    clock(parts / PARTS, fraction.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::{exact, milliseconds, parse, said};

    #[test]
    fn seconds_minutes_and_hours_are_read() {
        for (text, seconds) in [
            ("0", "0"),
            ("83", "83"),
            ("83.50", "83.5"),
            ("1:23.041667", "83.041667"),
            ("75:00", "4500"),
            ("1:02:03.25", "3723.25"),
        ] {
            assert_eq!(Ok(seconds.to_owned()), parse(text), "{text}");
        }
    }

    #[test]
    fn milliseconds_are_whole_and_as_many_as_the_server_counts() {
        assert_eq!(Ok(83_041), milliseconds("1:23.041667"));
        assert_eq!(Ok(477_000), milliseconds("7:57"));
        assert_eq!(Ok(2_147_483_647), milliseconds("2147483.647"));
        assert!(milliseconds("2147483.648").is_err());
        assert!(milliseconds("1:60").is_err());
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            ":",
            "-1",
            "+1",
            "1:2",
            "1:60",
            "1:",
            ":10",
            "1.",
            ".5",
            "1e3",
            "NaN",
            "01:02:03:04",
            "0.0000001",
            "1 ",
            "1000000000",
            "99999999999999999999",
            "999999999999999:00",
        ] {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_time_is_said_short_and_read_again_exactly() {
        for (seconds, short, whole) in [
            (0.0, "0:00", "0:00"),
            (1.999, "0:02", "0:01.999"),
            (83.041_667, "1:23.04", "1:23.041667"),
            (3723.5, "1:02:03.50", "1:02:03.5"),
            (-3.0, "0:00", "0:00"),
        ] {
            assert_eq!(
                (short, whole),
                (said(seconds).as_str(), exact(seconds).as_str())
            );
        }
        assert_eq!(Ok("83.041667".to_owned()), parse(&exact(83.041_667)));
    }
}
