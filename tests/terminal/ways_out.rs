//! However the program ends or pauses, the terminal is given back as it was.

use share_tests::Result;

use crate::scene::{self, Shown};

#[test]
fn a_terminal_is_given_back_at_the_end() -> Result {
    let database = scene::database(3)?;
    for key in ["q", "C-c"] {
        let shown = Shown::shares(&database.uri(), 80, 24)?;
        assert_eq!("1", shown.tmux.about("alternate_on")?);
        shown.tmux.keys(&[key])?;
        shown.assert_given_back()?;
    }
    Ok(())
}

#[test]
fn a_terminal_is_given_back_at_a_signal() -> Result {
    let database = scene::database(3)?;
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let shown = Shown::shares(&database.uri(), 80, 24)?;
        shown.tmux.signal(signal)?;
        shown.assert_given_back()?;
    }
    Ok(())
}

#[test]
fn a_suspended_program_gives_the_terminal_back_and_takes_it_again() -> Result {
    let database = scene::database(3)?;
    let shown = Shown::shares(&database.uri(), 80, 24)?;
    for round in 0..2 {
        if round == 0 {
            shown.tmux.keys(&["C-z"])?;
        } else {
            shown.tmux.signal("TSTP")?;
        }
        shown.tmux.wait_for("Stopped")?;
        shown.assert_given_back()?;
        // What changes meanwhile is drawn at once when it comes back.
        shown.tmux.resize(90, 20)?;
        shown.tmux.command("fg")?;
        shown.tmux.wait_for("film 003")?;
        assert_eq!("1", shown.tmux.about("alternate_on")?);
        shown.tmux.keys(&["j", "j", "Enter"])?;
        shown.tmux.wait_without("film 001")?;
        shown.tmux.keys(&["BSpace"])?;
        shown.tmux.wait_for("film 001")?;
    }
    shown.tmux.keys(&["q"])?;
    shown.assert_given_back()
}

#[test]
fn a_program_that_was_halted_from_outside_draws_itself_again() -> Result {
    let database = scene::database(3)?;
    let shown = Shown::shares(&database.uri(), 80, 24)?;
    shown.tmux.signal("STOP")?;
    shown.tmux.wait_for("Stopped")?;
    shown.tmux.command("fg")?;
    shown.tmux.keys(&["C-r"])?;
    shown.tmux.wait_without("Stopped")?;
    shown.tmux.wait_for("film 001")?;
    shown.tmux.keys(&["q"])?;
    shown.assert_given_back()
}

#[test]
fn what_is_no_terminal_is_said_so_and_gets_no_picture() -> Result {
    let database = scene::database(1)?;
    let command = scene::command(&database.uri())?;
    for line in [
        format!("{command} </dev/null; echo status $?"),
        format!("{command} | cat; echo status ${{PIPESTATUS[0]}}"),
        format!("TERM=dumb {command}; echo status $?"),
    ] {
        let shown = Shown::new(100, 24)?;
        shown.tmux.command(&line)?;
        let picture = shown.tmux.wait_for("status 1")?;
        assert!(picture.contains("terminal"), "{picture}");
        let stream = String::from_utf8_lossy(&shown.tmux.stream()?).into_owned();
        assert!(!stream.contains("\u{1b}[?1049h"), "{line}");
        shown.assert_given_back()?;
    }
    Ok(())
}
