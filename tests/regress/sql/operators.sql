-- What an operator's first screen shows, and what events, files and keys are looked for by.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Two shares that were used this hour and yesterday.
select id as film from share.share_create(:'file', title => 'Film', visibility => 'public') \gset
select id as other from share.share_create(:'other_file', title => 'Other', visibility => 'public') \gset
create table test.use (account uuid, share uuid, minutes integer, kind text, times integer, is_bot boolean, actor text, reason text, address text);
insert into test.use values
    (:'account', :'film', 10, 'share.opened', 3, false, 'ann', null, '203.0.113.0/24'), (:'account', :'film', 10, 'share.opened', 9, true, null, null, null),
    (:'account', :'film', 70, 'share.played', 2, false, 'ann', null, '203.0.113.7'), (:'account', :'film', 70, 'share.refused', 4, false, null, 'wrong_password', '2001:db8::/48'),
    (:'other_account', :'other', 10, 'share.opened', 5, false, null, null, '198.51.100.9'), (:'other_account', :'other', 130, 'share.downloaded', 1, false, 'bob', null, null),
    (:'account', null, 30, 'key.rotated', 1, false, 'root', null, null);
insert into share.event (account_id, at, event_id, share_id, kind, actor_kind, actor, reason, address, is_bot)
select u.account, now() - make_interval(mins => u.minutes, secs => n), share.new_id(), u.share, u.kind, case when u.actor is null then 'visitor' else 'user' end, u.actor, u.reason, u.address, u.is_bot
from test.use u cross join lateral generate_series(1, u.times) n;
-- What was done to make them does not count here.
create function test.told(arguments text) returns text
language plpgsql as $$
declare
    told text;
begin
    execute format('select string_agg(coalesce(w.kind, ''more'') || case when w.number > 1 then ''*'' || w.number else '''' end, '' '' order by w.first)
        from (select e.kind, count(*) as number, min(e.n) as first from share.event_search(%s, "limit" => 100) with ordinality e(id, at, account_id, share_id, kind, actor_kind, actor, detail, recipient_id, visit_id, reason, address, is_bot, share_title, cursor_at, cursor, seen, n) group by e.kind) w', arguments) into told;
    return told;
end
$$;
select a as arguments, test.told(a) from unnest(array[
    $$before => now() - interval '5 minutes'$$,
    $$before => now() - interval '5 minutes', descending => false$$,
    $$kinds => '{share.opened,key.*}', before => now() - interval '5 minutes'$$,
    $$kinds => '{share.*}', is_bot => true$$,
    $$kinds => '{}'$$,
    $$actor => 'ann'$$,
    $$actor_kind => 'visitor', after => now() - interval '1 hour'$$,
    $$reason => 'wrong_password'$$,
    $$address => '203.0.113.7'$$,
    $$address => '203.0.113.8'$$,
    $$address => '2001:db8::1'$$,
    $$address => '0.0.0.0/0'$$,
    $$account_id => null, kinds => '{share.downloaded}'$$
]) a;
select test.told(format('share_id => %L, kinds => %L', :'film', '{share.played}')), test.told(format('%L, kinds => %L, address => %L', :'other_account', '{share.*}', '198.51.100.0/24'));
select account_id = :'account' as account, share_id = :'film' as share, kind, actor_kind, actor, detail, recipient_id, visit_id, reason, address, is_bot, share_title, cursor_at = at as at, cursor = id as id, seen
from share.event_search(share_id => :'film', kinds => '{share.played}', "limit" => 1);
-- From page to page; what no index serves is looked for in so many events at a time.
create function test.walk_events(arguments text) returns table (pages bigint, rows bigint, different bigint)
language plpgsql as $$
declare
    cursor_at timestamptz;
    cursor uuid;
    page share.found_event[];
    found uuid[] := '{}';
begin
    pages := 0;
    loop
        execute format('select array_agg(s) from share.event_search(before => now() - interval ''5 minutes'', %s, "limit" => 4, cursor_at => $1, cursor => $2) s', arguments) into page using cursor_at, cursor;
        exit when page is null;
        pages := pages + 1;
        found := found || array(select p.id from unnest(page) p where p.id is not null);
        cursor_at := page[cardinality(page)].cursor_at;
        cursor := page[cardinality(page)].cursor;
    end loop;
    rows := cardinality(found);
    different := (select count(distinct f) from unnest(found) f);
    return next;
end
$$;
select * from test.walk_events('descending => true');
select * from test.walk_events('descending => false');
select * from test.walk_events($$actor => 'ann', at_most => 3$$);
select test.rule(s) from unnest(array[
    $$select share.event_search("limit" => 0)$$, $$select share.event_search(cursor_at => now())$$, $$select share.event_search(kinds => array_fill('x.y'::text, array[101]))$$,
    format($$select share.event_search(share_id => %L)$$, :'nowhere'), format($$select share.event_search(recipient_id => %L)$$, :'nowhere')]) s;

-- Usage in stretches, and what was used most.
select round(extract(epoch from statement_timestamp() - at) / 60) as minutes_ago, opens, plays, downloads, refusals, is_exact from share.usage_overview(since => now() - interval '180 minutes', buckets => 3);
select opens, plays, downloads, refusals, is_exact from share.usage_overview(:'account', since => now() - interval '180 minutes', buckets => 3);
select count(*), sum(opens) from share.usage_overview();
-- Of each hour only two events are looked at: the figures are estimates, and say so.
select at is not null as at, opens > 0 as opens, is_exact from share.usage_overview(:'other_account', since => now() - interval '180 minutes', buckets => 3, at_most => 6);
select title, filename, account_name, state, number, counted_since = now() - interval '1 day' as whole_day from share.share_top('opens', since => now() - interval '1 day');
select title, number from share.share_top('refusals');
select title, number from share.share_top('downloads', account_id => :'account');
select count(*) > 0 as some, bool_and(counted_since > now() - interval '15 minutes') as cut from share.share_top('opens', at_most => 24);
select test.rule(s) from unnest(array[
    $$select share.usage_overview(buckets => 0)$$, $$select share.usage_overview(since => now() + interval '1 hour')$$, $$select share.usage_overview(since => '2020-01-01')$$,
    $$select share.usage_overview(since => '-infinity')$$, $$select share.share_top(null)$$, $$select share.share_top('views')$$]) s;

-- Files.
select count(*) from generate_series(1, 12) n cross join lateral share.file_put(:'account', 'x-' || n, format('/%s/Shot %s.mp4', case when n % 2 = 0 then 'a' else 'a_b' end, n), case when n = 12 then 'audio' else 'video' end::share.media_type);
select id as second_drive from share.drive_create(:'account', 'archive') \gset
select path from share.file_create(:'account', '/a/old.mp4', 'video', drive_id => :'second_drive');
create function test.paths(arguments text) returns text
language plpgsql as $$
declare
    told text;
begin
    execute format('select string_agg(coalesce(f.path, ''more''), '', '') from share.file_search(%s) f', arguments) into told;
    return told;
end
$$;
select test.paths(format('%s, account_id => %L', a, :'account')) from unnest(array[
    $$'/a/'$$, $$'/a_'$$, $$'/A'$$, $$'/a/', media_type => 'audio'$$, $$'/a/', "limit" => 2$$, $$'SHOT 1'$$, $$'X-7'$$, $$'launch', status => 'completed'$$, $$'nothing'$$, $$'nothing', at_most => 5$$, $$'/', status => 'failed', at_most => 5$$,
    format($$'/a/', drive_id => %L$$, :'second_drive'), format($$'old', drive_id => %L$$, :'second_drive'), $$'', media_type => 'audio'$$]) a;
select test.paths($$'other'$$), test.paths(format('%L', :'other_file')), test.paths(format('%L', left(:'other_file', 20)));
select account_name, drive_name, path, filename, external_id, media_type, bytes, duration_seconds, status, cursor = id as cursor, seen from share.file_search('film.mp4', :'account');
create function test.walk_files(phrase text, arguments text) returns table (pages bigint, rows bigint, different bigint)
language plpgsql as $$
declare
    cursor uuid;
    page share.found_file[];
    found uuid[] := '{}';
begin
    pages := 0;
    loop
        execute format('select array_agg(s) from share.file_search(%L, %s, "limit" => 3, cursor => $1) s', phrase, arguments) into page using cursor;
        exit when page is null;
        pages := pages + 1;
        found := found || array(select p.id from unnest(page) p where p.id is not null);
        cursor := page[cardinality(page)].cursor;
    end loop;
    rows := cardinality(found);
    different := (select count(distinct f) from unnest(found) f);
    return next;
end
$$;
select * from test.walk_files('/', format('%L', :'account'));
select * from test.walk_files('/a', format('%L, at_most => 2', :'account'));
select * from test.walk_files('mp4', 'at_most => 2');
select test.rule($$select share.file_search(null)$$), test.rule($$select share.file_search(repeat('x', 1025))$$);

-- What hangs on a key.
select algorithm, state, deliveries, accounts, delivery_names, shares, is_exact, longest_lifetime, ends_visits from share.signing_key_reach(:'kid');
select shares, is_exact from share.signing_key_reach(:'kid', at_most => 1);
select r.algorithm, r.deliveries, r.ends_visits from share.signing_key k cross join lateral share.signing_key_reach(k.kid) r where k.algorithm = 'share_token';
select test.rule($$select share.signing_key_reach('none')$$);

-- The server at a glance.
select extension_version is not null as extension, schema_version = schema_latest as current, server_version is not null as server, database_name = current_database() as database,
    database_role = session_user as role, caller_kind, caller_name = session_user as name, account_id, is_operator, is_standby, is_read_only, replication_lag,
    shares_scheduled, shares_active, shares_disabled, shares_exhausted, shares_expired, shares_revoked, shares_deleted, shares_is_exact,
    jobs_queued, jobs_running, jobs_dead, jobs_late, locks, access_requests, keys_current, keys_due, event_months_ahead from share.server_overview() \gx
select kid as due from share.signing_key_create() \gset
update share.signing_key k set valid_until = now() + interval '3 days' where k.kid = :'due';
select name from share.delivery_create(:'other_account', 'edge', 'uri_signing', 'https://cdn2.example.com', :'due');
select keys_due from share.server_overview();
begin read only;
select is_read_only from share.server_overview();
set local role share_app;
select caller_kind, is_operator, account_id, shares_active, keys_due, schema_version is not null as version from share.server_overview();
commit;
-- Before share.migrate() the versions alone, to whoever may ask.
begin;
drop table share.schema_info cascade;
select schema_version, schema_latest, extension_version is not null as extension, caller_kind, shares_active from share.server_overview();
rollback;
