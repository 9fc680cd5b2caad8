//! The token in a URL of scheme `uri_signing`, and what a forger would write in its place.

use share_tests::Result;

use crate::formula::formula;

/// The name of the path parameter that carries it.
const PARAMETER: &str = ";URISigningPackage=";
/// The digits of base64url (RFC 4648 §5).
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What stands before the token, the token, and what stands behind it.
pub(crate) fn token_parts(url: &str) -> [&str; 3] {
    let url = url.split('#').next().unwrap_or_default();
    let (path, rest) = url.split_once(PARAMETER).unwrap_or_default();
    let (token, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    [path, token, rest]
}

/// A URL with another path, token or rest.
pub(crate) fn with_token(path: &str, token: &str, rest: &str) -> String {
    format!("{path}{PARAMETER}{token}{rest}")
}

/// The token with one bit changed, once for the start, the middle and the end of each of its three parts.
pub(crate) fn flipped(token: &str) -> Vec<String> {
    let mut start = 0;
    let mut all = Vec::new();
    for part in token.split('.') {
        let last = part.len() - 1;
        for at in [0, 1, last / 2, last - 1, last] {
            let mut bytes = token.as_bytes().to_vec();
            let byte = &mut bytes[start + at];
            // The highest of its six bits: the lowest of a last digit need not mean anything.
            let value = DIGITS.iter().position(|digit| digit == byte).unwrap_or(0) ^ 32;
            *byte = DIGITS[value];
            all.push(String::from_utf8_lossy(&bytes).into_owned());
        }
        start += part.len() + 1;
    }
    all
}

/// A token of any header and claims, signed with a key's secret as it is revealed.
pub(crate) fn forged(header: &str, claims: &str, secret: &str) -> Result<String> {
    formula(&["jwt", header, claims, secret])
}

/// The header or the claims of a token, which nobody has checked.
pub(crate) fn opened(token: &str, part: usize) -> Result<serde_json::Value> {
    let text = formula(&["open", token.split('.').nth(part).unwrap_or_default()])?;
    serde_json::from_str(&text).map_err(|came| share_tests::Error::new(came.to_string()))
}
