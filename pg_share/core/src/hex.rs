//! Hexadecimal digits in lower case, as signatures of vendors have them.

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Appends two digits for each byte.
pub(crate) fn push(bytes: &[u8], out: &mut String) {
    out.reserve(2 * bytes.len());
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
}

/// Gives the digits of a SHA-256 hash, which runs twice for each URL of S3.
pub(crate) fn digits(hash: &[u8; 32]) -> [u8; 64] {
    let mut text = [0; 64];
    for (byte, place) in hash.iter().zip(text.as_chunks_mut::<2>().0) {
        *place = [
            DIGITS[usize::from(byte >> 4)],
            DIGITS[usize::from(byte & 15)],
        ];
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn digits_are_lower_case() {
        let mut out = String::new();
        super::push(&[0, 0x9a, 0xff], &mut out);
        assert_eq!(out, "009aff");
    }

    #[test]
    fn a_hash_has_the_same_digits() {
        let hash = std::array::from_fn(|at| u8::try_from(at * 8 + 5).unwrap());
        let mut out = String::new();
        super::push(&hash, &mut out);
        assert_eq!(super::digits(&hash), out.as_bytes());
    }
}
