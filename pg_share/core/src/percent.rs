//! Percent-encoding (RFC 3986 §2): everything but unreserved characters is encoded, in upper-case hex.

use std::borrow::Cow;

use percent_encoding::{percent_decode_str, percent_encode_byte};

use crate::sink::Sink;

/// Appends one value, with `/` encoded too.
pub(crate) fn push_value(value: &str, out: &mut impl Sink) {
    each_piece(value, &STAYS_IN_VALUE, |piece| out.push_text(piece));
}

/// Takes text and appends it as part of one value.
pub(crate) struct ValueSink<'a>(pub(crate) &'a mut String);

impl Sink for ValueSink<'_> {
    fn push_text(&mut self, text: &str) {
        push_value(text, self.0);
    }
}

/// Appends a path, with its slashes kept.
pub(crate) fn push_path(path: &str, out: &mut impl Sink) {
    each_path_piece(path, |piece| out.push_text(piece));
}

/// Gives an encoded path in pieces, none of which ends inside of a character.
pub(crate) fn each_path_piece(path: &str, take: impl FnMut(&str)) {
    each_piece(path, &STAYS_IN_PATH, take);
}

fn each_piece(text: &str, stays: &[bool; 256], mut take: impl FnMut(&str)) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !stays[usize::from(byte)]) {
        let (plain, after) = rest.split_at(at);
        take(plain);
        let length = after.chars().next().map_or(1, char::len_utf8);
        let (character, after) = after.split_at(length);
        if let [octet] = character.as_bytes() {
            take(percent_encode_byte(*octet));
        } else {
            let mut escape = [0; 12];
            for (octet, place) in character.bytes().zip(escape.as_chunks_mut::<3>().0) {
                place.copy_from_slice(percent_encode_byte(octet).as_bytes());
            }
            take(str::from_utf8(&escape[..length * 3]).unwrap_or_default());
        }
        rest = after;
    }
    take(rest);
}

/// The unreserved characters, looked up once per byte of each URL that is signed.
const STAYS_IN_VALUE: [bool; 256] = stays(false);

/// The same and the slash.
const STAYS_IN_PATH: [bool; 256] = stays(true);

const fn stays(slash: bool) -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        table[byte as usize] = is_unreserved(byte) || (slash && byte == b'/');
        byte += 1;
    }
    table
}

/// Reads the escape at the start of a text.
pub(crate) fn octet(text: &str) -> Option<u8> {
    let hex = text.strip_prefix('%')?.get(..2)?;
    if !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u8::from_str_radix(hex, 16).ok()
}

/// Gives the bytes behind a text.
pub(crate) fn decode(text: &str) -> Cow<'_, [u8]> {
    percent_decode_str(text).into()
}

/// Gives the text behind an encoded one; a broken escape stays as it is. `None` where the bytes are no UTF-8 or have a NUL.
#[must_use]
pub fn decode_text(text: &str) -> Option<String> {
    let decoded = percent_decode_str(text).decode_utf8().ok()?;
    (!decoded.contains('\0')).then(|| decoded.into_owned())
}

/// Tells whether a byte is unreserved.
pub(crate) const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// Brings equal encodings to one text (RFC 3986 §6.2.2): hex in upper case, encoded unreserved characters
/// decoded. `%2E` stays, so that hidden dot segments are still seen as such. `None` for a broken escape.
pub(crate) fn normalise(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let byte = octet(escape)?;
        if is_unreserved(byte) && byte != b'.' {
            out.push(char::from(byte));
        } else {
            out.push_str(percent_encode_byte(byte));
        }
        rest = &escape[3..];
    }
    out.push_str(rest);
    Some(out)
}

/// Tells whether a part of an encoded path stays below where it starts, however often a server decodes it once:
/// no empty, `.` or `..` segment, no slash or backslash hidden in a segment, no control character.
pub(crate) fn stays_below(path: &str) -> bool {
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        let decoded = decode(segment);
        let refused = matches!(&*decoded, b"." | b"..")
            || decoded
                .iter()
                .any(|&byte| matches!(byte, b'/' | b'\\') || byte.is_ascii_control())
            || (decoded.is_empty() && !is_last);
        if refused {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{decode_text, normalise, push_path, push_value, stays_below};

    fn value(text: &str) -> String {
        let mut out = String::new();
        push_value(text, &mut out);
        out
    }

    #[test]
    fn unreserved_characters_stay() {
        assert_eq!(value("AZaz09-._~"), "AZaz09-._~");
        assert_eq!(value("a b/ü;=+%"), "a%20b%2F%C3%BC%3B%3D%2B%25");
    }

    #[test]
    fn slashes_of_a_path_stay() {
        let mut out = String::new();
        push_path("a b/c;d", &mut out);
        assert_eq!(out, "a%20b/c%3Bd");
    }

    #[test]
    fn equal_encodings_have_one_text() {
        assert_eq!(normalise("/%c3%bc%41%7e").as_deref(), Some("/%C3%BCA~"));
        assert_eq!(normalise("/%2e%2E").as_deref(), Some("/%2E%2E"));
        for broken in ["%", "%4", "%zz", "%+1", "%é"] {
            assert_eq!(normalise(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_text_is_decoded_where_there_is_one() {
        for (text, decoded) in [
            ("", ""),
            ("plain+text", "plain+text"),
            ("%C3%bc%20a%2Fb", "ü a/b"),
            ("ü%41%", "üA%"),
            ("100%zz%4", "100%zz%4"),
            ("%2541", "%41"),
        ] {
            assert_eq!(decode_text(text).as_deref(), Some(decoded), "{text}");
        }
        for text in ["%ff", "%C3", "%C3a", "a%00b", "%ED%A0%80", "\0"] {
            assert_eq!(decode_text(text), None, "{text}");
        }
    }

    #[test]
    fn hidden_steps_upwards_are_seen() {
        for path in [
            "..", ".", "a/../b", "%2e%2E/b", ".%2e", "a//b", "/a", "a%2F..", "a%5c..", "a\\b",
            "a%00",
        ] {
            assert!(!stays_below(path), "{path}");
        }
        for path in ["", "a", "a/", "a/b.m3u8", "..a/b..", "a%20b"] {
            assert!(stays_below(path), "{path}");
        }
    }
}
