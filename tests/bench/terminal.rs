//! The operator's terminal among ten million shares: how long somebody waits for the first screen and for each key, and
//! the memory that it holds after a while.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use share_tests::{Error, Result};

use crate::clock;
use crate::contender::OURS;
use crate::many_shares;
use crate::outcome::{Outcome, Row, Verdict};
use crate::pane::Pane;
use crate::stage::Stage;

pub(crate) const CASE: &str = "share_tui";
/// From the start of the program, which connects at once.
const FIRST_SCREEN: Duration = Duration::from_millis(100);
const STARTS: usize = 11;
/// For 99 of 100 keys.
const KEY: Duration = Duration::from_millis(16);
const KEYS: usize = 1_000;
/// As fast as a key repeats.
const REPEAT: Duration = Duration::from_millis(30);
/// When nothing has come for so long, nothing is under way.
const QUIET: Duration = Duration::from_secs(1);
/// How long it is used before its memory is looked at.
const USE: Duration = Duration::from_secs(30);
const MEMORY: i64 = 30 * 1024 * 1024;
/// Said where something has not come yet.
const READING: &str = "reading…";

/// Runs the case.
pub(crate) fn run(stage: &Stage<'_>) -> Result<Outcome> {
    many_shares::library(stage)?;
    stage.prepare("analyze")?;
    let mut starts: Vec<Duration> = (0..STARTS)
        .map(|_| first_screen(stage))
        .collect::<Result<_>>()?;
    starts.sort_unstable();
    let mut pane = Pane::start(&program()?, &stage.uri())?;
    let begun = Instant::now();
    pane.wait_until(is_read)?;
    pane.keys(":")?;
    pane.wait_until(|picture| picture.contains("┌ go to "))?;
    pane.keys("shares\r")?;
    pane.wait_until(|picture| picture.contains("row 1") && is_read(picture))?;
    let mut keys = keys(&mut pane)?;
    keys.sort_unstable();
    // Pages, single shares, the filter: whatever holds on to something.
    while begun.elapsed() < USE {
        pane.keys("Gj")?;
        pane.wait_until(is_read)?;
        pane.keys("\r")?;
        pane.wait_until(is_read)?;
        pane.keys("\x7f")?;
        pane.wait_until(is_read)?;
    }
    let held = memory(pane.pid())?;
    Ok(Outcome {
        rows: vec![
            waited("first_screen", of_hundred(&starts, 50)?, FIRST_SCREEN),
            waited("key_p99", of_hundred(&keys, 99)?, KEY),
            waited("key_p50", of_hundred(&keys, 50)?, KEY),
            Row {
                case: CASE,
                contender: format!("{OURS}_memory"),
                cpu_ns: None,
                wait_ns: None,
                bytes: Some(held),
                ratio: None,
                verdict: Some(Verdict::all(vec![(
                    format!("< {} kB", MEMORY / 1024),
                    held < MEMORY,
                )])),
            },
        ],
        ..Outcome::default()
    })
}

/// The release build beside this program.
fn program() -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let program = own.with_file_name("share_tui");
    if program.is_file() {
        return Ok(program);
    }
    Err(Error::new(format!(
        "{} is not there: `make bench` builds it",
        program.display()
    )))
}

/// Whether nothing on a picture has still to come.
fn is_read(picture: &str) -> bool {
    picture.contains("? help") && !picture.contains(READING)
}

/// The time from the start of the program to a screen on which nothing is missing.
fn first_screen(stage: &Stage<'_>) -> Result<Duration> {
    let begun = Instant::now();
    let mut pane = Pane::start(&program()?, &stage.uri())?;
    let shown = pane.wait_until(is_read)?;
    Ok(shown.duration_since(begun))
}

/// The times from a key to the last byte of the picture that shows what it did.
fn keys(pane: &mut Pane) -> Result<Vec<Duration>> {
    let mut times = Vec::new();
    // What the screen has asked for comes first.
    pane.rest(QUIET);
    for number in 0..KEYS {
        let before = pane.picture();
        // Down over a part of the page and up again.
        let key = if number / 20 % 2 == 0 { "j" } else { "k" };
        let pressed = Instant::now();
        pane.keys(key)?;
        let shown = pane.wait_until(|picture| picture != before)?;
        times.push(shown.duration_since(pressed));
        pane.rest(REPEAT);
    }
    Ok(times)
}

/// The time that so many of a hundred do not exceed.
fn of_hundred(sorted: &[Duration], hundredths: usize) -> Result<Duration> {
    let place = (sorted.len() * hundredths).div_ceil(100).saturating_sub(1);
    let found = sorted.get(place).copied();
    found.ok_or_else(|| Error::new("nothing was measured"))
}

fn waited(what: &str, time: Duration, bar: Duration) -> Row {
    Row {
        case: CASE,
        contender: format!("{OURS}_{what}"),
        cpu_ns: None,
        wait_ns: Some(clock::nanoseconds(time)),
        bytes: None,
        ratio: None,
        verdict: Some(Verdict::all(vec![(
            format!("< {} ms", bar.as_millis()),
            time < bar,
        )])),
    }
}

/// What of a process is in memory, in bytes.
fn memory(pid: u32) -> Result<i64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let kib = status.lines().find_map(|line| {
        let rest = line.strip_prefix("VmRSS:")?;
        rest.trim().strip_suffix(" kB")?.parse::<i64>().ok()
    });
    kib.map(|kib| kib * 1024)
        .ok_or_else(|| Error::new("the process has no VmRSS"))
}
