//! Names under which a download is saved, and what a visitor may not write in their place.

use percent_encoding::percent_decode_str;
use share_tests::{Error, Result, get};

use crate::edge::Edge;
use crate::urls::{answer, assert_opens, file_parts};

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
