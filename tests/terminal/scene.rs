//! A database with shares, and the program that shows them.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use postgres::Client;
use share_tests::{Cluster, Database, Error, PROMPT, Result, Tmux};

/// An account with a film, and so many shares of it, of which the newest is `film 001`.
const SHARES: &str = include_str!("shares.sql");

/// Shares of a scene: more than a page of a list.
pub(crate) const MANY: u32 = 250;

/// Said below the help page.
pub(crate) const HELP: &str = "any other key closes";

/// The head of the palette.
pub(crate) const PALETTE: &str = "┌ go to ";

/// Makes shares in an empty database.
pub(crate) fn fill(client: &mut Client, shares: u32) -> Result {
    Ok(client.batch_execute(&SHARES.replace("{shares}", &shares.to_string()))?)
}

/// A database of the shared cluster with shares.
pub(crate) fn database(shares: u32) -> Result<Database<'static>> {
    let database = Cluster::shared()?.database()?;
    fill(&mut database.connect()?, shares)?;
    Ok(database)
}

/// The command line that starts the program for a database.
pub(crate) fn command(uri: &str) -> Result<String> {
    let program = Tmux::program("share_tui")?;
    Ok(format!("'{}' '{uri}'", program.display()))
}

/// A terminal in which the program has been started; it remembers how the terminal was before.
pub(crate) struct Shown {
    pub(crate) tmux: Tmux,
    before: String,
}

impl Shown {
    /// Starts the program at a size and goes to the list of shares.
    pub(crate) fn shares(uri: &str, columns: u16, lines: u16) -> Result<Self> {
        let shown = Self::new(columns, lines)?;
        shown.start(uri)?;
        shown.go("shares")?;
        shown.tmux.wait_for("film 001")?;
        Ok(shown)
    }

    /// Starts the program and waits for its first picture.
    pub(crate) fn start(&self, uri: &str) -> Result {
        self.tmux.command(&command(uri)?)?;
        self.tmux.wait_for("? help").map(drop)
    }

    /// Goes to a screen by its name.
    pub(crate) fn go(&self, screen: &str) -> Result {
        self.tmux.keys(&[":"])?;
        self.tmux.wait_for(PALETTE)?;
        self.tmux.text(screen)?;
        self.tmux.wait_for(&format!(": {screen}"))?;
        self.tmux.keys(&["Enter"])?;
        self.tmux.wait_without(PALETTE).map(drop)
    }

    /// A terminal in which nothing has been started yet.
    pub(crate) fn new(columns: u16, lines: u16) -> Result<Self> {
        let tmux = Tmux::start(columns, lines)?;
        tmux.command("stty -a >before; clear; echo noted with $?")?;
        tmux.wait_for("noted with 0")?;
        let before = modes(&tmux.home().join("before"))?;
        Ok(Self { tmux, before })
    }

    /// Waits for the shell and fails unless the terminal is as it was before the program was started.
    pub(crate) fn assert_given_back(&self) -> Result {
        static TIMES: AtomicU32 = AtomicU32::new(0);
        self.tmux.wait_until("the shell", waits)?;
        // Another word each time: that of an earlier time may still be seen.
        let time = TIMES.fetch_add(1, Ordering::Relaxed);
        self.tmux
            .command(&format!("stty -a >after; echo left {time} with $?"))?;
        self.tmux.wait_for(&format!("left {time} with 0"))?;
        let after = modes(&self.tmux.home().join("after"))?;
        assert_eq!(self.before, after, "the modes of the terminal");
        for (state, wanted) in [
            ("alternate_on", "0"),
            ("cursor_flag", "1"),
            ("mouse_any_flag", "0"),
            ("insert_flag", "0"),
            ("keypad_flag", "0"),
            ("keypad_cursor_flag", "0"),
            ("scroll_region_upper", "0"),
        ] {
            assert_eq!(wanted, self.tmux.about(state)?, "{state}");
        }
        let stream = String::from_utf8_lossy(&self.tmux.stream()?).into_owned();
        let brackets = stream.rfind("\u{1b}[?2004").map(|at| &stream[at..at + 8]);
        assert!(
            brackets.is_none_or(|last| last.ends_with('l')),
            "pasted text still comes in brackets"
        );
        Ok(())
    }
}

/// Whether the shell waits for a command.
fn waits(picture: &str) -> bool {
    picture
        .trim_end()
        .lines()
        .last()
        .is_some_and(|line| line.trim() == PROMPT)
}

/// What `stty -a` has written, but for the size.
fn modes(file: &Path) -> Result<String> {
    let text = std::fs::read_to_string(file)
        .map_err(|came| Error::new(format!("reading {}: {came}", file.display())))?;
    let (_, modes) = text
        .split_once('\n')
        .ok_or_else(|| Error::new(format!("stty says {text:?}")))?;
    Ok(modes.to_owned())
}
