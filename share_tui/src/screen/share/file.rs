//! The file, or the part of one, that a share leads to.

use super::details::{Details, clock};
use crate::look::Look;
use crate::screen::shares::figure::grouped;
use crate::widget::facts::Fact;

/// The facts of the part.
pub(super) fn facts(details: &Details, look: &Look) -> Vec<Fact> {
    let Some(file) = &details.file else {
        return vec![Fact::new("", "unknown", look.muted())];
    };
    let mut facts = vec![Fact::plain("id", &file.id)];
    let texts = [
        ("path", &file.path),
        ("external id", &file.external_id),
        ("drive", &file.drive_id),
        ("kind", &file.media_type),
        ("MIME type", &file.mime_type),
        ("processing", &details.status),
    ];
    facts.extend(
        texts
            .into_iter()
            .filter_map(|(label, text)| Some(Fact::plain(label, text.as_ref()?))),
    );
    if let Some(bytes) = file.bytes {
        facts.push(Fact::plain("size", format!("{} bytes", grouped(bytes))));
    }
    if let Some(seconds) = file.duration_seconds {
        facts.push(Fact::plain("length", clock(seconds)));
    }
    if let Some(segment) = &details.segment {
        let begin = clock(segment.start_time.unwrap_or(0.0));
        let end = segment.end_time.map_or_else(|| "the end".to_owned(), clock);
        facts.push(Fact::plain(
            "segment",
            format!("{} from {begin} to {end}", segment.id),
        ));
    }
    facts.push(Fact::new(
        "preview",
        "enter shows it as a picture",
        look.muted(),
    ));
    facts
}
