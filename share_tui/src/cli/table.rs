//! Rows as a table for people: cleaned text, in columns that fit the terminal or in full where there is none.

use serde_json::Value;

use super::cell::{cell, is_number};
use crate::text::{fit, width};

/// Between two columns.
const GAP: usize = 2;
/// A column that may be cut is not cut to less.
const NARROWEST: usize = 8;

/// A table. Its widths are those of the first rows that it is given; further pages keep them.
pub(super) struct Table {
    columns: &'static [&'static str],
    cells: Option<usize>,
    widths: Option<Vec<usize>>,
}

impl Table {
    /// A table of some columns for a terminal of so many cells.
    pub(super) fn new(columns: &'static [&'static str], cells: Option<usize>) -> Self {
        Self {
            columns,
            cells,
            widths: None,
        }
    }

    /// The lines of some rows, and before the first ones a heading.
    pub(super) fn lines(&mut self, rows: &[Value]) -> Vec<String> {
        let texts: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                self.columns
                    .iter()
                    .map(|name| cell(name, row.get(*name)))
                    .collect()
            })
            .collect();
        let mut lines = Vec::new();
        let widths = if let Some(known) = &self.widths {
            known.clone()
        } else {
            let found = self.measure(&texts);
            self.widths = Some(found.clone());
            let heads: Vec<String> = self.columns.iter().map(|name| head(name)).collect();
            lines.push(line(&heads, &found, |_| false));
            found
        };
        for (row, text) in rows.iter().zip(&texts) {
            let numeric = |place: usize| {
                let name = self.columns.get(place);
                name.is_some_and(|name| row.get(*name).is_some_and(is_number))
            };
            lines.push(line(text, &widths, numeric));
        }
        lines
    }

    /// The widths of the columns; those that have no room left get none, from the right.
    fn measure(&self, texts: &[Vec<String>]) -> Vec<usize> {
        let mut widths: Vec<usize> = self.columns.iter().map(|name| width(&head(name))).collect();
        for row in texts {
            for (known, text) in widths.iter_mut().zip(row) {
                *known = (*known).max(width(text));
            }
        }
        let Some(cells) = self.cells else {
            return widths;
        };
        let total = |widths: &[usize]| {
            let shown = widths.iter().filter(|wide| **wide > 0);
            shown
                .map(|wide| wide + GAP)
                .sum::<usize>()
                .saturating_sub(GAP)
        };
        loop {
            let over = total(&widths).saturating_sub(cells);
            if over == 0 {
                return widths;
            }
            let whole = |place: usize| {
                // An id that is cut is of no use to anybody.
                self.columns.get(place).is_some_and(|name| is_whole(name))
            };
            let widest = (0..widths.len())
                .filter(|place| !whole(*place) && widths[*place] > NARROWEST)
                .max_by_key(|place| widths[*place]);
            if let Some(place) = widest {
                widths[place] -= 1;
            } else if let Some(last) = (1..widths.len()).rev().find(|place| widths[*place] > 0) {
                widths[last] = 0;
            } else {
                return widths;
            }
        }
    }
}

/// Whether a column is shown in full or not at all.
fn is_whole(name: &str) -> bool {
    name == "id" || name == "kid" || name == "at" || name.ends_with("_id") || name.ends_with("_at")
}

fn head(name: &str) -> String {
    name.replace('_', " ").to_uppercase()
}

fn line(texts: &[String], widths: &[usize], numeric: impl Fn(usize) -> bool) -> String {
    let mut line = String::new();
    for (place, (text, wide)) in texts.iter().zip(widths).enumerate() {
        if *wide == 0 {
            continue;
        }
        if !line.is_empty() {
            line.push_str(&" ".repeat(GAP));
        }
        let own = width(text);
        if numeric(place) && own < *wide {
            line.push_str(&" ".repeat(wide - own));
            line.push_str(text);
        } else {
            line.push_str(&fit(text, *wide));
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// A row as a line for each field, those that are empty left out.
pub(super) fn record(row: &Value) -> Vec<String> {
    let Value::Object(fields) = row else {
        return vec![cell("", Some(row))];
    };
    let shown: Vec<(String, String)> = fields
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (crate::text::clean(name), cell(name, Some(value))))
        .collect();
    let wide = shown.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    shown
        .iter()
        .map(|(name, text)| format!("{}  {text}", fit(name, wide)).trim_end().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Table, record};
    use crate::text::width;

    const COLUMNS: &[&str] = &["id", "title", "number", "expires_at"];

    fn rows() -> Vec<Value> {
        vec![
            json!({"id": "0190-a", "title": "Summer\u{1b}[2J\nfilm", "number": 7, "expires_at": "2026-01-02T10:00:00+00:00"}),
            json!({"id": "0190-b", "title": "日本語の映画\u{202E}", "number": 1200, "expires_at": null}),
        ]
    }

    #[test]
    fn a_table_in_full_has_every_cell_aligned_and_harmless() {
        let lines = Table::new(COLUMNS, None).lines(&rows());
        assert_eq!(
            vec![
                "ID      TITLE            NUMBER  EXPIRES AT",
                "0190-a  Summer\u{FFFD}[2J film       7  2026-01-02 10:00",
                "0190-b  日本語の映画\u{FFFD}      1200",
            ],
            lines
        );
    }

    #[test]
    fn a_narrow_terminal_cuts_titles_then_leaves_columns_out_but_never_cuts_an_id() {
        for cells in 6..60 {
            let lines = Table::new(COLUMNS, Some(cells)).lines(&rows());
            assert!(
                lines.iter().all(|line| width(line) <= cells),
                "{cells}: {lines:?}"
            );
            assert!(lines[1].starts_with("0190-a"), "{cells}: {lines:?}");
        }
        let lines = Table::new(COLUMNS, Some(30)).lines(&rows());
        assert!(lines[1].contains('…'), "{lines:?}");
    }

    #[test]
    fn a_second_page_keeps_the_columns_of_the_first() {
        let mut table = Table::new(COLUMNS, Some(40));
        let first = table.lines(&rows());
        let second = table.lines(&rows());
        assert_eq!(first[1..], second);
    }

    #[test]
    fn a_record_leaves_empty_fields_out() {
        let lines = record(&json!({"id": "a", "title": null, "tags": ["x\u{9b}", "y"]}));
        assert_eq!(vec!["id    a", "tags  x\u{FFFD}, y"], lines);
        assert_eq!(
            vec!["https://example.org"],
            record(&json!("https://example.org"))
        );
    }
}
