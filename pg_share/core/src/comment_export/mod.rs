//! Comments as files that editors import and people read.
//!
//! A comment without a time, and one that is gone while replies stand below it, have no place on a timeline: they are in the
//! formats for people and spreadsheets alone. A reply stands with the comment that began its thread.

mod comment;
mod cues;
mod edl;
mod fcpxml;
mod json;
mod markdown;
mod spreadsheet;
mod text;
mod thread;

pub use comment::Comment;

use crate::error::ShareError;
use crate::timecode::FrameRate;
use crate::window::Seconds;
use thread::threads;

/// Names the form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentFormat {
    /// Comma-separated values, RFC 4180.
    Csv,
    /// Threads as an object.
    Json,
    /// Lines for people.
    Txt,
    /// Web Video Text Tracks, W3C.
    Vtt,
    /// `SubRip`.
    Srt,
    /// `CommonMark`.
    Markdown,
    /// An edit decision list in the form of CMX 3600, with locators.
    Edl,
    /// Final Cut Pro XML, with markers.
    Fcpxml,
}

impl CommentFormat {
    /// All formats.
    pub const ALL: [Self; 8] = [
        Self::Csv,
        Self::Json,
        Self::Txt,
        Self::Vtt,
        Self::Srt,
        Self::Markdown,
        Self::Edl,
        Self::Fcpxml,
    ];

    /// Gives the name used in SQL.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Txt => "txt",
            Self::Vtt => "vtt",
            Self::Srt => "srt",
            Self::Markdown => "markdown",
            Self::Edl => "edl",
            Self::Fcpxml => "fcpxml",
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

    /// Gives the ending of a file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            other => other.as_str(),
        }
    }

    /// Gives the media type of what is written.
    #[must_use]
    pub const fn mime_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::Txt | Self::Edl => "text/plain",
            Self::Vtt => "text/vtt",
            Self::Srt => "application/x-subrip",
            Self::Markdown => "text/markdown",
            Self::Fcpxml => "application/xml",
        }
    }
}

/// Holds what is written about a file.
#[derive(Debug, Clone, Copy)]
pub struct CommentExport<'a> {
    /// The file's name.
    pub file_name: &'a str,
    /// The file's length, if known.
    pub duration: Option<Seconds>,
    /// The rate of its frames.
    pub rate: FrameRate,
    /// The frame that its time code begins with.
    pub start_frame: u64,
    /// Its comments, those that began a thread in the order to write them in, replies in theirs.
    pub comments: &'a [Comment],
}

impl CommentExport<'_> {
    /// Gives the time code of a time of the file.
    fn timecode(&self, time: Seconds) -> String {
        self.rate
            .timecode(self.start_frame + self.rate.frame_at(time))
    }

    /// Gives the number of the file's frames; where its length is not known, up to the end of the last comment.
    fn frames(&self) -> u64 {
        let known = self.duration.map(|end| self.rate.frames_in(end));
        let said = self.comments.iter().filter_map(|comment| {
            let at = comment.at?;
            Some(
                self.rate
                    .frame_at(at.plus(comment.duration.unwrap_or_default()))
                    + 1,
            )
        });
        known.or_else(|| said.max()).unwrap_or(0).max(1)
    }
}

/// Writes comments.
#[must_use]
pub fn write_comments(format: CommentFormat, export: &CommentExport<'_>) -> String {
    let threads = threads(export.comments);
    match format {
        CommentFormat::Csv => spreadsheet::write(export, &threads),
        CommentFormat::Json => json::write(export, &threads),
        CommentFormat::Txt => text::write(export, &threads),
        CommentFormat::Vtt => cues::write_vtt(export, &threads),
        CommentFormat::Srt => cues::write_srt(export, &threads),
        CommentFormat::Markdown => markdown::write(export, &threads),
        CommentFormat::Edl => edl::write(export, &threads),
        CommentFormat::Fcpxml => fcpxml::write(export, &threads),
    }
}

#[cfg(test)]
mod tests;
