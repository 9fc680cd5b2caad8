//! All events that the filter meets, page by page, for a file of JSON lines.

use serde_json::Value;

use super::filter::Filter;
use crate::db::problem::Problem;
use crate::desk::{Desk, Effect};
use crate::message::{Number, Reply};
use crate::widget::figure::counted;

/// The most events of a file: they are gathered in memory.
const MOST: u64 = 100_000;
/// Rows of a reading.
const PAGE: usize = 100;

/// An export under way.
pub(super) struct Export {
    filter: Filter,
    file: String,
    lines: String,
    events: u64,
    awaited: Number,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Progress {
    /// More pages are to come.
    GoesOn,
    /// The file is to be written; what to say about it.
    Done(String),
}

impl Export {
    /// Begins.
    pub(super) fn new(filter: Filter, file: String, desk: &mut Desk) -> Self {
        let awaited = desk.ask(filter.newest_first().with("limit", PAGE));
        Self {
            filter,
            file,
            lines: String::new(),
            events: 0,
            awaited,
        }
    }

    /// Takes a page; none if the reply is of another call.
    pub(super) fn take(
        &mut self,
        reply: &Reply,
        desk: &mut Desk,
    ) -> Option<Result<Progress, Problem>> {
        (self.awaited == reply.number).then(|| self.fill(reply, desk))
    }

    fn fill(&mut self, reply: &Reply, desk: &mut Desk) -> Result<Progress, Problem> {
        let rows = reply.result.as_ref().map_err(Clone::clone)?;
        let values: Vec<Value> = reply.rows()?;
        let is_full = rows.len() >= PAGE;
        let mut behind = None;
        for (row, value) in rows.iter().zip(&values) {
            let text = |name| value.get(name).and_then(Value::as_str);
            let is_event = text("id").is_some();
            if is_event {
                // As the server has written it: no number and no letter is another afterwards.
                self.lines.push_str(row);
                self.lines.push('\n');
                self.events += 1;
            }
            if is_full || !is_event {
                behind = text("cursor_at").zip(text("cursor"));
            }
        }
        let events = counted(self.events, "event", "events");
        let Some((at, id)) = behind else {
            return Ok(self.write(format!("{events} to {}", self.file), desk));
        };
        if self.events >= MOST {
            let said = format!(
                "the newest {events} to {}: more meet the filter, go on with before:{at}",
                self.file
            );
            return Ok(self.write(said, desk));
        }
        let call = self.filter.newest_first().with("limit", PAGE);
        self.awaited = desk.ask(call.with("cursor_at", at).with("cursor", id));
        Ok(Progress::GoesOn)
    }

    fn write(&mut self, said: String, desk: &mut Desk) -> Progress {
        desk.perform(Effect::Write {
            file: self.file.clone().into(),
            text: std::mem::take(&mut self.lines),
        });
        Progress::Done(said)
    }

    /// How far it is, in words.
    pub(super) fn words(&self) -> String {
        format!(
            "exporting: {} so far (esc stops)",
            counted(self.events, "event", "events")
        )
    }
}
