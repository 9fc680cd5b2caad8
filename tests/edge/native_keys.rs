//! Which tokens stock servers believe: whose key, which bits, until when.

use share_tests::{Error, Result};

use crate::edge::Edge;
use crate::native::{edge, servers};
use crate::token::{flipped, forged, opened, token_parts, with_token};
use crate::visit::Visit;

#[test]
fn one_flipped_bit_is_refused() -> Result {
    let mut edge = edge()?;
    let [(share, _), ..] = edge.film()?;
    let urls = edge.signed(share)?;
    for server in servers(&mut edge)? {
        for url in urls.each() {
            server.assert_status(url, 200)?;
            let [path, token, rest] = token_parts(url);
            for token in flipped(token) {
                server.assert_status(&with_token(path, &token, rest), 403)?;
            }
        }
    }
    Ok(())
}

#[test]
fn urls_that_were_signed_long_ago_have_ended() -> Result {
    let mut edge = edge()?;
    let shares = edge.film()?;
    for server in servers(&mut edge)? {
        for (share, _) in shares {
            for url in edge.signed_before(share, 30)?.each() {
                server.assert_status(url, server.ended)?;
            }
        }
    }
    Ok(())
}

#[test]
fn the_same_key_id_with_another_secret_is_refused() -> Result {
    let (mut own, mut other) = (edge()?, edge()?);
    let [(own_share, _), ..] = own.film()?;
    let [(other_share, _), ..] = other.film()?;
    assert_eq!(own.kid, other.kid);
    for server in servers(&mut own)? {
        for url in own.signed(own_share)?.each() {
            server.assert_status(url, 200)?;
        }
        for url in other.signed(other_share)?.each() {
            server.assert_status(url, 403)?;
        }
    }
    Ok(())
}

#[test]
fn a_rotation_breaks_no_url_until_the_old_key_is_revoked() -> Result {
    let mut edge = edge()?;
    let [(share, _), ..] = edge.film()?;
    let old = edge.signed(share)?;
    let before = servers(&mut edge)?;
    let old_kid = edge.rotate()?;
    let new = edge.signed(share)?;
    let during = servers(&mut edge)?;
    edge.client
        .execute("select share.signing_key_revoke($1)", &[&old_kid])?;
    let after = servers(&mut edge)?;
    for (servers, [old_status, new_status]) in [
        (before, [200, 403]),
        (during, [200, 200]),
        (after, [403, 200]),
    ] {
        for server in servers {
            for (urls, status) in [(&old, old_status), (&new, new_status)] {
                for url in urls.each() {
                    server.assert_status(url, status)?;
                }
            }
        }
    }
    Ok(())
}

#[test]
fn the_algorithm_and_the_key_id_are_not_the_tokens_to_choose() -> Result {
    let mut edge = edge()?;
    let [(share, _), ..] = edge.film()?;
    let url = edge.signed(share)?.download;
    let [path, token, _] = token_parts(&url);
    let claims = opened(token, 1)?.to_string();
    let good = format!(r#"{{"alg":"HS256","kid":"{}"}}"#, edge.kid);
    let signed = |header: &str| forged(header, &claims, &edge.secret);
    let unsigned = signed(&good.replace("HS256", "none"))?;
    let unsigned = &unsigned[..=unsigned.rfind('.').unwrap_or(0)];
    let bad = [
        signed(&good.replace("HS256", "none"))?,
        unsigned.to_owned(),
        signed(&good.replace("HS256", "HS512"))?,
        signed(&good.replace("HS256", "RS256"))?,
        signed(&good.replace(&edge.kid, "unknown"))?,
        forged(
            &good,
            &claims,
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        )?,
        forged(&good, &claims, "")?,
    ];
    let good = signed(&good)?;
    for server in servers(&mut edge)? {
        server.assert_opens(&with_token(path, &good, ""), "film/source")?;
        for token in &bad {
            server.assert_status(&with_token(path, token, ""), 403)?;
        }
    }
    Ok(())
}

#[test]
fn a_token_without_an_end_is_taken_by_traffic_server_and_by_no_one_else() -> Result {
    let mut edge = edge()?;
    let [(share, _), ..] = edge.film()?;
    let url = edge.signed(share)?.download;
    let [path, token, _] = token_parts(&url);
    let mut claims = opened(token, 1)?;
    claims
        .as_object_mut()
        .and_then(|claims| claims.remove("exp"))
        .ok_or_else(|| Error::new("the token has no end"))?;
    let endless = forged(
        &opened(token, 0)?.to_string(),
        &claims.to_string(),
        &edge.secret,
    )?;
    let endless = with_token(path, &endless, "");
    let [traffic_server, haproxy] = servers(&mut edge)?;
    traffic_server.assert_status(&endless, 200)?;
    haproxy.assert_status(&endless, 403)?;
    assert_eq!((true, None), verified(&mut edge, &url)?);
    assert_eq!(
        (false, Some("malformed".to_owned())),
        verified(&mut edge, &endless)?
    );
    Ok(())
}

fn verified(edge: &mut Edge, url: &str) -> Result<(bool, Option<String>)> {
    let row = edge
        .client
        .query_one("select valid, reason from share.share_verify($1)", &[&url])?;
    Ok((row.get(0), row.get(1)))
}
