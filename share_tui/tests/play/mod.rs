//! Plays with the program without a terminal and a server: keys and answers go in, pictures come out.

use std::collections::BTreeMap;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use serde_json::Value;
use share_tui::call::Call;
use share_tui::db::problem::Problem;
use share_tui::desk::Effect;
use share_tui::key::Key;
use share_tui::keymap::Keymap;
use share_tui::message::{Connection, Message, Number, Reply};
use share_tui::model::{Clock, Model, System};
use share_tui::screen::{self, Screen};
use share_tui::update::{start, update};
use share_tui::view::view;

/// The time of every picture.
pub(crate) const NOW: &str = "2026-03-01T12:00:00Z";

/// A running program whose server is played.
pub(crate) struct Play {
    model: Model,
    elapsed: Duration,
    answers: BTreeMap<&'static str, Result<Vec<String>, Problem>>,
    /// Calls without an answer, which are still awaited.
    pub(crate) awaited: Vec<(Number, Call)>,
    /// All calls so far.
    pub(crate) asked: Vec<Call>,
    /// Everything else that was to be done.
    pub(crate) effects: Vec<Effect>,
}

impl Play {
    /// A program that is connected and has no screen yet.
    pub(crate) fn new() -> Self {
        let clock = Clock {
            now: NOW.parse().unwrap(),
            elapsed: Duration::ZERO,
        };
        let system = System {
            target: "ada@db.example/media".to_owned(),
            ..System::default()
        };
        Self {
            model: Model::new(system, Keymap::default(), false, clock),
            elapsed: Duration::ZERO,
            answers: BTreeMap::new(),
            awaited: Vec::new(),
            asked: Vec::new(),
            effects: Vec::new(),
        }
        .then(Message::Connection(Connection::Connected {
            is_standby: false,
        }))
    }

    /// From now on a function answers with these rows.
    pub(crate) fn answer(mut self, function: &'static str, rows: Value) -> Self {
        let rows = match rows {
            Value::Array(rows) => rows,
            one => vec![one],
        };
        let rows = rows.iter().map(ToString::to_string).collect();
        self.answers.insert(function, Ok(rows));
        self
    }

    /// From now on a function answers with a problem.
    pub(crate) fn refuse(mut self, function: &'static str, problem: Problem) -> Self {
        self.answers.insert(function, Err(problem));
        self
    }

    /// From now on a function's answers are awaited.
    pub(crate) fn forget(mut self, function: &str) -> Self {
        self.answers.remove(function);
        self
    }

    /// Opens a screen as the first one.
    pub(crate) fn open(mut self, screen: Box<dyn Screen>) -> Self {
        let effects = start(&mut self.model, screen);
        self.perform(effects)
    }

    /// Opens a screen by its name in the palette.
    pub(crate) fn open_named(self, name: &str) -> Self {
        let entry = screen::ALL.iter().find(|entry| entry.name == name).unwrap();
        self.open((entry.open.unwrap())())
    }

    /// Presses keys: single letters, and names in angle brackets: `jj<enter>`.
    pub(crate) fn keys(mut self, keys: &str) -> Self {
        let mut rest = keys;
        while !rest.is_empty() {
            let named = rest.strip_prefix('<');
            let name = if let Some((name, after)) = named.and_then(|named| named.split_once('>')) {
                rest = after;
                name.to_owned()
            } else {
                let letter = rest.chars().next().unwrap();
                rest = &rest[letter.len_utf8()..];
                match letter {
                    ' ' => "space".to_owned(),
                    letter => letter.to_string(),
                }
            };
            let key = Key::parse(&name).unwrap_or_else(|| panic!("no key: {name}"));
            self = self.then(Message::Key(key.event()));
        }
        self
    }

    /// Lets something happen, and what follows from it.
    pub(crate) fn then(mut self, message: Message) -> Self {
        let clock = self.clock();
        let effects = update(&mut self.model, message, clock);
        self.perform(effects)
    }

    /// Lets time pass.
    pub(crate) fn wait(mut self, time: Duration) -> Self {
        self.elapsed += time;
        self.then(Message::Woken)
    }

    /// Answers the oldest call of a function that is still awaited.
    pub(crate) fn reply(self, function: &str, row: &Value) -> Self {
        self.reply_with(function, Ok(vec![row.to_string()]))
    }

    /// Answers the oldest call of a function that is still awaited, or refuses it.
    pub(crate) fn reply_with(
        mut self,
        function: &str,
        result: Result<Vec<String>, Problem>,
    ) -> Self {
        let place = self
            .awaited
            .iter()
            .position(|(_, call)| call.function() == function);
        let place =
            place.unwrap_or_else(|| panic!("{function} is not awaited: {:?}", self.awaited));
        let (number, call) = self.awaited.remove(place);
        self.then(Message::Reply(Reply {
            number,
            function: call.function(),
            result,
        }))
    }

    fn clock(&self) -> Clock {
        let now: jiff::Timestamp = NOW.parse().unwrap();
        Clock {
            now: now + self.elapsed,
            elapsed: self.elapsed,
        }
    }

    fn perform(mut self, effects: Vec<Effect>) -> Self {
        for effect in effects {
            let Effect::Ask(number, call) = effect else {
                self.effects.push(effect);
                continue;
            };
            self.asked.push(call.clone());
            match self.answers.get(call.function()) {
                None => self.awaited.push((number, call)),
                Some(result) => {
                    let reply = Reply {
                        number,
                        function: call.function(),
                        result: result.clone(),
                    };
                    self = self.then(Message::Reply(reply));
                }
            }
        }
        self
    }

    /// The last call of a function.
    pub(crate) fn last(&self, function: &str) -> &Call {
        let found = self
            .asked
            .iter()
            .rev()
            .find(|call| call.function() == function);
        found.unwrap_or_else(|| panic!("{function} was not asked: {:?}", self.asked))
    }

    /// The picture on a terminal of so many cells, without the spaces at the ends of lines.
    pub(crate) fn picture(&mut self, width: u16, height: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| view(&mut self.model, frame)).unwrap();
        let buffer = terminal.backend().buffer();
        let mut lines = Vec::new();
        for y in 0..height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..width {
                let symbol = buffer[(x, y)].symbol();
                // The second cell of a wide letter holds nothing of its own.
                if skip == 0 {
                    line.push_str(symbol);
                    skip = share_tui::text::width(symbol).max(1);
                }
                skip -= 1;
            }
            lines.push(line.trim_end().to_owned());
        }
        lines.join("\n")
    }

    /// Holds the pictures of a screen in the documentation against what it shows; with `SHARE_WRITE_SCREENS` set, writes them.
    pub(crate) fn documented(mut self, name: &str) -> Self {
        for (width, height) in [(80, 24), (120, 40)] {
            let picture = self.picture(width, height) + "\n";
            let file = documented_in().join(format!("{name}-{width}x{height}.txt"));
            if std::env::var_os("SHARE_WRITE_SCREENS").is_some() {
                std::fs::write(&file, &picture).unwrap();
            }
            let known = std::fs::read_to_string(&file).unwrap_or_default();
            assert_eq!(known, picture, "{}", file.display());
        }
        self
    }
}

/// Where the pictures of the documentation are.
pub(crate) fn documented_in() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/screens")
}
