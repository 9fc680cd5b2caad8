//! Short codes that a person copies from a mail; what makes them safe is how few tries there are.

/// How many codes there are.
const CODES: u32 = 1_000_000;

/// The greatest multiple of [`CODES`] that 32 bits hold: above it, some codes would come up more often than others.
const FAIR: u32 = u32::MAX - u32::MAX % CODES;

/// Gives the six digits of a code for 32 random bits; none for the few that would make it unfair, where others are to be asked for.
#[must_use]
pub fn code_from_random(random: u32) -> Option<String> {
    (random < FAIR).then(|| format!("{:06}", random % CODES))
}

#[cfg(test)]
mod tests {
    use super::{CODES, FAIR, code_from_random};

    #[test]
    fn a_code_has_six_digits() {
        assert_eq!(code_from_random(0).as_deref(), Some("000000"));
        assert_eq!(code_from_random(42).as_deref(), Some("000042"));
        assert_eq!(code_from_random(CODES + 7).as_deref(), Some("000007"));
    }

    #[test]
    fn each_code_stands_for_equally_many_numbers() {
        assert_eq!(FAIR % CODES, 0);
        assert!(u64::from(FAIR) + u64::from(CODES) > 1 << 32);
        assert_eq!(code_from_random(FAIR - 1).as_deref(), Some("999999"));
        assert_eq!(code_from_random(FAIR), None);
        assert_eq!(code_from_random(u32::MAX), None);
    }
}
