//! Takes the terminal over and gives it back, on every way out.

use std::io::{self, IsTerminal, Write, stdin, stdout};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::DefaultTerminal;
use signal_hook::consts::SIGTSTP;

/// The terminal while it is ours.
pub struct Terminal {
    drawn: DefaultTerminal,
}

impl Terminal {
    /// Takes the terminal over; a panic gives it back before it says anything.
    ///
    /// # Errors
    /// Input or output that is no terminal.
    pub fn take() -> io::Result<Self> {
        if !stdin().is_terminal() || !stdout().is_terminal() {
            return Err(io::Error::other(
                "this is no terminal; the subcommands work without one: share_tui --help",
            ));
        }
        let drawn = ratatui::try_init()?;
        // Before ratatui's own hook, which gives the rest back.
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let _ = execute!(stdout(), DisableBracketedPaste);
            hook(info);
        }));
        execute!(stdout(), EnableBracketedPaste)?;
        Ok(Self { drawn })
    }

    /// Draws a picture.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn draw(&mut self, view: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        self.drawn.draw(view).map(|_| ())
    }

    /// Gives the terminal back, stops the program as the shell expects it, and takes the terminal over again afterwards.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn suspend(&mut self) -> io::Result<()> {
        give_back()?;
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
        crossterm::terminal::enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        self.drawn.clear()
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

fn give_back() -> io::Result<()> {
    execute!(
        stdout(),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        crossterm::cursor::Show
    )?;
    crossterm::terminal::disable_raw_mode()?;
    stdout().flush()
}
