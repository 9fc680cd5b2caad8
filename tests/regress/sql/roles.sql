-- Who may do what: operators, the service, users with each member role, visitors.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- The service, as an application backend.
set role share_app;
select * from share.caller();
select name from share.account_get(:'account');
select test.rule('select * from share.share_list()');
select test.rule('select * from share.file_list()');
select test.rule('select share.signing_key_create()');
select test.rule(format('select share.delivery_list(%L)', :'account'));
select test.rule('select share.sign_url(null, null, ''stream'', false, now(), null, null, 1, null, null, null, null, null)');
select test.rule('select * from share.signing_key');
select test.rule('select * from share.share');
select test.rule('select share.share_describe(null, null, null, null)');
reset role;
select id as share from share.share_create(file_id => :'file', visibility => 'private') \gset

-- A user for whom it acts, until the end of the transaction.
set role share_app;
begin;
select share.act_as('ada');
select * from share.caller();
select name from share.account_list();
select count(*) from share.share_list();
select id = :'share' as seen from share.share_get(:'share');
select test.rule(format('select share.file_get(%L)', :'other_file'));
select test.rule(format('select share.share_create(file_id => %L)', :'other_file'));
select test.rule('select share.account_create(name => ''Mine'')');
select test.rule(format('select share.share_sign_stream(%L, at => ''2030-01-01'')', :'share'));
select test.rule('select share.act_as('''')');
commit;
select (share.caller()).kind;
reset role;

-- Each member role against a call of each kind; PT404 for who is no member, whatever exists.
select count((share.member_add(account_id => :'account', user_id => r::text, role => r)).user_id) from unnest(enum_range(null::share.member_role)) r;
create function test.as_user(user_id text, statement text) returns text language plpgsql as $$
begin
    perform share.act_as(user_id);
    return coalesce((test.refused(statement)).code, 'ok');
end
$$;
create table test.call (n integer generated always as identity, name text, statement text);
grant select on test.call to public;
insert into test.call (name, statement) values
    ('share_get', format('select share.share_get(%L)', :'share')),
    ('file_list', format('select share.file_list(account_id => %L)', :'account')),
    ('share_sign_stream', format('select share.share_sign_stream(%L)', :'share')),
    ('share_verify', 'select share.share_verify(''x'')'),
    ('share_create', format('select share.share_ensure(file_id => %L)', :'file')),
    ('share_update', format('select share.share_update(%L, ''{"title": "x"}'')', :'share')),
    ('segment_create', format('select share.segment_create(file_id => %L, start_time => 0, end_time => 1)', :'file')),
    ('file_put', format('select share.file_put(account_id => %L, external_id => ''x'', path => ''/x'', media_type => ''video'')', :'account')),
    ('origin_put', format('select share.origin_put(file_id => %L, kind => ''proxy'', path => ''p.mp4'')', :'file')),
    ('event_list', format('select share.event_list(account_id => %L)', :'account')),
    ('drive_create', format('select share.drive_create(account_id => %L, name => gen_random_uuid()::text)', :'account')),
    ('member_add', format('select share.member_add(account_id => %L, user_id => gen_random_uuid()::text)', :'account')),
    ('account_update', format('select share.account_update(%L, ''{"metadata": {}}'')', :'account')),
    ('member_update an owner', format('select share.member_update(%L, ''owner'', ''{"name": "x"}'')', :'account')),
    ('member_update to owner', format('select share.member_update(%L, ''viewer'', ''{"role": "owner"}'')', :'account')),
    ('member_remove an owner', format('select share.member_remove(%L, ''owner'')', :'account')),
    ('delivery_create', format('select share.delivery_create(account_id => %L, name => ''x'', scheme => ''uri_signing'', base_url => ''https://x'', kid => %L)', :'account', :'kid'));
select c.name,
    test.as_user('viewer', c.statement) as viewer,
    test.as_user('commenter', c.statement) as commenter,
    test.as_user('editor', c.statement) as editor,
    test.as_user('admin', c.statement) as admin,
    test.as_user('stranger', c.statement) as stranger
from test.call c order by c.n;
select c.name, test.as_user('owner', c.statement) as owner from test.call c where c.name <> 'member_update to owner' order by c.n;

-- A visitor: a login without a role of ours, and one whom an application has not made anyone.
create role regress_outsider;
grant usage on schema share to regress_outsider;
set role regress_outsider;
select test.rule(statement) from test.call where name in ('share_get', 'share_create') order by n;
reset role;
set role share_user;
select * from share.caller();
select c.name, test.rule(c.statement) from test.call c order by c.n;
select test.rule('select share.act_as(''ada'')');
select set_config('pg_share.session', 'ada', false);
select (share.caller()).kind as forged;
reset pg_share.session;
set role share_visitor;
select (share.caller()).kind;
select test.rule(statement) from test.call where name = 'share_get';
reset role;
revoke usage on schema share from regress_outsider;
drop role regress_outsider;

-- The installation is the operators' alone.
set role share_app;
select test.rule(format('select %s', call)) from unnest(array['share.account_update(''00000000-0000-0000-0000-000000000000'', ''{"name": "mine"}'')',
    'share.member_add(account_id => ''00000000-0000-0000-0000-000000000000'', user_id => ''eve'', role => ''owner'')',
    'share.event_list(account_id => ''00000000-0000-0000-0000-000000000000'')']) call;
-- A user learns nothing of a share in another account, not by verifying its URL nor by paging after it.
reset role;
select stream_url as foreign_url from share.share_get(:'share') \gset
select user_id from share.member_add(account_id => :'other_account', user_id => 'olga', role => 'owner');
select id as ignored from share.share_create(file_id => :'other_file') \gset
set role share_app;
begin;
select share.act_as('olga');
select valid, reason, share_id from share.share_verify(:'foreign_url');
select count(*) as after_foreign from share.share_list(cursor => :'share');
commit;
reset role;

-- With pg_share.require_user a forgotten act_as is refused; only superusers set it.
set pg_share.require_user = on;
set role share_app;
select * from test.refused(format('select share.share_get(%L)', :'share'));
begin;
select share.act_as('ada');
select id = :'share' as seen from share.share_get(:'share');
commit;
select test.rule('set pg_share.require_user = off');
select test.rule('set pg_share.private_stream_ttl = ''1d''');
reset role;
set role share_admin;
select (share.caller()).all_accounts;
reset role;
reset pg_share.require_user;

-- Events tell who it was.
select actor_kind, actor, count(*) > 0 as some from share.event where account_id = :'account' group by 1, 2 order by 1, 2;
