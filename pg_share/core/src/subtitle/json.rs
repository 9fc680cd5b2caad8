//! What was said as a JSON array (RFC 8259), an object a line.

use std::fmt::Write as _;

use super::cue::Utterance;
use crate::json_text::push_string;

/// Writes a file.
pub(super) fn write(utterances: &[Utterance<'_>]) -> String {
    let mut out = String::from("[");
    for (at, utterance) in utterances.iter().enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        _ = write!(
            out,
            "{{\"start_ms\":{},\"end_ms\":{},\"speaker\":",
            utterance.start_ms, utterance.end_ms
        );
        match utterance.speaker {
            Some(speaker) => push_string(speaker, &mut out),
            None => out.push_str("null"),
        }
        out.push_str(",\"text\":");
        push_string(utterance.text, &mut out);
        out.push('}');
    }
    out.push_str("\n]\n");
    out
}
