//! What is signed, and what keeps its bytes.

use super::fixtures::{ALL, DISCONTINUOUS, ENCRYPTED, FMP4, LOW_LATENCY, MASTER, PATH, rewrite};
use super::rewrite_playlist;
use crate::base_url::BaseUrl;
use crate::error::ShareError;

#[test]
fn a_master_playlist_is_signed_whole() {
    let done = rewrite(MASTER, None).unwrap();
    let mut expected = MASTER.to_owned();
    for (uri, is_playlist) in [
        ("lyrics.json", false),
        ("audio/en/index.m3u8", true),
        ("audio/de/index.m3u8", true),
        ("text/en.m3u8", true),
        ("720/index.m3u8", true),
        ("360/index.m3u8", true),
        ("720/iframes.m3u8", true),
    ] {
        let path = format!("film/720/{uri}");
        assert!(done.asked.contains(&(path.clone(), is_playlist)), "{uri}");
        expected = expected.replace(uri, &format!("S({path})"));
    }
    assert_eq!(done.text, expected);
    assert_eq!(done.asked.len(), 7);
    assert_eq!(done.shown, None);
}

#[test]
fn line_ends_stay_as_they_are() {
    for text in ALL {
        let crlf = text.replace('\n', "\r\n");
        let expected = rewrite(text, None).unwrap().text;
        assert_eq!(
            rewrite(&crlf, None).unwrap().text,
            expected.replace('\n', "\r\n")
        );
        assert_eq!(
            rewrite(text.trim_end(), None).unwrap().text,
            expected.trim_end()
        );
    }
}

#[test]
fn a_uri_that_follows_itself_is_signed_once() {
    let done = rewrite(FMP4, None).unwrap();
    // Once for the map, once for the segments.
    assert_eq!(done.asked.len(), 2);
    assert_eq!(done.text, FMP4.replace("main.mp4", "S(film/720/main.mp4)"));
    let text = "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXTINF:1,\na\n\
                #EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x1\n#EXTINF:1,\nb\n#EXTINF:1,\na\n";
    let asked: Vec<_> = rewrite(text, None)
        .unwrap()
        .asked
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    let names = ["k", "a", "b", "a"];
    assert_eq!(asked, names.map(|name| format!("film/720/{name}")));
}

#[test]
fn parts_hints_and_reports_are_signed() {
    let done = rewrite(LOW_LATENCY, None).unwrap();
    for path in [
        "film/720/file267.1.mp4",
        "film/720/file268.1.mp4",
        "film/360/index.m3u8",
    ] {
        assert!(done.text.contains(&format!("URI=\"S({path})\"")), "{path}");
    }
    assert_eq!(
        done.asked.iter().filter(|(_, playlist)| *playlist).count(),
        1
    );
}

#[test]
fn what_is_not_ours_stays_as_it_is() {
    for line in [
        "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://film\"",
        "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"data:text/plain;base64,AAAA\"",
        "#EXT-X-MAP:URI=\"https://other.example/media/a\"",
        "#EXT-X-MAP:URI=\"https://cdn.example/media/a?sig=1\"",
        "#EXT-X-DATERANGE:ID=\"a\",X-ASSET-URI=\"https://cdn.example/media/a\"",
        "#EXT-X-VENDOR:URI=\"a.ts\"",
        "   ",
    ] {
        let text = format!("#EXTM3U\n{line}\n");
        assert_eq!(rewrite(&text, None).unwrap().text, text);
    }
}

#[test]
fn urls_below_the_base_are_signed() {
    let text = "#EXTM3U\n#EXT-X-MAP:URI=\"//cdn.example/media/i.mp4\"\n#EXTINF:1,\nhttps://cdn.example/media/a%20b.ts\n";
    assert_eq!(
        rewrite(text, None).unwrap().text,
        "#EXTM3U\n#EXT-X-MAP:URI=\"S(i.mp4)\"\n#EXTINF:1,\nS(a%20b.ts)\n"
    );
}

fn signed_as(url: &str) -> (Result<(), ShareError>, String) {
    let base = BaseUrl::parse("https://h").unwrap();
    let mut out = "before".to_owned();
    let mut sign = |_: super::Target<'_>, out: &mut String| {
        out.push_str(url);
        Ok(())
    };
    let result = rewrite_playlist(ENCRYPTED, PATH, &base, None, &mut sign, &mut out);
    (result.map(|_| ()), out)
}

#[test]
fn a_signed_url_cannot_break_a_line() {
    for url in ["", "a\"b", "a\nb", "a\rb", "a b", "#a", "ü", "a\0"] {
        assert_eq!(
            signed_as(url),
            (Err(ShareError::InvalidSignedUrl), "before".to_owned()),
            "{url:?}"
        );
    }
    assert!(signed_as("https://h/a?b=c#t=1,2").0.is_ok());
}

#[test]
fn nothing_is_appended_when_the_signer_fails() {
    let base = BaseUrl::parse("https://h").unwrap();
    let mut out = "before".to_owned();
    let mut count = 0;
    let mut sign = |_: super::Target<'_>, out: &mut String| {
        count += 1;
        out.push('x');
        if count < 3 {
            Ok(())
        } else {
            Err(ShareError::MissingExpiry)
        }
    };
    let result = rewrite_playlist(DISCONTINUOUS, PATH, &base, None, &mut sign, &mut out);
    assert_eq!(result, Err(ShareError::MissingExpiry));
    assert_eq!(out, "before");
}

#[test]
fn an_unchecked_text_is_refused_or_kept() {
    assert!(rewrite("../../../a.ts", None).is_err());
    assert!(rewrite("#EXT-X-MAP:URI=\"a", None).is_err());
    assert!(rewrite("\0\t#", None).is_err());
    assert_eq!(rewrite("", None).unwrap().text, "");
}
