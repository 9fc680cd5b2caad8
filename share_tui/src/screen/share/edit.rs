//! All that can be changed of a share, each field kept, set or cleared.

use crossterm::event::{KeyCode, KeyEvent};
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::desk::Desk;
use crate::question::Question;
use crate::screen::share_form::{Presets, fields};
use crate::screen::shares::deed::Undo;
use crate::widget::form::Form;

/// A form for a share that there is.
pub(super) struct Edit {
    pub(super) form: Form,
    old: Value,
    pub(super) ready: Option<(Call, Option<Undo>)>,
}

/// What a field holds now. The caps and the terms are told elsewhere in the answer than the patch takes them.
fn now_of(share: &Value, name: &str) -> Value {
    let found = match name.split_once('.') {
        Some((outer, key)) => share.get(outer).and_then(|outer| outer.get(key)),
        None => match name.strip_prefix("max_") {
            Some(kind) => share
                .get("caps")
                .and_then(|caps| caps.get(kind)?.get("maximum")),
            None if name == "password" => {
                let has = share.get("has_password").and_then(Value::as_bool);
                // Only whether there is one is known.
                return if has == Some(true) {
                    "set".into()
                } else {
                    Value::Null
                };
            }
            None => share.get(name),
        },
    };
    found.cloned().unwrap_or_default()
}

impl Edit {
    pub(super) fn new(share: &Value) -> Self {
        let fields = fields::ALL.iter();
        let fields = fields
            .map(|definition| fields::field(definition, Some(&now_of(share, definition.name))));
        Self {
            form: Form::new(fields.collect()),
            old: share.clone(),
            ready: None,
        }
    }

    /// Puts the question before the change is made; true if the form is to be left since nothing is changed.
    pub(super) fn save(
        &mut self,
        id: &str,
        name: &str,
        presets: &Presets,
        desk: &mut Desk,
    ) -> bool {
        match fields::patch(&self.form, &self.old, presets, desk.now()) {
            Err((field, wrong)) => {
                self.form.blame(field, wrong);
                false
            }
            Ok(patch) if patch.is_empty() => true,
            Ok(patch) => {
                let question = Question::new("edit", format!("Change {name}?"));
                let lines = fields::told(&self.form).into_iter();
                desk.put(lines.fold(question, Question::effect));
                let undo = self.undo(id, &patch, desk.now());
                let call = Call::write("share_update").with("id", id);
                self.ready = Some((call.with("patch", Value::Object(patch)), undo));
                false
            }
        }
    }

    /// The patch that brings back what was there, unless a password is among it or an end that is over.
    fn undo(&self, id: &str, patch: &Map<String, Value>, now: Timestamp) -> Option<Undo> {
        if patch.contains_key("password") {
            return None;
        }
        let before = patch
            .keys()
            .map(|name| (name.clone(), now_of(&self.old, name)));
        let before: Map<String, Value> = before.collect();
        let end = before.get("expires_at").and_then(Value::as_str);
        if end
            .and_then(|end| end.parse::<Timestamp>().ok())
            .is_some_and(|end| end <= now)
        {
            return None;
        }
        let call = Call::write("share_update").with("id", id);
        Some(Undo {
            call: call.with("patch", Value::Object(before)),
            words: "is as it was".to_owned(),
        })
    }

    /// Takes a key that is none of the form's; true if the form is to be left.
    pub(super) fn press(&mut self, key: KeyEvent, desk: &mut Desk) -> bool {
        if key.code != KeyCode::Esc {
            self.form.press(key);
            return false;
        }
        if self.form.is_changed() {
            desk.put(
                Question::new("leave", "Leave without saving?").effect("What was typed is lost."),
            );
            return false;
        }
        true
    }
}
