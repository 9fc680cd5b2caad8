//! How a request is approved: until when, and whether the link is mailed.

use crossterm::event::{KeyCode, KeyEvent};
use jiff::Timestamp;

use super::super::words::{self, Toward};
use super::row::Row;
use crate::call::Call;
use crate::text::fit;
use crate::widget::prompt::{Pressed, Prompt};

/// The cells of who is let in.
const LONGEST: usize = 36;

/// An approval while it is written.
pub(super) struct Approval {
    id: String,
    pub(super) prompt: Prompt,
    is_mailed: bool,
}

impl Approval {
    /// Begins without an end and without a mail.
    pub(super) fn new(request: &Row) -> Self {
        let label = format!("let {} in until", fit(&request.who(), LONGEST).trim_end());
        let mut approval = Self {
            id: request.id.clone(),
            prompt: Prompt::new(&label, "", ""),
            is_mailed: false,
        };
        approval.explain();
        approval
    }

    fn explain(&mut self) {
        let mail = if self.is_mailed { "yes" } else { "no" };
        let hint =
            format!("7d, 2026-01-31, or nothing for no end · tab: mail with the link: {mail}");
        self.prompt.hint(hint);
    }

    /// Takes a key in; the call when it is done.
    pub(super) fn press(&mut self, key: KeyEvent, now: Timestamp) -> Step {
        if matches!(key.code, KeyCode::Tab | KeyCode::BackTab) {
            self.is_mailed = !self.is_mailed;
            self.explain();
            return Step::Stay;
        }
        match self.prompt.press(key) {
            Pressed::Left => Step::Leave,
            Pressed::Nothing => Step::Stay,
            pressed => {
                let end = self.end(now);
                if let (Pressed::Done, Ok(end)) = (pressed, &end) {
                    let call = Call::write("access_request_approve").with("id", &self.id);
                    return Step::Approve(
                        call.maybe("expires_at", *end)
                            .with("notify", self.is_mailed),
                    );
                }
                self.prompt.judge(end.err());
                Step::Stay
            }
        }
    }

    /// Takes pasted text in.
    pub(super) fn paste(&mut self, text: &str, now: Timestamp) {
        self.prompt.paste(text);
        let end = self.end(now);
        self.prompt.judge(end.err());
    }

    fn end(&self, now: Timestamp) -> Result<Option<Timestamp>, String> {
        let text = self.prompt.value().trim();
        if text.is_empty() {
            return Ok(None);
        }
        let end = words::time(text, Toward::Future, now)?;
        if end <= now {
            return Err(format!("{text} is over"));
        }
        Ok(Some(end))
    }
}

/// What comes after a key.
pub(super) enum Step {
    Stay,
    Leave,
    Approve(Call),
}
