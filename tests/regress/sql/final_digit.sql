-- Some schemes sign a number right behind the path: a path that ends in a digit would be signed together with others.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Published keys: keycdn's and Traffic Server's documentation, RFC 2202 (case 1), Amazon's example.
select count(share.signing_key_import(k.secret, k.algorithm, kid => k.kid, encoding => k.encoding)) as keys from (values
    ('md5', 'MD5', 'a-secure-token-key', null),
    ('sha256', 'HMAC-SHA256', 'YicZbmr6KlxfxPTJ3p9vYhARdPQ9WJYZ', null),
    ('sha1', 'HMAC-SHA1', repeat('0b', 20), 'hex'),
    ('aws', 'AWS4-HMAC-SHA256', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', null)
) k(kid, algorithm, secret, encoding);
create table test.form (n integer generated always as identity, scheme text, kid text, options jsonb);
insert into test.form (scheme, kid, options) values
    ('uri_signing', :'kid', '{}'), ('s3', 'aws', '{}'), ('akamai_edgeauth', 'sha256', '{"file_scope": "url"}'), ('cloudflare_hmac', 'sha256', '{}'),
    ('fastly', 'sha1', '{}'), ('fastly', 'sha256', '{}'),
    ('bunny', 'sha256', '{}'), ('bunny', 'sha256', '{"form": "sha256"}'), ('bunny', 'sha256', '{"form": "md5", "placement": "query"}'),
    ('nginx_secure_link', 'md5', '{}'), ('nginx_secure_link', 'md5', '{"preset": "keycdn"}'), ('nginx_secure_link', 'md5', '{"preset": "cdn77_query"}'),
    ('nginx_secure_link', 'md5', '{"preset": "gcore"}'), ('nginx_secure_link', 'md5', '{"preset": "gcore", "bind_address": true}'),
    ('nginx_secure_link', 'md5', '{"preset": "yandex"}'), ('nginx_secure_link', 'md5', '{"preset": "yandex", "bind_address": true}'),
    ('nginx_secure_link', 'md5', '{"preset": "custom", "file_message": "{path}{expires} {secret}", "file_url": "{path}?t={token}&e={expires}"}'),
    ('nginx_secure_link', 'md5', '{"preset": "custom", "file_message": "{path} {expires} {secret}", "file_url": "{path}?t={token}&e={expires}"}');
create function test.created(form test.form) returns text language sql as $$
    select format('select share.delivery_create(%L, %L, %L, %L, %L, %L, %L)', (select f.account_id from share.file f where f.path = '/launch/film.mp4'),
        'd' || form.n, form.scheme, format('https://d%s.example.com', form.n), form.kid,
        case when form.options ->> 'preset' = 'custom' then '{download,preview}' else '{stream,download,preview}' end, form.options)
$$;
create function test.put(path text, kind text default 'proxy') returns text language sql as $$
    select format('select share.origin_put(%L, %L, %L)', (select f.file_id from share.file f where f.path = '/launch/film.mp4'), kind, path)
$$;

-- With such an origin there is no such delivery, whatever the origin is for; other forms of a scheme do not mind.
select id as origin from share.origin_put(:'file', 'proxy', 'proxies/v1') \gset
select f.scheme, f.options, r.code, r.message from test.form f, test.refused(test.created(f)) r order by f.n;
select r.* from test.form f, test.refused(test.created(f)) r where f.n = 7;
-- Nor does an update make one of a delivery that is there: by its scheme, or by an option; what does not touch that, may change.
create function test.updated(name text, patch jsonb) returns text language sql as $$
    select format('select share.delivery_update(%L, %L, %L)', (select f.account_id from share.file f where f.path = '/launch/film.mp4'), name, patch)
$$;
select p.name, p.patch, r.code, r.message, r.detail from (values
    (1, 'd4', '{"scheme": "bunny"}'::jsonb),
    (2, 'd4', '{"scheme": "fastly", "base_url": "https://new.example.com"}'),
    (3, 'd13', '{"options": {"preset": "gcore", "bind_address": true}}'),
    (4, 'd18', '{"options": {"preset": "custom", "file_message": "{path}{expires} {secret}", "file_url": "{path}?t={token}&e={expires}"}}'),
    (5, 'd13', '{"options": {"preset": "gcore", "expiry_grid": 60}, "base_url": "https://new.example.com"}')
) p(n, name, patch), test.refused(test.updated(p.name, p.patch)) r order by p.n;
select kid from share.signing_key_create(kid => 'next', algorithm => 'MD5') \gset
select name, kid from share.delivery_update(:'account', 'd12', '{"kid": "next"}');
select name, scheme, base_url, options from share.delivery_list(:'account') where name in ('d4', 'd13', 'd18') order by name collate "C";

-- Once the path is gone they come, and then no origin ends like that. Three endings of media end in a digit and may.
select object from share.origin_delete(:'origin');
select f.scheme, r.code, r.message from test.form f, test.refused(test.created(f)) r where f.n in (5, 6, 7, 8, 9, 14, 16, 17) order by f.n;
select p.path, r.code, r.message from unnest(array[
    'proxies/v1', 'proxies/film.h264', 'proxies/film.mp42', 'proxies/film.mp4', 'proxies/FILM.MP4', 'proxies/sound.mp3', 'proxies/list.m3u8',
    'proxies/film.mp', 'proxies/list.M3U', 'proxies/1.ts', 'v1/film', 'proxies/film.mp4/1', 'proxies/mp4', 'proxies/v١'
]) with ordinality p(path, n), test.refused(test.put(p.path)) r order by p.n;
select p.kind, r.* from unnest(array['stream', 'source', 'thumbnail']) with ordinality p(kind, n), test.refused(test.put('places/v1', p.kind)) r order by p.n;
select r.code, r.message from test.refused(format('select share.origin_put(%L, ''proxy'', ''parts/v1'', file_segment_id => %L)', :'file', :'segment')) r;
-- It is the account's own affair.
select path from share.origin_put(:'other_file', 'proxy', 'places/v1');
-- When the last such delivery is gone, or signs otherwise, the path is free again.
select count(share.delivery_delete(:'account', 'd' || n)) as deleted from unnest(array[5, 6, 7, 8, 9, 14, 16]) n;
select code, message from test.refused(test.put('proxies/v1'));
select name, options from share.delivery_update(:'account', 'd17', '{"options": {"preset": "cdn77_query"}, "uses": ["download"]}');
select code, message from test.refused(test.put('proxies/v1'));
-- What a deleted file has left does not stand in the way.
select id as gone from share.file_create(account_id => :'account', path => '/gone.mp4', media_type => 'video') \gset
select path from share.origin_put(:'gone', 'proxy', 'gone/v1');
select count(share.origin_delete(o.origin_id)) as deleted from share.origin o where o.path = 'proxies/v1';
select code from test.form f, test.refused(test.created(f)) r where f.n = 5;
select id is not null as deleted from share.file_delete(:'gone');
select code, message from test.form f, test.refused(test.created(f)) r where f.n = 5;
