//! base64url without padding (RFC 4648 §5), written fast and strictly read back.

use std::sync::LazyLock;

use base64::Engine as _;
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
use base64::engine::Simd;
use base64::engine::general_purpose::NO_PAD;
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
use base64::{alphabet, engine::GeneralPurpose};
use base64ct::{Base64UrlUnpadded, Encoding};

/// What is encoded here is public, so that its time may depend on it; what is decoded may be a key.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
static ENCODER: LazyLock<Simd> = LazyLock::new(|| Simd::url_safe(NO_PAD));
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
static ENCODER: LazyLock<GeneralPurpose> =
    LazyLock::new(|| GeneralPurpose::new(&alphabet::URL_SAFE, NO_PAD));

/// Appends the encoding of bytes.
pub(crate) fn encode_into(bytes: &[u8], out: &mut String) {
    // Multiples of three, so that no group is cut; the shorter one is for tags.
    if bytes.len() <= 48 {
        encode_block::<64>(bytes, out);
    } else {
        for block in bytes.chunks(384) {
            encode_block::<512>(block, out);
        }
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

fn encode_block<const ROOM: usize>(block: &[u8], out: &mut String) {
    let mut text = [0_u8; ROOM];
    // A block always fits its text, which is ASCII, so this cannot fail.
    let length = ENCODER.encode_slice(block, &mut text).unwrap_or_default();
    out.push_str(str::from_utf8(&text[..length]).unwrap_or_default());
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
