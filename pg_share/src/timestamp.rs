//! Between `timestamptz` and Unix time.

use pgrx::datum::TimestampWithTimeZone;
use pgrx::pg_sys;

/// Microseconds from 1970-01-01 to `PostgreSQL`'s epoch, 2000-01-01.
const EPOCH_GAP: i64 = 946_684_800_000_000;

/// Gives Unix microseconds; the infinities become the ends of the range.
pub(crate) fn unix_micros(time: TimestampWithTimeZone) -> i64 {
    pg_sys::TimestampTz::from(time).saturating_add(EPOCH_GAP)
}

/// Gives Unix seconds, rounded down.
pub(crate) fn unix_seconds(time: TimestampWithTimeZone) -> i64 {
    unix_micros(time).div_euclid(1_000_000)
}

/// Gives the time of Unix seconds; none outside what `PostgreSQL` can hold.
pub(crate) fn from_unix_seconds(seconds: i64) -> Option<TimestampWithTimeZone> {
    let micros = seconds.checked_mul(1_000_000)?.checked_sub(EPOCH_GAP)?;
    TimestampWithTimeZone::try_from(micros).ok()
}
