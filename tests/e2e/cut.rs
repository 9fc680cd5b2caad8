//! What is cut out of the film is all that a player asks the bucket for.

use std::collections::BTreeSet;

use share_tests::Result;

use crate::application::Application;
use crate::edges::Edge;
use crate::player::Player;
use crate::playlists::{Cut, Wanted};
use crate::runs::assert_plays;

#[test]
fn a_segment_share_plays_its_own_pieces_alone() -> Result {
    let mut edge = Edge::bucket()?;
    // Second 3 to 5 lies in the second and the third piece of two seconds.
    let share = edge.account.segment_share(3, 5)?;
    let stream = Wanted::address(share, Cut::Whole);
    assert_cut("bucket, segment", &edge, &stream, &["1.ts", "2.ts"])
}

#[test]
fn a_clip_plays_its_own_pieces_alone() -> Result {
    let edge = Edge::bucket()?;
    let stream = Wanted::address(edge.share, Cut::Clip(2, 3));
    assert_cut("bucket, clip", &edge, &stream, &["1.ts"])
}

fn assert_cut(name: &str, edge: &Edge, stream: &str, pieces: &[&str]) -> Result {
    let application = Application::start(&edge.account.database)?;
    let seconds = [2.0, 4.0][pieces.len() - 1];
    assert_plays(name, &application, stream, &Player::EACH, seconds)?;
    let asked = edge.asked();
    let names: BTreeSet<&str> = asked
        .iter()
        .filter_map(|(_, path)| path.rsplit('/').next())
        .collect();
    assert_eq!(names, pieces.iter().copied().collect(), "{asked:?}");
    Ok(())
}
