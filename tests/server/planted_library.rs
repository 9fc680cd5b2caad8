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
    (
        "",
        "select from share.utterance_put('$film', '[{\"start_ms\": 0, \"end_ms\": 900, \"speaker\": \"Ada\", \"text\": \"Good evening at last.\"}]', 'en')",
    ),
    (
        "",
        "select from share.transcript_segment_put('$film', '[{\"start_ms\": 0, \"end_ms\": 900, \"text\": \"Good evening.\"}]')",
    ),
    ("", "select from share.transcript_get('$film')"),
    ("", "select from share.utterance_list('$film')"),
    ("", "select from share.transcript_segment_list('$film')"),
    (
        "",
        "select from share.transcript_search('evening or \"at last\"', '$film')",
    ),
    (
        "",
        "select from share.transcript_search('evening', account_id => '$account', cursor_file => '$film', cursor => 0)",
    ),
    (
        "export",
        "select token from share.export_token_issue('$film', 'transcript')",
    ),
    (
        "",
        "select from share.transcript_export('$film', 'srt', export_token => '$export')",
    ),
    ("", "select from share.transcript_suggest('$film')"),
    (
        "",
        "select from share.transcript_suggestion_put('$film', '{a,b,c}')",
    ),
    (
        "chat",
        "select id::text from share.transcript_chat('$film', 'When?')",
    ),
    (
        "",
        "select from share.transcript_answer_put('$chat', 'At [00:00].')",
    ),
    (
        "",
        "select from share.transcript_chat('$film', 'And then?')",
    ),
    ("", "select from share.transcript_chat_list('$film')"),
    ("", "select share.transcript_rerun('$film', 'de')"),
    (
        "second",
        "select id::text from share.file_create('$account', '/second.mp4', 'video')",
    ),
    // Beside the one plain link that the film may have.
    (
        "share",
        "select id::text from share.share_create('$film', recipients => '[{\"email\": \"bob@example.com\"}]', recipients_only => false)",
    ),
    (
        "visit",
        "select visit_token from share.share_open('$share', context => '$context')",
    ),
    (
        "",
        "select from share.preview_put('$film', '[{\"at_seconds\": 1, \"path\": \"previews/1.jpg\", \"width\": 9, \"height\": 9, \"region_x\": 0, \"region_y\": 0, \"region_width\": 9, \"region_height\": 9}]', replace => true)",
    ),
    (
        "",
        "select from share.preview_list('$film', visit_token => '$visit', context => '$context')",
    ),
    (
        "",
        "select from share.preview_storyboard('$film', visit_token => '$visit', context => '$context')",
    ),
    (
        "",
        "select from share.face_put('$film', '[{\"box_x\": 0, \"box_y\": 0, \"box_width\": 1, \"box_height\": 1, \"person\": \"x\"}]')",
    ),
    (
        "person",
        "select id::text from share.person_list('$account')",
    ),
    (
        "",
        "select from share.person_update('$person', '{\"name\": \"Ada\"}')",
    ),
    (
        "",
        "select from share.face_list('$film', visit_token => '$visit', context => '$context')",
    ),
    (
        "",
        "select from share.file_sign_download('$film', name => 'x.mp4', download => false)",
    ),
    (
        "",
        "select from share.file_sign_source('$film', collection_id => '$share')",
    ),
    ("", "select from share.clip_sign('$film', 1, 2)"),
    ("", "select from share.clip_request('$film', 1, 2)"),
    ("", "select from share.clip_request('$film', 1, 2)"),
    (
        "stack",
        "select share.stack_create(array['$film', '$second']::uuid[])::text",
    ),
    ("", "select from share.stack_list('$stack', '/')"),
    ("", "select share.stack_move('$film', 2)"),
    ("", "select share.stack_remove('$second')"),
    (
        "",
        "select share.stack_create(array['$film', '$second']::uuid[])",
    ),
    (
        "third",
        "select id::text from share.file_create('$account', '/third.mp4', 'video')",
    ),
    ("", "select share.stack_add('$third', '$film')"),
    ("", "select from share.drive_usage('$drive')"),
    ("", "select share.preview_delete('$film')"),
    (
        "comment",
        "select id::text from share.comment_add('$film', 'Too dark', 'https://app.example.com/REPLACE_COMMENT_ID_ON_SERVER', '{ada}', 1.5, 2, true, '{\"x\": 0.5, \"y\": 0.5}', '[{\"tool\": \"pen\", \"color\": \"#ff0000\", \"width\": 0.01, \"points\": [[0, 0]]}]')",
    ),
    (
        "reply",
        "select id::text from share.comment_reply('$film', '$comment', 'Is it?', is_public => false)",
    ),
    (
        "",
        "select from share.comment_update('$film', '$comment', 'Too dark here', '{}', at_seconds => -1)",
    ),
    (
        "",
        "select from share.comment_update('$film', '$reply', is_public => true)",
    ),
    ("", "select from share.comment_resolve('$film', '$comment')"),
    (
        "reaction",
        "select pg_catalog.jsonb_extract_path_text(c.reactions, '0', 'id') from share.comment_react('$film', '$reply', 'yes') c",
    ),
    (
        "",
        "select from share.comment_react('$film', '$reply', reaction_to_remove => '$reaction')",
    ),
    (
        "",
        "select from share.comment_export('$film', 'csv', '29.97df', '01:00:00:00', true)",
    ),
    (
        "",
        "select from share.comment_list('$film', near => 2, is_public => true, resolved => true, replies => 2)",
    ),
    (
        "",
        "select from share.comment_list('$film', thread => '$reply')",
    ),
    (
        "",
        "select from share.comment_list('$film', sort => 'at_seconds', cursor => '$reply')",
    ),
    (
        "",
        "select from share.comment_edit_list('$film', '$comment')",
    ),
    ("", "select from share.mentionable_user_list('$film', 'ad')"),
    ("", "select from share.comment_paste('$second', '$film')"),
    ("", "select from share.comment_delete('$film', '$reply')"),
];
