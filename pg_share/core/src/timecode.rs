//! Time codes: the numbers that editors give to frames, at the frame rates of film, television and the web.
//!
//! Arithmetic is exact: a rate is a fraction, a time a whole number of millionths of a second. Numbers are dropped as SMPTE
//! ST 12-1 has it: at 29.97 frames a second the first two of each minute, at 59.94 the first four, but in each tenth minute none.

use crate::error::ShareError;
use crate::window::Seconds;

/// Holds a frame rate, and whether its time codes drop numbers to keep pace with the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrameRate {
    name: &'static str,
    /// Frames in `denominator` seconds.
    numerator: u64,
    denominator: u64,
    /// Frame numbers in a second of the time code.
    base: u64,
    /// Numbers that are dropped in a minute.
    dropped: u64,
}

const fn rate(
    name: &'static str,
    numerator: u64,
    denominator: u64,
    base: u64,
    dropped: u64,
) -> FrameRate {
    FrameRate {
        name,
        numerator,
        denominator,
        base,
        dropped,
    }
}

/// How far a number may be from a rate that it stands for: 23.98 is 24000/1001.
const TOLERANCE: f64 = 0.005;

/// A time this short before a frame counts to it: players and applications cut times to thousandths of a second.
const CUT_MICROS: u64 = 999;

const MICROS: u64 = 1_000_000;

impl FrameRate {
    /// All rates; of two with the same number of frames the one that drops none stands first.
    pub const ALL: [Self; 10] = [
        rate("23.976", 24_000, 1_001, 24, 0),
        rate("24", 24, 1, 24, 0),
        rate("25", 25, 1, 25, 0),
        rate("29.97", 30_000, 1_001, 30, 0),
        rate("29.97df", 30_000, 1_001, 30, 2),
        rate("30", 30, 1, 30, 0),
        rate("50", 50, 1, 50, 0),
        rate("59.94", 60_000, 1_001, 60, 0),
        rate("59.94df", 60_000, 1_001, 60, 4),
        rate("60", 60, 1, 60, 0),
    ];

    /// Reads a rate as people and probes write it: `23.976`, `23.98`, `24000/1001`, `29.97df`, `29.97ndf`.
    ///
    /// # Errors
    /// [`ShareError::InvalidExportArgument`].
    pub fn parse(text: &str) -> Result<Self, ShareError> {
        Self::find(text).ok_or_else(|| ShareError::InvalidExportArgument {
            argument: "frame_rate",
            expected: format!("one of {}", Self::ALL.map(|rate| rate.name).join(", ")),
        })
    }

    fn find(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let (number, drops) = match (text.strip_suffix("ndf"), text.strip_suffix("df")) {
            (Some(number), _) => (number, false),
            (None, Some(number)) => (number, true),
            (None, None) => (text.as_str(), false),
        };
        let given = match number.trim().split_once('/') {
            Some((above, below)) => number_of(above)? / number_of(below)?,
            None => number_of(number.trim())?,
        };
        Self::ALL.into_iter().find(|rate| {
            (rate.frames_per_second() - given).abs() < TOLERANCE && (rate.dropped > 0) == drops
        })
    }

    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    const fn frames_per_second(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// Gives the name by which it is read back.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Tells whether its time codes drop numbers.
    #[must_use]
    pub const fn drops(self) -> bool {
        self.dropped > 0
    }

    /// Gives the number of the frame that is shown at a time, counted from 0.
    #[must_use]
    pub fn frame_at(self, time: Seconds) -> u64 {
        let micros = u128::from(time.micros() + CUT_MICROS);
        let frame = micros * u128::from(self.numerator)
            / (u128::from(self.denominator) * u128::from(MICROS));
        u64::try_from(frame).unwrap_or(u64::MAX)
    }

    /// Gives how many frames a file of a length has, the last one perhaps in part.
    #[must_use]
    pub fn frames_in(self, length: Seconds) -> u64 {
        let frames = u128::from(length.micros()) * u128::from(self.numerator);
        let frames = frames.div_ceil(u128::from(self.denominator) * u128::from(MICROS));
        u64::try_from(frames).unwrap_or(u64::MAX)
    }

    /// Gives the seconds before a frame as a fraction, in the form of Final Cut Pro XML: `1001/24000s`.
    #[must_use]
    pub fn fraction(self, frames: u64) -> String {
        format!("{}/{}s", frames * self.denominator, self.numerator)
    }

    /// Gives the time code of a frame: `01:00:00:00`, and with a semicolon before the frame where numbers are dropped. After a
    /// day it begins anew, as a clock does.
    #[must_use]
    pub fn timecode(self, frame: u64) -> String {
        self.label(frame, if self.drops() { ';' } else { ':' })
    }

    /// Gives the time code with a mark of one's own before the frame.
    pub(crate) fn label(self, frame: u64, mark: char) -> String {
        let number = self.numbered(frame % self.frames_in_day());
        let (seconds, frames) = (number / self.base, number % self.base);
        format!(
            "{:02}:{:02}:{:02}{mark}{frames:02}",
            seconds / 3_600,
            seconds / 60 % 60,
            seconds % 60
        )
    }

    /// Reads a time code; the mark before the frame may be a colon or a semicolon.
    ///
    /// # Errors
    /// [`ShareError::InvalidExportArgument`], also for a number that is dropped.
    pub fn parse_timecode(self, text: &str) -> Result<u64, ShareError> {
        self.find_frame(text)
            .ok_or_else(|| ShareError::InvalidExportArgument {
                argument: "start_timecode",
                expected: format!("hours, minutes, seconds and frames of two digits each, as in 01:00:00:00, at {} frames a second", self.name),
            })
    }

    fn find_frame(self, text: &str) -> Option<u64> {
        let text = text.replace(';', ":");
        let mut parts = text.split(':').map(two_digits);
        let [hours, minutes, seconds, frames] = [
            parts.next()??,
            parts.next()??,
            parts.next()??,
            parts.next()??,
        ];
        if parts.next().is_some()
            || hours > 23
            || minutes > 59
            || seconds > 59
            || frames >= self.base
        {
            return None;
        }
        if minutes % 10 != 0 && seconds == 0 && frames < self.dropped {
            return None;
        }
        let all_minutes = hours * 60 + minutes;
        let number = (all_minutes * 60 + seconds) * self.base + frames;
        Some(number - self.dropped * (all_minutes - all_minutes / 10))
    }

    const fn frames_in_ten_minutes(self) -> u64 {
        600 * self.base - 9 * self.dropped
    }

    const fn frames_in_day(self) -> u64 {
        144 * self.frames_in_ten_minutes()
    }

    /// The number of a frame with those counted that are dropped before it.
    const fn numbered(self, frame: u64) -> u64 {
        let tens = frame / self.frames_in_ten_minutes();
        let rest = frame % self.frames_in_ten_minutes();
        let minutes = if rest < self.dropped {
            0
        } else {
            (rest - self.dropped) / (60 * self.base - self.dropped)
        };
        frame + self.dropped * (9 * tens + minutes)
    }
}

fn number_of(text: &str) -> Option<f64> {
    let plain = !text.is_empty()
        && text.len() <= 20
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain.then(|| text.parse().ok()).flatten()
}

fn two_digits(text: &str) -> Option<u64> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
#[path = "timecode_tests.rs"]
mod tests;
