use proptest::prelude::*;
use unicode_security::{RestrictionLevel, RestrictionLevelDetection};

use super::{RESERVED, RULE, slug_normal, slug_skeleton};
use crate::error::ShareError;

fn normal(slug: &str) -> Option<String> {
    slug_normal(slug).ok()
}

#[test]
fn a_slug_is_in_lower_case_and_composed() {
    for (given, expected) in [
        ("Launch-Film-2026", "launch-film-2026"),
        ("CAFE\u{301}", "caf\u{e9}"),
        ("стрит-арт", "стрит-арт"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
        ("संस्कृत", "संस्कृत"),
        ("ภาพยนตร์ที่ดี", "ภาพยนตร์ที่ดี"),
        ("東京タワーの夜", "東京タワーの夜"),
        ("ソニー-walkman", "ソニー-walkman"),
        ("영화-trailer", "영화-trailer"),
        (
            "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}-a",
            "한국-a",
        ),
        ("فيلم-٢٠٢٦", "فيلم-٢٠٢٦"),
        ("straße", "straße"),
    ] {
        assert_eq!(slug_normal(given).as_deref(), Ok(expected), "{given}");
    }
}

#[test]
fn what_is_no_slug_is_refused() {
    for slug in [
        "",
        "ab",
        &"a".repeat(65),
        &"a".repeat(100_000),
        "-film",
        "film-",
        "my--film",
        "---",
        "my film",
        "my_film",
        "my.film",
        "film/1",
        "film%20",
        "film\0",
        "film\n",
        "fi\u{ad}lm",
        "fi\u{200b}lm",
        "fi\u{200d}lm",
        "fi\u{202e}lm",
        "fi\u{34f}lm",
        "film\u{fe0f}",
        "film🎬",
        "filmⅣ",
        "film²",
        "½film",
        "\u{301}film",
        "my-\u{301}film",
        "fi\u{327}\u{327}lm",
        "g\u{300}\u{301}\u{302}\u{303}\u{304}-film",
        "\u{1d41f}ilm",
        "ｆｉｌｍ",
        "\u{e000}film",
        "01234567-89ab-cdef-0123-456789abcdef",
        "01234567-89AB-CDEF-0123-456789ABCDEF",
        "0123456789abcdef0123456789abcdef",
    ] {
        assert!(
            matches!(slug_normal(slug), Err(ShareError::InvalidSlug(_))),
            "{slug:?}"
        );
    }
    assert!(slug_normal(&"é".repeat(64)).is_ok());
    assert!(slug_normal(&"e\u{301}".repeat(64)).is_ok());
}

#[test]
fn mixed_scripts_are_refused() {
    // The table of UTS #39 §5.1: Circle in Latin and in Cyrillic letters, and mixed in one word; the Japanese ones are single.
    assert!(normal("Circle").is_some());
    assert!(normal("СігсӀе").is_some());
    assert!(normal("Сirсlе").is_none());
    assert!(normal("Circ1e").is_some());
    assert!(normal("C𝗂𝗋𝖼𝗅𝖾").is_none());
    assert!(normal("ねガねガ").is_some());
    // §4: whole-script and mixed-script confusables.
    assert!(normal("ѕсоре").is_some());
    assert!(normal("pаypаl").is_none());
    assert!(normal("film-кино").is_none());
    assert!("a-b".check_restriction_level(RestrictionLevel::ASCIIOnly));
}

#[test]
fn reserved_words_and_what_looks_like_them_are_refused() {
    for word in RESERVED {
        assert!(normal(word).is_none(), "{word}");
        assert!(normal(&word.to_uppercase()).is_none(), "{word}");
        assert!(normal(&format!("{word}-2")).is_some(), "{word}");
        assert!(RULE.contains(word), "{word}");
    }
    // In Cyrillic letters alone, and with the digit.
    for word in ["арі", "l0gin", "1ogin", "adrnin"] {
        assert!(normal(word).is_none(), "{word}");
    }
}

#[test]
fn the_published_examples_of_confusables_have_one_skeleton() {
    // UTS #39 §4: two spellings of paypal, and the pairs that define the kinds of confusables.
    for (one, other) in [
        ("ρ⍺у𝓅𝒂ן", "paypal"),
        ("𝔭𝒶ỿ𝕡𝕒ℓ", "paypal"),
        ("pаypаl", "paypal"),
        ("ѕсоре", "scope"),
        ("so\u{337}s", "søs"),
    ] {
        assert_eq!(slug_skeleton(one), slug_skeleton(other), "{one}");
    }
    assert_ne!(slug_skeleton("paypal"), slug_skeleton("paypan"));
}

#[test]
fn slugs_that_look_alike_have_one_skeleton() {
    for (one, other) in [
        ("film-10", "film-lo"),
        ("film-2O26", "film-2o26"),
        ("modern", "rnodem"),
        ("caf\u{e9}", "cafe\u{301}"),
        ("ОСЕ", "oce"),
    ] {
        assert_eq!(slug_skeleton(one), slug_skeleton(other), "{one}");
    }
    assert_ne!(slug_skeleton("film-1"), slug_skeleton("film1"));
    assert_ne!(slug_skeleton("cafe"), slug_skeleton("caf\u{e9}"));
}

proptest! {
    #[test]
    fn a_normal_form_is_its_own(slug in "[a-zA-Z0-9À-ÿА-яΑ-ωأ-ي-]{1,20}|\\PC{0,12}|[\\p{L}\\p{M}\\p{Nd}-]{0,20}") {
        if let Some(first) = normal(&slug) {
            prop_assert_eq!(normal(&first), Some(first.clone()));
            prop_assert!(!first.chars().any(|character| character.is_control() || character.is_whitespace()));
        }
    }

    #[test]
    fn a_skeleton_is_its_own(slug in "[a-zA-Z0-9-]{0,20}|[\\p{L}\\p{M}\\p{Nd}-]{0,20}") {
        let first = slug_skeleton(&slug);
        prop_assert_eq!(slug_skeleton(&first), first);
    }

    #[test]
    fn a_skeleton_does_not_depend_on_composition(slug in "[a-zA-Z0-9À-ÿ-]{0,20}") {
        use unicode_normalization::UnicodeNormalization;
        let decomposed: String = slug.nfd().collect();
        prop_assert_eq!(slug_skeleton(&decomposed), slug_skeleton(&slug));
    }

    #[test]
    fn any_text_is_answered(slug: String) {
        let _ = slug_normal(&slug);
        let _ = slug_skeleton(&slug);
    }
}
