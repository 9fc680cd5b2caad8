-- Jobs: asked for in a transaction, taken by workers, done, failed, given up, and who may do what.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- What there is to do.
select kind, meaning, required, (select array_agg(k.key order by k.key collate "C") from jsonb_object_keys(payload) k(key)) as keys from share.job_kinds();

-- What a job is refused for.
select * from test.refused(format('select share.job_add(%L, ''fax'', ''{}'')', :'account'));
select * from test.refused(format('select share.job_add(%L, null, ''{}'')', :'account'));
select * from test.refused(format('select share.job_add(%L, ''email_code'', ''{"email": "a@example.com"}'')', :'account'));
select test.rule(format('select share.job_add(%L, ''purge'', %L)', :'account', payload)) from unnest(array[null, '[]', '"epoch"']) payload;
select * from test.refused(format('select share.job_add(%L, ''purge'', jsonb_build_object(''epoch'', 1, ''paths'', repeat(''x'', 65536)))', :'account'));
select test.rule(format('select share.job_add(%L, ''purge'', ''{"epoch": 1}'', run_at => ''infinity'')', :'account'));
select test.rule(format('select share.job_add(%L, ''purge'', ''{"epoch": 1}'', deduplicate => repeat(''x'', 201))', :'account'));
select test.rule(format('select share.job_add(%L, ''purge'', ''{"epoch": 1}'')', :'nowhere'));
select count(*) from share.job;

-- A job goes with its transaction.
begin;
select share.job_add(:'account', 'purge', '{"epoch": 1}') is not null as added;
rollback;
select count(*) from share.job_claim();

-- Equal jobs are one until somebody takes it.
select share.job_add(:'account', 'transcribe', jsonb_build_object('file_id', :'file'), deduplicate => 'film') as first \gset
select share.job_add(:'account', 'transcribe', jsonb_build_object('file_id', :'file'), deduplicate => 'film') = :'first' as same;
select share.job_add(:'other_account', 'transcribe', jsonb_build_object('file_id', :'other_file'), deduplicate => 'film') = :'first' as same;
select worker, attempts, lease_until - statement_timestamp() as lease, payload = jsonb_build_object('file_id', :'file') as told
from share.job_claim(worker => 'w1') where id = :'first';
select share.job_add(:'account', 'transcribe', jsonb_build_object('file_id', :'file'), deduplicate => 'film') = :'first' as same;
delete from share.job;

-- The oldest first, of all kinds or some; what is to run later waits.
select share.job_add(:'account', 'cut', jsonb_build_object('file_id', :'file', 'start_time', n, 'end_time', n + 1), run_at => now() - make_interval(mins => 10 - n)) is not null as added from generate_series(1, 5) n;
select share.job_add(:'account', 'purge', '{"epoch": 7}', run_at => now() - interval '1 hour') as purge \gset
select share.job_add(null, 'purge', '{"epoch": 8}', run_at => now() + interval '1 hour') as later \gset
select id = :'purge' as oldest, account_id = :'account' as account, share_id, kind, worker, attempts, max_attempts from share.job_claim(worker => 'w1');
select kind, payload -> 'start_time' as start_time from share.job_claim(worker => 'w2', max_jobs => 2);
select kind, payload -> 'start_time' as start_time from share.job_claim('{purge,cut,cut}', 'w3', max_jobs => 100);
select count(*) from share.job_claim(max_jobs => 100);
update share.job set run_at = now() where job_id = :'later';
select account_id, length(worker) as own_name from share.job_claim();
select test.rule(call) from unnest(array['select share.job_claim(''{fax}'')', 'select share.job_claim(''{purge,null}'')', 'select share.job_claim(''{{purge}}'')',
    'select share.job_claim(max_jobs => 0)', 'select share.job_claim(max_jobs => 101)', 'select share.job_claim(max_jobs => null)',
    'select share.job_claim(lease => ''0'')', 'select share.job_claim(lease => ''25 hours'')', 'select share.job_claim(lease => null)',
    'select share.job_claim(worker => repeat(''x'', 201))']) call;

-- Done: the payload is forgotten; what has ended does not end twice.
select share.job_heartbeat(:'purge', 'w1', '1 hour') = statement_timestamp() + interval '1 hour' as renewed;
select * from test.refused(format('select share.job_heartbeat(%L, ''w2'')', :'purge'));
select state, attempts, worker, lease_until, result, finished_at = statement_timestamp() as finished from share.job_done(:'purge', 'w1', '{"purged": 3}');
select payload from share.job where job_id = :'purge';
select * from test.refused(format('select share.job_done(%L, ''w1'')', :'purge'));
select * from test.refused(format('select share.job_done(%L, ''w1'')', :'nowhere'));
select test.rule(format('select share.job_done(%L, ''w3'', to_jsonb(repeat(''x'', 65536)))', job_id)) from share.job where worker = 'w3' limit 1;
select test.rule(call) from unnest(array['select share.job_done(null, ''w1'')', format('select share.job_done(%L, null)', :'purge'),
    format('select share.job_done(%L, ''w1'', account_id => %L)', :'purge', :'other_account')]) call;
delete from share.job;

-- Failed: again after 30 seconds, twice as long each time, at most 6 hours; dead in the end.
select share.job_add(:'account', 'email_code', '{"email": "ada@example.com", "code": "123456"}') as mail \gset
create function test.fails(id uuid) returns table (attempt integer, state text, again_in interval) language plpgsql as $$
begin
    for n in 1 .. 12 loop
        update share.job j set run_at = statement_timestamp() where j.job_id = id;
        return query select c.attempts, f.state, case when f.state = 'queued' then f.run_at - statement_timestamp() end
            from share.job_claim(worker => 'w1') c cross join lateral share.job_fail(c.id, 'w1', 'no route to host') f;
    end loop;
end
$$;
select * from test.fails(:'mail');
select count(*) from share.job_claim();
select state, attempts, max_attempts, last_error, finished_at is not null as finished from share.job_get(:'mail');
select state, attempts, max_attempts, finished_at from share.job_retry(:'mail');
select * from test.refused(format('select share.job_retry(%L)', :'mail'));
select payload from share.job_claim(worker => 'w1');
select state, length(last_error) from share.job_fail(:'mail', 'w1', repeat('x', 5000), retry => false);
select test.rule(format('select share.job_fail(%L, ''w1'', ''x'')', :'mail'));
select test.rule(format('select share.job_fail(%L, ''w1'', null)', :'mail'));

-- A worker that died: its job goes to another one, and to the dead when each of them dies.
select state from share.job_retry(:'mail');
select attempts from share.job_claim(worker => 'w1');
update share.job set lease_until = now() - interval '1 second' where job_id = :'mail';
select share.job_heartbeat(:'mail', 'w1') > now() as nobody_has_taken_it;
update share.job set lease_until = now() - interval '1 second' where job_id = :'mail';
select id = :'mail' as same, attempts from share.job_claim(worker => 'w2');
select test.rule(format('select share.job_done(%L, ''w1'')', :'mail'));
select last_error from share.job_get(:'mail');
update share.job set lease_until = now() - interval '1 second', attempts = max_attempts where job_id = :'mail';
select share.job_add(:'account', 'email_code', '{"email": "eve@example.com", "code": "654321"}') as next_mail \gset
select id = :'next_mail' as the_next from share.job_claim(worker => 'w3');
select state, last_error, worker, lease_until from share.job_get(:'mail');

-- Lists: newest first, by state and kind; of payloads nothing that lets in.
select kind, state, payload from share.job_list(:'account');
select kind, state from share.job_list(:'account', state => 'dead', kind => 'email_code');
select id = :'mail' as second from share.job_list("limit" => 1, cursor => :'next_mail');
select count(*) from share.job_list(share_id => :'nowhere');
select test.rule('select share.job_list(state => ''over'')');
select object from share.job_drop(:'mail');
select test.rule(format('select share.job_drop(%L)', :'mail'));
select test.rule(format('select share.job_done(%L, ''w3'')', :'mail'));

-- Old ones are forgotten, dead ones stay.
select state from share.job_done(:'next_mail', 'w3');
select share.job_maintain() as young, share.job_maintain('0') as old;
select test.rule('select share.job_maintain(''-1 day'')');
select test.rule('select share.job_maintain(null)');

-- Who: workers are members of share_app or share_admin that act for nobody.
select share.job_add(:'account', 'purge', '{"epoch": 1}') as job \gset
set role share_app;
select kind from share.job_claim(worker => 'app', lease => '1 second');
select share.job_heartbeat(:'job', 'app') is not null as renewed;
begin;
select share.act_as('ada');
select * from test.refused('select share.job_claim()');
select kind, state from share.job_list();
select state from share.job_get(:'job');
commit;
select test.rule('select share.job_list()');
select test.rule('select share.job_maintain()');
select test.rule('select * from share.job');
select test.rule(format('select share.job_add(%L, ''purge'', ''{"epoch": 1}'')', :'account'));
reset role;
set pg_share.require_user = on;
set role share_app;
select state from share.job_done(:'job', 'app');
select test.rule(format('select share.job_get(%L)', :'job'));
reset role;
reset pg_share.require_user;
set role share_user;
select test.rule('select share.job_claim()');
select test.rule(format('select share.job_get(%L)', :'job'));
reset role;
select count((share.member_add(account_id => :'account', user_id => r::text, role => r)).user_id) from unnest(enum_range(null::share.member_role)) r;
create function test.as_user(user_id text, statement text) returns text language plpgsql as $$
begin
    perform share.act_as(user_id);
    return coalesce((test.refused(statement)).code, 'ok');
end
$$;
select m.role, test.as_user(m.role, format('select share.job_get(%L)', :'job')) as get, test.as_user(m.role, format('select share.job_list(%L)', :'account')) as list,
    test.as_user(m.role, format('select share.job_retry(%L)', :'job')) as retry, test.as_user(m.role, format('select share.job_drop(%L)', gen_random_uuid())) as drop
from unnest(array['viewer', 'editor', 'admin', 'owner', 'stranger']) m(role);
select pg_catalog.set_config('pg_share.user_id', '', false);
set role share_admin;
select state from share.job_get(:'job');
select object from share.job_drop(:'job');
reset role;
select kind, detail - 'job_id' as detail from share.event where kind like 'job.%' order by at, event_id;
-- Acting for an account alone is acting for somebody too.
set role share_app;
begin;
select share.act_as(account_id => :'account');
select test.rule('select share.job_claim()');
commit;
reset role;
