//! Paths and names that mean something in a URL, a regular expression or a configuration.

use percent_encoding::percent_decode_str;
use share_tests::{Error, Result, get};

use crate::edge::Edge;
use crate::urls::{answer, assert_opens, file_parts, stream_parts};

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
    for up in [
        "../",
        "..%2f",
        "%2e%2e%2f",
        "%2e%2e/",
        ".%2e/",
        "..%5c",
        "%252e%252e%252f",
        "..;/",
        "child/../../",
        "child/..%2f..%2f",
    ] {
        for steps in 1..=4 {
            let url = format!("{directory}/{token}/{expires}/{}source", up.repeat(steps));
            let (status, _) = answer(&url)?;
            assert!(matches!(status, 400 | 403 | 404), "{url} gave {status}");
        }
    }
    Ok(())
}

#[test]
fn directories_with_blanks_and_other_scripts_play_with_their_children() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    for directory in [
        "a b/c  d",
        "Größe/日本語",
        "100%/%41",
        "it's \"quoted\"",
        "a?b#c/d&e=f+g",
        "{1}$uri/[x]",
    ] {
        let file = edge.file(&directory.replace('/', "_"), directory)?;
        let child = format!("{directory}/stream/low quality/ü.ts");
        edge.store(&child)?;
        for visibility in ["public", "private"] {
            let share = edge.share(file, visibility)?;
            let urls = edge.urls(&nginx, share)?;
            assert_opens(&urls.stream, &format!("{directory}/stream/master.m3u8"))?;
            assert_opens(&urls.download, &format!("{directory}/source"))?;
            assert_opens(&urls.preview, &format!("{directory}/poster.jpg"))?;
            let [signed, token, expires, _] = stream_parts(&urls.stream);
            assert_opens(
                &format!("{signed}/{token}/{expires}/low%20quality/%C3%BC.ts"),
                &child,
            )?;
        }
    }
    Ok(())
}

#[test]
fn a_download_is_saved_under_the_very_name_of_its_file() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    let names = [
        "a  b .mp4",
        "\"double\" and 'single'.mp4",
        "Größe – ß.mp4",
        "100% of it.mp4",
        "%41%2f.mp4",
        "a;b,c=d&e+f?#.mp4",
        "日本語 🎬.mp4",
    ];
    for (number, name) in names.into_iter().enumerate() {
        let file = edge.file(name, &number.to_string())?;
        let share = edge.share(file, "private")?;
        let url = edge.urls(&nginx, share)?.download;
        let response = get(&url)?;
        let saved = response
            .header("content-disposition")
            .and_then(|header| header.strip_prefix("attachment; filename*=UTF-8''"))
            .ok_or_else(|| Error::new(format!("{url} gave {response:?}")))?;
        assert!(
            saved
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)),
            "{saved}"
        );
        assert_eq!(name, percent_decode_str(saved).decode_utf8_lossy());
    }
    Ok(())
}

#[test]
fn a_blank_in_the_name_does_not_move_the_end_of_the_path() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    let file = edge.file("film.mp4", "film")?;
    edge.store("a")?;
    edge.store("a b")?;
    edge.client
        .execute("select share.origin_put($1, 'thumbnail', 'a b')", &[&file])?;
    let share = edge.share(file, "public")?;
    let preview = edge.urls(&nginx, share)?.preview;
    assert_opens(&preview, "a b")?;
    let [path, token, expires, _] = file_parts(&preview);
    let path = path.replace("a%20b", "a");
    for name in ["b ", "b%20", "b+"] {
        let (status, _) = answer(&format!("{path}?md5={token}&expires={expires}&name={name}"))?;
        assert!(matches!(status, 400 | 403), "{name:?} gave {status}");
    }
    Ok(())
}
