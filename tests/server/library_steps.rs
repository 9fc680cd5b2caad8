//! A call of every operation of the file library, in an order in which each finds what it needs.

/// The first column of what a statement returns is kept under its name, if it has one, and stands for `$name` in those that follow; `$film`, `$other`,
/// `$drive` and `$account` are there from the beginning.
pub(crate) const STEPS: &[(&str, &str)] = &[
    (
        "",
        "select from share.file_get('$film', drive_id => '$drive')",
    ),
    ("", "select from share.file_by_path('$drive', '/film.mp4')"),
    (
        "",
        "select from share.attribute_create('$drive', 'score', 'int')",
    ),
    (
        "",
        "select from share.attribute_value_set('$film', 'score', '3', '$drive')",
    ),
    (
        "",
        "select from share.attribute_value_set_many(array['$film', '$other']::uuid[], '[{\"id\": \"score\", \"value\": 4}]', drive_id => '$drive')",
    ),
    (
        "",
        "select from share.attribute_value_set_many(files_with_attributes => '[{\"file_id\": \"$film\", \"attributes\": [{\"id\": \"score\"}]}]')",
    ),
    (
        "",
        "select from share.attribute_value_list('$film', '$drive')",
    ),
    // Transcripts.
    (
        "",
        "select from share.utterance_put('$film', '[{\"start_ms\": 0, \"end_ms\": 900, \"text\": \"Good evening.\"}]', drive_id => '$drive')",
    ),
    (
        "",
        "select from share.utterance_list('$film', drive_id => '$drive')",
    ),
    (
        "",
        "select from share.transcript_segment_list('$film', drive_id => '$drive')",
    ),
    (
        "",
        "select from share.transcript_export('$film', 'srt', drive_id => '$drive')",
    ),
    (
        "export",
        "select token from share.export_token_issue('$film', 'transcript', drive_id => '$drive')",
    ),
    (
        "",
        "select from share.transcript_export('$film', export_token => '$export', drive_id => '$drive')",
    ),
    (
        "",
        "select from share.transcript_suggest('$film', drive_id => '$drive')",
    ),
    (
        "",
        "select from share.transcript_chat('$film', 'Who?', drive_id => '$drive')",
    ),
    (
        "",
        "select share.transcript_rerun('$film', drive_id => '$drive')",
    ),
];
