//! What stays of a playlist in a window.

use super::fixtures::{DISCONTINUOUS, ENCRYPTED, FMP4, LOW_LATENCY, MASTER, rewrite};
use crate::error::ShareError;
use crate::window::Window;

fn cut(text: &str, start: &str, end: &str) -> String {
    rewrite(text, Some((start, end))).unwrap().text
}

fn shown(text: &str, start: &str, end: &str) -> Option<Window> {
    rewrite(text, Some((start, end))).unwrap().shown
}

/// Takes the marks of the tests' signer away again.
fn plain(text: &str) -> String {
    text.replace("S(film/720/", "").replace(')', "")
}

#[test]
fn a_byte_range_gets_the_offset_that_it_lost() {
    assert_eq!(
        plain(&cut(FMP4, "8", "9")),
        r#"#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:4
#EXT-X-MEDIA-SEQUENCE:102
#EXT-X-PLAYLIST-TYPE:VOD
#EXT-X-MAP:URI="main.mp4",BYTERANGE="720@0"
#EXTINF:4.00000,
#EXT-X-BYTERANGE:3000@3720
main.mp4
#EXT-X-ENDLIST
"#
    );
}

#[test]
fn the_ranges_behind_go_on_from_there() {
    let text = cut(FMP4, "4", "100");
    let ranges: Vec<_> = text
        .lines()
        .filter(|line| line.contains("RANGE:"))
        .collect();
    assert_eq!(
        ranges,
        [
            "#EXT-X-BYTERANGE:2000@1720",
            "#EXT-X-BYTERANGE:3000",
            "#EXT-X-BYTERANGE:500"
        ]
    );
}

#[test]
fn segments_that_overlap_stay() {
    for (start, end, from, to) in [
        ("0", "4", "0", "4"),
        ("0", "4.000001", "0", "8"),
        ("3.999999", "4", "0", "4"),
        ("4", "8", "4", "8"),
        ("5", "5.5", "4", "8"),
        ("14", "99", "12", "14.5"),
        ("0", "14.5", "0", "14.5"),
    ] {
        assert_eq!(
            shown(FMP4, start, end),
            Some(Window::parse(from, to).unwrap()),
            "{start} to {end}"
        );
    }
}

#[test]
fn a_window_with_nothing_in_it_tells_the_duration() {
    for (start, end) in [("14.5", "15"), ("100", "200")] {
        let error = rewrite(FMP4, Some((start, end))).err().unwrap();
        assert!(matches!(error, ShareError::WindowOutsidePlaylist { .. }));
        assert_eq!(
            error.detail().as_deref(),
            Some("the playlist has 14.5 seconds")
        );
    }
}

#[test]
fn the_whole_is_left_as_it_is() {
    for (text, end) in [(FMP4, "14.5"), (ENCRYPTED, "24.024")] {
        assert_eq!(cut(text, "0", end), rewrite(text, None).unwrap().text);
    }
    let done = rewrite(MASTER, Some(("1", "2"))).unwrap();
    assert_eq!(done.text, rewrite(MASTER, None).unwrap().text);
    assert_eq!(done.shown, None);
}

#[test]
fn the_key_in_force_is_written_again() {
    assert_eq!(
        plain(&cut(ENCRYPTED, "7", "13")),
        r#"#EXTM3U
#EXT-X-TARGETDURATION:6
#EXT-X-MEDIA-SEQUENCE:1
#EXT-X-KEY:METHOD=AES-128,URI="keys/1.key"
#EXTINF:6.006,
a2.ts
#EXT-X-KEY:METHOD=AES-128,URI="keys/2.key",IV=0x00000000000000000000000000000001
#EXTINF:6.006,
a3.ts
#EXT-X-ENDLIST
"#
    );
    assert_eq!(
        plain(&cut(ENCRYPTED, "20", "21")),
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:3\n#EXT-X-KEY:METHOD=NONE\n\
         #EXTINF:6.006,\na4.ts\n#EXT-X-ENDLIST\n"
    );
}

#[test]
fn keys_of_dropped_segments_are_not_signed() {
    let asked = rewrite(ENCRYPTED, Some(("20", "21"))).unwrap().asked;
    assert_eq!(asked, [("film/720/a4.ts".to_owned(), false)]);
}

#[test]
fn dropped_discontinuities_are_counted() {
    assert_eq!(
        plain(&cut(DISCONTINUOUS, "10", "12")),
        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXT-X-VENDOR-HEAD:x = y ,\"z\n#EXT-X-MEDIA-SEQUENCE:2\n\
         #EXT-X-DISCONTINUITY-SEQUENCE:1\n#EXTINF:5,Ad\nads/2.ts\n#EXT-X-ENDLIST\n"
    );
    let numbered = DISCONTINUOUS.replace(
        "#EXT-X-TARGETDURATION:5",
        "#EXT-X-MEDIA-SEQUENCE:7\n#EXT-X-DISCONTINUITY-SEQUENCE: 3 ",
    );
    let text = cut(&numbered, "10", "12");
    assert!(text.contains("#EXT-X-MEDIA-SEQUENCE:9\n#EXT-X-DISCONTINUITY-SEQUENCE:4\n"));
}

#[test]
fn a_discontinuity_of_the_first_segment_stays_and_is_not_counted() {
    let text = cut(DISCONTINUOUS, "5", "6");
    assert!(text.contains("#EXT-X-CUE-OUT:10\n#EXT-X-DISCONTINUITY\n"));
    assert!(!text.contains("DISCONTINUITY-SEQUENCE"));
}

#[test]
fn dates_go_with_their_segments() {
    let text = cut(DISCONTINUOUS, "16", "18");
    assert!(text.contains("#EXT-X-PROGRAM-DATE-TIME:2024-03-01T10:00:05.000Z\n"));
    assert!(!text.contains("DATERANGE"));
    assert!(cut(DISCONTINUOUS, "1", "6").contains("DATERANGE"));
    // The range stays with its segment, but without a date it would mean nothing.
    let text = cut(DISCONTINUOUS, "6", "8");
    assert!(!text.contains("DATE"));
}

#[test]
fn a_cut_playlist_ends_unless_more_may_come_into_the_window() {
    let is_ended = |text: &str, end: &str| cut(text, "5", end).contains("#EXT-X-ENDLIST");
    assert!(is_ended(DISCONTINUOUS, "9"));
    assert!(is_ended(DISCONTINUOUS, "25"));
    assert!(!is_ended(DISCONTINUOUS, "26"));
    let on_demand = DISCONTINUOUS.replace("#EXT-X-VENDOR-HEAD", "#EXT-X-PLAYLIST-TYPE:VOD\n#X");
    assert!(is_ended(&on_demand, "26"));
}

#[test]
fn an_added_line_ends_as_the_others_do() {
    let crlf = DISCONTINUOUS.replace('\n', "\r\n");
    let expected = cut(DISCONTINUOUS, "10", "25").replace('\n', "\r\n");
    assert_eq!(cut(&crlf, "10", "25"), expected);
    assert_eq!(cut(crlf.trim_end(), "10", "25"), expected);
}

#[test]
fn parts_and_hints_go_away_in_a_cut() {
    assert_eq!(
        plain(&cut(LOW_LATENCY, "5", "100")),
        "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-VERSION:9\n\
         #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.0\n\
         #EXT-X-PART-INF:PART-TARGET=0.33334\n#EXT-X-MEDIA-SEQUENCE:267\n#EXT-X-MAP:URI=\"init.mp4\"\n\
         #EXTINF:4.00008,\nfile267.mp4\n"
    );
    assert!(cut(LOW_LATENCY, "0", "100").contains("PRELOAD-HINT"));
}

#[test]
fn tags_of_the_whole_stay_wherever_they_stand() {
    let text = "#EXTM3U\n#EXTINF:1,\na\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nb\n#EXT-X-ENDLIST\n#EXTINF:1,\nc\n# end\n";
    assert_eq!(
        plain(&cut(text, "1", "2")),
        "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nb\n#EXT-X-ENDLIST\n"
    );
}

#[test]
fn playlists_of_frames_are_cut_by_their_durations() {
    let text = "#EXTM3U\n#EXT-X-I-FRAMES-ONLY\n#EXT-X-MAP:URI=\"m\"\n#EXTINF:2,\n#EXT-X-BYTERANGE:10@100\nm\n\
                #EXTINF:2,\n#EXT-X-BYTERANGE:20@900\nm\n#EXT-X-ENDLIST\n";
    assert_eq!(
        plain(&cut(text, "2", "3")),
        "#EXTM3U\n#EXT-X-I-FRAMES-ONLY\n#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-MAP:URI=\"m\"\n#EXTINF:2,\n\
         #EXT-X-BYTERANGE:20@900\nm\n#EXT-X-ENDLIST\n"
    );
}

#[test]
fn a_map_comes_back_with_the_key_it_was_made_with() {
    let key = |name: &str| format!("#EXT-X-KEY:METHOD=AES-128,URI=\"{name}\"\n");
    let text = format!(
        "#EXTM3U\n{}#EXT-X-MAP:URI=\"i\"\n#EXTINF:1,\na\n{}#EXTINF:1,\nb\n#EXTINF:1,\nc\n",
        key("1"),
        key("2")
    );
    assert_eq!(
        plain(&cut(&text, "2", "3")),
        format!(
            "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:2\n{}#EXT-X-MAP:URI=\"i\"\n{}#EXTINF:1,\nc\n#EXT-X-ENDLIST\n",
            key("1"),
            key("2")
        )
    );
}
