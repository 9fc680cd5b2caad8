-- Webhooks: who is told of which events, the requests and their signatures, new secrets, and who may do what.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
-- HMAC (RFC 2104) from the server's own sha256, so that signatures are held against something else than what made them.
create function test.hmac_sha256(key bytea, message bytea) returns bytea language plpgsql as $$
declare
    inner_key bytea := decode(repeat('36', 64), 'hex');
    outer_key bytea := decode(repeat('5c', 64), 'hex');
begin
    for i in 0 .. length(key) - 1 loop
        inner_key := set_byte(inner_key, i, get_byte(key, i) # 54);
        outer_key := set_byte(outer_key, i, get_byte(key, i) # 92);
    end loop;
    return sha256(outer_key || sha256(inner_key || message));
end
$$;
-- What a receiver does: any of the signatures has to fit.
create function test.fits(headers jsonb, body text, secret text) returns boolean language sql as $$
    select 'v1,' || encode(test.hmac_sha256(decode(substr(secret, 7), 'base64'),
            convert_to(concat_ws('.', headers ->> 'Webhook-Id', headers ->> 'Webhook-Timestamp', body), 'UTF8')), 'base64')
        = any (string_to_array(headers ->> 'Webhook-Signature', ' '))
$$;
-- The example in the documentation and the tests of the Standard Webhooks libraries.
select kid from share.signing_key_import('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', algorithm => 'HMAC-SHA256', encoding => 'base64', kid => 'vector');
select share.sign_message('vector', 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}') as published;
select encode(test.hmac_sha256(decode('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64'), 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}'), 'base64') as published;

-- URLs: https, or http on loopback; no user, no fragment.
create function test.takes(url text) returns text language plpgsql as $$
begin
    return coalesce((test.refused(format('select share.webhook_url_check(%L)', url))).code, 'ok');
end
$$;
select url, test.takes(url) from unnest(array['https://example.com', 'https://example.com:8443/hooks/1?a=b&c', 'https://[2001:db8::1]/x', 'http://127.0.0.1:8080/x', 'http://localhost/', 'http://[::1]:1/x',
    'http://example.com/', 'http://127.0.0.1.example.com/', 'http://localhost.example.com/', 'http://localhost@example.com/', 'https://user:secret@example.com/', 'https://example.com\@localhost/', 'https://example.com/#x',
    'https://example.com/a b', 'https://exämple.com/', 'https:///x', 'https://', 'ftp://example.com/', 'HTTPS://example.com', 'https://example.com/' || chr(10), '']) url;
select length(url), test.takes(url) from (values ('https://example.com/' || repeat('x', 2028)), ('https://example.com/' || repeat('x', 2029))) v(url);
select * from test.refused(format('select share.webhook_create(%L, ''https://user:secret@example.com/'', ''{*}'')', :'account'));
select kinds, test.rule(format('select share.webhook_create(%L, ''https://example.com/'', %L)', :'account', kinds)) from unnest(array['{}', '{share}', '{share.}', '{*.created}', '{share.*,null}', '{{share.*}}', '{Share.created}', null]) kinds;
select test.rule(format('select share.webhook_create(%L, ''https://example.com/'', array_fill(''*''::text, array[51]))', :'account'));
select * from test.refused(format('select share.webhook_create(%L, ''https://example.com/'', ''{shares}'')', :'account'));

-- The secret comes back once.
select id as hook, secret, account_id = :'account' as same_account, url, kinds, secret ~ '^whsec_[A-Za-z0-9+/]{58}==$' as form
from share.webhook_create(:'account', 'https://example.com/hook', '{share.created,delivery.*}') \gset
\echo :same_account :url :kinds :form
select url, kinds, previous_valid_until, disabled_at, created_at = updated_at as unchanged from share.webhook_list(:'account');
select count(*) from share.event where kind like 'webhook.%' and detail::text like '%' || :'secret' || '%';

-- Events of other kinds and of other accounts make no jobs, those that are wanted one each; with their transaction.
select id as ignored from share.file_update(:'file', '{"metadata": {"a": 1}}') \gset
select id as ignored from share.share_create(file_id => :'other_file') \gset
select count(*) from share.job;
begin;
select id as share from share.share_create(file_id => :'file') \gset
rollback;
select count(*) from share.job;
select id as share from share.share_create(file_id => :'file') \gset
select name from share.delivery_update(:'account', 'edge', '{"options": {"public_ttl": 3600}}');
select kind, state, share_id = :'share' as share from share.job_list(:'account');
select j.payload -> 'event' ->> 'kind' as kind, (j.payload #>> '{event,id}')::uuid = e.event_id as event, (j.payload #>> '{event,at}')::timestamptz = date_trunc('milliseconds', e.at) as at,
    (j.payload #>> '{event,account_id}')::uuid = e.account_id as account, j.payload #> '{event,detail}' = e.detail as detail, (j.payload ->> 'webhook_id')::uuid = :'hook' as hook
from share.job j join share.event e on e.account_id = j.account_id and e.kind = j.payload #>> '{event,kind}' order by j.job_id;

-- The request: signed by the database, so that the worker has no secret.
select id as job from share.job_claim('{webhook}', 'w1') \gset
select url, headers, body from share.job_webhook_request(:'job', 'w1') \gset
\echo :url
select array_agg(k.key order by k.key) from jsonb_object_keys(:'headers'::jsonb) k(key);
select array_agg(k.key order by k.key) from jsonb_object_keys(:'body'::jsonb) k(key);
select :'body'::jsonb ->> 'type' as type, :'body'::jsonb #>> '{data,id}' = :'headers'::jsonb ->> 'Webhook-Id' as id, :'body'::jsonb #>> '{data,share_id}' = :'share' as share,
    abs((:'headers'::jsonb ->> 'Webhook-Timestamp')::bigint - extract(epoch from now())) < 600 as recent;
select test.fits(:'headers', :'body', :'secret') as genuine, test.fits(:'headers', :'body' || ' ', :'secret') as other_body, test.fits(:'headers', :'body', 'whsec_' || encode(convert_to(repeat('x', 43), 'UTF8'), 'base64')) as other_secret,
    test.fits(:'headers'::jsonb || '{"Webhook-Timestamp": "1"}', :'body', :'secret') as other_time;
select test.rule(format('select share.job_webhook_request(%L, ''w2'')', :'job'));
select state from share.job_done(:'job', 'w1');
select test.rule(format('select share.job_webhook_request(%L, ''w1'')', :'job'));

-- A new secret: both sign while the old one is kept, then one.
select secret as second_secret, previous_valid_until = statement_timestamp() + interval '1 hour' as an_hour from share.webhook_rotate(:'hook', '1 hour') \gset
\echo :an_hour
select id as job from share.job_claim('{webhook}', 'w1') \gset
select headers, body from share.job_webhook_request(:'job', 'w1') \gset
select test.fits(:'headers', :'body', :'secret') as old, test.fits(:'headers', :'body', :'second_secret') as new;
select secret as third_secret, previous_valid_until from share.webhook_rotate(:'hook', '0') \gset
select headers, body from share.job_webhook_request(:'job', 'w1') \gset
select test.fits(:'headers', :'body', :'secret') as oldest, test.fits(:'headers', :'body', :'second_secret') as old, test.fits(:'headers', :'body', :'third_secret') as new;
select count(*) from share.signing_key where account_id = :'account';
select test.rule(format('select share.webhook_rotate(%L, %L)', :'hook', keep)) from unnest(array['-1 day', '31 days', null]) keep;
-- Its key signs nothing else, and is not rotated behind its receiver's back.
select kid as hook_kid from share.webhook where webhook_id = :'hook' \gset
select test.rule(format('select share.delivery_create(%L, ''stolen'', ''bunny'', ''https://b.example.com'', %L)', :'account', :'hook_kid'));
select message, hint from test.refused(format('select share.signing_key_rotate(%L)', :'hook_kid'));
select kid = :'hook_kid' as same, state from share.signing_key_revoke(:'hook_kid');
select code, message, hint from test.refused(format('select share.job_webhook_request(%L, ''w1'')', :'job'));
select length(secret) from share.webhook_rotate(:'hook');
select count(*) from share.job_webhook_request(:'job', 'w1');

-- Changed, disabled, deleted: what still waits is not sent.
select url, kinds, disabled_at is not null as disabled from share.webhook_update(:'hook', '{"url": "http://127.0.0.1:8080/x", "kinds": ["*"]}');
select id as ignored from share.file_update(:'file', '{"metadata": {"a": 2}}') \gset
select kind, state, count(*) from share.job_list(:'account') group by 1, 2 order by 1, 2;
select disabled_at is not null as disabled from share.webhook_update(:'hook', '{"disabled": true}');
select id as ignored from share.file_update(:'file', '{"metadata": {"a": 3}}') \gset
select count(*) from share.job_webhook_request(:'job', 'w1');
select state, result from share.job_get(:'job');
select disabled_at from share.webhook_update(:'hook', '{"disabled": null}');
select patch, test.rule(format('select share.webhook_update(%L, %L)', :'hook', patch)) from unnest(array['{"url": "ftp://x"}', '{"url": null}', '{"kinds": null}', '{"kinds": []}', '{"kinds": "*"}', '{"kinds": [null]}', '{"disabled": "yes"}', '{"secret": "x"}', null]) patch;
-- An event that is too much to tell is told without its particulars.
select share.event_add(:'account', null, 'file.updated', jsonb_build_object('long', repeat('x', 70000)));
select payload #> '{event,detail}' as detail from share.job where kind = 'webhook' order by job_id desc limit 1;
select object from share.webhook_delete(:'hook');
select test.rule(format('select share.webhook_delete(%L)', :'hook'));
select count(*) from share.signing_key where account_id = :'account';
select c.kind, r.url from share.job_claim('{webhook}', 'w1') c left join lateral share.job_webhook_request(c.id, 'w1') r on true;
select share.job_add(:'account', 'purge', '{"epoch": 1}') as purge \gset
select kind from share.job_claim('{purge}', 'w1');
select test.rule(format('select share.job_webhook_request(%L, ''w1'')', :'purge'));

-- No more than twenty.
select count((share.webhook_create(:'other_account', 'https://example.com/' || n, '{member.added}')).id) from generate_series(1, 20) n;
select * from test.refused(format('select share.webhook_create(%L, ''https://example.com/'', ''{*}'')', :'other_account'));
select url from share.webhook_list(:'other_account', "limit" => 2);
select url from share.webhook_list(:'other_account', "limit" => 2, cursor => (select min(id::text)::uuid from (select id from share.webhook_list(:'other_account', "limit" => 2)) p));

-- Who: admins and owners of the account, the service, operators; for the installation operators alone.
select count((share.member_add(account_id => :'account', user_id => r::text, role => r)).user_id) from unnest(enum_range(null::share.member_role)) r;
select id as hook from share.webhook_create(:'account', 'https://example.com/hook', '{share.*}') \gset
create function test.as_user(user_id text, statement text) returns text language plpgsql as $$
begin
    perform share.act_as(user_id);
    return coalesce((test.refused(statement)).code, 'ok');
end
$$;
select m.role, test.as_user(m.role, format('select share.webhook_create(%L, ''https://example.com/'', ''{*}'')', :'account')) as create, test.as_user(m.role, format('select share.webhook_list(%L)', :'account')) as list,
    test.as_user(m.role, format('select share.webhook_update(%L, ''{}'')', :'hook')) as update, test.as_user(m.role, format('select share.webhook_rotate(%L)', :'hook')) as rotate,
    test.as_user(m.role, format('select share.job_webhook_request(%L, ''w1'')', :'purge')) as request
from unnest(array['viewer', 'editor', 'admin', 'owner', 'stranger']) m(role);
select set_config('pg_share.user_id', '', false);
set role share_app;
select test.rule(format('select share.webhook_list(%L)', :'account'));
select test.rule('select share.webhook_create(''00000000-0000-0000-0000-000000000000'', ''https://example.com/'', ''{*}'')');
select count(*) as of_no_account from share.webhook;
reset role;
set role share_admin;
select account_id, kinds from share.webhook_create('00000000-0000-0000-0000-000000000000', 'https://example.com/', '{key.*}');
select kid is not null as made from share.signing_key_create();
select kind, payload #>> '{event,kind}' as event from share.job_claim('{webhook}', 'w9', max_jobs => 100) where account_id is null;
reset role;
