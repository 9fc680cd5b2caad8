\set ECHO none
-- What most files start from: an account with a film, its origins and a delivery, and a function that shows errors.
set timezone = 'UTC';
set datestyle = 'ISO';
set intervalstyle = 'postgres';
set pg_share.link_base_url = 'https://app.example.com';
create schema test;
grant usage on schema test to public;
-- Runs a statement that should fail and shows how; ids are masked, since they differ from run to run.
create function test.refused(statement text, out code text, out message text, out detail text, out hint text, out "constraint" text)
language plpgsql as $$
begin
    execute statement;
    message := 'no error';
exception when others then
    get stacked diagnostics code = returned_sqlstate, message = message_text, detail = pg_exception_detail,
        hint = pg_exception_hint, "constraint" = constraint_name;
    detail := regexp_replace(detail, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', '<uuid>', 'g');
end
$$;
-- Only the code and the name of the rule.
create function test.rule(statement text) returns text
language sql as $$ select concat_ws(' ', r.code, nullif(r."constraint", ''), nullif(r.message, case when r.code is not null then r.message end)) from test.refused(statement) r $$;
-- The shares that are put together otherwise one by one than many at once: none.
create function test.told_apart() returns setof text
language sql as $$
    select s.title from share.share s
    cross join lateral (select '{stream,download,preview}'::text[] as all_urls, date_trunc('second', now()) as at) c
    where to_jsonb(share.share_one(s.account_id, s.share_id, actions => c.all_urls, at => c.at))
        is distinct from (select to_jsonb(d) from share.share_describe(array[s.account_id], array[s.share_id], c.all_urls, c.at) d)
        or to_jsonb(share.share_one(s.account_id, s.share_id, 2.5, 3.5, null, '{download}', c.at))
        is distinct from (select to_jsonb(d) from share.share_describe(array[s.account_id], array[s.share_id], '{download}', c.at, 2.5, 3.5) d)
        or to_jsonb(share.share_one(s.account_id, s.share_id, 2.5, 3.5, null, '{stream}', c.at))
        is distinct from (select to_jsonb(d) from share.share_describe(array[s.account_id], array[s.share_id], '{stream}', c.at, 2.5, 3.5) d)
$$;
select id as account from share.account_create(name => 'Acme') \gset
select user_id as ignored from share.member_add(account_id => :'account', user_id => 'ada', name => 'Ada', email => 'ada@example.com', role => 'owner') \gset
select id as file from share.file_create(account_id => :'account', path => '/launch/film.mp4', media_type => 'video', mime_type => 'video/mp4',
    bytes => 1048576, duration_seconds => 8.0, status => 'completed') \gset
select id as ignored from share.origin_put(file_id => :'file', kind => 'stream', path => 'film/master.m3u8') \gset
select id as ignored from share.origin_put(file_id => :'file', kind => 'source', path => 'originals/film.mp4') \gset
select id as ignored from share.origin_put(file_id => :'file', kind => 'thumbnail', path => 'posters/film.jpg') \gset
select kid from share.signing_key_create() \gset
select name as ignored from share.delivery_create(account_id => :'account', name => 'edge', scheme => 'uri_signing', base_url => 'https://cdn.example.com', kid => :'kid') \gset
select id as segment from share.segment_create(file_id => :'file', start_time => 2.0, end_time => 5.0) \gset
select id as other_account from share.account_create(name => 'Other') \gset
select id as other_file from share.file_create(account_id => :'other_account', path => '/other.mp4', media_type => 'video', duration_seconds => 10, status => 'completed') \gset
\set nowhere '00000000-0000-4000-8000-000000000000'
\pset format unaligned
\pset null '∅'
\set ECHO all
