//! A panic, in whichever thread, gives the terminal back, says what was wrong, and ends the program.
//!
//! Nothing in the program panics at will. A copy of this test takes a terminal as the program does, and then panics.

use std::thread;

use share_tests::{Error, Result};
use share_tui::terminal::Terminal;

use crate::scene::Shown;

/// Given to a copy of this program that is to panic; says in which thread.
const VICTIM: &str = "SHARE_TEST_VICTIM";
const WORDS: &str = "this is the end";

#[test]
fn a_panic_gives_the_terminal_back() -> Result {
    if let Ok(thread) = std::env::var(VICTIM) {
        return victim(&thread);
    }
    let own = std::env::current_exe().map_err(|came| Error::new(came.to_string()))?;
    for thread in ["own", "other"] {
        let shown = Shown::new(100, 24)?;
        shown.tmux.command(&format!(
            "{VICTIM}={thread} '{}' --exact panic::a_panic_gives_the_terminal_back --nocapture; echo status $?",
            own.display()
        ))?;
        let picture = shown.tmux.wait_for("status 101")?;
        assert!(picture.contains(WORDS), "{picture}");
        let stream = String::from_utf8_lossy(&shown.tmux.stream()?).into_owned();
        assert!(stream.contains("\u{1b}[?1049h"), "it was drawn");
        shown.assert_given_back()?;
    }
    Ok(())
}

#[expect(clippy::panic, reason = "it is what is tried")]
fn victim(place: &str) -> Result {
    let mut terminal = Terminal::take().map_err(|came| Error::new(came.to_string()))?;
    let drawn = |terminal: &mut Terminal| {
        terminal.draw(|frame| frame.render_widget("all is well", frame.area()))
    };
    drawn(&mut terminal).map_err(|came| Error::new(came.to_string()))?;
    assert!(place != "own", "{WORDS}");
    let other = thread::spawn(|| panic!("{WORDS}"));
    // The picture is drawn on, until the other thread has ended the program.
    while drawn(&mut terminal).is_ok() {}
    drop(other);
    Ok(())
}
