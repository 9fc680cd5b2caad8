//! Plays a stream in several players, one line for each, and holds what they tell against what is expected.

use share_tests::Result;

use crate::application::Application;
use crate::film::PICTURES;
use crate::player::{Player, Run, Site};

/// Plays a stream, printing one line for each run, and returns what is wrong with each that is not as `judge` wants it.
fn play(
    name: &str,
    application: &Application,
    stream: &str,
    players: &[(Player, Site)],
    judge: impl Fn(Player, &Run) -> Option<&'static str>,
) -> Result<Vec<String>> {
    println!();
    let mut wrong = Vec::new();
    for &(player, site) in players {
        let run = player.play(site, application.port(), stream)?;
        println!(
            "edge {name:24} player {player:8} site {site:5} frames {:3} seconds {:.2}",
            run.frames, run.seconds
        );
        if let Some(why) = judge(player, &run) {
            wrong.push(format!(
                "{player} {site}: {why}; {} frames, {} of {} seconds, native {}, error {:?}, {:#?}",
                run.frames, run.seconds, run.duration, run.native, run.error, run.answers
            ));
        }
    }
    Ok(wrong)
}

/// Each player plays to the end, so many seconds.
pub(crate) fn assert_plays(
    name: &str,
    application: &Application,
    stream: &str,
    players: &[(Player, Site)],
    seconds: f64,
) -> Result {
    let wrong = play(name, application, stream, players, |player, run| {
        // Of a film that plays quicker a browser may drop some.
        if f64::from(u32::try_from(run.frames).unwrap_or_default()) < seconds * PICTURES / 2.0 {
            Some("too few frames")
        } else if (run.seconds - seconds).abs() > 0.25 || (run.duration - seconds).abs() > 0.25 {
            Some("another duration")
        } else if run.error.is_some() {
            Some("an error")
        } else if run.native != (player == Player::Native) {
            Some("played by another")
        } else {
            None
        }
    })?;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// No player decodes anything, because the server refused it.
pub(crate) fn assert_refused(name: &str, application: &Application, stream: &str) -> Result {
    let wrong = play(name, application, stream, &Player::EACH, |_, run| {
        if run.frames > 0 || run.seconds > 0.0 {
            Some("it plays")
        } else if !run.answers.iter().any(|(status, _)| *status == 403) {
            Some("not refused")
        } else if run.error.is_none() {
            Some("no error")
        } else {
            None
        }
    })?;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
