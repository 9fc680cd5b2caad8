//! What was said as lines for people: `[00:01:02] Speaker: text`.

use std::fmt::Write as _;

use super::cue::Utterance;
use crate::written_text::one_line;

/// Writes a file.
pub(super) fn write(utterances: &[Utterance<'_>]) -> String {
    let mut out = String::new();
    for utterance in utterances {
        let text = one_line(utterance.text);
        if text.is_empty() {
            continue;
        }
        let seconds = utterance.start_ms / 1_000;
        _ = write!(
            out,
            "[{:02}:{:02}:{:02}] ",
            seconds / 3_600,
            seconds / 60 % 60,
            seconds % 60
        );
        let speaker = utterance.speaker.map(one_line).unwrap_or_default();
        if !speaker.is_empty() {
            out.push_str(&speaker);
            out.push_str(": ");
        }
        out.push_str(&text);
        out.push('\n');
    }
    out
}
