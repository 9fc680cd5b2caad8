//! One line of text that is asked for at the bottom of a screen.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use tui_input::Input;

use crate::look::Look;
use crate::text::{clean, fit, width};
use crate::typing;

/// The lines that it takes.
pub const HEIGHT: u16 = 2;

/// A line of text while it is written.
pub struct Prompt {
    label: String,
    input: Input,
    problem: Option<String>,
    hint: String,
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// The text is another, or the cursor moved.
    Changed,
    /// The text is done.
    Done,
    /// It is given up.
    Left,
    /// Nothing.
    Nothing,
}

impl Prompt {
    /// Asks for a text that begins with what is there.
    #[must_use]
    pub fn new(label: &str, text: &str, hint: impl Into<String>) -> Self {
        Self {
            label: clean(label),
            input: Input::new(clean(text)),
            problem: None,
            hint: hint.into(),
        }
    }

    /// The text.
    #[must_use]
    pub fn value(&self) -> &str {
        self.input.value()
    }

    /// Says what is wrong with the text; none where nothing is.
    pub fn judge(&mut self, problem: Option<String>) {
        self.problem = problem;
    }

    /// Says another thing below the text.
    pub fn hint(&mut self, hint: impl Into<String>) {
        self.hint = hint.into();
    }

    /// Takes a key in.
    pub fn press(&mut self, key: KeyEvent) -> Pressed {
        match key.code {
            KeyCode::Enter => return Pressed::Done,
            KeyCode::Esc => return Pressed::Left,
            _ => {}
        }
        let Some(request) = typing::request(key) else {
            return Pressed::Nothing;
        };
        self.input.handle(request);
        Pressed::Changed
    }

    /// Takes pasted text in, on one line.
    pub fn paste(&mut self, text: &str) {
        typing::insert(&mut self.input, &clean(text.trim()));
    }

    /// Draws the text with its cursor, and below it what is wrong or to be known.
    pub fn view(&self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let label = format!("{}: ", self.label);
        let begin = u16::try_from(width(&label))
            .unwrap_or(u16::MAX)
            .min(area.width);
        let room = usize::from(area.width.saturating_sub(begin));
        // Cells left of the window, of whole letters.
        let skipped = self.input.visual_scroll(room);
        let mut left = 0;
        let text: String = clean(self.input.value())
            .chars()
            .skip_while(|letter| {
                let before = left;
                left += width(letter.encode_utf8(&mut [0; 4]));
                before < skipped
            })
            .collect();
        let below = match &self.problem {
            Some(problem) => Line::styled(
                fit(&format!("! {problem}"), usize::from(area.width)),
                look.danger(),
            ),
            None => Line::styled(fit(&self.hint, usize::from(area.width)), look.muted()),
        };
        let lines = vec![
            Line::from(vec![Span::styled(label, look.key()), Span::raw(text)]),
            below,
        ];
        frame.render_widget(Paragraph::new(lines), area);
        let at =
            u16::try_from(self.input.visual_cursor().saturating_sub(skipped)).unwrap_or(u16::MAX);
        let x = area.x.saturating_add(begin).saturating_add(at);
        if x < area.right() && area.height > 0 {
            frame.set_cursor_position((x, area.y));
        }
    }
}
