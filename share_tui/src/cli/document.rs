//! One document that the server writes, to a file or to standard output.

use std::fs::OpenOptions;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use serde_json::Value;

use super::failure::Failure;
use super::perform::Desk;
use super::task::Shape;
use crate::call::Call;
use crate::text::is_harmful;

/// Writes it; to standard output with `--json` as the row that it is.
pub(super) fn write(desk: &mut Desk<'_>, call: &Call, file: Option<&Path>) -> Result<(), Failure> {
    let rows = desk.call(call)?;
    let Some(path) = file else {
        if desk.output.is_json() {
            return desk.output.rows(Shape::Record, &rows);
        }
        let body = body(&rows)?;
        let mut out = io::stdout();
        let is_seen = out.is_terminal();
        let text = if is_seen { harmless(&body) } else { body };
        out.write_all(text.as_bytes())?;
        return Ok(out.flush()?);
    };
    let body = body(&rows)?;
    let came = |came: io::Error| Failure::Usage(format!("{}: {came}", path.display()));
    let made = OpenOptions::new().write(true).create_new(true).open(path);
    made.map_err(came)?.write_all(body.as_bytes())?;
    super::tell(&format!("written to {}", path.display()));
    Ok(())
}

fn body(rows: &[String]) -> Result<String, Failure> {
    let row = rows.first().map_or("null", String::as_str);
    let row: Value = serde_json::from_str(row).map_err(io::Error::from)?;
    let body = row.get("body").and_then(Value::as_str);
    Ok(body.unwrap_or_default().to_owned())
}

/// The text as a terminal may see it; its lines stay.
fn harmless(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|letter| match letter {
            '\n' | '\t' => letter,
            letter if is_harmful(letter) => '\u{FFFD}',
            letter => letter,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn lines_stay_and_what_steers_a_terminal_does_not() {
        assert_eq!(
            "a\n\tb\u{FFFD}[2J\u{FFFD}",
            harmless("a\r\n\tb\u{1b}[2J\u{202E}")
        );
    }
}
