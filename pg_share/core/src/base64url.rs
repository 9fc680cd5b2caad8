//! base64url without padding (RFC 4648 §5), streamed into a text and strictly read back.

use base64ct::{Base64UrlUnpadded, Encoding};

use crate::sink::Sink;

/// Bytes gathered before they are encoded; a multiple of three, so that no group is cut.
const BLOCK: usize = 384;

/// Encodes what is pushed into it at the end of a `String`, without a buffer on the heap.
pub(crate) struct Encoder<'a> {
    out: &'a mut String,
    block: [u8; BLOCK],
    filled: usize,
}

impl<'a> Encoder<'a> {
    pub(crate) fn new(out: &'a mut String) -> Self {
        Self {
            out,
            block: [0; BLOCK],
            filled: 0,
        }
    }

    /// Writes what is left and gives the `String` back.
    pub(crate) fn finish(self) -> &'a mut String {
        encode_block(&self.block[..self.filled], self.out);
        self.out
    }

    fn push_bytes(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let room = (BLOCK - self.filled).min(bytes.len());
            let (now, later) = bytes.split_at(room);
            self.block[self.filled..self.filled + room].copy_from_slice(now);
            self.filled += room;
            bytes = later;
            if self.filled == BLOCK {
                encode_block(&self.block, self.out);
                self.filled = 0;
            }
        }
    }
}

impl Sink for Encoder<'_> {
    fn push_text(&mut self, text: &str) {
        self.push_bytes(text.as_bytes());
    }
}

/// Appends the encoding of bytes.
pub(crate) fn encode_into(bytes: &[u8], out: &mut String) {
    for block in bytes.chunks(BLOCK) {
        encode_block(block, out);
    }
}

fn encode_block(block: &[u8], out: &mut String) {
    let mut text = [0_u8; BLOCK / 3 * 4];
    // A block always fits its text, so this cannot fail.
    out.push_str(Base64UrlUnpadded::encode(block, &mut text).unwrap_or_default());
}

/// Reads base64url without padding; stray trailing bits are refused, so that one value has one text.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    Base64UrlUnpadded::decode_vec(text).ok()
}

/// Reads exactly `N` bytes.
pub(crate) fn decode_array<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let length = Base64UrlUnpadded::decode(text, &mut bytes).ok()?.len();
    (length == N).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64UrlUnpadded, Encoding};
    use proptest::prelude::*;

    use super::{Encoder, decode, decode_array, encode_into};
    use crate::sink::Sink;

    #[test]
    fn padding_blanks_and_the_other_alphabet_are_refused() {
        for text in ["Zg==", "Zg=", " Zg", "Zg\n", "Z", "+/+/", "Zm9vé"] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }

    #[test]
    fn stray_bits_are_refused() {
        assert_eq!(decode("Zg"), Some(b"f".to_vec()));
        assert_eq!(decode("Zh"), None);
        assert_eq!(decode_array::<1>("Zh"), None);
        assert_eq!(decode_array::<2>("Zg"), None);
    }

    proptest! {
        #[test]
        fn pieces_encode_like_the_whole(pieces in prop::collection::vec(".{0,90}", 0..12)) {
            let mut out = String::from("before.");
            let mut encoder = Encoder::new(&mut out);
            for piece in &pieces {
                encoder.push_text(piece);
            }
            encoder.finish();
            let whole = Base64UrlUnpadded::encode_string(pieces.concat().as_bytes());
            prop_assert_eq!(out, format!("before.{whole}"));
        }

        #[test]
        fn what_decodes_encodes_to_the_same_text(text in "[A-Za-z0-9_-]{0,60}") {
            if let Some(bytes) = decode(&text) {
                let mut out = String::new();
                encode_into(&bytes, &mut out);
                prop_assert_eq!(out, text);
            }
        }
    }
}
