//! A form: fields with labels, one of which takes the keys. Knows nothing of what they mean.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::field::{Change, Field};
use crate::action::Action;
use crate::db::problem::Problem;
use crate::look::Look;
use crate::text::{fit, width};

/// A form.
pub struct Form {
    fields: Vec<Field>,
    at: usize,
    scrolled: usize,
}

impl Form {
    /// A form whose first field takes the keys.
    #[must_use]
    pub fn new(fields: Vec<Field>) -> Self {
        Self {
            fields,
            at: 0,
            scrolled: 0,
        }
    }

    /// The fields.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// A field by its name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// What stands in a field.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.field(name).map_or("", Field::value)
    }

    /// A field to be changed.
    pub fn field_mut(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    /// The field that takes the keys.
    #[must_use]
    pub fn active(&self) -> &'static str {
        self.fields.get(self.at).map_or("", |field| field.name)
    }

    /// Whether there is something to be saved.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.fields
            .iter()
            .any(|field| field.change() != Change::Keep)
    }

    /// Moves to another field; false if the action is none of the form's.
    pub fn act(&mut self, action: Action) -> bool {
        let many = self.fields.len().max(1);
        self.at = match action {
            Action::NextField => (self.at + 1) % many,
            Action::PreviousField => (self.at + many - 1) % many,
            _ => return false,
        };
        true
    }

    /// Takes a key; false if it does nothing to a form.
    pub fn press(&mut self, key: KeyEvent) -> bool {
        match key.code {
            KeyCode::Tab | KeyCode::Down => self.act(Action::NextField),
            KeyCode::BackTab | KeyCode::Up => self.act(Action::PreviousField),
            _ => {
                let field = self.fields.get_mut(self.at);
                field.is_some_and(|field| field.press(key))
            }
        }
    }

    /// Takes pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.paste(text);
        }
    }

    /// Marks a field as not accepted and goes there; false if there is no such field.
    pub fn blame(&mut self, name: &str, words: impl Into<String>) -> bool {
        let Some(place) = self.fields.iter().position(|field| field.name == name) else {
            return false;
        };
        self.at = place;
        if let Some(field) = self.fields.get_mut(place) {
            field.problem = Some(words.into());
        }
        true
    }

    /// Puts what the server did not accept at the field that it names, if it names one: by the violated constraint or the
    /// message, which `known` lists, by the key at the beginning of the detail, or by a word of the message.
    pub fn refuse(&mut self, problem: &Problem, known: &[(&str, &'static str)]) -> bool {
        let listed = known.iter().find(|(told, _)| {
            problem.constraint.as_deref() == Some(*told) || problem.message == *told
        });
        let by_detail = problem.detail.as_deref().and_then(|detail| {
            let (key, value) = detail.split_once(": ")?;
            let named = |name: &str| {
                let field = self.fields.iter().find(|field| {
                    field.name == name
                        || field
                            .name
                            .rsplit_once('.')
                            .is_some_and(|(_, last)| last == name)
                });
                field.map(|field| field.name)
            };
            // What names a key as its value is about that key.
            named(key).or_else(|| named(value.split([',', ' ']).next()?))
        });
        let by_word = problem.message.split(' ').find_map(|word| {
            let field = self.fields.iter().find(|field| field.name == word);
            field.map(|field| field.name)
        });
        let listed = listed.map(|(_, name)| *name);
        let Some(name) = listed.or(by_detail).or(by_word) else {
            return false;
        };
        let mut words = problem.message.clone();
        for more in [&problem.detail, &problem.hint].into_iter().flatten() {
            words = format!("{words}; {more}");
        }
        self.blame(name, words)
    }

    /// Draws as many fields as there is room for, the active one among them.
    pub fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let widest = self.fields.iter().map(|field| width(field.label)).max();
        let label = widest.unwrap_or(0).min(usize::from(area.width) / 3);
        let has_states = self.fields.iter().any(|field| field.old().is_some());
        let state = if has_states { 6 } else { 0 };
        let cells = usize::from(area.width).saturating_sub(label + 3 + state);
        let mut lines = Vec::new();
        let mut active = 0..1;
        for (place, field) in self.fields.iter().enumerate() {
            let is_active = place == self.at;
            let begin = lines.len();
            let style = if is_active {
                look.heading()
            } else {
                look.plain()
            };
            let mut spans = vec![
                Span::raw(if is_active { "> " } else { "  " }),
                Span::styled(fit(field.label, label), style),
                Span::raw(" "),
            ];
            if has_states {
                let change = field.change();
                let style = match change {
                    Change::Keep => look.muted(),
                    Change::Set => look.good(),
                    Change::Clear => look.warning(),
                };
                spans.push(Span::styled(fit(change.word(), state), style));
            }
            spans.extend(field.spans(is_active, cells, look));
            lines.push(Line::from(spans));
            let indent = " ".repeat(label + 3 + state);
            if let Some(problem) = &field.problem {
                let text = format!("! {problem}");
                lines.extend(broken(&text, cells).into_iter().map(|text| {
                    Line::from(vec![
                        Span::raw(indent.clone()),
                        Span::styled(text, look.danger()),
                    ])
                }));
            } else if is_active && !field.hint.is_empty() {
                let hint = fit(&field.hint, cells).trim_end().to_owned();
                lines.push(Line::from(vec![
                    Span::raw(indent),
                    Span::styled(hint, look.muted()),
                ]));
            }
            if is_active {
                active = begin..lines.len();
            }
        }
        let height = usize::from(area.height).max(1);
        let most = lines.len().saturating_sub(height);
        let least = active.end.saturating_sub(height);
        self.scrolled = self.scrolled.max(least).min(active.start).min(most);
        let shown: Vec<Line<'_>> = lines.into_iter().skip(self.scrolled).take(height).collect();
        frame.render_widget(Paragraph::new(shown), area);
    }
}

/// Lines of a text that are shown.
const MOST_LINES: usize = 4;

/// A text in lines of so many cells, broken at spaces where there are some; at most four, with an ellipsis where more follows.
#[must_use]
pub fn broken(text: &str, cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in crate::text::clean(text).split(' ') {
        let is_full = lines.len() >= MOST_LINES;
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= cells => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if is_full => {
                // Longer than the line, so that it is cut.
                *line = format!("{} {word} ", fit(line, cells));
                break;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let cut = lines
        .iter()
        .map(|line| fit(line, cells).trim_end().to_owned());
    cut.collect()
}

#[cfg(test)]
mod tests {
    use super::{Form, broken};
    use crate::action::Action;
    use crate::db::problem::{Kind, Problem};
    use crate::widget::field::Field;

    #[test]
    fn text_is_broken_at_spaces_and_what_is_left_out_is_marked() {
        assert_eq!(vec!["a long", "film"], broken("a long film", 7));
        assert_eq!(vec!["日本", "語"], broken("日本 語", 5));
        assert_eq!(vec!["a", "b", "c", "…"], broken("a b c d e f", 1));
        assert_eq!(vec!["aa", "bb", "cc", "dd …"], broken("aa bb cc dd ee", 4));
        assert_eq!(vec![""], broken("", 5));
    }

    #[test]
    fn a_refusal_finds_its_field() {
        let fields = || {
            vec![
                Field::line("title", "title"),
                Field::line("max_opens", "most"),
                Field::line("limits.countries", "from"),
            ]
        };
        let told = |message: &str, detail: Option<&str>, constraint: Option<&str>| {
            let mut form = Form::new(fields());
            form.act(Action::NextField);
            let problem = Problem {
                detail: detail.map(str::to_owned),
                constraint: constraint.map(str::to_owned),
                ..Problem::new(Kind::Invalid, message, None)
            };
            form.refuse(&problem, &[("title_check", "title")])
                .then(|| form.active())
        };
        assert_eq!(Some("title"), told("too long", None, Some("title_check")));
        assert_eq!(
            Some("max_opens"),
            told("a cap must be positive", Some("max_opens: 0"), None)
        );
        assert_eq!(
            Some("limits.countries"),
            told("not accepted", Some("countries: XX"), None)
        );
        assert_eq!(
            Some("max_opens"),
            told("no such key", Some("key: max_opens"), None)
        );
        assert_eq!(Some("title"), told("the title is taken", None, None));
        assert_eq!(
            None,
            told("not allowed", Some("id: 7"), Some("other_check"))
        );
    }
}
