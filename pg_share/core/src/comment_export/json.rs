//! Threads of comments as a JSON object (RFC 8259).

use std::fmt::Write as _;

use super::CommentExport;
use super::comment::Comment;
use super::thread::Thread;
use crate::json_text::push_string;

/// Writes a file.
pub(super) fn write(export: &CommentExport<'_>, threads: &[Thread<'_>]) -> String {
    let mut out = String::from("{\"file_name\":");
    push_string(export.file_name, &mut out);
    out.push_str(",\"frame_rate\":");
    push_string(export.rate.name(), &mut out);
    out.push_str(",\"comments\":[");
    for (at, thread) in threads.iter().enumerate() {
        out.push_str(if at > 0 { ",\n{" } else { "\n{" });
        push_fields(export, thread.root, &mut out);
        out.push_str(",\"replies\":[");
        for (at, reply) in thread.replies.iter().enumerate() {
            out.push_str(if at > 0 { ",\n {" } else { "\n {" });
            push_fields(export, reply, &mut out);
            out.push('}');
        }
        out.push_str("]}");
    }
    out.push_str("\n]}\n");
    out
}

fn push_fields(export: &CommentExport<'_>, comment: &Comment, out: &mut String) {
    let timecode = comment.at.map(|at| export.timecode(at));
    push_text("comment_id", Some(&comment.id), out);
    out.push(',');
    push_text("timecode", timecode.as_deref(), out);
    for (name, seconds) in [
        ("at_seconds", comment.at),
        ("duration_seconds", comment.duration),
    ] {
        let number = seconds.map_or_else(|| "null".to_owned(), |seconds| seconds.to_string());
        _ = write!(out, ",\"{name}\":{number}");
    }
    for (name, value) in [
        ("author", Some(comment.author())),
        ("content", comment.content.as_deref()),
        ("created_at", Some(comment.created_at.as_str())),
        ("resolved_at", comment.resolved_at.as_deref()),
    ] {
        out.push(',');
        push_text(name, value, out);
    }
    _ = write!(out, ",\"is_public\":{}", comment.is_public);
}

fn push_text(name: &str, value: Option<&str>, out: &mut String) {
    push_string(name, out);
    out.push(':');
    match value {
        Some(value) => push_string(value, out),
        None => out.push_str("null"),
    }
}
