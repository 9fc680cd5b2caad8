//! Events as they happen: by the server's announcements where it can make them, else by looking again now and then.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use postgres::Client;
use postgres::fallible_iterator::FallibleIterator as _;
use serde_json::Value;

use super::event;
use super::failure::Failure;
use super::pages::{self, PAGE};
use super::perform::Desk;
use super::task::{Cursor, Shape};
use crate::call::Call;
use crate::db::problem::{Kind, Problem};

/// The channel on which the server announces events.
pub(super) const CHANNEL: &str = "pg_share_event";
/// A transaction that lasts long commits events that are older than others.
const OVERLAP: SignedDuration = SignedDuration::from_secs(10);
/// After the last announcement there may be more: each server process makes one a second at most.
const AFTERWARDS: Duration = Duration::from_millis(1_500);
/// Announcements may be missing.
const AT_LEAST: Duration = Duration::from_secs(30);
/// Without announcements.
const BY_TIMER: Duration = Duration::from_secs(3);
/// How long a signal may wait.
const PATIENCE: Duration = Duration::from_millis(200);
/// So many ids are remembered.
const KNOWN: usize = 20_000;

/// Which events were shown.
struct Shown {
    ids: VecDeque<String>,
    last: Timestamp,
}

impl Shown {
    /// Whether an event is a new one; remembers it.
    fn takes(&mut self, row: &str) -> bool {
        let row: Value = serde_json::from_str(row).unwrap_or_default();
        let text = |name: &str| row.get(name).and_then(Value::as_str);
        let Some(id) = text("id") else {
            return false;
        };
        if let Some(at) = text("at").and_then(|at| at.parse::<Timestamp>().ok()) {
            self.last = self.last.max(at);
        }
        if self.ids.iter().any(|known| known == id) {
            return false;
        }
        self.ids.push_back(id.to_owned());
        if self.ids.len() > KNOWN {
            self.ids.pop_front();
        }
        true
    }
}

/// Shows events until it is interrupted.
pub(super) fn follow(desk: &mut Desk<'_>, call: &Call, first: usize) -> Result<(), Failure> {
    let mut shown = Shown {
        ids: VecDeque::new(),
        last: Timestamp::now(),
    };
    // Before the first look, so that nothing falls between the two.
    let mut listener = listen(desk);
    if first > 0 {
        let call = call.clone().with("descending", true);
        let mut rows = pages::page(desk, &call, Cursor::Both, None, first)?.rows;
        rows.reverse();
        rows.retain(|row| shown.takes(row));
        desk.output.rows(Shape::Table(event::COLUMNS), &rows)?;
    }
    let mut is_expected = false;
    loop {
        let time = match (is_expected, &listener) {
            (true, _) => AFTERWARDS,
            (false, Some(_)) => AT_LEAST,
            (false, None) => BY_TIMER,
        };
        // At once, and once more when everything has been committed that was announced together.
        is_expected = wait(desk, &mut listener, time)?;
        look(desk, call, &mut shown)?;
    }
}

/// Shows what is new.
fn look(desk: &mut Desk<'_>, call: &Call, shown: &mut Shown) -> Result<(), Failure> {
    let since = shown.last.saturating_sub(OVERLAP).unwrap_or(shown.last);
    let call = call.clone().with("after", since).with("descending", false);
    let mut from = None;
    loop {
        let mut page = pages::page(desk, &call, Cursor::Both, from.as_ref(), PAGE)?;
        page.rows.retain(|row| shown.takes(row));
        if !page.rows.is_empty() {
            desk.output.rows(Shape::Table(event::COLUMNS), &page.rows)?;
        }
        from = page.next;
        if from.is_none() || desk.interrupt.is_asked() {
            return Ok(());
        }
    }
}

/// A session of its own, which hears announcements.
fn listen(desk: &mut Desk<'_>) -> Option<Client> {
    let heard = desk.target.connect_again().and_then(|connected| {
        let mut client = connected.client;
        client
            .batch_execute(&format!("listen {CHANNEL}"))
            .map_err(|came| Problem::from(&came))?;
        Ok(client)
    });
    match heard {
        Ok(client) => Some(client),
        Err(problem) => {
            super::tell(&crate::text::clean(&format!(
                "the server announces nothing here ({problem}): looking every {} s",
                BY_TIMER.as_secs()
            )));
            None
        }
    }
}

/// Waits until it is worth to look; tells whether something was announced.
fn wait(desk: &Desk<'_>, listener: &mut Option<Client>, time: Duration) -> Result<bool, Failure> {
    let until = Instant::now() + time;
    loop {
        if desk.interrupt.is_asked() {
            return Err(Failure::Interrupted(String::new()));
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(false);
        }
        let Some(client) = listener else {
            std::thread::sleep(left.min(PATIENCE));
            continue;
        };
        let heard = client
            .notifications()
            .timeout_iter(left.min(PATIENCE))
            .next();
        match heard {
            Ok(Some(_)) => return Ok(true),
            Ok(None) if client.is_closed() => return Err(lost("the server has gone").into()),
            Ok(None) => {}
            Err(came) => return Err(Problem::from(&came).into()),
        }
    }
}

fn lost(words: &str) -> Problem {
    Problem::new(Kind::Unreachable, words, None)
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::Shown;

    #[test]
    fn an_event_is_shown_once_and_a_late_one_does_not_turn_the_time_back() {
        let mut shown = Shown {
            ids: VecDeque::new(),
            last: "2026-01-01T00:00:00Z".parse().unwrap(),
        };
        assert!(shown.takes(r#"{"id":"b","at":"2026-01-02T10:00:00+00:00"}"#));
        assert!(shown.takes(r#"{"id":"a","at":"2026-01-02T09:59:58+00:00"}"#));
        assert!(!shown.takes(r#"{"id":"b","at":"2026-01-02T10:00:00+00:00"}"#));
        assert!(!shown.takes(r#"{"id":null}"#));
        assert_eq!("2026-01-02T10:00:00Z", shown.last.to_string());
    }
}
