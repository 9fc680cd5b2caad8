//! Lets contenders work in turns, so that whatever else the machine does meets all of them alike.

use share_tests::Result;

use crate::contender::{Entry, OURS};
use crate::outcome::{Row, Verdict};

/// Rounds that count; one before them warms up.
const ROUNDS: usize = 11;

/// Measures the contenders of a case and compares their medians.
pub(crate) fn measure(case: &'static str, entries: Vec<Entry>) -> Result<Vec<Row>> {
    measure_rounds(case, ROUNDS, entries)
}

/// Does the same with another number of rounds, an odd one.
pub(crate) fn measure_rounds(
    case: &'static str,
    rounds: usize,
    mut entries: Vec<Entry>,
) -> Result<Vec<Row>> {
    let mut costs = vec![Vec::with_capacity(rounds); entries.len()];
    for round in 0..=rounds {
        if round > 0 {
            eprintln!("{case}: round {round} of {rounds}");
        }
        for (entry, costs) in entries.iter_mut().zip(&mut costs) {
            let cost = entry.contender.round()?;
            if round > 0 {
                costs.push(cost);
            }
        }
    }
    let measured: Vec<(&str, f64)> = entries
        .iter()
        .zip(costs)
        .map(|(entry, costs)| (entry.name.as_str(), median(costs)))
        .collect();
    let cost_of = |name: &str| {
        let found = measured.iter().find(|(own, _)| *own == name)?;
        Some(found.1)
    };
    let rows = entries.iter().zip(&measured).map(|(entry, &(name, cost))| {
        let verdict = entry.bars.as_ref().map(|bars| {
            Verdict::all(
                bars.iter()
                    .map(|bar| bar.judge(cost, cost_of))
                    .collect::<Vec<_>>(),
            )
        });
        Row {
            case,
            contender: name.to_owned(),
            cpu_ns: Some(cost),
            wait_ns: None,
            bytes: None,
            ratio: cost_of(OURS).map(|ours| cost / ours),
            verdict,
        }
    });
    Ok(rows.collect())
}

/// The middle value; of an odd number of rounds there is one.
fn median(mut costs: Vec<f64>) -> f64 {
    costs.sort_by(f64::total_cmp);
    costs.get(costs.len() / 2).copied().unwrap_or(f64::NAN)
}
