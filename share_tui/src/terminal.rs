//! Takes the terminal over and gives it back, on every way out.

use std::io::{self, IsTerminal, Write, stdin, stdout};
use std::process;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::DefaultTerminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect};
use signal_hook::consts::SIGTSTP;

/// The exit status after a panic, as Rust gives it for one in the first thread.
const PANICKED: i32 = 101;

/// The terminal while it is ours.
pub struct Terminal {
    drawn: DefaultTerminal,
    has_mouse: bool,
}

impl Terminal {
    /// Takes the terminal over. A panic in any thread gives it back, says what was wrong, and ends the program: half of it
    /// would only seem to work.
    ///
    /// # Errors
    /// Input or output that is no terminal, or one that cannot be drawn on.
    pub fn take() -> io::Result<Self> {
        if !stdin().is_terminal() || !stdout().is_terminal() {
            return Err(io::Error::other(
                "this is no terminal; the subcommands work without one: share_tui --help",
            ));
        }
        if std::env::var_os("TERM").is_some_and(|name| name == "dumb") {
            return Err(io::Error::other(
                "this terminal cannot be drawn on (TERM=dumb); the subcommands work on it: share_tui --help",
            ));
        }
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            // Whoever draws meanwhile waits for the end.
            let _held = stdout().lock();
            let _ = give_back();
            hook(info);
            process::exit(PANICKED);
        }));
        enter()?;
        let drawn = DefaultTerminal::new(CrosstermBackend::new(stdout()));
        drawn
            .map(|drawn| Self {
                drawn,
                has_mouse: false,
            })
            .inspect_err(|_| {
                let _ = give_back();
            })
    }

    /// Takes the mouse too; terminals leave it to their user while shift is held.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn take_mouse(&mut self) -> io::Result<()> {
        self.has_mouse = true;
        execute!(stdout(), EnableMouseCapture)
    }

    /// Draws a picture, which the terminal shows as a whole.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn draw(&mut self, view: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        queue!(stdout(), BeginSynchronizedUpdate)?;
        self.drawn.draw(view)?;
        execute!(stdout(), EndSynchronizedUpdate)
    }

    /// Gives the terminal back, stops the program as the shell expects it, and takes the terminal over again afterwards.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn suspend(&mut self) -> io::Result<()> {
        give_back()?;
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
        self.take_again()
    }

    /// Takes the terminal over once more, after the program was stopped by whomever: the shell has had it meanwhile.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn take_again(&mut self) -> io::Result<()> {
        // What crossterm remembers is not what the shell has left.
        disable_raw_mode()?;
        enter()?;
        if self.has_mouse {
            self.take_mouse()?;
        }
        // Unlike `clear`, this does not ask where the cursor is: the thread that reads keys would take the answer.
        let size = self.drawn.size()?;
        self.drawn.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Sends text to the terminal's clipboard (OSC 52); whether it arrives the terminal does not tell.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn copy(text: &str) -> io::Result<()> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = give_back();
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)
}

/// Each part is tried, whether or not the one before has worked.
fn give_back() -> io::Result<()> {
    let written = execute!(
        stdout(),
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        Show
    );
    disable_raw_mode()?;
    written?;
    stdout().flush()
}
