//! What is done with many shares: with each by its id, or with all that a filter meets.

use clap::Args;
use serde_json::Value;

use super::failure::Failure;
use super::filter::Filter;
use super::task::{Change, Shape, Task, Work};
use crate::call::Call;

/// Shares by their ids, or all that a filter meets.
#[derive(Debug, Args)]
pub(super) struct Many {
    /// Ids of the shares; or leave them out and say which by options
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// How many shares a step changes at most
    #[arg(long, value_name = "NUMBER", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    step: u32,
    #[command(flatten)]
    filter: Filter,
}

/// What can be done with many shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Revoke,
    Disable,
    Enable,
    Expire,
    Delete,
}

impl Verb {
    /// The word of the API, the function for one share, what was done, and the effect as a question needs it.
    fn words(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Revoke => ("revoke", "share_revoke", "revoked", "End for good"),
            Self::Disable => ("disable", "share_disable", "disabled", "Switch off"),
            Self::Enable => ("enable", "share_enable", "enabled", "Switch on again"),
            Self::Expire => ("expire", "share_expire", "expired", "End now"),
            Self::Delete => ("delete", "share_delete", "deleted", "Delete"),
        }
    }
}

impl Many {
    pub(super) fn task(self, verb: Verb, reason: Option<String>) -> Result<Task, Failure> {
        let (action, function, done, effect) = verb.words();
        if self.ids.is_empty() {
            return self.by_filter(action, done, effect, reason);
        }
        if self.filter.says_more_than_account() {
            return Err(Failure::Usage(
                "name shares by their ids or by a filter, not by both".to_owned(),
            ));
        }
        let account = self.filter.account.clone();
        let about = about(&self.ids, account.as_ref());
        let words = match self.ids.as_slice() {
            [id] => format!("{effect} share {id}?"),
            ids => format!("{effect} {} shares?", ids.len()),
        };
        let calls = self.ids.iter().map(|id| {
            let call = Call::write(function)
                .with("id", id)
                .maybe("account_id", account.as_ref());
            if verb == Verb::Revoke {
                call.maybe("reason", reason.as_ref())
            } else {
                call
            }
        });
        let task = Task::each(calls, Shape::Record);
        // What the opposite command undoes is done at once.
        if matches!(verb, Verb::Disable | Verb::Enable) {
            return Ok(task);
        }
        Ok(task.asking(words).after_a_look(about, summary))
    }

    fn by_filter(
        self,
        action: &'static str,
        done: &'static str,
        effect: &'static str,
        reason: Option<String>,
    ) -> Result<Task, Failure> {
        if self.filter.is_empty() {
            return Err(Failure::Usage(
                "say which shares: by their ids, or by a filter such as --file or --account"
                    .to_owned(),
            ));
        }
        let look = self.filter.onto(Call::read("share_count"));
        let change = Change {
            action,
            done,
            filter: self.filter,
            reason,
            step: self.step,
        };
        Ok(Task::of(Work::Change(Box::new(change)))
            .asking(format!("{effect} all shares that the filter meets?"))
            .after_a_look(look, number))
    }
}

/// What the shares are, for a question.
pub(super) fn about(ids: &[String], account: Option<&String>) -> Call {
    Call::read("share_search")
        .list("ids", ids)
        .maybe("account_id", account)
        .with("limit", 100)
}

pub(super) fn summary(row: &Value) -> String {
    let of = |name: &str| {
        row.get(name)
            .and_then(Value::as_str)
            .unwrap_or("-")
            .to_owned()
    };
    format!(
        "  {}  {}  {}  {}  {}",
        of("id"),
        of("state"),
        of("title"),
        of("filename"),
        of("account_name")
    )
}

fn number(row: &Value) -> String {
    let number = row.get("number").and_then(Value::as_u64).unwrap_or(0);
    let is_exact = row
        .get("is_exact")
        .and_then(Value::as_bool)
        .unwrap_or(false);
    let words = if is_exact { "" } else { "at least " };
    format!("  The filter meets {words}{number} shares.")
}
