//! Standard output: rows for people or programs. Whoever stops reading ends the program quietly.

use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write};

use serde_json::Value;

use super::cell::{cell, escaped};
use super::failure::Failure;
use super::table::{Table, record};
use super::task::Shape;

/// Where rows go.
pub(super) struct Output {
    out: BufWriter<Stdout>,
    is_json: bool,
    is_coloured: bool,
    cells: Option<usize>,
    table: Option<Table>,
    records: usize,
}

impl Output {
    /// Standard output.
    pub(super) fn new(is_json: bool, is_coloured: bool) -> Self {
        let cells = io::stdout()
            .is_terminal()
            .then(|| crossterm::terminal::size().ok())
            .flatten();
        Self {
            out: BufWriter::new(io::stdout()),
            is_json,
            is_coloured,
            cells: cells
                .map(|(wide, _)| usize::from(wide))
                .filter(|wide| *wide > 0),
            table: None,
            records: 0,
        }
    }

    /// Whether it is for programs.
    pub(super) fn is_json(&self) -> bool {
        self.is_json
    }

    /// Shows rows as they came from the server.
    pub(super) fn rows(&mut self, shape: Shape, rows: &[String]) -> Result<(), Failure> {
        if self.is_json {
            return Ok(self.lines(rows.iter().map(|row| escaped(row)))?);
        }
        let rows = rows
            .iter()
            .map(|row| serde_json::from_str(row))
            .collect::<Result<Vec<Value>, _>>()
            .map_err(io::Error::from)?;
        match shape {
            Shape::Table(columns) => self.table(columns, &rows),
            Shape::Findings => self.table(&["severity", "area", "finding", "advice"], &rows),
            Shape::Value => Ok(self.lines(rows.iter().map(|row| cell("", Some(row))))?),
            Shape::Record => {
                for row in &rows {
                    let gap = (self.records > 0).then(String::new);
                    self.lines(gap.into_iter().chain(record(row)))?;
                    self.records += 1;
                }
                Ok(())
            }
        }
    }

    fn table(&mut self, columns: &'static [&'static str], rows: &[Value]) -> Result<(), Failure> {
        let cells = self.cells;
        let is_first = self.table.is_none();
        let table = self.table.get_or_insert_with(|| Table::new(columns, cells));
        let mut lines = table.lines(rows);
        if is_first
            && self.is_coloured
            && let Some(head) = lines.first_mut()
        {
            *head = format!("\u{1b}[1m{head}\u{1b}[0m");
        }
        Ok(self.lines(lines)?)
    }

    fn lines(&mut self, lines: impl IntoIterator<Item = String>) -> io::Result<()> {
        for line in lines {
            writeln!(self.out, "{line}")?;
        }
        self.out.flush()
    }
}
