//! One key replaces another while URLs of both are in use.

use share_tests::{Nginx, Result};

use crate::edge::{Edge, SITE};
use crate::urls::{assert_opens, assert_status, file_parts};

/// The example as its head describes it for the time of a rotation: what the current key does not open goes to the previous one's server.
fn site_of_two_keys() -> String {
    let (map, server) = SITE.split_at(SITE.find("server {").unwrap_or(0));
    let refused = "($secure_link = \"\") { return 403; }";
    let socket = "unix:@FOLDER@/previous.sock";
    let current = server.replace(
        refused,
        &format!("($secure_link = \"\") {{ proxy_pass http://{socket}; }}"),
    );
    let previous = server
        .replace("127.0.0.1:@PORT@", socket)
        .replace("@KEY@", "@PREVIOUS@");
    assert_eq!(2, current.matches("proxy_pass").count());
    format!("{map}{current}{previous}")
}

#[test]
fn a_rotation_breaks_no_url_until_the_previous_key_is_taken_away() -> Result {
    let mut edge = Edge::new()?;
    let shares = edge.film()?;
    let (old_kid, old_secret) = (edge.kid.clone(), edge.secret.clone());
    let before = edge.nginx()?;

    // nginx learns the new key before the database signs with it.
    let new_secret: String = edge
        .client
        .query_one(
            "select secret from share.signing_key_rotate($1, reveal => true, standby => true)",
            &[&old_kid],
        )?
        .get(0);
    let during = edge.nginx_with(
        &site_of_two_keys(),
        &[("KEY", &new_secret), ("PREVIOUS", &old_secret)],
    )?;
    let after = edge.nginx_with(SITE, &[("KEY", &new_secret)])?;
    let moved = |url: &str, nginx: &Nginx| url.replacen(&before.base_url(), &nginx.base_url(), 1);

    let mut old = Vec::new();
    for (share, _) in shares {
        old.push(edge.urls(&before, share)?);
    }
    edge.client
        .execute("select share.signing_key_rotate($1)", &[&old_kid])?;
    for ((share, source), old) in shares.into_iter().zip(&old) {
        let new = edge.urls(&before, share)?;
        for (old, new) in old.each().into_iter().zip(new.each()) {
            assert_ne!(old, new);
            for (url, nginx, status) in [
                (old, &before, 200),
                (new, &before, 403),
                (old, &during, 200),
                (new, &during, 200),
                (old, &after, 403),
                (new, &after, 200),
            ] {
                assert_status(&moved(url, nginx), status)?;
            }
        }
        assert_opens(&moved(&old.download, &during), source)?;
        let ended = edge.urls_of_before(&during, share, 30)?;
        assert_status(&ended.stream, 410)?;
        let [path, token, expires, _] = file_parts(&old.download);
        assert_status(
            &moved(
                &format!("{path}?md5={token}&expires={expires}&name=x"),
                &during,
            ),
            403,
        )?;
    }
    Ok(())
}
