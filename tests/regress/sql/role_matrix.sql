-- Who may call what: each function that anyone may call, by each kind of caller. ok, none (no row), or the SQLSTATE.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- What the calls are about: the words in capitals below stand for it.
select count((share.member_add(:'account', r::text, role => r)).user_id) from unnest(enum_range(null::share.member_role)) r;
create role regress_matrix_editor;
grant share_user to regress_matrix_editor;
select role from share.member_add(:'account', 'database', role => 'editor', database_role => 'regress_matrix_editor');
select user_id from share.member_add(:'other_account', 'outsider', role => 'owner');
select id as share, stream_url from share.share_create(:'file', visibility => 'private') \gset
select id as origin from share.origin_put(:'file', 'proxy', 'proxies/film.mp4') \gset
select id as api_key_id, api_key from share.api_key_create(:'account', 'matrix') \gset
select segments from share.transcript_segment_put(:'file', '[{"start_ms": 0, "end_ms": 900, "text": "Good evening."}]');
select path from share.playlist_put(:'file', 'film/master.m3u8', e'#EXTM3U\n#EXTINF:8,\na.ts\n');
select kid from share.signing_key_import('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'AWS4-HMAC-SHA256', kid => 'aws');
select name from share.delivery_create(:'account', 'bucket', 's3', 'https://bucket.s3.example.com', 'aws', '{upload}');
-- A share with all that can hang on one, its visit, and a share whose jobs stand in each state.
select id as open_share from share.share_create(:'file', visibility => 'public', slug => 'premiere', watermark => 'For Zoe', max_plays => 100, items => jsonb_build_array(jsonb_build_object('file_id', :'file', 'file_segment_id', :'segment')),
    recipients => '[{"user_id": "zoe"}]', recipients_only => false) \gset
select id as recipient, regexp_replace(share.recipient_link(id), '^.*r=', '') as token from share.recipient_list(:'open_share') \gset
select visit_token as visit from share.share_open(:'open_share', recipient_token => :'token') \gset
select has_password from share.share_update(:'share', '{"password": "open sesame"}');
select reason from share.share_unlock(:'open_share', 'wrong password');
begin;
select share.act_as('ada');
select reason from share.share_unlock(:'share', 'wrong password');
commit;
select id as item from share.item_list(:'open_share') \gset
select id as webhook from share.webhook_create(:'account', 'https://hooks.example.com/', '{webhook.none}') \gset
select count(share.share_disable(:'open_share')) + count(share.share_enable(:'open_share')) + count(share.share_disable(:'open_share')) + count(share.share_enable(:'open_share'))
    + count(share.share_disable(:'open_share')) + count(share.share_enable(:'open_share')) as changes;
select id as job from share.job_claim(worker => 'w') \gset
select id as dead_job from share.job_claim(worker => 'w') \gset
select state from share.job_fail(:'dead_job', 'w', 'no', false);
select share.webhook_enqueue(:'account', share.new_id(), 'webhook.none', now());
select id as webhook_job from share.job_claim('{webhook}', worker => 'w') \gset
select id as closed_share from share.share_create(:'file', recipients => '[{"email": "zoe@example.com"}]') \gset
select granted from share.access_request_create(:'closed_share', email => 'yan@example.com');
select id as request from share.access_request_list(:'account') \gset
select id as attribute from share.attribute_create((select d.drive_id from share.file_get(:'file') d), 'score', 'int') \gset
select id as choice, options[1].id as option from share.attribute_create((select d.drive_id from share.file_get(:'file') d), 'choice', 'multi_select', options => '["a"]') \gset
select filename from share.attribute_value_set(:'file', 'score', '2');
select utterances from share.utterance_put(:'file', '[{"start_ms": 0, "end_ms": 900, "text": "Good evening."}]');
begin;
select share.act_as('editor');
select id as chat from share.transcript_chat(:'file', 'Who?') \gset
commit;
select share.preview_put(:'file', '[{"path": "previews/sheet.jpg"}]');
select share.face_put(:'file', '[{"box_x": 0, "box_y": 0, "box_width": 1, "box_height": 1, "person": "x"}]');
select id as person from share.person_list(:'account') \gset
select id as lone from share.file_create(:'account', '/lone.mp4', 'video') \gset
select id as version from share.file_create(:'account', '/v1.mp4', 'video') \gset
select share.stack_create(array[:'version', (select id from share.file_create(:'account', '/v2.mp4', 'video'))]::uuid[]) as stack \gset
select id as comment from share.comment_add(:'file', 'Nice') \gset
select content from share.comment_update(:'file', :'comment', 'Very nice');
select state from share.attachment_begin(:'file', 'a.png', 'image/png', 5, :'comment') b, share.attachment_complete(:'file', b.id);
set role share_app;
select id as attachment, attachment_token from share.attachment_begin(:'file', 'own.png', 'image/png', 5) \gset
select state from share.attachment_complete(:'file', :'attachment');
reset role;
select id as second_file from share.file_create(:'account', '/launch/second.mp4', 'video') \gset
create table test.word (word text, value text);
insert into test.word values ('ACCOUNT', :'account'), ('FILE', :'file'), ('SEGMENT', :'segment'), ('SHARE', :'share'), ('ORIGIN', :'origin'),
    ('OPENED', :'open_share'), ('CLOSED', :'closed_share'), ('REQUEST', :'request'), ('VISIT', :'visit'), ('RECIPIENT', :'recipient'), ('ITEM', :'item'), ('DRIVE', (select d.drive_id::text from share.file_get(:'file') d)), ('CHAT', :'chat'), ('WEBHOOKJOB', :'webhook_job'), ('HOOK', :'webhook'), ('RUNNING', :'job'), ('DEAD', :'dead_job'),
    ('ATTRIBUTE', :'attribute'), ('CHOICE', :'choice'), ('OPTION', :'option'), ('APIKEYID', :'api_key_id'), ('APIKEY', :'api_key'), ('KID', :'kid'), ('URL', :'stream_url'),
    ('PERSON', :'person'), ('LONE', :'lone'), ('VERSION', :'version'), ('STACK', :'stack'),
    ('SECOND', :'second_file'), ('COMMENT', :'comment'), ('ATTACHMENT', :'attachment'), ('IMAGE', :'attachment_token');

-- One call of each function, with what it needs to succeed.
create table test.call (n integer generated always as identity, name text, arguments text);
insert into test.call (name, arguments) values
    ('ready', ''),
    ('caller', ''),
    ('authenticate', $$'APIKEY'$$),
    ('current_account', ''),
    ('share_state_at', 'null, null, null, null, null, null, null, now()'),
    ('share_delivery_schemes', ''),
    ('to_json', $$jsonb_populate_record(null::share.share_details, '{}')$$),
    ('act_as', $$'ada'$$),
    ('migrate', ''),
    ('doctor', ''),
    ('metrics_read', ''),
    ('event_maintain', ''),
    ('job_maintain', ''),
    ('publication_create', ''),
    ('account_create', $$'Third'$$),
    ('account_list', ''),
    ('account_get', $$'ACCOUNT'$$),
    ('account_update', $$'ACCOUNT', '{"name": "Acme"}'$$),
    ('member_list', $$'ACCOUNT'$$),
    ('member_add', $$'ACCOUNT', 'carl'$$),
    ('member_update', $$'ACCOUNT', 'viewer', '{"name": "Vera"}'$$),
    ('member_remove', $$'ACCOUNT', 'commenter'$$),
    ('api_key_list', $$'ACCOUNT'$$),
    ('api_key_create', $$'ACCOUNT', 'another'$$),
    ('api_key_revoke', $$'APIKEYID'$$),
    ('drive_list', $$'ACCOUNT'$$),
    ('drive_get', $$'DRIVE'$$),
    ('drive_create', $$'ACCOUNT', 'archive'$$),
    ('drive_update', $$'DRIVE', '{"policy": null}'$$),
    ('file_list', $$'ACCOUNT'$$),
    ('file_search', $$'film', 'ACCOUNT'$$),
    ('file_get', $$'FILE'$$),
    ('file_find', $$'DRIVE', '[{"attribute": "score", "at_least": 1}]'$$),
    ('attribute_create', $$'DRIVE', 'other', 'str'$$),
    ('attribute_get', $$'ATTRIBUTE'$$),
    ('attribute_list', $$'DRIVE'$$),
    ('attribute_update', $$'ATTRIBUTE', '{"label": "x"}'$$),
    ('attribute_option_add', $$'CHOICE', 'x'$$),
    ('attribute_option_update', $$'OPTION', '{"color": "red"}', 'CHOICE'$$),
    ('attribute_value_list', $$'FILE'$$),
    ('attribute_value_set', $$'FILE', 'score', '3'$$),
    ('attribute_value_set_many', $$'{FILE}', '[{"id": "score", "value": 4}]'$$),
    ('file_by_path', $$'DRIVE', '/launch/film.mp4'$$),
    ('file_create', $$'ACCOUNT', '/new.mp4', 'video'$$),
    ('file_put', $$'ACCOUNT', 'x-1', '/put.mp4', 'video'$$),
    ('file_update', $$'FILE', '{"metadata": {}}'$$),
    ('file_delete', $$'FILE'$$),
    ('transcript_get', $$'FILE'$$),
    ('utterance_list', $$'FILE'$$),
    ('transcript_segment_list', $$'FILE'$$),
    ('transcript_search', $$'evening', 'FILE'$$),
    ('transcript_export', $$'FILE'$$),
    ('transcript_suggest', $$'FILE'$$),
    ('transcript_chat', $$'FILE', 'Where?'$$),
    ('transcript_chat_list', $$'FILE'$$),
    ('export_token_issue', $$'FILE', 'transcript'$$),
    ('utterance_put', $$'FILE', '[]'$$),
    ('transcript_segment_put', $$'FILE', '[{"start_ms": 0, "end_ms": 900, "text": "Good evening."}]'$$),
    ('transcript_rerun', $$'FILE'$$),
    ('transcript_suggestion_put', $$'FILE', '{a,b,c}'$$),
    ('transcript_answer_put', $$'CHAT', 'Ada.'$$),
    ('comment_list', $$'FILE'$$),
    ('comment_export', $$'FILE', 'edl'$$),
    ('comment_edit_list', $$'FILE', 'COMMENT'$$),
    ('attachment_list', $$'FILE', 'COMMENT'$$),
    ('comment_add', $$'FILE', 'x'$$),
    ('comment_reply', $$'FILE', 'COMMENT', 'x'$$),
    ('comment_resolve', $$'FILE', 'COMMENT'$$),
    ('comment_react', $$'FILE', 'COMMENT', 'x'$$),
    ('comment_paste', $$'SECOND', 'FILE'$$),
    ('attachment_begin', $$'FILE', 'a.png', 'image/png', 5$$),
    ('mentionable_user_list', $$'FILE'$$),
    ('attachment_complete', $$'FILE', 'ATTACHMENT'$$),
    ('comment_update', $$'FILE', 'COMMENT', is_public => true$$),
    ('comment_delete', $$'FILE', 'COMMENT'$$),
    ('thumbnail_set', $$'FILE', 'IMAGE'$$),
    ('thumbnail_reset', $$'FILE'$$),
    ('segment_list', $$'FILE'$$),
    ('segment_get', $$'SEGMENT'$$),
    ('segment_create', $$'FILE', 1, 2$$),
    ('segment_delete', $$'SEGMENT'$$),
    ('origin_list', $$'FILE'$$),
    ('origin_put', $$'FILE', 'proxy', 'proxies/film.webm'$$),
    ('origin_sign_upload', $$'FILE', 'incoming/film.mp4', delivery => 'bucket'$$),
    ('origin_delete', $$'ORIGIN'$$),
    ('playlist_list', $$'FILE'$$),
    ('playlist_put', $$'FILE', 'film/other.m3u8', e'#EXTM3U\n#EXTINF:8,\nb.ts\n'$$),
    ('playlist_delete', $$'FILE', 'film/master.m3u8'$$),
    ('share_list', $$'ACCOUNT'$$),
    ('share_list_json', $$'ACCOUNT'$$),
    ('share_search', $$'ACCOUNT'$$),
    ('share_count', $$'ACCOUNT'$$),
    ('share_get', $$'SHARE'$$),
    ('share_page_url', $$'SHARE'$$),
    ('share_playlist', $$'SHARE'$$),
    ('share_sign_stream', $$'SHARE'$$),
    ('share_sign_download', $$'SHARE'$$),
    ('share_sign_preview', $$'SHARE'$$),
    ('share_sign_streams', $$'{SHARE}'$$),
    ('share_sign_downloads', $$'{SHARE}'$$),
    ('share_sign_previews', $$'{SHARE}'$$),
    ('share_verify', $$'URL'$$),
    ('share_create', $$'FILE'$$),
    ('share_ensure', $$'FILE', visibility => 'private'$$),
    ('share_update', $$'SHARE', '{"title": "x"}'$$),
    ('share_put', $$'FILE', '{"id": "OPENED", "name": "x"}'$$),
    ('share_notify', $$'OPENED', emails => '{yan@example.com}'$$),
    ('watermark_request', $$'OPENED'$$),
    ('share_extend', $$'SHARE', duration_code => '1d'$$),
    ('share_rotate', $$'SHARE'$$),
    ('share_revoke', $$'SHARE'$$),
    ('share_disable', $$'SHARE'$$),
    ('share_enable', $$'SHARE'$$),
    ('share_expire', $$'SHARE'$$),
    ('share_revoke_all', $$account_id => 'ACCOUNT'$$),
    ('share_disable_all', $$account_id => 'ACCOUNT'$$),
    ('share_enable_all', $$account_id => 'ACCOUNT'$$),
    ('share_expire_all', $$account_id => 'ACCOUNT'$$),
    ('share_change_some', $$'revoke', 'ACCOUNT'$$),
    ('share_delete_for_owner', $$'zoe', 'ACCOUNT'$$),
    ('share_delete', $$'SHARE'$$),
    ('share_full_json', $$'SHARE'$$),
    ('share_find', $$'URL'$$),
    ('share_reach', $$'SHARE'$$),
    ('share_lock_list', $$'SHARE'$$),
    ('share_lock_clear', $$'SHARE'$$),
    ('recipient_list', $$'OPENED'$$),
    ('recipient_add', $$'OPENED', email => 'yan@example.com'$$),
    ('recipient_update', $$'RECIPIENT', '{"name": "Zoe"}'$$),
    ('recipient_link', $$'RECIPIENT'$$),
    ('recipient_remove', $$'RECIPIENT'$$),
    ('access_request_list', $$'ACCOUNT'$$),
    ('access_request_approve', $$'REQUEST'$$),
    ('access_request_refuse', $$'REQUEST'$$),
    ('item_list', $$'OPENED'$$),
    ('item_add', $$'OPENED', drive_id => 'DRIVE', folder => '/'$$),
    ('item_move', $$'ITEM', 1$$),
    ('item_remove', $$'ITEM'$$),
    ('slug_list', $$'OPENED'$$),
    ('slug_remove', $$'premiere'$$),
    ('share_open', $$'OPENED'$$),
    ('share_unlock', $$'OPENED', 'some password'$$),
    ('share_renew', $$'VISIT'$$),
    ('share_explain', $$'OPENED'$$),
    ('share_play', $$'VISIT'$$),
    ('share_download', $$'VISIT'$$),
    ('share_email_code_request', $$'OPENED', 'yan@example.com'$$),
    ('share_email_prove', $$'OPENED', 'yan@example.com', '000000'$$),
    ('access_request_create', $$'CLOSED', 'xan@example.com'$$),
    ('share_items_public', $$visit_token => 'VISIT'$$),
    ('share_link_preview', $$'OPENED'$$),
    ('share_embed_html', $$'OPENED'$$),
    ('preview_put', $$'FILE', '[{"path": "previews/a.jpg"}]'$$),
    ('preview_list', $$'FILE'$$),
    ('preview_storyboard', $$'FILE'$$),
    ('preview_delete', $$'FILE'$$),
    ('face_put', $$'FILE', '[]'$$),
    ('face_list', $$'FILE', visit_token => 'VISIT'$$),
    ('person_list', $$'ACCOUNT'$$),
    ('person_update', $$'PERSON', '{"name": "Ada"}'$$),
    ('file_sign_download', $$'FILE'$$),
    ('file_sign_source', $$'FILE'$$),
    ('clip_sign', $$'FILE', 1, 2$$),
    ('clip_request', $$'FILE', 1, 2$$),
    ('stack_create', $$array['FILE', 'LONE']::uuid[]$$),
    ('stack_list', $$'STACK', '/'$$),
    ('stack_add', $$'LONE', 'VERSION'$$),
    ('stack_move', $$'VERSION', 2$$),
    ('stack_remove', $$'VERSION'$$),
    ('drive_usage', $$'DRIVE'$$),
    ('share_usage', $$'OPENED'$$),
    ('share_usage_recipients', $$'OPENED'$$),
    ('account_usage', $$'ACCOUNT'$$),
    ('usage_overview', $$'ACCOUNT'$$),
    ('share_top', $$'refusals', account_id => 'ACCOUNT'$$),
    ('server_overview', ''),
    ('event_list', $$'ACCOUNT'$$),
    ('event_search', $$'ACCOUNT'$$),
    ('event_redact', $$'RECIPIENT', 'ACCOUNT'$$),
    ('lookup_list', $$'ShareTypes'$$),
    ('permission_presets', ''),
    ('job_kinds', ''),
    ('job_list', $$'ACCOUNT'$$),
    ('job_get', $$'DEAD'$$),
    ('job_retry', $$'DEAD'$$),
    ('job_drop', $$'DEAD'$$),
    ('job_claim', ''),
    ('job_heartbeat', $$'RUNNING', 'w'$$),
    ('job_done', $$'RUNNING', 'w'$$),
    ('job_fail', $$'RUNNING', 'w', 'no'$$),
    ('job_webhook_request', $$'WEBHOOKJOB', 'w'$$),
    ('webhook_list', $$'ACCOUNT'$$),
    ('webhook_create', $$'ACCOUNT', 'https://hooks.example.com/more', '{share.*}'$$),
    ('webhook_update', $$'HOOK', '{"kinds": ["share.*"]}'$$),
    ('webhook_rotate', $$'HOOK'$$),
    ('webhook_delete', $$'HOOK'$$),
    ('delivery_list', $$'ACCOUNT'$$),
    ('delivery_get', $$'ACCOUNT', 'edge'$$),
    ('delivery_create', $$'ACCOUNT', 'new', 'uri_signing', 'https://new.example.com', 'KID'$$),
    ('delivery_update', $$'ACCOUNT', 'edge', '{"options": {}}'$$),
    ('delivery_delete', $$'ACCOUNT', 'bucket'$$),
    ('delivery_test', $$'edge', 'film/master.m3u8', account_id => 'ACCOUNT'$$),
    ('signing_key_list', ''),
    ('signing_key_reach', $$'KID'$$),
    ('signing_key_create', ''),
    ('signing_key_import', $$repeat('0123456789abcdef', 4)$$),
    ('signing_key_rotate', $$'KID'$$),
    ('signing_key_export', $$'KID', 'jwk'$$),
    ('signing_key_revoke', $$'KID'$$);

-- Who calls: the database role, and what is said or set before.
create table test.who (n integer generated always as identity, name text, role name, first text);
insert into test.who (name, role, first) values
    ('operator', 'share_admin', null),
    ('service', 'share_app', null),
    ('service in the account', 'share_app', $$select share.act_as(account_id => 'ACCOUNT')$$),
    ('owner', 'share_app', $$select share.act_as('owner')$$),
    ('admin', 'share_app', $$select share.act_as('admin')$$),
    ('editor', 'share_app', $$select share.act_as('editor')$$),
    ('commenter', 'share_app', $$select share.act_as('commenter')$$),
    ('viewer', 'share_app', $$select share.act_as('viewer')$$),
    ('outsider', 'share_app', $$select share.act_as('outsider')$$),
    ('API key, editor', 'share_user', $$select share.authenticate('APIKEY')$$),
    ('database role, editor', 'regress_matrix_editor', null),
    ('gateway, editor', 'share_user', $$select set_config('request.jwt.claims', '{"sub": "editor"}', true)$$),
    ('gateway, nobody', 'share_user', $$select set_config('request.jwt.claims', '{"role": "share_user"}', true)$$),
    ('visitor', 'share_visitor', null);

create function test.filled(statement text) returns text
language plpgsql as $$
declare
    w test.word;
begin
    for w in select t.* from test.word t order by length(t.word) desc loop
        statement := replace(statement, w.word, w.value);
    end loop;
    return statement;
end
$$;
-- All is undone afterwards: the call, who one is, and the role.
create function test.outcome(role name, first text, statement text) returns text
language plpgsql as $$
declare
    rows bigint;
begin
    perform set_config('role', role, true);
    if first is not null then
        execute first;
    end if;
    execute statement;
    get diagnostics rows = row_count;
    raise exception using errcode = 'ROLLB', message = case when rows = 0 then 'none' else 'ok' end;
exception when others then
    return case when sqlstate = 'ROLLB' then sqlerrm else sqlstate end;
end
$$;
create table test.result as
select c.n, c.name, w.n as who_n, w.name as who, test.outcome(w.role, test.filled(w.first), test.filled(format('select from share.%I(%s)', c.name, c.arguments))) as outcome
from test.call c cross join test.who w
order by c.n, w.n;

-- A function that someone may call and that has no line above, or the other way round: none.
select p.proname from pg_proc p
where p.pronamespace = 'share'::regnamespace and exists (select from aclexplode(p.proacl) a where a.grantee <> p.proowner)
except select c.name from test.call c;
select c.name from test.call c
except select p.proname from pg_proc p where p.pronamespace = 'share'::regnamespace and exists (select from aclexplode(p.proacl) a where a.grantee <> p.proowner);
-- A call that nobody could make would prove nothing of the others: none, but for what is left to superusers and what has nothing to do.
select r.name from test.result r where r.name not in ('publication_create', 'event_maintain') group by r.name having bool_and(r.outcome <> 'ok');

\pset tuples_only on
select r.name || ': ' || string_agg(r.outcome, ' ' order by r.who_n) from test.result r group by r.n, r.name order by r.n;
-- The same as a table, with functions that answer alike in one row: README.md has it.
select '| may call | ' || string_agg(w.name, ' | ' order by w.n) || e' |\n|' || repeat(' --- |', 1 + count(*)::integer) from test.who w;
select '| ' || string_agg('`' || l.name || '`', ' ' order by l.n) || ' | ' || l.line || ' |'
from (
    select r.n, r.name, string_agg(r.outcome, ' | ' order by r.who_n) as line from test.result r group by r.n, r.name
) l
group by l.line
order by min(l.n);
\pset tuples_only off
drop owned by regress_matrix_editor;
drop role regress_matrix_editor;
