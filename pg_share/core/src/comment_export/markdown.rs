//! Comments as `CommonMark`: a list of threads, what people wrote as quotes without any formatting of theirs.

use std::fmt::Write as _;

use super::CommentExport;
use super::comment::Comment;
use super::text::{DELETED, marks, place};
use super::thread::Thread;
use crate::written_text::{lines, one_line};

/// Writes a file.
pub(super) fn write(export: &CommentExport<'_>, threads: &[Thread<'_>]) -> String {
    let mut out = format!("# Comments on {}\n", escaped(&one_line(export.file_name)));
    for thread in threads {
        out.push('\n');
        push_comment(export, thread.root, "", &mut out);
        for reply in &thread.replies {
            push_comment(export, reply, "  ", &mut out);
        }
    }
    out
}

fn push_comment(export: &CommentExport<'_>, comment: &Comment, indent: &str, out: &mut String) {
    let place = place(export, comment)
        .map(|place| format!(" at `{place}`"))
        .unwrap_or_default();
    _ = writeln!(
        out,
        "{indent}- **{}**{place}{}",
        escaped(&one_line(comment.author())),
        marks(comment)
    );
    for (at, line) in lines(comment.content.as_deref().unwrap_or(DELETED))
        .iter()
        .enumerate()
    {
        // A quote of several lines keeps them by a backslash at the end of each but the last.
        if at > 0 {
            out.pop();
            out.push_str("\\\n");
        }
        _ = writeln!(out, "{indent}  > {}", escaped(line));
    }
}

/// Puts a backslash before what would format (`CommonMark` 0.31 §2.4), and before what would begin a list at a line's start.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let numbers = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, character) in line.char_indices() {
        let formats = matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$'
        );
        let begins_list = at == 0 && matches!(character, '+' | '-' | '=')
            || at == numbers && at > 0 && matches!(character, '.' | ')');
        if formats || begins_list {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
