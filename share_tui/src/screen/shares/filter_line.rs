//! The filter while it is typed: the line, what is wrong with it, and when it is applied by itself.

use std::time::Duration;

use jiff::Timestamp;
use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::filter::{Filter, TERMS};
use super::terms::Wrong;
use crate::desk::Desk;
use crate::look::Look;
use crate::text::fit;
use crate::typing;
use crate::widget::entry_line;

/// After a pause of so long what is typed is applied.
const PAUSE: Duration = Duration::from_millis(400);

/// A filter that is being typed.
pub(super) struct FilterLine {
    pub(super) input: Input,
    /// The line that held before.
    pub(super) before: String,
    pub(super) wrong: Option<Wrong>,
    due: Option<Timestamp>,
}

impl FilterLine {
    pub(super) fn new(line: &str) -> Self {
        Self {
            input: Input::new(line.to_owned()),
            before: line.to_owned(),
            wrong: None,
            due: None,
        }
    }

    /// Changes the line, and looks at it at once.
    pub(super) fn change(&mut self, request: InputRequest, desk: &mut Desk) {
        self.input.handle(request);
        self.changed(desk);
    }

    /// Takes pasted text in, on one line.
    pub(super) fn paste(&mut self, text: &str, desk: &mut Desk) {
        typing::insert(&mut self.input, &text.trim().replace(char::is_control, " "));
        self.changed(desk);
    }

    fn changed(&mut self, desk: &mut Desk) {
        self.wrong = Filter::parse(self.input.value(), desk.now()).err();
        self.due = None;
        if self.wrong.is_none() {
            self.due = desk.now().checked_add(PAUSE).ok();
            desk.wake_in(PAUSE);
        }
    }

    /// The filter, if there has been a pause since the last letter.
    pub(super) fn paused(&mut self, desk: &mut Desk) -> Option<Filter> {
        let due = self.due?;
        if desk.now() < due {
            desk.wake_in(PAUSE);
            return None;
        }
        self.due = None;
        // What costs a question of its own waits for enter.
        Filter::parse(self.input.value(), desk.now())
            .ok()
            .filter(|filter| !filter.is_open())
    }

    /// The line and what is to be known about it.
    pub(super) fn lines(&self, cells: usize, look: &Look) -> [Line<'static>; 2] {
        let mut spans = vec![Span::styled("/", look.key())];
        spans.extend(entry_line::spans(
            &self.input,
            false,
            cells.saturating_sub(1),
            look,
        ));
        let below = match &self.wrong {
            Some(wrong) => Line::styled(fit(&format!("! {wrong}"), cells), look.danger()),
            None => Line::styled(fit(&self.advice(), cells), look.muted()),
        };
        [Line::from(spans), below]
    }

    /// The terms that begin with what is typed last, else all of them.
    fn advice(&self) -> String {
        let last = self.input.value().rsplit(' ').next().unwrap_or_default();
        let begun: Vec<String> = TERMS
            .iter()
            .filter(|(name, _)| !last.is_empty() && name.starts_with(last))
            .map(|(name, wants)| format!("{name}: {wants}"))
            .collect();
        if begun.is_empty() {
            let names: Vec<String> = TERMS.iter().map(|(name, _)| format!("{name}:")).collect();
            return format!("  words, a pasted URL, {}", names.join(" "));
        }
        format!("  {}", begun.join("  "))
    }
}
