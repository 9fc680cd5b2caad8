//! Compact JSON Web Signatures (RFC 7515 §3.1) with HS256 and a key id; no other algorithm exists here.

use std::cell::Cell;
use std::fmt;

use crate::algorithm::Algorithm;
use crate::base64url;
use crate::claims::Claims;
use crate::error::ShareError;
use crate::json_text;
use crate::key::{SigningKey, check_kid};
use crate::mac::Mac;
use crate::media_url::UrlPieces;
use crate::refusal::Refusal;
use crate::strict_json::{self, Json};

/// The greatest length of a token in bytes; longer ones are neither made nor read.
pub const MAX_TOKEN: usize = 4096;

/// Signs and checks with one key: its MAC state and its encoded header are made once.
#[derive(Clone)]
pub struct Hs256 {
    mac: Mac,
    header: String,
}

impl Hs256 {
    /// Prepares a key.
    ///
    /// # Errors
    /// [`ShareError::WrongAlgorithm`] for a key that is not for HS256.
    pub fn new(key: &SigningKey) -> Result<Self, ShareError> {
        if key.algorithm() != Algorithm::Hs256 {
            return Err(ShareError::WrongAlgorithm {
                scheme: "uri_signing",
                needed: Algorithm::Hs256.to_string(),
                given: key.algorithm(),
            });
        }
        let mut json = String::from("{\"alg\":\"HS256\",\"kid\":");
        json_text::push_string(key.kid(), &mut json);
        json.push('}');
        let mut header = String::new();
        base64url::encode_into(json.as_bytes(), &mut header);
        header.push('.');
        Ok(Self {
            mac: Mac::new(key.secret())?,
            header,
        })
    }

    /// Appends the token for claims; the caller checks the claims.
    pub fn sign_into<U: UrlPieces>(&self, claims: &Claims<'_, U>, out: &mut String) {
        self.sign_payload_into(&claims.to_json(), out);
    }

    /// Appends the token for any payload; whoever may call this can make any token.
    pub fn sign_payload_into(&self, payload: &str, out: &mut String) {
        let input = self.signing_input(payload);
        out.push_str(&input);
        out.push('.');
        base64url::encode_into(&self.mac.tag(input.as_bytes()), out);
    }

    /// Gives the text that is signed (RFC 7515 §5.1): encoded header, point, encoded payload.
    pub(crate) fn signing_input(&self, payload: &str) -> String {
        let mut input = self.header.clone();
        base64url::encode_into(payload.as_bytes(), &mut input);
        input
    }

    /// Prepares for payloads that all start with a text: what stays the same is encoded and hashed once.
    pub(crate) fn starting_with(&self, start: &str) -> PayloadSigner {
        // Base64 takes three bytes at a time; what makes no whole group is encoded with what follows.
        let whole = start.len() - start.len() % 3;
        let mut text = self.header.clone();
        base64url::encode_into(&start.as_bytes()[..whole], &mut text);
        PayloadSigner {
            mac: self.mac.after(text.as_bytes()),
            text,
            rest: start.as_bytes()[whole..].to_vec(),
            payload: Cell::default(),
        }
    }

    /// Tells, in constant time, whether this key made the signature.
    #[must_use]
    pub fn verify(&self, parts: &Parts<'_>) -> bool {
        self.mac
            .verify(parts.signing_input.as_bytes(), &parts.signature)
    }
}

impl fmt::Debug for Hs256 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Hs256").finish_non_exhaustive()
    }
}

/// Signs payloads of one key that start alike.
pub(crate) struct PayloadSigner {
    mac: Mac,
    text: String,
    rest: Vec<u8>,
    payload: Cell<Vec<u8>>,
}

impl PayloadSigner {
    /// Appends the token for the payload whose end is written here; whoever may call this can make any token.
    pub(crate) fn sign_into(&self, write_end: impl FnOnce(&mut Vec<u8>), out: &mut String) {
        let mut payload = self.payload.take();
        payload.clear();
        payload.extend_from_slice(&self.rest);
        write_end(&mut payload);
        out.push_str(&self.text);
        let start = out.len();
        base64url::encode_into(&payload, out);
        let tag = self.mac.tag(&out.as_bytes()[start..]);
        out.push('.');
        base64url::encode_into(&tag, out);
        self.payload.set(payload);
    }
}

/// Holds a token taken apart, with nothing in it trusted yet; the payload is not even decoded.
#[derive(Debug, Clone)]
pub struct Parts<'a> {
    kid: String,
    signing_input: &'a str,
    payload: &'a str,
    signature: [u8; 32],
}

impl Parts<'_> {
    /// Gives the key id: a name to look up and nothing more.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// Decodes the payload; only after [`Hs256::verify`].
    pub(crate) fn payload(&self) -> Option<Vec<u8>> {
        base64url::decode(self.payload)
    }
}

/// Takes a token apart: at most 4096 bytes, exactly three parts, strict base64url, and a header of `alg`
/// (HS256), `kid` and perhaps `typ` (JWT) alone. So `crit`, `jwk` and `none` are refused (RFC 8725 §3.1).
///
/// # Errors
/// [`Refusal::Malformed`].
pub fn split(token: &str) -> Result<Parts<'_>, Refusal> {
    take_apart(token).ok_or(Refusal::Malformed)
}

fn take_apart(token: &str) -> Option<Parts<'_>> {
    if token.len() > MAX_TOKEN {
        return None;
    }
    let (signing_input, signature) = token.rsplit_once('.')?;
    let (header, payload) = signing_input.split_once('.')?;
    if payload.is_empty() || payload.contains('.') {
        return None;
    }
    let signature = base64url::decode_array(signature)?;
    let kid = read_header(&base64url::decode(header)?)?;
    Some(Parts {
        kid,
        signing_input,
        payload,
        signature,
    })
}

fn read_header(header: &[u8]) -> Option<String> {
    let mut kid = None;
    let mut is_hs256 = false;
    for (name, value) in strict_json::parse_object(header)? {
        match (name.as_str(), value) {
            ("alg", Json::Text(alg)) if alg == Algorithm::Hs256.as_str() => is_hs256 = true,
            ("typ", Json::Text(media)) if media == "JWT" => {}
            ("kid", Json::Text(text)) => kid = Some(text),
            _ => return None,
        }
    }
    kid.filter(|kid| is_hs256 && check_kid(kid).is_ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Hs256, MAX_TOKEN, split};
    use crate::algorithm::Algorithm;
    use crate::base64url;
    use crate::key::SigningKey;

    fn signer() -> Hs256 {
        let key = SigningKey::new("k1", Algorithm::Hs256, vec![7; 32]).unwrap();
        Hs256::new(&key).unwrap()
    }

    fn token(payload: &str) -> String {
        let mut out = String::new();
        signer().sign_payload_into(payload, &mut out);
        out
    }

    fn with_header(header: &str) -> String {
        let mut out = String::new();
        base64url::encode_into(header.as_bytes(), &mut out);
        format!("{out}.e30.{}", "A".repeat(43))
    }

    #[test]
    fn a_token_names_its_key() {
        assert_eq!(split(&token("{}")).unwrap().kid(), "k1");
    }

    #[test]
    fn a_key_for_another_algorithm_does_not_sign() {
        let key = SigningKey::new("k1", Algorithm::Md5, vec![b'x'; 32]).unwrap();
        assert!(Hs256::new(&key).is_err());
    }

    #[test]
    fn headers_that_are_not_ours_are_refused() {
        assert!(split(&with_header(r#"{"typ":"JWT","alg":"HS256","kid":"k1"}"#)).is_ok());
        for header in [
            r#"{"alg":"none","kid":"k1"}"#,
            r#"{"alg":"HS512","kid":"k1"}"#,
            r#"{"alg":"hs256","kid":"k1"}"#,
            r#"{"alg":"HS256"}"#,
            r#"{"kid":"k1"}"#,
            r#"{"alg":"HS256","kid":1}"#,
            r#"{"alg":"HS256","kid":""}"#,
            r#"{"alg":"HS256","kid":"../k1"}"#,
            r#"{"alg":"HS256","kid":"k1","crit":["exp"]}"#,
            r#"{"alg":"HS256","kid":"k1","typ":"at+jwt"}"#,
            r#"{"alg":"HS256","kid":"k1","jwk":{}}"#,
            r#"{"alg":"HS256","alg":"HS256","kid":"k1"}"#,
            r#"{"alg":"HS256","\u0061lg":"none","kid":"k1"}"#,
            r#"{"alg":"HS256","kid":"k1","kid":"k2"}"#,
            r#"{"alg":"HS256","kid":"k1","crit":["b64"],"b64":false}"#,
            r#"{"alg":"HS256","kid":"k1","crit":[]}"#,
            r#"{"alg":"HS256","kid":"k1","typ":"CWT"}"#,
            r#"{"alg":"HS256","kid":"k1","typ":["JWT"]}"#,
            r#"{"alg":"HS256","kid":"k1","cty":"JWT"}"#,
            r#"{"alg":"HS256","kid":"k1","zip":"DEF"}"#,
            r#"{"alg":"HS256","kid":"k1","jku":"https://h/keys"}"#,
            r#"{"alg":"HS256","kid":"k1","x5u":"https://h/keys"}"#,
            r#"{"alg":"HS256","kid":"k1","x5c":[]}"#,
            r#"{"alg":"dir","enc":"A256GCM","kid":"k1"}"#,
            r#"{"alg":["HS256"],"kid":"k1"}"#,
            r#"{"ALG":"HS256","kid":"k1"}"#,
            r#"{"alg":"HS256","kid":"k1","b64":false}"#,
            r#"["HS256","k1"]"#,
            "",
        ] {
            assert!(split(&with_header(header)).is_err(), "{header}");
        }
    }

    #[test]
    fn other_numbers_of_parts_are_refused() {
        let token = token("{}");
        let (input, signature) = token.rsplit_once('.').unwrap();
        for text in [
            String::new(),
            ".".to_owned(),
            "..".to_owned(),
            input.to_owned(),
            format!("{input}."),
            format!("{token}."),
            format!(".{token}"),
            format!("{input}.{input}.{signature}"),
            format!("{input}{signature}"),
            format!(" {token}"),
            format!("{token}\n"),
            format!("{token}="),
        ] {
            assert!(split(&text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn an_overlong_token_is_refused() {
        let fitting = token(&"a".repeat(2_900));
        assert!(fitting.len() < MAX_TOKEN && split(&fitting).is_ok());
        assert!(split(&token(&"a".repeat(3_100))).is_err());
    }

    #[test]
    fn debug_shows_no_key_state() {
        assert_eq!(format!("{:?}", signer()), "Hs256 { .. }");
    }

    proptest! {
        #[test]
        fn a_signature_holds_for_its_payload(payload in ".{1,200}") {
            let token = token(&payload);
            let parts = split(&token).unwrap();
            prop_assert!(signer().verify(&parts));
            prop_assert_eq!(parts.payload().unwrap(), payload.as_bytes());
        }

        #[test]
        fn a_prepared_start_changes_nothing(start in ".{0,70}", end in ".{0,200}") {
            let prepared = signer().starting_with(&start);
            for end in [end.as_str(), "", &end] {
                let mut out = String::from("before");
                prepared.sign_into(|payload| payload.extend_from_slice(end.as_bytes()), &mut out);
                prop_assert_eq!(out, format!("before{}", token(&format!("{start}{end}"))));
            }
        }

        #[test]
        fn any_text_is_split_or_refused(text in "[A-Za-z0-9_.=-]{0,200}|.*") {
            let _ = split(&text);
        }
    }
}
