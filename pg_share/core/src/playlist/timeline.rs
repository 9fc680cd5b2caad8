//! Which segments a media playlist has, when each begins, and where its bytes are (RFC 8216 §4.3.2, §4.3.3).

use super::short_text;
use super::tag::{Name, Tag};
use super::time::Time;

/// Reads a playlist's tags and segment lines in their order.
#[derive(Debug, Default)]
pub(super) struct Timeline<'a> {
    /// Where the last segment ends.
    pub(super) end: Time,
    /// How many there were.
    pub(super) segments: u64,
    /// The number of the first segment, where one is named.
    pub(super) media_sequence: Option<u64>,
    /// The number of the first discontinuity, where one is named.
    pub(super) discontinuity_sequence: Option<u64>,
    /// Whether nothing more comes.
    pub(super) is_ended: bool,
    discontinuities: u64,
    length: Option<Time>,
    range: Option<Range>,
    last_range: Option<LastRange<'a>>,
}

/// Holds what one segment's tags and its place say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) start: Time,
    pub(super) end: Time,
    /// The offset that the segment's byte range takes from its predecessor, and the place in the text to write it.
    pub(super) implied_offset: Option<(usize, u64)>,
}

#[derive(Debug, Clone, Copy)]
struct Range {
    length: u64,
    offset: Option<u64>,
    /// The place in the text behind the length.
    at: usize,
}

#[derive(Debug, Clone, Copy)]
struct LastRange<'a> {
    uri: &'a str,
    end: u64,
}

/// The greatest number: sums of two still fit.
const GREATEST: u64 = u64::MAX / 2;

impl<'a> Timeline<'a> {
    /// Takes a tag.
    ///
    /// # Errors
    /// What is wrong with it, as the end of a sentence about its line.
    pub(super) fn tag(&mut self, tag: &Tag<'a>) -> Result<(), &'static str> {
        match tag.name {
            Name::Inf => {
                let (length, _title) =
                    short_text::split_once(tag.value, b',').unwrap_or((tag.value, ""));
                let length = Time::parse(length.trim_matches(' '))
                    .ok_or("has a duration that is no decimal number")?;
                if self.length.replace(length).is_some() {
                    return Err("is a second EXTINF for one segment");
                }
            }
            Name::ByteRange => {
                let range = Range::read(tag).ok_or("has a broken byte range")?;
                if self.range.replace(range).is_some() {
                    return Err("is a second byte range for one segment");
                }
            }
            Name::Discontinuity => self.discontinuities += 1,
            Name::MediaSequence => {
                let number = number(tag.value).ok_or(NO_NUMBER)?;
                if self.segments > 0 {
                    return Err("comes too late, a segment stands before it");
                }
                if self.media_sequence.replace(number).is_some() {
                    return Err("is there twice");
                }
            }
            Name::DiscontinuitySequence => {
                let number = number(tag.value).ok_or(NO_NUMBER)?;
                if self.segments > 0 || self.discontinuities > 0 {
                    return Err("comes too late, a segment or a discontinuity stands before it");
                }
                if self.discontinuity_sequence.replace(number).is_some() {
                    return Err("is there twice");
                }
            }
            Name::EndList => self.is_ended = true,
            Name::Skip => return Err("makes it an update, not a whole playlist"),
            _ => {}
        }
        Ok(())
    }

    /// Takes the line of a segment, which ends what its tags have begun.
    ///
    /// # Errors
    /// What is wrong with it, as the end of a sentence about its line.
    pub(super) fn segment(&mut self, uri: &'a str) -> Result<Segment, &'static str> {
        let length = self.length.take().ok_or("is a segment without EXTINF")?;
        let start = self.end;
        let end = start.plus(length).ok_or("makes the playlist too long")?;
        let mut implied_offset = None;
        self.last_range = match (self.range.take(), self.last_range) {
            (None, _) => None,
            (Some(range), last) => {
                let offset = match (range.offset, last) {
                    (Some(offset), _) => offset,
                    (None, Some(last)) if last.uri == uri => {
                        implied_offset = Some((range.at, last.end));
                        last.end
                    }
                    (None, _) => {
                        return Err("has a byte range without an offset that follows no other");
                    }
                };
                let end = offset + range.length;
                if end > GREATEST {
                    return Err("has a byte range that ends too late");
                }
                Some(LastRange { uri, end })
            }
        };
        self.end = end;
        self.segments += 1;
        Ok(Segment {
            start,
            end,
            implied_offset,
        })
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// What is missing, as the end of a sentence about the last line.
    pub(super) fn finish(&self) -> Result<(), &'static str> {
        if self.length.is_some() || self.range.is_some() {
            return Err("ends the playlist before the segment that was begun");
        }
        Ok(())
    }
}

const NO_NUMBER: &str = "has no number or too great a one";

/// Reads a decimal integer as it stands in a tag.
fn number(text: &str) -> Option<u64> {
    let text = text.trim_matches(' ');
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|&number| number <= GREATEST)
}

impl Range {
    fn read(tag: &Tag<'_>) -> Option<Self> {
        let value = tag.value.trim_end_matches(' ');
        let (length, offset) = match short_text::split_once(value, b'@') {
            Some((length, offset)) => (length, Some(number(offset)?)),
            None => (value, None),
        };
        Some(Self {
            length: number(length)?,
            offset,
            at: tag.at + value.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::super::tag::Content;
    use super::{Segment, Timeline};

    fn read(text: &str) -> Result<Vec<Segment>, &'static str> {
        let mut timeline = Timeline::default();
        let mut segments = Vec::new();
        for line in lines(text) {
            match line.content() {
                Content::Nothing => {}
                Content::Tag(tag) => timeline.tag(&tag)?,
                Content::Uri(uri) => segments.push(timeline.segment(uri)?),
            }
        }
        timeline.finish()?;
        Ok(segments)
    }

    #[test]
    fn segments_follow_each_other() {
        let segments = read("#EXTINF:4.5,\na\n#EXTINF: 3 ,t\n\nb\n").unwrap();
        assert_eq!(segments[1].start, segments[0].end);
        assert_eq!(segments[1].end.ceil().unwrap().to_string(), "7.5");
    }

    #[test]
    fn a_byte_range_begins_where_the_last_one_of_its_file_ended() {
        let text = "#EXT-X-BYTERANGE:10@5\n#EXTINF:1,\na\n#EXTINF:1,\n#EXT-X-BYTERANGE:7 \na\n#EXT-X-BYTERANGE:1\n#EXTINF:1,\na\n";
        let offsets: Vec<_> = read(text)
            .unwrap()
            .iter()
            .map(|segment| segment.implied_offset)
            .collect();
        let behind = |line: &str| text.find(line).unwrap() + line.len();
        assert_eq!(
            offsets,
            [
                None,
                Some((behind("BYTERANGE:7"), 15)),
                Some((behind("RANGE:1\n") - 1, 22))
            ]
        );
    }

    #[test]
    fn what_players_cannot_time_is_refused() {
        for text in [
            "a\n",
            "#EXTINF:4,\n",
            "#EXTINF:4,\n#EXTINF:4,\na\n",
            "#EXTINF:-1,\na\n",
            "#EXTINF:,\na\n",
            "#EXTINF:999999999,\na\n#EXTINF:1,\nb\n",
            "#EXT-X-BYTERANGE:5\n#EXTINF:1,\na\n",
            "#EXT-X-BYTERANGE:5@0\n#EXTINF:1,\na\n#EXT-X-BYTERANGE:5\n#EXTINF:1,\nb\n",
            "#EXT-X-BYTERANGE:5@x\n#EXTINF:1,\na\n",
            "#EXT-X-BYTERANGE:9223372036854775807@9\n#EXTINF:1,\na\n",
            "#EXT-X-BYTERANGE:5@0\n#EXT-X-BYTERANGE:5@0\n#EXTINF:1,\na\n",
            "#EXT-X-MEDIA-SEQUENCE:\n",
            "#EXT-X-MEDIA-SEQUENCE:18446744073709551615\n",
            "#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-MEDIA-SEQUENCE:1\n",
            "#EXTINF:1,\na\n#EXT-X-MEDIA-SEQUENCE:1\n",
            "#EXT-X-DISCONTINUITY\n#EXT-X-DISCONTINUITY-SEQUENCE:1\n",
            "#EXT-X-SKIP:SKIPPED-SEGMENTS=3\n",
        ] {
            assert!(read(text).is_err(), "{text:?}");
        }
    }
}
