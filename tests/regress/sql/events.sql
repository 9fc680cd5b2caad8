-- Events: who may change them, what of an address is kept, months that come and go.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select id as share from share.share_create(file_id => :'file', visibility => 'private') \gset

-- What happens through a link tells whose it was; the address is kept as the account's policy says.
create function test.opened(account uuid, share uuid, address inet) returns text language plpgsql as $$
declare
    visit uuid := gen_random_uuid();
begin
    perform share.event_add(account, share, 'share.opened', '{"user_agent": "curl"}', gen_random_uuid(), visit, null, address);
    return (select coalesce(e.address, 'nothing') from share.event e where e.visit_id = visit);
end
$$;
create table test.came (n integer generated always as identity, address inet);
insert into test.came (address) values ('203.0.113.77'), ('2001:db8:1:2::77'), ('203.0.113.77/8'), (null);
select test.opened(:'account', :'share', address) from test.came order by n;
update share.account set policy = '{"addresses": "full"}' where account_id = :'account';
select test.opened(:'account', :'share', address) from test.came order by n;
update share.account set policy = '{"addresses": "off"}' where account_id = :'account';
select test.opened(:'account', :'share', address) from test.came order by n;
select test.rule(format('update share.account set policy = ''[]'' where account_id = %L', :'account'));
update share.account set policy = '{}' where account_id = :'account';
select recipient_id as recipient from share.event where visit_id is not null limit 1 \gset
select kind, recipient_id = :'recipient' as theirs, visit_id is not null as visited, reason, is_bot
from share.event_list(account_id => :'account', recipient_id => :'recipient');
select count(*) from share.event_list(share_id => :'share', after => now() - interval '1 hour', before => now() + interval '1 hour');
select count(*) from share.event_list(share_id => :'share', after => now() + interval '1 hour');
select count(*) from share.event_list(share_id => :'share', before => now() - interval '1 hour');

-- Append-only, for the owner of the tables too, and in each partition.
set role share_owner;
select test.rule(statement) from unnest(array['update share.event set kind = ''share.forged''', 'delete from share.event', 'truncate share.event',
    'truncate share.event_default',
    'update share.event set actor = ''someone else''', 'update share.event set detail = ''{"user_agent": "forged"}'' where kind = ''share.opened''']) statement;
select test.rule(format('%s share.%I', verb, 'event_' || to_char(now() at time zone 'UTC', 'YYYY_MM')))
from unnest(array['truncate', 'delete from']) verb;
reset role;

-- Months in the past, as if nobody had made them ahead; the first two are older than what is kept.
create function test.month(back integer) returns timestamptz language sql stable
as $$ select (date_trunc('month', now() at time zone 'UTC') - make_interval(months => back)) at time zone 'UTC' $$;
create function test.masked(partition text) returns text language sql stable as $$
    select coalesce((select format('month %s', n) from generate_series(-3, 20) n
        where partition = 'event_' || to_char(test.month(n) at time zone 'UTC', 'YYYY_MM')), partition) $$;
insert into share.event (account_id, at, event_id, share_id, kind, actor_kind)
select :'account', test.month(back) + moment, gen_random_uuid(), :'share', 'share.opened', 'visitor'
from unnest(array[15, 14, 13, 3, 2, 1]) back, unnest(array[interval '0', interval '1 day', interval '27 days']) moment;
select count(*) from share.event_default;
set role share_owner;
select test.rule('delete from share.event_default');
reset role;
select what, test.masked(partition), events from share.event_maintain();
select what, partition, events from share.event_maintain();
select count(*) from share.event_default;
select e.tableoid::regclass::text = 'share.event_' || to_char(e.at at time zone 'UTC', 'YYYY_MM') as in_its_month, count(*)
from share.event e where e.kind = 'share.opened' group by 1;
select count(*) from share.event where at < test.month(13);

-- What has become old is dropped; 0 keeps everything.
set pg_share.event_months = 0;
select count(*) from share.event_maintain();
set pg_share.event_months = 2;
select what, test.masked(partition), events from share.event_maintain();
select count(*) from share.event where at < test.month(2);
select test.masked(detail ->> 'partition'), actor_kind, account_id from share.event_list(kind => 'event.dropped') order by 1;
reset pg_share.event_months;
set role share_owner;
select test.rule(format('truncate share.%I', 'event_' || to_char(test.month(1) at time zone 'UTC', 'YYYY_MM')));
reset role;
select count(*) as left_over from pg_class where relnamespace = 'share'::regnamespace and relname = 'event_moving';

-- For operators alone.
set role share_app;
select test.rule('select share.event_maintain()');
select test.rule('set pg_share.event_months = 1');
reset role;
