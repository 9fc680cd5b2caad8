//! The last signature of a private key, kept because one costs as much as a hundred or a thousand MACs: all URLs of a
//! playlist, and of a page of equal viewers, share one signed text.

use std::cell::Cell;

use crate::error::ShareError;
use crate::private_key::PrivateKey;

/// Turns a signed text into the text of its signature.
type Encode = fn(&PrivateKey, &[u8]) -> Result<String, ShareError>;

/// Signs with one key, and a text that came last once alone.
pub(crate) struct LastSignature {
    key: PrivateKey,
    encode: Encode,
    last: Cell<(String, String)>,
}

impl LastSignature {
    pub(crate) fn new(key: PrivateKey, encode: Encode) -> Self {
        Self {
            key,
            encode,
            last: Cell::default(),
        }
    }

    /// Appends the signature of a text.
    pub(crate) fn push(&self, text: &str, out: &mut String) -> Result<(), ShareError> {
        let (mut last_text, mut signature) = self.last.take();
        if signature.is_empty() || last_text != text {
            signature = (self.encode)(&self.key, text.as_bytes())?;
            last_text.clear();
            last_text.push_str(text);
        }
        out.push_str(&signature);
        self.last.set((last_text, signature));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::LastSignature;
    use crate::algorithm::Algorithm;
    use crate::encoding::Encoding;
    use crate::private_key::PrivateKey;

    #[test]
    fn a_remembered_signature_belongs_to_its_text() {
        // RFC 6979 §A.2.5.
        let pkcs8 = Encoding::Hex.decode(
            "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721",
        );
        let key = || PrivateKey::read(Algorithm::Es256, &pkcs8.clone().unwrap()).unwrap();
        let fresh = |text: &str| format!("{:?}", key().sign_der(text.as_bytes()).unwrap());
        let signer =
            LastSignature::new(key(), |key, text| Ok(format!("{:?}", key.sign_der(text)?)));
        for text in ["a", "a", "b", "a", "", "", "b"] {
            let mut out = String::from("before");
            signer.push(text, &mut out).unwrap();
            assert_eq!(out, format!("before{}", fresh(text)), "{text}");
        }
    }
}
