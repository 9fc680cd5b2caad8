-- Figures for who watches the server.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select id as share from share.share_create(file_id => :'file', visibility => 'private') \gset
select id as gone from share.share_create(file_id => :'file', visibility => 'public') \gset
select object from share.share_delete(:'gone');
select id as later from share.share_create(file_id => :'file', visibility => 'public', starts_at => now() + interval '1 hour') \gset
update share.signing_key set valid_until = now() + interval '1 hour' where kid = :'kid';
insert into share.event (account_id, at, event_id, kind, actor_kind) values
    (:'account', '2020-01-01', gen_random_uuid(), 'share.opened', 'visitor'), (:'account', now() - interval '59 minutes', gen_random_uuid(), 'share.opened', 'visitor');
select name, labels, value from share.metrics where name not in ('share_events_last_hour', 'share_signing_key_seconds_left', 'share_jobs');
select labels ->> 'kind', value from share.metrics where name = 'share_events_last_hour' and labels ->> 'kind' like 'share.%' order by 1;
select labels, value > 3500 and value <= 3600 as within_the_hour from share.metrics where name = 'share_signing_key_seconds_left';
select name, labels from share.metrics group by 1, 2 having count(*) > 1;
-- A sample of a table that has grown: the sum comes near.
begin;
insert into share.share (account_id, share_id, file_id, metadata, exclusive)
select account_id, gen_random_uuid(), file_id, jsonb_build_object('filler', repeat('x', 1500)), false from share.share, generate_series(1, 1000) where share_id = :'share';
insert into share.share (account_id, share_id, file_id, metadata, exclusive)
select account_id, gen_random_uuid(), file_id, metadata, false from share.share, generate_series(1, 4) where metadata <> '{}';
select pg_relation_size('share.share') / current_setting('block_size')::integer > 800 as grown;
select value between 3500 and 6500 as near from share.metrics where name = 'share_shares' and labels ->> 'state' = 'active';
rollback;
-- For operators and who watches the server; nothing else opens with it.
create role regress_exporter nologin;
grant pg_monitor to regress_exporter;
set role regress_exporter;
select count(*) > 10 as told from share.metrics;
select test.rule(statement) from unnest(array['select from share.event', 'select share.share_list()', 'select share.doctor()', 'select kid from share.signing_key']) statement;
reset role;
set role share_admin;
select count(*) > 10 as told from share.metrics;
reset role;
set role share_app;
select test.rule('select from share.metrics');
select test.rule('select share.metrics_read()');
reset role;
drop role regress_exporter;
