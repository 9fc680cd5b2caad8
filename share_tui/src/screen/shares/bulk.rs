//! A change of many shares: asked about with its number, done step by step, stopped between steps.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Gauge, Paragraph};
use serde::Deserialize;

use super::deed::Deed;
use super::figure::{grouped, shares};
use super::filter::Filter;
use crate::call::Call;
use crate::db::problem::{Kind, Problem};
use crate::desk::{Desk, Tone};
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::question::Question;
use crate::text::fit;

/// Shares of one step: one transaction.
const STEP: usize = 1_000;
/// How many shares are looked at for their number before the question.
const COUNTED: u32 = 1_000_000;

/// Which shares.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// Those that were marked one by one, of an account if one is set.
    Marked(Vec<String>),
    /// All that a filter meets.
    Filter,
}

#[derive(Debug, PartialEq, Eq)]
enum Phase {
    Counting(Number),
    Asking,
    Running { step: Number, stops: bool },
}

/// How many there are.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Count {
    pub(super) number: u64,
    pub(super) is_exact: bool,
}

impl Count {
    pub(super) fn said(self) -> String {
        let more = if self.is_exact { "" } else { "+" };
        format!("{}{more}", grouped(self.number))
    }
}

#[derive(Deserialize)]
struct Step {
    changed: u64,
    matched: u64,
    cursor_at: Option<String>,
    cursor: Option<String>,
    is_complete: bool,
}

/// A change of many shares.
pub(super) struct Bulk {
    deed: Deed,
    what: What,
    filter: Filter,
    phase: Phase,
    count: Option<Count>,
    changed: u64,
    matched: u64,
    /// Marked shares whose turn is over.
    passed: usize,
    cursor: Option<(String, String)>,
}

impl Bulk {
    /// Begins with the number, if it is not known.
    pub(super) fn begin(deed: Deed, what: What, filter: Filter, desk: &mut Desk) -> Self {
        let mut bulk = Self {
            deed,
            what,
            filter,
            phase: Phase::Asking,
            count: None,
            changed: 0,
            matched: 0,
            passed: 0,
            cursor: None,
        };
        if let What::Marked(ids) = &bulk.what {
            bulk.count = Some(Count {
                number: u64::try_from(ids.len()).unwrap_or(u64::MAX),
                is_exact: true,
            });
            bulk.ask(desk);
        } else {
            let call = bulk.filter.apply(Call::read("share_count"));
            bulk.phase = Phase::Counting(desk.ask(call.with("at_most", COUNTED)));
        }
        bulk
    }

    fn ask(&mut self, desk: &mut Desk) {
        let Some(count) = self.count else {
            return;
        };
        let word = self.deed.word();
        let capital = self.deed.capital();
        let words = match (&self.what, count.is_exact) {
            (What::Marked(_), _) if count.number == 1 => format!("{capital} the marked share?"),
            (What::Marked(_), _) => format!("{capital} {} marked shares?", grouped(count.number)),
            (What::Filter, true) => format!(
                "{capital} all that the filter meets: {}?",
                shares(count.number)
            ),
            (What::Filter, false) => format!(
                "{capital} all that the filter meets: at least {}?",
                shares(count.number)
            ),
        };
        let mut question = Question::new("bulk", words).effect(self.deed.effect());
        if let Some(hint) = self.deed.hint() {
            question = question.effect(hint);
        }
        self.phase = Phase::Asking;
        desk.put(question.typed(word));
    }

    /// The question was answered with a yes.
    pub(super) fn go(&mut self, desk: &mut Desk) {
        if self.phase == Phase::Asking {
            self.step(desk);
        }
    }

    fn step(&mut self, desk: &mut Desk) {
        let call = Call::write("share_change_some")
            .with("action", self.deed.word())
            .with("limit", STEP);
        let call = match &self.what {
            What::Filter => self.filter.apply(call),
            What::Marked(ids) => {
                let slice: Vec<&String> = ids.iter().skip(self.passed).take(STEP).collect();
                self.filter.account_only(call).list("ids", &slice)
            }
        };
        let call = match &self.cursor {
            Some((at, id)) => call.with("cursor_at", at).with("cursor", id),
            None => call,
        };
        self.phase = Phase::Running {
            step: desk.ask(call),
            stops: false,
        };
    }

    /// Whether steps are under way.
    pub(super) fn is_running(&self) -> bool {
        matches!(self.phase, Phase::Running { .. })
    }

    /// Stops when the step that is under way is done.
    pub(super) fn stop(&mut self) {
        if let Phase::Running { stops, .. } = &mut self.phase {
            *stops = true;
        }
    }

    /// Takes a reply; true when the change is over.
    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> bool {
        match self.phase {
            Phase::Counting(number) if number == reply.number => match reply.rows::<Count>() {
                Ok(counts) => {
                    self.count = counts.first().copied();
                    if self.count.is_none_or(|count| count.number == 0) {
                        desk.say(Tone::Info, "the filter meets no share");
                        return true;
                    }
                    self.ask(desk);
                    false
                }
                Err(problem) => {
                    desk.say(Tone::Problem, problem.to_string());
                    true
                }
            },
            Phase::Running { step, stops } if step == reply.number => {
                self.stepped(reply.rows::<Step>(), stops, desk)
            }
            _ => false,
        }
    }

    fn stepped(
        &mut self,
        answer: Result<Vec<Step>, Problem>,
        stops: bool,
        desk: &mut Desk,
    ) -> bool {
        let step = match answer {
            Ok(rows) => rows.into_iter().next(),
            Err(problem) => {
                let mut words = format!("{}; then: {problem}", self.so_far());
                if matches!(problem.kind, Kind::Unreachable | Kind::Cancelled) {
                    words.push_str("; doing it again goes on");
                }
                desk.say(Tone::Problem, words);
                return true;
            }
        };
        let mut is_complete = true;
        if let Some(step) = step {
            self.changed += step.changed;
            self.matched += step.matched;
            self.cursor = step.cursor_at.zip(step.cursor);
            is_complete = step.is_complete || self.cursor.is_none();
        }
        if is_complete && let What::Marked(ids) = &self.what {
            self.passed = (self.passed + STEP).min(ids.len());
            self.cursor = None;
            is_complete = self.passed >= ids.len();
        }
        if is_complete {
            let same = self.matched.saturating_sub(self.changed);
            let same = match same {
                0 => String::new(),
                same => format!(", {} were so already", grouped(same)),
            };
            desk.say(Tone::Done, format!("{}{same}", self.so_far()));
            return true;
        }
        if stops {
            let words = format!("stopped: {}; doing it again goes on", self.so_far());
            desk.say(Tone::Info, words);
            return true;
        }
        self.step(desk);
        false
    }

    fn so_far(&self) -> String {
        format!("{} {}", shares(self.changed), self.deed.done())
    }

    /// Draws how far it is.
    pub(super) fn view(&self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let [bar, words] = ratatui::layout::Layout::vertical([
            ratatui::layout::Constraint::Length(1),
            ratatui::layout::Constraint::Length(1),
        ])
        .areas(area);
        let done = self.matched;
        let total = self.count.map_or(0, |count| count.number).max(done);
        // Exact enough for a bar: what is lost lies beyond its cells.
        let ratio = match total {
            0 => 0.0,
            total => f64::from(u32::try_from(done * 1_000 / total).unwrap_or(1_000)) / 1_000.0,
        };
        let stops = matches!(self.phase, Phase::Running { stops: true, .. });
        let doing = match &self.phase {
            Phase::Counting(_) => "counting what the filter meets…".to_owned(),
            Phase::Asking => String::new(),
            Phase::Running { .. } => {
                let of = self
                    .count
                    .map_or_else(String::new, |count| format!(" of {}", count.said()));
                let end = if stops {
                    "stopping after this step"
                } else {
                    "esc stops after this step"
                };
                format!(
                    "{}: {}{of} looked after, {} changed · {end}",
                    self.deed.word(),
                    grouped(done),
                    grouped(self.changed)
                )
            }
        };
        let gauge = Gauge::default()
            .ratio(ratio.clamp(0.0, 1.0))
            .gauge_style(look.good());
        if self.is_running() {
            frame.render_widget(gauge, bar);
        }
        let line = Line::styled(fit(&doing, usize::from(words.width)), look.heading());
        frame.render_widget(Paragraph::new(line), words);
    }
}
