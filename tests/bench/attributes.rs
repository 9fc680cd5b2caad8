//! A million attribute values set by one call, beside the plain insert of the rows that they become.

use share_tests::Result;

use crate::backend::Backend;
use crate::contender::{Bar, Contender, Entry, OURS};
use crate::outcome::Outcome;
use crate::stage::Stage;
use crate::{clock, duel};

pub(crate) const CASE: &str = "attributes";
const PLAIN: &str = "plain_insert";
const VALUES: f64 = 1e6;
/// Fewer than elsewhere, since each takes a minute.
const ROUNDS: usize = 3;
const MAKE: &str = include_str!("sql/attributes.sql");
const SET: &str =
    "select share.attribute_value_set_many(files_with_attributes => g.files) from bench.given g";
const INSERT: &str = "insert into share.attribute_value select * from bench.plain";

/// One statement that fills the table, which is empty each time.
struct Fill {
    backend: Backend,
    statement: &'static str,
}

impl Fill {
    fn new(stage: &Stage<'_>, statement: &'static str) -> Result<Self> {
        Ok(Self {
            backend: stage.backend()?,
            statement,
        })
    }
}

impl Contender for Fill {
    fn round(&mut self) -> Result<f64> {
        let start = clock::of_process(self.backend.pid())?;
        self.backend.client().batch_execute(self.statement)?;
        let cost = clock::of_process(self.backend.pid())?.saturating_sub(start);
        self.backend
            .client()
            .batch_execute("truncate share.attribute_value")?;
        Ok(cost.as_secs_f64() * 1e9 / VALUES)
    }
}

/// Runs the case.
pub(crate) fn run(stage: &Stage<'_>) -> Result<Outcome> {
    stage.backend()?.client().batch_execute(MAKE)?;
    let entries = vec![
        Entry::ours(OURS, Fill::new(stage, SET)?, vec![Bar::AtMost(3.0, PLAIN)]),
        Entry::other(PLAIN, Fill::new(stage, INSERT)?),
    ];
    Ok(Outcome {
        rows: duel::measure_rounds(CASE, ROUNDS, entries)?,
        ..Outcome::default()
    })
}
