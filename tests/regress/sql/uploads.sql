-- share.origin_sign_upload(): who may put what where, and what is recorded of it.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Amazon's example key, and the one of Azure's storage emulator.
select count(share.signing_key_import(k.secret, k.algorithm, kid => k.kid, encoding => k.encoding)) as keys from (values
    ('aws', 'AWS4-HMAC-SHA256', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', null),
    ('azure', 'HMAC-SHA256', 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==', 'base64')
) k(kid, algorithm, secret, encoding);
select name, uses from share.delivery_create(:'account', 'bucket', 's3', 'https://bucket.s3.example.com', 'aws', '{upload,download}', '{"private_download_ttl": 900}');
select name, uses from share.delivery_create(:'account', 'container', 'azure_sas', 'https://acme.blob.core.windows.net/media', 'azure', '{upload}');
select name, uses from share.delivery_create(:'account', 'reading', 's3', 'https://reading.s3.example.com', 'aws');
-- No use of its own is taken over by a delivery for uploads.
select stream_delivery, download_delivery, preview_delivery from share.account_get(:'account');

-- A URL for one object, as long as a download's; with a type the upload must send it.
create function test.masked(url text) returns text language sql as $$
    select regexp_replace(regexp_replace(url, 'aws%2F[0-9]+', '<key>%2F<day>'), '&([A-Za-z-]*(Date|Expires|Signature)|se|sig)=[^&]+', '&\1=<value>', 'g')
$$;
select share_id, test.masked(url) as url, expires_at - now() between interval '900 s' and interval '901 s' as end, cookie from share.origin_sign_upload(:'file', 'incoming/film v1.mp4', delivery => 'bucket');
select test.masked(url) as url from share.origin_sign_upload(:'file', 'incoming/film.mp4', delivery => 'bucket', content_type => 'video/mp4');
select test.masked(url) as url from share.origin_sign_upload(:'file', 'incoming/film.m3u8', kind => 'stream', delivery => 'container', client_address => '192.0.2.7');
-- A segment's object; and without a delivery that of the file's downloads.
select url ~ '^https://bucket.s3.example.com/cuts/1.mp4\?' as signed from share.origin_sign_upload(:'file', 'cuts/1.mp4', file_segment_id => :'segment', delivery => 'bucket');
select * from test.refused(format('select share.origin_sign_upload(%L, ''incoming/film.mp4'')', :'file'));
select download_delivery from share.file_update(:'file', '{"download_delivery": "bucket"}');
select url ~ '^https://bucket.s3.example.com/incoming/film.mp4\?' as signed from share.origin_sign_upload(:'file', 'incoming/film.mp4');
-- What may be stored may be stored again in its place.
select url is not null as signed from share.origin_sign_upload(:'file', 'originals/film.mp4');

-- Refused: a delivery that is missing, another account's, or not for uploads; a kind, a path, a segment, a type that is none.
create function test.tried(arguments text) returns table (arguments text, code text, message text, detail text, hint text) language sql as $$
    select $1, r.code, r.message, r.detail, r.hint
    from test.refused(format('select share.origin_sign_upload(%L, %s)', (select f.file_id from share.file f where f.path = '/launch/film.mp4'), $1)) r
$$;
select name as ignored from share.delivery_create(:'other_account', 'theirs', 's3', 'https://theirs.s3.example.com', 'aws', '{upload}') \gset
select t.* from unnest(array[
    $$'a.mp4', delivery => 'nowhere'$$, $$'a.mp4', delivery => 'theirs'$$, $$'a.mp4', delivery => 'reading'$$, $$'a.mp4', delivery => 'edge'$$, $$'a.mp4', 'master'$$, $$null$$, $$'a.mp4', null$$,
    $$'film/a.mp4'$$, $$'film/720p/a.mp4', 'proxy'$$, $$'originals/new.m3u8', 'stream'$$, $$'originals/film.mp4', 'thumbnail'$$, $$repeat('x', 1025)$$,
    $$'../x'$$, $$'/x'$$, $$'a//b'$$, $$''$$, $$'a\b'$$, $$e'a\x01b'$$, $$'x.m3u8', 'stream'$$,
    $$'a.mp4', content_type => 'video'$$, $$'a.mp4', content_type => e'video/mp4\nX-Amz-Acl: public-read'$$, $$'a.mp4', client_address => '192.0.2.7'$$
]) with ordinality a(arguments, n), test.tried(a.arguments) t order by a.n;
select * from test.refused(format('select share.origin_sign_upload(%L, ''a.mp4'', file_segment_id => %L)', :'file', :'nowhere'));
select * from test.refused(format('select share.origin_sign_upload(%L, ''a.mp4'', file_segment_id => %L, delivery => ''theirs'')', :'other_file', :'segment'));
select * from test.refused(format('select share.origin_sign_upload(%L, ''a.mp4'')', :'nowhere'));
select * from test.refused(format('select share.origin_sign_upload(%L, ''a.mp4'', account_id => %L)', :'file', :'other_account'));
-- share.origin_put() refuses the same of these.
select p.kind, p.path, r.code from (values (1, 'source', 'film/a.mp4'), (2, 'proxy', 'film/720p/a.mp4'), (3, 'stream', 'originals/new.m3u8'), (4, 'thumbnail', 'originals/film.mp4')) p(n, kind, path),
    test.refused(format('select share.origin_put(%L, %L, %L)', :'file', p.kind, p.path)) r order by p.n;

-- Nor is a URL signed for what could not be put later because of how another delivery signs, nor without a key.
select kid as ignored from share.signing_key_create(algorithm => 'HMAC-SHA256', kid => 'zone') \gset
select name as ignored from share.delivery_create(:'account', 'zone', 'bunny', 'https://zone.example.com', 'zone', '{preview}') \gset
select * from test.tried($$'originals/v1', delivery => 'bucket'$$);
select name as ignored from share.delivery_delete(:'account', 'zone') \gset
begin;
select state from share.signing_key_revoke('aws');
select * from test.tried($$'a.mp4', delivery => 'bucket'$$);
rollback;
-- Azure does not bind the type of an upload.
select * from test.tried($$'a.mp4', delivery => 'container', content_type => 'video/mp4'$$);

-- For editors and more, and for the service; a viewer learns that it may not, a stranger and a visitor nothing.
select count(share.member_add(account_id => :'account', user_id => r::text, role => r)) as members from unnest('{viewer,commenter,editor,admin}'::share.member_role[]) r;
create function test.as_user(user_id text) returns table (code text, message text, detail text, hint text) language plpgsql as $$
declare
    statement text := format('select share.origin_sign_upload(%L, ''by/%s.mp4'', delivery => ''bucket'')', (select f.file_id from share.file f where f.path = '/launch/film.mp4'), user_id);
begin
    set local role share_app;
    if user_id <> 'service' then
        perform share.act_as(user_id);
    end if;
    return query select r.code, r.message, r.detail, r.hint from test.refused(statement) r;
    reset role;
    perform set_config('pg_share.session', '', true);
end
$$;
select u.user_id, r.* from unnest(array['viewer', 'commenter', 'editor', 'admin', 'ada', 'stranger', 'service']) with ordinality u(user_id, n), test.as_user(u.user_id) r order by u.n;
set role share_user;
select code from test.refused(format('select share.origin_sign_upload(%L, ''a.mp4'')', :'file'));
set role share_visitor;
select code from test.refused(format('select share.origin_sign_upload(%L, ''a.mp4'')', :'file'));
reset role;

-- One event for each URL, by whom and for what; nothing of the URL.
select actor_kind, actor, detail - 'file_id' - 'file_segment_id' as detail, detail ->> 'file_id' = :'file' as file, detail ->> 'file_segment_id' = :'segment' as segment
from share.event where kind = 'upload.signed' and account_id = :'account' order by event_id;
select count(*) from share.event where detail::text ~* 'signature|sig=';
