use proptest::prelude::*;

use super::{SubtitleFormat, Utterance, write_subtitles};

fn said<'a>(start_ms: u32, end_ms: u32, speaker: Option<&'a str>, text: &'a str) -> Utterance<'a> {
    Utterance {
        start_ms,
        end_ms,
        speaker,
        text,
    }
}

#[test]
fn a_format_is_read_by_its_name() {
    for format in SubtitleFormat::ALL {
        assert_eq!(SubtitleFormat::parse(format.as_str()), Ok(format));
    }
    assert!(SubtitleFormat::parse("VTT").is_err());
}

#[test]
fn each_format_says_who_speaks() {
    let said = [
        said(0, 1_500, Some("Ada"), "Hello"),
        said(1_500, 3_661_005, Some("Ada"), "again."),
        said(3_661_005, 3_662_000, None, "Tom & Jerry"),
    ];
    let written = |format| write_subtitles(format, &said);
    assert_eq!(
        written(SubtitleFormat::Vtt),
        "WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.500\n<v Ada>Hello\n\n2\n00:00:01.500 --> 01:01:01.005\n<v Ada>again.\n\n3\n01:01:01.005 --> 01:01:02.000\nTom &amp; Jerry\n"
    );
    assert_eq!(
        written(SubtitleFormat::Srt),
        "1\n00:00:00,000 --> 00:00:01,500\nAda: Hello\n\n2\n00:00:01,500 --> 01:01:01,005\nagain.\n\n3\n01:01:01,005 --> 01:01:02,000\nTom & Jerry\n"
    );
    assert_eq!(
        written(SubtitleFormat::Txt),
        "[00:00:00] Ada: Hello\n[00:00:01] Ada: again.\n[01:01:01] Tom & Jerry\n"
    );
    assert_eq!(
        written(SubtitleFormat::Json),
        "[\n{\"start_ms\":0,\"end_ms\":1500,\"speaker\":\"Ada\",\"text\":\"Hello\"},\n{\"start_ms\":1500,\"end_ms\":3661005,\"speaker\":\"Ada\",\"text\":\"again.\"},\n{\"start_ms\":3661005,\"end_ms\":3662000,\"speaker\":null,\"text\":\"Tom & Jerry\"}\n]\n"
    );
}

#[test]
fn nothing_said_is_an_empty_file() {
    assert_eq!(write_subtitles(SubtitleFormat::Vtt, &[]), "WEBVTT\n");
    assert_eq!(write_subtitles(SubtitleFormat::Srt, &[]), "");
    assert_eq!(write_subtitles(SubtitleFormat::Json, &[]), "[\n]\n");
}

#[test]
fn hostile_text_stays_text() {
    let hostile = [said(
        0,
        1_000,
        Some("a>b\n\nNOTE"),
        "<script>\r\n\r\n2\n00:00:00.000 --> 00:00:09.000\n{\\an8}&lt;",
    )];
    let vtt = write_subtitles(SubtitleFormat::Vtt, &hostile);
    assert_eq!(vtt.matches("-->").count(), 1);
    assert!(vtt.contains("<v a&gt;b NOTE>&lt;script&gt; 2"), "{vtt}");
    assert!(vtt.contains("&amp;lt;"), "{vtt}");
    let srt = write_subtitles(SubtitleFormat::Srt, &hostile);
    assert_eq!(srt.matches("-->").count(), 1);
    assert!(!srt.contains(['<', '{']), "{srt}");
    assert_eq!(srt.matches("\n\n").count(), 0);
}

#[test]
fn a_long_text_is_shown_in_parts_of_its_time() {
    let text = "word ".repeat(60);
    let vtt = write_subtitles(SubtitleFormat::Vtt, &[said(10_000, 20_000, None, &text)]);
    let times: Vec<&str> = vtt.lines().filter(|line| line.contains("-->")).collect();
    assert_eq!(times.len(), 4);
    assert!(times[0].starts_with("00:00:10.000 --> "));
    assert!(times[3].ends_with(" --> 00:00:20.000"));
    for pair in times.windows(2) {
        assert_eq!(pair[0].split(" --> ").last(), pair[1].split(" --> ").next());
    }
}

#[test]
fn a_text_longer_than_its_time_allows_keeps_all_of_it() {
    let text = "word ".repeat(60);
    let srt = write_subtitles(SubtitleFormat::Srt, &[said(10, 12, None, &text)]);
    assert_eq!(srt.matches("-->").count(), 2);
    assert_eq!(srt.matches("word").count(), 60);
}

proptest! {
    #[test]
    fn any_text_is_written_with_one_time_line_for_each_cue(
        text in "(\\PC|[\\n\\r<>&{}-]|-->|[a-z]{1,50} )*", speaker in proptest::option::of("(\\PC|[\\n>&])*"), length in 1_u32..90_000
    ) {
        let said = [said(5_000, 5_000 + length, speaker.as_deref(), &text)];
        let vtt = write_subtitles(SubtitleFormat::Vtt, &said);
        let srt = write_subtitles(SubtitleFormat::Srt, &said);
        let blocks = vtt.split("\n\n").count() - 1;
        prop_assert_eq!(vtt.matches(" --> ").count(), blocks);
        if !srt.is_empty() {
            prop_assert_eq!(srt.matches(" --> ").count(), srt.split("\n\n").count());
        }
        let json: serde_json::Value = serde_json::from_str(&write_subtitles(SubtitleFormat::Json, &said)).unwrap();
        prop_assert_eq!(json[0]["text"].as_str(), Some(text.as_str()));
    }
}
