//! When a signed URL ends: on a grid, so that equal viewers get equal URLs that caches can share.

use crate::claims::check_expiry;
use crate::error::ShareError;

const MICROS: i128 = 1_000_000;

/// Gives the end in Unix seconds: `now` (Unix microseconds) and the lifetime (seconds), rounded up to a whole
/// multiple of the grid (seconds).
///
/// # Errors
/// [`ShareError::InvalidExpiry`] for a lifetime or grid below one second, or an end outside the years that a
/// token can name.
pub fn expiry(now: i64, lifetime: i64, grid: i64) -> Result<i64, ShareError> {
    if lifetime < 1 || grid < 1 {
        return Err(ShareError::InvalidExpiry(
            "a lifetime and an expiry grid are at least one second",
        ));
    }
    let end = i128::from(now) + i128::from(lifetime) * MICROS;
    let step = i128::from(grid) * MICROS;
    // There is no stable div_ceil for signed integers.
    let steps = end.div_euclid(step) + i128::from(end.rem_euclid(step) != 0);
    let seconds = i64::try_from(steps * i128::from(grid)).unwrap_or(i64::MAX);
    check_expiry(seconds)?;
    Ok(seconds)
}

/// Gives an end (Unix seconds) that does not lie behind `latest` (Unix microseconds), which is rounded down; it may lie in
/// the past when that does.
///
/// # Errors
/// [`ShareError::InvalidExpiry`] for an end outside the years that a token can name.
pub fn capped_expiry(end: i64, latest: i64) -> Result<i64, ShareError> {
    let capped = end.min(latest.div_euclid(1_000_000));
    check_expiry(capped)?;
    Ok(capped)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{capped_expiry, expiry};

    const NOW: i64 = 1_700_000_000;
    const MICROS: i64 = 1_000_000;

    #[test]
    fn the_end_lies_on_the_grid() {
        assert_eq!(expiry(NOW * MICROS, 60, 1), Ok(NOW + 60));
        assert_eq!(expiry(NOW * MICROS + 1, 60, 1), Ok(NOW + 61));
        assert_eq!(expiry(0, 90, 60), Ok(120));
        assert_eq!(expiry(0, 120, 60), Ok(120));
    }

    #[test]
    fn a_share_ends_no_later_than_its_own_end() {
        let latest = (NOW + 10) * MICROS + 999_999;
        assert_eq!(capped_expiry(NOW + 60, latest), Ok(NOW + 10));
        assert_eq!(capped_expiry(NOW + 10, latest), Ok(NOW + 10));
        assert_eq!(capped_expiry(NOW + 9, latest), Ok(NOW + 9));
        assert!(capped_expiry(NOW, i64::MIN).is_err());
    }

    #[test]
    fn absurd_arguments_are_refused() {
        assert!(expiry(0, 0, 1).is_err());
        assert!(expiry(0, 1, 0).is_err());
        assert!(expiry(i64::MAX, i64::MAX, i64::MAX).is_err());
        assert!(expiry(i64::MIN, 1, 1).is_err());
    }

    proptest! {
        #[test]
        fn a_viewer_gets_at_least_the_lifetime_and_less_than_a_grid_more(
            now in 0..4_000_000_000_000_000_i64,
            lifetime in 1..31_536_000_i64,
            grid in 1..31_536_000_i64,
        ) {
            let end = expiry(now, lifetime, grid).unwrap();
            let wanted = now + lifetime * MICROS;
            prop_assert_eq!(end % grid, 0);
            prop_assert!(end * MICROS >= wanted);
            prop_assert!((end - grid) * MICROS < wanted);
        }
    }
}
