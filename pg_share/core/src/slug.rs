//! Slugs: addresses of shares that people choose and read, in one form each and told apart by how they look (UTS #39).
//!
//! Letters are those of the tables of Unicode that the crates bring, so a later version may take more of them.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_security::RestrictionLevel::HighlyRestrictive;
use unicode_security::{RestrictionLevelDetection, skeleton};
use uuid::Uuid;

use crate::error::ShareError;

/// The accepted lengths in characters of the normal form.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=64;

/// The greatest length in bytes that is looked at: room for 64 characters that NFC composes of several.
const MAX_BYTES: usize = 1024;

/// The most marks that follow each other (UTS #39 §5.4).
const MOST_MARKS: usize = 4;

/// What an application has at the top of its own addresses, where it may put slugs too: a share of this name would hide that page, or
/// look like it.
const RESERVED: [&str; 8] = [
    "admin", "api", "assets", "embed", "login", "logout", "share", "static",
];

/// What a slug is, for hints.
pub(crate) const RULE: &str = "a slug has 3 to 64 letters and digits of one script with single hyphens between them, is no UUID and none of admin, api, assets, embed, login, logout, share, static";

/// Gives the normal form of a slug: NFC and lower case.
///
/// It has letters (L), digits (Nd), marks (M) that NFC leaves behind a letter, and single hyphens between them, is highly restrictive
/// in the sense of UTS #39 §5.2 (one script, or Latin with those of Chinese, Japanese or Korean; no character outside of the
/// General Security Profile), does not read as a UUID, and looks like none of the reserved words.
///
/// # Errors
/// [`ShareError::InvalidSlug`], which names the rule.
pub fn slug_normal(slug: &str) -> Result<String, ShareError> {
    if slug.len() > MAX_BYTES {
        return Err(ShareError::InvalidSlug("has more than 64 characters"));
    }
    let normal = lower(&slug.nfc().collect::<String>());
    check_characters(&normal)?;
    let reason = if !LENGTHS.contains(&normal.chars().count()) {
        "has not 3 to 64 characters"
    } else if normal.starts_with('-') || normal.ends_with('-') || normal.contains("--") {
        "has a hyphen at the start, at the end or beside another one"
    } else if !normal.check_restriction_level(HighlyRestrictive) {
        "mixes scripts, or has a letter that is in no modern use"
    } else if Uuid::try_parse(&normal).is_ok() {
        "reads as a UUID"
    } else if is_reserved(&normal) {
        "is a reserved word, or looks like one"
    } else {
        return Ok(normal);
    };
    Err(ShareError::InvalidSlug(reason))
}

/// Gives what slugs that look alike have in common: the skeleton of UTS #39 §4 in lower case. It is to be compared and not shown.
#[must_use]
pub fn slug_skeleton(slug: &str) -> String {
    let mut found = slug.to_owned();
    // What becomes lower case can have a prototype of its own: 0 looks like O, which then is o.
    for _ in 0..4 {
        let next = lower(&skeleton(&found).collect::<String>());
        if next == found {
            break;
        }
        found = next;
    }
    found
}

/// Lower case in NFC, which a changed letter and its mark may need anew.
fn lower(text: &str) -> String {
    text.to_lowercase().nfc().collect()
}

fn check_characters(normal: &str) -> Result<(), ShareError> {
    let mut marks = 0;
    let mut previous = '-';
    for character in normal.chars() {
        let group = character.general_category_group();
        let is_mark = group == GeneralCategoryGroup::Mark;
        let is_plain = group == GeneralCategoryGroup::Letter
            || character.general_category() == GeneralCategory::DecimalNumber
            || character == '-';
        if !is_mark && !is_plain {
            return Err(ShareError::InvalidSlug(
                "has a character that is no letter, digit or hyphen",
            ));
        }
        marks = if is_mark { marks + 1 } else { 0 };
        if is_mark && (previous == '-' || previous == character || marks > MOST_MARKS) {
            return Err(ShareError::InvalidSlug(
                "has a mark without a letter, twice, or with too many others",
            ));
        }
        previous = character;
    }
    Ok(())
}

fn is_reserved(normal: &str) -> bool {
    let skeleton = slug_skeleton(normal);
    RESERVED.iter().any(|word| slug_skeleton(word) == skeleton)
}

#[cfg(test)]
#[path = "slug_tests.rs"]
mod tests;
