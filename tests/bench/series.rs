//! Bulk signing over `generate_series`: the same query for each signer, and without one.

use share_tests::Result;

use crate::backend::Query;
use crate::stage::Stage;

/// A signer in SQL.
#[derive(Clone, Copy)]
pub(crate) struct Signer<'a> {
    /// What a row holds, made of its `number`; not measured.
    pub(crate) row: &'a str,
    /// What is signed with it: the row stands in `given`, its number in `number`.
    pub(crate) signed: &'a str,
}

impl Signer<'_> {
    /// The text that is signed for one row.
    pub(crate) fn sample(self, stage: &Stage<'_>, number: u32) -> Result<String> {
        let text = stage.backend()?.text(&format!(
            "select {} from (select number, {} as given from generate_series({number}, {number}) as number) r",
            self.signed, self.row
        ))?;
        Ok(text.unwrap_or_default())
    }

    /// Signs so many rows so many times in a round, less the same query with a constant of the same length.
    pub(crate) fn contender(self, stage: &Stage<'_>, rows: u32, times: u32) -> Result<Query> {
        let length = self.sample(stage, 1)?.len();
        let constant = format!("'{}'::text", "x".repeat(length));
        Query::gross(
            stage.backend()?,
            &self.query(self.signed, rows),
            rows,
            times,
        )?
        .less(&self.query(&constant, rows))
    }

    /// A query that signs as many rows as are asked for; `offset 0` keeps the planner from dropping or merging a part.
    pub(crate) fn query(self, signed: &str, rows: u32) -> String {
        format!(
            "select count(given), count(signed)
            from (
                select given, {signed} as signed
                from (select number, {} as given from generate_series(1, {rows}) as number offset 0) r
                offset 0
            ) s",
            self.row
        )
    }
}
