//! What a filter names and the search does not know: an account's name, and what a link leads to.

use jiff::Timestamp;
use serde::Deserialize;

use super::filter::{Account, Filter};
use super::terms::Wrong;
use crate::call::Call;
use crate::desk::{Desk, Tone};
use crate::message::{Number, Reply};
use crate::moment::Moment;

/// Accounts of a page, and how many pages are looked through for a name.
const PAGE: usize = 100;
const MOST_PAGES: usize = 100;
/// The most that a search takes.
const MOST_IDS: usize = 10_000;

/// How a look-up stands.
pub(super) enum Found {
    /// Not yet, or the reply is of another call.
    Waiting,
    /// There is no such thing.
    Nothing(Wrong),
    /// All is known.
    Filter(Filter),
}

#[derive(Deserialize)]
struct AccountRow {
    id: String,
    name: String,
}

#[derive(Deserialize)]
struct FoundShare {
    share_id: String,
    state: String,
    found_by: String,
    recipient_id: Option<String>,
    expires_at: Option<Moment>,
}

/// A look-up.
pub(super) struct Lookup {
    filter: Filter,
    awaited: Number,
    pages: usize,
    /// Accounts that have the name so far.
    named: Vec<String>,
}

impl Lookup {
    /// Asks for what is not known.
    pub(super) fn begin(filter: Filter, desk: &mut Desk) -> Self {
        let awaited = desk.ask(call(&filter, None));
        Self {
            filter,
            awaited,
            pages: 0,
            named: Vec::new(),
        }
    }

    /// Takes a reply.
    pub(super) fn take(&mut self, reply: &Reply, desk: &mut Desk) -> Found {
        if self.awaited != reply.number {
            return Found::Waiting;
        }
        if let Some(Account::Name(name)) = self.filter.account.clone() {
            return self.account(&name, reply, desk);
        }
        let found: Vec<FoundShare> = match reply.rows() {
            Ok(found) => found,
            Err(problem) => return Found::Nothing(Wrong(problem.to_string())),
        };
        if found.is_empty() {
            return Found::Nothing(Wrong("no share is found by this link".to_owned()));
        }
        desk.say(Tone::Info, told(&found, desk.now()));
        let mut ids: Vec<String> = found.into_iter().map(|found| found.share_id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.truncate(MOST_IDS);
        self.filter.ids = Some(ids);
        Found::Filter(self.filter.clone())
    }

    fn account(&mut self, name: &str, reply: &Reply, desk: &mut Desk) -> Found {
        let rows: Vec<AccountRow> = match reply.rows() {
            Ok(rows) => rows,
            Err(problem) => return Found::Nothing(Wrong(problem.to_string())),
        };
        let wanted = name.to_lowercase();
        let named = rows.iter().filter(|row| row.name.to_lowercase() == wanted);
        self.named.extend(named.map(|row| row.id.clone()));
        self.pages += 1;
        if let Some(last) = rows
            .last()
            .filter(|_| rows.len() >= PAGE && self.pages < MOST_PAGES)
        {
            self.awaited = desk.ask(call(&self.filter, Some(&last.id)));
            return Found::Waiting;
        }
        match self.named.as_slice() {
            [] => {
                return Found::Nothing(Wrong(format!(
                    "account: there is none with the name {name}"
                )));
            }
            [id] => self.filter.account = Some(Account::Id(id.clone())),
            [first, ..] => {
                let many = self.named.len();
                return Found::Nothing(Wrong(format!(
                    "account: {many} have this name; give an id, as {first}"
                )));
            }
        }
        if self.filter.is_open() {
            self.awaited = desk.ask(call(&self.filter, None));
            return Found::Waiting;
        }
        Found::Filter(self.filter.clone())
    }
}

/// The account comes first.
fn call(filter: &Filter, cursor: Option<&String>) -> Call {
    match (&filter.account, &filter.link) {
        (Some(Account::Name(_)), _) | (_, None) => Call::read("account_list")
            .with("limit", PAGE)
            .maybe("cursor", cursor),
        (_, Some(link)) => Call::read("share_find").with("url", link),
    }
}

/// What was found, in a sentence.
fn told(found: &[FoundShare], now: Timestamp) -> String {
    let [one] = found else {
        let many = found.len();
        let by = found.first().map_or("", |found| &found.found_by);
        return format!("found by {by}: {many} shares hand it out");
    };
    let mut words = format!(
        "found by {}: {} ({})",
        one.found_by, one.share_id, one.state
    );
    if let Some(recipient) = &one.recipient_id {
        words = format!("{words}; the link of recipient {recipient}");
    }
    if let Some(end) = one.expires_at {
        let end = if end.is_past(now) {
            format!("ended {}", end.relative(now))
        } else {
            format!("ends {}", end.relative(now))
        };
        words = format!("{words}; the URL {end}");
    }
    words
}
