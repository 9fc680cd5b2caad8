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
    // Previews, faces, clips, downloads, stacks.
    (
        "",
        "select share.preview_put('$film', '[{\"path\": \"previews/1.jpg\", \"at_seconds\": 1}]')",
    ),
    (
        "",
        "select url from share.preview_list('$film', drive_id => '$drive') where url is not null",
    ),
    (
        "",
        "select share.face_put('$film', '[{\"box_x\": 0, \"box_y\": 0, \"box_width\": 1, \"box_height\": 1}]')",
    ),
    (
        "",
        "select from share.face_list('$film', drive_id => '$drive')",
    ),
    (
        "",
        "select from share.clip_sign('$film', 1, 2, drive_id => '$drive')",
    ),
    (
        "",
        "select from share.clip_request('$film', 1, 2, drive_id => '$drive')",
    ),
    (
        "",
        "select from share.file_sign_download('$film', 'SOURCE', name => 'film.mp4', download => false, drive_id => '$drive')",
    ),
    (
        "",
        "select from share.file_sign_source('$film', name => 'film.mp4', drive_id => '$drive')",
    ),
    (
        "collection",
        "select id::text from share.share_create('$film')",
    ),
    (
        "",
        "select from share.file_sign_source('$film', collection_id => '$collection')",
    ),
    (
        "stack",
        "select share.stack_create(array['$film', '$other']::uuid[], drive_id => '$drive')::text",
    ),
    (
        "",
        "select from share.stack_list('$stack', directory_path => '/', drive_id => '$drive')",
    ),
    (
        "third",
        "select id::text from share.file_create('$account', '/third.mp4', 'video')",
    ),
    (
        "",
        "select share.stack_add('$third', target_file_id => '$film', drive_id => '$drive')",
    ),
    (
        "",
        "select share.stack_move('$third', new_stack_number => 1, drive_id => '$drive')",
    ),
    (
        "",
        "select share.stack_remove('$third', drive_id => '$drive')",
    ),
    ("", "select from share.drive_usage('$drive')"),
    // Comments.
    (
        "kid",
        "select kid from share.signing_key_import('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'AWS4-HMAC-SHA256', kid => 'aws')",
    ),
    (
        "",
        "select from share.delivery_create('$account', 'uploads', 's3', 'https://uploads.example.com', '$kid', '{upload}')",
    ),
    (
        "image",
        "select id::text from share.attachment_begin('$film', 'still.png', 'image/png', 5)",
    ),
    (
        "",
        "select from share.attachment_complete('$film', '$image')",
    ),
    (
        "token",
        "select share.token_issue(share.token_key(), 'attachment', '$image', now() + interval '1 minute')",
    ),
    (
        "",
        "select from share.thumbnail_set('$film', '$token', drive_id => '$drive')",
    ),
    ("", "select from share.thumbnail_reset('$film')"),
    (
        "comment",
        "select id::text from share.comment_add('$film', 'Too dark', 'https://app.example.com/REPLACE_COMMENT_ID_ON_SERVER', '{ada}', 1.5, 2, true, '{\"x\": 0.5, \"y\": 0.5}', null, array['$token'])",
    ),
    (
        "reply",
        "select id::text from share.comment_reply('$film', '$comment', 'Is it?')",
    ),
    (
        "",
        "select from share.comment_update('$film', '$comment', 'Too dark here', at_seconds => -1)",
    ),
    ("", "select from share.comment_resolve('$film', '$comment')"),
    (
        "",
        "select from share.comment_react('$film', '$reply', 'yes')",
    ),
    ("", "select from share.comment_list('$film', replies => 2)"),
    ("", "select from share.attachment_list('$film', '$comment')"),
    (
        "",
        "select from share.comment_edit_list('$film', '$comment')",
    ),
    ("", "select from share.mentionable_user_list('$film')"),
    ("", "select from share.comment_paste('$other', '$film')"),
    (
        "export",
        "select token from share.export_token_issue('$film', 'comments')",
    ),
    (
        "",
        "select from share.comment_export('$film', 'fcpxml', export_token => '$export', drive_id => '$drive')",
    ),
    ("", "select from share.comment_delete('$film', '$comment')"),
];
