//! One field of a form: a line, a secret, or a choice, and whether it keeps, sets or clears what was there.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::text::Span;
use tui_input::{Input, InputRequest};

use super::entry_line;
use crate::look::Look;
use crate::text::fit;
use crate::typing;

/// What a field does to what was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Leaves it.
    Keep,
    /// Puts something else in its place.
    Set,
    /// Takes it away.
    Clear,
}

impl Change {
    /// The word that stands beside the field.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Set => "set",
            Self::Clear => "clear",
        }
    }
}

/// What is typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Line,
    /// May have line breaks, which are shown as spaces.
    Long,
    Secret,
    Choice,
}

/// A field of a form. Has no `Debug`: it may hold a password.
pub struct Field {
    /// The argument or key that it stands for.
    pub name: &'static str,
    /// What stands before it.
    pub label: &'static str,
    /// What is accepted, in a few words.
    pub hint: String,
    /// Why it was not accepted.
    pub problem: Option<String>,
    kind: Kind,
    input: Input,
    options: Vec<String>,
    chosen: usize,
    /// What was there; none where there is nothing to keep.
    was: Option<String>,
    /// Of a secret: that it goes.
    is_cleared: bool,
}

impl Field {
    fn new(name: &'static str, label: &'static str, kind: Kind) -> Self {
        Self {
            name,
            label,
            hint: String::new(),
            problem: None,
            kind,
            input: Input::default(),
            options: Vec::new(),
            chosen: 0,
            was: None,
            is_cleared: false,
        }
    }

    /// A line of text.
    #[must_use]
    pub fn line(name: &'static str, label: &'static str) -> Self {
        Self::new(name, label, Kind::Line)
    }

    /// A text that may have several lines.
    #[must_use]
    pub fn long(name: &'static str, label: &'static str) -> Self {
        Self::new(name, label, Kind::Long)
    }

    /// A text that is never shown.
    #[must_use]
    pub fn secret(name: &'static str, label: &'static str) -> Self {
        Self::new(name, label, Kind::Secret)
    }

    /// One of some words; an empty one stands for none of them.
    #[must_use]
    pub fn choice(name: &'static str, label: &'static str, options: &[&str]) -> Self {
        let mut field = Self::new(name, label, Kind::Choice);
        field.options = options.iter().map(|&option| option.to_owned()).collect();
        field
    }

    /// Says what is accepted.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Begins with what is there, which is kept until something else is typed. Of a secret only whether there is one.
    #[must_use]
    pub fn was(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if self.kind != Kind::Secret {
            self.put(text.clone());
        }
        self.was = Some(text);
        self
    }

    /// Puts a text into it as if it were typed.
    pub fn put(&mut self, text: String) {
        match self.options.iter().position(|option| *option == text) {
            Some(place) => self.chosen = place,
            None if self.kind == Kind::Choice => {
                self.options.push(text);
                self.chosen = self.options.len() - 1;
            }
            None => self.input = Input::new(text),
        }
    }

    /// What stands in it.
    #[must_use]
    pub fn value(&self) -> &str {
        match self.kind {
            Kind::Choice => self.options.get(self.chosen).map_or("", String::as_str),
            _ => self.input.value(),
        }
    }

    /// What was there.
    #[must_use]
    pub fn old(&self) -> Option<&str> {
        self.was.as_deref()
    }

    /// Whether what stands in it is never shown.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.kind == Kind::Secret
    }

    /// What it does to what was there.
    #[must_use]
    pub fn change(&self) -> Change {
        let value = self.value();
        match &self.was {
            Some(was) if !self.is_secret() && was == value => Change::Keep,
            Some(_) if value.is_empty() && (self.is_cleared || !self.is_secret()) => Change::Clear,
            _ if value.is_empty() => Change::Keep,
            _ => Change::Set,
        }
    }

    /// Takes a key; false if it does nothing to a field.
    pub fn press(&mut self, key: KeyEvent) -> bool {
        if self.kind == Kind::Choice {
            return self.choose(key);
        }
        let Some(request) = typing::request(key) else {
            return false;
        };
        self.problem = None;
        if request == InputRequest::DeleteLine && self.input.value().is_empty() {
            // A second time brings back what was there.
            match &self.was {
                Some(was) if self.is_secret() => {
                    self.is_cleared = !self.is_cleared && !was.is_empty();
                }
                Some(was) => self.input = Input::new(was.clone()),
                None => {}
            }
        } else {
            self.input.handle(request);
            self.is_cleared = false;
        }
        true
    }

    fn choose(&mut self, key: KeyEvent) -> bool {
        let many = self.options.len().max(1);
        self.chosen = match key.code {
            KeyCode::Right | KeyCode::Char(' ') => (self.chosen + 1) % many,
            KeyCode::Left => (self.chosen + many - 1) % many,
            // The next one that begins with the letter.
            KeyCode::Char(letter) => {
                let behind = (1..=many).map(|step| (self.chosen + step) % many);
                let begins = |place: &usize| {
                    let option = self.options.get(*place);
                    option.is_some_and(|option| option.starts_with(letter))
                };
                let Some(place) = behind.into_iter().find(begins) else {
                    return false;
                };
                place
            }
            _ => return false,
        };
        self.problem = None;
        true
    }

    /// Takes pasted text in at the cursor.
    pub fn paste(&mut self, text: &str) {
        if self.kind == Kind::Choice {
            return;
        }
        self.problem = None;
        self.is_cleared = false;
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim_end_matches('\n');
        if self.kind == Kind::Long {
            typing::insert(&mut self.input, text);
        } else {
            typing::insert(&mut self.input, &text.replace(['\n', '\t'], " "));
        }
    }

    /// What is drawn of it.
    pub(super) fn spans(&self, is_active: bool, cells: usize, look: &Look) -> Vec<Span<'static>> {
        match self.kind {
            Kind::Choice => {
                let word = match self.value() {
                    "" => "(none)",
                    word => word,
                };
                let text = if is_active {
                    format!("< {word} >")
                } else {
                    word.to_owned()
                };
                let style = if is_active {
                    look.selection()
                } else {
                    look.plain()
                };
                vec![Span::styled(fit(&text, cells).trim_end().to_owned(), style)]
            }
            _ if is_active => entry_line::spans(&self.input, self.is_secret(), cells, look),
            Kind::Secret => vec![Span::raw(fit(&entry_line::mask(self.value()), cells))],
            _ => vec![Span::raw(fit(self.value(), cells))],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Field};
    use crate::key::Key;

    fn press(field: &mut Field, keys: &[&str]) {
        for key in keys {
            field.press(Key::parse(key).unwrap().event());
        }
    }

    #[test]
    fn what_was_there_is_kept_until_something_else_stands_there() {
        let mut field = Field::line("title", "title").was("a");
        assert_eq!(Change::Keep, field.change());
        press(&mut field, &["b"]);
        assert_eq!((Change::Set, "ab"), (field.change(), field.value()));
        press(&mut field, &["backspace"]);
        assert_eq!(Change::Keep, field.change());
        press(&mut field, &["ctrl-u"]);
        assert_eq!(Change::Clear, field.change());
        press(&mut field, &["ctrl-u"]);
        assert_eq!((Change::Keep, "a"), (field.change(), field.value()));
    }

    #[test]
    fn a_secret_is_kept_cleared_or_set_without_being_known() {
        let mut field = Field::secret("password", "password").was("set");
        assert_eq!((Change::Keep, ""), (field.change(), field.value()));
        press(&mut field, &["ctrl-u"]);
        assert_eq!(Change::Clear, field.change());
        press(&mut field, &["x"]);
        assert_eq!((Change::Set, "x"), (field.change(), field.value()));
        press(&mut field, &["backspace"]);
        assert_eq!(Change::Keep, field.change());
        let mut none = Field::secret("password", "password").was("");
        press(&mut none, &["ctrl-u"]);
        assert_eq!(Change::Keep, none.change());
    }

    #[test]
    fn a_choice_goes_round_and_hears_first_letters() {
        let mut field = Field::choice("visibility", "visibility", &["public", "private", ""]);
        press(&mut field, &["p"]);
        assert_eq!("private", field.value());
        press(&mut field, &["right"]);
        assert_eq!(Change::Keep, field.change());
        press(&mut field, &["right", "left", "left"]);
        assert_eq!("private", field.value());
    }

    #[test]
    fn pasted_lines_become_one_line_where_one_is_wanted() {
        let mut field = Field::line("title", "title");
        field.paste("two\r\nlines\n");
        assert_eq!("two lines", field.value());
        let mut long = Field::long("terms", "terms");
        long.paste("two\r\nlines\n");
        assert_eq!("two\nlines", long.value());
    }
}
