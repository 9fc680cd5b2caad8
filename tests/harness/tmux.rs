//! A terminal of its own for a program that draws: a pane of a private tmux, with a shell that has job control.
//!
//! Keys go in, pictures and the raw stream of bytes come out. Nothing of the caller's tmux, home or settings is touched.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::command::{clean, output, run};
use crate::room::Room;
use crate::{Error, Place, Result};

/// What the shell shows when it waits for a command.
pub const PROMPT: &str = "shell>";
/// How long something may take to appear: other work may slow the machine down.
const PATIENCE: Duration = Duration::from_mins(1);
/// Between two looks at the picture.
const PAUSE: Duration = Duration::from_millis(20);

/// A pane with a shell; dropping it ends everything that runs in it.
#[derive(Debug)]
pub struct Tmux {
    server: Child,
    room: Room,
}

impl Tmux {
    /// Opens a terminal of so many columns and lines, in which a shell waits.
    pub fn start(columns: u16, lines: u16) -> Result<Self> {
        let room = Room::new("tmux")?;
        let socket = room.folder().join("socket");
        let mut server = clean("tmux");
        server
            .args(["-u", "-f", "/dev/null", "-D", "-S"])
            .arg(&socket)
            .env_remove("TMUX")
            .env_remove("NO_COLOR")
            .env("HOME", room.folder())
            .env("LC_ALL", "C.UTF-8")
            .env("TERM", "xterm-256color")
            .current_dir(room.folder())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        for name in ["XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"] {
            server.env(name, room.folder().join(name.to_lowercase()));
        }
        let server = server.spawn().map_err(|came| {
            Error::new(format!(
                "tmux could not be run: {came}; package tmux has it"
            ))
        })?;
        // For the watchdog.
        room.write("server.pid", &format!("{}\n", server.id()))?;
        let tmux = Self { server, room };
        let deadline = Instant::now() + PATIENCE;
        while !socket.exists() {
            if Instant::now() > deadline {
                return Err(Error::new("tmux does not listen"));
            }
            thread::sleep(PAUSE);
        }
        tmux.open(columns, lines)?;
        Ok(tmux)
    }

    fn open(&self, columns: u16, lines: u16) -> Result {
        let folder = self.room.folder();
        let shell = format!("PS1='{PROMPT} ' exec bash --noprofile --norc --noediting -i");
        let (columns, lines) = (columns.to_string(), lines.to_string());
        let home = folder.display().to_string();
        self.tmux(&[
            "set-option",
            "-g",
            "default-terminal",
            "screen-256color",
            ";",
            "set-option",
            "-g",
            "history-limit",
            "5000",
            ";",
            "set-option",
            "-g",
            "set-clipboard",
            "external",
            ";",
            "new-session",
            "-d",
            "-s",
            "main",
            "-x",
            &columns,
            "-y",
            &lines,
            "-c",
            &home,
            &shell,
        ])?;
        let stream = format!("exec cat >'{}'", self.stream_file().display());
        self.tmux(&["pipe-pane", "-t", "main", &stream])?;
        self.wait_for(PROMPT)?;
        Ok(())
    }

    fn tmux(&self, arguments: &[&str]) -> Result<String> {
        run(self.client().args(arguments), "")
    }

    fn client(&self) -> Command {
        let mut command = clean("tmux");
        command
            .args(["-u", "-S"])
            .arg(self.room.folder().join("socket"))
            .env_remove("TMUX")
            .env("LC_ALL", "C.UTF-8");
        command
    }

    /// Presses keys, named as tmux names them: `j`, `Enter`, `C-c`, `Escape`.
    pub fn keys(&self, keys: &[&str]) -> Result {
        self.tmux(&[&["send-keys", "-t", "main", "--"], keys].concat())
            .map(drop)
    }

    /// Presses Escape, alone: with the next key behind it at once it would be that key with Alt.
    pub fn escape(&self) -> Result {
        self.keys(&["Escape"])?;
        thread::sleep(20 * PAUSE);
        Ok(())
    }

    /// Types text as it stands.
    pub fn text(&self, text: &str) -> Result {
        self.tmux(&["send-keys", "-t", "main", "-l", "--", text])
            .map(drop)
    }

    /// Types a command line for the shell and presses enter.
    pub fn command(&self, line: &str) -> Result {
        self.text(line)?;
        self.keys(&["Enter"])
    }

    /// Pastes text, in brackets where the program has asked for them.
    pub fn paste(&self, text: &str) -> Result {
        run(
            self.client().args(["load-buffer", "-b", "pasted", "-"]),
            text,
        )?;
        self.tmux(&["paste-buffer", "-p", "-t", "main", "-b", "pasted"])
            .map(drop)
    }

    /// Gives the terminal another size.
    pub fn resize(&self, columns: u16, lines: u16) -> Result {
        let (columns, lines) = (columns.to_string(), lines.to_string());
        self.tmux(&["resize-window", "-t", "main", "-x", &columns, "-y", &lines])
            .map(drop)
    }

    /// What the terminal shows: its lines, without blanks at their ends.
    pub fn picture(&self) -> Result<String> {
        self.tmux(&["capture-pane", "-p", "-t", "main"])
    }

    /// What the terminal shows with its colours and styles as escape sequences.
    pub fn styled_picture(&self) -> Result<String> {
        self.tmux(&["capture-pane", "-p", "-e", "-t", "main"])
    }

    /// A variable of tmux about the pane, such as `alternate_on`.
    pub fn about(&self, name: &str) -> Result<String> {
        let format = format!("#{{{name}}}");
        let said = self.tmux(&["display-message", "-p", "-t", "main", &format])?;
        Ok(said.trim_end().to_owned())
    }

    /// Where a text stands on the picture: cells from the left and lines from the top, in the terminal's own grid.
    pub fn places(&self, text: &str) -> Result<Vec<(u16, u16)>> {
        self.tmux(&[
            "set-option",
            "-g",
            "wrap-search",
            "off",
            ";",
            "copy-mode",
            "-t",
            "main",
        ])?;
        for place in ["top-line", "start-of-line"] {
            self.tmux(&["send-keys", "-t", "main", "-X", place])?;
        }
        let mut found = Vec::new();
        loop {
            self.tmux(&["send-keys", "-t", "main", "-X", "search-forward-text", text])?;
            let number = |name| {
                self.about(name)?
                    .parse()
                    .map_err(|_| Error::new(format!("{name} is no number")))
            };
            let place = (number("copy_cursor_x")?, number("copy_cursor_y")?);
            // Where there is no further one the cursor stays.
            if found.last() == Some(&place) {
                break;
            }
            found.push(place);
        }
        self.tmux(&["send-keys", "-t", "main", "-X", "cancel"])?;
        Ok(found)
    }

    /// What programs have put on the clipboard.
    pub fn clipboard(&self) -> Result<String> {
        let said = output(self.client().arg("show-buffer"), "")?;
        Ok(String::from_utf8_lossy(&said.stdout).into_owned())
    }

    /// Waits until the picture has a text, and gives the picture.
    pub fn wait_for(&self, text: &str) -> Result<String> {
        self.wait_until(&format!("{text:?}"), |picture| picture.contains(text))
    }

    /// Waits until the picture no longer has a text.
    pub fn wait_without(&self, text: &str) -> Result<String> {
        self.wait_until(&format!("no {text:?}"), |picture| !picture.contains(text))
    }

    /// Waits until the picture is as wanted; `what` says how, for the error.
    pub fn wait_until(&self, what: &str, wanted: impl Fn(&str) -> bool) -> Result<String> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let picture = self.picture()?;
            if wanted(&picture) {
                return Ok(picture);
            }
            if Instant::now() > deadline {
                return Err(Error::new(format!(
                    "{what} did not appear in {} seconds; the terminal shows\n{picture}",
                    PATIENCE.as_secs()
                )));
            }
            thread::sleep(PAUSE);
        }
    }

    /// All bytes that programs have sent to the terminal so far.
    pub fn stream(&self) -> Result<Vec<u8>> {
        let file = self.stream_file();
        let mut bytes = Vec::new();
        // They come through a process of their own, a moment after they are shown.
        for _ in 0..50 {
            thread::sleep(5 * PAUSE);
            let before = bytes.len();
            bytes = fs::read(&file).map_err(|came| Error::path("reading", &file, &came))?;
            if bytes.len() == before {
                break;
            }
        }
        Ok(bytes)
    }

    fn stream_file(&self) -> PathBuf {
        self.room.folder().join("stream")
    }

    /// The folder that is the home of what runs here.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.room.folder()
    }

    /// The process that the shell runs, if it runs one.
    pub fn child(&self) -> Result<Option<u32>> {
        let shell = self.about("pane_pid")?;
        let file = format!("/proc/{shell}/task/{shell}/children");
        let children = fs::read_to_string(&file)
            .map_err(|came| Error::path("reading", Path::new(&file), &came))?;
        Ok(children
            .split_whitespace()
            .find_map(|number| number.parse().ok()))
    }

    /// Sends a signal, by its name, to the process that the shell runs.
    pub fn signal(&self, name: &str) -> Result {
        let child = self
            .child()?
            .ok_or_else(|| Error::new("the shell runs nothing"))?;
        run(clean("kill").args(["-s", name, &child.to_string()]), "").map(drop)
    }

    /// The full path of a program of this project, which `make` has built.
    pub fn program(name: &str) -> Result<PathBuf> {
        let program = Place::target().join("debug").join(name);
        if program.is_file() {
            return Ok(program);
        }
        Err(Error::new(format!(
            "{} is not there: `make test` builds it",
            program.display()
        )))
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        // The pane's processes lose their terminal with the server.
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(self.room.folder());
    }
}
