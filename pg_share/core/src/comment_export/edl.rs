//! An edit decision list in the form of CMX 3600: the whole file as one event, each comment as a locator on it.
//!
//! Locators are lines `* LOC: time colour text`, which Avid writes and others read. They have no length, so a range is one at its
//! first frame. The line FCM says whether numbers are dropped; the time codes themselves have colons, as the format has them.

use std::fmt::Write as _;

use super::CommentExport;
use super::thread::Thread;
use crate::written_text::one_line;

/// The greatest length of a title in characters.
const TITLE: usize = 70;

/// Writes a file.
pub(super) fn write(export: &CommentExport<'_>, threads: &[Thread<'_>]) -> String {
    let label = |frame| export.rate.label(export.start_frame + frame, ':');
    let name = one_line(export.file_name);
    let title: String = name.chars().take(TITLE).collect();
    let mode = if export.rate.drops() {
        "DROP FRAME"
    } else {
        "NON-DROP FRAME"
    };
    let (first, last) = (label(0), label(export.frames()));
    let mut out = format!(
        "TITLE: {title}\r\nFCM: {mode}\r\n\r\n001  AX       V     C        {first} {last} {first} {last}\r\n* FROM CLIP NAME: {name}\r\n"
    );
    for thread in threads {
        let Some((at, content)) = thread.placed() else {
            continue;
        };
        let colour = if thread.root.resolved_at.is_some() {
            "GREEN"
        } else {
            "RED"
        };
        _ = write!(
            out,
            "* LOC: {} {colour:7} {}: {}",
            label(export.rate.frame_at(at)),
            one_line(thread.root.author()),
            one_line(content)
        );
        for reply in &thread.replies {
            _ = write!(
                out,
                " / {}: {}",
                one_line(reply.author()),
                one_line(reply.content.as_deref().unwrap_or_default())
            );
        }
        out.push_str("\r\n");
    }
    out
}
