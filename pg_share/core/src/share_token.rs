//! Opaque tokens for who comes through a share: visits, recipients, and what they may fetch from the application.
//!
//! They are read where they were made and nowhere else; no edge checks them, and nothing in them is to be believed unchecked.
//!
//! | bytes | what |
//! | --- | --- |
//! | 1 | version, 1 |
//! | 1 | purpose |
//! | 6 | the digits of the key's id |
//! | 16 | id of what the token stands for |
//! | 5 | end in Unix seconds, big-endian; 0 for none |
//! | 16 | HMAC-SHA256 over a prefix and all of these, cut to its first half |
//!
//! 45 bytes are 60 characters of base64url without a spare bit, so that one token has one text.

use subtle::ConstantTimeEq;
use uuid::Uuid;

use crate::algorithm::Algorithm;
use crate::base64url;
use crate::error::ShareError;
use crate::hex;
use crate::key::SigningKey;
use crate::mac::Mac;

const VERSION: u8 = 1;

/// Keeps these messages apart from all others, should a key ever sign any.
const PREFIX: &[u8] = b"pg_share share token\0";

/// What is signed; the rest is the tag.
const SIGNED: usize = 29;

/// RFC 2104 §5 allows to cut a tag to half of its length.
const TAG: usize = 16;

const BYTES: usize = SIGNED + TAG;

/// The length of every token in characters.
pub const LENGTH: usize = BYTES / 3 * 4;

/// The last second that five bytes hold: in the year 36812.
const LAST_SECOND: i64 = (1 << 40) - 1;

/// Names what a token is for; one made for another purpose is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A visit that has passed the gates of a share.
    Visit,
    /// The link of one recipient.
    Recipient,
    /// A file that hangs on a comment.
    Attachment,
    /// A small picture.
    Thumbnail,
    /// A written-out list or report.
    Export,
}

impl Purpose {
    /// All purposes.
    pub const ALL: [Self; 5] = [
        Self::Visit,
        Self::Recipient,
        Self::Attachment,
        Self::Thumbnail,
        Self::Export,
    ];

    /// Gives the name used in SQL.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Recipient => "recipient",
            Self::Attachment => "attachment",
            Self::Thumbnail => "thumbnail",
            Self::Export => "export",
        }
    }

    /// Reads the name used in SQL.
    ///
    /// # Errors
    /// [`ShareError::UnknownPurpose`].
    pub fn parse(name: &str) -> Result<Self, ShareError> {
        Self::ALL
            .into_iter()
            .find(|purpose| purpose.as_str() == name)
            .ok_or_else(|| ShareError::UnknownPurpose(name.to_owned()))
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Visit => 1,
            Self::Recipient => 2,
            Self::Attachment => 3,
            Self::Thumbnail => 4,
            Self::Export => 5,
        }
    }
}

/// Gives the bytes of an id of `k` and 12 digits of lower-case hexadecimal, as the server makes them; no other fits into a token.
fn key_number(kid: &str) -> Option<[u8; 6]> {
    let digits = kid.strip_prefix('k')?.as_bytes();
    let mut number = [0; 6];
    let pairs = digits.as_chunks::<2>();
    if digits.len() != 2 * number.len() {
        return None;
    }
    for (byte, [high, low]) in number.iter_mut().zip(pairs.0) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(number)
}

const fn digit(character: u8) -> Option<u8> {
    match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'a'..=b'f' => Some(character - b'a' + 10),
        _ => None,
    }
}

/// Writes a token that ends at a time in Unix seconds, or never.
///
/// # Errors
/// [`ShareError::InvalidTokenKey`] for a key of another algorithm or id, [`ShareError::InvalidExpiry`] for an end before 1970 or after 36812.
pub fn issue(
    key: &SigningKey,
    purpose: Purpose,
    id: Uuid,
    end: Option<i64>,
) -> Result<String, ShareError> {
    let number = key_number(key.kid()).ok_or(ShareError::InvalidTokenKey)?;
    let end = match end {
        None => 0,
        Some(end @ 1..=LAST_SECOND) => end,
        Some(_) => {
            return Err(ShareError::InvalidExpiry(
                "a token ends after 1970 and before 36812",
            ));
        }
    };
    let mut token = Vec::with_capacity(BYTES);
    token.push(VERSION);
    token.push(purpose.byte());
    token.extend_from_slice(&number);
    token.extend_from_slice(id.as_bytes());
    token.extend_from_slice(&end.to_be_bytes()[3..]);
    let tag = tag(key, &token)?;
    token.extend_from_slice(&tag);
    let mut text = String::with_capacity(LENGTH);
    base64url::encode_into(&token, &mut text);
    Ok(text)
}

fn tag(key: &SigningKey, signed: &[u8]) -> Result<[u8; TAG], ShareError> {
    if key.algorithm() != Algorithm::ShareToken {
        return Err(ShareError::InvalidTokenKey);
    }
    let tag = Mac::new(key.secret())?.after(PREFIX).tag(signed);
    Ok(std::array::from_fn(|at| tag[at]))
}

/// Holds a token taken apart, with nothing in it trusted yet.
#[derive(Clone)]
pub struct ShareToken {
    kid: String,
    bytes: [u8; BYTES],
}

impl ShareToken {
    /// Takes a text apart; none for what is no token of this version.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != LENGTH {
            return None;
        }
        let bytes: [u8; BYTES] = base64url::decode_array(text)?;
        if bytes[0] != VERSION {
            return None;
        }
        let mut kid = String::from("k");
        hex::push(&bytes[2..8], &mut kid);
        Some(Self { kid, bytes })
    }

    /// Gives the key id: a name to look up and nothing more.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// Gives the id that the token stands for, at a time in Unix microseconds; none when the key has not made it, or for another purpose, or it is over.
    #[must_use]
    pub fn verify(&self, key: &SigningKey, purpose: Purpose, now: i64) -> Option<Uuid> {
        let (signed, presented) = self.bytes.split_at(SIGNED);
        let expected = tag(key, signed).ok()?;
        if !bool::from(expected.ct_eq(presented)) {
            return None;
        }
        let mut end = [0; 8];
        end[3..].copy_from_slice(&signed[24..]);
        let end = i64::from_be_bytes(end);
        let fits = key.kid() == self.kid
            && signed[1] == purpose.byte()
            && (end == 0 || now < end.saturating_mul(1_000_000));
        fits.then(|| Uuid::from_slice(&signed[8..24]).ok())
            .flatten()
    }
}

#[cfg(test)]
#[path = "share_token_tests.rs"]
mod tests;
