-- What a delivery is refused for when it is written, so that signing has nothing left to complain about.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Keys of several lengths: Traffic Server's and imgproxy's documentation, RFC 8392 A.2.2, Amazon's example, RFC 4231 and
-- RFC 2202 (cases 1, 3 and 6), Google's sample, RFC 7515 A.2 and RFC 6979 A.2.5.
\set rsa_file :source '/../../pg_share/core/src/rfc7515_rsa_key.txt'
\set rsa `cat :'rsa_file'`
select count(share.signing_key_import(k.secret, k.algorithm, kid => k.kid, encoding => k.encoding)) as keys from (values
    ('text', 'HMAC-SHA256', 'YicZbmr6KlxfxPTJ3p9vYhARdPQ9WJYZ', null),
    ('ats', 'HMAC-SHA1', 'YicZbmr6KlxfxPTJ3p9vYhARdPQ9WJYZ', null),
    ('imgproxy', 'HMAC-SHA256', '73656372657400000000000000000000:68656C6C6F', null),
    ('hs', 'HS256', '403697de87af64611c1d32a05dab0fe1fcb715a86ab435f1ec99192d79569388', 'hex'),
    ('md5-40', 'MD5', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', null),
    ('sha256-20', 'HMAC-SHA256', repeat('0b', 20), 'hex'),
    ('sha256-131', 'HMAC-SHA256', repeat('aa', 131), 'hex'),
    ('sha1-16', 'HMAC-SHA1', 'nZtRohdNF9m3cKM24IcK4w==', 'base64url'),
    ('sha1-20', 'HMAC-SHA1', repeat('aa', 20), 'hex'),
    ('aws', 'AWS4-HMAC-SHA256', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', null),
    ('rs', 'RS256', translate(:'rsa', E' \n', ''), 'base64'),
    ('es', 'ES256', '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721', 'hex')
) k(kid, algorithm, secret, encoding);
create table test.delivery (n integer generated always as identity, scheme text, kid text, options jsonb default '{}', uses text[] default '{stream,download,preview}', base_url text default 'https://acme.blob.core.windows.net/media');
create function test.created() returns table (scheme text, options text, code text, message text, detail text, hint text) language plpgsql as $$
begin
    return query
    select t.scheme, t.options::text, r.code, r.message, r.detail, r.hint
    from test.delivery t, test.refused(format('select share.delivery_create(%L, %L, %L, %L, %L, %L, %L)',
        (select f.account_id from share.file f where f.path = '/launch/film.mp4'), 'x', t.scheme, t.base_url, t.kid, t.uses, t.options)) r
    order by t.n;
    delete from test.delivery;
end
$$;

-- Options: unknown, of the wrong type, out of range, at odds with each other or with the scheme.
insert into test.delivery (scheme, kid, options) values
    ('s3', 'aws', '{"preset": "nginx"}'),
    ('s3', 'aws', '{"Region": "eu"}'),
    ('s3', 'aws', '{"region": 1}'),
    ('s3', 'aws', '{"private_stream_ttl": "604800"}'),
    ('s3', 'aws', '{"private_stream_ttl": 604801}'),
    ('s3', 'aws', '{"public_ttl": 604800, "expiry_grid": 3600}'),
    ('s3', 'aws', '{"expiry_grid": 604800}'),
    ('s3', 'aws', '{"dialect": "goog", "session_token": "AQoDYXdz"}'),
    ('s3', 'aws', '[]'),
    ('cloudflare_hmac', 'text', '{"ttl": 7200, "private_stream_ttl": 7201}'),
    ('uri_signing', 'hs', '{"public_plain": "yes"}'),
    ('uri_signing', 'hs', '{"renewal_seconds": 60}'),
    ('uri_signing', 'hs', '{"renewal": "cookie", "placement": "query"}'),
    ('uri_signing', 'hs', '{"renewal": "query", "renewal_seconds": 60}'),
    ('cat', 'hs', '{"renewal": "cookie"}'),
    ('bunny', 'sha256-20', '{"countries": "CA,USA"}'),
    ('bunny', 'sha256-20', '{"countries": "ca"}'),
    ('bunny', 'sha256-20', '{"ignore_params": true, "limit": 100}'),
    ('bunny', 'sha256-20', '{"form": "md5", "placement": "query", "limit": 100}'),
    ('nginx_secure_link', 'md5-40', '{"stream_message": "{path}{secret}"}'),
    ('nginx_secure_link', 'md5-40', '{"preset": "custom", "stream_message": "s{expires}{directory} {secret}"}'),
    ('nginx_secure_link', 'md5-40', '{"preset": "custom", "file_message": "{path}{name}{expires} {secret}", "file_url": "{path}?t={token}&e={expires}&n={name}"}'),
    ('nginx_secure_link', 'md5-40', '{"preset": "custom", "file_message": "{expires}{path}", "file_url": "{path}?t={token}&e={expires}"}'),
    ('nginx_secure_link', 'md5-40', '{"preset": "custom", "file_message": "{expires}{path} {secret}", "file_url": "{path}?t={secret}&e={expires}"}');
insert into test.delivery (scheme, kid, options, uses) values
    ('imgproxy', 'imgproxy', '{"source_prefix": "bucket/"}', '{preview}'),
    ('imgproxy', 'imgproxy', '{"source_prefix": "s3://bucket"}', '{preview}');
select * from test.created();
-- Base URLs: missing, without what the scheme reads from them, with what it cannot sign.
insert into test.delivery (scheme, kid, options, base_url) values
    ('uri_signing', 'hs', default, null),
    ('uri_signing', 'hs', default, ''),
    ('uri_signing', 'hs', default, 'ftp://h.example'),
    ('uri_signing', 'hs', default, 'https://h.example/?a=b'),
    ('azure_sas', 'sha256-20', default, 'https://acme.blob.core.windows.net'),
    ('azure_sas', 'sha256-20', default, 'https://media.example.com/films'),
    ('azure_sas', 'sha256-20', '{"account": "acme"}', 'http://127.0.0.1:10000/other/films'),
    ('cloud_cdn', 'sha1-16', default, 'https://h.example:8443'),
    ('media_cdn', 'sha256-20', default, 'https://h.example/a~b'),
    ('media_cdn', 'sha256-20', default, 'https://h.example/a!'),
    ('akamai_edgeauth', 'sha256-20', default, 'https://h.example/*'),
    ('cloudfront', 'es', default, 'https://h.example/*'),
    ('ats_url_sig', 'ats', default, 'https://h.example/URLSIG'),
    ('s3', 'aws', default, 'https://h.example/a!b');
select * from test.created();
-- Keys: of another algorithm, of a length that the edge does not take, unknown, another account's, not current.
select kid as foreign from share.signing_key_create(account_id => :'other_account', kid => 'foreign', algorithm => 'HS256') \gset
select kid as ended from share.signing_key_revoke((share.signing_key_create(kid => 'ended')).kid) \gset
insert into test.delivery (scheme, kid, options) values
    ('uri_signing', 'md5-40', '{}'),
    ('bunny', 'sha1-20', '{}'),
    ('fastly', 'hs', '{}'),
    ('cloudfront', 'aws', '{}'),
    ('mux', 'es', '{}'),
    ('cloudflare_stream', 'es', '{}'),
    ('nginx_secure_link', 'md5-40', '{"preset": "gcore"}'),
    ('nginx_secure_link', 'md5-40', '{"preset": "yandex"}'),
    ('akamai_edgeauth', 'sha256-131', '{}'),
    ('cloud_cdn', 'sha1-20', '{}'),
    ('imgproxy', 'sha256-20', '{}'),
    ('uri_signing', 'nowhere', '{}'),
    ('uri_signing', 'foreign', '{}'),
    ('uri_signing', 'ended', '{}');
select * from test.created();
-- Uses that the scheme has no URLs for, none at all, or that do not exist.
insert into test.delivery (scheme, kid, uses) values
    ('imgproxy', 'imgproxy', '{stream}'),
    ('imgproxy', 'imgproxy', '{preview,download}'),
    ('uri_signing', 'hs', '{stream,upload}'),
    ('bunny', 'sha256-20', '{upload}'),
    ('mux', 'rs', '{download}'),
    ('cloudflare_stream', 'rs', '{stream,preview}'),
    ('s3', 'aws', null);
select * from test.created();
select test.rule(format('select share.delivery_create(%L, ''x'', ''s3'', ''https://h.example'', ''aws'', %L)', :'account', uses)) from unnest(array['{}', '{listen}']) with ordinality u(uses, n) order by n;
select test.rule(format('select share.delivery_create(%L, ''x'', ''uri_signing'', ''https://h.example'', ''hs'', %L)', :'account', uses)) from unnest(array['{stream,null}', '{{stream},{download}}']) with ordinality u(uses, n) order by n;
-- A key of the right length that the edge could not be told, and a use that the delivery's own templates leave out.
select count(share.signing_key_import('0b00' || repeat('0b', 18), a, kid => 'zero-' || a, encoding => 'hex')) as keys from unnest(array['HMAC-SHA1', 'HMAC-SHA256']) a;
insert into test.delivery (scheme, kid, options, uses) values
    ('cloudflare_hmac', 'zero-HMAC-SHA256', '{}', '{stream}'),
    ('nginx_hmac', 'zero-HMAC-SHA256', '{}', '{stream}'),
    ('ats_url_sig', 'zero-HMAC-SHA1', '{}', '{stream}'),
    ('fastly', 'zero-HMAC-SHA1', '{}', '{stream}'),
    ('imgproxy', 'text', '{}', '{preview}'),
    ('nginx_secure_link', 'md5-40', '{"preset": "cdn77"}', '{stream,download}'),
    ('nginx_secure_link', 'md5-40', '{"preset": "custom", "file_message": "{path} {expires} {secret}", "file_url": "{path}?t={token}&e={expires}"}', '{download,stream}');
select * from test.created();
-- Nothing of it was written.
select name, scheme from share.delivery_list(:'account');

-- A patch is checked as a whole: what fits alone may not fit what stays.
select options from share.delivery_update(:'account', 'edge', '{"options": {"placement": "query", "renewal": "query", "renewal_seconds": 60}}');
create function test.updated(patches jsonb) returns table (patch jsonb, code text, message text, detail text, hint text) language sql as $$
    select p.patch, r.code, r.message, r.detail, r.hint
    from jsonb_array_elements(patches) with ordinality p(patch, n),
        test.refused(format('select share.delivery_update(%L, ''edge'', %L)', (select f.account_id from share.file f where f.path = '/launch/film.mp4'), p.patch)) r
    order by p.n
$$;
select * from test.updated('[
    {"name": "x"}, {"scheme": null}, {"kid": null}, {"base_url": null}, {"base_url": 5}, {"uses": "stream"}, {"uses": null}, {"uses": ["stream", "upload"]}, {"uses": ["stream", null]}, {"uses": [["stream"]]},
    {"options": 5}, {"options": {"renewal": "query"}}, {"options": {"ttl": 60}},
    {"scheme": "cat"}, {"scheme": "cat", "options": null, "kid": "md5-40"}, {"scheme": "s3", "kid": "aws"}, {"scheme": "s3", "kid": "aws", "options": {"public_ttl": 604801}},
    {"kid": "md5-40"}, {"kid": "nowhere"}, {"kid": "ended"}
]');
select test.rule(format('select share.delivery_update(%L, ''edge'', ''{"uses": []}'')', :'account'));
select scheme, base_url, uses, options from share.delivery_get(:'account', 'edge');
