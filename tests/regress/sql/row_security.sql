-- What an application sees through the views and the tables beneath them: its own account, whatever it asks and by whatever way.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select user_id as ignored from share.member_add(account_id => :'account', user_id => 'vera', role => 'viewer') \gset
select user_id as ignored from share.member_add(account_id => :'other_account', user_id => 'olga', role => 'owner') \gset
select user_id as ignored from share.member_add(account_id => :'account', user_id => 'bob', role => 'viewer') \gset
select user_id as ignored from share.member_add(account_id => :'other_account', user_id => 'bob', role => 'admin') \gset
select id as share from share.share_create(file_id => :'file', title => 'ours') \gset
select id as other_share from share.share_create(file_id => :'other_file', title => 'theirs') \gset
select id as ignored from share.segment_create(file_id => :'other_file', start_time => 1, end_time => 2) \gset
select id as ignored from share.origin_put(file_id => :'other_file', kind => 'stream', path => 'other/master.m3u8') \gset
select name as ignored from share.delivery_create(account_id => :'other_account', name => 'other', scheme => 'uri_signing', base_url => 'https://other.example.com', kid => :'kid') \gset
select api_key from share.api_key_create(:'account', 'import', role => 'viewer') \gset

-- Rows of either account by view, as one role after the other.
create function test.counts() returns table (name text, ours bigint, theirs bigint, installation bigint)
language plpgsql as $$
declare
    account text := (select a.account_id from test.account a where a.name = 'Acme');
    other text := (select a.account_id from test.account a where a.name = 'Other');
begin
    foreach name in array array['accounts', 'members', 'drives', 'files', 'segments', 'origins', 'shares', 'events', 'deliveries'] loop
        return query execute format('select %1$L, count(*) filter (where %2$I = %3$L), count(*) filter (where %2$I = %4$L), count(*) filter (where %2$I = %5$L) from share.%1$I',
            name, case name when 'accounts' then 'id' else 'account_id' end, account, other, '00000000-0000-0000-0000-000000000000');
    end loop;
end
$$;
create table test.account as select a.id as account_id, a.name from share.accounts a;
grant select on test.account to public;
set role share_admin;
select * from test.counts();
set role share_app;
select * from test.counts() where ours + theirs + installation > 0;
begin;
select share.act_as('ada');
select * from test.counts();
select share.act_as('vera');
select * from test.counts();
select share.act_as('bob');
select * from test.counts() where ours + theirs + installation > 0;
select share.act_as('bob', :'other_account');
select * from test.counts();
select share.act_as(account_id => :'account');
select * from test.counts();
select share.act_as(account_id => '00000000-0000-0000-0000-000000000000');
select * from test.counts() where ours + theirs + installation > 0;
select share.act_as('nobody');
select * from test.counts() where ours + theirs + installation > 0;
commit;
set role share_user;
select * from test.counts() where ours + theirs + installation > 0;
set request.jwt.claims = '{"sub": "olga"}';
select * from test.counts();
set request.jwt.claims = '{"sub": ""}';
select * from test.counts() where ours + theirs + installation > 0;
reset request.jwt.claims;
begin;
select kind from share.authenticate(:'api_key');
select * from test.counts();
rollback;
set role share_visitor;
select test.rule('select from share.shares');
select test.rule('select from share.share');
reset role;
-- The lines of a plan that tell what is scanned and how often one is asked.
create function test.plan(statement text) returns setof text
language plpgsql as $$
declare
    line text;
begin
    for line in execute 'explain (costs off) ' || statement loop
        if line ~ 'Scan|InitPlan' then
            return next regexp_replace(trim(line), '^->\s+|\s+\(returns.*', '', 'g');
        end if;
    end loop;
end
$$;

-- Who is both an application and a member is asked once.
create role regress_both;
grant share_app, share_user to regress_both;
set role regress_both;
select count(*) from share.shares;
begin;
select share.act_as('ada');
select count(*) from share.shares;
select count(*) from test.plan('select from share.shares') p where p like 'InitPlan%';
rollback;
reset role;
drop role regress_both;

-- Nothing is written past the functions, and nothing secret is read.
set role share_app;
begin;
select share.act_as('ada');
select s.statement, test.rule(s.statement)
from (values ('update share.shares set title = ''x'''), ('update share.share set title = ''x'''), ('delete from share.files'), ('insert into share.drives default values'),
    ('truncate share.event'), ('select from share.signing_key'), ('select from share.api_key'), ('select from share.playlist'), ('select from share.event_default')) s(statement);
commit;
reset role;
set role share_admin;
select s.statement, test.rule(s.statement)
from (values ('update share.shares set title = ''x'''), ('select from share.signing_key'), ('select from share.api_key')) s(statement);
reset role;

-- Joined with a table of the application.
create table test.note (share_id uuid, note text);
insert into test.note values (:'share', 'about ours'), (:'other_share', 'about theirs');
grant select on test.note to share_app;
set role share_app;
begin;
select share.act_as('ada');
select n.note, s.title, s.state, f.filename, s.asset_type from test.note n join share.shares s on s.id = n.share_id join share.files f on f.id = s.file_id;
select n.note, s.title from test.note n left join share.shares s on s.id = n.share_id order by n.note;
-- A function that costs nothing and tells what it is shown; an error that would tell by being raised.
create function pg_temp.leak(text) returns boolean language plpgsql cost 0.0000001 as $$ begin raise notice 'seen: %', $1; return true; end $$;
select count(*) from share.shares s where pg_temp.leak(s.title);
select count(*) from share.share s where pg_temp.leak(s.title);
select count(*) from share.members m where pg_temp.leak(m.user_id);
select count(*) from test.note n join share.shares s on s.id = n.share_id and pg_temp.leak(s.title);
select count(*) from share.shares s where 1 / case s.title when 'theirs' then 0 else 1 end = 1;
select count(*) from share.share s where 1 / case s.title when 'theirs' then 0 else 1 end = 1;
select count(*) from share.accounts a where (a.name || case a.name when 'Other' then 'x' else '1' end) <> '' and case a.name when 'Other' then 'x' else '1' end::integer = 1;
commit;
reset role;
-- Neither are statistics told.
analyze;
set role share_app;
select count(*) from pg_stats where schemaname = 'share' and tablename = 'share';
reset role;

-- Look-ups take an index first, row security or not.
insert into share.file (account_id, drive_id, file_id, path, media_type, status)
select d.account_id, d.id, share.new_id(), '/' || n, 'video', 'completed' from share.drives d cross join generate_series(1, 2000) n;
insert into share.share (account_id, share_id, file_id) select f.account_id, share.new_id(), f.id from share.files f where f.path ~ '^/[0-9]+$';
analyze share.file, share.share, test.note;
set role share_app;
begin;
select share.act_as('ada');
select * from test.plan(format('select title from share.shares where id = %L', :'share'));
select * from test.plan(format('select s.title from share.files f join share.shares s on s.file_id = f.id where f.id = %L', :'file'));
select * from test.plan('select title from share.shares order by created_at desc, id desc limit 10');
select * from test.plan(format('select s.title from test.note n join share.shares s on s.id = n.share_id where n.note = %L', 'about ours'));
commit;
reset role;
