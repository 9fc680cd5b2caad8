//! Everything that the program knows while it runs.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use crossterm::event::KeyEvent;

use jiff::Timestamp;
use tui_input::Input;

use crate::desk::{Notice, Tone};
use crate::keymap::{Context, Keymap};
use crate::look::Look;
use crate::message::{Connection, Number};
use crate::picture::Painter;
use crate::question::Question;
use crate::screen::{Entry, Screen};

/// After this long a running call is worth a word.
pub(crate) const SLOW: Duration = Duration::from_millis(300);

/// Which system this is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct System {
    /// User, host and database.
    pub target: String,
    /// What its owner calls it.
    pub label: Option<String>,
    /// The colour of the label.
    pub colour: Option<String>,
    /// Whether the session only reads.
    pub is_read_only: bool,
}

/// When it is: the time of day, and the time since the start, which never jumps.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// The time of day.
    pub now: Timestamp,
    /// The time since the start.
    pub elapsed: Duration,
}

/// A call that is not answered yet.
#[derive(Debug, Clone)]
pub(crate) struct Pending {
    pub(crate) function: &'static str,
    pub(crate) since: Duration,
}

/// What lies above the screen.
pub(crate) enum Popup {
    Help { scrolled: u16 },
    Palette { typed: Input, chosen: usize },
    Question(Question),
}

/// The state of the program.
pub struct Model {
    pub(crate) screens: Vec<Box<dyn Screen>>,
    pub(crate) popup: Option<Popup>,
    pub(crate) notice: Option<Notice>,
    pub(crate) connection: Connection,
    pub(crate) lost_at: Option<Duration>,
    pub(crate) pending: BTreeMap<Number, Pending>,
    pub(crate) next_number: Number,
    pub(crate) wake_at: Option<Duration>,
    /// Keys that wait for what they are to act on.
    pub(crate) held: VecDeque<KeyEvent>,
    pub(crate) clock: Clock,
    pub(crate) keymap: Keymap,
    pub(crate) look: Look,
    pub(crate) system: System,
}

impl Model {
    /// A program that has just been started.
    #[must_use]
    pub fn new(system: System, keymap: Keymap, is_coloured: bool, clock: Clock) -> Self {
        Self {
            screens: Vec::new(),
            popup: None,
            notice: None,
            connection: Connection::Connecting,
            lost_at: None,
            pending: BTreeMap::new(),
            next_number: 1,
            wake_at: None,
            held: VecDeque::new(),
            look: Look {
                is_coloured,
                painter: Painter::half_blocks(),
                now: clock.now,
            },
            clock,
            keymap,
            system,
        }
    }

    /// How long to wait at most for something to happen; none while nothing on the screen goes on by itself.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        let spinning = self.oldest().map(|pending| {
            let age = self.clock.elapsed.saturating_sub(pending.since);
            if age < SLOW {
                SLOW.saturating_sub(age)
            } else {
                Duration::from_millis(100)
            }
        });
        let counting = self.lost_at.map(|_| Duration::from_secs(1));
        let wished = self.wake_at.map(|at| at.saturating_sub(self.clock.elapsed));
        [spinning, counting, wished].into_iter().flatten().min()
    }

    /// Tells how pictures are shown.
    pub fn set_painter(&mut self, painter: Painter) {
        self.look.painter = painter;
    }

    /// Says something above the footer.
    pub fn say(&mut self, tone: Tone, words: impl Into<String>) {
        self.notice = Some(Notice {
            tone,
            words: words.into(),
        });
    }

    /// The call that has been running for longest.
    pub(crate) fn oldest(&self) -> Option<&Pending> {
        self.pending.values().min_by_key(|pending| pending.since)
    }

    pub(crate) fn entry(&self) -> Option<&'static Entry> {
        self.screens.last().map(|screen| screen.entry())
    }

    /// Where bindings come from now.
    pub(crate) fn contexts(&self) -> &'static [Context] {
        self.entry()
            .map_or(&[Context::Everywhere], |entry| entry.contexts)
    }
}
