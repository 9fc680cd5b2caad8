//! A program in a pseudoterminal of ours: keys go in, and it is known when the picture that they led to is complete.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use share_tests::{Error, Piece, Result, pieces};

const COLUMNS: u16 = 120;
const LINES: u16 = 40;
/// What a program sends when a picture is complete (synchronized output).
const COMPLETE: &[u8] = b"\x1b[?2026l";
/// A picture that takes longer than this does not come.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running program and what it shows.
pub(crate) struct Pane {
    process: Child,
    terminal: File,
    output: Receiver<(Instant, Vec<u8>)>,
    unread: Vec<u8>,
    lines: Vec<Vec<char>>,
    at: (usize, usize),
}

impl Pane {
    /// Starts a program.
    pub(crate) fn start(program: &Path, argument: &str) -> Result<Self> {
        let failed = |came: rustix::io::Errno| Error::new(format!("a pseudoterminal: {came}"));
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).map_err(failed)?;
        grantpt(&ours).map_err(failed)?;
        unlockpt(&ours).map_err(failed)?;
        let size = Winsize {
            ws_row: LINES,
            ws_col: COLUMNS,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        tcsetwinsize(&ours, size).map_err(failed)?;
        let name = ptsname(&ours, Vec::new()).map_err(failed)?;
        let name = name.to_string_lossy().into_owned();
        let theirs = OpenOptions::new().read(true).write(true).open(&name)?;
        // Its controlling terminal is to be this one.
        let process = Command::new("setsid")
            .arg("--ctty")
            .arg(program)
            .arg(argument)
            .env("TERM", "xterm-256color")
            .env_remove("NO_COLOR")
            .stdin(Stdio::from(theirs.try_clone()?))
            .stdout(Stdio::from(theirs.try_clone()?))
            .stderr(Stdio::from(theirs))
            .spawn()?;
        let terminal = File::from(ours);
        let mut read = terminal.try_clone()?;
        let (send, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = vec![0; 65_536];
            while let Ok(length @ 1..) = read.read(&mut bytes) {
                let part = bytes.get(..length).unwrap_or_default().to_vec();
                if send.send((Instant::now(), part)).is_err() {
                    return;
                }
            }
        });
        Ok(Self {
            process,
            terminal,
            output,
            unread: Vec::new(),
            lines: vec![vec![' '; usize::from(COLUMNS)]; usize::from(LINES)],
            at: (0, 0),
        })
    }

    /// The number of the process.
    pub(crate) fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Types.
    pub(crate) fn keys(&mut self, keys: &str) -> Result {
        Ok(self.terminal.write_all(keys.as_bytes())?)
    }

    /// Waits until a complete picture is as wanted, and gives the moment when its last byte had come.
    pub(crate) fn wait_until(&mut self, wanted: impl Fn(&str) -> bool) -> Result<Instant> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok((moment, part)) = self.output.recv_timeout(left) else {
                return Err(Error::new(format!(
                    "the picture does not come; the last one is\n{}",
                    self.picture()
                )));
            };
            self.unread.extend(part);
            while self.next_frame() {
                if wanted(&self.picture()) {
                    return Ok(moment);
                }
            }
        }
    }

    /// Takes in all that comes until nothing comes for so long.
    pub(crate) fn rest(&mut self, time: Duration) {
        while let Ok((_, part)) = self.output.recv_timeout(time) {
            self.unread.extend(part);
            while self.next_frame() {}
        }
    }

    /// Draws the next complete picture, if there is one.
    fn next_frame(&mut self) -> bool {
        let mut windows = self.unread.windows(COMPLETE.len());
        let Some(found) = windows.position(|bytes| bytes == COMPLETE) else {
            return false;
        };
        let rest = self.unread.split_off(found + COMPLETE.len());
        let frame = std::mem::replace(&mut self.unread, rest);
        self.draw(&frame);
        true
    }

    /// The last complete picture, without styles.
    pub(crate) fn picture(&self) -> String {
        let lines = self
            .lines
            .iter()
            .map(|line| line.iter().collect::<String>());
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Takes a frame in: all that the program moves by is the cursor's place, and it clears the whole.
    fn draw(&mut self, frame: &[u8]) {
        for piece in pieces(frame) {
            match piece {
                Piece::Letter(letter) => {
                    let (line, column) = self.at;
                    if let Some(cell) = self.lines.get_mut(line).and_then(|l| l.get_mut(column)) {
                        *cell = letter;
                    }
                    self.at.1 += 1;
                }
                Piece::Sequence(place, 'H') => {
                    let mut numbers = place.split(';').map(|n| n.parse().unwrap_or(1_usize));
                    let line = numbers.next().unwrap_or(1);
                    self.at = (line - 1, numbers.next().unwrap_or(1) - 1);
                }
                Piece::Sequence(_, 'J') => self.lines.iter_mut().for_each(|line| line.fill(' ')),
                _ => {}
            }
        }
    }
}

impl Drop for Pane {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
