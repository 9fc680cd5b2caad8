//! The header `Content-Disposition` of a download (RFC 6266), for edges that set it on request.

use crate::file_name::FileName;
use crate::percent::ValueSink;

/// Appends the header's value: the name in its encoded form, and before it as it is for clients that know no other where
/// it is ASCII that no reader takes for an escape.
pub(crate) fn push_disposition(name: FileName<'_>, inline: bool, out: &mut String) {
    out.push_str(if inline { "inline; " } else { "attachment; " });
    if is_plain(name) {
        out.push_str("filename=\"");
        out.push_str(name.as_str());
        out.push_str("\"; ");
    }
    out.push_str("filename*=UTF-8''");
    name.push_encoded(out);
}

/// Appends the same as one value of a query, without writing it out before.
pub(crate) fn push_encoded_disposition(name: FileName<'_>, inline: bool, out: &mut String) {
    out.push_str(if inline {
        "inline%3B%20"
    } else {
        "attachment%3B%20"
    });
    if is_plain(name) {
        out.push_str("filename%3D%22");
        name.push_encoded(out);
        out.push_str("%22%3B%20");
    }
    out.push_str("filename%2A%3DUTF-8%27%27");
    name.push_encoded(&mut ValueSink(out));
}

fn is_plain(name: FileName<'_>) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    name.as_str()
        .bytes()
        .all(|byte| is_plain(byte) && !matches!(byte, b'"' | b'\\' | b'%'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{push_disposition, push_encoded_disposition};
    use crate::file_name::FileName;
    use crate::percent;

    fn disposition(name: &str, inline: bool) -> String {
        let mut out = String::new();
        push_disposition(FileName::parse(name).unwrap(), inline, &mut out);
        out
    }

    #[test]
    fn a_plain_name_stands_in_both_forms() {
        for (name, header) in [
            (
                "a b.mp4",
                r#"attachment; filename="a b.mp4"; filename*=UTF-8''a%20b.mp4"#,
            ),
            ("ü.mp4", "attachment; filename*=UTF-8''%C3%BC.mp4"),
            ("a\"b", "attachment; filename*=UTF-8''a%22b"),
            ("100%.mp4", "attachment; filename*=UTF-8''100%25.mp4"),
        ] {
            assert_eq!(disposition(name, false), header);
        }
    }

    #[test]
    fn what_is_shown_has_a_name_too() {
        assert_eq!(
            disposition("a b.mp4", true),
            r#"inline; filename="a b.mp4"; filename*=UTF-8''a%20b.mp4"#
        );
    }

    proptest! {
        #[test]
        fn the_encoded_form_says_the_same(name in "[^\\\\/\\pC]{3,30}", inline: bool) {
            let (mut encoded, mut expected) = (String::new(), String::new());
            push_encoded_disposition(FileName::parse(&name).unwrap(), inline, &mut encoded);
            percent::push_value(&disposition(&name, inline), &mut expected);
            prop_assert_eq!(encoded, expected);
        }
    }
}
