//! The link to hand out: as text, as a code for cameras, and all addresses that lead to the share.

use qrcode::{Color, EcLevel, QrCode};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use serde::Deserialize;

use crate::action::Action;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::look::Look;
use crate::message::{Number, Reply};
use crate::moment::Moment;
use crate::text::clean;
use crate::widget::rows::Rows;
use crate::widget::table::{Cell, Column};

#[derive(Debug, Deserialize)]
pub(super) struct Slug {
    #[serde(rename = "slug")]
    address: String,
    is_current: bool,
    ends_at: Option<Moment>,
    created_at: Option<Moment>,
}

const COLUMNS: &[Column<Slug>] = &[
    Column {
        title: "slug",
        cells: 16,
        grows: true,
        rank: 0,
        cell: |slug, _| Cell::plain(&slug.address),
    },
    Column {
        title: "current",
        cells: 7,
        grows: false,
        rank: 1,
        cell: |slug, _| Cell::plain(if slug.is_current { "yes" } else { "no" }),
    },
    Column {
        title: "ends",
        cells: 10,
        grows: false,
        rank: 2,
        cell: |slug, look| {
            Cell::plain(
                slug.ends_at
                    .map_or_else(|| "never".to_owned(), |at| at.relative(look.now)),
            )
        },
    },
    Column {
        title: "taken",
        cells: 16,
        grows: false,
        rank: 3,
        cell: |slug, _| Cell::plain(slug.created_at.map(Moment::absolute).unwrap_or_default()),
    },
];

/// The part.
pub(super) struct Links {
    slugs: Rows<Slug>,
    awaited: Option<Number>,
    pub(super) shows_code: bool,
}

impl Default for Links {
    fn default() -> Self {
        Self {
            slugs: Rows::new(COLUMNS),
            awaited: None,
            shows_code: false,
        }
    }
}

impl Links {
    pub(super) fn read(&mut self, id: &str, desk: &mut Desk) {
        self.awaited = Some(desk.ask(Call::read("slug_list").with("id", id)));
    }

    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) {
        if self.awaited == Some(reply.number) {
            self.awaited = None;
            match reply.rows() {
                Ok(slugs) => self.slugs.put(slugs),
                Err(problem) => desk.say(Tone::Problem, problem.to_string()),
            }
        }
    }

    pub(super) fn act(&mut self, action: Action) -> bool {
        self.slugs.act(action)
    }

    pub(super) fn view(
        &mut self,
        url: Option<&str>,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &Look,
    ) {
        let Some(url) = url else {
            let words = " no link: pg_share.link_base_url is not set in this database";
            frame.render_widget(Paragraph::new(Line::styled(words, look.warning())), area);
            return;
        };
        let mut lines = vec![Line::styled(format!(" {}", clean(url)), look.heading())];
        if self.shows_code {
            lines.extend(drawn(url, area.width, area.height.saturating_sub(1), look));
            frame.render_widget(Paragraph::new(lines), area);
            return;
        }
        lines.push(Line::styled(
            " y copies it, c shows it as a QR code",
            look.muted(),
        ));
        let [link, slugs] =
            Layout::vertical([Constraint::Length(3), Constraint::Min(1)]).areas(area);
        frame.render_widget(Paragraph::new(lines), link);
        self.slugs
            .view(frame, slugs, "no slugs: the id is the address", look);
    }
}

/// The code in half blocks, two rows of modules in one of text; or what is missing.
fn drawn(url: &str, width: u16, height: u16, look: &Look) -> Vec<Line<'static>> {
    let Some(rows) = modules(url) else {
        return vec![Line::styled(
            " the link is too long for a QR code",
            look.warning(),
        )];
    };
    let (wide, high) = (rows.len(), rows.len().div_ceil(2));
    if wide > usize::from(width) || high > usize::from(height) {
        let words = format!(
            " the code wants {wide} columns and {} rows of the terminal",
            high + 4
        );
        return vec![Line::styled(words, look.warning())];
    }
    let dark = |row: usize, column: usize| {
        rows.get(row).and_then(|row| row.get(column)).copied() == Some(true)
    };
    (0..high)
        .map(|row| {
            let cells =
                (0..wide).map(
                    |column| match (dark(row * 2, column), dark(row * 2 + 1, column)) {
                        // Light modules are drawn, since most terminals are dark.
                        (false, false) => '█',
                        (false, true) => '▀',
                        (true, false) => '▄',
                        (true, true) => ' ',
                    },
                );
            Line::raw(cells.collect::<String>())
        })
        .collect()
}

/// The modules with a light border, dark ones true.
fn modules(url: &str) -> Option<Vec<Vec<bool>>> {
    /// Half of what ISO/IEC 18004 asks for: a terminal has few rows, and cameras manage.
    const BORDER: usize = 2;
    let code = QrCode::with_error_correction_level(url, EcLevel::L).ok()?;
    let width = code.width();
    let colours = code.to_colors();
    let wide = width + 2 * BORDER;
    let rows = (0..wide).map(|row| {
        let cells = (0..wide).map(|column| {
            let inside = row.checked_sub(BORDER).zip(column.checked_sub(BORDER));
            inside.is_some_and(|(row, column)| {
                row < width
                    && column < width
                    && colours.get(row * width + column) == Some(&Color::Dark)
            })
        });
        cells.collect()
    });
    Some(rows.collect())
}

#[cfg(test)]
mod tests {
    use super::modules;

    #[test]
    fn a_code_has_its_three_finders_and_a_light_border() {
        let rows = modules("https://app.example.com/share/spring").unwrap();
        let side = rows.len();
        let finder = |top: usize, left: usize| {
            // The outer ring of a finder is dark, the one inside of it light (ISO/IEC 18004, 6.3.3).
            (0..7)
                .all(|at| rows[top][left + at] && rows[top + 6][left + at] && rows[top + at][left])
                && (1..6).all(|at| !rows[top + 1][left + at])
                && rows[top + 3][left + 3]
        };
        assert!(finder(2, 2) && finder(2, side - 9) && finder(side - 9, 2));
        assert!(rows[0].iter().chain(&rows[side - 1]).all(|dark| !dark));
    }
}
