//! What each kind of share opens, and what its tokens are worth elsewhere.

use share_tests::Result;

use crate::edge::{BASE, Edge};
use crate::urls::{assert_opens, assert_status, file_parts, stream_parts};

#[test]
fn public_private_and_segment_shares_open_their_own_media() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    for (share, source) in edge.film()? {
        let urls = edge.urls(&nginx, share)?;
        assert_opens(&urls.stream, "film/stream/master.m3u8")?;
        assert_opens(&urls.download, source)?;
        assert_opens(&urls.preview, "film/poster.jpg")?;
    }
    Ok(())
}

#[test]
fn urls_that_were_signed_long_ago_have_ended() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    for (share, _) in edge.film()? {
        for url in edge.urls_of_before(&nginx, share, 30)?.each() {
            assert_status(url, 410)?;
        }
    }
    Ok(())
}

#[test]
fn a_later_end_or_another_name_is_refused() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    for (share, _) in edge.film()? {
        let urls = edge.urls(&nginx, share)?;
        let [directory, token, expires, file] = stream_parts(&urls.stream);
        assert_status(&format!("{directory}/{token}/{expires}0/{file}"), 403)?;
        for url in [&urls.download, &urls.preview] {
            let [path, token, expires, rest] = file_parts(url);
            assert_status(&format!("{path}?md5={token}&expires={expires}0{rest}"), 403)?;
            assert_status(
                &format!("{path}?md5={token}&expires={expires}&name=other.mp4"),
                403,
            )?;
        }
    }
    Ok(())
}

#[test]
fn a_token_opens_nothing_of_another_file() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    let other = edge.file("other.mp4", "other")?;
    let other = edge.share(other, "public")?;
    let other = edge.urls(&nginx, other)?;
    assert_opens(&other.stream, "other/stream/master.m3u8")?;
    for (share, _) in edge.film()? {
        let urls = edge.urls(&nginx, share)?;
        let [_, token, expires, file] = stream_parts(&urls.stream);
        let [directory, ..] = stream_parts(&other.stream);
        assert_status(&format!("{directory}/{token}/{expires}/{file}"), 403)?;
        for (own, others) in [
            (&urls.download, &other.download),
            (&urls.preview, &other.preview),
        ] {
            let [_, token, expires, _] = file_parts(own);
            let [path, _, _, rest] = file_parts(others);
            assert_status(&format!("{path}?md5={token}&expires={expires}{rest}"), 403)?;
        }
    }
    Ok(())
}

#[test]
fn a_token_of_one_form_is_refused_in_the_other() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    for (share, _) in edge.film()? {
        let urls = edge.urls(&nginx, share)?;
        let [directory, stream_token, stream_expires, file] = stream_parts(&urls.stream);
        for url in [&urls.download, &urls.preview] {
            let [path, token, expires, rest] = file_parts(url);
            // The stream's token where a download's belongs: on the download's path and on its own.
            for path in [
                path,
                directory,
                &format!("{directory}/"),
                &format!("{directory}/{file}"),
            ] {
                assert_status(
                    &format!("{path}?md5={stream_token}&expires={stream_expires}{rest}"),
                    403,
                )?;
                assert_status(
                    &format!("{path}?md5={stream_token}&expires={stream_expires}"),
                    403,
                )?;
            }
            // And the other way round.
            let (folder, name) = path.rsplit_once('/').unwrap_or_default();
            assert_status(&format!("{folder}/{token}/{expires}/{name}"), 403)?;
            assert_status(&format!("{path}/{token}/{expires}/{name}"), 403)?;
            assert_status(&format!("{directory}/{token}/{expires}/{file}"), 403)?;
        }
    }
    Ok(())
}

#[test]
fn the_database_verifies_what_nginx_takes() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    for (share, _) in edge.film()? {
        for url in edge.urls(&nginx, share)?.each() {
            let [url, ended] = [
                url.to_owned(),
                edge.urls_of_before(&nginx, share, 30)?.stream,
            ];
            for (url, status, reason) in [(url, 200, None), (ended, 410, Some("expired"))] {
                assert_status(&url, status)?;
                let known = url.replacen(&nginx.base_url(), BASE, 1);
                let row = edge.client.query_one(
                    "select valid, reason from share.share_verify($1)",
                    &[&known],
                )?;
                assert_eq!(
                    (reason.is_none(), reason),
                    (row.get(0), row.get::<_, Option<&str>>(1)),
                    "{known}"
                );
            }
        }
    }
    Ok(())
}
