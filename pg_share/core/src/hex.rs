//! Hexadecimal digits in lower case, as signatures of vendors have them.

/// Appends two digits for each byte.
pub(crate) fn push(bytes: &[u8], out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.reserve(2 * bytes.len());
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn digits_are_lower_case() {
        let mut out = String::new();
        super::push(&[0, 0x9a, 0xff], &mut out);
        assert_eq!(out, "009aff");
    }
}
