//! Runs the known answers of public sources; the same file is run through SQL elsewhere.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a broken vector ends the test, also outside of a test function"
)]

use base64ct::{Base64Url, Base64UrlUnpadded, Encoding as _};
use serde_json::Value;
use share_core::key::parse_secret;
use share_core::mac::Mac;
use share_core::mac_sha1::MacSha1;
use share_core::md5_token::Md5Token;
use share_core::{
    Action, Algorithm, Encoding, FileName, MediaPath, Output, Profile, SigningKey, UrlRequest,
    Window, sign_message,
};
use uuid::Uuid;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors");

/// The vectors of all files, each of which is a list of objects.
fn vectors() -> Vec<Value> {
    let files = std::fs::read_dir(FOLDER).expect("the folder of vectors is there");
    files
        .flat_map(|file| {
            let path = file.expect("a file of vectors can be read").path();
            let text = std::fs::read_to_string(&path).expect("a file of vectors is text");
            serde_json::from_str::<Vec<Value>>(&text)
                .unwrap_or_else(|came| panic!("{}: {came}", path.display()))
        })
        .collect()
}

fn optional<'a>(vector: &'a Value, member: &str) -> Option<&'a str> {
    vector[member].as_str()
}

/// Signs what the vector asks for. `expected` is the URL, or the cookie where the vector says `"wants": "cookie"`, or the
/// step of that name where it says something else.
fn signed_url(vector: &Value) -> String {
    let key = signing_key(vector);
    let options = vector["options"].to_string();
    let profile = Profile::new(text(vector, "scheme"), text(vector, "base_url"), &options).unwrap();
    let request = UrlRequest {
        signed_at: vector["signed_at"].as_i64().unwrap_or_default(),
        expires_at: vector["expires_at"].as_i64(),
        file_name: optional(vector, "file_name"),
        content_type: optional(vector, "content_type"),
        address: optional(vector, "address").map(|text| text.parse().unwrap()),
        ..UrlRequest::new(
            text(vector, "path"),
            Action::parse(text(vector, "action")).unwrap(),
            optional(vector, "share_id").map_or(Uuid::nil(), |id| id.parse().unwrap()),
            1,
        )
    };
    profile.check_request(&request).unwrap();
    let mut out = Output::explaining();
    profile
        .signer(&key)
        .unwrap()
        .write_url(&request, &mut out)
        .unwrap();
    match optional(vector, "wants") {
        None => out.url,
        Some("cookie") => out.cookie,
        Some(name) => {
            let step = out.steps().iter().find(|step| step.name == name);
            step.unwrap_or_else(|| panic!("no step {name}"))
                .value
                .clone()
        }
    }
}

/// Signs a bare message with a key of any algorithm.
fn signed_message(vector: &Value) -> String {
    sign_message(&signing_key(vector), &message(vector)).unwrap()
}

fn signing_key(vector: &Value) -> SigningKey {
    let algorithm = Algorithm::parse(text(vector, "algorithm")).unwrap();
    let encoding = Encoding::parse(text(vector, "encoding")).unwrap();
    let secret = parse_secret(algorithm, Some(encoding), text(vector, "secret")).unwrap();
    let kid = optional(vector, "kid").unwrap_or("k");
    SigningKey::new(kid, algorithm, secret.to_vec()).unwrap()
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
    let secret = parse_secret(Algorithm::Hs256, None, text(vector, "key_base64url")).unwrap();
    let tag = Mac::new(&secret).unwrap().tag(&message(vector));
    Base64UrlUnpadded::encode_string(&tag)
}

fn hmac_sha1_base64url_padded(vector: &Value) -> String {
    let secret = Encoding::Base64Url
        .decode(text(vector, "key_base64url"))
        .unwrap();
    Base64Url::encode_string(&MacSha1::new(&secret).unwrap().tag(&message(vector)))
}

fn hmac_sha1(vector: &Value) -> String {
    hex(&MacSha1::new(&octets(vector, "key_hex"))
        .unwrap()
        .tag(&message(vector)))
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
        "hmac_sha1" => hmac_sha1(vector),
        "hmac_sha1_base64url_padded" => hmac_sha1_base64url_padded(vector),
        "jws_hs256" => jws_hs256(vector),
        "secret_text_hs256" => secret_text_hs256(vector),
        "md5_base64url" => md5_base64url(vector),
        "media_path_encode" => MediaPath::parse(text(vector, "path")).unwrap().encoded(),
        "file_name_encode" => FileName::parse(text(vector, "file_name"))
            .unwrap()
            .encoded(),
        "sign_message" => signed_message(vector),
        "signed_url" => signed_url(vector),
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
