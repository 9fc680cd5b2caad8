//! Marks of times in answers about a file: `[MM:SS]` or `[HH:MM:SS]`, which players make clickable.

/// Holds one mark of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeMark<'a> {
    /// The mark as it stands in the text, with its brackets.
    pub mark: &'a str,
    /// Where it begins, in characters counted from 1.
    pub place: usize,
    /// The second of the file that it names.
    pub seconds: u32,
}

/// The longest mark between its brackets, `00:00:00`.
const LONGEST: usize = 8;

/// Finds the marks of a text in their order: two digits for each part, seconds below 60 and, behind hours, minutes below 60.
/// Whether a second lies in the file is for the caller to ask.
#[must_use]
pub fn time_marks(text: &str) -> Vec<TimeMark<'_>> {
    let mut found = Vec::new();
    let mut counted = (0, 0);
    for (start, _) in text.match_indices('[') {
        let inside = &text[start + 1..];
        let Some(length) = inside
            .bytes()
            .take(LONGEST + 1)
            .position(|byte| byte == b']')
        else {
            continue;
        };
        let Some(seconds) = seconds_of(&inside[..length]) else {
            continue;
        };
        counted = (start, counted.1 + text[counted.0..start].chars().count());
        found.push(TimeMark {
            mark: &text[start..start + length + 2],
            place: counted.1 + 1,
            seconds,
        });
    }
    found
}

fn seconds_of(inside: &str) -> Option<u32> {
    let mut parts = inside.split(':').map(two_digits);
    let first = parts.next()??;
    let second = parts.next()??;
    let third = parts.next();
    if parts.next().is_some() {
        return None;
    }
    let (hours, minutes, seconds) = match third {
        None => (0, first, second),
        Some(third) => (first, second, third?),
    };
    let fits = seconds < 60 && (minutes < 60 || third.is_none());
    fits.then_some((hours * 60 + minutes) * 60 + seconds)
}

fn two_digits(text: &str) -> Option<u32> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::time_marks;

    fn found(text: &str) -> Vec<(usize, u32)> {
        time_marks(text)
            .iter()
            .map(|mark| (mark.place, mark.seconds))
            .collect()
    }

    #[test]
    fn marks_are_found_with_place_and_second() {
        assert_eq!(
            found("Ä[00:05] then [01:00:09], [75:10]"),
            [(2, 5), (15, 3_609), (27, 4_510)]
        );
    }

    #[test]
    fn what_is_no_time_is_no_mark() {
        for text in [
            "[0:05]",
            "[00:60]",
            "[00:61:00]",
            "[00:00:60]",
            "[00:05",
            "00:05]",
            "[00:05:00:00]",
            "[ 00:05]",
            "[-1:05]",
            "[00:0٣]",
            "[]",
            "[[",
            "[00]",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(found("[[00:05]]"), [(2, 5)]);
    }

    proptest! {
        #[test]
        fn a_mark_stands_where_it_is_said_to_stand(text in "([\\[\\]0-9:ä ]|\\[0[0-9]:0[0-9]\\])*") {
            for mark in time_marks(&text) {
                let rest: String = text.chars().skip(mark.place - 1).collect();
                prop_assert!(rest.starts_with(mark.mark));
            }
        }

        #[test]
        fn any_text_is_read(text in ".*") {
            let _ = time_marks(&text);
        }
    }
}
