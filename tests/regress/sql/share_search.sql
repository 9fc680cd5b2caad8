-- What looks after many shares: searches, counts, and changes in steps.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Thirty shares, a day apart, each of a file of its own; another account has one.
select count(*) from generate_series(1, 30) n
cross join lateral share.file_put(:'account', 'f' || n, format('/batch/Clip %s.mp4', n), 'video', status => 'completed') f
cross join lateral share.share_create(f.id, title => 'No. ' || n, owner_id => case when n % 2 = 0 then 'even' end, duration_code => case when n % 3 = 0 then '30d' end,
    visibility => case when n % 5 = 0 then 'private' else 'public' end::share.visibility, password => case when n = 30 then 'open sesame' end,
    recipients => case when n in (4, 8) then '[{"email": "Zoe@example.com"}, {"user_id": "zoe"}]' end::jsonb, recipients_only => false);
update share.share s set created_at = '2026-01-01 00:00:00+00'::timestamptz + make_interval(days => substr(s.title, 5)::int - 1),
    expires_at = '2036-01-01 00:00:00+00'::timestamptz - make_interval(days => substr(s.title, 5)::int) where s.title like 'No. %' and s.expires_at is not null;
update share.share s set created_at = '2026-01-01 00:00:00+00'::timestamptz + make_interval(days => substr(s.title, 5)::int - 1) where s.title like 'No. %';
select slug from share.share_update((select s.share_id from share.share s where s.title = 'No. 7'), '{"slug": "sommerfest"}');
select id is not null as disabled from share.share_disable((select s.share_id from share.share s where s.title = 'No. 9'));
select title as other from share.share_create(:'other_file', title => 'of another account') \gset

-- A row has what a list shows, and where the next page begins.
select account_name, title, filename, path, media_type, state, visibility, owner_id, slug, has_password, recipients_only, expires_at, created_at,
    cursor_at = created_at as by_making, cursor = id as by_id, seen, file_id is not null as file, file_segment_id, starts_at
from share.share_search("limit" => 2, created_before => '2026-01-31') \gx

-- From page to page without gap or overlap, both ways, by making and by end.
create function test.walk(how text, arguments text) returns table (pages bigint, rows bigint, different bigint, titles text)
language plpgsql as $$
declare
    cursor_at timestamptz;
    cursor uuid;
    page share.share_summary[];
    found uuid[] := '{}';
begin
    pages := 0;
    titles := '';
    loop
        execute format('select array_agg(s) from share.share_search(%s, "limit" => 7, cursor_at => $1, cursor => $2) s', arguments) into page using cursor_at, cursor;
        exit when page is null;
        pages := pages + 1;
        titles := titles || coalesce((select string_agg(coalesce(substr(p.title, 5), 'more'), ' ') || ' | ' from unnest(page) p), '');
        found := found || array(select p.id from unnest(page) p where p.id is not null);
        cursor_at := page[cardinality(page)].cursor_at;
        cursor := page[cardinality(page)].cursor;
    end loop;
    rows := cardinality(found);
    different := (select count(distinct f) from unnest(found) f);
    return next;
end
$$;
select * from test.walk('newest', format('%L', :'account'));
select * from test.walk('oldest, all accounts', $$created_before => '2026-02-01', descending => false$$);
select * from test.walk('last end', format($$%L, sort => 'expires'$$, :'account'));
select * from test.walk('next end, all accounts', $$sort => 'expires', descending => false$$);
-- What no index serves is looked for in so many shares at a time, and says where to go on.
select * from test.walk('few at a time', format($$%L, has_password => false, at_most => 10$$, :'account'));
select id is null as stopped, title, cursor_at, cursor is not null as cursor, seen from share.share_search(:'account', "text" => 'no. 3', at_most => 10);
-- An account of more shares than are sorted: the ends of all are walked through.
select * from test.walk('few of many', format($$%L, sort => 'expires', at_most => 5$$, :'account'));

-- Filters, alone and together.
create function test.titles(arguments text) returns text
language plpgsql as $$
declare
    told text;
begin
    execute format('select string_agg(replace(coalesce(s.title, ''more''), ''No. '', ''''), '' '') from share.share_search(%s, "limit" => 100) s', arguments) into told;
    return told;
end
$$;
select a as arguments, test.titles(a) from unnest(array[
    $$owner_id => 'even', visibility => 'private'$$,
    $$"text" => 'NO. 2'$$,
    $$"text" => 'merfes'$$,
    $$"text" => 'clip 30.MP4'$$,
    $$"text" => '%'$$,
    $$"text" => '  '$$,
    $$state => 'disabled'$$,
    $$state => 'active', owner_id => 'even', expires_after => '2020-01-01'$$,
    $$recipient => 'ZOE@example.com'$$,
    $$recipient => 'zoe', visibility => 'public'$$,
    $$recipient => 'nobody'$$,
    $$has_password => true$$,
    $$created_after => '2026-01-03', created_before => '2026-01-05'$$,
    $$expires_after => '2035-12-03', expires_before => '2035-12-08'$$,
    $$sort => 'expires', expires_after => '2035-12-03', expires_before => '2035-12-08'$$,
    $$sort => 'expires', owner_id => 'even', created_after => '2026-01-20'$$,
    $$ids => '{}'$$
]) a;
select share_id as seventh, file_id as seventh_file from share.share where title = 'No. 7' \gset
select count(*) as found from unnest(array[1, 2, 3]) n where test.titles(format('"text" => %L', case n when 1 then :'seventh' when 2 then upper(:'seventh') else left(:'seventh', 30) end)) = '7';
select test.titles(format('file_id => %L', :'seventh_file')), test.titles(format('ids => %L', array[:'seventh', :'nowhere']));
-- Who was a recipient is none any more.
select count(share.recipient_remove(r.recipient_id)) from share.recipient r where r.user_id = 'zoe';
select test.titles($$recipient => 'zoe'$$);

-- Counts, exact and bounded.
select * from share.share_count(:'account');
select * from share.share_count(:'account', visibility => 'private');
select * from share.share_count(created_before => '2026-02-01', state => 'active', at_most => 12);

-- What is refused.
select test.rule(s) from unnest(array[
    $$select share.share_search(sort => 'title')$$, $$select share.share_search(sort => null)$$, $$select share.share_search("limit" => 101)$$, $$select share.share_search(at_most => 0)$$,
    $$select share.share_search(cursor => gen_random_uuid())$$, $$select share.share_search(state => 'deleted')$$, $$select share.share_search("text" => repeat('x', 201))$$,
    $$select share.share_search(ids => array_fill(gen_random_uuid(), array[10001]))$$,
    $$select share.share_count(at_most => 10000001)$$, $$select share.share_change_some('revoke')$$, $$select share.share_change_some('extend', owner_id => 'x')$$,
    $$select share.share_change_some('revoke', owner_id => 'x', "limit" => 10001)$$]) s;
-- A viewer sees the list, but not whose links these are, and changes nothing.
select user_id from share.member_add(:'account', 'vera', role => 'viewer');
begin;
set local role share_app;
select share.act_as('vera');
select count(*) from share.share_search("limit" => 100);
select number from share.share_count();
select test.rule($$select share.share_search(recipient => 'Zoe@example.com')$$);
select test.rule($$select share.share_change_some('revoke', owner_id => 'even')$$);
select test.rule(format($$select share.share_search(%L)$$, :'other_account'));
rollback;

-- A change in steps: each tells where the next begins; what was made meanwhile is left alone.
create temp table step as select 1 as n, c.* from share.share_change_some('revoke', :'account', visibility => 'public', owner_id => 'even', reason => 'season is over', "limit" => 5) c;
select title from share.share_create((select file_id from share.share where title = 'No. 1'), title => 'No. 31', visibility => 'private', owner_id => 'even') \gset
insert into step select 2, c.* from step s cross join lateral share.share_change_some('revoke', :'account', visibility => 'public', owner_id => 'even', reason => 'season is over', "limit" => 5, cursor_at => s.cursor_at, cursor => s.cursor) c;
insert into step select 3, c.* from step s cross join lateral share.share_change_some('revoke', :'account', visibility => 'public', owner_id => 'even', reason => 'season is over', "limit" => 5, cursor_at => s.cursor_at, cursor => s.cursor) c where s.n = 2;
select n, changed, matched, cursor_at, is_complete from step order by n;
select string_agg(substr(s.title, 5), ' ' order by s.created_at), min(s.revoked_reason), count(distinct s.revoked_at) as steps from share.share s where s.revoked_at is not null;
select count(*) from share.event e where e.kind = 'share.revoked' and e.detail ->> 'reason' = 'season is over';
-- What was so already is met and not changed; where nothing is met, the search stops and goes on.
select changed, matched, is_complete from share.share_change_some('revoke', :'account', visibility => 'public', owner_id => 'even');
select changed, matched, is_complete, cursor_at from share.share_change_some('delete', :'account', "text" => 'no. 3', at_most => 10);
-- The other actions, by ids.
select changed, is_complete from share.share_change_some('disable', ids => array[:'seventh']::uuid[]);
select state from share.shares where id = :'seventh';
select changed, is_complete from share.share_change_some('enable', ids => array[:'seventh']::uuid[]);
select state from share.shares where id = :'seventh';
select changed, is_complete from share.share_change_some('expire', ids => array[:'seventh']::uuid[]);
select state from share.shares where id = :'seventh';
select changed, is_complete from share.share_change_some('delete', ids => array[:'seventh', :'nowhere']::uuid[]);
select count(*) from share.shares where id = :'seventh' and state <> 'deleted';
