//! Questions at the terminal. Without a terminal nothing destructive happens unless it was said before.

use std::io::{self, IsTerminal as _, Write as _};

use super::failure::Failure;
use super::interrupt::Interrupt;
use crate::text::clean;

/// Asks whether to do it; no is what everything but a clear yes means.
pub(super) fn consent(words: &str, says_yes: bool, interrupt: &Interrupt) -> Result<(), Failure> {
    if says_yes {
        return Ok(());
    }
    // It names what was typed on the command line, which may have been pasted from anywhere.
    let words = clean(words);
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Failure::Usage(format!(
            "this asks at a terminal: {words} Without one it takes --yes"
        )));
    }
    write!(io::stderr(), "{words} [y/N] ")?;
    io::stderr().flush()?;
    let mut answer = String::new();
    interrupt.ends_while(|| io::stdin().read_line(&mut answer))?;
    if is_yes(&answer) {
        Ok(())
    } else {
        Err(Failure::Declined)
    }
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::is_yes;

    #[test]
    fn only_a_clear_yes_is_one() {
        for yes in ["y\n", " YES \n", "Y"] {
            assert!(is_yes(yes), "{yes:?}");
        }
        for no in ["", "\n", "n", "yess", "ja", "1", "y y"] {
            assert!(!is_yes(no), "{no:?}");
        }
    }
}
