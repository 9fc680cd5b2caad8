//! Bulk signing from one row to a million: what a row costs, and what a backend keeps.

use share_tests::Result;

use crate::contender::{Bar, Entry, OURS};
use crate::outcome::{Outcome, Row, Verdict};
use crate::series::Signer;
use crate::stage::Stage;
use crate::{duel, native_token, token};

pub(crate) const CASE: &str = "growth";
const MILLION: u32 = 1_000_000;
/// The most by which a million signatures in one transaction may let a backend grow.
const MOST_GROWTH: i64 = 10_000_000;

/// Runs the case.
pub(crate) fn run(stage: &Stage<'_>) -> Result<Outcome> {
    let signer = Signer {
        row: token::ROW,
        signed: &token::fill(native_token::SIGN),
    };
    let mut entries = Vec::new();
    for rows in [1, 10, 100, 1_000, 10_000, 100_000] {
        // A statement of its own costs some microseconds: enough of them make up a measurable time.
        let times = (100_000 / rows).min(4_000);
        entries.push(Entry::ours(
            &format!("{OURS}_{rows}"),
            signer.contender(stage, rows, times)?,
            Vec::new(),
        ));
    }
    entries.push(Entry::ours(
        OURS,
        signer.contender(stage, MILLION, 1)?,
        vec![Bar::AtMost(1.3, "pg_share_10000")],
    ));
    let mut rows = duel::measure(CASE, entries)?;
    rows.push(memory(stage, signer)?);
    Ok(Outcome {
        rows,
        ..Outcome::default()
    })
}

/// A million signatures in a transaction that has already walked over a million rows without signing.
fn memory(stage: &Stage<'_>, signer: Signer<'_>) -> Result<Row> {
    eprintln!("{CASE}: memory");
    let mut backend = stage.backend()?;
    backend.client().batch_execute("begin")?;
    backend
        .client()
        .batch_execute(&signer.query("'x'::text", MILLION))?;
    backend
        .client()
        .batch_execute(&signer.query(signer.signed, 1_000))?;
    let figures = ["RssAnon", "VmHWM"];
    let before = figures.map(|figure| backend.memory(figure));
    backend
        .client()
        .batch_execute(&signer.query(signer.signed, MILLION))?;
    // What stays, or what was needed on the way, whichever is more.
    let mut growth = 0;
    for (figure, before) in figures.iter().zip(before) {
        growth = growth.max(backend.memory(figure)? - before?);
    }
    Ok(Row {
        case: CASE,
        contender: format!("{OURS}_memory"),
        cpu_ns: None,
        wait_ns: None,
        bytes: Some(growth),
        ratio: None,
        verdict: Some(Verdict::all(vec![(
            format!("< {} MB", MOST_GROWTH / 1_000_000),
            growth < MOST_GROWTH,
        )])),
    })
}
