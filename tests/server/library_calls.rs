//! How each function of the file library is called by the holder of a link.

/// A call of each function that visitors may make, in the order of the alphabet: `FILE` is the film of the share, `VISIT` and `CONTEXT` are
/// the visitor's. Other ids need not lead anywhere: a gate stands before what is looked for.
pub(crate) const LIBRARY_CALLS: &[(&str, &str)] = &[
    (
        "attribute_value_list",
        "share.attribute_value_list(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "attribute_value_set",
        "share.attribute_value_set(FILE, 'none', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "attribute_value_set_many",
        "share.attribute_value_set_many(array[FILE]::uuid[], '[{\"id\": \"none\"}]', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "export_token_issue",
        "share.export_token_issue(FILE, 'transcript', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "clip_request",
        "share.clip_request(FILE, 1, 2, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "clip_sign",
        "share.clip_sign(FILE, 1, 2, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "face_list",
        "share.face_list(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "attachment_begin",
        "share.attachment_begin(FILE, 'a.png', 'image/png', 5, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "attachment_complete",
        "share.attachment_complete(FILE, gen_random_uuid(), visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "attachment_list",
        "share.attachment_list(FILE, gen_random_uuid(), visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "comment_add",
        "share.comment_add(FILE, 'x', guest_name => 'Gus', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "comment_delete",
        "share.comment_delete(FILE, gen_random_uuid(), visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "comment_export",
        "share.comment_export(FILE, 'csv', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "comment_list",
        "share.comment_list(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "comment_paste",
        "share.comment_paste(FILE, FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "comment_react",
        "share.comment_react(FILE, gen_random_uuid(), 'x', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "comment_reply",
        "share.comment_reply(FILE, gen_random_uuid(), 'x', guest_name => 'Gus', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "comment_resolve",
        "share.comment_resolve(FILE, gen_random_uuid(), visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "comment_update",
        "share.comment_update(FILE, gen_random_uuid(), 'x', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "file_by_path",
        "share.file_by_path(DRIVE, '/gated.mp4', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "file_get",
        "share.file_get(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "transcript_chat",
        "share.transcript_chat(FILE, 'Who?', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "transcript_chat_list",
        "share.transcript_chat_list(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "transcript_export",
        "share.transcript_export(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "transcript_get",
        "share.transcript_get(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "transcript_search",
        "share.transcript_search('word', FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "transcript_segment_list",
        "share.transcript_segment_list(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "transcript_suggest",
        "share.transcript_suggest(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "utterance_list",
        "share.utterance_list(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "file_sign_download",
        "share.file_sign_download(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "file_sign_source",
        "share.file_sign_source(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "preview_list",
        "share.preview_list(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "preview_storyboard",
        "share.preview_storyboard(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "stack_list",
        "share.stack_list(FILE, '/', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "mentionable_user_list",
        "share.mentionable_user_list(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
];
