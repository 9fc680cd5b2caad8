//! Does what a subcommand wants: asks, calls, shows.

use serde_json::Value;

use super::ask::consent;
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::output::Output;
use super::task::{Question, Shape, Task, Work};
use super::{change, document, export, pages, tail};
use crate::call::{Access, Call};
use crate::cli::connection::Target;
use crate::db::problem::{Kind, Problem};
use crate::db::session::Session;
use crate::log;
use crate::text::clean;

/// What commands work with.
pub(super) struct Desk<'a> {
    pub(super) session: Session,
    pub(super) output: Output,
    pub(super) interrupt: Interrupt,
    pub(super) target: &'a Target,
    pub(super) says_yes: bool,
}

impl Desk<'_> {
    /// Makes a call and logs what became of it.
    pub(super) fn call(&mut self, call: &Call) -> Result<Vec<String>, Failure> {
        let result = self.session.call(call);
        match &result {
            Ok(rows) => log::write(call.function(), &format!("{} rows", rows.len())),
            Err(problem) => log::write(call.function(), &problem.to_string()),
        }
        match result {
            Ok(rows) => Ok(rows),
            Err(problem) if problem.kind == Kind::Cancelled && self.interrupt.is_asked() => {
                Err(Failure::Interrupted(String::new()))
            }
            Err(problem)
                if problem.kind == Kind::Unreachable && call.access() == Access::Writes =>
            {
                Err(Problem::unknown_outcome().into())
            }
            Err(problem) => Err(problem.into()),
        }
    }

    /// Makes a call and reads its rows.
    pub(super) fn values(&mut self, call: &Call) -> Result<Vec<Value>, Failure> {
        let rows = self.call(call)?;
        let read: Result<Vec<Value>, _> =
            rows.iter().map(|row| serde_json::from_str(row)).collect();
        Ok(read.map_err(std::io::Error::from)?)
    }

    /// Does a task.
    pub(super) fn perform(&mut self, task: Task) -> Result<(), Failure> {
        if let Some(question) = &task.question {
            self.settle(question)?;
        }
        match task.work {
            Work::Calls(calls, shape) => self.each(&calls, shape),
            Work::Pages(list) => pages::show(self, &list),
            Work::Change(wanted) => change::perform(self, &wanted),
            Work::Tail { call, first } => tail::follow(self, &call, first),
            Work::Document { call, file } => document::write(self, &call, file.as_deref()),
            Work::Export { pages, file } => export::write(self, &pages, file.as_deref()),
        }
    }

    fn settle(&mut self, question: &Question) -> Result<(), Failure> {
        // Refused at once, and not only after something was shown.
        if self.target.system.is_read_only {
            return Err(Problem::new(
                Kind::ReadOnly,
                "this session only reads",
                Some("leave out --read-only to make changes"),
            )
            .into());
        }
        if let Some((call, say)) = &question.look
            && !self.says_yes
        {
            for row in self.values(call)? {
                super::tell(&clean(&say(&row)));
            }
        }
        consent(&question.words, self.says_yes, &self.interrupt)
    }

    fn each(&mut self, calls: &[Call], shape: Shape) -> Result<(), Failure> {
        let mut first = None;
        for (place, call) in calls.iter().enumerate() {
            if self.interrupt.is_asked() {
                return Err(Failure::Interrupted(format!(
                    "{place} of {} are done",
                    calls.len()
                )));
            }
            let result = self.call(call).and_then(|rows| {
                self.output.rows(shape, &rows)?;
                findings(shape, &rows)
            });
            match result {
                Ok(()) => {}
                // The others can still be had, unless nobody is there to answer or to read.
                Err(Failure::Problem(problem))
                    if calls.len() > 1 && problem.kind != Kind::Unreachable =>
                {
                    let known = ["id", "comment_id", "file_id"];
                    let which = known.iter().find_map(|name| call.argument(name));
                    let which = which.unwrap_or_default();
                    super::tell(&clean(&format!("share_tui: {which}: {problem}")));
                    first.get_or_insert(Failure::Problem(problem).code());
                }
                Err(failure) => return Err(failure),
            }
        }
        first.map_or(Ok(()), |code| Err(Failure::Said(code)))
    }
}

/// Something that is wrong now is a failure for programs that ask the doctor.
fn findings(shape: Shape, rows: &[String]) -> Result<(), Failure> {
    let is_wrong = |row: &String| {
        let row = serde_json::from_str::<Value>(row).unwrap_or_default();
        row.get("severity")
            .is_some_and(|severity| severity == "error")
    };
    if shape == Shape::Findings && rows.iter().any(is_wrong) {
        return Err(Failure::Said(1));
    }
    Ok(())
}
