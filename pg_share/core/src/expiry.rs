//! When a signed URL ends: on a grid, so that equal viewers get equal URLs that caches can share.

use crate::claims::check_expiry;
use crate::error::ShareError;

const MICROS: i128 = 1_000_000;

/// Gives the end in Unix seconds: `now` (Unix microseconds) and the lifetime (seconds), rounded up to a whole
/// multiple of the grid (seconds), but not behind `latest` (Unix microseconds), which is rounded down.
///
/// The result may lie in the past when `latest` does.
///
/// # Errors
/// [`ShareError::InvalidExpiry`] for a lifetime or grid below one second, or an end outside the years that a
/// token can name.
pub fn expiry(now: i64, lifetime: i64, grid: i64, latest: Option<i64>) -> Result<i64, ShareError> {
    if lifetime < 1 || grid < 1 {
        return Err(ShareError::InvalidExpiry(
            "a lifetime and an expiry grid are at least one second",
        ));
    }
    let end = i128::from(now) + i128::from(lifetime) * MICROS;
    let step = i128::from(grid) * MICROS;
    // There is no stable div_ceil for signed integers.
    let steps = end.div_euclid(step) + i128::from(end.rem_euclid(step) != 0);
    let rounded = steps * i128::from(grid);
    let capped = latest.map_or(rounded, |latest| {
        rounded.min(i128::from(latest).div_euclid(MICROS))
    });
    let seconds = i64::try_from(capped).unwrap_or(i64::MAX);
    check_expiry(seconds)?;
    Ok(seconds)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::expiry;

    const NOW: i64 = 1_700_000_000;
    const MICROS: i64 = 1_000_000;

    #[test]
    fn the_end_lies_on_the_grid() {
        assert_eq!(expiry(NOW * MICROS, 60, 1, None), Ok(NOW + 60));
        assert_eq!(expiry(NOW * MICROS + 1, 60, 1, None), Ok(NOW + 61));
        assert_eq!(expiry(0, 90, 60, None), Ok(120));
        assert_eq!(expiry(0, 120, 60, None), Ok(120));
    }

    #[test]
    fn the_share_ends_no_later_than_its_own_end() {
        let latest = (NOW + 10) * MICROS + 999_999;
        assert_eq!(expiry(NOW * MICROS, 60, 86_400, Some(latest)), Ok(NOW + 10));
    }

    #[test]
    fn absurd_arguments_are_refused() {
        assert!(expiry(0, 0, 1, None).is_err());
        assert!(expiry(0, 1, 0, None).is_err());
        assert!(expiry(i64::MAX, i64::MAX, i64::MAX, None).is_err());
        assert!(expiry(i64::MIN, 1, 1, None).is_err());
    }

    proptest! {
        #[test]
        fn a_viewer_gets_at_least_the_lifetime_and_less_than_a_grid_more(
            now in 0..4_000_000_000_000_000_i64,
            lifetime in 1..31_536_000_i64,
            grid in 1..31_536_000_i64,
        ) {
            let end = expiry(now, lifetime, grid, None).unwrap();
            let wanted = now + lifetime * MICROS;
            prop_assert_eq!(end % grid, 0);
            prop_assert!(end * MICROS >= wanted);
            prop_assert!((end - grid) * MICROS < wanted);
        }

        #[test]
        fn a_cap_only_shortens(
            now in 0..4_000_000_000_000_000_i64,
            lifetime in 1..31_536_000_i64,
            grid in 1..31_536_000_i64,
            latest in MICROS..4_000_000_000_000_000_i64,
        ) {
            let free = expiry(now, lifetime, grid, None).unwrap();
            prop_assert_eq!(
                expiry(now, lifetime, grid, Some(latest)),
                Ok(free.min(latest / MICROS))
            );
        }

        #[test]
        fn a_later_request_never_ends_earlier(
            now in 0..4_000_000_000_000_000_i64,
            later in 0..100_000_000_i64,
            grid in 1..86_400_i64,
        ) {
            prop_assert!(expiry(now, 60, grid, None).unwrap() <= expiry(now + later, 60, grid, None).unwrap());
        }

        #[test]
        fn any_arguments_are_answered(now: i64, lifetime: i64, grid: i64, latest: Option<i64>) {
            let _ = expiry(now, lifetime, grid, latest);
        }
    }
}
