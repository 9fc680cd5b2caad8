//! The few items of CBOR (RFC 8949 §3) that a token is made of, each in its shortest form; nothing here reads CBOR.

/// Takes items one after the other.
#[derive(Debug, Default)]
pub(crate) struct Cbor(Vec<u8>);

impl Cbor {
    /// Gives what was taken so far.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Empties it for the next use.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Appends items that are encoded already.
    pub(crate) fn encoded(&mut self, items: &[u8]) -> &mut Self {
        self.0.extend_from_slice(items);
        self
    }

    /// Appends an integer.
    pub(crate) fn int(&mut self, number: i64) -> &mut Self {
        // A negative number n stands as -1 - n, which is its complement.
        let major = u8::from(number < 0);
        let number = if number < 0 { !number } else { number };
        self.head(major, number.unsigned_abs())
    }

    /// Appends a byte string.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.head(2, bytes.len() as u64).encoded(bytes)
    }

    /// Appends a text string.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.head(3, text.len() as u64).encoded(text.as_bytes())
    }

    /// Starts an array of so many items.
    pub(crate) fn array(&mut self, items: u64) -> &mut Self {
        self.head(4, items)
    }

    /// Starts a map of so many pairs.
    pub(crate) fn map(&mut self, pairs: u64) -> &mut Self {
        self.head(5, pairs)
    }

    /// Tags the next item.
    pub(crate) fn tag(&mut self, tag: u64) -> &mut Self {
        self.head(6, tag)
    }

    fn head(&mut self, major: u8, argument: u64) -> &mut Self {
        let bytes = argument.to_be_bytes();
        let (additional, length) = match argument {
            // Below 24 the argument is the additional information itself.
            0..=23 => (bytes[7], 0),
            24..=0xff => (24, 1),
            0x100..=0xffff => (25, 2),
            0x1_0000..=0xffff_ffff => (26, 4),
            _ => (27, 8),
        };
        self.0.push(major << 5 | additional);
        self.encoded(&bytes[8 - length..])
    }
}

#[cfg(test)]
mod tests {
    use super::Cbor;

    fn hex(write: impl FnOnce(&mut Cbor) -> &mut Cbor) -> String {
        let (mut cbor, mut out) = (Cbor::default(), String::new());
        crate::hex::push(write(&mut cbor).as_bytes(), &mut out);
        out
    }

    #[test]
    fn integers_have_their_shortest_form() {
        // RFC 8949 appendix A.
        for (number, encoded) in [
            (0, "00"),
            (10, "0a"),
            (23, "17"),
            (24, "1818"),
            (100, "1864"),
            (1000, "1903e8"),
            (1_000_000, "1a000f4240"),
            (1_000_000_000_000, "1b000000e8d4a51000"),
            (-1, "20"),
            (-10, "29"),
            (-100, "3863"),
            (-1000, "3903e7"),
        ] {
            assert_eq!(hex(|cbor| cbor.int(number)), encoded, "{number}");
        }
        assert_eq!(hex(|cbor| cbor.int(i64::MIN)), "3b7fffffffffffffff");
    }

    #[test]
    fn strings_and_collections_say_their_length() {
        // RFC 8949 appendix A.
        assert_eq!(hex(|cbor| cbor.bytes(&[1, 2, 3, 4])), "4401020304");
        assert_eq!(hex(|cbor| cbor.text("IETF")), "6449455446");
        assert_eq!(hex(|cbor| cbor.text("\u{fc}")), "62c3bc");
        assert_eq!(hex(|cbor| cbor.array(3).int(1).int(2).int(3)), "83010203");
        assert_eq!(
            hex(|cbor| cbor.map(2).int(1).int(2).int(3).int(4)),
            "a201020304"
        );
        assert_eq!(hex(|cbor| cbor.tag(1).int(1_363_896_240)), "c11a514b67b0");
    }
}
