//! Runs the known answers of public sources; the same file is run through SQL elsewhere.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a broken vector ends the test, also outside of a test function"
)]

use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::Value;
use share_core::key::parse_secret;
use share_core::mac::Mac;
use share_core::md5_token::Md5Token;
use share_core::{Algorithm, FileName, MediaPath, SigningKey, Window};

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/vectors/signing.json"
);

fn vectors() -> Vec<Value> {
    let text = std::fs::read_to_string(FILE).expect("the file of vectors is there");
    serde_json::from_str(&text).expect("the file of vectors is JSON")
}

fn text<'a>(vector: &'a Value, member: &str) -> &'a str {
    vector[member]
        .as_str()
        .unwrap_or_else(|| panic!("{} has no {member}", vector["name"]))
}

fn octets(vector: &Value, member: &str) -> Vec<u8> {
    let digits = text(vector, member).as_bytes();
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

/// A message stands in the file as text, or in hex when it is none.
fn message(vector: &Value) -> Vec<u8> {
    match vector.get("message") {
        Some(_) => text(vector, "message").as_bytes().to_vec(),
        None => octets(vector, "message_hex"),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

fn hmac_sha256(vector: &Value) -> String {
    let mac = Mac::new(&octets(vector, "key_hex")).unwrap();
    let tag = mac.tag(&message(vector));
    assert!(mac.verify(&message(vector), &tag));
    hex(&tag)
}

fn jws_hs256(vector: &Value) -> String {
    let secret = parse_secret(Algorithm::Hs256, text(vector, "key_base64url")).unwrap();
    let tag = Mac::new(&secret).unwrap().tag(&message(vector));
    Base64UrlUnpadded::encode_string(&tag)
}

fn secret_text_hs256(vector: &Value) -> String {
    let key = SigningKey::new("k", Algorithm::Hs256, octets(vector, "key_hex")).unwrap();
    key.secret_text().to_string()
}

fn md5_base64url(vector: &Value) -> String {
    let mut token = String::new();
    Md5Token::default().with(message(vector)).write(&mut token);
    token
}

fn answer(vector: &Value) -> String {
    match text(vector, "primitive") {
        "hmac_sha256" => hmac_sha256(vector),
        "jws_hs256" => jws_hs256(vector),
        "secret_text_hs256" => secret_text_hs256(vector),
        "md5_base64url" => md5_base64url(vector),
        "media_path_encode" => MediaPath::parse(text(vector, "path")).unwrap().encoded(),
        "file_name_encode" => FileName::parse(text(vector, "file_name"))
            .unwrap()
            .encoded(),
        "window_fragment" => Window::parse(text(vector, "start"), text(vector, "end"))
            .unwrap()
            .fragment(),
        other => panic!("no primitive {other}"),
    }
}

#[test]
fn each_vector_gives_its_answer() {
    let vectors = vectors();
    assert!(vectors.len() > 10);
    for vector in &vectors {
        assert_eq!(
            answer(vector),
            text(vector, "expected"),
            "{}",
            vector["name"]
        );
    }
}

#[test]
fn each_vector_has_one_name_and_a_source() {
    let vectors = vectors();
    let mut names: Vec<_> = vectors.iter().map(|vector| text(vector, "name")).collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    assert!(
        vectors
            .iter()
            .all(|vector| !text(vector, "source").is_empty())
    );
}
