//! Times of the server, which may be infinite, and how they are said.

use jiff::{Timestamp, Unit};
use serde::Deserialize;

/// A time of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Before all times.
    Never,
    /// A time.
    At(Timestamp),
    /// After all times.
    Forever,
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        match text.as_str() {
            "infinity" => Ok(Self::Forever),
            "-infinity" => Ok(Self::Never),
            text => text.parse().map(Self::At).map_err(serde::de::Error::custom),
        }
    }
}

impl Moment {
    /// How far it is from now in the largest unit: `3 d`, `2 h ago`, `now`.
    #[must_use]
    pub fn relative(self, now: Timestamp) -> String {
        let at = match self {
            Self::Never => return "never".to_owned(),
            Self::Forever => return "for ever".to_owned(),
            Self::At(at) => at,
        };
        let seconds = at.as_second() - now.as_second();
        let said = span(seconds.unsigned_abs());
        match (seconds, said) {
            (_, said) if said == "0 s" => "now".to_owned(),
            (..0, said) => format!("{said} ago"),
            (_, said) => format!("in {said}"),
        }
    }

    /// Date and time in UTC, to the minute.
    #[must_use]
    pub fn absolute(self) -> String {
        match self {
            Self::Never => "never".to_owned(),
            Self::Forever => "for ever".to_owned(),
            Self::At(at) => at.round(Unit::Second).map_or_else(
                |_| at.to_string(),
                |at| at.strftime("%Y-%m-%d %H:%M").to_string(),
            ),
        }
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_past(self, now: Timestamp) -> bool {
        match self {
            Self::Never => true,
            Self::At(at) => at <= now,
            Self::Forever => false,
        }
    }
}

/// So many seconds in the largest unit.
#[must_use]
pub fn span(seconds: u64) -> String {
    const UNITS: [(u64, &str); 4] = [
        (86_400 * 365, "y"),
        (86_400, "d"),
        (3_600, "h"),
        (60, "min"),
    ];
    let unit = UNITS.iter().find(|(size, _)| seconds >= *size);
    match unit {
        Some((size, name)) => format!("{} {name}", seconds / size),
        None => format!("{seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    fn at(text: &str) -> Moment {
        serde_json::from_value(text.into()).unwrap()
    }

    #[test]
    fn a_time_is_said_in_its_largest_unit() {
        let now = "2026-01-02T12:00:00Z".parse().unwrap();
        for (time, said) in [
            ("2026-01-02T12:00:00+00:00", "now"),
            ("2026-01-02T12:00:59.5+00:00", "in 59 s"),
            ("2026-01-02T10:30:00+00:00", "1 h ago"),
            ("2026-01-05T12:00:00+00:00", "in 3 d"),
            ("2029-01-05T12:00:00+00:00", "in 3 y"),
            ("infinity", "for ever"),
        ] {
            assert_eq!(said, at(time).relative(now), "{time}");
        }
        assert_eq!(
            "2026-01-02 10:30",
            at("2026-01-02T11:30:00+01:00").absolute()
        );
    }
}
