-- Tokens of visits and recipients: their keys, what is read back and what is not, rotation, revocation, who may call.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- share.migrate() has made the key, once; it is listed without its secret.
select share.migrate();
select count(*), bool_and(k.kid ~ '^k[0-9a-f]{12}$') as plain, bool_and(octet_length(s.secret) = 32) as whole, bool_and(share.token_key() = k.kid) as is_current
from share.signing_key_list('00000000-0000-0000-0000-000000000000', "limit" => 100) k join share.signing_key s using (kid) where k.algorithm = 'share_token';
select to_jsonb(k) - '{kid,created_at,valid_from}'::text[] as listed from share.signing_key_list() k where k.kid = share.token_key();
select share.token_key() as key \gset
select kind, detail - 'kid' as detail, detail ->> 'kid' = :'key' as names_it from share.event where kind = 'key.created' and detail ->> 'algorithm' = 'share_token';

-- One token, one purpose, one time.
\set id '01234567-89ab-4cde-8f01-23456789abcd'
select share.token_issue(:'key', 'visit', :'id', '2130-01-01') as token \gset
select length(:'token'), :'token' ~ '^[A-Za-z0-9_-]{60}$' as safe_in_a_url, :'token' = share.token_issue(:'key', 'visit', :'id', '2130-01-01') as same_again;
select at, share.token_read(:'token', 'visit', at) from (values ('2126-12-31'::timestamptz), ('2129-12-31 23:59:59.999999'), ('2130-01-01'), ('infinity'), (null)) v(at) order by at;
select purpose, share.token_read(:'token', purpose, '2127-01-01') from unnest('{visit,recipient,attachment,thumbnail,export,null}'::text[]) purpose;
select test.rule(format('select share.token_read(%L, ''Visit'', now())', :'token')), test.rule(format('select share.token_issue(%L, ''login'', %L, null)', :'key', :'id'));
select * from test.refused(format('select share.token_read(%L, ''login'', now())', :'token'));
-- Without an end, with a fraction of a second, with ends that no token holds.
select share.token_read(share.token_issue(:'key', 'recipient', :'id', ends), 'recipient', '9999-01-01') from (values (null::timestamptz), ('infinity')) v(ends);
select share.token_read(share.token_issue(:'key', 'export', :'id', '2130-01-01 00:00:00.5'), 'export', at) from (values ('2130-01-01 00:00:00.999999'::timestamptz), ('2130-01-01 00:00:01')) v(at);
select ends, r.code, r.message, r.detail from unnest('{-infinity,1969-12-31,1970-01-01,100000-01-01}'::text[]) ends, test.refused(format('select share.token_issue(%L, ''visit'', %L, %L)', :'key', :'id', ends)) r;

-- What is no token is null, whatever it is.
select name, share.token_read(text, 'visit', '2127-01-01') from (values
    ('null', null), ('empty', ''), ('words', 'no token at all'), ('cut', left(:'token', 59)), ('longer', :'token' || 'A'), ('padded', :'token' || '='), ('blank before', ' ' || :'token'), ('line behind', :'token' || e'\n'),
    ('other alphabet', left(:'token', 59) || '+'), ('one letter changed', overlay(:'token' placing case substr(:'token', 50, 1) when 'A' then 'B' else 'A' end from 50)), ('version', 'B' || substr(:'token', 2)),
    ('60 letters of two bytes', repeat('é', 60)), ('30 letters of two bytes', repeat('é', 30)), ('a million', repeat('A', 1000000)), ('a URL token', 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl')
) v(name, text);
select count(*) as read from generate_series(1, 60) at, unnest('{A,B,-,_,9}'::text[]) letter
where letter <> substr(:'token', at, 1) and share.token_read(overlay(:'token' placing letter from at), 'visit', '2127-01-01') is not null;
-- Keys of others neither make nor read one.
select test.rule(format('select share.token_issue(%L, ''visit'', %L, null)', :'kid', :'id')) as by_a_key_for_urls;
select kid as named_alike from share.signing_key_create(kid => 'kfedcba987654') \gset
select test.rule(format('select share.token_issue(%L, ''visit'', %L, null)', :'named_alike', :'id'));
select share.token_issue('k000000000000', 'visit', :'id', null) as by_none, share.token_issue(null, 'visit', :'id', null) as by_null, share.token_issue(:'key', 'visit', null, null) as for_none;

-- Such a key is the installation's, named by the server, never shown, and signs nothing else.
create function test.tried(call text) returns table (call text, code text, message text, detail text, hint text) language sql as $$ select $1, r.code, r.message, r.detail, r.hint from test.refused('select share.' || $1) r $$;
select replace(replace(t.call, :'key', '<kid>'), :'account', '<account>') as call, t.code, t.message, replace(t.detail, :'key', '<kid>') as detail, t.hint from unnest(array[
    'signing_key_create(algorithm => ''share_token'', kid => ''mine'')', 'signing_key_create(algorithm => ''share_token'', kid => ''k0123456789AB'')', format('signing_key_create(%L, algorithm => ''share_token'', kid => ''k0123456789ab'')', :'account'),
    'signing_key_create(algorithm => ''share_token'', reveal => true)', format('signing_key_rotate(%L, reveal => true)', :'key'),
    format('signing_key_import(%L, ''share_token'')', repeat('A', 43)), format('signing_key_import(%L, ''share_token'', encoding => ''hex'')', repeat('00', 32)),
    format('signing_key_export(%L, ''jwk'')', :'key'), format('signing_key_export(%L, ''hex'')', :'key'), format('signing_key_export(%L, ''text'')', :'key'), format('signing_key_export(%L, ''base64url'')', :'key'),
    format('sign_message(%L, ''message'')', :'key')
]) call, test.tried(call) t;
select s.scheme, test.rule(format('select share.delivery_create(%L, ''tokens'', %L, ''https://tokens.example.com'', %L, %L)', :'account', s.scheme, :'key', s.uses[1:1]))
from share.share_delivery_schemes() s where 'share_token' = any (s.algorithms) or s.scheme in ('uri_signing', 'bunny', 'fastly', 's3') order by s.scheme;
select test.rule(format('insert into share.signing_key (account_id, kid, algorithm, secret) values (%L, %L, ''share_token'', decode(repeat(''00'', 32), ''hex''))', account_id, kid))
from (values (:'account', 'k0123456789ab'), ('00000000-0000-0000-0000-000000000000', 'mine')) v(account_id, kid);

-- Rotation keeps what the old key has made, without an end; a standby key waits.
select state, secret, previous_kid = :'key' as replaces, previous_valid_until from share.signing_key_rotate(:'key', standby => true);
select share.token_key() = :'key' as the_old_one_signs;
select kid as waiting from share.signing_key where algorithm = 'share_token' and state = 'standby' \gset
select share.token_issue(:'waiting', 'visit', :'id', null) as by_the_waiting_one;
select state, kid = :'waiting' as the_waiting_one, previous_valid_until from share.signing_key_rotate(:'key');
select share.token_key() = :'waiting' as the_new_one_signs, share.token_read(:'token', 'visit', '2129-01-01');
select share.token_read(share.token_issue(:'key', 'visit', :'id', null), 'visit', now()) as by_a_snapshot_that_names_the_old_one;
select state, valid_until from share.signing_key where kid = :'key';
-- Revocation ends them at once; migrate() makes no new key for one that was taken away.
select share.token_issue(:'waiting', 'visit', :'id', null) as token_2 \gset
select state from share.signing_key_revoke(:'key');
select share.token_read(:'token', 'visit', '2127-01-01') as first, share.token_read(:'token_2', 'visit', now()) as second;
select state from share.signing_key_revoke(:'waiting');
select share.token_read(:'token_2', 'visit', now()), share.token_key(), share.token_issue(:'waiting', 'visit', :'id', null);
select share.migrate(), share.token_key();
select kid as next, algorithm, state, account_id, secret from share.signing_key_create(algorithm => 'share_token') \gset
select :'algorithm' as algorithm, :'state' as state, share.token_key() = :'next' as is_current;
select pg_sleep(0.001) \gset ignored_
select kid as youngest from share.signing_key_create(algorithm => 'share_token') \gset
select share.token_key() = :'youngest' as the_youngest_signs;

-- Nothing of it writes: a read-only transaction does, as a standby would.
begin transaction read only;
select share.token_read(share.token_issue(share.token_key(), 'thumbnail', :'id', now() + interval '1 hour'), 'thumbnail', now());
commit;

-- For the owner alone.
select r.rolname, p.proname from pg_roles r, pg_proc p
where p.pronamespace = 'share'::regnamespace and p.proname in ('token_issue', 'token_read', 'token_key', 'token_key_ensure')
    and has_function_privilege(r.oid, p.oid, 'execute') and not r.rolsuper and r.rolname like 'share\_%' order by 1, 2;
set role share_admin;
select test.rule('select share.token_issue(null, null, null, null)'), test.rule('select share.token_read(null, null, null)'), test.rule('select share.token_key()'), test.rule('select share.token_key_ensure()');
reset role;
