//! The stream of bytes that a program sends to a terminal, taken apart (ECMA-48, 5th edition, 5.4 and 8.3).

/// A piece of the stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A character that is shown.
    Letter(char),
    /// A control sequence: its private mark, parameters and intermediate bytes, and its last byte.
    Sequence(String, char),
    /// Anything else that a terminal acts on, from its first to its last byte: control characters, strings such as those
    /// that set the title, and what is no UTF-8.
    Control(Vec<u8>),
}

/// Takes a stream apart.
#[must_use]
pub fn pieces(stream: &[u8]) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = stream;
    while !rest.is_empty() {
        let (piece, taken) = first(rest);
        found.push(piece);
        rest = rest.get(taken..).unwrap_or_default();
    }
    found
}

/// The first piece, and its bytes; there is at least one.
fn first(rest: &[u8]) -> (Piece, usize) {
    let control = |taken: usize| (Piece::Control(rest[..taken].to_vec()), taken);
    match rest {
        [0x1b, b'[', after @ ..] => {
            let length = after
                .iter()
                .take_while(|byte| (0x20..=0x3f).contains(*byte))
                .count();
            match after.get(length) {
                Some(&last @ 0x40..=0x7e) => {
                    let middle = String::from_utf8_lossy(&after[..length]).into_owned();
                    (Piece::Sequence(middle, char::from(last)), length + 3)
                }
                _ => control(2 + length),
            }
        }
        // Strings that go on to a terminator: DCS, SOS, OSC, PM, APC.
        [0x1b, b'P' | b'X' | b']' | b'^' | b'_', after @ ..] => {
            let length = after
                .iter()
                .take_while(|byte| !matches!(byte, 0x07 | 0x1b))
                .count();
            control((2 + length + 1).min(rest.len()))
        }
        [0x1b, _, ..] => control(2),
        _ => {
            let length = match rest[0] {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => 1,
            };
            let letter = rest
                .get(..length)
                .and_then(|bytes| std::str::from_utf8(bytes).ok())
                .and_then(|text| text.chars().next());
            match letter {
                Some(letter) if !letter.is_control() => (Piece::Letter(letter), length),
                Some(_) => control(length),
                None => control(1),
            }
        }
    }
}
