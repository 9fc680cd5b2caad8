//! A message with one shared key in CBOR: `COSE_Mac0` (RFC 9052 §6.2) with HMAC 256/256, tagged as a CWT (RFC 8392 §6).

use crate::base64url;
use crate::cbor::Cbor;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::mac::Mac;

/// `{1: 5}`, the algorithm HMAC 256/256 (RFC 9053 §3.1).
const HMAC_256_256: [u8; 3] = [0xa1, 0x01, 0x05];

/// The tags of RFC 8392 §6 and RFC 9052 §2.
const CWT: u64 = 61;
const COSE_MAC0: u64 = 17;

/// The header parameter of RFC 9052 §3.1.
const KID: i64 = 4;

/// Authenticates payloads with one key.
pub(crate) struct CoseMac0 {
    started: Mac,
    head: Cbor,
}

impl CoseMac0 {
    /// Prepares a key; its id goes into the unprotected header.
    ///
    /// # Errors
    /// None in practice; see [`Mac::new`].
    pub(crate) fn new(key: &SigningKey) -> Result<Self, ShareError> {
        let mut head = Cbor::default();
        head.tag(CWT).tag(COSE_MAC0).array(4).bytes(&HMAC_256_256);
        head.map(1).int(KID).bytes(key.kid().as_bytes());
        let mac = Mac::new(key.secret())?;
        Ok(Self {
            started: mac.after(structure(&HMAC_256_256).as_bytes()),
            head,
        })
    }

    /// Appends the token of a payload in base64url; `message` is room to build it in.
    pub(crate) fn push_token(&self, payload: &[u8], message: &mut Cbor, out: &mut String) {
        message.clear();
        message.encoded(self.head.as_bytes()).bytes(payload);
        let tag = self
            .started
            .tag(&message.as_bytes()[self.head.as_bytes().len()..]);
        message.bytes(&tag);
        base64url::encode_into(message.as_bytes(), out);
    }

    /// Gives in hexadecimal digits what is authenticated for a payload.
    pub(crate) fn explain(payload: &[u8]) -> String {
        let mut digits = String::new();
        let mut structure = structure(&HMAC_256_256);
        crate::hex::push(structure.bytes(payload).as_bytes(), &mut digits);
        digits
    }
}

/// Starts the `MAC_structure` of RFC 9052 §6.3, which its payload ends.
fn structure(protected: &[u8]) -> Cbor {
    let mut start = Cbor::default();
    start.array(4).text("MAC0").bytes(protected).bytes(b"");
    start
}

#[cfg(test)]
mod tests {
    use super::{CoseMac0, structure};
    use crate::algorithm::Algorithm;
    use crate::base64url;
    use crate::cbor::Cbor;
    use crate::encoding::Encoding;
    use crate::key::SigningKey;
    use crate::mac::Mac;

    fn octets(digits: &str) -> Vec<u8> {
        Encoding::Hex.decode(digits).unwrap().to_vec()
    }

    #[test]
    fn the_structure_is_that_of_the_published_cwts() {
        // RFC 8392 §A.2.2, §A.4 and §A.7: HMAC 256/64 takes the first eight bytes of the same HMAC.
        let key = octets("403697de87af64611c1d32a05dab0fe1fcb715a86ab435f1ec99192d79569388");
        for (payload, tag) in [
            (
                "a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007420b71",
                "093101ef6d789200",
            ),
            ("a106fb41d584367c200000", "b8816f34c0542892"),
        ] {
            let mut message = structure(&[0xa1, 0x01, 0x04]);
            message.bytes(&octets(payload));
            let full = Mac::new(&key).unwrap().tag(message.as_bytes());
            assert_eq!(full[..8], octets(tag)[..]);
        }
    }

    #[test]
    fn a_token_has_tags_headers_payload_and_tag() {
        let key = SigningKey::new("k1", Algorithm::Hs256, vec![7; 32]).unwrap();
        let (mut message, mut token) = (Cbor::default(), String::new());
        let cose = CoseMac0::new(&key).unwrap();
        message.text("left over");
        cose.push_token(&[0xa0], &mut message, &mut token);
        let mut digits = String::new();
        crate::hex::push(&base64url::decode(&token).unwrap(), &mut digits);
        let (head, tag) = digits.split_at(digits.len() - 64);
        assert_eq!(head, "d83dd18443a10105a104426b3141a05820");
        let structure = octets(&CoseMac0::explain(&[0xa0]));
        assert_eq!(
            Mac::new(&[7; 32]).unwrap().tag(&structure)[..],
            octets(tag)[..]
        );
    }
}
