//! Runs a program to its end, but not for longer than a run may take.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use share_tests::{Error, Result};

/// Play.mjs gives up before, and says more.
const LIMIT: Duration = Duration::from_mins(1);

/// A program that has ended.
pub(crate) struct Ended {
    /// Its standard output.
    pub(crate) output: String,
    /// Its standard error.
    pub(crate) said: String,
    pub(crate) success: bool,
}

/// Kills it when it is dropped before it has ended.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs a program, whose standard input stays open until it has ended.
pub(crate) fn run(command: &mut Command) -> Result<Ended> {
    let name = command.get_program().display().to_string();
    let child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|came| Error::new(format!("{name} could not be run: {came}")))?;
    let mut running = Running(child);
    let output = reader(running.0.stdout.take());
    let said = reader(running.0.stderr.take());
    let deadline = Instant::now() + LIMIT;
    let status = loop {
        if let Some(status) = running.0.try_wait()? {
            break status;
        }
        if Instant::now() > deadline {
            return Err(Error::new(format!("{name} has not ended after {LIMIT:?}")));
        }
        thread::sleep(Duration::from_millis(10));
    };
    let text = |reader: thread::JoinHandle<String>| reader.join().unwrap_or_default();
    Ok(Ended {
        output: text(output),
        said: text(said),
        success: status.success(),
    })
}

/// Reads all of a pipe on a thread of its own, lest the program wait for us.
fn reader(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}
