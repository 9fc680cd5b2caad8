//! What a token covers, as the claim `cdniuc` of RFC 9246 §2.1: a POSIX extended regular expression over the whole URI.

use crate::error::ShareError;
use crate::media_url::UrlPieces;
use crate::percent;
use crate::sink::Sink;

/// Names the URIs that a token opens; the URI is written without its token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope<U = String> {
    /// Exactly this URI.
    File(U),
    /// Everything below this URI, which is given without a slash at its end.
    Directory(U),
}

const PREFIX: &str = "regex:";
/// Any path without an encoded slash, then any query: with a plain `/.*` Traffic Server lets `..%2F..%2F` pass, and
/// an origin that decodes it serves what lies outside.
const BELOW: &str = "/([^%?]|%[^2%?]|%2[^Ff%?])*([?].*)?$";
/// Traffic Server anchors an expression at its start alone: without this the token of `a.mp4` opens `a.mp4.key`.
const END: &str = "$";

impl<U: UrlPieces> Scope<U> {
    /// Gives the claim's text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.push(&mut out);
        out
    }

    pub(crate) fn push(&self, out: &mut impl Sink) {
        let (url, end) = match self {
            Self::File(url) => (url, END),
            Self::Directory(url) => (url, BELOW),
        };
        out.push_text(PREFIX);
        url.each_escaped(|piece| out.push_text(piece));
        out.push_text(end);
    }
}

impl Scope {
    /// Reads the form that this crate writes, and nothing else: a general regular expression is never run.
    ///
    /// # Errors
    /// [`ShareError::InvalidScope`].
    pub fn parse(text: &str) -> Result<Self, ShareError> {
        let pattern = text.strip_prefix(PREFIX).ok_or(ShareError::InvalidScope)?;
        let scope = if let Some(url) = pattern.strip_suffix(BELOW) {
            Self::Directory(unescaped(url)?)
        } else {
            let url = pattern.strip_suffix(END).ok_or(ShareError::InvalidScope)?;
            Self::File(unescaped(url)?)
        };
        // One scope has one text; this also refuses a bracket around a plain character.
        if scope.text() == text {
            Ok(scope)
        } else {
            Err(ShareError::InvalidScope)
        }
    }

    /// Tells whether a URI without its token is covered. Below a directory a query is ignored, and whatever
    /// a server could read as a step upwards is refused.
    #[must_use]
    pub fn contains(&self, url: &str) -> bool {
        match self {
            Self::File(own) => own == url,
            Self::Directory(own) => url
                .strip_prefix(own.as_str())
                .and_then(|rest| rest.strip_prefix('/'))
                .is_some_and(|rest| {
                    let path = rest.split(['?', '#']).next().unwrap_or_default();
                    percent::stays_below(path)
                }),
        }
    }
}

/// Gives the bracket expression of a special character. Unlike a backslash it needs no second level of escaping
/// in JSON.
const fn bracketed(byte: u8) -> Option<&'static str> {
    Some(match byte {
        b'.' => "[.]",
        b'[' => "[[]",
        b']' => "[]]",
        b'(' => "[(]",
        b')' => "[)]",
        b'*' => "[*]",
        b'+' => "[+]",
        b'?' => "[?]",
        b'$' => "[$]",
        b'{' => "[{]",
        b'}' => "[}]",
        b'|' => "[|]",
        _ => return None,
    })
}

/// Tells what may not stand in a URI and would have no bracket expression, or would need escaping in JSON.
const fn is_foreign(byte: u8) -> bool {
    matches!(byte, b'^' | b'\\' | b'"' | 0..=0x20 | 0x7f)
}

/// The bytes that do not stand for themselves, looked up once per byte of each URL that is signed.
const STOPS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = bracketed(byte).is_some() || is_foreign(byte) || byte == b'%';
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

/// Calls `take` with the pieces of a text as an expression that matches it; no text may end inside of an escape.
pub(crate) fn each_escaped(text: &str, take: &mut impl FnMut(&str)) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| STOPS[usize::from(byte)]) {
        let (plain, stopped) = rest.split_at(at);
        take(plain);
        if let Some((escape, raw)) = decoded_elsewhere(stopped) {
            take("(");
            take(escape);
            take("|");
            literal(raw.encode_utf8(&mut [0; 4]), take);
            take(")");
            rest = &stopped[escape.len()..];
        } else {
            let (special, after) = stopped.split_at(1);
            literal(special, take);
            rest = after;
        }
    }
    take(rest);
}

fn literal(character: &str, take: &mut impl FnMut(&str)) {
    match character.bytes().next() {
        Some(byte) if bracketed(byte).is_some() => take(bracketed(byte).unwrap_or_default()),
        Some(b'^' | b'\\' | b'"' | 0..=0x1f | 0x7f) => {
            let mut encoded = String::new();
            percent::push_value(character, &mut encoded);
            take(&encoded);
        }
        _ => take(character),
    }
}

/// Finds at the start of a text an escaped character that Traffic Server 9.2 decodes before it compares, though
/// RFC 3986 §6.2.2.2 decodes unreserved characters alone; the expression has to match both.
///
/// Those that JSON or a bracket would have to escape once more are left out, and so is the percent sign: else a
/// directory named `a%2Fb` would open `a/b` to whoever asks for it as `a%2Fb`.
fn decoded_elsewhere(text: &str) -> Option<(&str, char)> {
    let first = percent::octet(text)?;
    let length = match first {
        b' ' | b'<' | b'>' | b'`' | b'{' | b'|' | b'}' => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut octets = [first; 4];
    for (at, octet) in octets.iter_mut().enumerate().take(length) {
        *octet = percent::octet(text.get(at * 3..)?)?;
    }
    let raw = str::from_utf8(&octets[..length]).ok()?.chars().next()?;
    (!raw.is_control()).then_some((&text[..length * 3], raw))
}

fn unescaped(pattern: &str) -> Result<String, ShareError> {
    let mut url = String::with_capacity(pattern.len());
    let mut rest = pattern.chars();
    while let Some(c) = rest.next() {
        match c {
            '[' => {
                url.push(rest.next().ok_or(ShareError::InvalidScope)?);
                if rest.next() != Some(']') {
                    return Err(ShareError::InvalidScope);
                }
            }
            '(' => {
                let (both, after) = rest
                    .as_str()
                    .split_once(')')
                    .ok_or(ShareError::InvalidScope)?;
                let (escape, _) = both.split_once('|').ok_or(ShareError::InvalidScope)?;
                url.push_str(escape);
                rest = after.chars();
            }
            _ => url.push(c),
        }
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Scope;

    fn directory() -> Scope {
        Scope::Directory("https://cdn.example.com/s/1".to_owned())
    }

    #[test]
    fn a_directory_becomes_an_anchored_expression() {
        assert_eq!(
            directory().text(),
            "regex:https://cdn[.]example[.]com/s/1/([^%?]|%[^2%?]|%2[^Ff%?])*([?].*)?$"
        );
    }

    #[test]
    fn each_special_character_is_bracketed() {
        let scope = Scope::File("https://h/a+b(c)*$?[]{}|".to_owned());
        assert_eq!(
            scope.text(),
            "regex:https://h/a[+]b[(]c[)][*][$][?][[][]][{][}][|]$"
        );
        assert_eq!(Scope::parse(&scope.text()), Ok(scope));
    }

    #[test]
    fn characters_without_a_bracket_form_are_percent_encoded() {
        assert_eq!(
            Scope::File("^\\\"\n".to_owned()).text(),
            "regex:%5E%5C%22%0A$"
        );
    }

    #[test]
    fn escapes_that_servers_decode_match_both_ways() {
        let scope =
            Scope::Directory("https://h/a%20b%25/%C3%BC%2B%7C%E2%82%AC%F0%9F%8E%AC".to_owned());
        assert_eq!(
            scope.text(),
            "regex:https://h/a(%20| )b%25/(%C3%BC|ü)%2B(%7C|[|])(%E2%82%AC|€)(%F0%9F%8E%AC|🎬)/([^%?]|%[^2%?]|%2[^Ff%?])*([?].*)?$"
        );
        assert_eq!(Scope::parse(&scope.text()), Ok(scope));
    }

    #[test]
    fn escapes_that_are_no_text_stay_escapes() {
        for url in [
            "https://h/%C3",
            "https://h/%C3%2F",
            "https://h/%FF%80",
            "https://h/%2",
            "https://h/%22%5E%5C%00",
        ] {
            let scope = Scope::File(url.to_owned());
            assert_eq!(scope.text(), format!("regex:{url}$"));
            assert_eq!(Scope::parse(&scope.text()), Ok(scope));
        }
    }

    #[test]
    fn other_expressions_are_refused() {
        for text in [
            "",
            "https://h/a",
            "hash:sha-256;x",
            "regex:https://h/.*/([^%?]|%[^2%?]|%2[^Ff%?])*([?].*)?$",
            "regex:https://h/[a]",
            "regex:https://h/a.b",
            "regex:^https://h/a",
            "regex:https://h/(a|b)",
            "regex:https://h/\\.",
            "regex:https://h/[.",
            "regex:https://h/[",
            "regex:https://h/[^/]*",
            "regex:.*",
        ] {
            assert!(Scope::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_directory_covers_what_lies_below_it() {
        for rest in [
            "/",
            "/a.m3u8",
            "/720p/001.ts",
            "/a.ts?_HLS_msn=1",
            "/a.ts?x=/../y",
        ] {
            let url = format!("https://cdn.example.com/s/1{rest}");
            assert!(directory().contains(&url), "{url}");
        }
    }

    #[test]
    fn a_directory_covers_nothing_beside_it() {
        for rest in [
            "",
            "0/a",
            "/../2/a",
            "/%2e%2e/2/a",
            "/.%2E/2/a",
            "/a/..%2f..%2f2",
            "//2/a",
            "/a\\..\\b",
            "/./a",
            "/a%5c..",
        ] {
            let url = format!("https://cdn.example.com/s/1{rest}");
            assert!(!directory().contains(&url), "{url}");
        }
        assert!(!directory().contains("https://cdnXexample.com/s/1/a"));
    }

    #[test]
    fn a_file_covers_itself_alone() {
        let scope = Scope::File("https://h/a.mp4".to_owned());
        assert!(scope.contains("https://h/a.mp4"));
        assert!(!scope.contains("https://h/a.mp4?x"));
        assert!(!scope.contains("https://h/aXmp4"));
    }

    proptest! {
        #[test]
        fn a_scope_reads_back(url in "https://[a-z.]{1,9}/[!-~&&[^^\\\\\"]]{0,40}[a-z0-9]", below: bool) {
            let scope = if below { Scope::Directory(url) } else { Scope::File(url) };
            prop_assert_eq!(Scope::parse(&scope.text()), Ok(scope));
        }

        #[test]
        fn a_scope_that_is_read_has_the_same_text(text in "regex:[a-z./*\\[\\]^+\\\\()|%2-5]{0,20}[$*]") {
            if let Ok(scope) = Scope::parse(&text) {
                prop_assert_eq!(scope.text(), text);
            }
        }
    }
}
