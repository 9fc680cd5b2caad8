//! A dialog: fields to fill in, and the call that is made of them.

mod field;

use crossterm::event::KeyCode;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use serde_json::{Map, Value};

pub use field::Field;

use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::Problem;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::question::Question;
use crate::text::fit;
use crate::widget::wrap::wrap;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "dialog",
    words: "fields to fill in",
    contexts: &[Context::Form, Context::Everywhere],
    open: None,
};

/// The cells of the names.
const LABEL: usize = 22;

/// Makes the call, or says at which field what is wrong.
type Send = Box<dyn Fn(&[Field]) -> Result<Call, (usize, String)>>;
/// What follows from the answer; goes back or elsewhere.
type Done = Box<dyn Fn(&Reply, &mut Desk)>;
/// Changes the fields to suit what was chosen.
type Reshape = Box<dyn Fn(&mut Vec<Field>)>;

/// Fields to fill in.
pub struct Dialog {
    title: String,
    fields: Vec<Field>,
    chosen: usize,
    scrolled: usize,
    send: Send,
    done: Done,
    reshape: Option<Reshape>,
    awaited: Option<Number>,
    /// What is wrong, and at which field if that is known.
    wrong: Option<(Option<usize>, String)>,
}

impl Dialog {
    /// A dialog that makes a call of its fields, says these words when it was made, and goes back.
    pub fn new(
        title: impl Into<String>,
        fields: Vec<Field>,
        words: &'static str,
        send: impl Fn(&[Field]) -> Result<Call, (usize, String)> + 'static,
    ) -> Self {
        Self {
            title: title.into(),
            fields,
            chosen: 0,
            scrolled: 0,
            send: Box::new(send),
            done: Box::new(move |_, desk| {
                desk.say(Tone::Done, words);
                desk.back();
            }),
            reshape: None,
            awaited: None,
            wrong: None,
        }
    }

    /// Does something else with the answer.
    #[must_use]
    pub fn then(mut self, done: impl Fn(&Reply, &mut Desk) + 'static) -> Self {
        self.done = Box::new(done);
        self
    }

    /// Changes the fields whenever something was chosen.
    #[must_use]
    pub fn reshaped(mut self, reshape: impl Fn(&mut Vec<Field>) + 'static) -> Self {
        reshape(&mut self.fields);
        self.reshape = Some(Box::new(reshape));
        self
    }

    fn step(&mut self, forward: bool) {
        let many = self.fields.len().max(1);
        let by = if forward { 1 } else { many - 1 };
        self.chosen = (self.chosen + by) % many;
    }

    /// What was wrong is being changed.
    fn mend(&mut self) {
        let place = self.wrong.as_ref().map(|(place, _)| *place);
        if place.is_some_and(|place| place.is_none_or(|place| place == self.chosen)) {
            self.wrong = None;
        }
    }

    fn save(&mut self, desk: &mut Desk) {
        if self.awaited.is_some() {
            return;
        }
        match (self.send)(&self.fields) {
            Ok(call) => {
                self.wrong = None;
                self.awaited = Some(desk.ask(call));
            }
            Err((place, words)) => {
                self.chosen = place;
                self.wrong = Some((Some(place), words));
            }
        }
    }

    fn refused(&mut self, problem: &Problem) {
        let place = place_of(problem, &self.fields);
        self.chosen = place.unwrap_or(self.chosen);
        self.wrong = Some((place, problem.to_string()));
    }

    /// The cells below the fields: what is wrong, or what the field is for.
    fn advice(&self, cells: usize, look: &Look) -> Vec<Line<'static>> {
        let (text, style) = match (&self.wrong, self.fields.get(self.chosen)) {
            (Some((place, words)), _) if place.is_none_or(|place| place == self.chosen) => {
                (format!("! {words}"), look.danger())
            }
            (_, Some(field)) => (field.help.clone(), look.muted()),
            _ => (String::new(), look.muted()),
        };
        wrap(&text, cells)
            .into_iter()
            .map(|line| Line::styled(line, style))
            .collect()
    }
}

/// The field that a problem is about: one whose name stands in the detail, the message or the constraint, or whose value
/// stands in the message.
fn place_of(problem: &Problem, fields: &[Field]) -> Option<usize> {
    let said = |text: Option<&str>| -> Vec<String> {
        let words = text.unwrap_or_default();
        words
            .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .map(str::to_lowercase)
            .collect()
    };
    let begin = problem.detail.as_deref().map(|detail| {
        let end = detail.find(':').map_or(0, |colon| colon + 1);
        detail.get(..end).unwrap_or_default()
    });
    let named = said(begin)
        .into_iter()
        .chain(said(problem.detail.as_deref()))
        .chain(said(Some(&problem.message)));
    let by_name = |word: &str| fields.iter().position(|field| field.name == word);
    if let Some(place) = named.into_iter().find_map(|word| by_name(&word)) {
        return Some(place);
    }
    // A value of another type is named by itself.
    let quoted = |field: &Field| {
        let value = field.filled();
        value.is_some_and(|value| problem.message.contains(&format!("\"{value}\"")))
    };
    if let Some(place) = fields.iter().position(quoted) {
        return Some(place);
    }
    let constraint = problem.constraint.as_deref()?;
    fields.iter().position(|field| {
        constraint.contains(&format!("_{}_", field.name)) || constraint.ends_with(&field.name)
    })
}

/// A patch: what is filled in where it was changed, null where it was emptied.
#[must_use]
pub fn patch<'a>(fields: impl IntoIterator<Item = &'a Field>) -> Map<String, Value> {
    fields
        .into_iter()
        .filter(|field| field.is_changed())
        .map(|field| {
            let value = field.filled().map_or(Value::Null, Value::from);
            (field.name.clone(), value)
        })
        .collect()
}

/// What is filled in at the field of a name.
#[must_use]
pub fn filled<'a>(fields: &'a [Field], name: &str) -> Option<&'a str> {
    fields.iter().find(|field| field.name == name)?.filled()
}

impl Screen for Dialog {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        self.title.clone()
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Action(Action::NextField) => self.step(true),
            Event::Action(Action::PreviousField) => self.step(false),
            Event::Action(Action::Save) => self.save(desk),
            Event::Typed(key) => match key.code {
                KeyCode::Enter => self.save(desk),
                KeyCode::Esc if self.fields.iter().any(Field::is_changed) => {
                    desk.put(Question::new("leave", "Leave without saving?"));
                }
                KeyCode::Esc => desk.back(),
                _ => {
                    if let Some(field) = self.fields.get_mut(self.chosen) {
                        field.press(key);
                    }
                    self.mend();
                    if let Some(reshape) = &self.reshape {
                        reshape(&mut self.fields);
                        self.chosen = self.chosen.min(self.fields.len().saturating_sub(1));
                    }
                }
            },
            Event::Pasted(text) => {
                if let Some(field) = self.fields.get_mut(self.chosen) {
                    field.paste(&text);
                }
                self.mend();
            }
            Event::Answered {
                tag: "leave",
                yes: true,
            } => desk.back(),
            Event::Reply(reply) if self.awaited == Some(reply.number) => {
                self.awaited = None;
                match &reply.result {
                    Ok(_) => (self.done)(&reply, desk),
                    Err(problem) => self.refused(problem),
                }
            }
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let advice = self.advice(usize::from(area.width), look);
        let most = (area.height / 2).max(1);
        let below = u16::try_from(advice.len()).unwrap_or(most).min(most);
        let [fields, gap, bottom] = Layout::vertical([
            Constraint::Min(1),
            Constraint::Length(1),
            Constraint::Length(below),
        ])
        .areas(area);
        let room = usize::from(fields.height).max(1);
        if self.chosen < self.scrolled {
            self.scrolled = self.chosen;
        }
        if self.chosen >= self.scrolled + room {
            self.scrolled = self.chosen + 1 - room;
        }
        let labels = LABEL.min(usize::from(fields.width) / 2);
        let cells = usize::from(fields.width).saturating_sub(labels + 5);
        let mut lines = Vec::new();
        let shown = self.fields.iter().enumerate();
        for (place, field) in shown.skip(self.scrolled).take(room) {
            let is_chosen = place == self.chosen;
            let is_wrong = matches!(self.wrong, Some((Some(wrong), _)) if wrong == place);
            let (text, cursor) = field.shown(cells, is_chosen);
            let sign = match (is_wrong, is_chosen) {
                (true, _) => "!>",
                (false, true) => " >",
                (false, false) => "  ",
            };
            let style = if is_chosen {
                look.heading()
            } else {
                look.plain()
            };
            // Says without a colour what would be changed.
            let change = if field.is_changed() { "~" } else { " " };
            lines.push(Line::from(vec![
                Span::raw(sign),
                Span::styled(fit(&field.name, labels), style),
                Span::raw(format!(" {change} ")),
                Span::styled(text, style),
            ]));
            if let Some(cursor) = cursor {
                let x = usize::from(fields.x) + 2 + labels + 3 + cursor;
                let y = usize::from(fields.y) + place - self.scrolled;
                if let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) {
                    frame.set_cursor_position((x.min(area.right().saturating_sub(1)), y));
                }
            }
        }
        frame.render_widget(Paragraph::new(lines), fields);
        let many = self.fields.len();
        if many > room {
            let words = format!("  field {} of {many}", self.chosen + 1);
            frame.render_widget(Line::styled(words, look.muted()), gap);
        }
        frame.render_widget(Paragraph::new(advice), bottom);
    }
}
