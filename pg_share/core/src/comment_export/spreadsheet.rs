//! Comma-separated values (RFC 4180): every field quoted, lines ended by CR LF, and no field that a spreadsheet takes for a formula.

use super::CommentExport;
use super::comment::Comment;
use super::thread::Thread;

const HEAD: [&str; 11] = [
    "comment_id",
    "thread_id",
    "timecode",
    "at_seconds",
    "duration_seconds",
    "author",
    "content",
    "created_at",
    "resolved",
    "resolved_at",
    "is_public",
];

/// Writes a file: a line for each comment, replies below the comment they belong to.
pub(super) fn write(export: &CommentExport<'_>, threads: &[Thread<'_>]) -> String {
    let mut out = String::new();
    push_line(&HEAD.map(str::to_owned), &mut out);
    for thread in threads {
        for comment in std::iter::once(&thread.root).chain(&thread.replies) {
            push_line(&fields(export, comment), &mut out);
        }
    }
    out
}

fn fields(export: &CommentExport<'_>, comment: &Comment) -> [String; 11] {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let is_root = comment.thread_id.is_none();
    [
        comment.id.clone(),
        text(comment.thread_id.as_deref()),
        comment.at.map(|at| export.timecode(at)).unwrap_or_default(),
        comment.at.map(|at| at.to_string()).unwrap_or_default(),
        comment
            .duration
            .map(|length| length.to_string())
            .unwrap_or_default(),
        comment.author().to_owned(),
        text(comment.content.as_deref()),
        comment.created_at.clone(),
        if is_root {
            comment.resolved_at.is_some().to_string()
        } else {
            String::new()
        },
        text(comment.resolved_at.as_deref()),
        comment.is_public.to_string(),
    ]
}

fn push_line(fields: &[String], out: &mut String) {
    for (at, field) in fields.iter().enumerate() {
        out.push_str(if at > 0 { ",\"" } else { "\"" });
        // Spreadsheets look behind blanks, and read the wide forms too (OWASP, CSV Injection).
        let begins = field
            .trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{200b}'])
            .chars()
            .next();
        if matches!(
            begins,
            Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
        ) {
            out.push('\'');
        }
        for character in field.chars() {
            match character {
                '"' => out.push_str("\"\""),
                '\n' | '\t' => out.push(character),
                // A carriage return begins a cell in some; of the others none is text.
                control if control.is_control() => out.push(' '),
                other => out.push(other),
            }
        }
        out.push('"');
    }
    out.push_str("\r\n");
}
