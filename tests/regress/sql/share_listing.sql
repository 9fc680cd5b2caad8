-- Pages, filters and the list of the public contract.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Thirty files of one account, shared a day apart; another account has one.
with files as (
    select n, (share.file_put(account_id => :'account', external_id => 'f' || n, path => format('/batch/%s.mp4', n), media_type => 'video', status => 'completed')).id
    from generate_series(1, 30) n
), shares as (
    select f.n, (share.share_create(file_id => f.id, title => 'No. ' || f.n, owner_id => case when f.n % 2 = 0 then 'even' end,
        visibility => case when f.n % 3 = 0 then 'private' else 'public' end::share.visibility)).id
    from files f
)
select count(*) from shares;
update share.share s set created_at = '2026-01-01 00:00:00+00'::timestamptz + make_interval(days => substr(s.title, 5)::int - 1) where s.title like 'No. %';
select title as other from share.share_create(file_id => :'other_file', title => 'of another account') \gset

-- Newest first, 20 unless told otherwise, from page to page without gap or overlap.
select count(*), min(created_at) = (array_agg(created_at))[20] as newest_first from share.share_list(account_id => :'account');
create temp table page as select * from share.share_list(account_id => :'account', "limit" => 7);
select array_agg(title) from page;
select array_agg(title) from share.share_list(account_id => :'account', "limit" => 7, cursor => (select id from page offset 6));
with recursive pages as (
    select 1 as n, array(select id from share.share_list(account_id => :'account', "limit" => 4)) as ids
    union all
    select p.n + 1, array(select id from share.share_list(account_id => :'account', "limit" => 4, cursor => p.ids[4]))
    from pages p
    where cardinality(p.ids) = 4
)
select count(*) as rows, count(distinct id) as different from pages, unnest(ids) id;

-- Filters; created_before exclusive, created_after inclusive, at midnight UTC whatever the session's zone.
set timezone = 'Asia/Tokyo';
select array_agg(title) from share.share_list(account_id => :'account', created_after => '2026-01-03', created_before => '2026-01-05');
reset timezone;
select count(*) from share.share_list(account_id => :'account', visibility => 'private', "limit" => 100);
select count(*) from share.share_list(account_id => :'account', owner_id => 'even', "limit" => 100);
select count(*) from share.share_list(account_id => :'account', owner_id => 'even', visibility => 'private', "limit" => 100);
select title from share.share_list(file_id => (select id from share.file_list(account_id => :'account', "limit" => 100) where external_id = 'f9'));
select count(*) from share.share_list(file_segment_id => :'segment');
update share.share s set expires_at = '2026-02-01', starts_at = null where s.title in ('No. 1', 'No. 2');
select state, array_agg(title order by title) from share.share_list(account_id => :'account', state => 'expired') group by 1;
select count(*) from share.share_list(account_id => :'account', state => 'active', "limit" => 100);
select id as gone from share.share_list(account_id => :'account') where title = 'No. 30' \gset
select object from share.share_delete(:'gone');
select count(*) from share.share_list(account_id => :'account', "limit" => 100);

-- Operators see all accounts at once.
select count(*), count(distinct account_id) as accounts from share.share_list("limit" => 100);

-- The envelope of the contract.
select j - 'data' as envelope, jsonb_array_length(j -> 'data') as data from share.share_list_json(account_id => :'account', "limit" => 10, "offset" => 25) j;
select j - 'data' as envelope, jsonb_path_query_array(j, '$.data[*].title') as titles
from share.share_list_json(account_id => :'account', created_after => '2026-01-27', visibility => 'public') j;
select share.share_list_json(account_id => :'account', created_before => '2020-01-01') as nothing;
select j -> 'total' as total from share.share_list_json(file_id => :'other_file') j;

-- What is refused.
select * from test.refused(format('select * from share.share_list(account_id => %L, "limit" => 101)', :'account'));
select test.rule(format('select * from share.share_list(account_id => %L, "limit" => %s)', :'account', bad)) from unnest(array[0, 101, -1]) bad;
select test.rule(format('select * from share.share_list_json(account_id => %L, "limit" => %s)', :'account', bad)) from unnest(array[0, 101]) bad;
select test.rule(format('select share.share_list_json(account_id => %L, "offset" => -1)', :'account'));
select test.rule('select share.share_list(created_after => ''2026-13-01'')');
select test.rule('select share.share_list(file_id => ''no uuid'')');
select test.rule('select share.share_list(visibility => ''secret'')');
select test.rule(format('select share.share_list(account_id => %L)', :'nowhere'));

-- Files: by time or name, up or down.
select array_agg(filename) from share.file_list(account_id => :'account', sort => 'filename', direction => 'asc', "limit" => 4);
select array_agg(filename) from share.file_list(account_id => :'account', sort => 'filename', direction => 'asc', "limit" => 4,
    cursor => (select id from share.file_list(account_id => :'account', sort => 'filename', direction => 'asc', "limit" => 4) offset 3));
select array_agg(filename) from share.file_list(account_id => :'account', sort => 'filename', "limit" => 2);
select count(*) from share.file_list(account_id => :'account', status => 'pending');
select test.rule(format('select share.file_list(account_id => %L, %s)', :'account', bad)) from unnest(array['sort => ''bytes''', 'direction => ''up''', 'sort => null', 'status => ''done''']) bad;

-- Segments: the four filters.
select count((share.segment_create(file_id => :'other_file', start_time => n, end_time => n + 1 + n % 3)).id) from generate_series(0, 6) n;
select array_agg(start_time) from share.segment_list(:'other_file');
select array_agg(start_time) from share.segment_list(:'other_file', start_time_after => 3);
select array_agg(start_time) from share.segment_list(:'other_file', end_time_before => 4);
select array_agg(start_time) from share.segment_list(:'other_file', min_duration => 2, max_duration => 2);
select array_agg(start_time) from share.segment_list(:'other_file', "limit" => 2, cursor => (select id from share.segment_list(:'other_file', "limit" => 2) offset 1));
select test.rule(format('select share.segment_list(%L, min_duration => 3, max_duration => 2)', :'other_file'));

-- Members, drives, accounts.
select user_id, role from share.member_list(:'account');
select name, is_default from share.drive_list(:'account');
select count(*), bool_and(l is not distinct from share.drive_get(l.id)) as alike, bool_and(l is not distinct from share.drive_get(l.id, l.account_id)) as in_its_account
from share.drive_list(:'account') l;
select test.rule(format('select share.drive_get(%L, %L)', l.id, :'other_account')) from share.drive_list(:'account') l;
select test.rule('select share.drive_get(null)');
select name from share.account_list();
select array_agg(name) from share.account_list("limit" => 1, cursor => :'other_account');
select count(*) from share.event_list(account_id => :'account', kind => 'share.created', "limit" => 100);
with first as (select * from share.event_list(account_id => :'account', kind => 'share.created', "limit" => 3))
select count(*) filter (where n.id in (select id from first)) as overlap, count(*) from share.event_list(account_id => :'account', kind => 'share.created', "limit" => 3,
    cursor_at => (select at from first offset 2), cursor => (select id from first offset 2)) n;
select test.rule(format('select share.event_list(account_id => %L, cursor => %L)', :'account', :'nowhere'));
