//! How the files of a drive were used: bars of days for all of them, and for each file.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use serde::Deserialize;

use super::Details;
use crate::action::Action;
use crate::call::Call;
use crate::db::problem::{Kind, Problem};
use crate::desk::Desk;
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::screen::file::File;
use crate::text::fit;
use crate::widget::bar::{bars, resample};
use crate::widget::figure::grouped;
use crate::widget::labelled::missing;
use crate::widget::rows::Rows;
use crate::widget::table::{Cell, Column};

/// The days that are looked at, in words and as a number.
const WINDOWS: [(&str, i32); 3] = [("7 days", 7), ("30 days", 30), ("90 days", 90)];
/// The cells of a file's bars.
const BARS: u16 = 30;

/// How a file was used on a day.
#[derive(Debug, Deserialize)]
struct Row {
    day: String,
    file_id: String,
    path: String,
    opens: u64,
    plays: u64,
    downloads: u64,
    last_used: Moment,
}

/// How a file was used.
#[derive(Debug)]
pub(super) struct Used {
    id: String,
    path: String,
    opens: u64,
    plays: u64,
    downloads: u64,
    by_day: Vec<u64>,
    last: Moment,
}

impl Used {
    fn all(&self) -> u64 {
        self.opens + self.plays + self.downloads
    }
}

const COLUMNS: &[Column<Used>] = &[
    Column {
        title: "file",
        cells: 20,
        grows: true,
        rank: 0,
        cell: |row, _| Cell::plain(&row.path),
    },
    Column {
        title: "by day",
        cells: BARS,
        grows: false,
        rank: 4,
        cell: |row, look| {
            let days = &row.by_day;
            let shown = if days.len() > usize::from(BARS) {
                bars(&resample(days, BARS))
            } else {
                bars(days)
            };
            Cell::new(shown, look.good())
        },
    },
    Column {
        title: "plays",
        cells: 7,
        grows: false,
        rank: 1,
        cell: |row, _| Cell::plain(grouped(row.plays)),
    },
    Column {
        title: "opens",
        cells: 7,
        grows: false,
        rank: 2,
        cell: |row, _| Cell::plain(grouped(row.opens)),
    },
    Column {
        title: "downloads",
        cells: 9,
        grows: false,
        rank: 3,
        cell: |row, _| Cell::plain(grouped(row.downloads)),
    },
    Column {
        title: "last",
        cells: 10,
        grows: false,
        rank: 5,
        cell: |row, look| Cell::plain(row.last.relative(look.now)),
    },
];

/// How the files of a drive were used.
pub(super) struct Usage {
    account: String,
    drive: String,
    window: usize,
    /// The first day of the window that was asked for last.
    first: Date,
    /// Opens, plays and downloads of all files, by day.
    sums: [Vec<u64>; 3],
    files: Rows<Used>,
    awaited: Option<Number>,
    /// Whether the rows are those of the window.
    is_loaded: bool,
}

impl Usage {
    pub(super) fn new(drive: &Details) -> Self {
        Self {
            account: drive.account_id.clone(),
            drive: drive.id.clone(),
            window: 0,
            first: Date::default(),
            sums: Default::default(),
            files: Rows::new(COLUMNS),
            awaited: None,
            is_loaded: false,
        }
    }

    fn days(&self) -> i32 {
        WINDOWS.get(self.window).map_or(7, |(_, days)| *days)
    }

    pub(super) fn read(&mut self, desk: &mut Desk) {
        self.first = day(desk.now(), self.days() - 1);
        let call = Call::read("drive_usage")
            .with("drive_id", &self.drive)
            .with("account_id", &self.account)
            .with("after", self.first)
            .with("before", day(desk.now(), -1));
        self.awaited = Some(desk.ask(call));
    }

    pub(super) fn is_reading(&self) -> bool {
        !self.is_loaded && self.awaited.is_some()
    }

    pub(super) fn selected(&self) -> Option<&Used> {
        self.files.selected().filter(|_| self.is_loaded)
    }

    pub(super) fn take(&mut self, reply: &Reply) -> Option<Result<(), Problem>> {
        if self.awaited != Some(reply.number) {
            return None;
        }
        self.awaited = None;
        Some(self.fill(reply))
    }

    fn fill(&mut self, reply: &Reply) -> Result<(), Problem> {
        let many = usize::try_from(self.days()).unwrap_or(0);
        let mut sums: [Vec<u64>; 3] = std::array::from_fn(|_| vec![0; many]);
        let mut files: BTreeMap<String, Used> = BTreeMap::new();
        for row in reply.rows::<Row>()? {
            let date: Date = row
                .day
                .parse()
                .map_err(|_| Problem::new(Kind::TooOld, format!("{} is no day", row.day), None))?;
            let place = (date - self.first).get_days();
            let Ok(place) = usize::try_from(place) else {
                continue;
            };
            for (sum, figure) in sums.iter_mut().zip([row.opens, row.plays, row.downloads]) {
                if let Some(cell) = sum.get_mut(place) {
                    *cell += figure;
                }
            }
            let used = files.entry(row.file_id.clone()).or_insert_with(|| Used {
                id: row.file_id,
                path: row.path,
                opens: 0,
                plays: 0,
                downloads: 0,
                by_day: vec![0; many],
                last: row.last_used,
            });
            used.opens += row.opens;
            used.plays += row.plays;
            used.downloads += row.downloads;
            used.last = used.last.max(row.last_used);
            if let Some(cell) = used.by_day.get_mut(place) {
                *cell += row.opens + row.plays + row.downloads;
            }
        }
        let mut files: Vec<Used> = files.into_values().collect();
        files.sort_by(|a, b| b.all().cmp(&a.all()).then_with(|| a.path.cmp(&b.path)));
        self.sums = sums;
        self.files.put_anew(files, |row| &row.id);
        self.is_loaded = true;
        Ok(())
    }

    pub(super) fn act(&mut self, action: Action, desk: &mut Desk) {
        let window = match action {
            Action::Longer => (self.window + 1).min(WINDOWS.len() - 1),
            Action::Shorter => self.window.saturating_sub(1),
            Action::Open => {
                if let Some(row) = self.selected() {
                    desk.open(Box::new(File::new(row.id.clone())));
                }
                return;
            }
            _ => {
                self.files.act(action);
                return;
            }
        };
        if window != self.window {
            self.window = window;
            self.is_loaded = false;
            self.read(desk);
        }
    }

    pub(super) fn view(&mut self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        let words = WINDOWS.get(self.window).map_or("", |(words, _)| *words);
        let mut lines = vec![Line::styled(
            fit(
                &format!("last {words} (+ -), each day from midnight to midnight UTC"),
                usize::from(area.width),
            ),
            look.heading(),
        )];
        if self.is_loaded {
            for (name, figures) in ["opens", "plays", "downloads"].into_iter().zip(&self.sums) {
                let sum: u64 = figures.iter().sum();
                let room = area.width.saturating_sub(24);
                let shown = if figures.len() > usize::from(room) {
                    bars(&resample(figures, room))
                } else {
                    bars(figures)
                };
                lines.push(Line::from(format!("{name:10}{shown}  {}", grouped(sum))));
            }
        } else {
            lines.push(Line::styled(missing(self.awaited.is_some()), look.muted()));
        }
        lines.push(Line::default());
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let [sums, files] =
            Layout::vertical([Constraint::Length(height), Constraint::Min(1)]).areas(area);
        frame.render_widget(Paragraph::new(lines), sums);
        if self.is_loaded {
            let nothing = "nothing was opened, played or downloaded through shares";
            self.files.view(frame, files, nothing, look);
        }
    }
}

/// The day in UTC that was so many days ago.
fn day(now: Timestamp, days_ago: i32) -> Date {
    let then = now - SignedDuration::from_hours(24 * i64::from(days_ago));
    then.to_zoned(TimeZone::UTC).date()
}
