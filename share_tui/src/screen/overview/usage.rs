//! How shares are used over time: a line for each measure, with its sum and its peak.

use jiff::{SignedDuration, Timestamp};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{RenderDirection, Sparkline};
use serde::Deserialize;

use crate::call::Call;
use crate::look::Look;
use crate::text::fit;
use crate::widget::bar::{resample, visible};
use crate::widget::figure::about;

/// A length of time that is looked at, in equal stretches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    /// How long, in words.
    pub(super) words: &'static str,
    seconds: i64,
    stretches: u32,
    /// How long a stretch is, in words.
    each: &'static str,
}

/// The ranges, the shortest first.
pub(super) const RANGES: [Range; 4] = [
    Range {
        words: "1 h",
        seconds: 3_600,
        stretches: 60,
        each: "min",
    },
    Range {
        words: "24 h",
        seconds: 86_400,
        stretches: 48,
        each: "30 min",
    },
    Range {
        words: "7 d",
        seconds: 604_800,
        stretches: 56,
        each: "3 h",
    },
    Range {
        words: "30 d",
        seconds: 2_592_000,
        stretches: 60,
        each: "12 h",
    },
];

impl Range {
    /// When it begins.
    pub(super) fn since(self, now: Timestamp) -> Timestamp {
        now - SignedDuration::from_secs(self.seconds)
    }

    /// Asks how shares were used.
    pub(super) fn call(self, now: Timestamp) -> Call {
        Call::read("usage_overview")
            .with("since", self.since(now))
            .with("buckets", self.stretches)
    }
}

/// What happened in a stretch.
#[derive(Debug, Deserialize)]
pub(super) struct Bucket {
    opens: u64,
    plays: u64,
    downloads: u64,
    refusals: u64,
    is_exact: bool,
}

/// One of the figures of a stretch.
type Measure = fn(&Bucket) -> u64;

/// Draws the measures below a heading, each over so many lines.
pub(super) fn view(
    buckets: &[Bucket],
    range: Range,
    lines: u16,
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look,
) {
    const NAME: u16 = 10;
    const FIGURE: u16 = 10;
    let is_exact = buckets.iter().all(|bucket| bucket.is_exact);
    let measures: [(&str, Measure); 4] = [
        ("opens", |bucket| bucket.opens),
        ("plays", |bucket| bucket.plays),
        ("downloads", |bucket| bucket.downloads),
        ("refusals", |bucket| bucket.refusals),
    ];
    let figures = if area.width >= NAME + 2 * FIGURE + 8 {
        2
    } else {
        1
    };
    let drawn = area.width.saturating_sub(NAME + figures * FIGURE);
    let peak = format!("peak/{}", range.each);
    let titles = if figures == 2 {
        format!("{:>10}{peak:>12}", "sum")
    } else {
        format!("{:>10}", "sum")
    };
    let room = usize::from(area.width).saturating_sub(titles.len());
    let heading = format!("  last {} (+ -)", range.words);
    let heading = format!("{}{titles}", fit(&heading, room));
    frame.render_widget(
        Line::styled(heading, look.heading()),
        Rect {
            height: 1.min(area.height),
            ..area
        },
    );
    for (place, (name, measure)) in (0_u16..).zip(measures) {
        let y = area.y + 1 + place * lines;
        if y + lines > area.bottom() {
            break;
        }
        let values: Vec<u64> = buckets.iter().map(measure).collect();
        let last = Rect {
            y: y + lines - 1,
            height: 1,
            ..area
        };
        frame.render_widget(
            Line::raw(name),
            Rect {
                width: NAME.min(area.width),
                ..last
            },
        );
        let line = Rect {
            x: area.x + NAME,
            y,
            width: drawn,
            height: lines,
        };
        let shown = visible(&resample(&values, drawn), lines);
        let style = if name == "refusals" {
            look.danger()
        } else {
            look.good()
        };
        let spark = Sparkline::default()
            .data(shown)
            .direction(RenderDirection::LeftToRight)
            .style(style);
        frame.render_widget(spark, line.intersection(area));
        let sum = about(values.iter().sum(), is_exact);
        let peak = about(values.iter().copied().max().unwrap_or(0), is_exact);
        let said = if figures == 2 {
            format!("{sum:>10}{peak:>10}")
        } else {
            format!("{sum:>10}")
        };
        let at = Rect {
            x: area.x + NAME + drawn,
            width: area.width - NAME.min(area.width) - drawn,
            ..last
        };
        frame.render_widget(Line::raw(said), at.intersection(area));
    }
}
