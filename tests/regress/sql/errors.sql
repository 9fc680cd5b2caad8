-- Each kind of refusal once, with its code, message, detail and hint.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select id as share from share.share_create(file_id => :'file') \gset

-- 22023: a bad or missing argument, an unknown key.
select * from test.refused('select share.share_create(file_id => null)');
select * from test.refused(format('select share.share_update(%L, ''{"colour": 1}'')', :'share'));
select * from test.refused(format('select share.share_create(file_id => %L, metadata => ''[1]'')', :'file'));
select id as image from share.file_create(account_id => :'account', path => '/still.png', media_type => 'image') \gset
select * from test.refused(format('select share.share_create(file_id => %L)', :'image'));
select * from test.refused(format('select share.origin_put(file_id => %L, kind => ''master'', path => ''x'')', :'file'));
select * from test.refused(format('select share.delivery_create(account_id => %L, name => ''x'', scheme => ''jwt'', base_url => ''https://x'', kid => %L)', :'account', :'kid'));
select * from test.refused(format('select share.delivery_create(account_id => %L, name => ''x'', scheme => ''uri_signing'', base_url => ''https://u:p@x'', kid => %L)', :'account', :'kid'));
select * from test.refused(format('select share.delivery_create(account_id => %L, name => ''x'', scheme => ''uri_signing'', base_url => ''https://x'', kid => %L, options => ''{"ttl": 5}'')', :'account', :'kid'));
select * from test.refused(format('select share.delivery_create(account_id => %L, name => ''x'', scheme => ''nginx_secure_link'', base_url => ''https://x'', kid => %L)', :'account', :'kid'));
select * from test.refused(format('select share.account_update(%L, ''{"stream_delivery": "none"}'')', :'account'));
select * from test.refused('select share.signing_key_create(algorithm => ''none'')');
select * from test.refused('select share.signing_key_import(''too short'')');
select * from test.refused(format('select share.signing_key_export(%L, ''der'')', :'kid'));
-- A stream's signature opens its directory: nothing else may lie there, whichever comes first.
select * from test.refused(format('select share.origin_put(file_id => %L, kind => ''source'', path => ''film/original.mp4'')', :'file'));
select test.rule(format('select share.origin_put(file_id => %L, kind => ''proxy'', path => ''film/deep/er/proxy.mp4'')', :'file'));
select test.rule(format('select share.origin_put(file_id => %L, kind => ''stream'', path => ''originals/master.m3u8'')', :'file'));
select id as second_file from share.file_create(account_id => :'account', path => '/second.mp4', media_type => 'video') \gset
select test.rule(format('select share.origin_put(file_id => %L, kind => ''stream'', path => %L)', :'second_file', path)) from unnest(array['film/other.m3u8', 'film/second/master.m3u8']) path;
select path from share.origin_put(file_id => :'second_file', kind => 'stream', path => 'film2/master.m3u8');
select path from share.origin_put(file_id => :'second_file', kind => 'source', path => 'filmed.mp4');
-- A whole file's stream may hold its segments' streams, not the other way round; a poster is not the original.
select path from share.origin_put(file_id => :'file', file_segment_id => :'segment', kind => 'stream', path => 'film/cut/master.m3u8');
select test.rule(format('select share.origin_put(file_id => %L, file_segment_id => %L, kind => ''stream'', path => %L)', :'file', :'segment', path)) from unnest(array['film/cut.m3u8', 'film/master.m3u8']) path;
select test.rule(format('select share.origin_put(file_id => %L, kind => ''stream'', path => ''film/cut/master.m3u8'')', :'file'));
select path from share.origin_put(file_id => :'file', kind => 'stream', path => 'film/master.m3u8');
select test.rule(format('select share.origin_put(file_id => %L, kind => ''thumbnail'', path => ''originals/film.mp4'')', :'file'));
select path from share.origin_put(file_id => :'file', kind => 'thumbnail', path => 'film/poster.jpg');
-- Nor does one account reach another's objects where both are served from one place; elsewhere their paths are their own.
select path from share.origin_put(file_id => :'other_file', kind => 'source', path => 'originals/film.mp4');
select object from share.origin_list(:'other_file') o, share.origin_delete(o.id);
select name from share.delivery_create(account_id => :'other_account', name => 'edge', scheme => 'uri_signing', base_url => 'https://cdn.example.com', kid => :'kid');
select * from test.refused(format('select share.origin_put(file_id => %L, kind => ''source'', path => ''originals/film.mp4'')', :'other_file'));
select test.rule(format('select share.origin_put(file_id => %L, kind => %L, path => %L)', :'other_file', kind, path)) from (values ('stream', 'originals/master.m3u8'), ('thumbnail', 'film/720p/frame.jpg'), ('stream', 'film/x/master.m3u8')) v(kind, path);
-- Base URLs one below the other would name an object twice.
select * from test.refused(format('select share.delivery_create(account_id => %L, name => ''x'', scheme => ''uri_signing'', base_url => ''https://cdn.example.com/film'', kid => %L)', :'account', :'kid'));
select name from share.delivery_create(account_id => :'account', name => 'deep', scheme => 'uri_signing', base_url => 'https://other.example.com/a/b', kid => :'kid');
begin;
select test.rule(format('select share.delivery_update(%L, ''edge'', %L)', :'account', jsonb_build_object('base_url', 'https://other.example.com' || path))) from unnest(array['/a', '', '/a/b/c', '/a/bc']) path;
rollback;
select * from test.refused(format('select share.delivery_update(%L, ''edge'', ''{"uses": ["stream"]}'')', :'account'));
-- 23514: a rule of a table.
select code, message, "constraint" from test.refused(format('select share.segment_create(file_id => %L, start_time => 5, end_time => 9)', :'file'));
select code, message, "constraint" from test.refused(format('select share.file_create(account_id => %L, path => ''no slash'', media_type => ''video'')', :'account'));
select code, message, "constraint" from test.refused(format('select share.share_update(%L, ''{"title": "a\u0007b"}'')', :'share'));
-- 22P02, 22007, 22008, 22003: text that is nothing of the kind or out of range, in PostgreSQL's own words.
select code, message from test.refused('select share.share_get(''x'')');
select code, message from test.refused(format('select share.share_create(file_id => %L, visibility => ''open'')', :'file'));
select code, message from test.refused('select share.share_list(created_after => ''yesterdays'')');
select code, message from test.refused('select share.share_list(created_after => ''2026-13-01'')');
select code, message from test.refused(format('select share.file_update(%L, ''{"bytes": 1e30}'')', :'file'));
-- PT401: nobody signed in.
set role share_user;
select * from test.refused(format('select share.share_get(%L)', :'share'));
reset role;
-- 42501: not allowed.
begin;
select user_id from share.member_add(account_id => :'account', user_id => 'vera', role => 'viewer');
set local role share_app;
select share.act_as('vera');
select * from test.refused(format('select share.share_delete(%L)', :'share'));
rollback;
-- PT404: missing, or not yours, which look the same.
select * from test.refused(format('select share.share_get(%L)', :'nowhere'));
select * from test.refused(format('select share.share_get(%L, account_id => %L)', :'share', :'other_account'));
select * from test.refused(format('select share.share_create(file_id => %L, file_segment_id => %L)', :'other_file', :'segment'));
select code, message from test.refused(format('select share.account_get(%L)', :'nowhere'));
select code, message from test.refused(format('select share.member_update(%L, ''bob'', ''{}'')', :'account'));
select code, message from test.refused(format('select share.segment_get(%L)', :'nowhere'));
select * from test.refused(format('select share.drive_get(%L)', :'nowhere'));
select code, message from test.refused(format('select share.origin_delete(%L)', :'nowhere'));
select code, message from test.refused(format('select share.delivery_get(%L, ''none'')', :'account'));
select code, message from test.refused('select share.signing_key_revoke(''none'')');
select code, message from test.refused(format('select share.file_create(account_id => %L, drive_id => %L, path => ''/x'', media_type => ''video'')', :'account', :'nowhere'));
-- 23505: exists already, with the existing id.
select * from test.refused(format('select share.share_create(file_id => %L)', :'file'));
select * from test.refused(format('select share.file_create(account_id => %L, path => ''/launch/film.mp4'', media_type => ''video'')', :'account'));
select id as ignored from share.file_put(account_id => :'account', external_id => 'one', path => '/one.mp4', media_type => 'video') \gset
select * from test.refused(format('select share.file_create(account_id => %L, external_id => ''one'', path => ''/two.mp4'', media_type => ''video'')', :'account'));
select * from test.refused(format('select share.file_update(%L, ''{"path": "/one.mp4"}'')', :'file'));
select * from test.refused(format('select share.member_add(account_id => %L, user_id => ''ada'')', :'account'));
select * from test.refused(format('select share.drive_create(account_id => %L, name => ''default'')', :'account'));
select code, message, hint, "constraint" from test.refused(format('select share.signing_key_create(kid => %L)', :'kid'));
select * from test.refused(format('select share.delivery_create(account_id => %L, name => ''edge'', scheme => ''uri_signing'', base_url => ''https://x'', kid => %L)', :'account', :'kid'));
select * from test.refused(format('select share.delivery_create(account_id => %L, name => ''edge2'', scheme => ''uri_signing'', base_url => ''https://cdn.example.com/'', kid => %L)', :'account', :'kid'));
-- 23503: still in use.
select * from test.refused(format('select share.delivery_delete(%L, ''edge'')', :'account'));
-- PT410: over.
update share.share set expires_at = now() where share_id = :'share';
select * from test.refused(format('select share.share_sign_download(%L)', :'share'));
-- PT413: too large.
select * from test.refused(format('select share.share_create(file_id => %L, title => repeat(''x'', 501))', :'file'));
select * from test.refused(format('select share.share_create(file_id => %L, metadata => jsonb_build_object(''x'', repeat(''x'', 1048576)))', :'file'));
-- 25006: a write where only reading is possible.
begin read only;
select code, message from test.refused(format('select share.share_create(file_id => %L)', :'file'));
select state from share.share_get(:'share');
rollback;
-- 55000: no tables, or those of another version.
begin;
update share.schema_info set version = 999;
select * from test.refused(format('select share.share_get(%L)', :'share'));
select * from test.refused('select share.migrate()');
rollback;
begin;
alter table share.schema_info rename to moved;
select * from test.refused(format('select share.share_get(%L)', :'share'));
rollback;
-- 55000 also for a key that is not in the state that the call needs.
select code, message from test.refused((select format('select share.signing_key_rotate(%L)', kid) from share.signing_key_revoke(:'kid')));

-- Limits that who runs the server has set.
set pg_share.title_max_length = 10;
set pg_share.metadata_max_bytes = 20;
select * from test.refused(format('select share.share_create(%L, title => ''Eleven char'')', :'file'));
select * from test.refused(format('select share.share_create(%L, metadata => ''{"key": "a long value"}'')', :'file'));
select title from share.share_create(:'file', title => 'Ten chars.', visibility => 'private');
reset pg_share.title_max_length;
reset pg_share.metadata_max_bytes;
