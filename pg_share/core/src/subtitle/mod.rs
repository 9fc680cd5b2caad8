//! Subtitles from what was said: `WebVTT`, `SubRip`, plain text and JSON.
//!
//! It reads no files of subtitles; what was said and when is an argument.

mod cue;
mod json;
pub(crate) mod line_breaks;
pub(crate) mod srt;
mod text;
pub(crate) mod vtt;

pub(crate) use cue::Cue;
pub use cue::Utterance;

use crate::error::ShareError;

/// Names the form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubtitleFormat {
    /// Web Video Text Tracks, W3C.
    Vtt,
    /// `SubRip`.
    Srt,
    /// Lines for people, each with its time and speaker.
    Txt,
    /// What was said, as an array of objects.
    Json,
}

impl SubtitleFormat {
    /// All formats, the one that is taken for none first.
    pub const ALL: [Self; 4] = [Self::Vtt, Self::Srt, Self::Txt, Self::Json];

    /// Gives the name used in SQL, which is also the ending of a file's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vtt => "vtt",
            Self::Srt => "srt",
            Self::Txt => "txt",
            Self::Json => "json",
        }
    }

    /// Reads the name used in SQL.
    ///
    /// # Errors
    /// [`ShareError::InvalidExportArgument`].
    pub fn parse(name: &str) -> Result<Self, ShareError> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == name)
            .ok_or_else(|| ShareError::InvalidExportArgument {
                argument: "type",
                expected: format!("one of {}", Self::ALL.map(Self::as_str).join(", ")),
            })
    }

    /// Gives the media type of what is written.
    #[must_use]
    pub const fn mime_type(self) -> &'static str {
        match self {
            Self::Vtt => "text/vtt",
            Self::Srt => "application/x-subrip",
            Self::Txt => "text/plain",
            Self::Json => "application/json",
        }
    }
}

/// Writes what was said, in the order given, with cues of at most two lines where the format has cues.
#[must_use]
pub fn write_subtitles(format: SubtitleFormat, utterances: &[Utterance<'_>]) -> String {
    match format {
        SubtitleFormat::Vtt => vtt::write(&cue::cues(utterances, true)),
        SubtitleFormat::Srt => srt::write(&cue::cues(utterances, false)),
        SubtitleFormat::Txt => text::write(utterances),
        SubtitleFormat::Json => json::write(utterances),
    }
}

#[cfg(test)]
mod tests;
