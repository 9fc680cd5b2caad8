//! What a browser or a player needs of the answers: types, ranges, other sites, and a page without a token.

use share_tests::{Result, get, get_with};

use crate::edge::Edge;
use crate::urls::{assert_opens, assert_status};

#[test]
fn a_playlist_tells_its_type_and_other_sites_may_read_it() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    for (share, _) in edge.film()? {
        let playlist = get(&edge.urls(&nginx, share)?.stream)?;
        assert_eq!(200, playlist.status);
        assert_eq!(
            Some("application/vnd.apple.mpegurl"),
            playlist.header("content-type")
        );
        assert_eq!(Some("*"), playlist.header("access-control-allow-origin"));
    }
    Ok(())
}

#[test]
fn a_preview_is_shown_in_place() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    for (share, _) in edge.film()? {
        let preview = get(&edge.urls(&nginx, share)?.preview)?;
        assert_eq!(200, preview.status);
        assert_eq!(Some("image/jpeg"), preview.header("content-type"));
        assert_eq!(None, preview.header("content-disposition"));
    }
    Ok(())
}

#[test]
fn a_player_may_seek_by_ranges() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    let [(share, source), ..] = edge.film()?;
    let url = edge.urls(&nginx, share)?.download;
    let part = get_with(&url, &[("Range", "bytes=5-8")])?;
    assert_eq!((206, source[5..9].to_owned()), (part.status, part.text()));
    Ok(())
}

#[test]
fn a_page_needs_no_token_and_an_unknown_one_is_not_found() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    let [(known, _), (unknown, _), _] = edge.film()?;
    let page = format!("{known}.html");
    edge.store(&page)?;
    let site = nginx.base_url();
    assert_opens(&format!("{site}/share/{known}?layout=minimal&s=2"), &page)?;
    assert_status(&format!("{site}/share/{unknown}"), 404)
}
