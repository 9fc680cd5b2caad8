//! Final Cut Pro XML, version 1.8: old enough for every editor that reads the format, and its markers have not changed since.
//!
//! One project with the file as its only clip, and a marker for each comment: to do, or done when it is resolved. All times are
//! whole frames, as Final Cut Pro asks for. The clip names the file without a place; editors ask for it, or find it by its name.

use std::fmt::Write as _;

use super::CommentExport;
use super::thread::Thread;
use crate::percent::push_path;
use crate::written_text::one_line;

/// Writes a file.
pub(super) fn write(export: &CommentExport<'_>, threads: &[Thread<'_>]) -> String {
    let time = |frames| export.rate.fraction(frames);
    let mut name = String::new();
    push_escaped(&one_line(export.file_name), &mut name);
    let mut source = String::new();
    push_path(&one_line(export.file_name), &mut source);
    let frames = export.frames();
    let (frame, length, start) = (time(1), time(frames), time(export.start_frame));
    let format = if export.rate.drops() { "DF" } else { "NDF" };
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE fcpxml>\n<fcpxml version=\"1.8\">\n\
         <resources>\n\
         <format id=\"r1\" frameDuration=\"{frame}\" width=\"1920\" height=\"1080\"/>\n\
         <asset id=\"r2\" name=\"{name}\" src=\"file:///{source}\" start=\"{start}\" duration=\"{length}\" hasVideo=\"1\" format=\"r1\"/>\n\
         </resources>\n<library>\n<event name=\"{name}\">\n<project name=\"{name}\">\n\
         <sequence format=\"r1\" duration=\"{length}\" tcStart=\"{start}\" tcFormat=\"{format}\">\n<spine>\n\
         <asset-clip ref=\"r2\" name=\"{name}\" offset=\"{start}\" start=\"{start}\" duration=\"{length}\" tcFormat=\"{format}\">\n"
    );
    for thread in threads {
        let Some((at, content)) = thread.placed() else {
            continue;
        };
        let first = export.rate.frame_at(at);
        let end = thread
            .root
            .duration
            .map_or(first, |length| export.rate.frame_at(at.plus(length)));
        _ = write!(
            out,
            "<marker start=\"{}\" duration=\"{}\" value=\"",
            time(export.start_frame + first),
            time(end.saturating_sub(first).max(1))
        );
        push_escaped(
            &format!("{}: {}", one_line(thread.root.author()), one_line(content)),
            &mut out,
        );
        let done = u8::from(thread.root.resolved_at.is_some());
        _ = write!(out, "\" completed=\"{done}\"");
        if !thread.replies.is_empty() {
            out.push_str(" note=\"");
            for (at, reply) in thread.replies.iter().enumerate() {
                let said = one_line(reply.content.as_deref().unwrap_or_default());
                out.push_str(if at > 0 { "&#10;" } else { "" });
                push_escaped(&format!("{}: {said}", one_line(reply.author())), &mut out);
            }
            out.push('"');
        }
        out.push_str("/>\n");
    }
    out.push_str(
        "</asset-clip>\n</spine>\n</sequence>\n</project>\n</event>\n</library>\n</fcpxml>\n",
    );
    out
}

/// Writes the inside of an attribute; what XML 1.0 §2.2 has no place for is left out.
fn push_escaped(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
}
