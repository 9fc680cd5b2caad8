//! What is filled in on a dialog: lines of text and choices.

use crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input;

use crate::text::{clean, fit, width};
use crate::typing;

enum Kind {
    Text(Input),
    Choice {
        values: Vec<(String, String)>,
        chosen: usize,
    },
}

/// Something to fill in.
pub struct Field {
    /// The name of the argument or member that it fills.
    pub name: String,
    /// What is accepted and what it means, in a sentence.
    pub help: String,
    kind: Kind,
    was: String,
}

impl Field {
    /// A line of text.
    #[must_use]
    pub fn text(
        name: impl Into<String>,
        value: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let was: String = value.into();
        Self {
            name: name.into(),
            help: help.into(),
            kind: Kind::Text(Input::new(was.clone())),
            was,
        }
    }

    /// One of several values, each with the words that stand for it. A value that is none of them is added.
    #[must_use]
    pub fn choice(
        name: impl Into<String>,
        mut values: Vec<(String, String)>,
        value: &str,
        help: impl Into<String>,
    ) -> Self {
        let known = values.iter().position(|(known, _)| known == value);
        let chosen = known.unwrap_or_else(|| {
            values.push((value.to_owned(), value.to_owned()));
            values.len() - 1
        });
        Self {
            name: name.into(),
            help: help.into(),
            kind: Kind::Choice { values, chosen },
            was: value.to_owned(),
        }
    }

    /// One of several words.
    #[must_use]
    pub fn words(name: impl Into<String>, words: &[&str], value: &str, help: &str) -> Self {
        let values = words.iter().map(|&word| (word.to_owned(), word.to_owned()));
        Self::choice(name, values.collect(), value, help)
    }

    /// What is filled in.
    #[must_use]
    pub fn value(&self) -> &str {
        match &self.kind {
            Kind::Text(input) => input.value(),
            Kind::Choice { values, chosen } => values
                .get(*chosen)
                .map(|(value, _)| value.as_str())
                .unwrap_or_default(),
        }
    }

    /// What is filled in, unless that is nothing.
    #[must_use]
    pub fn filled(&self) -> Option<&str> {
        Some(self.value()).filter(|value| !value.is_empty())
    }

    /// Whether it is another value than at first.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.value() != self.was
    }

    /// Gives it another value, as if it had been filled in.
    pub fn fill(&mut self, value: &str) {
        match &mut self.kind {
            Kind::Text(input) => *input = Input::new(value.to_owned()),
            Kind::Choice { values, chosen } => {
                if let Some(place) = values.iter().position(|(known, _)| known == value) {
                    *chosen = place;
                }
            }
        }
    }

    /// Takes a key.
    pub(super) fn press(&mut self, key: KeyEvent) {
        match &mut self.kind {
            Kind::Text(input) => {
                if let Some(request) = typing::request(key) {
                    input.handle(request);
                }
            }
            Kind::Choice { values, chosen } => match key.code {
                KeyCode::Right | KeyCode::Char(' ') => {
                    *chosen = (*chosen + 1) % values.len().max(1);
                }
                KeyCode::Left => {
                    *chosen = (*chosen + values.len().saturating_sub(1)) % values.len().max(1);
                }
                KeyCode::Char(letter) => {
                    // The next value whose words begin so.
                    let many = values.len();
                    let next = (1..=many)
                        .map(|step| (*chosen + step) % many)
                        .find(|&place| {
                            values
                                .get(place)
                                .is_some_and(|(_, words)| words.starts_with(letter))
                        });
                    *chosen = next.unwrap_or(*chosen);
                }
                _ => {}
            },
        }
    }

    /// Takes text that was pasted; what is no text of one line is left out.
    pub(super) fn paste(&mut self, text: &str) {
        if let Kind::Text(input) = &mut self.kind {
            typing::insert(input, &text.replace(char::is_control, ""));
        }
    }

    /// What is shown in so many cells, and where the cursor stands in it if there is one.
    pub(super) fn shown(&self, cells: usize, is_chosen: bool) -> (String, Option<usize>) {
        match &self.kind {
            Kind::Choice { values, chosen } => {
                let words = values.get(*chosen).map(|(_, words)| words.as_str());
                let words = words.filter(|words| !words.is_empty()).unwrap_or("(none)");
                let text = if is_chosen {
                    format!("< {words} >")
                } else {
                    words.to_owned()
                };
                (fit(&text, cells), None)
            }
            Kind::Text(input) if !is_chosen => (fit(input.value(), cells), None),
            Kind::Text(input) => {
                let letters: Vec<char> = input.value().chars().collect();
                let cursor = input.cursor().min(letters.len());
                let between = |from: usize, to: usize| -> String {
                    let part = letters.get(from..to).unwrap_or_default();
                    clean(&part.iter().collect::<String>())
                };
                // The cursor needs a cell of its own.
                let mut first = 0;
                while first < cursor && width(&between(first, cursor)) + 1 > cells {
                    first += 1;
                }
                let place = width(&between(first, cursor));
                (fit(&between(first, letters.len()), cells), Some(place))
            }
        }
    }
}
