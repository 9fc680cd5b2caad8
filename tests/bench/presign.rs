//! Presigned URLs of S3 (Signature Version 4, query form) made by hand, for the contenders of `s3_presign` to be held
//! against.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use share_tests::{Error, Result};

/// The example key of the vendor's documentation.
pub(crate) const ACCESS_KEY: &str = "AKIAIOSFODNN7EXAMPLE";
pub(crate) const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
pub(crate) const REGION: &str = "eu-central-1";
const BUCKET: &str = "media";
const HOST: &str = "media.s3.eu-central-1.amazonaws.com";
/// Seconds that a URL lives where a contender is asked for that and not for an end.
pub(crate) const LIFETIME: u32 = 3600;

/// All but the unreserved characters and the slash.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The object of a row, with a blank to encode.
pub(crate) fn path(number: u32) -> String {
    format!("films/launch film/{number}.mp4")
}

/// What a program in another language is told.
pub(crate) fn given() -> Value {
    json!({ "access_key": ACCESS_KEY, "secret": SECRET, "region": REGION, "bucket": BUCKET, "lifetime": LIFETIME })
}

/// The same for SQL: literals by the names that stand in braces in a text.
pub(crate) fn fill(sql: &str) -> String {
    [
        ("{access_key}", ACCESS_KEY),
        ("{s3_secret}", SECRET),
        ("{region}", REGION),
        ("{host}", HOST),
        ("{base_url}", &format!("https://{HOST}")),
        ("{options}", &format!(r#"{{"region":"{REGION}"}}"#)),
    ]
    .iter()
    .fold(sql.to_owned(), |text, (name, value)| {
        text.replace(name, &format!("'{value}'"))
    })
}

/// Signs as one would by hand in a program of one's own: the key of the day is derived once, the buffers stay.
pub(crate) struct Presigner {
    /// As in `20130524T000000Z`.
    time: String,
    key: Hmac<Sha256>,
    path: String,
    query: String,
    url: String,
}

impl Presigner {
    /// Derives the key of a time's day.
    pub(crate) fn new(time: &str) -> Result<Self> {
        let day = &time[..8];
        let mut key = format!("AWS4{SECRET}").into_bytes();
        for part in [day, REGION, "s3", "aws4_request"] {
            key = tag(&state(&key)?, part.as_bytes()).to_vec();
        }
        Ok(Self {
            time: time.to_owned(),
            key: state(&key)?,
            path: String::new(),
            query: String::new(),
            url: String::new(),
        })
    }

    /// Signs the reading of an object for some seconds.
    pub(crate) fn presign(&mut self, path: &str, seconds: u32) -> &str {
        let (time, day) = (&self.time, &self.time[..8]);
        self.path.clear();
        self.query.clear();
        self.url.clear();
        self.path.extend(utf8_percent_encode(path, PATH));
        let _ = write!(
            self.query,
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={ACCESS_KEY}%2F{day}%2F{REGION}%2Fs3%2Faws4_request&X-Amz-Date={time}\
             &X-Amz-Expires={seconds}&X-Amz-SignedHeaders=host"
        );
        let mut request = Sha256::new();
        for part in [
            "GET\n/",
            &self.path,
            "\n",
            &self.query,
            "\nhost:",
            HOST,
            "\n\nhost\nUNSIGNED-PAYLOAD",
        ] {
            request.update(part);
        }
        let mut state = self.key.clone();
        for part in [
            "AWS4-HMAC-SHA256\n",
            time,
            "\n",
            day,
            "/",
            REGION,
            "/s3/aws4_request\n",
        ] {
            state.update(part.as_bytes());
        }
        state.update(&hex(&request.finalize()));
        for part in ["https://", HOST, "/", &self.path, "?", &self.query] {
            self.url.push_str(part);
        }
        self.url.push_str("&X-Amz-Signature=");
        self.url
            .extend(hex(&state.finalize().into_bytes()).map(char::from));
        &self.url
    }
}

fn state(key: &[u8]) -> Result<Hmac<Sha256>> {
    Hmac::new_from_slice(key).map_err(|came| Error::new(came.to_string()))
}

fn tag(state: &Hmac<Sha256>, message: &[u8]) -> [u8; 32] {
    let mut state = state.clone();
    state.update(message);
    state.finalize().into_bytes().into()
}

fn hex(bytes: &[u8]) -> [u8; 64] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = [0; 64];
    for (pair, byte) in text.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
        *pair = [
            DIGITS[usize::from(byte >> 4)],
            DIGITS[usize::from(byte & 15)],
        ];
    }
    text
}

/// Makes sure that a contender's URL is the one that is due for its own time and lifetime.
pub(crate) fn check(contender: &str, url: &str, path: &str) -> Result {
    let value = |name| {
        let (_, rest) = url.split_once(name)?;
        rest.split('&').next()
    };
    if let (Some(time), Some(seconds)) = (value("&X-Amz-Date="), value("&X-Amz-Expires="))
        && let Ok(seconds) = seconds.parse()
        && time.len() == 16
        && time.is_ascii()
        && Presigner::new(time)?.presign(path, seconds) == url
    {
        return Ok(());
    }
    Err(Error::new(format!(
        "{contender} does not do the same work: {url}"
    )))
}
