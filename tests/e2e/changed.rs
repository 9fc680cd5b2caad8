//! Tokens with one character changed.

/// Another character of the same alphabet, be it hexadecimal or base64url.
fn other(character: char) -> char {
    if character == '5' { '6' } else { '5' }
}

/// The text with another character at each place that follows a mark.
pub(crate) fn changed_after(text: &str, mark: &str) -> String {
    let mut parts = text.split(mark);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(mark);
        let mut characters = part.chars();
        out.extend(characters.next().map(other));
        out.push_str(characters.as_str());
    }
    out
}
