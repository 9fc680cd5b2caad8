//! What holds for every playlist.

use proptest::prelude::*;

use super::check_playlist;
use super::fixtures::{ALL, HOSTS, PATH, Rewritten, rewrite};
use super::player_model::play;
use super::time::Time;
use crate::media_path::MediaPath;
use crate::window::{Seconds, Window};

fn name() -> BoxedStrategy<String> {
    "[a-c]{1,2}".boxed()
}

fn hostile_uri() -> BoxedStrategy<String> {
    prop_oneof![
        "([.]{1,2}/){0,3}[a-z]",
        r#"(%2e|%2F|%00|[.]|/|\\|"|é|https://ads.example/|//|#|\t| ){0,5}"#,
    ]
    .boxed()
}

/// Gives lines of media playlists that are in order as long as the URIs are.
fn media_line(uri: BoxedStrategy<String>) -> impl Strategy<Value = String> {
    let duration = "[0-9]([.][0-9]{1,10})?";
    let segment =
        (duration, uri.clone()).prop_map(|(length, uri)| format!("#EXTINF:{length},\n{uri}"));
    let range = (
        "#EXT-X-BYTERANGE:[0-9]{1,3}@[0-9]{1,3}",
        "[0-9]{1,3}",
        "[a-b]",
    )
        .prop_map(|(first, second, name)| {
            format!("#EXTINF:1,\n{first}\n{name}\n#EXT-X-BYTERANGE:{second}\n#EXTINF:2,\n{name}")
        });
    let tag = prop_oneof![
        Just("KEY:METHOD=AES-128,URI="),
        Just("KEY:METHOD=SAMPLE-AES,KEYFORMAT=\"x\",URI="),
        Just("MAP:URI="),
        Just("PART:DURATION=1,URI="),
        Just("DATERANGE:ID=\"a\",X-ASSET-URI="),
    ];
    let tag = (tag, uri).prop_map(|(tag, uri)| format!("#EXT-X-{tag}\"{uri}\""));
    let other = prop_oneof![
        Just("#EXT-X-KEY:METHOD=NONE".to_owned()),
        Just("#EXT-X-DISCONTINUITY".to_owned()),
        Just("#EXT-X-PROGRAM-DATE-TIME:2024-03-01T10:00:00Z".to_owned()),
        Just("#EXT-X-BITRATE:800".to_owned()),
        Just("#EXT-X-ENDLIST".to_owned()),
        Just("#EXT-X-START:TIME-OFFSET=1".to_owned()),
        Just(" ".to_owned()),
        "#[ -\"$-~é]{0,10}",
    ];
    prop_oneof![4 => segment, 2 => range, 2 => tag, 2 => other]
}

fn master_line(uri: BoxedStrategy<String>) -> impl Strategy<Value = String> {
    let variant = uri
        .clone()
        .prop_map(|uri| format!("#EXT-X-STREAM-INF:BANDWIDTH=1\n#\n{uri}"));
    let tag = prop_oneof![
        Just("MEDIA:TYPE=AUDIO, URI="),
        Just("I-FRAME-STREAM-INF:URI="),
        Just("SESSION-KEY:METHOD=AES-128,URI="),
        Just("CONTENT-STEERING:SERVER-URI="),
    ];
    let tag = (tag, uri).prop_map(|(tag, uri)| format!("#EXT-X-{tag}\"{uri}\""));
    prop_oneof![variant, tag]
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    let numbers = prop_oneof![
        Just("#EXT-X-TARGETDURATION:9".to_owned()),
        "#EXT-X-MEDIA-SEQUENCE:[0-9]{1,3}",
        "#EXT-X-DISCONTINUITY-SEQUENCE:[0-9]{1,3}",
    ];
    let hostile = prop_oneof![
        4 => media_line(hostile_uri()),
        1 => master_line(hostile_uri()),
        1 => ".{0,10}",
    ];
    let media = (numbers, prop::collection::vec(media_line(name()), 0..12)).prop_map(
        |(first, mut lines)| {
            lines.insert(0, first);
            lines
        },
    );
    prop_oneof![
        4 => media,
        1 => prop::collection::vec(master_line(name()), 0..6),
        3 => prop::collection::vec(hostile, 0..6),
    ]
}

prop_compose! {
    fn playlist()(
        lines in lines(),
        end in prop_oneof![Just("\n"), Just("\r\n")],
        has_last_end in any::<bool>(),
    ) -> String {
        let mut text = format!("#EXTM3U{end}");
        for line in lines {
            text.push_str(&line.replace('\n', end));
            text.push_str(end);
        }
        if !has_last_end {
            text.truncate(text.len() - end.len());
        }
        text
    }
}

fn has_uri(line: &str) -> bool {
    !line.starts_with('#') || line.contains("URI=")
}

fn asked_only_for_paths(done: &Rewritten) -> Result<(), TestCaseError> {
    for (path, _) in &done.asked {
        prop_assert!(MediaPath::parse(path).is_ok());
        prop_assert!(!path.split('/').any(|segment| segment == ".."));
    }
    Ok(())
}

proptest! {
    #[test]
    fn lines_without_a_uri_keep_their_bytes(text in playlist()) {
        if let Ok(done) = rewrite(&text, None) {
            asked_only_for_paths(&done)?;
            let (old, new): (Vec<_>, Vec<_>) = (
                text.split_inclusive('\n').collect(),
                done.text.split_inclusive('\n').collect(),
            );
            prop_assert_eq!(old.len(), new.len());
            for (old, new) in old.iter().zip(new) {
                if !has_uri(old) {
                    prop_assert_eq!(*old, new);
                }
            }
        }
    }

    #[test]
    fn what_was_accepted_can_be_signed_and_cut(
        text in playlist(),
        start in 0_u32..30,
        length in 1_u32..20,
    ) {
        if let Ok(checked) = check_playlist(&text, PATH, &HOSTS) {
            let done = rewrite(&text, None);
            prop_assert!(done.is_ok());
            asked_only_for_paths(&done.unwrap())?;
            if let Some(duration) = checked.duration
                && let Ok(whole) = Window::new(Seconds::parse("0").unwrap(), duration)
            {
                let end = duration.to_string();
                let done = rewrite(&text, Some(("0", &end))).unwrap();
                prop_assert!(done.shown.is_some_and(|shown| shown.end() == whole.end()));
                let (from, to) = (start.to_string(), (start + length).to_string());
                match rewrite(&text, Some((&from, &to))) {
                    Ok(cut) => {
                        asked_only_for_paths(&cut)?;
                        let shown = cut.shown.unwrap();
                        let asked = Window::parse(&from, &to).unwrap();
                        prop_assert!(shown.start() < asked.end() && asked.start() < shown.end());
                    }
                    Err(_) => prop_assert!(duration <= Seconds::parse(&from).unwrap()),
                }
            }
        }
    }

    #[test]
    fn what_was_cut_is_a_playlist_of_what_is_shown(
        text in playlist(),
        start in 0_u32..30,
        length in 1_u32..20,
    ) {
        let (from, to) = (start.to_string(), (start + length).to_string());
        if check_playlist(&text, PATH, &HOSTS).is_ok()
            && let Ok(cut) = rewrite(&text, Some((&from, &to)))
            && let Some(shown) = cut.shown
        {
            // What the tests' signer writes is a relative URI again.
            let again = check_playlist(&cut.text, PATH, &HOSTS);
            prop_assert!(again.is_ok(), "{:?} {}", again, cut.text);
            let duration = again.unwrap().duration.unwrap();
            let start = Time::from(shown.start());
            let sum = start.plus(duration.into()).unwrap();
            // Both ends are rounded to a millionth.
            let end = Time::from(shown.end());
            let step = Time::parse("0.000002").unwrap();
            prop_assert!(sum <= end.plus(step).unwrap() && end <= sum.plus(step).unwrap());
        }
    }

    #[test]
    fn a_player_sees_the_same_segments_in_a_cut(
        text in playlist(),
        start in 0_u32..30,
        length in 1_u32..20,
    ) {
        let (from, to) = (start.to_string(), (start + length).to_string());
        if check_playlist(&text, PATH, &HOSTS).is_ok()
            && let Ok(cut) = rewrite(&text, Some((&from, &to)))
            && cut.shown.is_some()
        {
            let (from, to) = (Time::parse(&from).unwrap(), Time::parse(&to).unwrap());
            let whole = rewrite(&text, None).unwrap().text;
            let expected: Vec<_> = play(&whole)
                .into_iter()
                .filter(|(times, _)| times.start < to && times.end > from)
                .map(|(_, segment)| segment)
                .collect();
            let seen: Vec<_> = play(&cut.text).into_iter().map(|(_, segment)| segment).collect();
            prop_assert_eq!(seen, expected, "{}", cut.text);
        }
    }

    #[test]
    fn any_text_is_checked_and_rewritten_without_panic(
        text in r#"(#EXT|-X-KEY:|-X-MAP:|INF:|M3U|-X-BYTERANGE:|URI=|"|,|=|\n|\r|\x00|é|\.\.|/|@|[0-9]{1,20}|.){0,40}"#,
        window in any::<bool>(),
    ) {
        let _ = check_playlist(&text, PATH, &HOSTS);
        let _ = check_playlist(&format!("#EXTM3U\n{text}"), PATH, &HOSTS);
        let _ = rewrite(&text, window.then_some(("1", "5")));
    }

    #[test]
    fn any_cut_of_a_real_playlist_is_one(
        which in 0..ALL.len(),
        start in 0_u32..30_000,
        length in 1_u32..30_000,
    ) {
        let milli = |number: u32| format!("{}.{:03}", number / 1000, number % 1000);
        if let Ok(cut) = rewrite(ALL[which], Some((&milli(start), &milli(start + length)))) {
            prop_assert!(check_playlist(&cut.text, PATH, &HOSTS).is_ok());
        }
    }
}
