//! Where a signed URL ends: any other character, any other path and no token at all are refused.

use share_tests::Result;

use crate::edge::Edge;
use crate::urls::{STEPS_UP, answer, assert_opens, assert_status, file_parts, stream_parts};

#[test]
fn one_changed_character_is_refused_with_403() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    let path = nginx.base_url().len() + 1;
    for (share, _) in edge.film()? {
        let urls = edge.urls(&nginx, share)?;
        // The file behind a stream's token is free to choose within the directory; all before it is signed.
        let stream = urls.stream.rfind('/').unwrap_or(0);
        for (url, end) in [
            (&urls.stream, stream),
            (&urls.download, urls.download.len()),
            (&urls.preview, urls.preview.len()),
        ] {
            assert_status(url, 200)?;
            assert!(path < end, "{url}");
            for at in path..end {
                // The last character of a token has four bits that nginx does not look at: `w` and `5` differ in these alone.
                let other = match url.as_bytes()[at] {
                    b'w' => 'A',
                    b'5' => '6',
                    _ => '5',
                };
                // The names of the arguments are no secret: another name is a missing argument, which is refused too.
                assert_status(&format!("{}{other}{}", &url[..at], &url[at + 1..]), 403)?;
            }
        }
    }
    Ok(())
}

#[test]
fn nothing_is_served_or_listed_without_a_token() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    let [(share, _), ..] = edge.film()?;
    edge.store("notes.txt")?;
    edge.store("film/stream/child/0.ts")?;
    for path in [
        "/",
        "/film/",
        "/film/stream/",
        "/film/stream/master.m3u8",
        "/film/source",
        "/notes.txt",
        "/share/../notes.txt",
        "/film/poster.jpg?md5=&expires=",
    ] {
        assert_status(&format!("{}{path}", nginx.base_url()), 403)?;
    }
    let stream = edge.urls(&nginx, share)?.stream;
    let [directory, token, expires, _] = stream_parts(&stream);
    let child = format!("{directory}/{token}/{expires}/child/");
    assert_opens(&format!("{child}0.ts"), "film/stream/child/0.ts")?;
    assert_status(&child, 403)
}

#[test]
fn no_writing_of_dots_and_slashes_leaves_the_signed_directory() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    let [(share, _), ..] = edge.film()?;
    let urls = edge.urls(&nginx, share)?;
    let [directory, token, expires, _] = stream_parts(&urls.stream);
    edge.store("film/stream/child/0.ts")?;
    assert_opens(
        &format!("{directory}/{token}/{expires}/child/..%2fchild/0.ts"),
        "film/stream/child/0.ts",
    )?;
    for up in STEPS_UP {
        for steps in 1..=4 {
            let url = format!("{directory}/{token}/{expires}/{}source", up.repeat(steps));
            let (status, _) = answer(&url)?;
            assert!(matches!(status, 400 | 403 | 404), "{url} gave {status}");
        }
    }
    Ok(())
}

#[test]
fn dots_in_the_path_of_a_download_open_no_other_file() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    let [(share, source), ..] = edge.film()?;
    edge.store("other/source")?;
    let url = edge.urls(&nginx, share)?.download;
    let [path, ..] = file_parts(&url);
    let rest = &url[path.len()..];
    let site = nginx.base_url();
    assert_opens(&format!("{site}/film/x/../source{rest}"), source)?;
    assert_status(&format!("{site}/film/x/../../other/source{rest}"), 403)?;
    assert_status(&format!("{site}/film/../other/source{rest}"), 403)
}
