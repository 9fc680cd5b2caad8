-- What share.delivery_test() explains of each scheme, at a fixed time and with keys that others have published.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- RFC 8392 A.2.2, keycdn's and Traffic Server's documentation, Akamai's library, Google's sample, imgproxy's documentation
-- (zeros stand behind its key), Amazon's example, RFC 6979 A.2.5 and RFC 7515 A.2.
\set rsa_file :source '/../../pg_share/core/src/rfc7515_rsa_key.txt'
\set rsa `cat :'rsa_file'`
create table test.key (kid text, algorithm text, secret text, encoding text);
insert into test.key values
    ('hs', 'HS256', '403697de87af64611c1d32a05dab0fe1fcb715a86ab435f1ec99192d79569388', 'hex'),
    ('md5', 'MD5', 'a-secure-token-key', 'text'),
    ('sha256', 'HMAC-SHA256', 'YicZbmr6KlxfxPTJ3p9vYhARdPQ9WJYZ', 'text'),
    ('akamai', 'HMAC-SHA256', '52a152a152a152a152a152a152a1beef', 'hex'),
    ('sha1', 'HMAC-SHA1', 'YicZbmr6KlxfxPTJ3p9vYhARdPQ9WJYZ', 'text'),
    ('google', 'HMAC-SHA1', 'nZtRohdNF9m3cKM24IcK4w==', 'base64url'),
    ('imgproxy', 'HMAC-SHA256', '73656372657400000000000000000000:68656C6C6F', 'text'),
    ('aws', 'AWS4-HMAC-SHA256', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'text'),
    ('es', 'ES256', '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721', 'hex'),
    ('rs', 'RS256', translate(:'rsa', E' \n', ''), 'base64');
select count(share.signing_key_import(k.secret, k.algorithm, kid => k.kid, encoding => k.encoding)) as keys from test.key k;
create table test.delivery (n integer generated always as identity, name text, scheme text, kid text, options jsonb default '{}', uses text[], base_url text);
insert into test.delivery (name, scheme, kid) values
    ('uri_signing', 'uri_signing', 'hs'), ('s3', 's3', 'aws'), ('nginx_secure_link', 'nginx_secure_link', 'md5'), ('nginx_hmac', 'nginx_hmac', 'sha256'), ('bunny', 'bunny', 'sha256'),
    ('akamai_edgeauth', 'akamai_edgeauth', 'akamai'), ('azure_sas', 'azure_sas', 'sha256'), ('cloud_cdn', 'cloud_cdn', 'google'), ('media_cdn', 'media_cdn', 'sha256'),
    ('imgproxy', 'imgproxy', 'imgproxy'), ('cat', 'cat', 'hs'), ('fastly', 'fastly', 'sha1'), ('ats_url_sig', 'ats_url_sig', 'sha1'),
    ('cloudfront', 'cloudfront', 'es'), ('mux', 'mux', 'rs'), ('cloudflare_stream', 'cloudflare_stream', 'rs');
insert into test.delivery (name, scheme, kid, options) values
    ('cloudflare_hmac', 'cloudflare_hmac', 'sha256', '{"private_stream_ttl": 1800}'), ('media-cookie', 'media_cdn', 'google', '{"placement": "cookie"}'), ('cloudfront-cookie', 'cloudfront', 'rs', '{"placement": "cookie"}'), ('cat-path', 'cat', 'hs', '{"placement": "path"}'),
    ('bunny-md5', 'bunny', 'sha256', '{"form": "md5", "placement": "query"}'), ('keycdn', 'nginx_secure_link', 'md5', '{"preset": "keycdn"}'), ('s3-goog', 's3', 'aws', '{"dialect": "goog", "region": "auto"}');
update test.delivery d set base_url = format('https://h%s.blob.core.windows.net/media', d.n),
    uses = (select s.uses from share.share_delivery_schemes() s where s.scheme = d.scheme);
select count(share.delivery_create(:'account', d.name, d.scheme, d.base_url, d.kid, d.uses, d.options)) as deliveries from (select * from test.delivery order by n) d;

create function test.base64url(secret bytea) returns text language sql as $$ select rtrim(translate(replace(encode(secret, 'base64'), e'\n', ''), '+/', '-_'), '=') $$;

-- The names of the steps; the URL is the last of them, or the cookie that goes with it.
create function test.path(scheme text, action text) returns text language sql as $$
    select case action when 'stream' then case scheme when 'mux' then 'film.m3u8' else 'film/manifest/video.m3u8' end
        when 'preview' then 'posters/thumbnail.jpg' else case scheme when 'cloudflare_stream' then 'film/downloads/film.mp4' else 'originals/film.mp4' end end
$$;
create view test.step as
select d.n, d.name, d.kid, u.action, u.m, s.step, s.value, s.ordinality as k
from test.delivery d cross join unnest(d.uses) with ordinality u(action, m)
cross join share.delivery_test(d.name, test.path(d.scheme, u.action), u.action, at => '2030-01-01 00:00:00+00', file_name => case u.action when 'download' then 'film.mp4' end, content_type => case when u.action ~ 'load' and (u.action, d.scheme) <> ('upload', 'azure_sas') then 'video/mp4' end) with ordinality s;
create table test.seen as select * from test.step;
select y.steps, string_agg(y.name || ' ' || y.actions, ', ' order by y.n) as of from (
    select x.n, x.name, x.steps, string_agg(x.action, '+' order by x.m) as actions from (
        select s.n, s.name, s.action, s.m, string_agg(s.step, ', ' order by s.k) as steps from test.seen s group by s.n, s.name, s.action, s.m
    ) x group by x.n, x.name, x.steps
) y group by y.steps order by y.steps;
-- The first four are values of the delivery.
select count(*) filter (where s.value is distinct from case s.step when 'scheme' then d.scheme when 'kid' then d.kid when 'signed at' then '2030-01-01 00:00:00+00'
        when 'expires at' then case when d.scheme = 'cloudflare_hmac' and s.action in ('stream', 'preview') then '2030-01-01 00:30:00+00'
            when s.action in ('stream', 'preview') then '2030-01-01 12:00:00+00' else '2030-01-01 00:05:00+00' end end) as other, count(*)
from test.seen s join test.delivery d using (n) where s.k <= 4;
-- What is signed; the secret stands as a word where it is a part of the text.
select name, replace(value, e'\n', '~') as "string to sign" from test.seen where step = 'string to sign' and action = case when name = 'imgproxy' then 'preview' else 'stream' end and name !~ '^(s3|cat|uri)' order by n;
select name, replace(t.value, encode(sha256(convert_to(c.value, 'UTF8')), 'hex'), '<sha256>') as "string to sign", c.value as "canonical request"
from test.seen t join test.seen c using (n, name, action) where t.step = 'string to sign' and c.step = 'canonical request' and action = 'upload' order by n;
select name, value from test.seen where step = 'length of separator' and action = 'stream';
-- No value holds a secret, in whichever way it is written; imgproxy's is two.
create view test.spelling as
select k.kid, e.text from test.key join share.signing_key k using (kid), encode(k.secret, 'escape') t(text),
    unnest(array[encode(k.secret, 'hex'), upper(encode(k.secret, 'hex')), replace(encode(k.secret, 'base64'), e'\n', ''), test.base64url(k.secret), t.text, split_part(t.text, ':', 1), split_part(t.text, ':', 2)]) e(text)
where length(e.text) > 8;
select count(*) as told, (select count(distinct kid) from test.spelling) as keys from test.seen s join test.spelling p on strpos(s.value, p.text) > 0;
-- Equal calls give equal values, ES256 among them.
select count(*) as other from ((table test.step except table test.seen) union all (table test.seen except table test.step)) x;

-- A share's URL of the same moment is the same one, but where the token names the share.
select object from share.origin_list(:'file') o, share.origin_delete(o.id);
select id as ignored from share.origin_put(:'file', 'stream', 'film/manifest/video.m3u8') \gset
select id as ignored from share.origin_put(:'file', 'source', 'originals/film.mp4') \gset
select id as ignored from share.origin_put(:'file', 'thumbnail', 'posters/thumbnail.jpg') \gset
select id as share from share.share_create(file_id => :'file', visibility => 'private') \gset
create function test.signed(file uuid, share uuid) returns table (n integer, name text, action text, url text, cookie text, expires_at text) language plpgsql as $$
declare
    d record;
begin
    for d in select t.n, t.name, u.action from test.delivery t, unnest(t.uses) u(action)
        where u.action <> 'upload' and test.path(t.scheme, u.action) in (select o.path from share.origin o) order by t.n loop
        perform share.file_update(file, jsonb_build_object(d.action || '_delivery', d.name));
        return query execute format('select $1, $2, $3, s.url, s.cookie, s.expires_at::text from share.share_sign_%s($4, at => ''2030-01-01 00:00:00+00'') s', d.action)
            using d.n, d.name, d.action, share;
        perform share.file_update(file, jsonb_build_object(d.action || '_delivery', null));
    end loop;
end
$$;
create table test.signed_url as select * from test.signed(:'file', :'share');
select count(*), count(*) filter (where t.expires_at <> e.value) as other_end from test.signed_url t join test.seen e using (n, action) where e.step = 'expires at';
select t.url = u.value and t.cookie is not distinct from c.value as equal, string_agg(distinct t.name, ', ') as deliveries
from test.signed_url t join test.seen u using (n, action) left join test.seen c on c.n = t.n and c.action = t.action and c.step = 'cookie'
where u.step = 'url' group by 1 order by 1;

-- Refused: by the rules of paths, names and types, by what a scheme cannot do, by a missing address, by the time.
create function test.tried(call text) returns table (call text, code text, message text, detail text, hint text) language sql as $$
    select $1, r.code, r.message, r.detail, r.hint from test.refused(format('select share.delivery_test(%s)', $1)) r
$$;
select name as ignored from share.delivery_create(:'account', 'gcore', 'nginx_secure_link', 'https://gcore.example.com', 'md5', options => '{"preset": "gcore", "bind_address": true}') \gset
select t.* from unnest(array[
    $$'nowhere', 'film/a.m3u8'$$, $$'s3', '/film/a.m3u8'$$, $$'s3', 'film/../a.m3u8'$$, $$'s3', ''$$, $$'s3', e'film/a\nb.m3u8'$$, $$'bunny', 'a.m3u8'$$, $$'bunny', 'originals/v1', 'download'$$,
    $$'akamai_edgeauth', 'film/*.mp4', 'download'$$, $$'mux', 'film/a.m3u8'$$, $$'cloudflare_stream', 'a.mp4', 'download'$$, $$'bunny', 'a.mp4', 'upload'$$, $$'imgproxy', 'film/a.m3u8'$$,
    $$'s3', 'a.mp4', 'download', file_name => 'a/b'$$, $$'s3', 'a.mp4', 'download', content_type => 'video'$$, $$'s3', 'film/a.m3u8', client_address => '192.0.2.7'$$,
    $$'gcore', 'film/a.m3u8'$$, $$'s3', 'film/a.m3u8', at => '1969-01-01'$$, $$'s3', 'film/a.m3u8', at => 'infinity'$$, $$'s3', null$$, $$null, 'a'$$, $$'s3', 'a', null$$, $$'s3', 'a', public => null$$
]) with ordinality c(call, n), test.tried(c.call) t order by c.n;
-- With an address where that can be bound; each one gives a URL of its own, however it is written.
select d.name, count(distinct s.value) as urls from (values ('gcore'), ('bunny'), ('akamai_edgeauth'), ('azure_sas'), ('media_cdn'), ('ats_url_sig'), ('cloudfront')) d(name), unnest(array['192.0.2.7', '192.0.2.8', '::ffff:192.0.2.8']::inet[]) a,
    share.delivery_test(d.name, 'film/master.m3u8', client_address => a, at => '2030-01-01') s where s.step = 'url' group by 1 order by 1;
-- A public share's URL ends on the grid, or is plain where the delivery says so.
select step, value from share.delivery_test('s3', 'film/a.m3u8', public => true, at => '2030-01-01 10:00:00+00') where step in ('signed at', 'expires at');
select options from share.delivery_update(:'account', 's3', '{"options": {"public_plain": true}}');
select step, value from share.delivery_test('s3', 'film/a.m3u8', public => true, at => '2030-01-01 10:00:00+00');
-- A name that two accounts have.
select name as ignored from share.delivery_create(:'other_account', 's3', 's3', 'https://other.example.com', 'aws') \gset
select * from test.tried($$'s3', 'film/a.m3u8'$$);
select value from share.delivery_test('s3', 'film/a.m3u8', at => '2030-01-01', account_id => :'other_account') where step = 'expires at';
-- It is for operators, with or without a time.
set role share_app;
select code, message, hint from test.tried($$'bunny', 'film/a.m3u8'$$);
begin;
select share.act_as('ada');
select code, message, hint from test.tried($$'bunny', 'film/a.m3u8', at => '2030-01-01'$$);
rollback;
set role share_user;
select code from test.tried($$'bunny', 'film/a.m3u8'$$);
reset role;

-- A stream of Mux is named by its video's id alone; no other playlist lies without a directory, and no id is another's.
select path from share.origin_put(:'file', 'stream', 'DS00Spx1CV902MCtPj5WknGlR102V5HFkDe.m3u8');
select test.rule(format('select share.origin_put(%L, ''stream'', %L)', :'file', path)) from unnest(array['master.m3u8', 'DS00Spx1CV902MCtPj5WknGlR102V5HFkDe.mpd']) with ordinality p(path, n) order by n;
select id as twin from share.file_create(account_id => :'account', path => '/twin.mp4', media_type => 'video') \gset
select test.rule(format('select share.origin_put(%L, ''stream'', ''DS00Spx1CV902MCtPj5WknGlR102V5HFkDe.m3u8'')', :'twin'));
-- Without a key that counts it says so.
begin;
select state from share.signing_key_revoke(:'kid');
select code, message, hint from test.refused($$select share.delivery_test('edge', 'film/master.m3u8')$$);
rollback;
