//! base64url without padding (RFC 4648 §5), written fast and strictly read back.

use base64ct::{Base64UrlUnpadded, Encoding};

/// Bytes encoded at once; a multiple of three, so that no group is cut.
const BLOCK: usize = 384;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The two characters of each twelve bits. What is encoded here is public, so that its time may depend on it.
static PAIRS: [[u8; 2]; 4096] = {
    let mut pairs = [[0; 2]; 4096];
    let mut bits = 0;
    while bits < pairs.len() {
        pairs[bits] = [ALPHABET[bits >> 6], ALPHABET[bits & 63]];
        bits += 1;
    }
    pairs
};

/// Appends the encoding of bytes.
pub(crate) fn encode_into(bytes: &[u8], out: &mut String) {
    for block in bytes.chunks(BLOCK) {
        encode_block(block, out);
    }
}

/// Appends the encoding of bytes with the padding that some edges expect.
pub(crate) fn encode_padded_into(bytes: &[u8], out: &mut String) {
    encode_into(bytes, out);
    out.push_str(match bytes.len() % 3 {
        1 => "==",
        2 => "=",
        _ => "",
    });
}

fn encode_block(block: &[u8], out: &mut String) {
    let mut text = [0_u8; BLOCK / 3 * 4];
    let (groups, rest) = block.as_chunks::<3>();
    let (places, _) = text.as_chunks_mut::<4>();
    for (&[first, second, third], place) in groups.iter().zip(&mut *places) {
        *place = characters(first, second, third);
    }
    let mut length = 4 * groups.len();
    if let Some(place) = places.get_mut(groups.len()) {
        let octet = |at| rest.get(at).copied().unwrap_or(0);
        *place = characters(octet(0), octet(1), 0);
        length += rest.len() + usize::from(!rest.is_empty());
    }
    // The alphabet is ASCII, so this cannot fail.
    out.push_str(str::from_utf8(&text[..length]).unwrap_or_default());
}

fn characters(first: u8, second: u8, third: u8) -> [u8; 4] {
    let bits = u32::from_be_bytes([0, first, second, third]) as usize;
    let ([a, b], [c, d]) = (PAIRS[bits >> 12 & 4095], PAIRS[bits & 4095]);
    [a, b, c, d]
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
    use base64ct::{Base64Url, Base64UrlUnpadded, Encoding};
    use proptest::prelude::*;

    use super::{decode, decode_array, encode_into, encode_padded_into};

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
        fn bytes_encode_as_another_implementation_does(bytes in prop::collection::vec(any::<u8>(), 0..1200)) {
            let mut out = String::from("before.");
            encode_into(&bytes, &mut out);
            let other = Base64UrlUnpadded::encode_string(&bytes);
            prop_assert_eq!(out, format!("before.{other}"));
            let mut out = String::new();
            encode_padded_into(&bytes, &mut out);
            prop_assert_eq!(out, Base64Url::encode_string(&bytes));
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
