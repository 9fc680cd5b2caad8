//! Where the parts of the overview stand: three columns, two, or one part below the other.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::{ATTENTION, EXPIRING, LOCKED, Overview, PLAYED, REFUSED};
use crate::look::Look;
use crate::text::fit;
use crate::widget::wrap::wrap;

/// The lines of shares by state with their heading, and of what wants attention with its own.
const STATES: u16 = 8;
const ATTENTION_LINES: u16 = 7;
/// The measures of usage.
const MEASURES: u16 = 4;

/// Draws the overview.
pub(super) fn view(overview: &mut Overview, frame: &mut Frame<'_>, area: Rect, look: &Look) {
    if area.width < 70 || area.height < 17 {
        narrow(overview, frame, area, look);
        return;
    }
    let is_wide = area.width >= 110;
    let lines = if area.height >= 32 { 2 } else { 1 };
    let usage_lines = 1 + MEASURES * lines;
    let middle = if is_wide {
        (STATES + 2).max(usage_lines)
    } else {
        usage_lines + ATTENTION_LINES
    };
    let gap = u16::from(area.height >= 26);
    let [first, _, middle, _, lists] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(gap),
        Constraint::Length(middle),
        Constraint::Length(gap),
        Constraint::Min(2),
    ])
    .areas(area);
    server(overview, frame, first, look);
    if is_wide {
        let columns = [
            Constraint::Length(34),
            Constraint::Min(40),
            Constraint::Length(32),
        ];
        let [left, centre, right] = Layout::horizontal(columns).spacing(2).areas(middle);
        shares(overview, frame, left, look);
        used(overview, lines, frame, centre, look);
        panel(overview, ATTENTION, frame, right, look);
    } else {
        let columns = [Constraint::Length(34), Constraint::Min(34)];
        let [left, right] = Layout::horizontal(columns).spacing(1).areas(middle);
        let [top, bottom] =
            Layout::vertical([Constraint::Length(usage_lines), Constraint::Min(1)]).areas(right);
        shares(overview, frame, left, look);
        used(overview, lines, frame, top, look);
        panel(overview, ATTENTION, frame, bottom, look);
    }
    let halves = [Constraint::Fill(1), Constraint::Fill(1)];
    let [upper, lower] = Layout::vertical(halves).spacing(gap).areas(lists);
    let pairs = [(upper, [PLAYED, REFUSED]), (lower, [EXPIRING, LOCKED])];
    for (area, [left, right]) in pairs {
        let [first, second] = Layout::horizontal(halves).spacing(1).areas(area);
        panel(overview, left, frame, first, look);
        panel(overview, right, frame, second, look);
    }
}

/// One part below the other; of the lists only the one that keys act on.
fn narrow(overview: &mut Overview, frame: &mut Frame<'_>, area: Rect, look: &Look) {
    let usage = if area.height >= 9 { 1 + MEASURES } else { 0 };
    let [first, second, middle, list] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(usage),
        Constraint::Min(1),
    ])
    .areas(area);
    server(overview, frame, first, look);
    if let Some(summary) = &overview.summary.value {
        let words = summary.brief(look).unwrap_or_default();
        frame.render_widget(Line::raw(fit(&words, usize::from(second.width))), second);
    }
    used(overview, 1, frame, middle, look);
    panel(overview, overview.focus, frame, list, look);
}

/// The first line, and what is wrong with the server.
fn server(overview: &Overview, frame: &mut Frame<'_>, area: Rect, look: &Look) {
    let slot = &overview.summary;
    let line = match (&slot.value, &slot.problem) {
        (_, Some(problem)) => Line::styled(
            fit(&format!("! {problem}"), usize::from(area.width)),
            look.danger(),
        ),
        (Some(summary), None) => summary.line(area.width, look),
        (None, None) => Line::styled("reading…", look.muted()),
    };
    frame.render_widget(line, area);
}

fn shares(overview: &Overview, frame: &mut Frame<'_>, area: Rect, look: &Look) {
    let slot = &overview.summary;
    let lines = slot
        .value
        .as_ref()
        .and_then(|summary| summary.bars(area.width, look));
    let words = match (&slot.value, &slot.problem) {
        (_, Some(_)) => "  not read",
        (Some(_), None) => "  these figures are for operators",
        (None, None) => "  reading…",
    };
    let without = || {
        vec![
            Line::styled("  shares", look.heading()),
            Line::styled(words, look.muted()),
        ]
    };
    frame.render_widget(Paragraph::new(lines.unwrap_or_else(without)), area);
}

fn used(overview: &Overview, lines: u16, frame: &mut Frame<'_>, area: Rect, look: &Look) {
    let range = overview.range();
    if let Some(buckets) = &overview.usage.value {
        super::usage::view(buckets, range, lines, frame, area, look);
        return;
    }
    let (words, style) = match &overview.usage.problem {
        Some(problem) => (format!("! {problem}"), look.danger()),
        None => ("reading…".to_owned(), look.muted()),
    };
    let mut said = vec![Line::styled(
        format!("  last {} (+ -)", range.words),
        look.heading(),
    )];
    let wrapped = wrap(&words, usize::from(area.width).saturating_sub(2).max(2));
    said.extend(
        wrapped
            .into_iter()
            .map(|line| Line::styled(format!("  {line}"), style)),
    );
    frame.render_widget(Paragraph::new(said), area);
}

fn panel(overview: &mut Overview, place: usize, frame: &mut Frame<'_>, area: Rect, look: &Look) {
    let is_focused = overview.focus == place;
    if let Some(panel) = overview.panels.get_mut(place) {
        panel.view(is_focused, frame, area, look);
    }
}
