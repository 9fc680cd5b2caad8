//! What a native token opens at stock servers, and where it ends.

use share_tests::Result;

use crate::directories::HOSTILE;
use crate::native::{BASE, edge, servers};
use crate::token::{token_parts, with_token};
use crate::urls::STEPS_UP;
use crate::visit::Visit;

#[test]
fn streams_play_with_their_children_and_files_download() -> Result {
    let mut edge = edge()?;
    let shares = edge.film()?;
    edge.store("film/stream/720p/0.ts")?;
    for server in servers(&mut edge)? {
        for (share, source) in shares {
            let urls = edge.signed(share)?;
            server.assert_opens(&urls.stream, "film/stream/master.m3u8")?;
            server.assert_opens(&urls.download, source)?;
            server.assert_opens(&urls.preview, "film/poster.jpg")?;
            let [directory, token, _] = token_parts(&urls.stream);
            server.assert_opens(
                &with_token(directory, token, "/720p/0.ts"),
                "film/stream/720p/0.ts",
            )?;
            server.assert_opens(
                &with_token(directory, token, "/720p/0.ts?part=2"),
                "film/stream/720p/0.ts",
            )?;
        }
    }
    Ok(())
}

#[test]
fn directories_with_hostile_names_play() -> Result {
    let mut edge = edge()?;
    let mut shares = Vec::new();
    for directory in HOSTILE {
        let file = edge.file(&directory.replace('/', "_"), directory)?;
        shares.push((edge.share(file, "private")?, directory));
    }
    for server in servers(&mut edge)? {
        for (share, directory) in &shares {
            let urls = edge.signed(*share)?;
            // Traffic Server decodes these and then finds no expression that both could write.
            if server.name() == "traffic_server" && directory.contains(['%', '"']) {
                server.assert_status(&urls.stream, 403)?;
                server.assert_status(&urls.download, 403)?;
                continue;
            }
            server.assert_opens(&urls.stream, &format!("{directory}/stream/master.m3u8"))?;
            server.assert_opens(&urls.download, &format!("{directory}/source"))?;
        }
    }
    Ok(())
}

#[test]
fn other_paths_are_refused() -> Result {
    let mut edge = edge()?;
    let [(share, _), (_, _), (segment, _)] = edge.film()?;
    for path in [
        "other/source",
        "film/streams/master.m3u8",
        "film/stream2/master.m3u8",
        "film/source.key",
        "film/source2",
        "fil/stream/master.m3u8",
    ] {
        edge.store(path)?;
    }
    for server in servers(&mut edge)? {
        let urls = edge.signed(share)?;
        let [_, stream, _] = token_parts(&urls.stream);
        let [_, download, _] = token_parts(&urls.download);
        let [_, preview, _] = token_parts(&urls.preview);
        for (path, token, rest) in [
            ("/film/streams", stream, "/master.m3u8"),
            ("/film/stream2", stream, "/master.m3u8"),
            ("/fil/stream", stream, "/master.m3u8"),
            ("/film", stream, "/source"),
            ("/film/stream", stream, ""),
            ("/film/source", stream, ""),
            ("/film/cut", download, ""),
            ("/film/source.key", download, ""),
            ("/film/source2", download, ""),
            ("/film/poster.jpg", download, ""),
            ("/other/source", download, ""),
            ("/film/source", download, ".key"),
            ("/film/source", download, "/../source2"),
            ("/film/stream", download, "/master.m3u8"),
            ("/film/source", preview, ""),
        ] {
            server.assert_status(&with_token(&format!("{BASE}{path}"), token, rest), 403)?;
        }
        let [path, token, _] = token_parts(&urls.download);
        let host = path.replacen("media.example", "other.example", 1);
        server.assert_closed(&with_token(&host, token, ""))?;
        // A segment's source opens no other part, and the whole film's not the segment.
        let [_, cut, _] = token_parts(&edge.signed(segment)?.download).map(str::to_owned);
        server.assert_status(&with_token(&format!("{BASE}/film/source"), &cut, ""), 403)?;
    }
    Ok(())
}

#[test]
fn a_token_that_stands_elsewhere_in_the_path_opens_nothing_more() -> Result {
    let mut edge = edge()?;
    let [(share, _), ..] = edge.film()?;
    let url = edge.signed(share)?.stream;
    let [_, token, _] = token_parts(&url);
    let [traffic_server, haproxy] = servers(&mut edge)?;
    for (path, rest) in [
        ("/film", "/stream/master.m3u8"),
        ("/film/stream/master.m3u8", ""),
    ] {
        let url = with_token(&format!("{BASE}{path}"), token, rest);
        // RFC 9246 lets it stand anywhere and checks the URL without it.
        traffic_server.assert_opens(&url, "film/stream/master.m3u8")?;
        haproxy.assert_status(&url, 403)?;
    }
    for server in [traffic_server, haproxy] {
        for (path, rest) in [("/film", "/source"), ("/film/source", "")] {
            let url = with_token(&format!("{BASE}{path}"), token, rest);
            server.assert_status(&url, 403)?;
        }
    }
    Ok(())
}

#[test]
fn no_writing_of_dots_and_slashes_leaves_the_signed_directory() -> Result {
    let mut edge = edge()?;
    let [(share, _), ..] = edge.film()?;
    edge.store("film/stream/child/0.ts")?;
    let url = edge.signed(share)?.stream;
    let [directory, token, _] = token_parts(&url);
    for server in servers(&mut edge)? {
        server.assert_opens(&url, "film/stream/master.m3u8")?;
        for up in STEPS_UP {
            for steps in 1..=4 {
                for target in ["source", "film/source"] {
                    let rest = format!("/{}{target}", up.repeat(steps));
                    server.assert_closed(&with_token(directory, token, &rest))?;
                }
            }
        }
    }
    Ok(())
}

#[test]
fn nothing_is_served_without_a_token() -> Result {
    let mut edge = edge()?;
    edge.film()?;
    for server in servers(&mut edge)? {
        for path in [
            "/film/source",
            "/film/stream/master.m3u8",
            "/film/source;URISigningPackage=",
            "/film/source;URISigningPackage=..",
            "/film/source?URISigningPackage=",
            "/film/source;x=y",
        ] {
            server.assert_status(&format!("{BASE}{path}"), 403)?;
        }
    }
    Ok(())
}
