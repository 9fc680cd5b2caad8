//! Calls of every function of operators, to be made in hostile surroundings.

/// Those that applications may not call, and what operators leave out the account of.
pub(crate) const OPERATORS: &[(&str, &str)] = &[
    ("", "select from share.signing_key_create(reveal => true)"),
    ("kid", "select kid from share.signing_key_rotate('$kid')"),
    ("", "select from share.signing_key_export('$kid', 'jwk')"),
    (
        "imported",
        "select kid from share.signing_key_import('c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U')",
    ),
    ("", "select from share.signing_key_revoke('$imported')"),
    ("", "select from share.signing_key_list()"),
    (
        "",
        "select from share.delivery_create('$account', 'spare', 'uri_signing', 'https://spare.example.com', '$kid')",
    ),
    ("", "select from share.delivery_get('$account', 'spare')"),
    ("", "select from share.delivery_list('$account')"),
    (
        "",
        "select from share.delivery_update('$account', 'edge', '{\"options\": {}}')",
    ),
    (
        "",
        "select from share.delivery_test('edge', 'film/master.m3u8', account_id => '$account')",
    ),
    (
        "aws",
        "select kid from share.signing_key_import('AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'AWS4-HMAC-SHA256', kid => 'planted-aws', encoding => 'text')",
    ),
    (
        "",
        "select from share.delivery_create('$account', 'bucket', 's3', 'https://bucket.example.com', '$aws', '{upload}', '{\"region\": \"eu-central-1\"}')",
    ),
    (
        "",
        "select from share.origin_sign_upload('$film', 'uploads/film.mp4', delivery => 'bucket')",
    ),
    (
        "comment",
        "select id::text from share.comment_add('$film', 'Too dark')",
    ),
    (
        "image",
        "select pg_catalog.concat_ws(' ', id, attachment_token) from share.attachment_begin('$film', 'still.png', 'image/png', 5, '$comment')",
    ),
    (
        "",
        "select from share.attachment_complete('$film', pg_catalog.split_part('$image', ' ', 1)::uuid)",
    ),
    ("", "select from share.attachment_list('$film', '$comment')"),
    (
        "",
        "select from share.thumbnail_set('$film', pg_catalog.split_part('$image', ' ', 2))",
    ),
    ("", "select from share.thumbnail_reset('$film')"),
    ("", "select from share.delivery_delete('$account', 'spare')"),
    ("", "select from share.signing_key_reach('$kid')"),
    ("", "select from share.share_list()"),
    ("", "select from share.share_search(visibility => 'public')"),
    (
        "",
        "select from share.share_change_some('disable', \"text\" => 'film')",
    ),
    ("", "select from share.event_search(descending => false)"),
    ("", "select from share.file_search('film')"),
    ("", "select from share.usage_overview()"),
    ("", "select from share.share_top('refusals')"),
    ("", "select from share.server_overview()"),
    ("", "select from share.job_maintain()"),
    ("", "select from share.event_maintain()"),
    ("", "select from share.doctor()"),
    ("", "select from share.metrics_read()"),
    ("", "select share.migrate()"),
];
