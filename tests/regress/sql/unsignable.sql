-- URLs that cannot be signed are left out and take nothing else with them; cookies; and the folder that an epoch gives.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Published keys: keycdn's documentation, Akamai's library, Google's sample, Amazon's example.
select count(share.signing_key_import(k.secret, k.algorithm, kid => k.kid, encoding => k.encoding)) as keys from (values
    ('md5', 'MD5', 'a-secure-token-key', null), ('akamai', 'HMAC-SHA256', '52a152a152a152a152a152a152a1beef', 'hex'),
    ('google', 'HMAC-SHA1', 'nZtRohdNF9m3cKM24IcK4w==', 'base64url'), ('aws', 'AWS4-HMAC-SHA256', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', null)
) k(kid, algorithm, secret, encoding);
select count(share.delivery_create(:'account', d.name, d.scheme, format('https://%s.example.com', d.name), d.kid, options => d.options)) as deliveries from (values
    ('gcore', 'nginx_secure_link', 'md5', '{"preset": "gcore", "bind_address": true}'::jsonb), ('akamai', 'akamai_edgeauth', 'akamai', '{}'), ('s3', 's3', 'aws', '{}'),
    ('cookie', 'cloud_cdn', 'google', '{"placement": "cookie"}'), ('query', 'cloud_cdn', 'google', '{}'), ('jwtcookie', 'uri_signing', :'kid', '{"placement": "cookie"}'),
    ('nginx', 'nginx_secure_link', 'md5', '{"epoch_in_path": true}'), ('jwt', 'uri_signing', :'kid', '{"epoch_in_path": true}')
) d(name, scheme, kid, options);
create function test.serve(delivery text, uses text[] default '{stream,download,preview}') returns setof text language sql as $$
    select concat_ws(' ', u.stream_delivery, u.download_delivery, u.preview_delivery)
    from share.file f, share.account_update(f.account_id, (select jsonb_object_agg(v || '_delivery', delivery) from unnest(uses) v)) u
    where f.path = '/launch/film.mp4'
$$;

-- A delivery that makes each URL for an address: without one there is none, and that is no error.
select test.serve('gcore', '{download,preview}');
select media_download_url, preview_url, stream_url is not null as stream, state from share.share_create(file_id => :'file', visibility => 'private');
select id as share from share.share_list(account_id => :'account') \gset
select media_download_url, media_download_expires_at, preview_url, preview_expires_at, stream_url is not null as stream from share.share_get(:'share');
select share.to_json(s) - '{id,file_id,created_at,updated_at,share_url,stream_url,stream_expires_at}'::text[] as wire from share.share_get(:'share') s;
select media_download_url, preview_url, stream_url is not null as stream from share.share_list(account_id => :'account');
select url, expires_at, cookie from share.share_sign_download(:'share') union all select url, expires_at, cookie from share.share_sign_preview(:'share');
select url, expires_at, count(*) from share.share_sign_downloads(array_fill(:'share'::uuid, array[1000])) group by 1, 2;
-- With one it is signed, and the same set-wise.
create function test.base64url(hex text) returns text language sql as $$ select rtrim(translate(encode(decode(hex, 'hex'), 'base64'), '+/', '-_'), '=') $$;
select url = 'https://gcore.example.com/originals/film.mp4?md5=' || test.base64url(md5('1893456300/originals/film.mp4192.0.2.7 a-secure-token-key')) || '&expires=1893456300' as download, expires_at
from share.share_sign_download(:'share', client_address => '192.0.2.7', at => '2030-01-01');
select distinct many.url = 'https://gcore.example.com/posters/film.jpg?md5=' || test.base64url(md5('1893499200/posters/film.jpg2001:db8::7 a-secure-token-key')) || '&expires=1893499200' as preview, one.url = many.url as equal
from share.share_sign_previews(array_fill(:'share'::uuid, array[1000]), client_address => '2001:db8::7', at => '2030-01-01') many,
    share.share_sign_previews(array[:'share']::uuid[], client_address => '2001:db8::7', at => '2030-01-01') one;
-- The same for a stream, whose cookie is not looked for then.
select test.serve('gcore', '{stream}');
select stream_url, stream_expires_at, stream_cookie, state from share.share_get(:'share');
select stream_url from share.share_list(account_id => :'account');
select url, expires_at, cookie from share.share_sign_stream(:'share');
select url, expires_at, cookie from share.share_sign_streams(array[:'share']::uuid[]);
select url is not null as bound from share.share_sign_stream(:'share', client_address => '192.0.2.7');
-- Where a scheme cannot bind an address, one that is given is an error: the URL would be for everyone.
select test.serve('s3');
select r.* from unnest(array['share_sign_stream', 'share_sign_download', 'share_sign_preview']) with ordinality f(name, n), test.refused(format('select share.%s(%L, client_address => ''192.0.2.7'')', f.name, :'share')) r order by f.n;
select code, message from test.refused(format('select share.share_sign_streams(array[%L]::uuid[], client_address => ''192.0.2.7'')', :'share'));

-- A path that the scheme cannot sign costs its own URL, with a warning, and no other.
select test.serve('akamai');
select id as starred from share.file_create(account_id => :'account', path => '/starred.mp4', media_type => 'video', duration_seconds => 8, status => 'completed') \gset
select path from share.origin_put(:'starred', 'source', 'starred/b*.mp4');
select id as ignored from share.origin_put(:'starred', 'thumbnail', 'posters/starred.jpg') \gset
select id as starred_share from share.share_create(file_id => :'starred', visibility => 'private') \gset
select media_download_url, media_download_expires_at, preview_url is not null as preview from share.share_get(:'starred_share');
select f.path, media_download_url is not null as download, preview_url is not null as preview from share.share_list(account_id => :'account') s, share.file_get(s.file_id) f order by 1;
select u.ordinality, url is not null as signed, expires_at is not null as ends from share.share_sign_downloads(array[:'share', :'starred_share']::uuid[]) with ordinality u order by 1;
select url from share.share_sign_download(:'starred_share');

select path from share.origin_put(:'starred', 'stream', 'fi*lm/master.m3u8');
select stream_url, preview_url is not null as preview from share.share_get(:'starred_share');
select count(*), count(stream_url) as streams from share.share_list(account_id => :'account');
-- Nor can a name be said that is longer than names are: that of a segment's source.
select path is not null as put from share.origin_put(:'file', 'source', 'cuts/' || repeat('x', 256), file_segment_id => :'segment');
select media_download_url, preview_url is not null as preview from share.share_create(:'file', :'segment', visibility => 'private');
-- The cookie of a stream, beside a URL without a signature; a URL that has its own comes without.
select test.serve('cookie');
select url, expires_at, split_part(cookie, ':', 1) as name, split_part(cookie, ':', 2) as expires, cookie ~ '^[A-Za-z0-9_=:&;. -]+$' as plain from share.share_sign_stream(:'share', at => '2030-01-01');
select stream_url, stream_cookie ~ '^Cloud-CDN-Cookie=URLPrefix=' as cookie, media_download_url ~ '\?.*Signature=' as download from share.share_get(:'share');
select cookie from share.share_sign_download(:'share') union all select cookie from share.share_sign_preview(:'share');
select s.stream_cookie is not null as cookie, share.to_json(s)::text ~ 'Cookie' as in_wire from share.share_list(account_id => :'account', file_id => :'file') s;
select count(*), count(distinct cookie), count(distinct url) from share.share_sign_streams(array_fill(:'share'::uuid, array[1000]), at => '2030-01-01') u where cookie = (share.share_sign_stream(:'share', at => '2030-01-01')).cookie;
select test.serve('query');
select url ~ '\?.*Signature=' as signed, cookie from share.share_sign_stream(:'share');
select test.serve('edge');
select stream_url ~ 'URISigningPackage=' as signed, stream_cookie from share.share_get(:'share');
select test.serve('jwtcookie');
select stream_url, stream_cookie ~ '^URISigningPackage=eyJ' as cookie from share.share_get(:'share');
select v.valid, v.action from share.share_get(:'share') s, share.share_verify(substring(s.stream_cookie from '=(.*)$')) v;

-- The folder of the share's epoch: a new epoch gives new URLs, and the old ones are told apart, also where no token names the share.
create table test.seen (name text, action text, url text);
select test.serve('nginx');
insert into test.seen select 'nginx', v.* from share.share_get(:'share') s, lateral (values ('stream', s.stream_url), ('download', s.media_download_url), ('preview', s.preview_url)) v;
select test.serve('jwt');
insert into test.seen select 'jwt', v.* from share.share_get(:'share') s, lateral (values ('stream', s.stream_url), ('download', s.media_download_url), ('preview', s.preview_url)) v;
select s.name, s.action, replace(substring(s.url from '^https://[a-z]+\.example\.com/s/[0-9a-f-]+\.1/[a-z]+'), :'share', '<share>') as beginning, v.valid, v.reason, v.action as verified, v.share_id = :'share' as share from test.seen s, share.share_verify(s.url) v order by 1 desc, 2;
update share.share set epoch = epoch + 1 where share_id = :'share';
select s.name, s.action, v.valid, v.reason, v.share_id = :'share' as share from test.seen s, share.share_verify(s.url) v order by 1 desc, 2;
select replace(substring(stream_url from '^https://[a-z]+\.example\.com/s/[0-9a-f-]+\.2/film'), :'share', '<share>') as beginning, v.valid, v.reason from share.share_get(:'share') s, share.share_verify(s.stream_url) v;
-- What was signed for one epoch is not good for the other one's folder.
select distinct v.valid, v.reason from test.seen s, share.share_verify(replace(s.url, '.1/', '.2/')) v order by 2;
select distinct v.valid, v.reason from test.seen s, share.share_verify(replace(s.url, :'share', :'nowhere')) v order by 2;

-- A lifetime at the limit of the edge, signed within a second.
select name from share.delivery_create(:'account', 'limit', 's3', 'https://limit.s3.example.com', 'aws', options => '{"private_stream_ttl": 604800}');
select test.serve('limit');
select url ~ 'X-Amz-Date=20300101T000000Z&X-Amz-Expires=604800&' as longest, expires_at from share.share_sign_stream(:'share', at => '2030-01-01 00:00:00.5');

-- A public share that is served plain has no URL for one address; the others of the page have theirs.
select count(share.signing_key_import('229248f0-f007-4bf9-ba1f-bbf1b4ad9d40', 'HMAC-SHA256', kid => 'zone')) as keys;
select name from share.delivery_create(:'account', 'zone', 'bunny', 'https://zone.example.com', 'zone', options => '{"public_plain": true}');
select test.serve('zone');
select id as public from share.share_create(file_id => :'file', visibility => 'public') \gset
select u.share_id = :'public' as public, u.url is not null as signed from share.share_sign_previews(array[:'share', :'public']::uuid[], client_address => '192.0.2.7') u;
select url from share.share_sign_preview(:'public');
