//! What is said: the rows of a transcript and of a search in it, and how a transcript stands.

use ratatui::text::Line;
use serde::Deserialize;

use crate::look::Look;
use crate::media_time;
use crate::text::fit;
use crate::widget::figure::counted;
use crate::widget::list::Source;
use crate::widget::table::{Cell, Column};
use crate::widget::wrap::wrap;

/// The most lines of an utterance in full.
pub(super) const LINES: u16 = 5;

/// Something that is said.
#[derive(Debug, Deserialize)]
#[serde(from = "Said")]
pub(super) struct Utterance {
    id: String,
    pub(super) said: Said,
}

#[derive(Debug, Deserialize)]
pub(super) struct Said {
    pub(super) ordinal: usize,
    pub(super) start_ms: u32,
    pub(super) end_ms: u32,
    pub(super) speaker: Option<String>,
    pub(super) text: String,
}

impl Said {
    /// Its beginning.
    pub(super) fn from(&self) -> String {
        media_time::said(f64::from(self.start_ms) / 1000.0)
    }
}

impl From<Said> for Utterance {
    fn from(said: Said) -> Self {
        Self {
            id: said.ordinal.to_string(),
            said,
        }
    }
}

const COLUMNS: &[Column<Utterance>] = &[
    Column {
        title: "at",
        cells: 9,
        grows: false,
        rank: 1,
        cell: |row, _| Cell::plain(row.said.from()),
    },
    Column {
        title: "speaker",
        cells: 14,
        grows: false,
        rank: 2,
        cell: |row, look| match &row.said.speaker {
            Some(speaker) => Cell::plain(speaker),
            None => Cell::new("(nobody known)", look.muted()),
        },
    },
    Column {
        title: "what is said",
        cells: 20,
        grows: true,
        rank: 0,
        cell: |row, _| Cell::plain(&row.said.text),
    },
];

pub(super) const ALL: Source<Utterance> = Source {
    columns: COLUMNS,
    cursor: &["ordinal as cursor"],
    id: |row| &row.id,
    nothing: "nothing is said",
};

pub(super) const HITS: Source<Utterance> = Source {
    nothing: "no hits",
    ..ALL
};

impl Utterance {
    /// It in full, as far as there is room for it.
    pub(super) fn lines(&self, cells: u16, look: &Look) -> Vec<Line<'static>> {
        let said = &self.said;
        let speaker = said.speaker.as_deref().unwrap_or("(nobody known)");
        let from = said.from();
        let head = format!(
            "{from} to {}  {speaker}",
            media_time::said(f64::from(said.end_ms) / 1000.0)
        );
        let cells = usize::from(cells).max(2);
        let mut lines = vec![Line::styled(fit(&head, cells), look.heading())];
        lines.extend(wrap(&said.text, cells).into_iter().map(Line::raw));
        if lines.len() > usize::from(LINES) {
            lines.truncate(usize::from(LINES) - 1);
            lines.push(Line::styled("…", look.muted()));
        }
        lines
    }
}

/// How the transcript stands.
#[derive(Debug, Deserialize)]
pub(super) struct About {
    state: Option<String>,
    language: Option<String>,
    has_dialogue: Option<bool>,
    utterances: Option<u64>,
    speakers: Option<Vec<String>>,
}

impl About {
    /// It in a few words.
    pub(super) fn words(&self) -> String {
        let Some(state) = &self.state else {
            return "no transcript: nobody has asked for one".to_owned();
        };
        let mut words = vec![state.clone()];
        words.extend(self.language.clone());
        if self.has_dialogue == Some(false) {
            words.push("without dialogue".to_owned());
        }
        if let Some(many) = self.utterances {
            words.push(counted(many, "utterance", "utterances"));
        }
        let speakers = self.speakers.as_deref().unwrap_or_default();
        if !speakers.is_empty() {
            words.push(format!("speakers: {}", speakers.join(", ")));
        }
        words.join(" · ")
    }
}
