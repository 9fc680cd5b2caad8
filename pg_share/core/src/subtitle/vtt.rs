//! `WebVTT` (W3C Recommendation track, sections 4.1 and 6.4): cues with the speaker as their voice.

use std::fmt::Write as _;

use super::cue::Cue;

/// Writes a file.
pub(crate) fn write(cues: &[Cue]) -> String {
    let mut out = String::from("WEBVTT\n");
    for (at, cue) in cues.iter().enumerate() {
        _ = write!(out, "\n{}\n", at + 1);
        push_time(cue.start_ms, &mut out);
        out.push_str(" --> ");
        push_time(cue.end_ms, &mut out);
        out.push('\n');
        if let Some(speaker) = &cue.speaker {
            out.push_str("<v ");
            push_escaped(speaker, &mut out);
            out.push('>');
        }
        for line in &cue.lines {
            push_escaped(line, &mut out);
            out.push('\n');
        }
    }
    out
}

fn push_time(ms: u64, out: &mut String) {
    _ = write!(
        out,
        "{:02}:{:02}:{:02}.{:03}",
        ms / 3_600_000,
        ms / 60_000 % 60,
        ms / 1_000 % 60,
        ms % 1_000
    );
}

/// What would begin a tag or a character reference is one itself; with `>` gone no `-->` is left.
fn push_escaped(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            other => out.push(other),
        }
    }
}
