//! Properties over arbitrary input; the fuzz targets run the same functions.

mod properties {
    pub(crate) mod delivery;
    pub(crate) mod playlist;
    pub(crate) mod token;
}

use proptest::prelude::*;
use share_core::SCHEMES;
use share_core::options::{COMMON, OptionKind, OptionRule};

/// A value that an option may have, or one near to it.
fn value(rule: &OptionRule) -> BoxedStrategy<serde_json::Value> {
    match &rule.kind {
        OptionKind::Seconds(range) | OptionKind::Number(range) => {
            prop_oneof![range.clone(), Just(range.start() - 1), any::<i64>()]
                .prop_map(Into::into)
                .boxed()
        }
        OptionKind::Flag => any::<bool>().prop_map(Into::into).boxed(),
        OptionKind::Choice(words) => proptest::sample::select(words.to_vec())
            .prop_map(Into::into)
            .boxed(),
        OptionKind::Text { .. } => "[ -~]{0,40}|[a-z0-9]{1,16}|[a-z]+:///?[a-z]*"
            .prop_map(Into::into)
            .boxed(),
    }
}

/// Some options of one scheme.
fn options() -> impl Strategy<Value = String> {
    (0..SCHEMES.len())
        .prop_flat_map(|at| {
            let rules: Vec<_> = COMMON.iter().chain(SCHEMES[at].options()).collect();
            proptest::sample::subsequence(rules.clone(), 0..=rules.len().min(4))
        })
        .prop_flat_map(|rules| {
            rules
                .into_iter()
                .map(|rule| value(rule).prop_map(|value| (rule.name.to_owned(), value)))
                .collect::<Vec<_>>()
        })
        .prop_map(|members| {
            members
                .into_iter()
                .collect::<serde_json::Map<_, _>>()
                .into_iter()
                .collect::<serde_json::Value>()
                .to_string()
        })
}

/// A line as playlists have them, or nearly.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("#EXT-X-ENDLIST".to_owned()),
        "#EXTINF:[0-9]{1,2}(\\.[0-9]{1,7})?,[a-z]{0,3}",
        "#EXT-X-BYTERANGE:[0-9]{1,4}(@[0-9]{1,4})?",
        "#EXT-X-(MAP|KEY|MEDIA|PART|STREAM-INF|DATERANGE):[A-Z-]{1,8}=[a-z0-9]{0,4},URI=\"[a-z./%:]{0,12}\"",
        "#EXT-X-(MEDIA-SEQUENCE|DISCONTINUITY-SEQUENCE|TARGETDURATION):[0-9]{0,20}",
        "[a-z0-9./%:{$}-]{0,16}",
        "https?://(allowed|other)\\.example/[a-z/.]{0,8}",
        "#?.{0,20}",
    ]
}

proptest! {
    #[test]
    fn no_text_is_accepted_that_was_not_signed(text in ".{0,200}|[A-Za-z0-9_.=;?&/:%-]{0,200}|https://h\\.example/m/[A-Za-z0-9_.=;?&/%-]{0,200}") {
        properties::token::check(&text);
    }

    #[test]
    fn a_playlist_that_is_accepted_can_be_signed(lines in proptest::collection::vec(line(), 0..24), ends in "\r?\n") {
        properties::playlist::check(&format!("#EXTM3U{ends}{}", lines.join(&ends)));
    }

    #[test]
    fn a_delivery_that_is_accepted_signs_or_says_why_not(
        base_url in "https?://[a-z]{1,8}(\\.[a-z]{2,5})?(:[0-9]{2,4})?(/[a-z0-9._~*-]{1,6}){0,2}/?",
        options in options(),
        path in "[ -~é]{0,20}|([a-z0-9 ~*!,]{1,6}/){0,3}[a-z]{1,4}\\.[a-z0-9]{1,4}",
    ) {
        properties::delivery::check(&base_url, &options, &path);
    }
}
