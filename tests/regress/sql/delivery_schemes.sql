-- What share.share_delivery_schemes() lists is what share.delivery_create() takes.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

select scheme, algorithms, uses, binds, longest_lifetime from share.share_delivery_schemes();
-- The options that all schemes begin with, then those that each has beside them.
select o.n, o.option - 'meaning' as option from share.share_delivery_schemes() s, jsonb_array_elements(s.options) with ordinality o(option, n) where s.scheme = 'uri_signing' and o.n <= 6 order by o.n;
select count(distinct (select jsonb_agg(o.option order by o.n) from jsonb_array_elements(s.options) with ordinality o(option, n) where o.n <= 6)) as beginnings from share.share_delivery_schemes() s;
select s.scheme, o.option ->> 'name' as option, o.option ->> 'default' as "default", o.option ->> 'accepts' as accepts
from share.share_delivery_schemes() with ordinality s(scheme, meaning, algorithms, uses, binds, longest_lifetime, options, n), jsonb_array_elements(s.options) with ordinality o(option, n)
where o.n > 6 order by s.n, o.n;
-- What is without words, and what has a name twice or another member: nothing.
select count(*) filter (where length(s.meaning) > 10 is not true) as schemes,
    sum((select count(*) from jsonb_array_elements(s.options) o where length(o ->> 'meaning') > 10 is not true or length(o ->> 'accepts') > 3 is not true)) as options,
    sum((select count(*) - count(distinct o ->> 'name') from jsonb_array_elements(s.options) o)) as names,
    sum((select count(*) from jsonb_array_elements(s.options) o where array(select k from jsonb_object_keys(o) k order by k collate "C") <> '{accepts,default,meaning,name}')) as members
from share.share_delivery_schemes() s;

-- A key of each algorithm: ATS's and keycdn's documentation, RFC 8392 A.2.2, Google's sample, imgproxy's documentation
-- (zeros stand behind its key), Amazon's example, RFC 6979 A.2.5 and RFC 7515 A.2.
\set rsa_file :source '/../../pg_share/core/src/rfc7515_rsa_key.txt'
\set rsa `cat :'rsa_file'`
select count(share.signing_key_import(k.secret, k.algorithm, kid => k.kid, encoding => k.encoding)) as keys from (values
    ('HS256', 'HS256', '403697de87af64611c1d32a05dab0fe1fcb715a86ab435f1ec99192d79569388', 'hex'),
    ('MD5', 'MD5', 'a-secure-token-key', null),
    ('HMAC-SHA256', 'HMAC-SHA256', 'YicZbmr6KlxfxPTJ3p9vYhARdPQ9WJYZ', null),
    ('HMAC-SHA1', 'HMAC-SHA1', 'nZtRohdNF9m3cKM24IcK4w==', 'base64url'),
    ('ats_url_sig', 'HMAC-SHA1', 'YicZbmr6KlxfxPTJ3p9vYhARdPQ9WJYZ', null),
    ('imgproxy', 'HMAC-SHA256', '73656372657400000000000000000000:68656C6C6F', null),
    ('AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA256', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', null),
    ('ES256', 'ES256', '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721', 'hex'),
    ('RS256', 'RS256', translate(:'rsa', E' \n', ''), 'base64')
) k(kid, algorithm, secret, encoding);

-- Writes a delivery at a place of its own; the host names an account of Azure's.
create sequence test.place;
create function test.created(scheme share.delivery_scheme, options jsonb, algorithm text default null) returns text
language sql as $$
    select coalesce(r.message || ': ' || r.detail, r.message)
    from nextval('test.place') n, test.refused(format('select share.delivery_create(%L, %L, %L, %L, %L, %L, %L)',
        (select f.account_id from share.file f where f.path = '/launch/film.mp4'), 'd' || n, scheme.scheme, format('https://h%s.blob.core.windows.net/media', n),
        case when scheme.scheme in ('imgproxy', 'ats_url_sig') and algorithm is null then scheme.scheme else coalesce(algorithm, scheme.algorithms[1]) end, scheme.uses, options)) r
$$;
-- With nothing set, by a key of each algorithm that is listed; and not by a key of any other.
select test.created(s, '{}', nullif(a.algorithm, s.algorithms[1])) as outcome, count(*), count(distinct s.scheme) as schemes from share.share_delivery_schemes() s, unnest(s.algorithms) a(algorithm) group by 1;
select left(test.created(s, '{}', case k.algorithm when 'share_token' then share.token_key() else k.algorithm end), 51) as outcome, count(*)
from share.share_delivery_schemes() s, (select distinct algorithm from share.signing_key) k
where k.algorithm <> all (s.algorithms) group by 1;

-- Each option with its default, one by one and all of a scheme together.
create view test.option as
select s as scheme, o.option ->> 'name' as name, o.option ->> 'accepts' as accepts,
    case when o.option ->> 'accepts' like 'one of %' or o.option ->> 'accepts' like 'a text of %' then o.option -> 'default' else (o.option ->> 'default')::jsonb end as "default"
from share.share_delivery_schemes() s, jsonb_array_elements(s.options) o(option);
select test.created(o.scheme, jsonb_build_object(o.name, o."default")) as outcome, count(*) from test.option o where o."default" <> 'null' group by 1;
select t.outcome, count(*) from (
    select test.created(o.scheme, jsonb_object_agg(o.name, o."default")) as outcome from test.option o where o."default" <> 'null' group by o.scheme
) t group by 1;

-- Each word and both ends of each range are taken alone, but for what goes with something else; cdn77 has streams alone.
create view test.value as
select o.scheme, o.name, v.value, v.fits from test.option o cross join lateral (
    select to_jsonb(w.word) as value, true as fits from regexp_split_to_table(substring(o.accepts from '^one of (.*)$'), ', ') w(word)
    union all select to_jsonb(w.word), false from unnest(array['', 'elsewhere']) w(word) where o.accepts like 'one of %'
    union all select to_jsonb(n), fits from regexp_match(o.accepts, 'from ([0-9]+) to ([0-9]+)$') m,
        lateral (values (m[1]::bigint, true), (m[2]::bigint, true), (m[1]::bigint - 1, false), (m[2]::bigint + 1, false)) n(n, fits) where m is not null
    union all select to_jsonb(repeat('x', n::integer)), fits from regexp_match(o.accepts, '^a text of ([0-9]+) to ([0-9]+) ') m,
        lateral (values (m[2]::bigint + 1, false), (m[1]::bigint - 1, false), (m[2]::bigint, true)) n(n, fits) where m is not null
    union all select to_jsonb(b), true from unnest(array[true, false]) b where o.accepts = 'true or false'
    union all select v.value, false from jsonb_array_elements('[null, [], {}, 1.5]') v(value)
) v;
select t.fits, t.outcome, count(*), min(t.option) as first from (
    select v.fits, (v.scheme).scheme || ' ' || v.name || ' ' || left(v.value::text, 20) as option,
        case when v.fits then test.created(v.scheme, jsonb_build_object(v.name, v.value))
            else replace(left(test.created(v.scheme, jsonb_build_object(v.name, v.value)), 33 + length(v.name)), v.name, '<option>') end as outcome
    from test.value v where v.value <> '"cdn77"'
) t group by 1, 2 order by 1, min(t.option) collate "C";
