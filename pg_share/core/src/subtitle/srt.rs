//! `SubRip`: what every player reads and no standard describes; in the form that `VLC` and `FFmpeg` take.

use std::fmt::Write as _;

use super::cue::Cue;

/// Writes a file.
pub(crate) fn write(cues: &[Cue]) -> String {
    let mut out = String::new();
    for (at, cue) in cues.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        _ = writeln!(out, "{}", at + 1);
        push_time(cue.start_ms, &mut out);
        out.push_str(" --> ");
        push_time(cue.end_ms, &mut out);
        out.push('\n');
        for line in &cue.lines {
            push_harmless(line, &mut out);
            out.push('\n');
        }
    }
    out
}

fn push_time(ms: u64, out: &mut String) {
    _ = write!(
        out,
        "{:02}:{:02}:{:02},{:03}",
        ms / 3_600_000,
        ms / 60_000 % 60,
        ms / 1_000 % 60,
        ms % 1_000
    );
}

/// There is no way of escaping, and players take tags and braces for formats: letters that look alike stand for them.
fn push_harmless(text: &str, out: &mut String) {
    for character in text.chars() {
        out.push(match character {
            '<' => '‹',
            '>' => '›',
            '{' => '(',
            '}' => ')',
            other => other,
        });
    }
}
