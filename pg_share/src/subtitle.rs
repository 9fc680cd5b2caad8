//! Subtitles from what was said, and the marks of times in answers about it.

use pgrx::iter::TableIterator;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::ShareError;
use share_core::subtitle::{SubtitleFormat, Utterance, write_subtitles};
use share_core::time_mark::time_marks as core_time_marks;

use crate::report::report;

/// Writes what was said in a format, with the ending and the media type of its file.
#[pg_extern(schema = "share", immutable, parallel_safe)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "an array comes as a Vec, and the columns must stand in the signature"
)]
fn subtitle_write(
    format: &str,
    starts: Vec<i32>,
    ends: Vec<i32>,
    speakers: Vec<Option<String>>,
    texts: Vec<String>,
) -> Result<
    TableIterator<
        'static,
        (
            name!(extension, String),
            name!(mime_type, String),
            name!(body, String),
        ),
    >,
    ErrorReport,
> {
    let write = || {
        let format = SubtitleFormat::parse(format)?;
        let time = |number: &i32| u32::try_from(*number).unwrap_or_default();
        let times = starts.iter().map(time).zip(ends.iter().map(time));
        let said: Vec<_> = times
            .zip(speakers.iter().zip(&texts))
            .map(|((start_ms, end_ms), (speaker, text))| Utterance {
                start_ms,
                end_ms,
                speaker: speaker.as_deref(),
                text,
            })
            .collect();
        Ok((
            format.as_str().to_owned(),
            format.mime_type().to_owned(),
            write_subtitles(format, &said),
        ))
    };
    write()
        .map(TableIterator::once)
        .map_err(|error: ShareError| report(&error))
}

/// Finds the marks of times in a text, with the second that each names.
#[pg_extern(schema = "share", immutable, parallel_safe)]
fn time_marks(
    text: &str,
) -> TableIterator<'static, (name!(mark, String), name!(place, i32), name!(seconds, i32))> {
    let number = |number| i32::try_from(number).unwrap_or(i32::MAX);
    let marks: Vec<_> = core_time_marks(text)
        .into_iter()
        .map(|mark| {
            let seconds = i32::try_from(mark.seconds).unwrap_or(i32::MAX);
            (mark.mark.to_owned(), number(mark.place), seconds)
        })
        .collect();
    TableIterator::new(marks)
}
