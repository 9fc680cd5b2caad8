//! Every player plays the film from every edge, in pages of the same and of another site.

use share_tests::Result;

use crate::application::Application;
use crate::edges::Edge;
use crate::film::SECONDS;
use crate::player::Player;
use crate::playlists::{Cut, Wanted};
use crate::runs::assert_plays;
use crate::subtitles::{self, SAID};

#[test]
fn a_token_in_the_path_plays_from_nginx() -> Result {
    plays_by_its_url("nginx", Edge::nginx()?)
}

#[test]
fn a_native_token_plays_from_traffic_server() -> Result {
    plays_by_its_url("traffic server", Edge::traffic_server()?)
}

#[test]
fn a_signed_playlist_plays_from_a_bucket() -> Result {
    let edge = Edge::bucket()?;
    let application = Application::start(&edge.account.database)?;
    let stream = Wanted::address(edge.share, Cut::Whole);
    assert_plays(
        "bucket",
        &application,
        &stream,
        &Player::EVERYWHERE,
        SECONDS,
    )
}

#[test]
fn subtitles_are_shown_while_the_film_plays() -> Result {
    let mut edge = Edge::nginx()?;
    let subtitles = subtitles::address(&mut edge.account)?;
    let application = Application::start(&edge.account.database)?;
    let stream = edge.account.stream(edge.share)?;
    for player in [Player::HlsJs, Player::Native] {
        let run = player.play_with_subtitles(application.port(), &stream, &subtitles)?;
        println!(
            "edge {:24} player {player:8} subtitles {:?}",
            "nginx", run.subtitles
        );
        assert_eq!(None, run.error, "{player}");
        assert_eq!(&SAID[..], &run.subtitles[..], "{player}");
    }
    Ok(())
}

fn plays_by_its_url(name: &str, mut edge: Edge) -> Result {
    let application = Application::start(&edge.account.database)?;
    let stream = edge.account.stream(edge.share)?;
    assert_plays(name, &application, &stream, &Player::EVERYWHERE, SECONDS)
}
