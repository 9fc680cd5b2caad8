use proptest::prelude::*;

use super::FrameRate;
use crate::window::Seconds;

fn rate(name: &str) -> FrameRate {
    FrameRate::parse(name).unwrap()
}

fn shown(name: &str, seconds: &str) -> String {
    let rate = rate(name);
    rate.timecode(rate.frame_at(Seconds::parse(seconds).unwrap()))
}

#[test]
fn a_rate_is_read_as_people_and_probes_write_it() {
    for (text, name) in [
        ("23.98", "23.976"),
        ("24000/1001", "23.976"),
        ("23.976023976", "23.976"),
        ("24/1", "24"),
        ("25.000", "25"),
        ("29.97", "29.97"),
        ("29.97 NDF", "29.97"),
        ("29.97DF", "29.97df"),
        ("30000/1001df", "29.97df"),
        (" 59.94df ", "59.94df"),
    ] {
        assert_eq!(rate(text).name(), name, "{text}");
    }
    for text in [
        "", "df", "25df", "0", "1/0", "-25", "1e3", "NaN", "12", "25/", "/25",
    ] {
        assert!(FrameRate::parse(text).is_err(), "{text:?}");
    }
}

/// The numbers of SMPTE ST 12-1 around the minutes, as every description of drop-frame time code has them.
#[test]
fn numbers_are_dropped_in_each_minute_but_the_tenth() {
    let rate = rate("29.97df");
    for (frame, code) in [
        (0, "00:00:00;00"),
        (1_799, "00:00:59;29"),
        (1_800, "00:01:00;02"),
        (3_597, "00:01:59;29"),
        (3_598, "00:02:00;02"),
        (17_981, "00:09:59;29"),
        (17_982, "00:10:00;00"),
        (107_892, "01:00:00;00"),
        (2_589_408, "00:00:00;00"),
    ] {
        assert_eq!(rate.timecode(frame), code, "{frame}");
    }
    let faster = super::FrameRate::parse("59.94df").unwrap();
    assert_eq!(faster.timecode(3_599), "00:00:59;59");
    assert_eq!(faster.timecode(3_600), "00:01:00;04");
    assert_eq!(faster.timecode(35_964), "00:10:00;00");
}

#[test]
fn an_hour_of_drop_frame_time_code_is_an_hour() {
    // 3.6 thousandths of a second are what the numbers that are dropped leave over.
    assert_eq!(shown("29.97df", "3599.9964"), "01:00:00;00");
    assert_eq!(shown("29.97", "3600"), "00:59:56:12");
    assert_eq!(shown("23.976", "3600"), "00:59:56:09");
    assert_eq!(shown("25", "3600"), "01:00:00:00");
}

#[test]
fn a_time_that_was_cut_to_thousandths_is_in_its_frame() {
    // Frame 1 at 24000/1001 begins at 0.0417083 seconds.
    assert_eq!(shown("23.976", "0.041"), "00:00:00:01");
    assert_eq!(shown("23.976", "0.040709"), "00:00:00:00");
    assert_eq!(shown("50", "0.019"), "00:00:00:00");
    assert_eq!(shown("50", "0.02"), "00:00:00:01");
}

#[test]
fn a_time_code_that_does_not_exist_is_refused() {
    let drop = rate("29.97df");
    assert_eq!(drop.parse_timecode("00:01:00;02").unwrap(), 1_800);
    assert_eq!(drop.parse_timecode("01:00:00:00").unwrap(), 107_892);
    for text in [
        "00:01:00;00",
        "00:01:00;01",
        "24:00:00;00",
        "00:60:00;00",
        "00:00:00;30",
        "0:00:00;00",
        "00:00:00",
        "00:00:00;00;00",
        "",
        "+1:00:00:00",
    ] {
        assert!(drop.parse_timecode(text).is_err(), "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_time_code_reads_back(frame in 0_u64..5_184_000, at in 0..FrameRate::ALL.len()) {
        let rate = FrameRate::ALL[at];
        let frame = frame % rate.frames_in_day();
        prop_assert_eq!(rate.parse_timecode(&rate.timecode(frame)).unwrap(), frame);
    }

    #[test]
    fn the_start_of_a_frame_lies_in_it(frame in 0_u64..5_184_000, at in 0..FrameRate::ALL.len(), cut in prop::bool::ANY) {
        let rate = FrameRate::ALL[at];
        let micros = frame * rate.denominator * 1_000_000 / rate.numerator;
        let micros = if cut { micros / 1_000 * 1_000 } else { micros };
        let start = Seconds::parse(&format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000)).unwrap();
        prop_assert_eq!(rate.frame_at(start), frame);
    }

    #[test]
    fn frames_follow_one_another(frame in 0_u64..5_184_000, at in 0..FrameRate::ALL.len()) {
        let rate = FrameRate::ALL[at];
        prop_assert_eq!(rate.numbered(frame + 1) > rate.numbered(frame), true);
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".*") {
        let _ = FrameRate::parse(&text);
        let _ = rate("29.97df").parse_timecode(&text);
    }
}
