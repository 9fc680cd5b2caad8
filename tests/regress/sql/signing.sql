-- Tokens and URLs: what is signed, when it ends, and what verification says.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Published vectors: RFC 4231 cases 6 and 7 (HMAC-SHA-256 with 131-byte keys), RFC 7515 appendix A.1.
create function test.base64url(hex text) returns text language sql as $$
    select rtrim(translate(replace(encode(decode(hex, 'hex'), 'base64'), E'\n', ''), '+/', '-_'), '=')
$$;
select kid as ignored from share.signing_key_import(test.base64url(repeat('aa', 131)), kid => 'rfc4231') \gset
select share.sign_message('rfc4231', 'Test Using Larger Than Block-Size Key - Hash Key First')
    = test.base64url('60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54') as case_6,
    share.sign_message('rfc4231', 'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.')
    = test.base64url('9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2') as case_7;
select kid as ignored from share.signing_key_import('AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow', kid => 'rfc7515') \gset
select share.sign_message('rfc7515', 'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ')
    = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' as a_1;

-- A native token is a JWS of just these parts, signed by the primitive that the vectors above have held.
select id as share from share.share_create(file_id => :'file', visibility => 'private') \gset
select stream_url, media_download_url, preview_url from share.share_get(:'share') \gset
select convert_from(decode(split_part(t, '.', 1) || '==', 'base64'), 'UTF8')::jsonb = jsonb_build_object('alg', 'HS256', 'kid', :'kid') as header,
    split_part(t, '.', 3) = share.sign_message(:'kid', convert_to(split_part(t, '.', 1) || '.' || split_part(t, '.', 2), 'UTF8')) as signature
from (select substring(:'stream_url' from '^https://cdn\.example\.com/film;URISigningPackage=([^/]+)/master\.m3u8$') as t) token;

-- Verified: in its URL, bare, on another URL of its scope.
select substring(:'stream_url' from '=([^/]+)/') as token \gset
select valid, reason, share_id = :'share' as share, action, kid = :'kid' as kid, expires_at - now() between interval '12 h' and interval '12 h 1 s' as end from share.share_verify(:'stream_url');
select valid, action from share.share_verify(:'token');
select valid, action from share.share_verify(replace(:'stream_url', 'master.m3u8', '360p/index.m3u8'));
select action, valid from share.share_verify(:'media_download_url');
select action, valid from share.share_verify(:'preview_url');

-- Refused, each for its reason, and never with an error.
select v.valid, v.reason from unnest(array[
    replace(:'stream_url', '/film;', '/film2;'),
    replace(:'stream_url', 'cdn.example.com', 'cdn.example.org'),
    replace(:'stream_url', '/master', '/../originals/film'),
    replace(:'stream_url', '/master', '/%2e%2e/film'),
    replace(:'media_download_url', 'film.mp4', 'other.mp4'),
    left(:'token', -1) || case right(:'token', 1) when 'A' then 'E' else 'A' end,
    :'token' || 'A', :'token' || '=', left(:'token', 20), :'token' || '.x',
    'eyJhbGciOiJub25lIiwia2lkIjoiayJ9.' || split_part(:'token', '.', 2) || '.',
    'https://cdn.example.com/film/master.m3u8', 'https://elsewhere.example/x', '', 'x', repeat('x', 9000), null
]) with ordinality u(url, n) cross join lateral share.share_verify(u.url) v order by u.n;

-- The end: refused in the very second of it, and by the share before that.
select expires_at as ends from share.share_verify(:'stream_url') \gset
select valid, reason from share.share_verify(:'stream_url', at => :'ends'::timestamptz - interval '1 s');
select valid, reason from share.share_verify(:'stream_url', at => :'ends');
begin;
update share.share set disabled_at = now() where share_id = :'share';
select valid, reason from share.share_verify(:'stream_url');
rollback;
begin;
update share.share set epoch = epoch + 1 where share_id = :'share';
select valid, reason from share.share_verify(:'stream_url');
rollback;
begin;
select object from share.share_delete(:'share');
select valid, reason from share.share_verify(:'stream_url');
rollback;
-- A URL does not outlive its share.
select expires_at = date_trunc('second', now() + interval '90 s') as share_end, stream_expires_at <= expires_at as stream, media_download_expires_at <= expires_at as download
from share.share_update(:'share', jsonb_build_object('expires_at', date_trunc('second', now() + interval '90 s')));
select expires_at from share.share_update(:'share', '{"expires_at": null}');

-- At a time of the operator's choice; the grid gives equal viewers equal URLs.
select expires_at from share.share_sign_stream(:'share', at => '2030-01-01 00:00:00.1+00');
select expires_at from share.share_sign_download(:'share', at => '2030-01-01 00:00:00+00');
select id as public_share from share.share_create(file_id => :'file') \gset
select expires_at from share.share_sign_stream(:'public_share', at => '2030-01-01 10:00:00+00');
select (share.share_sign_stream(:'public_share', at => '2030-01-01 10:00:00+00')).url = (share.share_sign_stream(:'public_share', at => '2030-01-01 23:59:59+00')).url as same_day;
select options from share.delivery_update(:'account', 'edge', '{"options": {"expiry_grid": 3600, "private_stream_ttl": 7200, "private_download_ttl": 60, "public_ttl": 86400}}');
select s.expires_at as stream, d.expires_at as download from share.share_sign_stream(:'share', at => '2030-01-01 10:00:01+00') s, share.share_sign_download(:'share', at => '2030-01-01 10:00:01+00') d;
select expires_at from share.share_sign_stream(:'public_share', at => '2030-01-01 10:00:01+00');
select options from share.delivery_update(:'account', 'edge', '{"options": {"public_plain": true}}');
select stream_url, stream_expires_at, media_download_url, media_download_expires_at from share.share_get(:'public_share');
select share.to_json(s) ? 'media_download_expires_at' as in_wire from share.share_get(:'public_share') s;
select stream_url like '%;URISigningPackage=%' as still_signed from share.share_get(:'share');
select options from share.delivery_update(:'account', 'edge', '{"options": null}');
set pg_share.private_stream_ttl = '90min';
select expires_at from share.share_sign_stream(:'share', at => '2030-01-01 00:00:00+00');
reset pg_share.private_stream_ttl;
set pg_share.private_stream_ttl = '1s';

-- Many at once: in the order of the ids, without those that are missing.
select u.share_id = :'share' as second, u.url is not null as signed
from share.share_sign_streams(array[:'public_share', :'nowhere', :'share']::uuid[]) with ordinality u where u.ordinality = 2;
select count(*), count(distinct url) from share.share_sign_downloads(array[:'public_share', :'nowhere', :'share']::uuid[]);
select (select array_agg(url) from share.share_sign_previews(array[:'public_share']::uuid[], at => '2030-01-01')) = array[(share.share_sign_preview(:'public_share', at => '2030-01-01')).url] as as_one_by_one;
select count(*) from share.share_sign_streams('{}');

-- Rotation: the new key signs, the old one verifies until no URL of it can be alive, then not.
select kid as second_kid, previous_kid = :'kid' as of_the_first, secret is null as hidden,
    previous_valid_until - now() = interval '8 days' as counts_for_public_ttl_and_grid from share.signing_key_rotate(:'kid') \gset
select kid, state, replaced_by = :'second_kid' as replaced from share.signing_key_list(state => 'previous') where kid = :'kid' \gset old_
select :'old_state' as old_state, kid = :'second_kid' as delivery_moved from share.delivery_get(:'account', 'edge');
select valid, kid = :'second_kid' as by_new from share.share_get(:'share') s, share.share_verify(s.stream_url);
select valid, kid = :'kid' as by_old from share.share_verify(:'stream_url');
select valid, reason from share.share_verify(:'stream_url', at => now() + interval '8 days 1 second');
select test.rule(format('select share.signing_key_rotate(%L)', :'kid'));
-- In two steps, so that the edge learns the key before it signs.
select kid as third_kid, state, secret is null as hidden from share.signing_key_rotate(:'second_kid', standby => true) \gset
select valid, kid = :'second_kid' as still_the_second from share.share_get(:'share') s, share.share_verify(s.stream_url);
select test.rule(format('select share.signing_key_rotate(%L, standby => true)', :'second_kid'));
select kid = :'third_kid' as third, state from share.signing_key_rotate(:'second_kid');
select valid, kid = :'third_kid' as by_third from share.share_get(:'share') s, share.share_verify(s.stream_url);
select valid from share.share_verify(:'stream_url');
-- Revoked: signs nothing, verifies nothing.
select state, valid_until <= now() as over from share.signing_key_revoke(:'kid');
select valid, reason from share.share_verify(:'stream_url');
select state from share.signing_key_revoke(:'third_kid');
select stream_url, media_download_url, preview_url, stream_expires_at from share.share_get(:'share');

-- nginx secure_link: checked against PostgreSQL's own md5().
select kid as md5_kid, secret from share.signing_key_create(algorithm => 'MD5', reveal => true) \gset
select name as ignored from share.delivery_create(account_id => :'account', name => 'nginx', scheme => 'nginx_secure_link', base_url => 'http://127.0.0.1:8080/media', kid => :'md5_kid') \gset
select id as ignored from share.account_update(:'account', '{"stream_delivery": "nginx", "download_delivery": "nginx", "preview_delivery": "nginx"}') \gset
select url as nginx_stream from share.share_sign_stream(:'share', at => '2030-01-01') \gset
select url as nginx_download from share.share_sign_download(:'share', at => '2030-01-01') \gset
select url as nginx_preview from share.share_sign_preview(:'share', at => '2030-01-01') \gset
select :'nginx_stream' = 'http://127.0.0.1:8080/media/film/' || test.base64url(md5('s1893499200/media/film/ ' || :'secret')) || '/1893499200/master.m3u8' as stream,
    :'nginx_download' = 'http://127.0.0.1:8080/media/originals/film.mp4?md5=' || test.base64url(md5('d1893456300/media/originals/film.mp4 film.mp4 ' || :'secret')) || '&expires=1893456300&name=film.mp4' as download,
    :'nginx_preview' = 'http://127.0.0.1:8080/media/posters/film.jpg?md5=' || test.base64url(md5('d1893499200/media/posters/film.jpg  ' || :'secret')) || '&expires=1893499200' as preview;
select v.valid, v.reason, v.action, v.kid = :'md5_kid' as kid, v.share_id from unnest(array[:'nginx_stream', replace(:'nginx_stream', 'master', '360p/index'), :'nginx_download', :'nginx_preview',
    replace(:'nginx_stream', '/film/', '/film2/'), replace(:'nginx_download', 'name=film', 'name=filn'), replace(:'nginx_stream', '127.0.0.1', '127.0.0.2')]) with ordinality u(url, n)
cross join lateral share.share_verify(u.url, at => '2030-01-01') v order by u.n;
select valid, reason from share.share_verify(:'nginx_stream', at => '2030-01-01 12:00:01+00');
select kid as next_md5_kid from share.signing_key_rotate(:'md5_kid') \gset
select valid, kid = :'md5_kid' as by_old from share.share_verify(:'nginx_stream', at => now());
select state from share.signing_key_revoke(:'md5_kid');
select valid, reason from share.share_verify(:'nginx_stream', at => now());

-- A line of keys: the oldest one that counts is still found, and exported to an edge.
select kid as m1 from share.signing_key_create(algorithm => 'MD5') \gset
select kid from share.delivery_update(:'account', 'nginx', jsonb_build_object('kid', :'m1')) \gset
select url as by_m1 from share.share_sign_stream(:'share') \gset
select kid as m2 from share.signing_key_rotate(:'m1') \gset
select kid as m3 from share.signing_key_rotate(:'m2') \gset
select valid, kid = :'m1' as by_first from share.share_verify(:'by_m1');
select kid as h1 from share.signing_key_create() \gset
select kid as h2 from share.signing_key_rotate(:'h1') \gset
select kid as h3 from share.signing_key_rotate(:'h2') \gset
select kid as h4 from share.signing_key_rotate(:'h3', standby => true) \gset
select jsonb_array_length(share.signing_key_export(:'h3', 'jwk')::jsonb -> 'keys') as keys;
select share.signing_key_export(:'h3', 'jwk')::jsonb #>> '{keys,0,kid}' = :'h3' as signs_first;
-- A key that is revoked while another stands by hands over to that one.
select state from share.signing_key_revoke(:'h3');
select kid = :'h4' as taken_over, state from share.signing_key_rotate(:'h3');
select test.rule(format('select share.signing_key_rotate(%L, standby => null)', :'h4'));
select test.rule('select share.signing_key_create(algorithm => null)');
-- Each URL tells its end, the preview too.
select expires_at > now() as ends from share.share_sign_preview(:'share');

-- Nothing of a URL is stored, and no event holds a token or a secret.
select count(*) from share.event where detail::text ~ 'eyJ' or strpos(detail::text, :'secret') > 0;
select kind, count(*) from share.event where kind like 'key.%' group by 1 order by 1;

-- A setting that changes within one statement's block holds for what is signed after it.
do $$
declare
    share uuid := (select s.share_id from share.share s where not s.is_deleted and s.visibility = 'private' limit 1);
    first timestamptz := (share.share_sign_stream(share)).expires_at;
begin
    perform set_config('pg_share.private_stream_ttl', '60s', true);
    raise notice '% then %', first > now() + interval '11 h', (share.share_sign_stream(share)).expires_at < now() + interval '2 min';
end
$$;
