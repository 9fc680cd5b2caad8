//! A new share: its file, who may open it, and until when.

mod definitions;
pub(crate) mod fields;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;
use serde::Deserialize;
use serde_json::{Value, json};

use super::file_search::FileSearch;
use super::share::Share;
use super::{Entry, Event, Screen};
use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::keymap::Context;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::question::Question;
use crate::screen::shares::{filter::is_id, when};
use crate::widget::field::{Change, Field};
use crate::widget::form::Form;

/// The entry in the list of screens.
pub const ENTRY: Entry = Entry {
    name: "new share",
    words: "share a file",
    contexts: &[Context::Form, Context::Everywhere],
    open: Some(|| Box::new(ShareForm::new(None))),
};

/// Ends that the server knows by a code.
const CODES: &[&str] = &["1h", "1d", "7d", "30d", "never"];

/// Permissions by the name of their preset.
pub(crate) type Presets = Vec<(String, Vec<String>)>;

#[derive(Deserialize)]
struct Preset {
    code: String,
    permissions: Vec<String>,
}

/// The presets of a reply.
pub(crate) fn presets(reply: &Reply) -> Presets {
    // Without them the permissions can still be named one by one.
    let presets: Vec<Preset> = reply.rows().unwrap_or_default();
    let pairs = presets
        .into_iter()
        .map(|preset| (preset.code, preset.permissions));
    pairs.collect()
}

/// A form for a new share.
pub struct ShareForm {
    file: Option<String>,
    form: Form,
    search: FileSearch,
    presets: Presets,
    asking: Option<Number>,
    ready: Option<Call>,
    creating: Option<Number>,
}

impl ShareForm {
    /// A form for a file, or for one that is searched for.
    #[must_use]
    pub fn new(file: Option<String>) -> Self {
        let mut list = vec![
            Field::line("file_id", "file")
                .hint("part of the path or name, /path from the root, or id; enter picks"),
            Field::choice("visibility", "visibility", &["public", "private"]),
        ];
        list.extend(
            fields::ALL
                .iter()
                .map(|definition| fields::field(definition, None)),
        );
        let place = list.iter().position(|field| field.name == "password");
        let recipients = Field::line("recipients", "recipients")
            .hint("user ids and mail addresses, with commas");
        list.insert(place.map_or(2, |place| place + 1), recipients);
        for field in &mut list {
            if field.is_secret() {
                "never shown".clone_into(&mut field.hint);
            }
            if field.name == "expires_at" {
                field.hint = format!("{}, 12h, or 2026-03-01T12:00 in UTC", CODES.join(", "));
            }
        }
        Self {
            file,
            form: Form::new(list),
            search: FileSearch::default(),
            presets: Vec::new(),
            asking: None,
            ready: None,
            creating: None,
        }
    }

    /// The call that the form stands for; else the field that is wrong, and why.
    fn call(&self, desk: &Desk) -> Result<Call, (&'static str, String)> {
        let typed = self.form.value("file_id").trim();
        let file = match &self.search.picked {
            Some(file) => file.id.as_str(),
            None if is_id(typed) => typed,
            None => return Err(("file_id", "pick a file".to_owned())),
        };
        let mut call = Call::write("share_create")
            .with("file_id", file)
            .with("visibility", self.form.value("visibility"));
        let end = self.form.value("expires_at").trim();
        let is_code = CODES.contains(&end);
        if is_code {
            call = call.with("duration_code", end);
        }
        let mut given = fields::patch(&self.form, &Value::Null, &self.presets, desk.now())?;
        if is_code {
            given.remove("expires_at");
        } else if !end.is_empty()
            && when::to_come(end, desk.now()).is_some_and(|at| at <= desk.now())
        {
            return Err(("expires_at", "is in the past".to_owned()));
        }
        for definition in fields::ALL {
            let name = definition.name.split('.').next().unwrap_or_default();
            let Some(value) = given.remove(name) else {
                continue;
            };
            call = match value {
                Value::Null => call,
                Value::String(text) => call.with(name, text),
                Value::Array(values) => {
                    let texts: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
                    call.list(name, &texts)
                }
                other => call.with(name, other),
            };
        }
        let recipients = fields::words(self.form.value("recipients"));
        if !recipients.is_empty() {
            let recipients = recipients.iter().map(|who| {
                if who.contains('@') {
                    json!({ "email": who })
                } else {
                    json!({ "user_id": who })
                }
            });
            call = call.with("recipients", Value::Array(recipients.collect()));
        }
        Ok(call)
    }

    fn save(&mut self, desk: &mut Desk) {
        if self.creating.is_some() {
            return;
        }
        match self.call(desk) {
            Err((name, wrong)) => {
                self.form.blame(name, wrong);
            }
            Ok(call) => {
                let file = self.search.picked.as_ref();
                let file = file.map_or(self.form.value("file_id"), |file| &file.path);
                let words = format!(
                    "Create a {} share of {file}?",
                    self.form.value("visibility")
                );
                let told = fields::told(&self.form);
                let lines = told
                    .into_iter()
                    .filter(|line| !line.starts_with("file:") && !line.starts_with("visibility:"));
                let question = Question::new("create", words);
                desk.put(lines.fold(question, Question::effect));
                self.ready = Some(call);
            }
        }
    }

    fn leave(&self, desk: &mut Desk) {
        let typed = self.form.fields().iter();
        let typed =
            typed.filter(|field| field.name != "visibility" && field.change() != Change::Keep);
        if typed.count() > usize::from(self.file.is_some()) {
            desk.put(
                Question::new("leave", "Leave without creating the share?")
                    .effect("What was typed is lost."),
            );
        } else {
            desk.back();
        }
    }

    fn press(&mut self, key: KeyEvent, desk: &mut Desk) {
        let is_file = self.form.active() == "file_id";
        match key.code {
            KeyCode::Esc => self.leave(desk),
            KeyCode::Enter if is_file && self.search.offers() => {
                if let Some(path) = self.search.pick().map(|file| file.path.clone()) {
                    self.put_file(path);
                    self.form.act(Action::NextField);
                }
            }
            KeyCode::Enter => self.save(desk),
            _ => {
                if self.form.press(key) && is_file && self.form.active() == "file_id" {
                    self.search.typed(desk);
                }
            }
        }
    }

    fn put_file(&mut self, path: String) {
        if let Some(field) = self.form.field_mut("file_id") {
            field.put(path);
            field.problem = None;
        }
    }

    fn replied(&mut self, reply: &Reply, desk: &mut Desk) {
        if let Some(file) = self.search.take(reply, desk) {
            self.put_file(file.path);
        }
        if self.asking == Some(reply.number) {
            self.presets = presets(reply);
        }
        if self.creating == Some(reply.number) {
            self.creating = None;
            match reply.rows::<Value>() {
                Ok(rows) => {
                    let id = rows.first().and_then(|row| row.get("id")?.as_str());
                    desk.say(Tone::Done, "created");
                    if let Some(id) = id {
                        desk.replace(Box::new(Share::new(id.to_owned())));
                    }
                }
                Err(problem) => {
                    if !self.form.refuse(&problem, fields::TOLD) {
                        desk.say(Tone::Problem, problem.to_string());
                    }
                }
            }
        }
    }
}

impl Screen for ShareForm {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }

    fn title(&self) -> String {
        "new share".to_owned()
    }

    fn takes_text(&self) -> bool {
        true
    }

    fn on(&mut self, event: Event, desk: &mut Desk) {
        match event {
            Event::Opened => {
                self.asking = Some(desk.ask(Call::read("permission_presets")));
                if let Some(id) = &self.file {
                    self.search.get(id, desk);
                    self.form.act(Action::NextField);
                }
            }
            Event::Typed(key) => self.press(key, desk),
            Event::Pasted(text) => {
                self.form.paste(&text);
                if self.form.active() == "file_id" {
                    self.search.typed(desk);
                }
            }
            Event::Action(Action::Save) => self.save(desk),
            Event::Action(action) => {
                if self.form.active() == "file_id" && self.search.offers() {
                    self.search.step(action == Action::NextField);
                } else {
                    self.form.act(action);
                }
            }
            Event::Woken => self.search.woken(self.form.value("file_id"), desk),
            Event::Answered {
                tag: "leave",
                yes: true,
            } => desk.back(),
            Event::Answered { tag: "create", yes } => {
                let call = self.ready.take();
                if let Some(call) = call.filter(|_| yes) {
                    self.creating = Some(desk.ask(call));
                }
            }
            Event::Reply(reply) => self.replied(&reply, desk),
            _ => {}
        }
    }

    fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let offers = if self.form.active() == "file_id" {
            self.search.lines(usize::from(area.width), look)
        } else {
            Vec::new()
        };
        let below = u16::try_from(offers.len())
            .unwrap_or(u16::MAX)
            .min(area.height / 2);
        let [form, offered] =
            Layout::vertical([Constraint::Min(1), Constraint::Length(below)]).areas(area);
        self.form.view(frame, form, look);
        frame.render_widget(Paragraph::new(offers), offered);
    }
}
