//! Comments as files that editors import and people read.

use pgrx::iter::TableIterator;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use share_core::ShareError;
use share_core::comment_export::{Comment, CommentExport, CommentFormat, write_comments};
use share_core::timecode::FrameRate;
use share_core::window::Seconds;

use crate::report::report;

/// Writes comments in a format, with the ending and the media type of its file. The frame rate of the file's metadata counts
/// where none is given and it is one, else 25.
#[pg_extern(schema = "share", immutable, parallel_safe)]
#[expect(
    clippy::too_many_arguments,
    reason = "what a file of comments is made of, and its columns must stand in the signature"
)]
fn comment_write(
    format: &str,
    comments: &str,
    file_name: &str,
    duration: Option<&str>,
    frame_rate: Option<&str>,
    file_frame_rate: Option<&str>,
    start_timecode: Option<&str>,
    file_start_timecode: Option<&str>,
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
        let format = CommentFormat::parse(format)?;
        let rate = match frame_rate {
            Some(given) => FrameRate::parse(given)?,
            None => file_frame_rate
                .and_then(|known| FrameRate::parse(known).ok())
                .map_or_else(|| FrameRate::parse("25"), Ok)?,
        };
        let start_frame = match start_timecode {
            Some(given) => rate.parse_timecode(given)?,
            None => file_start_timecode
                .and_then(|known| rate.parse_timecode(known).ok())
                .unwrap_or_default(),
        };
        let comments = Comment::list(comments)?;
        let body = write_comments(
            format,
            &CommentExport {
                file_name,
                duration: duration.and_then(|text| Seconds::parse(text).ok()),
                rate,
                start_frame,
                comments: &comments,
            },
        );
        Ok((
            format.extension().to_owned(),
            format.mime_type().to_owned(),
            body,
        ))
    };
    write()
        .map(TableIterator::once)
        .map_err(|error: ShareError| report(&error))
}
