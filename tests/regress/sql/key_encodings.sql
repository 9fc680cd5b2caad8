-- Secrets that others gave out: one key in each way it is written, what is no key, and what cannot be made here.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

create function test.base64url(bytes bytea) returns text language sql as $$ select rtrim(translate(replace(encode(bytes, 'base64'), e'\n', ''), '+/', '-_'), '=') $$;
-- RFC 4231 cases 4 and 6, RFC 2202's HMAC-SHA-1 case 6, RFC 7515 A.1, RFC 6979 A.2.5 ("sample") and RFC 7515 A.2.
create table test.vector (name text, algorithm text, key bytea, message bytea, signature text);
insert into test.vector values
    ('rfc4231-4', 'HMAC-SHA256', '\x0102030405060708090a0b0c0d0e0f10111213141516171819', decode(repeat('cd', 50), 'hex'), test.base64url('\x82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b')),
    ('rfc4231-6', 'HMAC-SHA256', decode(repeat('aa', 131), 'hex'), 'Test Using Larger Than Block-Size Key - Hash Key First', test.base64url('\x60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54')),
    ('rfc2202-6', 'HMAC-SHA1', decode(repeat('aa', 80), 'hex'), 'Test Using Larger Than Block-Size Key - Hash Key First', test.base64url('\xaa4ae5e15272d00e95705637ce8a3b55ed402112')),
    ('rfc7515-1', 'HS256', decode('AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ+EstJQLr/T+1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow==', 'base64'),
        'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ', 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'),
    ('rfc6979', 'ES256', '\x3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721', 'sample',
        test.base64url('\xefd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8'));
\set rsa_file :source '/../../pg_share/core/src/rfc7515_rsa_key.txt'
\set rsa `cat :'rsa_file'`
insert into test.vector values ('rfc7515-2', 'RS256', decode(:'rsa', 'base64'), 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ',
    'cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw');

-- Each key in each way, padded or not, in either case, on one line or several: one key, one signature.
create function test.spellings(key bytea, algorithm text) returns table (encoding text, secret text) language sql as $$
    select v.encoding, v.secret from (values
        ('hex', encode(key, 'hex')), ('hex', upper(encode(key, 'hex'))),
        ('base64', replace(encode(key, 'base64'), e'\n', '')), ('base64', rtrim(replace(encode(key, 'base64'), e'\n', ''), '=')),
        ('base64url', test.base64url(key)), ('base64url', translate(replace(encode(key, 'base64'), e'\n', ''), '+/', '-_')),
        ('pem', e'-----BEGIN PRIVATE KEY-----\n' || encode(key, 'base64') || e'\n-----END PRIVATE KEY-----\n'),
        ('pem', e'-----BEGIN PRIVATE KEY-----\r\n' || replace(encode(key, 'base64'), e'\n', e'\r\n') || e'\r\n-----END PRIVATE KEY-----')
    ) v(encoding, secret)
    where v.encoding <> 'pem' or algorithm in ('ES256', 'RS256')
$$;
create table test.imported as
select v.name, v.algorithm, s.encoding, k.kid, k.secret from test.vector v, test.spellings(v.key, v.algorithm) s, share.signing_key_import(s.secret, v.algorithm, encoding => s.encoding) k;
insert into test.imported select v.name, v.algorithm, 'text', k.kid, k.secret from test.vector v, share.signing_key_import(convert_from(v.key, 'UTF8'), v.algorithm, encoding => 'text') k where v.name = 'rfc4231-4';
select v.name, v.algorithm, string_agg(distinct i.encoding, ' ') as encodings, count(*), count(distinct k.secret) as keys, count(distinct share.sign_message(k.kid, v.message)) as signatures,
    bool_and(share.sign_message(k.kid, v.message) = v.signature) as as_published, count(i.secret) as shown
from test.imported i join test.vector v using (name) join share.signing_key k using (kid) group by v.name, v.algorithm order by v.name;
-- Without an encoding it is the usual one.
select v.name, share.sign_message(k.kid, v.message) = share.sign_message(i.kid, v.message) as same from test.vector v
join lateral (select i.* from test.imported i where i.name = v.name limit 1) i on true,
    share.signing_key_import(case v.algorithm when 'HS256' then test.base64url(v.key) when 'HMAC-SHA256' then convert_from(v.key, 'UTF8')
        else e'-----BEGIN PRIVATE KEY-----\n' || encode(v.key, 'base64') || e'\n-----END PRIVATE KEY-----' end, v.algorithm) k
where v.name in ('rfc4231-4', 'rfc7515-1', 'rfc6979', 'rfc7515-2') order by v.name;
-- It comes out as it went in, and an event says that it did.
create table test.exported as select i.name, f.format, share.signing_key_export(i.kid, f.format) as secret
from test.imported i, unnest(array['hex', 'base64', 'base64url']) f(format) where i.name in ('rfc4231-6', 'rfc7515-1') and i.encoding = f.format;
select e.name, e.format, count(*), bool_or(e.secret = s.secret) as same from test.exported e join test.vector v using (name), test.spellings(v.key, v.algorithm) s where s.encoding = e.format group by 1, 2 order by 1, 2;
select detail ->> 'format' as format, count(*) from share.event where kind = 'key.exported' group by 1 order by 1;
create function test.tried(call text) returns table (call text, code text, message text, detail text, hint text) language sql as $$ select $1, r.code, r.message, r.detail, r.hint from test.refused('select share.' || $1) r $$;
select kid as mac from test.imported where name = 'rfc4231-6' limit 1 \gset
select kid as es from test.imported where name = 'rfc6979' limit 1 \gset
select kid as rs from test.imported where name = 'rfc7515-2' limit 1 \gset
select kid as aws from share.signing_key_import('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'AWS4-HMAC-SHA256', kid => 'AKIAIOSFODNN7EXAMPLE') \gset
select replace(t.call, '''' || k.kid || '''', k.kind) as call, t.code, t.message, t.detail, t.hint
from (values (1, :'mac', 'mac', 'text'), (2, :'mac', 'mac', 'pem'), (3, :'mac', 'mac', 'jwk'), (4, :'mac', 'mac', 'nginx'), (5, :'es', 'es', 'text'), (6, :'es', 'es', 'jwk'), (7, :'rs', 'rs', 'haproxy'), (8, :'aws', 'aws', 'pem')) k(n, kid, kind, format),
    test.tried(format('signing_key_export(%L, %L)', k.kid, k.format)) t order by k.n;

-- What is no key of the algorithm, or not written as it says; the answer never quotes it.
create table test.bad (n integer generated always as identity, algorithm text, encoding text, secret text);
insert into test.bad (algorithm, encoding, secret) values
    ('HMAC-SHA256', 'hex', '0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0'), ('HMAC-SHA256', 'hex', '0x0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b'), ('HMAC-SHA256', 'hex', '0b 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b'),
    ('HMAC-SHA256', 'base64', 'nZtRohdNF9m3cKM24IcK4w='), ('HMAC-SHA256', 'base64', '_-tRohdNF9m3cKM24IcK4w=='), ('HMAC-SHA256', 'base64url', '/+tRohdNF9m3cKM24IcK4w'), ('HMAC-SHA256', 'base64', e'nZtRohdNF9m3\ncKM24IcK4w=='), ('HMAC-SHA256', 'base64url', 'nZtRohdNF9m3cKM24IcK4x'),
    ('HMAC-SHA256', 'HEX', repeat('0b', 20)), ('HMAC-SHA256', 'base32', repeat('A', 32)), ('HMAC-SHA256', '', repeat('A', 32)), ('HMAC-SHA256', 'text', ''), ('HMAC-SHA256', 'text', 'fifteen-letters'), ('HMAC-SHA1', 'hex', repeat('aa', 257)), ('HS256', null, repeat('A', 42)),
    ('HS256', null, 'a-secret-in-plain-words-is-not-base64url!'), ('MD5', null, 'a secure token key'), ('MD5', null, 'a"secure"token"key'), ('AWS4-HMAC-SHA256', null, 'wJalrXUtnFEMI K7MDENG'), ('HMAC-SHA256', 'pem', repeat('0b', 20)),
    ('ES256', null, 'a-secure-token-key'), ('ES256', null, e'-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'), ('ES256', null, e'-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----'), ('HS512', null, repeat('A', 43)), ('hs256', null, repeat('A', 43));
insert into test.bad (algorithm, encoding, secret) select case v.algorithm when 'ES256' then 'RS256' else 'ES256' end, 'hex', encode(v.key, 'hex') from test.vector v where v.algorithm in ('ES256', 'RS256') order by v.name;
insert into test.bad (algorithm, encoding, secret) select 'ES256', 'hex', left(encode(v.key, 'hex'), -2) from test.vector v where v.algorithm = 'ES256';
select b.algorithm, b.encoding, r.code, r.message, r.detail, r.hint, length(b.secret) > 5 and strpos(concat_ws(' ', r.message, r.detail, r.hint), b.secret) > 0 as quoted
from test.bad b, test.refused(format('select share.signing_key_import(%L, %L, encoding => %L)', b.secret, b.algorithm, b.encoding)) r order by b.n;

-- A key that a service gives out, or whose public half it holds, is neither made nor rotated here.
select t.* from unnest(array['AWS4-HMAC-SHA256', 'ES256', 'RS256']) with ordinality a(algorithm, n), test.tried(format('signing_key_create(algorithm => %L)', a.algorithm)) t order by a.n;
select k.algorithm, t.code, t.message, t.detail, t.hint from (values (1, 'AWS4-HMAC-SHA256', :'aws'), (2, 'ES256', :'es'), (3, 'RS256', :'rs')) k(n, algorithm, kid),
    unnest(array['', ', standby => true']) with ordinality s(standby, m), test.tried(format('signing_key_rotate(%L%s)', k.kid, s.standby)) t order by k.n, s.m;
select count(*) from share.signing_key where replaced_by is not null or state <> 'current';
-- The way that the hint names: the new one is imported, and the delivery names it.
select name as ignored from share.delivery_create(:'account', 'bucket', 's3', 'https://bucket.s3.example.com', :'aws') \gset
select kid from share.signing_key_import('je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY', 'AWS4-HMAC-SHA256', kid => 'AKIAI44QH8DHBEXAMPLE') \gset
select name, kid from share.delivery_update(:'account', 'bucket', jsonb_build_object('kid', :'kid'));

-- Where an edge takes short secrets alone, the new one fits too; what cannot be made here is refused while the old one still signs.
select count(share.signing_key_import(k.secret, k.algorithm, kid => k.kid, encoding => k.encoding)) as keys from (values
    ('gcore', 'MD5', 'a-secure-token-key', null), ('akamai', 'HMAC-SHA256', '52a152a152a152a152a152a152a1beef', 'hex'),
    ('imgproxy', 'HMAC-SHA256', '73656372657400000000000000000000:68656C6C6F', null), ('google', 'HMAC-SHA1', 'nZtRohdNF9m3cKM24IcK4w==', 'base64url')
) k(kid, algorithm, secret, encoding);
select count(share.delivery_create(:'account', d.name, d.scheme, format('https://%s.example.com', d.name), d.name, d.uses, d.options)) as deliveries from (values
    ('gcore', 'nginx_secure_link', '{stream}'::text[], '{"preset": "gcore"}'::jsonb), ('akamai', 'akamai_edgeauth', '{stream}', '{}'),
    ('imgproxy', 'imgproxy', '{preview}', '{}'), ('google', 'cloud_cdn', '{stream}', '{}')
) d(name, scheme, uses, options);
select k.kid, t.code, t.message, t.detail from unnest(array['gcore', 'akamai', 'imgproxy', 'google']) with ordinality k(kid, n), test.tried(format('signing_key_rotate(%L)', k.kid)) t order by k.n;
select d.name, octet_length(k.secret) as bytes, d.kid = d.name as old from share.delivery d join share.signing_key k using (kid)
where d.name in ('gcore', 'akamai', 'imgproxy', 'google') order by d.name;
select d.name, t.step from share.delivery d, share.delivery_test(d.name, 'film/master.m3u8', case when d.name = 'imgproxy' then 'preview' else 'stream' end) t
where d.name in ('gcore', 'akamai', 'imgproxy', 'google') and t.step = 'url' order by d.name;
