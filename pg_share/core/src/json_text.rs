//! JSON strings written by hand (RFC 8259 §7), for the path that signs millions of tokens.

use crate::sink::Sink;

/// Appends a text as a JSON string, with its quotes.
pub(crate) fn push_string(text: &str, out: &mut impl Sink) {
    out.push_text("\"");
    push_escaped(text, out);
    out.push_text("\"");
}

/// Appends a text as the inside of a JSON string.
fn push_escaped(text: &str, out: &mut impl Sink) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut rest = text;
    let stops = |byte: u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    while let Some(at) = rest.bytes().position(stops) {
        let (plain, special) = rest.split_at(at);
        let (special, after) = special.split_at(1);
        out.push_text(plain);
        match special {
            "\"" => out.push_text("\\\""),
            "\\" => out.push_text("\\\\"),
            control => {
                let byte = control.bytes().next().unwrap_or_default();
                let digits = [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
                out.push_text("\\u00");
                out.push_text(str::from_utf8(&digits).unwrap_or_default());
            }
        }
        rest = after;
    }
    out.push_text(rest);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::push_string;

    #[test]
    fn quotes_backslashes_and_controls_are_escaped() {
        let mut out = String::new();
        push_string("a\"b\\c\n\u{1f}é", &mut out);
        assert_eq!(out, "\"a\\\"b\\\\c\\u000a\\u001fé\"");
    }

    proptest! {
        #[test]
        fn a_string_reads_back(text in any::<String>()) {
            let mut out = String::new();
            push_string(&text, &mut out);
            prop_assert_eq!(serde_json::from_str::<String>(&out).unwrap(), text);
        }
    }
}
