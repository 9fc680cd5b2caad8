//! Lines of words in which a filter is written: `kind:share.* actor:"Ada L"`, and times in them. Pure.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A word of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// What stands before the colon; none where there is no colon.
    pub(super) field: Option<String>,
    /// The rest, without quotation marks.
    pub(super) value: String,
}

/// Takes a line apart.
///
/// # Errors
/// A quotation mark that nothing closes, and a field without a value.
pub(super) fn split(line: &str) -> Result<Vec<Word>, String> {
    let mut words = Vec::new();
    let mut letters = line.chars().peekable();
    loop {
        while letters.next_if(|letter| letter.is_whitespace()).is_some() {}
        if letters.peek().is_none() {
            return Ok(words);
        }
        let mut word = Word {
            field: None,
            value: String::new(),
        };
        let mut is_quoted = false;
        let mut had_quotes = false;
        while let Some(letter) = letters.next_if(|letter| is_quoted || !letter.is_whitespace()) {
            match letter {
                '"' => {
                    is_quoted = !is_quoted;
                    had_quotes = true;
                }
                ':' if word.field.is_none() && !had_quotes => {
                    word.field = Some(std::mem::take(&mut word.value));
                }
                letter => word.value.push(letter),
            }
        }
        if is_quoted {
            return Err("a quotation mark is not closed".to_owned());
        }
        if let Some(field) = word.field.as_ref().filter(|_| word.value.is_empty()) {
            return Err(format!("{field}: what?"));
        }
        words.push(word);
    }
}

/// Where a length of time leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toward {
    /// `2h` is two hours ago.
    Past,
    /// `2h` is in two hours.
    Future,
}

/// Reads a time: `now`, a length of time from now, a date, a date with a time of day in UTC, or one with an offset.
///
/// # Errors
/// Anything else, and what lies out of all times.
pub(super) fn time(text: &str, toward: Toward, now: Timestamp) -> Result<Timestamp, String> {
    if text == "now" {
        return Ok(now);
    }
    if let Some(length) = length(text) {
        let there = match toward {
            Toward::Past => now.checked_sub(length),
            Toward::Future => now.checked_add(length),
        };
        return there.map_err(|_| format!("{text} is too far away"));
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return Ok(at);
    }
    let civil = text.parse::<Date>().map(|date| date.at(0, 0, 0, 0));
    let civil = if text.len() > 10 {
        text.parse::<DateTime>()
    } else {
        civil
    };
    civil
        .and_then(|civil| civil.to_zoned(TimeZone::UTC))
        .map(|zoned| zoned.timestamp())
        .map_err(|_| format!("{text} is no time: 30min, 2h, 7d, 4w, 2026-01-31, 2026-01-31T10:00"))
}

/// A length of time, such as `30min` or `2h`.
fn length(text: &str) -> Option<SignedDuration> {
    let unit = text.find(|letter: char| !letter.is_ascii_digit())?;
    let (number, unit) = text.split_at(unit);
    let seconds: i64 = match unit {
        "s" => 1,
        "m" | "min" => 60,
        "h" => 3_600,
        "d" => 86_400,
        "w" => 7 * 86_400,
        "y" => 365 * 86_400,
        _ => return None,
    };
    let number: i64 = number.parse().ok()?;
    Some(SignedDuration::from_secs(number.checked_mul(seconds)?))
}

/// Reads an id.
///
/// # Errors
/// What is no UUID.
pub(super) fn id(field: &str, text: &str) -> Result<String, String> {
    let is_id = text.len() == 36
        && text.char_indices().all(|(place, letter)| match place {
            8 | 13 | 18 | 23 => letter == '-',
            _ => letter.is_ascii_hexdigit(),
        });
    if is_id {
        Ok(text.to_ascii_lowercase())
    } else {
        Err(format!("{field} takes a whole id, not {text}"))
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Toward, Word, id, split, time};

    fn word(field: Option<&str>, value: &str) -> Word {
        Word {
            field: field.map(str::to_owned),
            value: value.to_owned(),
        }
    }

    #[test]
    fn a_line_comes_apart_at_spaces_outside_of_quotation_marks() {
        assert_eq!(
            vec![
                word(Some("kind"), "share.*"),
                word(None, "plain"),
                word(Some("actor"), "Ada L"),
                word(Some("after"), "2026-01-01T10:00"),
                word(None, "a:b"),
            ],
            split(r#" kind:share.*  plain actor:"Ada L" after:2026-01-01T10:00 "a:b" "#).unwrap()
        );
        assert!(split("").unwrap().is_empty());
        assert_eq!(
            "a quotation mark is not closed",
            split("actor:\"Ada").unwrap_err()
        );
        assert_eq!("kind: what?", split("kind: x").unwrap_err());
    }

    #[test]
    fn a_time_is_a_length_a_date_or_a_time() {
        let now: Timestamp = "2026-03-01T12:00:00Z".parse().unwrap();
        for (text, meant) in [
            ("now", "2026-03-01T12:00:00Z"),
            ("90s", "2026-03-01T11:58:30Z"),
            ("30min", "2026-03-01T11:30:00Z"),
            ("2h", "2026-03-01T10:00:00Z"),
            ("7d", "2026-02-22T12:00:00Z"),
            ("2026-02-03", "2026-02-03T00:00:00Z"),
            ("2026-02-03T04:05", "2026-02-03T04:05:00Z"),
            ("2026-02-03T04:05+01:00", "2026-02-03T03:05:00Z"),
        ] {
            assert_eq!(
                Ok(meant.parse().unwrap()),
                time(text, Toward::Past, now),
                "{text}"
            );
        }
        let meant = "2026-03-03T12:00:00Z".parse().unwrap();
        assert_eq!(Ok(meant), time("2d", Toward::Future, now));
        for text in [
            "",
            "2",
            "h",
            "2 h",
            "2x",
            "yesterday",
            "2026-13-01",
            "99999999999y",
            "9223372036854775807w",
        ] {
            assert!(time(text, Toward::Past, now).is_err(), "{text}");
        }
    }

    #[test]
    fn an_id_is_whole() {
        let whole = "0199f7a1-0000-7000-8000-00000000000A";
        assert_eq!(Ok(whole.to_lowercase()), id("share", whole));
        for text in [
            "",
            "0199f7a1",
            "0199f7a1-0000-7000-8000-00000000000g",
            "0199f7a1_0000_7000_8000_00000000000a",
        ] {
            assert!(id("share", text).is_err(), "{text}");
        }
    }
}
