//! What the server finds when it looks at itself, with what to do about it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use serde::Deserialize;

use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::Number;
use crate::text::fit;
use crate::widget::figure::counted;
use crate::widget::wrap::wrap;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "doctor",
    words: "what is wrong with the installation, and what to do",
    contexts: &[Context::List, Context::Everywhere],
    open: Some(|| Box::new(Doctor::default())),
};

/// The cells of severity and area, with what stands around them.
const NAMES: usize = 21;

/// With fewer cells severity and area have a line of their own.
const NARROW: usize = 60;

#[derive(Debug, Deserialize)]
struct Finding {
    area: String,
    severity: String,
    #[serde(rename = "finding")]
    words: String,
    advice: Option<String>,
}

impl Finding {
    /// The worst first.
    fn rank(&self) -> u8 {
        match self.severity.as_str() {
            "error" => 0,
            "warning" => 1,
            "ok" => 3,
            _ => 2,
        }
    }

    fn style(&self, look: &Look) -> Style {
        match self.severity.as_str() {
            "error" => look.danger(),
            "warning" => look.warning(),
            "ok" => look.good(),
            _ => look.plain(),
        }
    }

    fn lines(&self, cells: usize, look: &Look) -> Vec<Line<'static>> {
        let is_narrow = cells < NARROW;
        let indent = if is_narrow { 4 } else { NAMES };
        let room = cells.saturating_sub(indent).max(4);
        let name = format!("{} {}", fit(&self.severity, 7), self.area);
        let name = fit(
            &name,
            if is_narrow {
                cells.saturating_sub(2)
            } else {
                NAMES - 3
            },
        );
        let mut texts = wrap(&self.words, room).into_iter();
        let beside = if is_narrow { None } else { texts.next() };
        let mut lines = vec![Line::from(vec![
            Span::raw("  "),
            Span::styled(name, self.style(look)),
            Span::raw(format!(" {}", beside.unwrap_or_default())),
        ])];
        let margin = " ".repeat(indent);
        lines.extend(texts.map(|line| Line::raw(format!("{margin}{line}"))));
        let advice = self.advice.iter().flat_map(|advice| wrap(advice, room - 2));
        lines.extend(advice.enumerate().map(|(place, line)| {
            let sign = if place == 0 { "→" } else { " " };
            Line::styled(format!("{margin}{sign} {line}"), look.key())
        }));
        lines
    }
}

/// The findings.
#[derive(Default)]
pub struct Doctor {
    findings: Vec<Finding>,
    is_loaded: bool,
    awaited: Option<Number>,
    selected: usize,
    scrolled: usize,
    height: usize,
}

impl Doctor {
    fn read(&mut self, desk: &mut Desk) {
        self.awaited = Some(desk.ask(Call::read("doctor")));
    }

    fn many(&self, severity: &str) -> u64 {
        self.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count() as u64
    }
}

impl Screen for Doctor {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        if !self.is_loaded {
            return "doctor".to_owned();
        }
        match (self.many("error"), self.many("warning")) {
            (0, 0) => "doctor · all is well".to_owned(),
            (errors, warnings) => {
                format!(
                    "doctor · {}, {}",
                    counted(errors, "error", "errors"),
                    counted(warnings, "warning", "warnings")
                )
            }
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened
            | Event::Returned
            | Event::Reconnected
            | Event::Action(Action::Refresh) => self.read(desk),
            Event::Reply(reply) if self.awaited == Some(reply.number) => {
                self.awaited = None;
                match reply.rows::<Finding>() {
                    Ok(mut findings) => {
                        findings.sort_by_key(Finding::rank);
                        self.findings = findings;
                        self.is_loaded = true;
                        self.selected = self.selected.min(self.findings.len().saturating_sub(1));
                    }
                    Err(problem) => desk.say(Tone::Problem, problem.to_string()),
                }
            }
            Event::Action(action) => {
                let last = self.findings.len().saturating_sub(1);
                let page = self.height.max(2) / 2;
                self.selected = match action {
                    Action::Down => (self.selected + 1).min(last),
                    Action::Up => self.selected.saturating_sub(1),
                    Action::PageDown => (self.selected + page).min(last),
                    Action::PageUp => self.selected.saturating_sub(page),
                    Action::First => 0,
                    Action::Last => last,
                    Action::Back => return desk.back(),
                    _ => return,
                };
            }
            _ => {}
        }
    }

    fn offers(&self, action: Action) -> bool {
        !matches!(action, Action::Open | Action::Filter | Action::Sort)
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        self.height = usize::from(area.height).max(1);
        if self.findings.is_empty() {
            let words = match (self.is_loaded, self.awaited) {
                (true, _) => "  nothing found",
                (false, Some(_)) => "  reading…",
                (false, None) => "  not read",
            };
            frame.render_widget(Line::styled(words, look.muted()), area);
            return;
        }
        let mut lines: Vec<Line<'_>> = Vec::new();
        let (mut from, mut to) = (0, 0);
        for (place, finding) in self.findings.iter().enumerate() {
            let mut more = finding.lines(usize::from(area.width), look);
            if place == self.selected {
                from = lines.len();
                to = from + more.len();
                if let Some(sign) = more.first_mut().and_then(|line| line.spans.first_mut()) {
                    *sign = Span::raw(" >");
                }
                more = more
                    .into_iter()
                    .map(|line| line.patch_style(look.selection()))
                    .collect();
            }
            lines.append(&mut more);
        }
        // The whole finding where it fits, else its beginning.
        self.scrolled = self.scrolled.max(to.saturating_sub(self.height)).min(from);
        let shown: Vec<Line<'_>> = lines
            .into_iter()
            .skip(self.scrolled)
            .take(self.height)
            .collect();
        frame.render_widget(Paragraph::new(shown), area);
    }
}
