//! How long the URLs of a delivery live: by its options, else by the server's settings, and never longer than the edge takes.

use crate::action::Action;
use crate::error::ShareError;
use crate::expiry::expiry;
use crate::options::Options;
use crate::scheme::Scheme;

/// A day: with it all viewers of a public share get the same URL, which caches can share.
const PUBLIC_GRID: i64 = 24 * 60 * 60;

/// How many grids a lifetime must leave room for: the end is rounded up to one, the time of signing down to one.
const ROUNDINGS: i64 = 2;

/// Holds lifetimes in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetimes {
    /// Streams and previews of private shares.
    pub private_stream: i64,
    /// Downloads and uploads of private shares.
    pub private_download: i64,
    /// All URLs of public shares.
    pub public: i64,
}

impl Lifetimes {
    /// Gives those of a delivery: what its options say, else `settings`, shortened to what the edge takes.
    #[must_use]
    pub fn of(scheme: &dyn Scheme, options: &Options, settings: Self) -> Self {
        let seconds = |option, setting, public| {
            options.seconds(option).unwrap_or_else(|| {
                let room = scheme
                    .longest_lifetime(options)
                    .map(|longest| longest - ROUNDINGS * (grid(scheme, options, public) - 1));
                room.map_or(setting, |room| setting.min(room).max(1))
            })
        };
        Self {
            private_stream: seconds("private_stream_ttl", settings.private_stream, false),
            private_download: seconds("private_download_ttl", settings.private_download, false),
            public: seconds("public_ttl", settings.public, true),
        }
    }

    /// Gives that of one kind of URL.
    #[must_use]
    pub const fn seconds(&self, public: bool, action: Action) -> i64 {
        match (public, action) {
            (true, _) => self.public,
            (false, Action::Download | Action::Upload) => self.private_download,
            (false, Action::Stream | Action::Preview) => self.private_stream,
        }
    }

    /// Gives the longest of them.
    #[must_use]
    pub fn longest(&self) -> i64 {
        self.private_stream
            .max(self.private_download)
            .max(self.public)
    }
}

/// Gives the seconds to a whole multiple of which times are rounded, so that equal viewers get equal URLs.
#[must_use]
pub fn grid(scheme: &dyn Scheme, options: &Options, public: bool) -> i64 {
    options.seconds("expiry_grid").unwrap_or_else(|| {
        if !public {
            return 1;
        }
        // A lifetime that is written down leaves the grid what is left of the edge's limit.
        let room = scheme
            .longest_lifetime(options)
            .map_or(PUBLIC_GRID, |longest| {
                options
                    .seconds("public_ttl")
                    .map_or(longest / (ROUNDINGS + 1), |ttl| {
                        (longest - ttl) / ROUNDINGS + 1
                    })
            });
        PUBLIC_GRID.min(room).max(1)
    })
}

/// Gives a time of signing in Unix seconds, rounded down to the grid.
#[must_use]
pub const fn signing_time(seconds: i64, grid: i64) -> i64 {
    if grid <= 1 {
        seconds
    } else {
        seconds - seconds.rem_euclid(grid)
    }
}

/// Gives the end in Unix seconds of a URL that is signed at `now` (Unix microseconds) for a lifetime (seconds): on the grid,
/// but no later than the edge takes.
///
/// # Errors
/// Those of [`expiry`].
pub fn end(
    scheme: &dyn Scheme,
    options: &Options,
    public: bool,
    lifetime: i64,
    now: i64,
) -> Result<i64, ShareError> {
    let grid = grid(scheme, options, public);
    let end = expiry(now, lifetime, grid)?;
    let signed_at = signing_time(now.div_euclid(1_000_000), grid);
    // A fraction of a second is rounded up at the end and down at the start.
    Ok(scheme
        .longest_lifetime(options)
        .map_or(end, |longest| end.min(signed_at.saturating_add(longest))))
}

/// Refuses lifetimes that the edge would not take, when they are written down.
///
/// # Errors
/// [`ShareError::InvalidOption`].
pub(crate) fn check(scheme: &dyn Scheme, options: &Options) -> Result<(), ShareError> {
    let Some(longest) = scheme.longest_lifetime(options) else {
        return Ok(());
    };
    let given = options.seconds("expiry_grid").unwrap_or(1);
    if given > longest / (ROUNDINGS + 1) {
        return Err(ShareError::InvalidOption {
            option: "expiry_grid",
            expected: format!(
                "at most {}, a third of what the edge takes",
                longest / (ROUNDINGS + 1)
            ),
        });
    }
    for (option, public) in [
        ("private_stream_ttl", false),
        ("private_download_ttl", false),
        ("public_ttl", true),
    ] {
        let room = longest - ROUNDINGS * (grid(scheme, options, public) - 1);
        if options
            .seconds(option)
            .is_some_and(|seconds| seconds > room)
        {
            return Err(ShareError::InvalidOption {
                option,
                expected: format!("at most {room}: with the expiry grid the edge takes no more"),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Lifetimes, check, end, grid, signing_time};
    use crate::options::Options;
    use crate::scheme::SCHEMES;

    const SETTINGS: Lifetimes = Lifetimes {
        private_stream: 43_200,
        private_download: 300,
        public: 604_800,
    };

    proptest! {
        #[test]
        fn no_url_lives_longer_than_its_edge_takes(now in 1_700_000_000_000_000_i64..1_900_000_000_000_000, public: bool) {
            for &scheme in SCHEMES {
                for text in ["{}", r#"{"private_stream_ttl": 3600}"#, r#"{"private_stream_ttl": 604800}"#] {
                    let Ok(options) = Options::parse(scheme, text) else {
                        continue;
                    };
                    let Some(longest) = scheme.longest_lifetime(&options) else {
                        continue;
                    };
                    if check(scheme, &options).is_err() {
                        continue;
                    }
                    let lifetimes = Lifetimes::of(scheme, &options, SETTINGS);
                    let grid = grid(scheme, &options, public);
                    let lifetime = if public { lifetimes.public } else { lifetimes.private_stream };
                    let end = end(scheme, &options, public, lifetime, now).unwrap();
                    prop_assert!(lifetime >= 60, "{}", scheme.name());
                    let lives = end - signing_time(now / 1_000_000, grid);
                    prop_assert!((lifetime..=longest).contains(&lives), "{} {lives}", scheme.name());
                }
            }
        }
    }

    #[test]
    fn a_time_of_signing_lies_on_the_grid_and_not_ahead() {
        assert_eq!(signing_time(1_700_000_123, 100), 1_700_000_100);
        assert_eq!(signing_time(1_700_000_123, 1), 1_700_000_123);
    }
}
