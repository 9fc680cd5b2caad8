-- Who is calling: API keys, claims of a gateway, share.act_as(), database roles, visitors; and what does not count.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select user_id as ignored from share.member_add(account_id => :'account', user_id => 'bob', role => 'viewer') \gset
select user_id as ignored from share.member_add(account_id => :'other_account', user_id => 'bob', role => 'editor') \gset
create function test.account(id uuid) returns text
language sql stable security definer as $$ select a.name from share.account a where a.account_id = id $$;
create function test.who() returns text
language sql stable as $$
    select concat_ws(' ', c.kind, c.name, c.role, test.account(c.account_id), 'sees ' || test.account(share.current_account()))
    from share.caller() c
$$;

-- Roles of the database: operators, application backends, others.
select test.who();
set role share_admin;
select * from share.caller();
set role share_app;
select * from share.caller();
set role share_user;
select * from share.caller();
set role share_visitor;
select * from share.caller();
reset role;

-- share.act_as(): a user, a user in one account, the service in one account.
set role share_app;
begin;
select share.act_as('ada');
select test.who();
select share.act_as('bob');
select test.who() as of_two_accounts;
select count(*) from share.account_list();
select share.act_as('bob', :'other_account');
select test.who();
select name from share.account_list();
select count(*) from share.member_list();
select test.rule(format('select share.account_get(%L)', :'account')) as another_account;
select share.act_as('bob', :'nowhere');
select test.who() as not_a_member;
select test.rule('select share.share_list()');
select share.act_as(account_id => :'account');
select test.who();
select name from share.account_list();
select count(*) from share.file_list();
select test.rule(format('select share.account_get(%L)', :'other_account')) as another_account;
select test.rule(format('select share.file_get(%L)', :'other_file')) as another_account;
select test.rule('select share.account_create(name => ''Third'')') as more_accounts;
select share.act_as(account_id => '00000000-0000-0000-0000-000000000000');
select test.who() as installation;
select test.rule('select share.account_get(''00000000-0000-0000-0000-000000000000'')');
select test.rule('select share.act_as()');
select test.rule('select share.act_as('''')');
select test.rule(format('select share.act_as('''', %L)', :'account'));
select test.rule('select share.act_as(repeat(''a'', 256))');
commit;
select test.who() as afterwards;
-- A savepoint takes it back, as it does everything else.
begin;
select share.act_as('ada');
savepoint inner_one;
select share.act_as('bob', :'account');
select test.who();
rollback to inner_one;
select test.who();
rollback;
select test.who();
-- With pg_share.require_user, who names an account has not forgotten anything.
reset role;
set pg_share.require_user = on;
set role share_app;
select test.rule('select share.caller()');
select share.current_account() is null as refuses_nobody;
begin;
select share.act_as(account_id => :'account');
select test.who();
commit;
reset role;
reset pg_share.require_user;

-- Settings by themselves are nobody.
set role share_app;
set pg_share.user_id = 'ada';
set pg_share.account_id = '00000000-0000-4000-8000-000000000000';
set pg_share.session = 'planted';
select test.who();
begin;
select share.act_as('ada');
select length(current_setting('pg_share.session')) as nonce, current_setting('pg_share.session') as nonce_of_ada \gset
select :nonce as nonce;
commit;
select set_config('pg_share.session', :'nonce_of_ada', false) = :'nonce_of_ada' as planted;
select test.who() as not_ada_any_more;
reset pg_share.session;
reset pg_share.user_id;
reset pg_share.account_id;
reset role;
select count(*) from pg_settings where name = 'pg_share.session';

-- Claims of a gateway.
set role share_user;
set request.jwt.claims = '{"sub": "ada", "role": "share_user"}';
select test.who();
select name from share.account_list();
select set_config('request.jwt.claims', format('{"sub": "bob", "account_id": "%s"}', :'other_account'), false) is not null as chosen;
select test.who();
select test.rule(format('select share.account_get(%L)', :'account')) as another_account;
set request.jwt.claims = '{"sub": "eve"}';
select test.who();
select test.rule(format('select share.account_get(%L)', :'account')) as no_member;
-- Without a usable user a visitor, never the service.
set role share_app;
select c.claims, set_config('request.jwt.claims', c.claims, false) = c.claims as set, test.who()
from (values ('{"role": "share_app"}'), ('{"sub": ""}'), ('{"sub": null}'), ('{"sub": 1}'), ('{"sub": {"a": 1}}'), ('{"sub": "a\u0000"}'),
    ('[]'), ('null'), ('"ada"'), ('ada'), ('{'), (' '), ('{"sub": "ada", "account_id": "acme"}')) c(claims);
select c.length, set_config('request.jwt.claims', format('{"sub": "%s"}', repeat('é', c.length)), false) is not null as set, (share.caller()).kind
from (values (255), (256)) c(length);
-- The empty text that PostgREST leaves behind is none.
set request.jwt.claims = '';
select test.who();
-- Claims go before share.act_as().
set request.jwt.claims = '{"sub": "eve"}';
begin;
select share.act_as('ada');
select test.who();
commit;
set role share_admin;
select test.who() as operator_at_a_gateway;
reset request.jwt.claims;
reset role;

-- A login that is no gateway forges them in vain.
create role regress_plain login;
grant share_user to regress_plain;
create role regress_nobody login;
grant usage on schema share to regress_nobody;
create role regress_gateway login noinherit;
grant share_app, share_user, share_visitor to regress_gateway;
\c - regress_plain
set request.jwt.claims = '{"sub": "ada"}';
select kind, user_id from share.caller();
select test.rule(format('select share.account_get(%L)', :'account'));
select test.rule('select share.act_as(''ada'')');
\c - regress_nobody
set request.jwt.claims = '{"sub": "ada"}';
select test.rule('select share.caller()');
\c - regress_gateway
set request.jwt.claims = '{"sub": "ada"}';
set role share_user;
select kind, user_id from share.caller();
set role share_visitor;
select kind, user_id from share.caller();
set request.jwt.claims = '';
select kind, user_id from share.caller();

-- A database role that is a member. Only the service names one, and only one that has to do with us.
\c - postgres
set timezone = 'UTC';
set datestyle = 'ISO';
set role share_app;
select database_role from share.member_update(:'account', 'bob', '{"database_role": "regress_plain"}');
begin;
select share.act_as('ada');
select test.rule(format('select share.member_update(%L, ''ada'', ''{"database_role": "regress_plain"}'')', :'account')) as by_an_owner;
select test.rule(format('select share.member_add(%L, ''carl'', database_role => ''regress_plain'')', :'account')) as by_an_owner;
select role, database_role from share.member_update(:'account', 'bob', '{"name": "Bob"}');
commit;
select test.rule(format('select share.member_add(%L, ''carl'', database_role => %L)', :'account', r))
from unnest(array['regress_plain', 'regress_nobody', 'no such role', 'share_user', 'share_app']) r;
select test.rule(format('select share.member_update(%L, ''bob'', ''{"database_role": "regress_plain"}'')', :'other_account'));
reset role;
\c - regress_plain
select kind, user_id, account_id = :'account' as in_that_account, name from share.caller();
select name from share.account_list();
select test.rule(format('select share.account_get(%L)', :'other_account')) as where_bob_is_editor;
select test.rule(format('select share.drive_create(%L, ''x'')', :'account'));
set request.jwt.claims = '{"sub": "ada"}';
select user_id from share.caller();
\c - postgres
select database_role from share.member_update(:'account', 'bob', '{"database_role": null}');
\c - regress_plain
select kind from share.caller();
\c - postgres
set timezone = 'UTC';
set datestyle = 'ISO';

-- API keys: shown once, stored as a hash.
select id as key_id, prefix, api_key, name, role, expires_at from share.api_key_create(:'account', 'import') \gset
select :'name' as name, :'role' as role, :'api_key' ~ '^pgs_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$' as form, starts_with(:'api_key', :'prefix' || '_') as prefixed;
select hash = sha256(:'api_key') as hashed from share.api_key;
select last_used_at from share.api_key_list(:'account');
select count(*) from share.event e where strpos(e.detail::text, right(:'api_key', 30)) > 0;
select test.rule(format('select share.api_key_create(%L, %L, %L, %s)', :'account', c.name, c.role, c.expires))
from (values ('', 'editor', 'null'), (e'a\nb', 'editor', 'null'), (repeat('a', 201), 'editor', 'null'), (null, 'editor', 'null'),
    ('x', null, 'null'), ('x', 'owner', 'null'), ('x', 'editor', 'now()')) c(name, role, expires);
set role share_app;
begin;
select share.act_as('bob', :'account');
select test.rule(format('select share.api_key_create(%L, ''x'')', :'account')) as by_a_viewer;
select test.rule('select share.api_key_list()') as by_a_viewer;
select test.rule(format('select share.api_key_revoke(%L)', :'key_id')) as by_a_viewer;
rollback;
begin;
select share.act_as('bob', :'other_account');
select test.rule(format('select share.api_key_revoke(%L)', :'key_id')) as from_outside;
rollback;
select test.rule('select * from share.api_key');
reset role;
-- Using one, as any role that may call at all.
set role share_user;
begin;
select kind, name = :'prefix' as by_prefix, role, account_id = :'account' as of_the_account from share.authenticate(:'api_key');
select share.current_account() = :'account' as sees_its_account, share.current_account('admin') as as_admin;
select name from share.account_list();
select count(*) from share.file_list();
select test.rule(format('select share.file_get(%L)', :'other_file')) as another_account;
select test.rule(format('select share.member_add(%L, ''carl'')', :'account')) as as_admin;
select test.rule('select share.signing_key_list()') as as_operator;
select path from share.file_create(:'account', '/made by a key.mp4', 'video');
commit;
select kind from share.caller();
reset role;
select actor_kind, actor = :'prefix' as by_prefix, kind from share.event where actor_kind = 'api_key';
select last_used_at is not null as used from share.api_key_use;
-- It goes before whom the application then acts for, and before claims.
set role share_app;
set request.jwt.claims = '{"sub": "ada"}';
begin;
select kind from share.authenticate(:'api_key');
select share.act_as('ada');
select kind from share.caller();
commit;
reset request.jwt.claims;
-- A savepoint takes it back.
begin;
select share.act_as('ada');
savepoint inner_one;
select kind from share.authenticate(:'api_key');
rollback to inner_one;
select test.who();
select kind from share.authenticate(:'api_key');
savepoint inner_two;
select kind from share.authenticate(:'api_key');
rollback to inner_two;
select kind from share.caller();
rollback;
select kind from share.caller();
-- Nothing else is one.
select distinct r.* from unnest(array['', 'x', :'prefix', :'api_key' || 'x', left(:'api_key', 59), upper(:'api_key'), ' ' || :'api_key',
    'pgs_000000000000_' || repeat('a', 43), left(:'api_key', 17) || repeat('a', 43), repeat(:'api_key', 1000), e'\x01', null]) k(tried)
cross join lateral test.refused(format('select share.authenticate(%L)', k.tried)) r;
-- A reading transaction leaves no trace; nor does the next use within a minute.
reset role;
update share.api_key_use set last_used_at = null;
begin read only;
select kind from share.authenticate(:'api_key');
commit;
select last_used_at from share.api_key_use;
update share.api_key_use set last_used_at = now() - interval '59 seconds';
begin;
select kind from share.authenticate(:'api_key');
commit;
select last_used_at < now() - interval '50 seconds' as kept from share.api_key_use;
update share.api_key_use set last_used_at = now() - interval '61 seconds';
begin;
select kind from share.authenticate(:'api_key');
commit;
select last_used_at > now() - interval '50 seconds' as noted from share.api_key_use;
-- Keys of admins are no owners.
select api_key as admin_key, id as admin_key_id from share.api_key_create(:'account', 'admin', role => 'admin', expires_at => '2100-01-01') \gset
set role share_app;
begin;
select role from share.authenticate(:'admin_key');
select user_id from share.member_add(:'account', 'carl', role => 'admin');
select test.rule(format('select share.member_add(%L, ''dora'', role => ''owner'')', :'account')) as an_owner;
select test.rule(format('select share.member_remove(%L, ''ada'')', :'account')) as an_owner;
select test.rule('select share.account_create(name => ''Mine'')');
select count(*) from share.event_list();
commit;
reset role;
select name, role, created_by, expires_at, revoked_at is null as living from share.api_key_list(:'account');
select name from share.api_key_list(:'account', 1, :'admin_key_id');
select count(*) from share.api_key_list(:'other_account');
-- Revoked or over, it counts from the next statement on, and who was using it is nobody.
set role share_app;
begin;
select kind from share.authenticate(:'admin_key');
select revoked_at is not null as revoked from share.api_key_revoke(:'admin_key_id');
select test.who();
select share.act_as('ada');
select test.who();
select test.rule(format('select share.account_get(%L)', :'account'));
commit;
reset role;
select a.revoked_at = b.revoked_at as repeated from share.api_key_revoke(:'admin_key_id') a, share.api_key_list(:'account') b where b.id = a.id;
select test.rule(format('select share.authenticate(%L)', :'admin_key'));
select test.rule(format('select share.api_key_revoke(%L)', :'nowhere'));
select test.rule(format('select share.api_key_revoke(%L, %L)', :'key_id', :'other_account'));
begin;
select kind from share.authenticate(:'api_key');
update share.api_key set created_at = now() - interval '1 day', expires_at = now() where prefix = :'prefix';
select kind from share.caller();
rollback;
select kind, count(*) from share.event where kind like 'api_key.%' group by 1 order by 1;

revoke usage on schema share from regress_nobody;
drop role regress_plain, regress_nobody, regress_gateway;
