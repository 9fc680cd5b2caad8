//! What lies above the screen: help, the palette, questions.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph, Wrap};
use tui_input::Input;

use crate::action::Action;
use crate::desk::{Desk, Effect};
use crate::model::{Model, Popup};
use crate::question::Question;
use crate::screen::{self, Entry, Event};
use crate::text::{clean, fit};
use crate::typing;
use crate::update::{settle, tell};
use crate::widget::form::broken;

/// Handles a key while something lies above the screen.
pub(crate) fn press(model: &mut Model, popup: Popup, key: KeyEvent) -> Vec<Effect> {
    let action = model.keymap.action(model.contexts(), key);
    // These mean the same everywhere.
    if action == Some(Action::Suspend) {
        model.popup = Some(popup);
        return vec![Effect::Suspend];
    }
    match popup {
        Popup::Help { scrolled } => {
            let scrolled = match key.code {
                KeyCode::Down | KeyCode::Char('j' | ' ') | KeyCode::PageDown => scrolled + 1,
                KeyCode::Up | KeyCode::Char('k') | KeyCode::PageUp => scrolled.saturating_sub(1),
                _ => return Vec::new(),
            };
            model.popup = Some(Popup::Help { scrolled });
            Vec::new()
        }
        Popup::Palette { typed, chosen } => palette(model, typed, chosen, key),
        Popup::Question(question) => answer(model, question, key),
    }
}

fn answer(model: &mut Model, mut question: Question, key: KeyEvent) -> Vec<Effect> {
    let tag = question.tag;
    let yes = match (&question.to_type, key.code) {
        (_, KeyCode::Esc) => false,
        (Some(_), KeyCode::Enter) => question.is_typed(),
        (Some(_), _) => {
            if let Some(request) = typing::request(key) {
                question.type_in(request);
            }
            model.popup = Some(Popup::Question(question));
            return Vec::new();
        }
        // Enter is the default, which is no.
        (None, KeyCode::Char('y' | 'Y')) => true,
        (None, _) => false,
    };
    tell(model, Event::Answered { tag, yes })
}

/// The screens whose name or words have what is typed, those first whose name begins so.
fn found(typed: &str) -> Vec<&'static Entry> {
    let typed = typed.to_lowercase();
    let openable = screen::ALL.iter().filter(|entry| entry.open.is_some());
    let mut found: Vec<&'static Entry> = openable
        .filter(|entry| entry.name.contains(&typed) || entry.words.to_lowercase().contains(&typed))
        .copied()
        .collect();
    found.sort_by_key(|entry| {
        (
            !entry.name.starts_with(&typed),
            !entry.name.contains(&typed),
        )
    });
    found
}

fn palette(model: &mut Model, mut typed: Input, mut chosen: usize, key: KeyEvent) -> Vec<Effect> {
    let entries = found(typed.value());
    match key.code {
        KeyCode::Esc => return Vec::new(),
        KeyCode::Enter => {
            let mut desk = Desk::new(model.clock.now, model.next_number);
            if let Some(open) = entries.get(chosen).and_then(|entry| entry.open) {
                desk.open(open());
            }
            return settle(model, desk);
        }
        KeyCode::Down | KeyCode::Tab => chosen = (chosen + 1).min(entries.len().saturating_sub(1)),
        KeyCode::Up | KeyCode::BackTab => chosen = chosen.saturating_sub(1),
        _ => {
            if let Some(request) = typing::request(key) {
                typed.handle(request);
                chosen = 0;
            }
        }
    }
    model.popup = Some(Popup::Palette { typed, chosen });
    Vec::new()
}

/// Draws what lies above the screen.
pub(crate) fn view(model: &mut Model, frame: &mut Frame<'_>, area: Rect) {
    let look = model.look.clone();
    match &model.popup {
        None => {}
        Some(Popup::Help { scrolled }) => {
            let lines = help(model);
            let most = u16::try_from(lines.len()).unwrap_or(u16::MAX);
            let inside = open(frame, area, 60, most, " help: any other key closes ");
            let scrolled = (*scrolled).min(most.saturating_sub(inside.height));
            frame.render_widget(Paragraph::new(lines).scroll((scrolled, 0)), inside);
            model.popup = Some(Popup::Help { scrolled });
        }
        Some(Popup::Palette { typed, chosen }) => {
            let entries = found(typed.value());
            let height = u16::try_from(entries.len() + 1).unwrap_or(u16::MAX);
            let inside = open(frame, area, 60, height, " go to ");
            let mut lines = vec![Line::from(format!(": {}", clean(typed.value())))];
            for (place, entry) in entries.iter().enumerate() {
                let style = if place == *chosen {
                    look.selection()
                } else {
                    look.plain()
                };
                let text = format!("{} {}", fit(entry.name, 16), entry.words);
                lines.push(Line::styled(fit(&text, usize::from(inside.width)), style));
            }
            frame.render_widget(Paragraph::new(lines), inside);
        }
        Some(Popup::Question(question)) => {
            // Broken here, so that the answer below has its place however long the lines are.
            let cells = usize::from(area.width.min(70).saturating_sub(2));
            let mut lines = Vec::new();
            for (place, line) in [&question.words]
                .into_iter()
                .chain(&question.effect)
                .enumerate()
            {
                let style = if place == 0 {
                    look.heading()
                } else {
                    look.plain()
                };
                lines.extend(
                    broken(line, cells)
                        .into_iter()
                        .map(|line| Line::styled(line, style)),
                );
            }
            lines.push(Line::default());
            // How to answer is seen even where there is no room for all that would happen.
            let room = usize::from(area.height.saturating_sub(3));
            if lines.len() > room {
                lines.truncate(room.saturating_sub(1));
                lines.push(Line::styled("…", look.muted()));
            }
            lines.push(match &question.to_type {
                Some(word) => Line::from(vec![
                    Span::raw("type "),
                    Span::styled(clean(word), look.danger()),
                    Span::raw(format!(
                        " and press enter: {}",
                        clean(question.typed.value())
                    )),
                ]),
                None => Line::from(vec![
                    Span::styled("y", look.key()),
                    Span::raw(" yes   "),
                    Span::styled("any other key", look.key()),
                    Span::raw(" no"),
                ]),
            });
            let height = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX);
            let inside = open(frame, area, 70, height, " please confirm ");
            frame.render_widget(Paragraph::new(lines).wrap(Wrap { trim: false }), inside);
        }
    }
}

/// The help page: the bindings of the screen, the most particular first.
fn help(model: &Model) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for &context in model.contexts() {
        lines.push(Line::styled(context.name(), model.look.heading()));
        for (keys, action) in model.keymap.of(model.contexts(), context) {
            let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
            lines.push(Line::from(vec![
                Span::styled(fit(&keys.join(" "), 20), model.look.key()),
                Span::raw(action.words()),
            ]));
        }
        lines.push(Line::default());
    }
    lines
}

/// Clears a place in the middle, with a border, and gives what is inside of it.
fn open(frame: &mut Frame<'_>, area: Rect, width: u16, height: u16, title: &str) -> Rect {
    let width = width.min(area.width);
    let height = height.saturating_add(2).min(area.height);
    let place = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    let block = Block::bordered().title(title.to_owned());
    let inside = block.inner(place);
    frame.render_widget(Clear, place);
    frame.render_widget(block, place);
    inside
}
