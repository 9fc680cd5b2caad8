//! Comments as lines for people.

use std::fmt::Write as _;

use super::CommentExport;
use super::comment::Comment;
use super::thread::Thread;
use crate::written_text::{lines, one_line};

/// What stands for a comment that is gone.
pub(super) const DELETED: &str = "(deleted)";

/// Writes a file: each comment below its time code and author, replies further in.
pub(super) fn write(export: &CommentExport<'_>, threads: &[Thread<'_>]) -> String {
    let mut out = format!("Comments on {}\n", one_line(export.file_name));
    for thread in threads {
        out.push('\n');
        push_comment(export, thread.root, "", &mut out);
        for reply in &thread.replies {
            push_comment(export, reply, "    ", &mut out);
        }
    }
    out
}

fn push_comment(export: &CommentExport<'_>, comment: &Comment, indent: &str, out: &mut String) {
    out.push_str(indent);
    out.push_str(&heading(export, comment));
    out.push('\n');
    for line in lines(comment.content.as_deref().unwrap_or(DELETED)) {
        _ = writeln!(out, "{indent}    {line}");
    }
}

fn heading(export: &CommentExport<'_>, comment: &Comment) -> String {
    let place = place(export, comment)
        .map(|place| format!("[{place}] "))
        .unwrap_or_default();
    format!("{place}{}{}", one_line(comment.author()), marks(comment))
}

/// Gives the time code of a comment, or both of a range.
pub(super) fn place(export: &CommentExport<'_>, comment: &Comment) -> Option<String> {
    let at = comment.at?;
    let start = export.timecode(at);
    Some(match comment.duration {
        Some(length) => format!("{start} - {}", export.timecode(at.plus(length))),
        None => start,
    })
}

/// Gives what else is to be known of a comment.
pub(super) fn marks(comment: &Comment) -> String {
    let resolved = comment.resolved_at.is_some().then_some("resolved");
    let internal = (!comment.is_public).then_some("internal");
    let marks: Vec<&str> = resolved.into_iter().chain(internal).collect();
    if marks.is_empty() {
        String::new()
    } else {
        format!(" ({})", marks.join(", "))
    }
}
