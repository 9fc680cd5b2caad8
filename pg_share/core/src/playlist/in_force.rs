//! Which tags hold for a segment although they stand before earlier ones (RFC 8216 §4.3.2.4, §4.3.2.5).

use super::attribute;
use super::line::Line;
use super::tag::{Name, Tag};

/// Names one line that changes what holds from there on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change<'a> {
    /// A key for one format.
    Key(Key<'a>),
    /// The end of all keys.
    NoKey(Line<'a>),
    Map(Line<'a>),
    Bitrate(Line<'a>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key<'a> {
    format: &'a str,
    line: Line<'a>,
}

impl<'a> Change<'a> {
    /// Reads a line's tag; none for a tag that holds for one segment alone.
    ///
    /// # Errors
    /// What is wrong with it, as the end of a sentence about its line.
    pub(super) fn read(line: Line<'a>, tag: &Tag<'a>) -> Result<Option<Self>, &'static str> {
        Ok(match tag.name {
            Name::Map => Some(Self::Map(line)),
            Name::Bitrate => Some(Self::Bitrate(line)),
            Name::Key => {
                let method = attribute::find(tag.value, "METHOD")?;
                if method.is_some_and(|method| method.value == "NONE") {
                    return Ok(Some(Self::NoKey(line)));
                }
                let format = attribute::find(tag.value, "KEYFORMAT")?;
                Some(Self::Key(Key {
                    format: format.map_or("identity", |format| format.value),
                    line,
                }))
            }
            _ => None,
        })
    }
}

/// Keys of different formats for one segment: players know a handful of formats.
const MOST_KEYS: usize = 64;

/// Holds what holds at one place of a playlist.
#[derive(Debug, Default)]
pub(super) struct InForce<'a> {
    keys: Vec<Key<'a>>,
    no_key: Option<Line<'a>>,
    map: Option<Line<'a>>,
    /// An initialization section is encrypted with the keys that held where it was named.
    keys_of_map: Vec<Key<'a>>,
    bitrate: Option<Line<'a>>,
}

impl<'a> InForce<'a> {
    /// Goes past a line.
    pub(super) fn apply(&mut self, change: Change<'a>) -> Result<(), &'static str> {
        match change {
            Change::Key(_) if self.keys.len() >= MOST_KEYS => {
                return Err("brings more keys than players take at a time");
            }
            Change::Key(key) => {
                self.keys.retain(|old| old.format != key.format);
                self.keys.push(key);
            }
            Change::NoKey(line) => {
                self.keys.clear();
                self.no_key = Some(line);
            }
            Change::Map(line) => {
                self.map = Some(line);
                self.keys_of_map.clone_from(&self.keys);
            }
            Change::Bitrate(line) => self.bitrate = Some(line),
        }
        Ok(())
    }

    /// Gives the lines to write before a segment when all before it is left out; `own` are the changes that
    /// the segment itself brings, which need not be written twice.
    pub(super) fn lines_before(&self, own: &[Change<'a>]) -> Vec<Line<'a>> {
        let own_map = own
            .iter()
            .position(|change| matches!(change, Change::Map(_)));
        // A key behind the segment's own map comes too late for that map.
        let in_time = own.get(..own_map.unwrap_or(own.len())).unwrap_or_default();
        let is_replaced = |key: &Key<'a>| {
            in_time.iter().any(|change| match change {
                Change::NoKey(_) => true,
                Change::Key(new) => new.format == key.format,
                _ => false,
            })
        };
        let mut lines = Vec::new();
        let mut written: &[Key<'a>] = &[];
        if let (Some(map), None) = (self.map, own_map) {
            lines.extend(self.keys_of_map.iter().map(|key| key.line));
            lines.push(map);
            written = &self.keys_of_map;
            let all_live = written
                .iter()
                .all(|old| self.keys.iter().any(|key| key.format == old.format));
            if !all_live {
                lines.extend(self.no_key);
                written = &[];
            }
        }
        lines.extend(
            self.keys
                .iter()
                .filter(|key| !written.contains(key) && !is_replaced(key))
                .map(|key| key.line),
        );
        let own_bitrate = own
            .iter()
            .any(|change| matches!(change, Change::Bitrate(_)));
        lines.extend(self.bitrate.filter(|_| !own_bitrate));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::super::tag::Content;
    use super::{Change, InForce};

    fn changes(text: &str) -> Vec<Change<'_>> {
        lines(text)
            .filter_map(|line| match line.content() {
                Content::Tag(tag) => Change::read(line, &tag).unwrap(),
                _ => None,
            })
            .collect()
    }

    /// Shortens the tags: `a1` is a key of format a, `0` the end of keys, `m1` a map, `b1` a bitrate.
    fn long(short: &str) -> String {
        short
            .split_whitespace()
            .map(|word| match word.as_bytes()[0] {
                b'0' => "#EXT-X-KEY:METHOD=NONE\n".to_owned(),
                b'm' => format!("#EXT-X-MAP:URI=\"{word}\"\n"),
                b'b' => format!("#EXT-X-BITRATE:{}\n", &word[1..]),
                _ => format!(
                    "#EXT-X-KEY:METHOD=AES-128,URI=\"{word}\",KEYFORMAT=\"{}\"\n",
                    &word[..1]
                ),
            })
            .collect()
    }

    fn before(dropped: &str, own: &str) -> String {
        let (dropped, own) = (long(dropped), long(own));
        let mut state = InForce::default();
        for change in changes(&dropped) {
            state.apply(change).unwrap();
        }
        let texts = state.lines_before(&changes(&own));
        texts.iter().flat_map(|line| [line.text, "\n"]).collect()
    }

    #[test]
    fn what_holds_is_written_in_the_order_that_matters() {
        for (dropped, own, expected) in [
            ("", "", ""),
            ("a1", "", "a1"),
            ("a1 a2", "", "a2"),
            ("a1 c1", "", "a1 c1"),
            ("a1 0", "", ""),
            ("m1", "", "m1"),
            ("m1 a1", "", "m1 a1"),
            ("a1 m1", "", "a1 m1"),
            ("a1 m1 a2", "", "a1 m1 a2"),
            ("a1 m1 c1", "", "a1 m1 c1"),
            ("a1 m1 0", "", "a1 m1 0"),
            ("a1 c1 m1 0 a2", "", "a1 c1 m1 0 a2"),
            ("m1 m2 b1 b2", "", "m2 b2"),
            ("a1", "a2", ""),
            ("a1 c1", "a2", "c1"),
            ("a1", "0", ""),
            ("a1 m1", "m2", "a1"),
            ("a1 m1", "a2 m2", ""),
            ("a1 m1", "m2 a2", "a1"),
            ("a1 m1 b1", "b2", "a1 m1"),
        ] {
            assert_eq!(
                before(dropped, own),
                long(expected),
                "{dropped} before {own}"
            );
        }
    }

    #[test]
    fn keys_without_a_format_are_of_one_format() {
        let text = "#EXT-X-KEY:METHOD=AES-128,URI=\"1\"\n\
                    #EXT-X-KEY:METHOD=AES-128,URI=\"2\",KEYFORMAT=\"identity\"\n";
        let mut state = InForce::default();
        for change in changes(text) {
            state.apply(change).unwrap();
        }
        assert_eq!(state.lines_before(&[]).len(), 1);
    }
}
