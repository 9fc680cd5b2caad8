//! Private keys in PEM (RFC 7468): PKCS #8, and the older forms of OpenSSL for RSA and P-256, which become PKCS #8.

use base64ct::{Base64, Encoding};
use zeroize::Zeroizing;

/// Characters in a line (RFC 7468 §2).
const LINE: usize = 64;

/// `AlgorithmIdentifier` of RSA (RFC 8017 §A.1).
const RSA: &[u8] = &[
    0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
];

/// `AlgorithmIdentifier` of P-256 (RFC 5480 §2.1.1).
const P256: &[u8] = &[
    0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48,
    0xce, 0x3d, 0x03, 0x01, 0x07,
];

/// Gives the key as PKCS #8; what it holds is checked elsewhere. `None` for anything else, also for encrypted keys.
pub(crate) fn read(text: &str) -> Option<Vec<u8>> {
    let (wrap, body) = [
        ("PRIVATE KEY", None),
        ("RSA PRIVATE KEY", Some(RSA)),
        ("EC PRIVATE KEY", Some(P256)),
    ]
    .into_iter()
    .find_map(|(label, wrap)| Some((wrap, body(text, label)?)))?;
    let packed: Zeroizing<String> = Zeroizing::new(body.split_ascii_whitespace().collect());
    let der = Zeroizing::new(Base64::decode_vec(&packed).ok()?);
    match wrap {
        None => Some(der.to_vec()),
        Some(algorithm) => wrapped(algorithm, &der),
    }
}

fn body<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!("-----BEGIN {label}-----"))?;
    let (body, _) = rest.split_once(&format!("-----END {label}-----"))?;
    Some(body)
}

/// Puts a key into `PrivateKeyInfo` (RFC 5208 §5): version 0, algorithm, key.
fn wrapped(algorithm: &[u8], key: &[u8]) -> Option<Vec<u8>> {
    let mut inner = Zeroizing::new(vec![0x02, 0x01, 0x00]);
    inner.extend_from_slice(algorithm);
    push_element(0x04, key, &mut inner)?;
    let mut out = Vec::with_capacity(inner.len() + 4);
    push_element(0x30, &inner, &mut out)?;
    Some(out)
}

/// Appends tag, length and content in DER (X.690 §8.1.3); `None` for more than 65,535 bytes.
fn push_element(tag: u8, content: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let [high, low] = u16::try_from(content.len()).ok()?.to_be_bytes();
    out.push(tag);
    match (high, low) {
        (0, 0..=0x7f) => out.push(low),
        (0, _) => out.extend_from_slice(&[0x81, low]),
        _ => out.extend_from_slice(&[0x82, high, low]),
    }
    out.extend_from_slice(content);
    Some(())
}

/// Writes PKCS #8 as PEM.
pub(crate) fn write(pkcs8: &[u8]) -> String {
    let packed = Zeroizing::new(Base64::encode_string(pkcs8));
    let mut out = String::from("-----BEGIN PRIVATE KEY-----\n");
    out.reserve(packed.len() + packed.len() / LINE + 32);
    let mut rest = packed.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(LINE));
        out.push_str(line);
        out.push('\n');
        rest = after;
    }
    out.push_str("-----END PRIVATE KEY-----\n");
    out
}

#[cfg(test)]
mod tests {
    use super::{push_element, read, write};

    #[test]
    fn what_is_written_reads_back() {
        for length in [0, 1, 47, 48, 49, 500] {
            let der = vec![7; length];
            let text = write(&der);
            assert!(text.lines().all(|line| line.len() <= 64));
            assert_eq!(read(&text), Some(der));
        }
    }

    #[test]
    fn what_is_no_plain_private_key_is_refused() {
        for text in [
            "",
            "-----BEGIN PRIVATE KEY-----\nAA==\n",
            "-----BEGIN PRIVATE KEY-----\nAA=\n-----END PRIVATE KEY-----\n",
            "-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----\n",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n-----END ENCRYPTED PRIVATE KEY-----\n",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAA==\n-----END RSA PRIVATE KEY-----\n",
            "-----BEGIN RSA PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_are_written_in_their_shortest_form() {
        for (length, start) in [
            (0x7f, &[4, 0x7f][..]),
            (0x80, &[4, 0x81, 0x80]),
            (0x100, &[4, 0x82, 1, 0]),
        ] {
            let mut out = Vec::new();
            push_element(4, &vec![0; length], &mut out).unwrap();
            assert!(out.starts_with(start));
            assert_eq!(out.len(), start.len() + length);
        }
        assert_eq!(push_element(4, &vec![0; 0x1_0000], &mut Vec::new()), None);
    }
}
