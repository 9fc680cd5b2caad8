//! Calls of every function of applications, to be made in hostile surroundings.

/// Calls of every function of an application, in an order in which each finds what it needs. The first column of what one returns
/// stands for `$name` in those that follow; nothing planted stands in the calls themselves.
pub(crate) const CALLS: &[(&str, &str)] = &[
    ("", "select share.ready()"),
    ("", "select from share.caller()"),
    ("", "select share.current_account()"),
    (
        "",
        "select share.share_state_at(null, null, null, null, null, null, null, null)",
    ),
    ("", "select from share.account_list()"),
    ("", "select from share.account_get('$account')"),
    (
        "",
        "select from share.account_update('$account', '{\"name\": \"Other\", \"policy\": {\"many_shares\": true, \"default_hours\": 24}}')",
    ),
    (
        "other",
        "select id::text from share.account_create('Third')",
    ),
    (
        "key_id",
        "select id::text from share.api_key_create('$account', 'reads', 'admin')",
    ),
    (
        "key",
        "select api_key from share.api_key_create('$account', 'writes', 'admin')",
    ),
    ("", "select from share.api_key_list('$account')"),
    ("", "select from share.api_key_revoke('$key_id')"),
    (
        "",
        "begin; select share.act_as('ada'); select from share.account_get('$account'); commit",
    ),
    (
        "",
        "begin; select from share.authenticate('$key'); select from share.share_list('$account'); select * from share.shares; commit",
    ),
    (
        "",
        "begin; select pg_catalog.set_config('request.jwt.claims', '{\"sub\": \"ada\"}', true); select from share.share_list('$account'); commit",
    ),
    (
        "",
        "select from share.member_add('$account', 'bob', name => 'Bob', email => 'bob@example.com')",
    ),
    (
        "",
        "select from share.member_update('$account', 'bob', '{\"role\": \"editor\"}')",
    ),
    ("", "select from share.member_list('$account')"),
    ("", "select from share.member_remove('$account', 'bob')"),
    (
        "drive",
        "select id::text from share.drive_create('$account', 'other')",
    ),
    (
        "",
        "select from share.drive_update('$drive', '{\"policy\": {\"many_shares\": true}}')",
    ),
    ("", "select from share.drive_list('$account')"),
    ("", "select from share.drive_get('$drive')"),
    (
        "",
        "select from share.file_create('$account', '/made.mp4', 'video')",
    ),
    (
        "",
        "select from share.file_put('$account', 'x-1', '/put.mp4', 'video')",
    ),
    (
        "put",
        "select id::text from share.file_put('$account', 'x-1', '/moved.mp4', 'video', duration_seconds => 9, metadata => '{\"a\": 1}')",
    ),
    ("", "select from share.file_get('$put')"),
    (
        "",
        "select from share.file_update('$put', '{\"path\": \"/again.mp4\"}')",
    ),
    (
        "",
        "select from share.file_list('$account', sort => 'filename')",
    ),
    (
        "proxy",
        "select id::text from share.origin_put('$film', 'proxy', 'proxies/film.mp4')",
    ),
    ("", "select from share.origin_list('$film')"),
    ("", "select from share.origin_delete('$proxy')"),
    (
        "",
        "select from share.playlist_put('$film', 'film/master.m3u8', '#EXTM3U\n#EXTINF:8,\n0.ts\n')",
    ),
    ("", "select from share.playlist_list('$film')"),
    (
        "segment",
        "select id::text from share.segment_create('$film', 1, 2)",
    ),
    ("", "select from share.segment_get('$segment')"),
    ("", "select from share.segment_list('$film')"),
    (
        "hook",
        "select id::text from share.webhook_create('$account', 'https://example.com/hook', '{share.*}')",
    ),
    (
        "",
        "select from share.webhook_update('$hook', '{\"kinds\": [\"*\"]}')",
    ),
    ("", "select from share.webhook_rotate('$hook')"),
    ("", "select from share.webhook_list('$account')"),
    (
        "",
        "select from share.share_ensure('$film', visibility => 'private')",
    ),
    (
        "private",
        "select id::text from share.share_ensure('$film', visibility => 'private')",
    ),
    (
        "share",
        "select id::text from share.share_create('$film', title => 'Film', owner_id => 'ada', recipients => '[{\"email\": \"bob@example.com\"}, {\"user_id\": \"eve\"}]', items => '[{\"file_id\": \"$put\"}, {\"drive_id\": \"$drive\", \"folder\": \"/a\"}]', password => 'open sesame', max_opens => 9, max_plays => 9, max_downloads => 9)",
    ),
    (
        "",
        "select from share.share_update('$share', '{\"recipients_only\": false, \"slug\": \"planted-slug\", \"watermark\": \"x\", \"terms\": \"Do not copy.\", \"terms_version\": \"1\", \"permissions\": [\"view\", \"download\"], \"restrictions\": {\"addresses\": [\"192.0.2.0/24\"], \"referrers\": [\"*.example.com\"], \"countries\": [\"DE\"], \"blocked_user_agents\": [\"curl\"]}}')",
    ),
    (
        "",
        "select from share.share_get('$share', 2, 3) g cross join lateral share.to_json(g)",
    ),
    (
        "",
        "select from share.share_list('$account', state => 'active')",
    ),
    (
        "",
        "select from share.share_search('$account', 'film', 'active', 'public', '$film', owner_id => 'ada', expires_after => 'yesterday', created_before => 'tomorrow', has_password => true)",
    ),
    (
        "",
        "select from share.share_search('$account', recipient => 'Bob@example.com', sort => 'expires')",
    ),
    (
        "",
        "select from share.share_search('$account', '$share', ids => array['$share']::uuid[], recipient => 'eve')",
    ),
    ("", "select from share.share_count('$account', 'x')"),
    ("", "select from share.file_search('film', '$account')"),
    (
        "",
        "select from share.file_search('/a', '$account', status => 'completed', media_type => 'video')",
    ),
    ("", "select share.share_list_json('$account')"),
    ("", "select share.share_full_json('$share')"),
    ("", "select share.share_page_url('$share')"),
    ("", "select from share.slug_list('$share')"),
    (
        "",
        "select from share.share_find('https://app.example.com/share/planted-slug')",
    ),
    ("", "select from share.share_reach('$share')"),
    ("", "select from share.share_delivery_schemes()"),
    ("url", "select url from share.share_sign_stream('$share')"),
    ("", "select from share.share_verify('$url')"),
    ("", "select from share.share_sign_download('$share')"),
    ("", "select from share.share_sign_preview('$share')"),
    (
        "",
        "select from share.share_sign_streams(array['$share']::uuid[])",
    ),
    (
        "",
        "select from share.share_sign_downloads(array['$share']::uuid[])",
    ),
    (
        "",
        "select from share.share_sign_previews(array['$share']::uuid[])",
    ),
    ("", "select from share.share_playlist('$share')"),
    (
        "extra",
        "select id::text from share.recipient_add('$share', email => 'zoe@example.com')",
    ),
    (
        "",
        "select from share.recipient_update('$extra', '{\"name\": \"Zoe\"}')",
    ),
    ("", "select from share.recipient_list('$share')"),
    (
        "link",
        "select pg_catalog.\"substring\"(share.recipient_link('$extra'), 'r=(.*)$')",
    ),
    (
        "item",
        "select id::text from share.item_add('$share', file_id => '$film', file_segment_id => '$segment')",
    ),
    ("", "select from share.item_move('$item', 1)"),
    ("", "select from share.item_list('$share')"),
    ("", "select from share.item_remove('$item')"),
    (
        "",
        "select from share.share_explain('planted-slug', context => '$context')",
    ),
    (
        "",
        "select from share.share_unlock('planted-slug', 'not this one', context => '$context')",
    ),
    (
        "",
        "select from share.share_lock_list(account_id => '$account')",
    ),
    (
        "visit",
        "select visit_token from share.share_unlock('planted-slug', 'open sesame', recipient_token => '$link', context => '$context')",
    ),
    (
        "visit",
        "select visit_token from share.share_open('planted-slug', visit_token => '$visit', context => '$context')",
    ),
    ("", "select from share.share_renew('$visit', '$context')"),
    (
        "",
        "select from share.share_play('$visit', context => '$context')",
    ),
    (
        "",
        "select from share.share_download('$visit', context => '$context')",
    ),
    (
        "",
        "select from share.share_items_public('planted-slug', '$visit', context => '$context')",
    ),
    ("", "select from share.share_link_preview('planted-slug')"),
    ("", "select share.share_embed_html('planted-slug')"),
    (
        "closed",
        "select id::text from share.share_create('$film', recipients => '[{\"email\": \"zoe@example.com\"}]', prove_email => true, watermark => 'For Zoe')",
    ),
    (
        "",
        "select from share.share_email_code_request('$closed', 'zoe@example.com', context => '$context')",
    ),
    (
        "",
        "select from share.share_email_prove('$closed', 'zoe@example.com', '000000', context => '$context')",
    ),
    (
        "",
        "select from share.access_request_create('$closed', 'yan@example.com', context => '$context')",
    ),
    (
        "request",
        "select id::text from share.access_request_list('$account')",
    ),
    ("", "select from share.access_request_refuse('$request')"),
    (
        "",
        "select from share.access_request_create('$closed', 'xan@example.com', context => '$context')",
    ),
    (
        "request",
        "select id::text from share.access_request_list('$account', state => 'pending')",
    ),
    ("", "select from share.access_request_approve('$request')"),
    ("", "select share.share_notify('$closed')"),
    ("", "select share.watermark_request('$closed')"),
    (
        "",
        "select from share.share_put('$film', '{\"id\": \"$closed\", \"name\": \"x\"}')",
    ),
    ("", "select from share.lookup_list('ShareTypes')"),
    ("", "select from share.permission_presets()"),
    ("", "select share.share_lock_clear('$share')"),
    ("", "select from share.share_usage('$share')"),
    ("", "select from share.share_usage_recipients('$share')"),
    ("", "select from share.account_usage('$account')"),
    ("", "select from share.recipient_remove('$extra')"),
    ("", "select share.event_redact('$extra', '$account')"),
    (
        "",
        "select from share.share_rotate('$share', grace => '1 hour')",
    ),
    ("", "select from share.slug_remove('planted-slug')"),
    (
        "",
        "select from share.share_extend('$share', duration_hours => 1)",
    ),
    ("", "select from share.share_disable('$share')"),
    ("", "select from share.share_enable('$share')"),
    (
        "",
        "select share.share_disable_all(account_id => '$account')",
    ),
    (
        "",
        "select share.share_enable_all(account_id => '$account')",
    ),
    (
        "",
        "select share.share_expire_all(account_id => '$account', visibility => 'private')",
    ),
    ("", "select from share.share_expire('$share')"),
    ("", "select from share.share_revoke('$share', 'over')"),
    (
        "",
        "select share.share_revoke_all('over', account_id => '$account')",
    ),
    (
        "",
        "select from share.share_change_some('revoke', '$account', 'film', reason => 'over')",
    ),
    ("", "select from share.share_delete('$private')"),
    ("", "select share.share_delete_for_owner('ada', '$account')"),
    ("", "select from share.event_list('$account')"),
    (
        "",
        "select from share.event_search('$account', '$share', kinds => '{share.*}', actor => 'x', actor_kind => 'user', address => '192.0.2.7', reason => 'x', is_bot => false, after => 'yesterday', before => 'tomorrow')",
    ),
    ("", "select from share.usage_overview('$account')"),
    (
        "",
        "select from share.share_top('opens', account_id => '$account')",
    ),
    ("", "select from share.server_overview()"),
    ("", "select from share.job_kinds()"),
    (
        "job",
        "select id::text from share.job_claim('{webhook}', 'me')",
    ),
    ("", "select from share.job_get('$job')"),
    ("", "select from share.job_webhook_request('$job', 'me')"),
    ("", "select from share.job_heartbeat('$job', 'me')"),
    (
        "",
        "select from share.job_fail('$job', 'me', 'no answer', retry => false)",
    ),
    ("", "select from share.job_retry('$job')"),
    ("", "select from share.job_list('$account')"),
    (
        "job",
        "select id::text from share.job_claim('{purge}', 'me')",
    ),
    ("", "select from share.job_done('$job', 'me')"),
    (
        "job",
        "select id::text from share.job_claim(worker => 'me')",
    ),
    (
        "",
        "select from share.job_fail('$job', 'me', 'no answer', retry => false)",
    ),
    ("", "select from share.job_drop('$job')"),
    ("", "select from share.webhook_delete('$hook')"),
    (
        "",
        "select from share.playlist_delete('$film', 'film/master.m3u8')",
    ),
    ("", "select from share.segment_delete('$segment')"),
    ("", "select from share.file_delete('$film')"),
];

/// What is known of a visitor's request.
pub(crate) const CONTEXT: &str = r#"{"address": "192.0.2.7", "referrer": "https://www.example.com/", "country": "DE", "user_agent": "Firefox", "terms_version": "1"}"#;
