//! Comments as subtitles, for players that show them while the film runs.

use super::CommentExport;
use super::thread::Thread;
use crate::subtitle::line_breaks::wrap;
use crate::subtitle::{Cue, srt, vtt};
use crate::window::Seconds;
use crate::written_text::{lines, one_line};

/// How long a comment on a moment is shown, in thousandths of a second.
const SHOWN_MS: u64 = 3_000;

pub(super) fn write_vtt(export: &CommentExport<'_>, threads: &[Thread<'_>]) -> String {
    vtt::write(&cues(export, threads, true))
}

pub(super) fn write_srt(export: &CommentExport<'_>, threads: &[Thread<'_>]) -> String {
    srt::write(&cues(export, threads, false))
}

const fn ms(time: Seconds) -> u64 {
    time.micros() / 1_000
}

/// Cues may be shown at the same time, as comments may. None ends behind the file, unless it would have no length then.
fn cues(export: &CommentExport<'_>, threads: &[Thread<'_>], named_apart: bool) -> Vec<Cue> {
    let mut cues = Vec::new();
    for thread in threads {
        let Some((at, content)) = thread.placed() else {
            continue;
        };
        let author = one_line(thread.root.author());
        let start_ms = ms(at);
        let length = thread.root.duration.map_or(SHOWN_MS, ms);
        let last = export.duration.map_or(u64::MAX, ms);
        let end_ms = (start_ms + length).min(last).max(start_ms + 1);
        let mut text = lines(content);
        if !named_apart && let Some(first) = text.first_mut() {
            first.insert_str(0, &format!("{author}: "));
        }
        for reply in &thread.replies {
            let said = one_line(reply.content.as_deref().unwrap_or_default());
            text.push(format!("{}: {said}", one_line(reply.author())));
        }
        let lines: Vec<String> = text.iter().flat_map(|line| wrap(line)).collect();
        if !lines.is_empty() {
            cues.push(Cue {
                start_ms,
                end_ms,
                speaker: named_apart.then_some(author),
                lines,
            });
        }
    }
    cues
}
