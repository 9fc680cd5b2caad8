//! What a subcommand wants: calls of the API, how their rows are shown, and what is asked before.

use serde_json::Value;

use super::filter::Filter;
use crate::call::Call;

/// What a subcommand wants done at the server.
#[derive(Debug)]
pub(super) struct Task {
    /// The work.
    pub(super) work: Work,
    /// What is asked before.
    pub(super) question: Option<Question>,
}

/// What is done.
#[derive(Debug)]
pub(super) enum Work {
    /// Calls one after the other; one that fails does not stop the others.
    Calls(Vec<Call>, Shape),
    /// A list, page by page.
    Pages(Pages),
    /// A change of many shares in steps.
    Change(Box<Change>),
    /// What happens, as it happens.
    Tail {
        /// The events looked for.
        call: Call,
        /// How many of those that happened already come first.
        first: usize,
    },
    /// One document, into a file.
    Document {
        /// What the server writes.
        call: Call,
        /// The file; none for standard output.
        file: Option<std::path::PathBuf>,
    },
    /// All events into a file.
    Export {
        /// The events looked for.
        pages: Pages,
        /// The file; none for standard output.
        file: Option<std::path::PathBuf>,
    },
}

/// How rows are shown to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A table of these columns.
    Table(&'static [&'static str]),
    /// A line for each field.
    Record,
    /// The value alone.
    Value,
    /// Findings: a table, and a failure if one of them is an error.
    Findings,
}

/// A list.
#[derive(Debug)]
pub(super) struct Pages {
    /// The call without limit and cursor.
    pub(super) call: Call,
    /// Where the next page begins.
    pub(super) cursor: Cursor,
    /// How many rows at most.
    pub(super) limit: Option<usize>,
    /// The columns for people.
    pub(super) columns: &'static [&'static str],
}

/// How the next page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cursor {
    /// By `cursor_at` and `cursor` of the last row.
    Both,
    /// By a field of the last row.
    Field(&'static str),
    /// By fields of the last row, each with the argument that takes it.
    Fields(&'static [(&'static str, &'static str)]),
}

/// A change of many shares.
#[derive(Debug)]
pub(super) struct Change {
    /// `revoke`, `disable`, `enable`, `expire` or `delete`.
    pub(super) action: &'static str,
    /// What was done, for people.
    pub(super) done: &'static str,
    /// Which shares.
    pub(super) filter: Filter,
    /// Why.
    pub(super) reason: Option<String>,
    /// How many shares a step changes at most.
    pub(super) step: u32,
}

/// Says a row in words.
pub(super) type Say = fn(&Value) -> String;

/// What is asked before something is done.
#[derive(Debug)]
pub(super) struct Question {
    /// Whether to do it.
    pub(super) words: String,
    /// What shows the effect.
    pub(super) look: Option<(Call, Say)>,
}

impl Task {
    /// One call.
    pub(super) fn one(call: Call, shape: Shape) -> Self {
        Self::of(Work::Calls(vec![call], shape))
    }

    /// Calls one after the other.
    pub(super) fn each(calls: impl IntoIterator<Item = Call>, shape: Shape) -> Self {
        Self::of(Work::Calls(calls.into_iter().collect(), shape))
    }

    /// Some work.
    pub(super) fn of(work: Work) -> Self {
        Self {
            work,
            question: None,
        }
    }

    /// Asks before it is done.
    pub(super) fn asking(mut self, words: impl Into<String>) -> Self {
        self.question = Some(Question {
            words: words.into(),
            look: None,
        });
        self
    }

    /// Shows something before it asks.
    pub(super) fn after_a_look(mut self, call: Call, say: Say) -> Self {
        if let Some(question) = &mut self.question {
            question.look = Some((call, say));
        }
        self
    }
}

/// How long a list may be.
#[derive(Debug, clap::Args)]
pub(super) struct Length {
    /// How many rows at most
    #[arg(long, value_name = "NUMBER", default_value_t = 100, value_parser = clap::value_parser!(u64).range(1..))]
    limit: u64,
    /// All rows, however many
    #[arg(long, conflicts_with = "limit")]
    all: bool,
}

impl Length {
    /// The first page of a call, which has no other.
    pub(super) fn page(&self, call: Call, columns: &'static [&'static str]) -> Task {
        let limit = self.limit.min(super::pages::PAGE as u64);
        Task::one(call.with("limit", limit), Shape::Table(columns))
    }

    /// The list of a call.
    pub(super) fn pages(
        &self,
        call: Call,
        cursor: Cursor,
        columns: &'static [&'static str],
    ) -> Task {
        Task::of(Work::Pages(Pages {
            call,
            cursor,
            limit: (!self.all).then(|| usize::try_from(self.limit).unwrap_or(usize::MAX)),
            columns,
        }))
    }
}
