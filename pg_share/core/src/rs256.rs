//! JSON Web Tokens with RS256 (RFC 7518 §3.3), as video services take them.

use crate::base64url;
use crate::error::ShareError;
use crate::json_text;
use crate::key::SigningKey;
use crate::last_signature::LastSignature;
use crate::private_key::PrivateKey;

/// Signs with one key; its header is encoded once.
pub(crate) struct Rs256 {
    header: String,
    signatures: LastSignature,
}

impl Rs256 {
    /// Prepares a key, which the service knows by an id.
    pub(crate) fn new(key: &SigningKey, key_id: &str) -> Result<Self, ShareError> {
        let private = PrivateKey::read(key.algorithm(), key.secret())?;
        let mut json = String::from("{\"alg\":\"RS256\",\"kid\":");
        json_text::push_string(key_id, &mut json);
        json.push_str(",\"typ\":\"JWT\"}");
        let mut header = String::new();
        base64url::encode_into(json.as_bytes(), &mut header);
        header.push('.');
        Ok(Self {
            header,
            signatures: LastSignature::new(private, |key, text| {
                let mut out = String::new();
                base64url::encode_into(&key.sign_jose(text)?, &mut out);
                Ok(out)
            }),
        })
    }

    /// Gives the text that is signed (RFC 7515 §5.1).
    pub(crate) fn signing_input(&self, payload: &str) -> String {
        let mut input = self.header.clone();
        base64url::encode_into(payload.as_bytes(), &mut input);
        input
    }

    /// Appends the token of a text that [`Rs256::signing_input`] gave.
    pub(crate) fn push_token(&self, input: &str, out: &mut String) -> Result<(), ShareError> {
        out.push_str(input);
        out.push('.');
        self.signatures.push(input, out)
    }
}
