//! With one character of the signature changed no player shows anything, because the server refuses it.

use share_tests::{Result, get};

use crate::application::Application;
use crate::changed::changed_after;
use crate::edges::Edge;
use crate::playlists::{Cut, Wanted};
use crate::runs::assert_refused;

#[test]
fn a_changed_token_plays_nothing_from_nginx() -> Result {
    refuses_its_url("nginx, changed", Edge::nginx()?, "/film/")
}

#[test]
fn a_changed_token_plays_nothing_from_traffic_server() -> Result {
    let mut edge = Edge::traffic_server()?;
    let stream = edge.account.stream(edge.share)?;
    // The signature is what follows the claims.
    let token = stream.split_once(";URISigningPackage=");
    let claims = token.and_then(|(_, token)| token.split('.').nth(1));
    let mark = format!("{}.", claims.unwrap_or_default());
    refuses_its_url("traffic server, changed", edge, &mark)
}

#[test]
fn a_changed_signature_plays_nothing_from_a_bucket() -> Result {
    let edge = Edge::bucket()?;
    let application = Application::start(&edge.account.database)?;
    let stream = Wanted::address(edge.share, Cut::Tampered);
    assert_refused("bucket, changed", &application, &stream)?;
    let asked = edge.asked();
    assert!(
        !asked.is_empty() && asked.iter().all(|(status, _)| *status == 403),
        "{asked:?}"
    );
    Ok(())
}

/// Changes the character of a stream's URL that follows a mark.
fn refuses_its_url(name: &str, mut edge: Edge, mark: &str) -> Result {
    let application = Application::start(&edge.account.database)?;
    let stream = edge.account.stream(edge.share)?;
    let changed = changed_after(&stream, mark);
    assert_eq!(
        [200, 403],
        [get(&stream)?.status, get(&changed)?.status],
        "{changed}"
    );
    assert_refused(name, &application, &changed)
}
