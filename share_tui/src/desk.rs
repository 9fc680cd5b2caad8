//! What a screen may ask for while it handles an event. Collects; does nothing itself.

use std::time::Duration;

use jiff::Timestamp;

use crate::call::Call;
use crate::message::Number;
use crate::question::Question;
use crate::screen::Screen;

/// Something to be done outside of the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Ask the server.
    Ask(Number, Call),
    /// Cancel the running call.
    CancelCall,
    /// Try to reach the server now.
    Reconnect,
    /// Hear what the server announces on a channel.
    Listen(&'static str),
    /// Get a picture from its URL.
    Fetch(String),
    /// Send text to the terminal's clipboard.
    Copy(String),
    /// Write a file.
    Write {
        /// Where to.
        file: std::path::PathBuf,
        /// What.
        text: String,
    },
    /// Give the terminal back until the shell brings the program back.
    Suspend,
    /// End.
    Quit,
}

/// What kind of thing a notice says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something is to be known.
    Info,
    /// Something went wrong; stays until a key is pressed.
    Problem,
}

/// A line above the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What kind of thing it says.
    pub tone: Tone,
    /// The words.
    pub words: String,
}

/// Where screens go.
pub(crate) enum Step {
    Push(Box<dyn Screen>),
    Replace(Box<dyn Screen>),
    Back,
}

/// Collects what a screen asks for.
pub struct Desk {
    pub(crate) now: Timestamp,
    pub(crate) next_number: Number,
    pub(crate) effects: Vec<Effect>,
    pub(crate) notice: Option<Notice>,
    pub(crate) question: Option<Question>,
    pub(crate) steps: Vec<Step>,
    pub(crate) wake_in: Option<Duration>,
}

impl Desk {
    pub(crate) fn new(now: Timestamp, next_number: Number) -> Self {
        Self {
            now,
            next_number,
            effects: Vec::new(),
            notice: None,
            question: None,
            steps: Vec::new(),
            wake_in: None,
        }
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Asks the server; the reply has the number.
    pub fn ask(&mut self, call: Call) -> Number {
        let number = self.next_number;
        self.next_number += 1;
        self.effects.push(Effect::Ask(number, call));
        number
    }

    /// Has something done outside of the model.
    pub fn perform(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Says something above the footer.
    pub fn say(&mut self, tone: Tone, words: impl Into<String>) {
        self.notice = Some(Notice {
            tone,
            words: words.into(),
        });
    }

    /// Puts a question, which is answered with [`crate::screen::Event::Answered`].
    pub fn put(&mut self, question: Question) {
        self.question = Some(question);
    }

    /// Opens a screen above this one.
    pub fn open(&mut self, screen: Box<dyn Screen>) {
        self.steps.push(Step::Push(screen));
    }

    /// Opens a screen in place of this one.
    pub fn replace(&mut self, screen: Box<dyn Screen>) {
        self.steps.push(Step::Replace(screen));
    }

    /// Goes back to the screen below, which then gets [`crate::screen::Event::Returned`].
    pub fn back(&mut self) {
        self.steps.push(Step::Back);
    }

    /// Asks for [`crate::screen::Event::Woken`] after a while; the shortest wish counts.
    pub fn wake_in(&mut self, time: Duration) {
        self.wake_in = Some(self.wake_in.map_or(time, |wished| wished.min(time)));
    }
}
