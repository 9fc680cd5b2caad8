//! Terminals of every size, without colours, and with more text than anybody types.

use share_tests::{Piece, Result, pieces};

use crate::scene::{self, HELP, MANY, PALETTE, Shown};

/// What styles are made of where there is no colour: none, bold, dim, reversed, and their ends, and the default colours.
const STYLES: [&str; 10] = ["", "0", "1", "2", "7", "22", "27", "39", "49", "59"];

#[test]
fn a_storm_of_sizes_ends_in_the_right_picture() -> Result {
    let database = scene::database(MANY)?;
    let shown = Shown::shares(&database.uri(), 100, 30)?;
    let before = shown.tmux.wait_for(&format!("shares · {MANY} · row 1"))?;
    for round in 0..60_u16 {
        let columns = 10 + round * 97 % 491;
        let lines = 3 + round * 31 % 58;
        shown.tmux.resize(columns, lines)?;
    }
    shown.tmux.resize(100, 30)?;
    shown
        .tmux
        .wait_until("the picture from before", |picture| picture == before)?;
    shown.tmux.keys(&["j", "Enter"])?;
    shown.tmux.wait_for("film 002")?;
    shown.tmux.keys(&["q"])?;
    shown.assert_given_back()
}

#[test]
fn the_smallest_and_the_widest_terminal_are_of_use() -> Result {
    let database = scene::database(MANY)?;
    let shown = Shown::shares(&database.uri(), 80, 24)?;
    shown.tmux.resize(10, 3)?;
    // Three lines: where one is, the row, the keys.
    shown.tmux.wait_until("three lines of ten", |picture| {
        picture.lines().count() == 3 && picture.lines().all(|line| line.chars().count() <= 10)
    })?;
    for key in ["j", "?", "BSpace", "G", "g", "Enter", "BSpace"] {
        shown.tmux.keys(&[key])?;
    }
    shown.tmux.resize(500, 40)?;
    let picture = shown.tmux.wait_for("film 030")?;
    assert!(picture.contains("olga"), "{picture}");
    shown.tmux.keys(&["q"])?;
    shown.assert_given_back()
}

#[test]
fn without_colours_there_are_none() -> Result {
    let database = scene::database(3)?;
    let shown = Shown::new(100, 30)?;
    let command = scene::command(&database.uri())?;
    let begun = shown.tmux.stream()?.len();
    shown.tmux.command(&format!("NO_COLOR=1 {command}"))?;
    shown.tmux.wait_for("? help")?;
    shown.go("shares")?;
    shown.tmux.wait_for("film 001")?;
    shown.tmux.keys(&["Enter"])?;
    shown.tmux.wait_without("film 002")?;
    shown.tmux.keys(&["?"])?;
    shown.tmux.wait_for("help")?;
    for piece in pieces(&shown.tmux.stream()?[begun..]) {
        if let Piece::Sequence(parameters, 'm') = piece {
            let mut styles = parameters.split(';');
            assert!(styles.all(|style| STYLES.contains(&style)), "{parameters}");
        }
    }
    Ok(())
}

#[test]
fn a_million_pasted_letters_do_no_harm() -> Result {
    let database = scene::database(3)?;
    let shown = Shown::shares(&database.uri(), 80, 24)?;
    // Every line would end the program, were it typed.
    let million = "q\n".repeat(500_000);
    shown.tmux.paste(&million)?;
    for (key, what) in [("?", HELP), (":", PALETTE), ("/", "esc leave")] {
        shown.tmux.keys(&[key])?;
        shown.tmux.wait_for(what)?;
        shown.tmux.paste(&million)?;
        shown.tmux.keys(&["Escape"])?;
        // Until then a further key would be one with Alt.
        shown.tmux.wait_without(what)?;
        shown.tmux.wait_for("film 001")?;
    }
    shown.tmux.keys(&["j", "Enter"])?;
    shown.tmux.wait_without("film 003")?;
    shown.tmux.keys(&["q"])?;
    shown.assert_given_back()
}
