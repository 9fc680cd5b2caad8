//! A question before something that is hard to undo. The answer is no until it is said.

use tui_input::{Input, InputRequest};

/// A question, and what has been answered so far.
#[derive(Debug, Clone)]
pub struct Question {
    /// By which the asker knows the answer.
    pub tag: &'static str,
    /// What is asked.
    pub words: String,
    /// What would happen, line by line.
    pub effect: Vec<String>,
    /// What has to be typed for a yes, if a key is not enough.
    pub to_type: Option<String>,
    pub(crate) typed: Input,
}

impl Question {
    /// A question that one key answers.
    #[must_use]
    pub fn new(tag: &'static str, words: impl Into<String>) -> Self {
        Self {
            tag,
            words: words.into(),
            effect: Vec::new(),
            to_type: None,
            typed: Input::default(),
        }
    }

    /// Adds a line of what would happen.
    #[must_use]
    pub fn effect(mut self, line: impl Into<String>) -> Self {
        self.effect.push(line.into());
        self
    }

    /// Asks for a word to be typed.
    #[must_use]
    pub fn typed(mut self, word: impl Into<String>) -> Self {
        self.to_type = Some(word.into());
        self
    }

    pub(crate) fn type_in(&mut self, request: InputRequest) {
        self.typed.handle(request);
    }

    pub(crate) fn is_typed(&self) -> bool {
        self.to_type
            .as_deref()
            .is_none_or(|word| word == self.typed.value())
    }
}
