//! Calls of every function of the file library, to be made in hostile surroundings.

/// As `CALLS` of `planted_calls`, and before them.
pub(crate) const LIBRARY: &[(&str, &str)] = &[
    (
        "drive",
        "select id::text from share.drive_create('$account', 'described')",
    ),
    ("home", "select drive_id::text from share.file_get('$film')"),
    ("", "select from share.file_by_path('$home', '/film.mp4')"),
    (
        "choice",
        "select id::text from share.attribute_create('$drive', 'choice', 'multi_select', options => '[\"a\"]', add_new_options => true)",
    ),
    (
        "score",
        "select id::text from share.attribute_create('$home', 'score', 'int', default_value => '1', restrict_to_types => '{video}')",
    ),
    (
        "when",
        "select id::text from share.attribute_create('$home', 'day', 'datetime')",
    ),
    (
        "",
        "select id::text from share.attribute_create('$home', 'tags', 'multi_select', add_new_options => true)",
    ),
    (
        "option",
        "select id::text from share.attribute_option_add('$choice', 'b')",
    ),
    (
        "",
        "select from share.attribute_option_update('$option', '{\"name\": \"c\", \"ordinal\": 1}', '$choice')",
    ),
    (
        "",
        "select from share.attribute_update('$score', '{\"label\": \"Score\", \"default_value\": 2, \"restrict_to_types\": [\"video\", \"audio\"]}')",
    ),
    ("", "select from share.attribute_get('$score')"),
    (
        "",
        "select from share.attribute_list('$drive', with_archived => true)",
    ),
    (
        "",
        "select from share.attribute_value_set('$film', 'tags', '[\"a\", \"b\"]')",
    ),
    (
        "",
        "select from share.attribute_value_set_many('{$film}', '[{\"id\": \"score\", \"value\": 3}, {\"id\": \"day\", \"value\": \"2026-01-02\"}]')",
    ),
    ("", "select from share.attribute_value_list('$film')"),
    (
        "",
        "select from share.file_find('$home', '[{\"attribute\": \"score\", \"at_least\": 1}, {\"attribute\": \"tags\", \"is\": [\"a\", \"b\"]}, {\"attribute\": \"day\", \"at_most\": \"2026-02-01\"}]')",
    ),
];
