//! The program behind `make bench`: what work costs here, and what it costs elsewhere, side by side in one run.
//!
//! What counts is CPU time and the ratio of two costs; neither a figure of another machine nor the time on the wall, but
//! for the operator's terminal, where somebody waits.

mod attributes;
mod backend;
mod bare_hmac;
mod clock;
mod contender;
mod duel;
mod growth;
mod lap;
mod library;
mod many_shares;
mod native_token;
mod one_share;
mod outcome;
mod pane;
mod peer;
mod playlist;
mod presign;
mod s3_presign;
mod series;
mod stage;
mod terminal;
mod token;

use std::fs;
use std::process::ExitCode;

use share_tests::{Error, Place, Result};

use crate::outcome::Outcome;
use crate::stage::Stage;

/// A case: its name, what it is about, how it runs.
type Case = (
    &'static str,
    &'static str,
    fn(&Stage<'_>) -> Result<Outcome>,
);

const CASES: [Case; 12] = [
    (
        native_token::CASE,
        "stream URLs with a native token, over plain rows and over shares",
        native_token::run,
    ),
    (
        bare_hmac::CASE,
        "bare HMAC-SHA-256 of 120 bytes",
        bare_hmac::run,
    ),
    (
        s3_presign::CASE,
        "presigned URLs of S3 (Signature Version 4)",
        s3_presign::run,
    ),
    (
        growth::CASE,
        "cost per row and memory from one row to a million",
        growth::run,
    ),
    (
        playlist::CASE,
        "a playlist of 1,200 segments signed by one statement",
        playlist::run,
    ),
    (
        one_share::GET,
        "a share with its signed URLs, beside the prepared select of the same row",
        one_share::get,
    ),
    (
        one_share::CREATE,
        "a new share with its event, beside the two prepared inserts",
        one_share::create,
    ),
    (
        one_share::OPEN,
        "a link that opens, beside the select and the inserts that it stands for",
        one_share::open,
    ),
    (
        one_share::REFUSE,
        "a link that does not open, beside the select and the insert",
        one_share::refuse,
    ),
    (
        attributes::CASE,
        "a million attribute values set by one call, beside the plain insert of their rows (takes minutes)",
        attributes::run,
    ),
    (
        many_shares::CASE,
        "lists and single shares among ten thousand and ten million (needs 15 GB, takes minutes)",
        many_shares::run,
    ),
    (
        terminal::CASE,
        "the operator's terminal among ten million shares (needs 15 GB, takes minutes)",
        terminal::run,
    ),
];

/// Cases of one database, which takes minutes to make.
const OF_MANY: [&str; 2] = [many_shares::CASE, terminal::CASE];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help") {
        help();
        return ExitCode::SUCCESS;
    }
    if let Some(unknown) = arguments
        .iter()
        .find(|argument| CASES.iter().all(|(name, ..)| name != argument))
    {
        eprintln!("there is no case {unknown}; --help lists them");
        return ExitCode::from(2);
    }
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(came) => {
            eprintln!("{came}");
            ExitCode::FAILURE
        }
    }
}

fn help() {
    println!(
        "usage: make bench [BENCH=\"case case\"]\n\n\
         Measures CPU time per unit of work: the extension, built for release, on a throw-away server, and others that do\n\
         the same. Contenders take turns for several rounds; the median counts. The table and target/bench/bench.json name\n\
         each cost, its ratio to ours, and the bars that ours have to take. The exit status is 1 when one is missed.\n\n\
         Cases (default: all):"
    );
    for (name, about, _) in CASES {
        println!("  {name:14} {about}");
    }
}

fn run(wanted: &[String]) -> Result<bool> {
    let place = Place::get()?;
    let cluster = stage::cluster()?;
    let mut all = Outcome::default();
    let mut many = None;
    for (name, _, run) in CASES {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            eprintln!("{name}");
            let kept = many.take_if(|_| OF_MANY.contains(&name));
            let stage = kept.map_or_else(|| Stage::set(&cluster), Ok)?;
            let outcome = run(&stage)?;
            if OF_MANY.contains(&name) {
                many = Some(stage);
            }
            all.rows.extend(outcome.rows);
            all.left_out.extend(outcome.left_out);
        }
    }
    drop(many);
    drop(cluster);
    // `make clean` does not look for what this program has put outside of `target`.
    place.remove_elsewhere()?;

    let file = Place::target().join("bench.json");
    let text = serde_json::to_string_pretty(&all.to_json())
        .map_err(|came| Error::new(came.to_string()))?;
    fs::write(&file, text + "\n")?;
    print!("\n{}", all.table());
    println!("\nwritten to {}", file.display());
    Ok(all.held())
}
