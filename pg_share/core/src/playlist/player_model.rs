//! How a player reads a media playlist, written anew and simply, to hold cuts against it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::time::Time;

/// The key in force for each key format, as the line that names it.
type Keys = BTreeMap<String, String>;

/// Holds all that a player knows about one segment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Played {
    uri: String,
    length: String,
    sequence: u64,
    discontinuity: u64,
    keys: Keys,
    map: Option<(String, Keys)>,
    bitrate: Option<String>,
    range: Option<Range<u64>>,
    date: Option<String>,
}

/// Gives the segments of a correct media playlist, and when each is played.
pub(super) fn play(text: &str) -> Vec<(Range<Time>, Played)> {
    let number = |text: &str| text.parse::<u64>().unwrap();
    let mut played = Vec::new();
    let mut now = Played::default();
    let mut time = Time::default();
    let mut range_end = 0;
    for line in text.lines() {
        let (tag, value) = line.split_once(':').unwrap_or((line, ""));
        match tag {
            "#EXTINF" => value.trim_end_matches(',').clone_into(&mut now.length),
            "#EXT-X-MEDIA-SEQUENCE" => now.sequence = number(value),
            "#EXT-X-DISCONTINUITY-SEQUENCE" => now.discontinuity = number(value),
            "#EXT-X-DISCONTINUITY" => now.discontinuity += 1,
            "#EXT-X-BITRATE" => now.bitrate = Some(value.to_owned()),
            "#EXT-X-PROGRAM-DATE-TIME" => now.date = Some(value.to_owned()),
            "#EXT-X-MAP" => now.map = Some((value.to_owned(), now.keys.clone())),
            "#EXT-X-KEY" if value.contains("METHOD=NONE") => now.keys.clear(),
            "#EXT-X-KEY" => {
                let format = value.contains("KEYFORMAT=\"x\"").to_string();
                now.keys.insert(format, value.to_owned());
            }
            "#EXT-X-BYTERANGE" => {
                let (length, start) = match value.split_once('@') {
                    Some((length, start)) => (number(length), number(start)),
                    None => (number(value), range_end),
                };
                range_end = start + length;
                now.range = Some(start..range_end);
            }
            _ if line.starts_with('#') || line.trim().is_empty() => {}
            _ => {
                line.clone_into(&mut now.uri);
                let end = time.plus(Time::parse(&now.length).unwrap()).unwrap();
                played.push((time..end, now.clone()));
                time = end;
                now.sequence += 1;
                now.range = None;
                now.date = None;
            }
        }
    }
    played
}
