//! The stream URL that all contenders of `native_token` make, and whether they really make it.
//!
//! Nothing of the extension's own crates is used here: this is what the extension is held against.

use std::fmt::Write as _;

use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use share_tests::{Error, Result};
use uuid::Uuid;

pub(crate) const KID: &str = "k05a8b9a1875f";
/// Printable, so that each contender can take it as it likes.
pub(crate) const SECRET: &str = "0123456789012345678901234567890123456789012";
pub(crate) const BASE_URL: &str = "https://cdn.example.com";
/// The path of a row, made of its number.
pub(crate) const ROW: &str = "'film/' || number || '/master.m3u8'";
pub(crate) const SHARE: Uuid = Uuid::from_u128(0x01a1_fd35_6fee_741c_a904_97d1_13da_7f04);
/// 2030-01-01.
pub(crate) const EXPIRES: i64 = 1_893_456_000;
const ISSUER: &str = "pg_share";
/// What the token opens, around the directory: said as RFC 9246 and Traffic Server 9.2 want it.
const SCOPE: [&str; 2] = [
    "regex:https://cdn[.]example[.]com/",
    "/([^%?]|%[^2%?]|%2[^Ff%?])*([?].*)?$",
];
/// The URL around the directory and the token.
const URL: [&str; 3] = [
    "https://cdn.example.com/",
    ";URISigningPackage=",
    "/master.m3u8",
];

/// The directory of a row.
pub(crate) fn directory(number: u32) -> String {
    format!("film/{number}")
}

/// The claims of a row's token; the number is the epoch too.
fn claims(number: u32) -> Value {
    let scope = SCOPE.join(&directory(number));
    json!({ "iss": ISSUER, "exp": EXPIRES, "cdniuc": scope, "sh": SHARE.to_string(), "ep": number, "a": "s" })
}

/// What a program in another language is told.
pub(crate) fn given() -> Value {
    json!({ "kid": KID, "secret": SECRET, "claims": claims(0), "scope": SCOPE, "url": URL })
}

/// The same for SQL: literals by the names that stand in braces in a text.
pub(crate) fn fill(sql: &str) -> String {
    let sql = sql.replace("{expires}", &EXPIRES.to_string());
    [
        ("{kid}", KID),
        ("{secret}", SECRET),
        ("{base_url}", BASE_URL),
        ("{share}", &SHARE.to_string()),
        ("{issuer}", ISSUER),
        ("{scope_before}", SCOPE[0]),
        ("{scope_after}", SCOPE[1]),
        ("{before}", URL[0]),
        ("{between}", URL[1]),
        ("{after}", URL[2]),
    ]
    .iter()
    .fold(sql, |text, (name, value)| {
        text.replace(name, &format!("'{value}'"))
    })
}

/// Signs as one would by hand in a program of one's own: the key and the header are prepared once, the buffers stay.
pub(crate) struct Signer {
    key: Hmac<Sha256>,
    header: String,
    payload: String,
    url: String,
    encoded: [u8; 1024],
}

impl Signer {
    pub(crate) fn new() -> Result<Self> {
        let header = format!(r#"{{"alg":"HS256","kid":"{KID}"}}"#);
        Ok(Self {
            key: Hmac::new_from_slice(SECRET.as_bytes())
                .map_err(|came| Error::new(came.to_string()))?,
            header: Base64UrlUnpadded::encode_string(header.as_bytes()),
            payload: String::new(),
            url: String::new(),
            encoded: [0; 1024],
        })
    }

    /// Signs the URL of a row.
    pub(crate) fn sign(&mut self, directory: &str, number: u32) -> &str {
        self.payload.clear();
        self.url.clear();
        let [before, after] = SCOPE;
        let _ = write!(
            self.payload,
            r#"{{"iss":"{ISSUER}","exp":{EXPIRES},"cdniuc":"{before}{directory}{after}","sh":"{SHARE}","ep":{number},"a":"s"}}"#
        );
        let [before, between, after] = URL;
        for part in [before, directory, between] {
            self.url.push_str(part);
        }
        let start = self.url.len();
        self.url.push_str(&self.header);
        self.url.push('.');
        let payload = self.payload.as_bytes();
        self.url
            .push_str(Base64UrlUnpadded::encode(payload, &mut self.encoded).unwrap_or_default());
        let mut state = self.key.clone();
        state.update(&self.url.as_bytes()[start..]);
        let tag = state.finalize().into_bytes();
        self.url.push('.');
        self.url
            .push_str(Base64UrlUnpadded::encode(&tag, &mut self.encoded).unwrap_or_default());
        self.url.push_str(after);
        &self.url
    }
}

/// Makes sure that a contender's URL carries the same claims for a row under the same key; blanks and the order of
/// members are its own affair.
pub(crate) fn check(contender: &str, url: &str, number: u32) -> Result {
    let [before, between, after] = URL;
    let token = url
        .strip_prefix(&format!("{before}{}{between}", directory(number)))
        .and_then(|rest| rest.strip_suffix(after));
    let parts: Vec<&str> = token.unwrap_or_default().split('.').collect();
    if let [header, payload, signature] = parts[..] {
        let mut state = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes())
            .map_err(|came| Error::new(came.to_string()))?;
        state.update(format!("{header}.{payload}").as_bytes());
        let tag = state.finalize().into_bytes();
        let read = |part| serde_json::from_slice(&Base64UrlUnpadded::decode_vec(part).ok()?).ok();
        let same_key = read(header).is_some_and(|header: Value| header["kid"] == KID);
        if same_key
            && read(payload) == Some(claims(number))
            && signature == Base64UrlUnpadded::encode_string(&tag)
        {
            return Ok(());
        }
    }
    Err(Error::new(format!(
        "{contender} does not do the same work: {url}"
    )))
}
