//! The filter line of the shares, read into the arguments of a search. Pure.

use jiff::{SignedDuration, Timestamp};

use super::terms::{self, Part, Wrong};
use super::when;
use crate::call::Call;

/// The names of terms, and what each wants; in the order in which they are told.
pub(super) const TERMS: &[(&str, &str)] = &[
    (
        "state",
        "active scheduled disabled exhausted expired revoked",
    ),
    ("visibility", "public private"),
    ("account", "id or name"),
    ("file", "id"),
    ("segment", "id"),
    ("recipient", "user id or mail address"),
    ("owner", "id"),
    ("expires", "<7d >1d <2026-03-01 2026-03-01"),
    ("created", "<7d >30d <2026-03-01 2026-03-01"),
    ("password", "yes no"),
    ("link", "URL, slug or id"),
];

/// Which account is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Account {
    /// By its id.
    Id(String),
    /// By its name, which has to be looked up.
    Name(String),
}

/// A filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// Names and values of arguments; times are resolved, so that pages go on where they began.
    arguments: Vec<(&'static str, String)>,
    pub(super) account: Option<Account>,
    /// A URL, slug or id to be found first.
    pub(super) link: Option<String>,
    /// What was found by the link.
    pub(super) ids: Option<Vec<String>>,
}

impl Filter {
    /// Reads a line.
    pub(super) fn parse(line: &str, now: Timestamp) -> Result<Self, Wrong> {
        let mut filter = Self::default();
        let mut words: Vec<String> = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        // A URL has no quotes to be read and no terms.
        if is_url(line.trim()) {
            filter.link = Some(line.trim().to_owned());
            return Ok(filter);
        }
        for part in terms::parse(line)? {
            match part {
                Part::Word(word) => words.push(word),
                Part::Term(name, value) => {
                    if seen.contains(&name) {
                        return Err(Wrong(format!("{name}: is there twice")));
                    }
                    filter.term(&name, value, now)?;
                    seen.push(name);
                }
            }
        }
        if !words.is_empty() {
            filter.arguments.push(("text", words.join(" ")));
        }
        Ok(filter)
    }

    fn term(&mut self, name: &str, value: String, now: Timestamp) -> Result<(), Wrong> {
        let Some((name, wanted)) = TERMS.iter().find(|(known, _)| *known == name) else {
            let known: Vec<&str> = TERMS.iter().map(|(known, _)| *known).collect();
            let known = known.join(" ");
            return Err(Wrong(format!("no filter {name}: (there are {known})")));
        };
        let refuse = || Wrong(format!("{name}: wants {wanted}"));
        if value.is_empty() {
            return Err(refuse());
        }
        let argument = match *name {
            "state" | "visibility" => {
                if !wanted.split(' ').any(|word| word == value) {
                    return Err(refuse());
                }
                if *name == "state" {
                    "state"
                } else {
                    "visibility"
                }
            }
            "file" | "segment" => {
                if !is_id(&value) {
                    return Err(refuse());
                }
                if *name == "file" {
                    "file_id"
                } else {
                    "file_segment_id"
                }
            }
            "account" => {
                self.account = Some(if is_id(&value) {
                    Account::Id(value)
                } else {
                    Account::Name(value)
                });
                return Ok(());
            }
            "link" => {
                self.link = Some(value);
                return Ok(());
            }
            "recipient" => "recipient",
            "owner" => "owner_id",
            "password" => {
                let has = match value.as_str() {
                    "yes" => "true",
                    "no" => "false",
                    _ => return Err(refuse()),
                };
                self.arguments.push(("has_password", has.to_owned()));
                return Ok(());
            }
            "expires" => return self.expires(&value, now).ok_or_else(refuse),
            _ => return self.created(&value, now).ok_or_else(refuse),
        };
        self.arguments.push((argument, value));
        Ok(())
    }

    /// Spans count from now on: what ends within 7 days has not ended yet.
    fn expires(&mut self, value: &str, now: Timestamp) -> Option<()> {
        if let Some((begin, end)) = when::day(value) {
            self.time("expires_after", begin);
            self.time("expires_before", end);
            return Some(());
        }
        let (is_before, value) = compared(value)?;
        match (is_before, when::span(value)) {
            (true, Some(span)) => {
                self.time("expires_after", now);
                self.time("expires_before", add(now, span)?);
            }
            (false, Some(span)) => self.time("expires_after", add(now, span)?),
            (true, None) => self.time("expires_before", when::time(value, now)?),
            (false, None) => self.time("expires_after", when::time(value, now)?),
        }
        Some(())
    }

    /// Spans count back from now: what is younger than 7 days was made after then.
    fn created(&mut self, value: &str, now: Timestamp) -> Option<()> {
        if let Some((begin, end)) = when::day(value) {
            self.time("created_after", begin);
            self.time("created_before", end);
            return Some(());
        }
        let (is_less, value) = compared(value)?;
        match (is_less, when::span(value)) {
            (true, Some(span)) => self.time("created_after", add(now, -span)?),
            (false, Some(span)) => self.time("created_before", add(now, -span)?),
            (true, None) => self.time("created_before", when::time(value, now)?),
            (false, None) => self.time("created_after", when::time(value, now)?),
        }
        Some(())
    }

    fn time(&mut self, argument: &'static str, at: Timestamp) {
        self.arguments.push((argument, at.to_string()));
    }

    /// Whether nothing is left out.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether something has to be asked before the search can be.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.account, Some(Account::Name(_))) || self.link.is_some() && self.ids.is_none()
    }

    /// Adds the account alone.
    pub(super) fn account_only(&self, call: Call) -> Call {
        match &self.account {
            Some(Account::Id(id)) => call.with("account_id", id),
            _ => call,
        }
    }

    /// Adds the filter to a call.
    pub(super) fn apply(&self, call: Call) -> Call {
        let arguments = self.arguments.iter();
        let call = arguments.fold(call, |call, (name, value)| call.with(name, value));
        let call = self.account_only(call);
        match &self.ids {
            Some(ids) => call.list("ids", ids),
            None => call,
        }
    }
}

fn compared(value: &str) -> Option<(bool, &str)> {
    match value.strip_prefix('<') {
        Some(rest) => Some((true, rest)),
        None => Some((false, value.strip_prefix('>')?)),
    }
}

fn add(now: Timestamp, span: SignedDuration) -> Option<Timestamp> {
    now.checked_add(span).ok()
}

fn is_url(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && (text.contains("://") || text.starts_with('/') && text.len() > 1)
}

/// Whether a text is a UUID in its usual form.
pub(crate) fn is_id(text: &str) -> bool {
    text.len() == 36
        && text.char_indices().all(|(place, letter)| match place {
            8 | 13 | 18 | 23 => letter == '-',
            _ => letter.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
#[path = "filter_tests.rs"]
mod tests;
