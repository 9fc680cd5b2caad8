//! What is shown at once: from what was said to cues of at most two lines.

use super::line_breaks::break_lines;
use crate::written_text::one_line;

/// Holds what one speaker said, in thousandths of a second of the file.
#[derive(Debug, Clone, Copy)]
pub struct Utterance<'a> {
    /// When it begins.
    pub start_ms: u32,
    /// When it ends, behind the beginning.
    pub end_ms: u32,
    /// Who speaks, if known.
    pub speaker: Option<&'a str>,
    /// What is said.
    pub text: &'a str,
}

/// Holds lines and when they are shown, in thousandths of a second of the file.
pub(crate) struct Cue {
    pub(crate) start_ms: u64,
    pub(crate) end_ms: u64,
    pub(crate) speaker: Option<String>,
    pub(crate) lines: Vec<String>,
}

/// Gives the cues of what was said. A text too long for one is shown in several, each for the part of the time that its part of
/// the characters is, and each at least for a thousandth of a second: where there is not even that, the last keeps the rest.
/// Where the format does not name speakers apart, a name stands before the text when the speaker changes.
pub(super) fn cues(utterances: &[Utterance<'_>], named_apart: bool) -> Vec<Cue> {
    let mut cues = Vec::with_capacity(utterances.len());
    let mut last = None;
    for utterance in utterances {
        let speaker = utterance
            .speaker
            .map(one_line)
            .filter(|name| !name.is_empty());
        let mut text = one_line(utterance.text);
        if text.is_empty() {
            continue;
        }
        if let Some(name) = &speaker
            && !named_apart
            && last.as_ref() != Some(name)
        {
            text = format!("{name}: {text}");
        }
        let (start, end) = (u64::from(utterance.start_ms), u64::from(utterance.end_ms));
        timed(break_lines(&text), start, end, speaker.as_ref(), &mut cues);
        last = speaker;
    }
    cues
}

/// Puts blocks of lines into cues one after another, from a start to an end.
fn timed(
    blocks: Vec<Vec<String>>,
    start: u64,
    end: u64,
    speaker: Option<&String>,
    cues: &mut Vec<Cue>,
) {
    let all = length(blocks.iter().flatten()).max(1);
    let parts = u64::try_from(blocks.len())
        .unwrap_or(u64::MAX)
        .min(end.saturating_sub(start).max(1));
    let mut blocks = blocks.into_iter();
    let mut from = start;
    let mut shown = 0;
    for part in 1..=parts {
        let lines: Vec<String> = if part < parts {
            blocks.next().unwrap_or_default()
        } else {
            blocks.by_ref().flatten().collect()
        };
        shown += length(lines.iter());
        let until = if part < parts {
            (start + (end - start) * shown / all).clamp(from + 1, end - (parts - part))
        } else {
            end
        };
        cues.push(Cue {
            start_ms: from,
            end_ms: until,
            speaker: speaker.cloned(),
            lines,
        });
        from = until;
    }
}

fn length<'a>(lines: impl Iterator<Item = &'a String>) -> u64 {
    lines
        .map(|line| u64::try_from(line.chars().count()).unwrap_or(0))
        .sum()
}
