//! A file that is searched for as its name is typed, and picked.

use std::time::Duration;

use jiff::Timestamp;
use ratatui::text::Line;
use serde::Deserialize;

use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::text::fit;

/// After a pause of so long what is typed is searched for.
const PAUSE: Duration = Duration::from_millis(300);
/// Files that are offered.
const OFFERED: usize = 8;

/// A file that was found.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct FoundFile {
    pub(super) id: String,
    pub(super) path: String,
    account_name: Option<String>,
    media_type: Option<String>,
    status: Option<String>,
}

/// A search for a file.
#[derive(Default)]
pub(super) struct FileSearch {
    due: Option<Timestamp>,
    awaited: Option<Number>,
    getting: Option<Number>,
    found: Vec<FoundFile>,
    chosen: usize,
    words: &'static str,
    /// The account and the drive on which it is searched for.
    drive: Option<(String, String)>,
    pub(super) picked: Option<FoundFile>,
}

impl FileSearch {
    /// Searches on a drive of an account alone.
    pub(super) fn on_drive(account_id: String, drive_id: String) -> Self {
        Self {
            drive: Some((account_id, drive_id)),
            ..Self::default()
        }
    }

    /// Asks for a file that is known by its id.
    pub(super) fn get(&mut self, id: &str, desk: &mut Desk) {
        self.getting = Some(desk.ask(Call::read("file_get").with("id", id)));
    }

    /// What is typed has changed.
    pub(super) fn typed(&mut self, desk: &mut Desk) {
        self.picked = None;
        // What was found before is not what enter is for now.
        self.found.clear();
        self.words = "";
        self.awaited = None;
        self.due = desk.now().checked_add(PAUSE).ok();
        desk.wake_in(PAUSE);
    }

    /// Searches if there has been a pause.
    pub(super) fn woken(&mut self, text: &str, desk: &mut Desk) {
        let Some(due) = self.due else {
            return;
        };
        if desk.now() < due {
            desk.wake_in(PAUSE);
            return;
        }
        self.due = None;
        if text.trim().is_empty() {
            self.found.clear();
            self.words = "";
            return;
        }
        self.words = "searching…";
        let drive = self.drive.as_ref();
        let call = Call::read("file_search")
            .with("text", text.trim())
            .maybe("account_id", drive.map(|(account, _)| account))
            .maybe("drive_id", drive.map(|(_, drive)| drive));
        self.awaited = Some(desk.ask(call.with("limit", OFFERED)));
    }

    /// Takes a reply; the file, if it is the one that was known by its id.
    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Option<FoundFile> {
        if self.getting == Some(reply.number) {
            self.getting = None;
            match reply.rows::<FoundFile>() {
                Ok(files) => self.picked = files.into_iter().next(),
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
            return self.picked.clone();
        }
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            self.chosen = 0;
            match reply.rows::<serde_json::Value>() {
                Ok(mut rows) => {
                    // The last row tells where a search stopped.
                    let stopped =
                        rows.pop_if(|row| row.get("id").is_none_or(serde_json::Value::is_null));
                    match reply.shaped(rows) {
                        Ok(found) => self.found = found,
                        Err(problem) => desk.say(Tone::Problem, problem.to_string()),
                    }
                    self.words = match (self.found.is_empty(), stopped) {
                        (true, None) => "no such file",
                        (_, Some(_)) => {
                            "the newest files were looked through; begin with / for a path"
                        }
                        (false, None) => "",
                    };
                }
                Err(problem) => {
                    self.words = "";
                    desk.say(Tone::Problem, problem.to_string());
                }
            }
        }
        None
    }

    /// Whether there is something to pick.
    pub(super) fn offers(&self) -> bool {
        self.picked.is_none() && !self.found.is_empty()
    }

    /// Goes to the next or the previous offer.
    pub(super) fn step(&mut self, is_down: bool) {
        let many = self.found.len().max(1);
        let by = if is_down { 1 } else { many - 1 };
        self.chosen = (self.chosen + by) % many;
    }

    /// Picks the offer.
    pub(super) fn pick(&mut self) -> Option<&FoundFile> {
        self.picked = self.found.get(self.chosen).cloned();
        self.due = None;
        self.picked.as_ref()
    }

    /// The offers.
    pub(super) fn lines(&self, cells: usize, look: &Look) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        if self.picked.is_some() {
            return lines;
        }
        for (place, file) in self.found.iter().enumerate() {
            let account = file.account_name.as_deref().unwrap_or_default();
            let kind = file.media_type.as_deref().unwrap_or_default();
            let status = file.status.as_deref().unwrap_or_default();
            let sign = if place == self.chosen { ">" } else { " " };
            let text = format!("  {sign} {}  {kind} {status} {account}", file.path);
            let style = if place == self.chosen {
                look.selection()
            } else {
                look.plain()
            };
            lines.push(Line::styled(fit(&text, cells), style));
        }
        if !self.words.is_empty() {
            lines.push(Line::styled(
                fit(&format!("    {}", self.words), cells),
                look.muted(),
            ));
        }
        lines
    }
}
