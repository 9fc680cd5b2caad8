//! Passwords of shares: hashed with Argon2id (RFC 9106) and kept as PHC text. Salts are arguments; no error tells a password or a hash.
//!
//! One computation takes about 20 ms and 19 MiB, and cannot be interrupted.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::error::ShareError;

/// The greatest length of a password in bytes; what is longer costs no work.
pub const MAX_PASSWORD: usize = 1024;

/// The length of a salt in bytes (RFC 9106 §3.1 recommends it).
pub const SALT: usize = 16;

/// The length of a hash in bytes.
const HASH: usize = 32;

/// Memory in KiB, passes and lanes: the second of the equal choices in OWASP's Password Storage Cheat Sheet, section Argon2id.
const COST: (u32, u32, u32) = (19_456, 2, 1);

/// The greatest cost that is read from a stored hash, so that a planted one cannot stop a server.
const MOST: (u32, u32, u32) = (262_144, 16, 4);

/// The greatest length of a PHC text that is read.
const MAX_STORED: usize = 256;

/// What a password is checked against where there is none: the same work as for one that was made here.
const NOBODY: ([u8; SALT], [u8; HASH]) = ([0; SALT], [0; HASH]);

/// Holds what a stored hash says.
struct Stored {
    params: Params,
    salt: Vec<u8>,
    hash: Vec<u8>,
}

impl Stored {
    fn read(text: &str) -> Option<Self> {
        if text.len() > MAX_STORED {
            return None;
        }
        let parsed = PasswordHash::new(text).ok()?;
        let params = Params::try_from(&parsed).ok()?;
        let fits = parsed.algorithm == Algorithm::Argon2id.ident()
            && parsed.version == Some(Version::V0x13.into())
            && params.m_cost() <= MOST.0
            && params.t_cost() <= MOST.1
            && params.p_cost() <= MOST.2;
        let hash = parsed.hash?;
        (fits && hash.as_bytes().len() == HASH).then_some(Self {
            params,
            salt: parsed.salt?.to_vec(),
            hash: hash.as_bytes().to_vec(),
        })
    }

    fn nobody() -> Result<Self, ShareError> {
        Ok(Self {
            params: cost()?,
            salt: NOBODY.0.to_vec(),
            hash: NOBODY.1.to_vec(),
        })
    }
}

fn cost() -> Result<Params, ShareError> {
    Params::new(COST.0, COST.1, COST.2, Some(HASH))
        .map_err(|_| ShareError::InvalidPassword("cannot be hashed"))
}

/// Gives the PHC text for a password and a salt that is used only once.
///
/// # Errors
/// [`ShareError::InvalidPassword`] for one that is empty, longer than 1024 bytes or has control characters, [`ShareError::OutOfMemory`].
pub fn hash(password: &str, salt: &[u8; SALT]) -> Result<String, ShareError> {
    let password = prepare(password)?;
    let params = cost()?;
    let made = compute(&password, params.clone(), salt)?;
    let text = || {
        Some(PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&params).ok()?,
            salt: Some(Salt::new(salt).ok()?),
            hash: Some(Output::new(&*made).ok()?),
        })
    };
    text()
        .map(|text| text.to_string())
        .ok_or(ShareError::InvalidPassword("cannot be hashed"))
}

/// Tells whether a password is the one of a PHC text. Without a text, or with one that was not made here, it is not, after the same
/// work; the same is true for a password that [`hash`] refuses.
///
/// # Errors
/// [`ShareError::OutOfMemory`].
pub fn verify(password: &str, stored: Option<&str>) -> Result<bool, ShareError> {
    let password = prepare(password);
    let stored = stored.and_then(Stored::read);
    let both = password.is_ok() & stored.is_some();
    let password = password.unwrap_or_default();
    let stored = match stored {
        Some(stored) => stored,
        None => Stored::nobody()?,
    };
    let made = compute(&password, stored.params, &stored.salt)?;
    Ok(bool::from(made.ct_eq(&stored.hash)) & both)
}

/// Brings a password into the form that is hashed, so that it fits however a keyboard composes it: blanks of all kinds become U+0020, then
/// NFC, as RFC 8265 §4.2.2 (`OpaqueString`) has it. Of what that profile refuses, only control characters are refused here.
fn prepare(password: &str) -> Result<Zeroizing<String>, ShareError> {
    if password.len() > MAX_PASSWORD {
        return Err(ShareError::InvalidPassword("has more than 1024 bytes"));
    }
    if password.is_empty() {
        return Err(ShareError::InvalidPassword("is empty"));
    }
    if password.chars().any(char::is_control) {
        return Err(ShareError::InvalidPassword("has control characters"));
    }
    // Room for all that NFC can make of it (UAX #15, section 9), so that nothing is left behind where the text would move.
    let mut prepared = Zeroizing::new(String::with_capacity(3 * password.len()));
    prepared.extend(password.chars().map(plain_blank).nfc());
    Ok(prepared)
}

/// The space separators (Zs) of Unicode.
const fn plain_blank(character: char) -> char {
    match character {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            ' '
        }
        other => other,
    }
}

fn compute(
    password: &str,
    params: Params,
    salt: &[u8],
) -> Result<Zeroizing<[u8; HASH]>, ShareError> {
    let blocks = params.block_count();
    // Asked for where it can be refused: a failed allocation elsewhere ends the whole server.
    let mut memory = Vec::new();
    memory
        .try_reserve_exact(blocks)
        .map_err(|_| ShareError::OutOfMemory)?;
    memory.resize(blocks, Block::new());
    let mut made = Zeroizing::new([0; HASH]);
    let outcome = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(password.as_bytes(), salt, &mut *made, &mut memory[..]);
    memory.iter_mut().for_each(Block::zeroize);
    outcome.map_err(|_| ShareError::InvalidPassword("cannot be hashed"))?;
    Ok(made)
}

#[cfg(test)]
mod tests {
    use argon2::{Algorithm, Argon2, AssociatedData, Block, ParamsBuilder, Version};

    use super::{MAX_PASSWORD, SALT, Stored, hash, verify};
    use crate::error::ShareError;

    const SALTED: [u8; SALT] = *b"a salt of 16 byt";

    #[test]
    fn the_published_vector_of_argon2id_holds() {
        // RFC 9106 §5.3.
        let params = ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .data(AssociatedData::new(&[4; 12]).unwrap())
            .build()
            .unwrap();
        let argon2 =
            Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut tag = [0; 32];
        let memory = vec![Block::new(); 32];
        argon2
            .hash_password_into_with_memory(&[1; 32], &[2; 16], &mut tag, memory)
            .unwrap();
        let mut digits = String::new();
        crate::hex::push(&tag, &mut digits);
        assert_eq!(
            digits,
            "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
        );
    }

    #[test]
    fn a_text_of_the_reference_implementation_is_read() {
        // src/test.c of P-H-C/phc-winner-argon2, Argon2id, version 19.
        let stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assert_eq!(verify("password", Some(stored)), Ok(true));
        assert_eq!(verify("Password", Some(stored)), Ok(false));
    }

    #[test]
    fn a_password_fits_its_hash_alone() {
        let stored = hash("correct horse", &SALTED).unwrap();
        assert!(
            stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$YSBzYWx0IG9mIDE2IGJ5dA$"),
            "{stored}"
        );
        assert_eq!(verify("correct horse", Some(&stored)), Ok(true));
        assert_eq!(verify("correct horsf", Some(&stored)), Ok(false));
        assert_eq!(verify("correct horse ", Some(&stored)), Ok(false));
        assert_ne!(hash("correct horse", &[7; SALT]), Ok(stored));
    }

    #[test]
    fn a_password_fits_however_it_was_composed() {
        let stored = hash("caf\u{e9} \u{ac00}", &SALTED).unwrap();
        for same in [
            "cafe\u{301} \u{ac00}",
            "caf\u{e9}\u{a0}\u{1100}\u{1161}",
            "cafe\u{301}\u{3000}\u{1100}\u{1161}",
        ] {
            assert_eq!(verify(same, Some(&stored)), Ok(true), "{same:?}");
        }
        // No other folding: neither case nor width.
        for other in ["CAF\u{c9} \u{ac00}", "\u{ff43}af\u{e9} \u{ac00}"] {
            assert_eq!(verify(other, Some(&stored)), Ok(false), "{other:?}");
        }
    }

    #[test]
    fn what_is_no_password_is_refused_and_never_fits() {
        let long = "x".repeat(MAX_PASSWORD + 1);
        let stored = hash(&long[1..], &SALTED).unwrap();
        assert_eq!(verify(&long[1..], Some(&stored)), Ok(true));
        for password in ["", "a\0b", "line\n", "\u{7f}\u{9f}", &long] {
            assert!(matches!(
                hash(password, &SALTED),
                Err(ShareError::InvalidPassword(_))
            ));
            assert_eq!(verify(password, Some(&stored)), Ok(false));
        }
    }

    #[test]
    fn a_text_that_was_not_made_here_is_no_hash() {
        let stored = hash("correct horse", &SALTED).unwrap();
        for text in [
            "",
            "correct horse",
            &stored[..stored.len() - 2],
            &stored.replace("argon2id", "argon2i"),
            &stored.replace("v=19$", ""),
            &stored.replace("v=19", "v=16"),
            &stored.replace("m=19456", "m=4194304"),
            &stored.replace("t=2", "t=1000000"),
            &stored.replace("p=1", "p=64"),
            &format!("{stored} "),
            &format!("{stored}{}", "A".repeat(300)),
        ] {
            assert!(Stored::read(text).is_none(), "{text}");
        }
        assert_eq!(verify("correct horse", Some("$2b$10$abc")), Ok(false));
        assert_eq!(verify("correct horse", None), Ok(false));
    }

    #[test]
    fn no_password_fits_where_there_is_none() {
        let nobody = Stored::nobody().unwrap();
        let known = Stored::read(&hash("correct horse", &SALTED).unwrap()).unwrap();
        assert_eq!(nobody.params, known.params);
        assert_eq!(nobody.salt.len(), known.salt.len());
        assert_eq!(verify("", None), Ok(false));
    }

    #[test]
    fn errors_about_a_password_do_not_echo_it() {
        let error = hash("secret\u{1}words", &SALTED).unwrap_err();
        let shown = format!("{error} {error:?} {:?} {:?}", error.detail(), error.hint());
        assert!(!shown.contains("words"), "{shown}");
    }
}
