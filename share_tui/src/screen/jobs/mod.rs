//! What is still to be done, and what was given up: jobs by state, tried again or dropped.

use std::collections::VecDeque;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;

use super::share::Share;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::question::Question;
use crate::widget::choice;
use crate::widget::details::{self, Details};
use crate::widget::figure::counted;
use crate::widget::list::{List, Source};
use crate::widget::prompt::{self, Pressed, Prompt};
use filter::Filter;
use row::{COLUMNS, FIELDS, Job, Kind};

mod filter;
mod row;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "jobs",
    words: "what waits, runs, or was given up",
    contexts: &[Context::Jobs, Context::List, Context::Everywhere],
    open: Some(|| Box::new(Jobs::new(None))),
};

const SOURCE: Source<Job> = Source {
    columns: COLUMNS,
    cursor: &["id as cursor"],
    id: |job| &job.row.id,
    nothing: "no jobs",
};

/// The states to choose from, and all.
const STATES: &[&str] = &["all", "queued", "running", "dead", "done"];

/// Jobs that are tried again, one after the other.
struct Retrying {
    waiting: VecDeque<String>,
    awaited: Number,
    all: u64,
    done: u64,
    refused: u64,
}

/// The jobs.
pub struct Jobs {
    list: List<Job>,
    state: usize,
    line: String,
    filter: Filter,
    prompt: Option<Prompt>,
    details: Option<Details>,
    kinds: Vec<Kind>,
    kinds_awaited: Option<Number>,
    /// The job that a question is about.
    asked_about: Option<String>,
    dropping: Option<Number>,
    retrying: Option<Retrying>,
}

impl Jobs {
    /// The jobs of a state, or all.
    #[must_use]
    pub fn new(state: Option<&str>) -> Self {
        let state = STATES.iter().position(|known| Some(*known) == state);
        Self {
            list: List::new(&SOURCE),
            state: state.unwrap_or(0),
            line: String::new(),
            filter: Filter::default(),
            prompt: None,
            details: None,
            kinds: Vec::new(),
            kinds_awaited: None,
            asked_about: None,
            dropping: None,
            retrying: None,
        }
    }

    fn call(&self) -> Call {
        let state = STATES.get(self.state).filter(|state| **state != "all");
        self.filter.call(state.copied())
    }

    /// The jobs of the page that were given up.
    fn dead(&self) -> VecDeque<String> {
        let dead = self
            .list
            .rows()
            .iter()
            .filter(|job| job.row.state == "dead");
        dead.map(|job| job.row.id.clone()).collect()
    }

    fn retry(&mut self, mut jobs: VecDeque<String>, desk: &mut Desk) {
        let all = jobs.len() as u64;
        if let Some(first) = jobs.pop_front() {
            self.retrying = Some(Retrying {
                waiting: jobs,
                awaited: desk.ask(Call::write("job_retry").with("id", first)),
                all,
                done: 0,
                refused: 0,
            });
        }
    }

    /// One job was tried again; the next one is asked for.
    fn retried(&mut self, reply: &Reply, desk: &mut Desk) {
        let Some(retrying) = &mut self.retrying else {
            return;
        };
        match &reply.result {
            Ok(_) => retrying.done += 1,
            Err(problem) => {
                retrying.refused += 1;
                desk.say(Tone::Problem, problem.to_string());
            }
        }
        if let Some(next) = retrying.waiting.pop_front() {
            retrying.awaited = desk.ask(Call::write("job_retry").with("id", next));
            return;
        }
        if retrying.refused == 0 {
            desk.say(
                Tone::Done,
                format!(
                    "{} will be tried again",
                    counted(retrying.done, "job", "jobs")
                ),
            );
        } else if retrying.all > 1
            && let Err(problem) = &reply.result
        {
            let (done, all) = (retrying.done, retrying.all);
            desk.say(
                Tone::Problem,
                format!("{done} of {all} jobs will be tried again; the last refusal: {problem}"),
            );
        }
        self.changed(desk);
    }

    fn changed(&mut self, desk: &mut Desk) {
        self.retrying = None;
        self.details = None;
        self.list.refresh(self.call(), desk);
    }

    fn take(&mut self, reply: &Reply, desk: &mut Desk) {
        if let Some(result) = self.list.take(reply) {
            if let Err(problem) = result {
                desk.say(Tone::Problem, problem.to_string());
            }
        } else if self.kinds_awaited == Some(reply.number) {
            // Without the meaning of its kind a job is still a job.
            self.kinds = reply.rows().unwrap_or_default();
        } else if self.dropping == Some(reply.number) {
            self.dropping = None;
            match &reply.result {
                Ok(_) => {
                    desk.say(Tone::Done, "the job is dropped");
                    self.changed(desk);
                }
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        } else if self
            .retrying
            .as_ref()
            .is_some_and(|retrying| retrying.awaited == reply.number)
        {
            self.retried(reply, desk);
        }
    }

    fn typed(&mut self, pressed: Pressed, desk: &mut Desk) {
        let Some(mut prompt) = self.prompt.take() else {
            return;
        };
        let parsed = Filter::parse(prompt.value());
        match (pressed, parsed) {
            (Pressed::Left, _) => return,
            (Pressed::Done, Ok(filter)) => {
                prompt.value().trim().clone_into(&mut self.line);
                self.filter = filter;
                self.list.restart(self.call(), desk);
                return;
            }
            (_, parsed) => prompt.judge(parsed.err()),
        }
        self.prompt = Some(prompt);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) {
        match action {
            Action::Back if self.retrying.is_some() => self.stop(desk),
            Action::Back | Action::Details if self.details.is_some() => self.details = None,
            Action::Back => desk.back(),
            Action::Open => {
                if let Some(id) = self
                    .list
                    .selected()
                    .and_then(|job| job.row.share_id.clone())
                {
                    desk.open(Box::new(Share::new(id)));
                }
            }
            Action::Details => {
                let fields = self.list.selected().map(|job| self.explained(job));
                self.details = fields.map(|fields| Details::new(fields, FIELDS));
            }
            Action::Retry => {
                if let Some(job) = self.list.selected() {
                    self.retry(VecDeque::from([job.row.id.clone()]), desk);
                }
            }
            Action::RetryAll => {
                let many = counted(self.dead().len() as u64, "dead job", "dead jobs");
                desk.put(
                    Question::new("retry-all", format!("Retry the {many} of this page?"))
                        .effect("Each is tried again now, and up to twelve times."),
                );
            }
            Action::Drop => {
                if let Some(job) = self.list.selected() {
                    self.asked_about = Some(job.row.id.clone());
                    desk.put(
                        Question::new(
                            "drop",
                            format!("Drop the {} job {}?", job.row.state, job.row.kind),
                        )
                        .effect(format!("id {}", job.row.id))
                        .effect("It is forgotten and never done. This cannot be undone."),
                    );
                }
            }
            Action::Filter => self.prompt = Some(Prompt::new("filter", &self.line, filter::HINT)),
            Action::NextPart | Action::PreviousPart => {
                self.state = choice::turn(self.state, STATES.len(), action);
                self.list.restart(self.call(), desk);
            }
            action => {
                if let Some(details) = &mut self.details {
                    details.act(action);
                    return;
                }
                let call = self.call();
                self.list.act(action, || call, desk);
            }
        }
    }

    /// The fields of a job, with the meaning of its kind.
    fn explained(&self, job: &Job) -> serde_json::Map<String, serde_json::Value> {
        let mut fields = job.all.clone();
        let kind = self.kinds.iter().find(|kind| kind.kind == job.row.kind);
        if let Some(kind) = kind {
            fields.insert("meaning".to_owned(), kind.meaning.clone().into());
        }
        fields
    }

    fn stop(&mut self, desk: &mut Desk) {
        if let Some(retrying) = &mut self.retrying {
            retrying.waiting.clear();
            // The one under way is awaited.
            retrying.all = retrying.done + retrying.refused + 1;
            desk.say(Tone::Info, "stopped: the others stay dead");
        }
    }
}

impl Screen for Jobs {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        if self.details.is_some() {
            return "job".to_owned();
        }
        match &self.retrying {
            Some(retrying) if retrying.all > 1 => {
                format!(
                    "jobs · {} of {} tried again (esc stops)",
                    retrying.done, retrying.all
                )
            }
            _ => format!("jobs · {}", self.list.place()),
        }
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened => {
                self.list.restart(self.call(), desk);
                self.kinds_awaited = Some(desk.ask(Call::read("job_kinds")));
            }
            Event::Returned | Event::Reconnected => self.list.refresh(self.call(), desk),
            Event::Reply(reply) => self.take(&reply, desk),
            Event::Typed(key) => {
                if let Some(prompt) = &mut self.prompt {
                    let pressed = prompt.press(key);
                    self.typed(pressed, desk);
                }
            }
            Event::Pasted(text) => {
                if let Some(prompt) = &mut self.prompt {
                    prompt.paste(&text);
                    self.typed(Pressed::Changed, desk);
                }
            }
            Event::Answered {
                tag: "retry-all",
                yes: true,
            } => self.retry(self.dead(), desk),
            Event::Answered { tag: "drop", yes } => {
                if let Some(id) = self.asked_about.take().filter(|_| yes) {
                    self.dropping = Some(desk.ask(Call::write("job_drop").with("id", id)));
                }
            }
            Event::Action(action) => self.act(action, desk),
            _ => {}
        }
    }

    fn takes_text(&self) -> bool {
        self.prompt.is_some()
    }

    fn is_reading(&self) -> bool {
        self.list.is_stale()
    }

    fn offers(&self, action: Action) -> bool {
        let selected = self.list.selected().map(|job| &job.row);
        let is_idle = self.retrying.is_none() && self.dropping.is_none();
        match action {
            Action::Open => selected.is_some_and(|job| job.share_id.is_some()),
            Action::Details => selected.is_some(),
            Action::Retry => is_idle && selected.is_some_and(|job| job.state == "dead"),
            Action::RetryAll => is_idle && self.details.is_none() && !self.dead().is_empty(),
            Action::Drop => is_idle && selected.is_some(),
            Action::Filter | Action::NextPart | Action::PreviousPart => self.details.is_none(),
            Action::Sort => false,
            _ => true,
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        if let Some(details) = &mut self.details {
            details.view(frame, area, look);
            return;
        }
        let asked = if self.prompt.is_some() {
            prompt::HEIGHT
        } else {
            0
        };
        let [head, body, bottom] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Min(1),
            Constraint::Length(asked),
        ])
        .areas(area);
        let beside = if self.line.is_empty() {
            String::new()
        } else {
            format!("filter: {}", self.line)
        };
        frame.render_widget(
            Paragraph::new(choice::line(STATES, self.state, &beside, head.width, look)),
            head,
        );
        let (list, below) = details::split(body);
        self.list.view(frame, list, look);
        if let (Some(below), Some(job)) = (below, self.list.selected()) {
            details::preview(&self.explained(job), FIELDS, frame, below, look);
        }
        if let Some(prompt) = &self.prompt {
            prompt.view(frame, bottom, look);
        }
    }
}
