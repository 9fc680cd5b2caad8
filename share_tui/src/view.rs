//! The picture: header, screen, notice, footer, and what lies above them. Only reads.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::action::Action;
use crate::desk::Tone;
use crate::keymap::Context;
use crate::message::Connection;
use crate::model::{Model, Pending, SLOW};
use crate::popup;
use crate::text::{clean, fit, width};

const SPINNER: [&str; 4] = ["|", "/", "-", "\\"];

/// Draws everything.
pub fn view(model: &mut Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let has_notice = model.notice.is_some() || model.lost_at.is_some();
    let [header, body, notice, footer] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(u16::from(has_notice)),
        Constraint::Length(1),
    ])
    .areas(area);
    frame.render_widget(Paragraph::new(header_line(model, header.width)), header);
    let look = model.look.clone();
    if let Some(screen) = model.screens.last_mut() {
        screen.view(frame, body, &look);
    }
    if has_notice {
        frame.render_widget(Paragraph::new(notice_line(model, notice.width)), notice);
    }
    frame.render_widget(Paragraph::new(footer_line(model, footer)), footer);
    popup::view(model, frame, area);
}

fn header_line(model: &Model, cells: u16) -> Line<'static> {
    let system = &model.system;
    let mut spans = Vec::new();
    if let Some(label) = &system.label {
        let label = format!(" {} ", clean(label));
        spans.push(Span::styled(
            label,
            model.look.label(system.colour.as_deref()),
        ));
        spans.push(Span::raw(" "));
    }
    let title = model.screens.last().map(|screen| screen.title());
    spans.push(Span::styled(
        clean(&title.unwrap_or_default()),
        model.look.heading(),
    ));
    // What matters most stands first: the end is cut where the terminal is narrow.
    let mut state = Vec::new();
    let age = |pending: &Pending| model.clock.elapsed.saturating_sub(pending.since);
    if let Some(pending) = model.oldest().filter(|pending| age(pending) >= SLOW) {
        let turn = age(pending).as_millis() / 100 % SPINNER.len() as u128;
        let sign = SPINNER
            .get(usize::try_from(turn).unwrap_or(0))
            .unwrap_or(&"");
        let seconds = age(pending).as_secs_f64();
        state.push(format!("{sign} {} {seconds:.1} s", pending.function));
    }
    if system.is_read_only {
        state.push("read-only".to_owned());
    }
    if let Connection::Connected { is_standby: true } = model.connection {
        state.push("standby".to_owned());
    }
    state.push(clean(&system.target));
    let right = state.join(" · ");
    let taken: usize = spans.iter().map(|span| width(&span.content)).sum();
    let left = usize::from(cells).saturating_sub(taken);
    // On a narrow terminal the title matters more than where it comes from.
    let gap = left.saturating_sub(width(&right)).max(1);
    spans.push(Span::raw(" ".repeat(gap)));
    spans.push(Span::styled(
        fit(&right, left.saturating_sub(gap)),
        model.look.muted(),
    ));
    Line::from(spans)
}

fn notice_line(model: &Model, cells: u16) -> Line<'static> {
    if let (Connection::Lost { why, retry_in }, Some(at)) = (&model.connection, model.lost_at) {
        let left = retry_in.saturating_sub(model.clock.elapsed.saturating_sub(at));
        let text = format!(
            "! no server, again in {} s (ctrl-r now): {why}",
            left.as_secs()
        );
        return Line::styled(fit(&text, usize::from(cells)), model.look.danger());
    }
    let Some(notice) = &model.notice else {
        return Line::default();
    };
    let (sign, style) = match notice.tone {
        Tone::Done => ("ok", model.look.good()),
        Tone::Info => ("i", model.look.plain()),
        Tone::Problem => ("!", model.look.danger()),
    };
    Line::styled(
        fit(&format!("{sign} {}", notice.words), usize::from(cells)),
        style,
    )
}

/// What stands first in the footer.
const FIRST: [Action; 2] = [Action::Help, Action::Filter];
/// What stands last in it.
const MOVES: [Action; 6] = [
    Action::Down,
    Action::Up,
    Action::PageDown,
    Action::PageUp,
    Action::First,
    Action::Last,
];

/// As many bindings as fit, the most particular first.
fn footer_line(model: &Model, area: Rect) -> Line<'static> {
    let contexts = model.contexts();
    let mut hints: Vec<(String, &'static str)> = Vec::new();
    let Some(screen) = model.screens.last() else {
        return Line::default();
    };
    if screen.takes_text() {
        hints.push(("enter".to_owned(), "done"));
        hints.push(("esc".to_owned(), "leave"));
        // Of the other bindings only those of forms reach a screen that takes text.
        let form = contexts.iter().filter(|context| **context == Context::Form);
        for (keys, action) in form.flat_map(|context| model.keymap.of(contexts, *context)) {
            hints.extend(keys.first().map(|key| (key.to_string(), action.words())));
        }
    } else {
        for &context in contexts {
            for (keys, action) in model.keymap.of(contexts, context) {
                if let Some(key) = keys.first().filter(|_| screen.offers(action)) {
                    hints.push((key.to_string(), action.words()));
                }
            }
        }
        // Help and the filter always have their place; that one can move in a list everybody tries.
        hints.sort_by_key(|(_, words)| {
            FIRST
                .iter()
                .position(|action| *words == action.words())
                .unwrap_or(
                    FIRST.len() + usize::from(MOVES.iter().any(|action| *words == action.words())),
                )
        });
    }
    let mut spans = Vec::new();
    let mut left = usize::from(area.width);
    for (key, words) in hints {
        let taken = width(&key) + 1 + words.len() + 2;
        if taken > left {
            continue;
        }
        left -= taken;
        spans.push(Span::styled(key, model.look.key()));
        spans.push(Span::raw(format!(" {words}  ")));
    }
    Line::from(spans)
}
