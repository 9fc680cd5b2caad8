//! All events into a file or to standard output, as JSON lines.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::cell::escaped;
use super::failure::Failure;
use super::pages::{self, PAGE};
use super::perform::Desk;
use super::progress::Progress;
use super::task::Pages;

/// Writes all events.
pub(super) fn write(desk: &mut Desk<'_>, list: &Pages, file: Option<&Path>) -> Result<(), Failure> {
    let mut out: Box<dyn Write> = match file {
        None => Box::new(BufWriter::new(io::stdout())),
        Some(path) => {
            let made = OpenOptions::new().write(true).create_new(true).open(path);
            let made =
                made.map_err(|came| Failure::Usage(format!("{}: {came}", path.display())))?;
            Box::new(BufWriter::new(made))
        }
    };
    let mut progress = Progress::new();
    let mut written = 0_u64;
    let mut from = None;
    loop {
        if desk.interrupt.is_asked() {
            out.flush()?;
            return Err(Failure::Interrupted(format!(
                "{written} events were written"
            )));
        }
        let page = pages::page(desk, &list.call, list.cursor, from.as_ref(), PAGE)?;
        for row in &page.rows {
            writeln!(out, "{}", escaped(row))?;
            written += 1;
        }
        progress.at("events written:", written, None);
        from = page.next;
        if from.is_none() {
            break;
        }
    }
    out.flush()?;
    progress.clear();
    if let Some(path) = file {
        super::tell(&format!(
            "{written} events were written to {}",
            path.display()
        ));
    }
    Ok(())
}
