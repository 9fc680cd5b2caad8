use proptest::prelude::*;

use super::{Comment, CommentExport, CommentFormat, write_comments};
use crate::timecode::FrameRate;
use crate::window::Seconds;

const LIST: &str = r#"[
    {"id": "a", "at": "5.5", "author": "Zoe", "content": "Too dark", "created_at": "2026-01-02T03:04:05Z", "is_public": true},
    {"id": "b", "thread_id": "a", "author": "Bob", "content": "Fixed\nin v2", "created_at": "2026-01-02T03:05:05Z", "is_public": true},
    {"id": "c", "at": "60", "duration": "2", "author": "Ann", "content": "Cut", "created_at": "2026-01-02T03:06:05Z", "resolved_at": "2026-01-03T00:00:00Z", "is_public": false},
    {"id": "d", "author": null, "content": "Nice", "created_at": "2026-01-02T03:07:05Z", "is_public": true},
    {"id": "e", "content": null, "created_at": "2026-01-02T03:08:05Z", "is_public": true},
    {"id": "f", "thread_id": "nowhere", "content": "lost", "created_at": "2026-01-02T03:09:05Z", "is_public": true}
]"#;

fn written(format: CommentFormat, rate: &str, list: &str) -> String {
    let comments = Comment::list(list).unwrap();
    write_comments(
        format,
        &CommentExport {
            file_name: "film.mp4",
            duration: Some(Seconds::parse("120").unwrap()),
            rate: FrameRate::parse(rate).unwrap(),
            start_frame: 0,
            comments: &comments,
        },
    )
}

fn hostile(text: &str) -> String {
    let text = serde_json::to_string(text).unwrap();
    format!(
        r#"[{{"id": "a", "at": "1", "author": {text}, "content": {text}, "created_at": "2026-01-02", "is_public": true}},
            {{"id": "b", "thread_id": "a", "author": {text}, "content": {text}, "created_at": "2026-01-02", "is_public": true}}]"#
    )
}

#[test]
fn a_format_is_read_by_its_name() {
    for format in CommentFormat::ALL {
        assert_eq!(CommentFormat::parse(format.as_str()), Ok(format));
    }
    assert!(CommentFormat::parse("xlsx").is_err());
}

#[test]
fn what_is_no_list_of_comments_is_refused() {
    for list in [
        "",
        "{}",
        "[{}]",
        r#"[{"id": "a", "at": "-1", "created_at": "", "is_public": true}]"#,
    ] {
        assert!(Comment::list(list).is_err(), "{list}");
    }
}

#[test]
fn people_read_threads_with_their_replies() {
    assert_eq!(
        written(CommentFormat::Txt, "25", LIST),
        "Comments on film.mp4\n\n[00:00:05:12] Zoe\n    Too dark\n    Bob\n        Fixed\n        in v2\n\n[00:01:00:00 - 00:01:02:00] Ann (resolved, internal)\n    Cut\n\nSomeone\n    Nice\n"
    );
    assert_eq!(
        written(CommentFormat::Markdown, "25", LIST),
        "# Comments on film.mp4\n\n- **Zoe** at `00:00:05:12`\n  > Too dark\n  - **Bob**\n    > Fixed\\\n    > in v2\n\n- **Ann** at `00:01:00:00 - 00:01:02:00` (resolved, internal)\n  > Cut\n\n- **Someone**\n  > Nice\n"
    );
}

#[test]
fn players_show_comments_with_a_time() {
    assert_eq!(
        written(CommentFormat::Vtt, "25", LIST),
        "WEBVTT\n\n1\n00:00:05.500 --> 00:00:08.500\n<v Zoe>Too dark\nBob: Fixed in v2\n\n2\n00:01:00.000 --> 00:01:02.000\n<v Ann>Cut\n"
    );
    assert_eq!(
        written(CommentFormat::Srt, "25", LIST),
        "1\n00:00:05,500 --> 00:00:08,500\nZoe: Too dark\nBob: Fixed in v2\n\n2\n00:01:00,000 --> 00:01:02,000\nAnn: Cut\n"
    );
}

#[test]
fn a_spreadsheet_has_a_line_for_each_comment() {
    let csv = written(CommentFormat::Csv, "29.97df", LIST);
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(
        lines[1],
        "\"a\",\"\",\"00:00:05;14\",\"5.5\",\"\",\"Zoe\",\"Too dark\",\"2026-01-02T03:04:05Z\",\"false\",\"\",\"true\""
    );
    assert!(lines[2].contains("\"Fixed\nin v2\""), "{csv}");
}

#[test]
fn a_spreadsheet_finds_no_formula() {
    for text in [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n=1",
    ] {
        let csv = written(CommentFormat::Csv, "25", &hostile(text));
        assert_eq!(csv.matches(",\"'").count(), 4, "{csv:?}");
    }
}

#[test]
fn an_editor_gets_locators_by_the_numbers_of_the_rate() {
    assert_eq!(
        written(CommentFormat::Edl, "29.97df", LIST),
        "TITLE: film.mp4\r\nFCM: DROP FRAME\r\n\r\n001  AX       V     C        00:00:00:00 00:01:59:29 00:00:00:00 00:01:59:29\r\n* FROM CLIP NAME: film.mp4\r\n* LOC: 00:00:05:14 RED     Zoe: Too dark / Bob: Fixed in v2\r\n* LOC: 00:00:59:28 GREEN   Ann: Cut\r\n"
    );
}

#[test]
fn an_editor_gets_markers_of_whole_frames() {
    let xml = written(CommentFormat::Fcpxml, "23.976", LIST);
    assert!(xml.contains("frameDuration=\"1001/24000s\""), "{xml}");
    assert!(
        xml.contains("<marker start=\"131131/24000s\" duration=\"1001/24000s\" value=\"Zoe: Too dark\" completed=\"0\" note=\"Bob: Fixed in v2\"/>"),
        "{xml}"
    );
    assert!(
        xml.contains("duration=\"48048/24000s\" value=\"Ann: Cut\" completed=\"1\"/>"),
        "{xml}"
    );
}

#[test]
fn a_start_of_the_time_code_moves_all_of_them() {
    let comments = Comment::list(LIST).unwrap();
    let rate = FrameRate::parse("25").unwrap();
    let export = CommentExport {
        file_name: "film.mp4",
        duration: None,
        rate,
        start_frame: rate.parse_timecode("01:00:00:00").unwrap(),
        comments: &comments,
    };
    let edl = write_comments(CommentFormat::Edl, &export);
    assert!(edl.contains("* LOC: 01:00:05:12 RED"), "{edl}");
    // Without a length the event ends behind the last comment.
    assert!(edl.contains("01:00:00:00 01:01:02:01 01:00:00:00"), "{edl}");
    let xml = write_comments(CommentFormat::Fcpxml, &export);
    assert!(xml.contains("<marker start=\"90137/25s\""), "{xml}");
}

#[test]
fn markdown_of_others_is_text() {
    let markdown = written(
        CommentFormat::Markdown,
        "25",
        &hostile("**a** [x](javascript:1) <img> # &lt;\n- b\n1. c\n+ d"),
    );
    for line in markdown.lines().filter(|line| line.contains('>')) {
        assert!(
            !line.contains(" **a") && !line.contains(" [x") && !line.contains(" <img"),
            "{markdown}"
        );
    }
    assert!(markdown.contains("\\*\\*a\\*\\* \\[x\\](javascript:1) \\<img\\> \\# \\&lt;\\\n  > \\- b\\\n  > 1\\. c\\\n  > \\+ d"), "{markdown}");
}

proptest! {
    #[test]
    fn any_text_is_written_in_every_format(text in "(\\PC|[\\n\\r\\t\"<>&'\\\\{}=*]|-->|\\u{2028}|\\u{202e}|\\u{1b})*", at in 0..FrameRate::ALL.len()) {
        let list = hostile(&text);
        let rate = FrameRate::ALL[at].name();
        let edl = written(CommentFormat::Edl, rate, &list);
        prop_assert_eq!(edl.split("\r\n").filter(|line| line.starts_with("* LOC: ")).count(), 1);
        prop_assert!(!edl.replace("\r\n", "").contains(|character: char| character.is_control()));
        let vtt = written(CommentFormat::Vtt, rate, &list);
        prop_assert!(vtt.matches("-->").count() <= 1);
        let xml = written(CommentFormat::Fcpxml, rate, &list);
        prop_assert_eq!(xml.matches("<marker ").count(), 1);
        let plain = written(CommentFormat::Fcpxml, rate, &hostile("x"));
        prop_assert_eq!(xml.matches('>').count(), plain.matches('>').count());
        let json: serde_json::Value = serde_json::from_str(&written(CommentFormat::Json, rate, &list)).unwrap();
        prop_assert_eq!(json["comments"][0]["content"].as_str(), Some(text.as_str()));
        prop_assert_eq!(json["comments"][0]["replies"][0]["content"].as_str(), Some(text.as_str()));
        // Fields are quoted and quotes doubled: outside of them there is nothing but commas and line ends.
        let csv = written(CommentFormat::Csv, rate, &list);
        let outside: String = csv.split('"').step_by(2).collect();
        prop_assert_eq!(outside.replace(',', ""), "\r\n\r\n\r\n");
    }
}
