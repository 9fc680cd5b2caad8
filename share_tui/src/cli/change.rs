//! A change of many shares in steps, each a transaction of its own: what was done is done, also when it is interrupted.

use serde_json::Value;

use super::failure::Failure;
use super::perform::Desk;
use super::progress::Progress;
use super::task::{Change, Shape};
use crate::call::Call;

/// Makes the change.
pub(super) fn perform(desk: &mut Desk<'_>, wanted: &Change) -> Result<(), Failure> {
    let counted = desk.values(&wanted.filter.onto(Call::read("share_count")))?;
    let total = counted
        .first()
        .filter(|row| row.get("is_exact") == Some(&Value::Bool(true)))
        .and_then(|row| row.get("number")?.as_u64());
    // A step comes to its end; between two of them is time to stop.
    desk.interrupt.cancels(None);
    let mut progress = Progress::new();
    let (mut changed, mut matched) = (0, 0);
    let mut from: Option<(Option<String>, String)> = None;
    loop {
        let said = format!("{changed} shares were {}", wanted.done);
        if desk.interrupt.is_asked() {
            return Err(Failure::Interrupted(format!(
                "{said}, the others were left as they are"
            )));
        }
        progress.at(wanted.done, matched, total);
        let mut call = wanted
            .filter
            .onto(Call::write("share_change_some"))
            .with("action", wanted.action)
            .with("limit", wanted.step)
            .maybe("reason", wanted.reason.as_ref());
        if let Some((at, key)) = &from {
            call = call.maybe("cursor_at", at.as_ref()).with("cursor", key);
        }
        let rows = desk.call(&call).inspect_err(|_| {
            progress.clear();
            if changed > 0 {
                super::tell(&format!("share_tui: {said} before this:"));
            }
        })?;
        let step: Value = rows
            .first()
            .map_or(Ok(Value::Null), |row| serde_json::from_str(row))
            .map_err(std::io::Error::from)?;
        let number = |name: &str| step.get(name).and_then(Value::as_u64).unwrap_or(0);
        changed += number("changed");
        matched += number("matched");
        if desk.output.is_json() {
            desk.output.rows(Shape::Record, &rows)?;
        }
        let of = |name: &str| step.get(name).and_then(Value::as_str).map(str::to_owned);
        from = of("cursor").map(|key| (of("cursor_at"), key));
        // Without a place to go on from, another step would begin anew.
        if step.get("is_complete") == Some(&Value::Bool(true)) || from.is_none() {
            break;
        }
    }
    progress.clear();
    let rest = matched - changed.min(matched);
    let same = if rest > 0 {
        format!(", {rest} were so already")
    } else {
        String::new()
    };
    super::tell(&format!("{changed} shares were {}{same}", wanted.done));
    Ok(())
}
