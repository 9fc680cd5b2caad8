//! What is stored and what is not.

use super::fixtures::{ALL, DISCONTINUOUS, ENCRYPTED, FMP4, HOSTS, LOW_LATENCY, MASTER, PATH};
use super::{CheckedPlaylist, Child, MAX_PLAYLIST, PlaylistKind, check_playlist};
use crate::error::ShareError;

fn check(text: &str) -> Result<CheckedPlaylist, ShareError> {
    check_playlist(text, PATH, &HOSTS)
}

/// Checks a media playlist of one segment with one more line before it.
fn check_line(line: &str) -> Result<CheckedPlaylist, ShareError> {
    check(&format!("#EXTM3U\n{line}\n#EXTINF:4,\na.ts\n"))
}

#[test]
fn a_master_playlist_names_its_children() {
    let checked = check(MASTER).unwrap();
    assert_eq!(checked.kind, PlaylistKind::Master);
    assert_eq!((checked.duration, checked.segments), (None, 0));
    let children = [
        "audio/en/index.m3u8",
        "audio/de/index.m3u8",
        "text/en.m3u8",
        "720/index.m3u8",
        "360/index.m3u8",
        "720/iframes.m3u8",
    ];
    assert_eq!(
        checked.children,
        children.map(|child| Child::Path(format!("film/720/{child}")))
    );
}

#[test]
fn a_child_is_named_once_and_may_lie_elsewhere() {
    let text = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2\n./a.m3u8\n\
                #EXT-X-STREAM-INF:BANDWIDTH=3\nhttps://Steer.Example:8443/a.m3u8?t=1\n";
    assert_eq!(
        check(text).unwrap().children,
        [
            Child::Path("film/720/a.m3u8".to_owned()),
            Child::Url("https://Steer.Example:8443/a.m3u8?t=1".to_owned()),
        ]
    );
}

#[test]
fn a_media_playlist_has_a_duration() {
    for (text, duration, segments, is_ended) in [
        (FMP4, "14.5", 4, true),
        (ENCRYPTED, "24.024", 4, true),
        (DISCONTINUOUS, "25", 5, false),
        (LOW_LATENCY, "8.00016", 2, false),
        ("#EXTM3U\n#EXT-X-TARGETDURATION:4", "0", 0, false),
    ] {
        let checked = check(text).unwrap();
        assert_eq!(checked.kind, PlaylistKind::Media);
        assert_eq!(checked.duration.unwrap().to_string(), duration);
        assert_eq!((checked.segments, checked.is_ended), (segments, is_ended));
        assert_eq!(checked.children, []);
    }
}

#[test]
fn line_ends_change_nothing() {
    for text in ALL {
        let crlf = text.replace('\n', "\r\n");
        assert_eq!(check(&crlf), check(text));
        assert_eq!(check(text.trim_end()), check(text));
    }
}

#[test]
fn what_is_no_playlist_is_refused() {
    for text in [
        "",
        "\n#EXTM3U\n#EXTINF:4,\na.ts\n",
        "\u{feff}#EXTM3U\n#EXTINF:4,\na.ts\n",
        "#EXTM3U8\n#EXTINF:4,\na.ts\n",
        "#EXTM3U \n#EXTINF:4,\na.ts\n",
        "#EXTM3U\n",
        "#EXTM3U\na.ts\n",
        "#EXTM3U\n# only words\n",
        "#EXTM3U\n#EXTINF:4,\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\nb.m3u8\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n#EXTINF:4,\na.ts\n",
        "#EXTM3U\n#EXTINF:4,\na.ts\n#EXT-X-MEDIA:TYPE=AUDIO,URI=\"a.m3u8\"\n",
    ] {
        assert!(check(text).is_err(), "{text:?}");
    }
}

#[test]
fn control_characters_and_separators_are_refused() {
    for character in [
        '\t', '\0', '\u{b}', '\u{7f}', '\u{85}', '\u{9f}', '\u{2028}', '\u{2029}', '\r',
    ] {
        for line in [
            format!("# a{character}b"),
            format!("#EXT-X-FOO:{character}x"),
        ] {
            assert!(check_line(&line).is_err(), "{line:?}");
        }
    }
    for line in ["# \u{a0}ü\u{2027}\u{202a}🎬", "#EXT-X-FOO:🎬"] {
        assert!(check_line(line).is_ok(), "{line:?}");
    }
}

#[test]
fn errors_name_the_line_and_quote_no_uri() {
    let error = check("#EXTM3U\n\n#EXTINF:4,\na.ts?token=hunter2\n").unwrap_err();
    assert!(matches!(error, ShareError::InvalidPlaylist { line: 4, .. }));
    assert!(!format!("{error:?} {:?}", error.detail()).contains("hunter2"));
    let error = check("#EXTM3U\n\n#EXTINF:4,\na\tb.ts\n").unwrap_err();
    assert!(matches!(error, ShareError::InvalidPlaylist { line: 4, .. }));
}

#[test]
fn long_texts_and_lines_are_refused() {
    let line = |length: usize| "#".repeat(length);
    assert!(check_line(&line(8192)).is_ok());
    assert!(check_line(&line(8193)).is_err());
    let filled = |length: usize| {
        let mut text = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n".to_owned();
        text.extend(std::iter::repeat_n('\n', length - text.len()));
        text
    };
    assert!(check(&filled(MAX_PLAYLIST)).is_ok());
    assert_eq!(
        check(&filled(MAX_PLAYLIST + 1)),
        Err(ShareError::PlaylistTooLong {
            limit: MAX_PLAYLIST
        })
    );
}

#[test]
fn a_hundred_thousand_lines_are_read() {
    let mut text = "#EXTM3U\n".to_owned();
    for _ in 0..50_000 {
        text.push_str("#EXTINF:4,\na.ts\n");
    }
    assert_eq!(check(&text).unwrap().segments, 50_000);
    let children = text.replace("#EXTINF:4,", "#EXT-X-STREAM-INF:");
    assert_eq!(check(&children).unwrap().children.len(), 1);
}

#[test]
fn hosts_are_allowed_by_name() {
    for uri in [
        "https://ads.example/a.ts?x=1",
        "http://ADS.example:8080/a.ts",
        "//ads.example/a.ts",
    ] {
        assert!(
            check(&format!("#EXTM3U\n#EXTINF:4,\n{uri}\n")).is_ok(),
            "{uri}"
        );
    }
    for uri in [
        "https://evil.example/a.ts",
        "https://ads.example.evil.example/a.ts",
        "https://ads.example./a.ts",
        "//evil.example/a.ts",
        "https://127.0.0.1/a.ts",
    ] {
        let error = check(&format!("#EXTM3U\n#EXTINF:4,\n{uri}\n")).unwrap_err();
        assert!(
            matches!(error, ShareError::ForeignHost { line: 3, .. }),
            "{uri}"
        );
    }
}

#[test]
fn every_attribute_with_a_uri_is_checked() {
    for line in [
        "#EXT-X-KEY:METHOD=AES-128,URI=\"@\"",
        "#EXT-X-MAP:URI=\"@\"",
        "#EXT-X-PART:DURATION=1,URI=\"@\"",
        "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"@\"",
        "#EXT-X-RENDITION-REPORT:URI=\"@\"",
        "#EXT-X-DATERANGE:ID=\"a\",X-ASSET-URI=\"@\"",
        "#EXT-X-DATERANGE:ID=\"a\",X-ASSET-LIST=\"@\"",
        "#EXT-X-VENDOR:A=1,URI=\"@\"",
    ] {
        let with = |uri: &str| check_line(&line.replace('@', uri));
        assert!(with("a/b").is_ok(), "{line}");
        assert!(with("https://ads.example/b").is_ok(), "{line}");
        for uri in [
            "https://evil.example/",
            "../../../a",
            "a%2f..%2fb",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "a?b",
            "",
            "{$v}",
        ] {
            assert!(with(uri).is_err(), "{line} {uri}");
        }
    }
    for line in [
        "#EXT-X-MEDIA:URI=\"@\"",
        "#EXT-X-I-FRAME-STREAM-INF:URI=\"@\"",
        "#EXT-X-SESSION-DATA:URI=\"@\"",
        "#EXT-X-SESSION-KEY:URI=\"@\"",
        "#EXT-X-CONTENT-STEERING:SERVER-URI=\"@\"",
    ] {
        let with = |uri: &str| check(&format!("#EXTM3U\n{}\n", line.replace('@', uri)));
        assert!(with("a/b").is_ok(), "{line}");
        assert!(with("https://evil.example/").is_err(), "{line}");
    }
}

#[test]
fn keys_may_come_by_other_ways() {
    for uri in ["skd://film", "data:text/plain;base64,AAAA"] {
        assert!(check_line(&format!("#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"{uri}\"")).is_ok());
        assert!(check_line(&format!("#EXT-X-MAP:URI=\"{uri}\"")).is_err());
    }
}

#[test]
fn what_players_obey_and_a_reader_overlooks_is_refused() {
    for line in [
        "# see #EXT-X-KEY:METHOD=AES-128,URI=\"https://evil.example/\"",
        "##EXTINF:4,",
        "#EXT-X-FOO:#EXT-X-MAP:URI=\"https://evil.example/\"",
        " #EXT-X-ENDLIST",
        "#EXT-X-MAP:URI=https://evil.example/",
        "#EXT-X-MAP:URI=\"a\",URI=\"b\"",
        "#EXT-X-MAP:A=1 URI=https://evil.example/",
        "#EXT-X-MAP:X=\"\\\",Y=\",URI=https://evil.example/,Q=\"",
        "#EXT-X-DEFINE:NAME=\"v\",VALUE=\"https://evil.example\"",
        "#EXT-X-SKIP:SKIPPED-SEGMENTS=10",
    ] {
        assert!(check_line(line).is_err(), "{line}");
    }
}
