//! CPU time as the kernel's scheduler counts it, to the nanosecond; never the time on the wall.

use std::fs;
use std::thread;
use std::time::Duration;

use share_tests::{Error, Result};

/// The scheduler brings its count up to date when a thread leaves its processor: ours does by sleeping, a backend that
/// has just answered does by then.
const SETTLING: Duration = Duration::from_millis(1);

/// What this thread has used so far.
pub(crate) fn of_this_thread() -> Result<Duration> {
    read("/proc/thread-self/schedstat")
}

/// What the first thread of a process has used so far; a backend has no other.
pub(crate) fn of_process(pid: i32) -> Result<Duration> {
    read(&format!("/proc/{pid}/schedstat"))
}

fn read(file: &str) -> Result<Duration> {
    thread::sleep(SETTLING);
    let text = fs::read_to_string(file)
        .map_err(|came| Error::new(format!("CPU time is read from {file}: {came}")))?;
    text.split(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .map(Duration::from_nanos)
        .ok_or_else(|| Error::new(format!("{file} does not begin with a number: {text}")))
}

/// Nanoseconds, of which a float holds every whole one that is measured here.
pub(crate) fn nanoseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e9
}
