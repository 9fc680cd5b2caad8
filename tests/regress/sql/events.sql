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

-- Usage: openings, plays, downloads and refusals of people, by day; bots are marked and not counted.
select id as watched from share.share_create(file_id => :'file', visibility => 'public') \gset
\set ann '11111111-1111-4111-8111-111111111111'
\set bob '22222222-2222-4222-8222-222222222222'
create table test.use (n integer generated always as identity, day date, hour integer, kind text, visit integer, recipient uuid, is_bot boolean, reason text);
insert into test.use (day, hour, kind, visit, recipient, is_bot, reason) values
    ('2024-03-01', 9, 'share.opened', 1, :'ann', false, null), ('2024-03-01', 10, 'share.played', 1, :'ann', false, null),
    ('2024-03-01', 11, 'share.opened', 2, :'bob', false, null), ('2024-03-01', 12, 'share.opened', 3, null, true, null),
    ('2024-03-01', 13, 'share.refused', null, :'bob', false, 'wrong_password'), ('2024-03-01', 23, 'share.downloaded', 2, :'bob', false, null),
    ('2024-03-02', 0, 'share.played', 2, :'bob', false, null), ('2024-03-02', 1, 'share.updated', null, null, false, null),
    ('2024-03-04', 0, 'share.opened', 4, null, false, null), ('2024-03-04', 1, 'share.opened', 5, null, true, null);
select count(share.event_partitions_create('2024-03-01', 1));
insert into share.event (account_id, at, event_id, share_id, kind, actor_kind, actor, detail, recipient_id, visit_id, reason, address, is_bot)
select :'account', u.day::timestamp at time zone 'UTC' + make_interval(hours => u.hour), gen_random_uuid(), :'watched', u.kind,
    case u.visit when 1 then 'user' else 'visitor' end, case u.visit when 1 then 'ann' end,
    '{"user_agent": "curl", "email": "who@example.com", "bytes": 7}', u.recipient, md5(u.visit::text)::uuid, u.reason, '203.0.113.0/24', u.is_bot
from test.use u;
select day, opens, plays, downloads, refusals, unique_visits, bots, last_viewed from share.share_usage(:'watched', '2024-03-01', '2024-03-05');
select day, opens, share_id = :'watched' and account_id = :'account' as same from share.share_usage(:'watched', '2024-03-02', '2024-03-04');
select day, opens, plays from share.share_usage(:'watched', before => '2024-03-05');
select day, opens, plays from share.account_usage(:'account', '2024-03-01', '2024-03-05');
select opens > 0 as today from share.share_usage(:'share') where day = (now() at time zone 'UTC')::date;
select recipient_id, opens, plays, downloads, refusals, unique_visits, bots, first_viewed, last_viewed
from share.share_usage_recipients(:'watched', '2024-03-01', '2024-03-05');
select * from test.refused(format('select share.share_usage(%L, ''2024-01-01'', ''2025-02-05'')', :'watched'));
select count(*) from share.share_usage(:'watched', '2024-01-01', '2025-02-04');
select test.rule(statement) from unnest(array[format('select share.share_usage(%L, ''-infinity'')', :'watched'),
    format('select share.share_usage(%L, before => ''infinity'')', :'watched'), 'select share.share_usage(null)', 'select share.account_usage(null)',
    format('select share.share_usage(%L)', :'nowhere'), format('select share.account_usage(%L)', :'nowhere'),
    format('select share.share_usage_recipients(%L)', :'nowhere'),
    format('select share.share_usage_recipients(%L, ''2024-01-01'', ''2025-02-05'')', :'watched')]) statement;
-- A share's figures are read by its index, whatever else happened in the month.
create function test.plan(statement text) returns setof text language plpgsql as $$
declare
    line text;
begin
    set local enable_seqscan = off;
    for line in execute 'explain (costs off) ' || statement loop
        return next regexp_replace(substring(line from 'using (\S+) on'), 'event_\d{4}_\d{2}_', 'event_YYYY_MM_');
    end loop;
end
$$;
select distinct p from test.plan(format('select from share.event e where e.account_id = %L and e.share_id = %L and e.at >= ''2024-03-01'' and e.at < ''2024-03-05''',
    :'account', :'watched')) p where p is not null;
-- Viewers see usage, strangers nothing.
select user_id as ignored from share.member_add(account_id => :'account', user_id => 'vera', role => 'viewer') \gset
set role share_app;
begin;
select share.act_as('vera');
select count(*) from share.share_usage(:'watched', '2024-03-01', '2024-03-05');
select test.rule(format('select share.event_redact(%L)', :'ann'));
commit;
begin;
select share.act_as('eve');
select test.rule(format('select share.share_usage(%L)', :'watched'));
select test.rule(format('select share.account_usage(%L)', :'account'));
select test.rule(format('select share.event_redact(%L, %L)', :'ann', :'account'));
commit;

-- A recipient's personal data goes from the events; that something happened stays, and who asked for it.
begin;
select share.act_as('ada');
select share.event_redact(:'ann', :'account');
select share.event_redact(:'ann', :'account');
commit;
reset role;
select kind, actor_kind, actor, address, detail, visit_id is not null as visited from share.event_list(account_id => :'account', recipient_id => :'ann') order by at;
select distinct address, detail from share.event_list(account_id => :'account', recipient_id => :'bob', before => '2024-03-02');
select opens, plays, unique_visits from share.share_usage_recipients(:'watched', '2024-03-01', '2024-03-05') where recipient_id = :'ann';
select test.rule(statement) from unnest(array[format('select share.event_redact(%L, %L)', :'nowhere', :'account'),
    format('select share.event_redact(%L, %L)', :'bob', :'other_account'), format('select share.event_redact(%L)', :'bob'),
    'select share.event_redact(null)']) statement;
-- The same change by hand takes away and never puts in.
set role share_owner;
select test.rule(format('update share.event set %s where recipient_id = %L and kind = ''share.refused''', change, :'bob'))
from unnest(array['address = ''198.51.100.1''', 'address = null, kind = ''share.opened''', 'actor = ''eve''', 'detail = ''{}''',
    'detail = ''{"bytes": 8}''', 'reason = null', 'is_bot = true', 'recipient_id = null, address = null', 'at = at - interval ''1 day''']) change;
update share.event set address = null, detail = '{"bytes": 7}' where recipient_id = :'bob' and kind = 'share.refused';
select test.rule('update share.event set address = null where recipient_id is null');
reset role;

-- Visits are kept as long as events, and lose with them whom they were of.
select id as shown from share.share_create(:'file', recipients => '[{"user_id": "zed"}]') \gset
select id as zed from share.recipient_list(:'shown') \gset
begin;
select share.act_as('zed');
select granted from share.share_open(:'shown');
commit;
select user_id, recipient_id = :'zed' as of_zed from share.visit where share_id = :'shown';
select share.event_redact(:'zed', :'account');
select user_id, recipient_id = :'zed' as of_zed from share.visit where share_id = :'shown';
update share.visit set expires_at = '2020-01-01' where share_id = :'shown';
set pg_share.event_months = 60;
select what, partition, events from share.event_maintain() where partition = 'visit';
reset pg_share.event_months;
