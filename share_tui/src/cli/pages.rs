//! Lists of any length, page by page, in as much memory as one page takes.

use serde_json::Value;

use super::failure::Failure;
use super::perform::Desk;
use super::progress::Progress;
use super::task::{Cursor, Pages, Shape};
use crate::call::Call;

/// What the API gives at once at most.
pub(super) const PAGE: usize = 100;

/// Arguments that begin a page behind a row.
pub(super) struct Place(Vec<(&'static str, String)>);

/// A page, and where the next one begins.
pub(super) struct Page {
    /// The rows, as they came.
    pub(super) rows: Vec<String>,
    /// Where the next one begins; none after the last.
    pub(super) next: Option<Place>,
    /// How many were looked at where the search stopped before the page was full.
    pub(super) stopped: Option<u64>,
}

/// Asks for a page.
pub(super) fn page(
    desk: &mut Desk<'_>,
    call: &Call,
    cursor: Cursor,
    from: Option<&Place>,
    limit: usize,
) -> Result<Page, Failure> {
    let from = from.into_iter().flat_map(|Place(arguments)| arguments);
    let call = from.fold(call.clone().with("limit", limit), |call, (name, value)| {
        call.with(name, value)
    });
    let mut rows = desk.call(&call)?;
    let last = rows
        .last()
        .map(|row| serde_json::from_str::<Value>(row))
        .transpose();
    let last = last.map_err(std::io::Error::from)?;
    let of = |name: &str| match last.as_ref()?.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let mut stopped = None;
    // A last row without an id says that so many were looked at, and that it goes on there.
    if let Some(last) = &last
        && last.get("id").is_some_and(Value::is_null)
        && last.get("seen").is_some_and(Value::is_u64)
    {
        stopped = last.get("seen").and_then(Value::as_u64);
        rows.pop();
    }
    let is_last = stopped.is_none() && rows.len() < limit;
    let next = match cursor {
        _ if is_last => None,
        Cursor::Both => of("cursor").map(|key| {
            let at = of("cursor_at").map(|at| ("cursor_at", at));
            Place(at.into_iter().chain([("cursor", key)]).collect())
        }),
        Cursor::Field(name) => of(name).map(|key| Place(vec![("cursor", key)])),
        Cursor::Fields(fields) => {
            let given = fields
                .iter()
                .map(|(field, argument)| Some((*argument, of(field)?)));
            given.collect::<Option<Vec<_>>>().map(Place)
        }
    };
    Ok(Page {
        rows,
        next,
        stopped,
    })
}

/// Shows a list.
pub(super) fn show(desk: &mut Desk<'_>, list: &Pages) -> Result<(), Failure> {
    let mut left = list.limit;
    let mut from = None;
    let mut progress = Progress::new();
    let (mut shown, mut seen) = (0_usize, 0_u64);
    loop {
        if desk.interrupt.is_asked() {
            return Err(Failure::Interrupted(format!("{shown} rows were shown")));
        }
        let limit = left.map_or(PAGE, |left| left.min(PAGE));
        let page = page(desk, &list.call, list.cursor, from.as_ref(), limit)?;
        shown += page.rows.len();
        if !page.rows.is_empty() || shown == 0 && page.next.is_none() {
            progress.clear();
            desk.output.rows(Shape::Table(list.columns), &page.rows)?;
        }
        if let Some(more) = page.stopped {
            seen += more;
            progress.at("searched", seen, None);
        }
        left = left.map(|left| left.saturating_sub(page.rows.len()));
        from = page.next;
        if from.is_none() {
            return Ok(());
        }
        if left == Some(0) {
            progress.clear();
            if !desk.output.is_json() {
                super::tell(&format!(
                    "{shown} rows; there may be more: --limit NUMBER or --all"
                ));
            }
            return Ok(());
        }
    }
}
