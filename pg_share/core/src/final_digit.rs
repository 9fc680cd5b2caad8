//! Paths that stand directly before a number in a signed text, where one text could be read as two URLs.
//!
//! The signature of `/v` until 11700000000 is that of `/v1` until 1700000000. It must never be two paths that differ by
//! digits at the end which are both signed; the ends of the usual media files are worth an exception.

use crate::error::ShareError;

/// Extensions that may end a path although they end in a digit, and what must not end one for it.
const MEDIA: [(&str, &str); 3] = [("m3u8", "m3u"), ("mp3", "mp"), ("mp4", "mp")];

/// Refuses a path that ends in a digit, but for the extensions `m3u8`, `mp3` and `mp4`; in return `m3u` and `mp` are
/// refused, so that no two accepted paths differ by digits at the end alone.
///
/// # Errors
/// [`ShareError::InvalidMediaPath`].
pub fn check_final_digit(path: &str) -> Result<(), ShareError> {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let reason = if path.ends_with(|last: char| last.is_ascii_digit()) {
        if MEDIA
            .iter()
            .any(|(whole, _)| extension.eq_ignore_ascii_case(whole))
        {
            return Ok(());
        }
        "ends in a digit that could be read as part of the expiry; of these only .m3u8, .mp3 and .mp4 are signed"
    } else {
        if !MEDIA
            .iter()
            .any(|(_, stem)| extension.eq_ignore_ascii_case(stem))
        {
            return Ok(());
        }
        "ends in .m3u or .mp, which could be read as .m3u8, .mp3 or .mp4"
    };
    Err(ShareError::InvalidMediaPath {
        path: path.to_owned(),
        reason,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MEDIA, check_final_digit};

    #[test]
    fn media_files_pass_and_other_digits_do_not() {
        for path in [
            "a/film.mp4",
            "a/FILM.MP4",
            "a/v.m3u8",
            "b.mp3",
            "a/1.ts",
            "a/é",
            "1/a",
        ] {
            assert!(check_final_digit(path).is_ok(), "{path}");
        }
        for path in [
            "a/v1",
            "a/film.mp47",
            "a/film.m3u",
            "film.mp",
            "a/1",
            "a.mp4/1",
            "a/mp4",
            "a/x.h264",
        ] {
            assert!(check_final_digit(path).is_err(), "{path}");
        }
    }

    #[test]
    fn what_stands_for_an_extension_is_what_is_left_of_it() {
        for (whole, stem) in MEDIA {
            assert_eq!(
                whole.trim_end_matches(|last: char| last.is_ascii_digit()),
                stem
            );
        }
    }

    proptest! {
        #[test]
        fn no_two_accepted_paths_differ_by_digits_alone(
            path in "[a-z1]{0,3}(/[a-z.1]{1,4})?[.]?(m3u8|mp4|mp3|m3u|mp|ts|mp44|x)?",
            digits in "[0-9]{1,3}",
        ) {
            let both = check_final_digit(&path).is_ok() && check_final_digit(&format!("{path}{digits}")).is_ok();
            prop_assert!(!both);
        }
    }
}
