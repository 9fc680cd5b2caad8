//! Rows under headings, with as many columns as fit.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::look::Look;
use crate::text::fit;

/// What stands in a cell. It is cleaned when it is drawn.
#[derive(Debug, Clone)]
pub struct Cell {
    text: String,
    style: Style,
}

impl Cell {
    /// A text in a style.
    #[must_use]
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self {
            text: text.into(),
            style,
        }
    }

    /// A plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Style::new())
    }
}

/// A column of a table of rows.
pub struct Column<R> {
    /// The heading.
    pub title: &'static str,
    /// The fewest cells that it is of use in.
    pub cells: u16,
    /// Whether it takes what is left over.
    pub grows: bool,
    /// Which columns go first on a narrow terminal: those with the highest rank.
    pub rank: u8,
    /// What stands in it.
    pub cell: fn(&R, &Look) -> Cell,
}

/// The columns that fit, with their places and widths.
fn fitting<R>(columns: &[Column<R>], cells: u16) -> Vec<(usize, u16)> {
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|&place| columns.get(place).map_or(u8::MAX, |column| column.rank));
    let mut left = cells;
    let mut chosen: Vec<(usize, u16)> = Vec::new();
    for place in order {
        let Some(column) = columns.get(place) else {
            continue;
        };
        // The first one is shown even where it does not fit.
        let wanted = if chosen.is_empty() {
            column.cells.min(left)
        } else {
            column.cells + 1
        };
        if wanted <= left && wanted > 0 {
            left -= wanted;
            chosen.push((place, column.cells.min(cells)));
        }
    }
    chosen.sort_unstable();
    let growing = chosen
        .iter()
        .filter(|(place, _)| columns.get(*place).is_some_and(|column| column.grows))
        .count();
    let mut growing = u16::try_from(growing).unwrap_or(0);
    for (place, width) in &mut chosen {
        if columns.get(*place).is_some_and(|column| column.grows) {
            let share = left / growing;
            *width += share;
            left -= share;
            growing -= 1;
        }
    }
    chosen
}

/// The headings.
#[must_use]
pub fn heading<R>(columns: &[Column<R>], cells: u16, look: &Look) -> Line<'static> {
    let texts: Vec<String> = fitting(columns, cells)
        .iter()
        .filter_map(|&(place, width)| Some(fit(columns.get(place)?.title, usize::from(width))))
        .collect();
    Line::styled(texts.join(" "), look.heading())
}

/// A row.
#[must_use]
pub fn row<R>(columns: &[Column<R>], row: &R, cells: u16, look: &Look) -> Line<'static> {
    let mut spans = Vec::new();
    for (place, width) in fitting(columns, cells) {
        let Some(column) = columns.get(place) else {
            continue;
        };
        if !spans.is_empty() {
            spans.push(Span::raw(" "));
        }
        let cell = (column.cell)(row, look);
        spans.push(Span::styled(
            fit(&cell.text, usize::from(width)),
            cell.style,
        ));
    }
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::{Cell, Column, fitting};

    const fn column(cells: u16, grows: bool, rank: u8) -> Column<()> {
        Column {
            title: "",
            cells,
            grows,
            rank,
            cell: |(), _| Cell::plain(""),
        }
    }

    #[test]
    fn the_least_important_columns_go_first_and_the_rest_fills_the_width() {
        let columns = [
            column(10, true, 0),
            column(5, false, 2),
            column(8, false, 1),
        ];
        assert_eq!(vec![(0, 20), (1, 5), (2, 8)], fitting(&columns, 35));
        assert_eq!(vec![(0, 11), (2, 8)], fitting(&columns, 20));
        assert_eq!(vec![(0, 12)], fitting(&columns, 12));
        assert_eq!(vec![(0, 6)], fitting(&columns, 6));
        assert!(fitting(&columns, 0).is_empty());
    }
}
