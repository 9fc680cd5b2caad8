-- What an operator is told about an installation: fresh, healthy and broken.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
\pset null ''
-- The server's version and the roles of the cluster differ from place to place; ids and times from run to run.
create function test.doctor() returns table (area text, severity text, finding text, advice text) language sql as $$
    select f.area, f.severity,
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(f.finding, 'PostgreSQL [^,]+', 'PostgreSQL …'),
            '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', '<uuid>', 'g'), '\mk[0-9a-f]{12}\M', '<kid>', 'g'),
            '\d{4}-\d\d-\d\d \S+', '<time>', 'g'),
        regexp_replace(f.advice, 'alter database \S+', 'alter database …')
    from share.doctor() f
    where f.finding not like 'operators: %' and f.finding not like 'no login but%' $$;
\set wrong 'select * from test.doctor() where severity <> ''ok'';'
-- Healthy.
select * from test.doctor();
-- Broken, one thing after the other.
select id as ignored from share.origin_put(file_id => :'other_file', kind => 'source', path => 'other.mp4') \gset
:wrong
select count(share.delivery_create(account_id => :'other_account', name => 'edge', scheme => 'uri_signing', base_url => 'https://other.example.com', kid => (share.signing_key_create()).kid));
:wrong
set pg_share.private_download_ttl = '13h';
set pg_share.public_ttl = '1h';
set pg_share.link_base_url = '';
:wrong
reset pg_share.private_download_ttl;
reset pg_share.public_ttl;
set pg_share.link_base_url = 'https://app.example.com';
select count(share.delivery_update(:'account', 'edge', '{"options": {"private_stream_ttl": 60}}'));
:wrong
select count(share.delivery_update(:'account', 'edge', '{"options": {}}'));
update share.signing_key set valid_until = now() + interval '3 days' where kid = :'kid';
:wrong
select state from share.signing_key_revoke(:'kid');
:wrong
select count(share.delivery_update(:'account', 'edge', jsonb_build_object('kid', (share.signing_key_create()).kid)));
begin;
grant execute on function share.share_get to public;
grant usage on schema share to public;
create role regress_spy nologin;
grant share_owner to regress_spy;
alter role share_app bypassrls;
create role regress_both login;
grant share_admin, share_app to regress_both;
:wrong
rollback;
begin;
insert into share.event (account_id, at, event_id, kind, actor_kind) values (:'account', '2020-01-01', gen_random_uuid(), 'share.opened', 'visitor');
:wrong
select what from share.event_maintain();
:wrong
select count(share.event_partitions_create('2020-01-01', 1));
:wrong
do $$ begin execute format('drop table share.%I', 'event_' || to_char((now() at time zone 'UTC') + interval '1 month', 'YYYY_MM')); end $$;
select severity, finding from test.doctor() where finding like 'partitions%';
do $$ begin execute format('drop table share.%I', 'event_' || to_char(now() at time zone 'UTC', 'YYYY_MM')); end $$;
select severity, finding from test.doctor() where finding like '%partition for%';
rollback;
:wrong
-- Tables of another version, and none.
begin;
update share.schema_info set version = version + 1;
:wrong
rollback;
begin;
drop table share.schema_info;
:wrong
rollback;
-- For operators.
set role share_app;
select test.rule('select share.doctor()');
reset role;
set role share_admin;
select count(*) > 5 as told from share.doctor();
reset role;
