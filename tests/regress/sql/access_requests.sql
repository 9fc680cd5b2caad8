-- Visitors who were refused ask to be let in: who may, what is told to whom, and what a decision does.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select user_id as ignored from share.member_add(account_id => :'account', user_id => 'vera', role => 'viewer') \gset
select id as listed from share.share_create(file_id => :'file', title => 'Launch', owner_id => 'ada', recipients => '[{"email": "bob@example.com"}]') \gset

-- One that is taken, and told to the owner.
set role share_visitor;
select granted, reason from share.share_open(:'listed');
select * from share.access_request_create(:'listed', 'Eve@Example.com', 'Eve', E'Please,\nlet me in', context => '{"address": "192.0.2.1"}');
reset role;
select state, user_id, email, name, message, decided_by, decided_at, recipient_id from share.access_request_list(:'account');
select id as request from share.access_request_list(:'account') \gset
select kind, payload - 'request_id' - 'link' as payload, payload ->> 'request_id' = :'request' as request, payload ->> 'link' = 'https://app.example.com/share/' || :'listed' as link from share.job;
select kind, actor_kind, reason, detail = jsonb_build_object('request_id', :'request') as detail from share.event_list(share_id => :'listed', kind => 'access_request.created');

-- The same answer, and no second one: while it is open, for a link that leads nowhere.
set role share_visitor;
select * from share.access_request_create(:'listed', 'EVE@example.com');
select * from share.access_request_create('no-such-link', 'eve@example.com');
select * from share.access_request_create(:'nowhere', 'eve@example.com');
reset role;
select count(*) from share.access_request;
select count(*) from share.job;

-- Only where asking can help.
select id as public from share.share_create(file_id => :'file') \gset
select id as locked from share.share_create(file_id => :'file', password => 'open sesame', items => format('[{"file_id": "%s", "file_segment_id": "%s"}]', :'file', :'segment')::jsonb) \gset
select id as domains from share.share_create(file_id => :'file', email_domains => '{example.com}', file_segment_id => :'segment') \gset
select * from share.access_request_create(:'public', 'eve@example.com');
select * from share.access_request_create(:'locked', 'eve@example.com');
select * from share.access_request_create(:'domains', 'eve@example.com');
select * from share.access_request_create(:'domains', 'eve@elsewhere.example');
select state from share.share_disable(:'listed');
select * from share.access_request_create(:'listed', 'zoe@example.com');
select state from share.share_enable(:'listed');
select test.rule(call) from unnest(array[
    format('select share.access_request_create(%L)', :'listed'), format('select share.access_request_create(%L, ''eve'')', :'listed'),
    format('select share.access_request_create(%L, ''e@example.com'', repeat(''x'', 201))', :'listed'), format('select share.access_request_create(%L, ''e@example.com'', message => repeat(''x'', 2001))', :'listed'),
    format('select share.access_request_create(%L, ''e@example.com'', e''a\nb'')', :'listed'), format('select share.access_request_create(%L, ''e@example.com'', message => e''\x07'')', :'listed'),
    'select share.access_request_create(null)']) call;

-- Approved: a recipient, who was mailed only if that was asked for.
select state, decided_by = session_user as by_me, decided_at is not null as decided, recipient_id is not null as recipient from share.access_request_approve(:'request', permissions => '{view}', expires_at => '2100-01-01');
select email, name, permissions, expires_at, notified_at from share.recipient_list(:'listed') where email = 'eve@example.com';
select o.granted, o.permissions from share.recipient_list(:'listed') r, lateral share.share_open(null, recipient_token => regexp_replace(share.recipient_link(r.id), '^.*[?]r=', '')) o where r.email = 'eve@example.com';
select * from test.refused(format('select share.access_request_approve(%L)', :'request'));
select test.rule(format('select share.access_request_refuse(%L)', :'request'));
select count(*) from share.job where kind <> 'access_request' and kind <> 'purge';
-- One whose time is over, who asks again by the old link, as the user who is signed in.
select id as eve from share.recipient_list(:'listed') where email = 'eve@example.com' \gset
select regexp_replace(share.recipient_link(:'eve'), '^.*[?]r=', '') as eves \gset
update share.recipient set expires_at = now() - interval '1 day' where recipient_id = :'eve';
select granted, reason from share.share_open(:'listed', recipient_token => :'eves');
select granted from share.access_request_create(:'listed', 'eve@example.com', recipient_token => :'eves');
select state, recipient_id = :'eve' as same, decided_by = session_user as by_me from share.access_request_approve((select id from share.access_request_list(share_id => :'listed', state => 'pending')), notify => true);
select permissions, expires_at, notified_at is not null as told from share.recipient_list(:'listed') where email = 'eve@example.com';
select kind, payload ->> 'email' as email from share.job where kind = 'AssetSharedExternal';
select granted from share.share_open(:'listed', recipient_token => :'eves');

-- Refused: not heard again that day.
begin;
select share.act_as('stranger');
select granted from share.access_request_create(:'listed');
commit;
select id as stranger, user_id, email from share.access_request_list(:'account', state => 'pending', share_id => :'listed') \gset
select :'user_id' as user_id;
begin;
select share.act_as('ada');
select state, decided_by from share.access_request_refuse(:'stranger');
commit;
begin;
select share.act_as('stranger');
select granted from share.access_request_create(:'listed', 'stranger@example.com');
commit;
select count(*) from share.access_request_list(share_id => :'listed', state => 'pending');
update share.access_request set decided_at = decided_at - interval '1 day' where request_id = :'stranger';
begin;
select share.act_as('stranger');
select granted from share.access_request_create(:'listed', 'stranger@example.com');
commit;
select user_id, email from share.access_request_list(share_id => :'listed', state => 'pending');

-- A private share needs a member; a domain, to be on the list.
select id as private from share.share_create(file_id => :'file', visibility => 'private') \gset
select granted, reason from share.access_request_create(:'private', 'guest@example.com');
begin;
select share.act_as('newcomer');
select granted, reason from share.access_request_create(:'private');
commit;
select f.* from share.access_request_list(share_id => :'private') r, lateral test.refused(format('select share.access_request_approve(%L)', r.id)) f where r.email is not null;
select id as newcomer from share.access_request_list(share_id => :'private') where user_id = 'newcomer' \gset
select test.rule(format('select share.access_request_approve(%L)', :'newcomer'));
select role from share.member_add(:'account', 'newcomer', role => 'viewer');
select state from share.access_request_approve(:'newcomer');
begin;
select share.act_as('newcomer');
select granted from share.share_open(:'private');
commit;
select f.* from share.access_request_list(share_id => :'domains') r, lateral test.refused(format('select share.access_request_approve(%L)', r.id)) f;
select email_domains from share.share_update(:'domains', '{"email_domains": ["elsewhere.example", "example.com"]}');
select a.state from share.access_request_list(share_id => :'domains') r, lateral share.access_request_approve(r.id) a;

-- A signed-in user who names the address of somebody else becomes a recipient of its own.
begin;
select share.act_as('mallory');
select granted from share.access_request_create(:'listed', 'bob@example.com');
commit;
select state from share.access_request_approve((select id from share.access_request_list(share_id => :'listed', state => 'pending') where user_id = 'mallory'));
select user_id, email from share.recipient_list(:'listed');

-- A hundred open ones are enough.
select reason, http_status, count(*) from generate_series(1, 101) n, lateral share.access_request_create(:'listed', format('many%s@example.com', n)) group by 1, 2 order by 3 desc;
select count(*) from share.access_request_list(:'account', "limit" => 100);
select count(*), max(email) from share.access_request_list(:'account', "limit" => 100, cursor => (select id from share.access_request_list(:'account', "limit" => 100) order by created_at, id limit 1)) where email not like 'many%';

-- Who decides: editors of the account; who sees: they too, by the view as well.
select test.rule(call) from unnest(array['select share.access_request_approve(null)', 'select share.access_request_refuse(null)', 'select share.access_request_list()',
    format('select share.access_request_list(%L, state => ''open'')', :'account'), format('select share.access_request_approve(%L)', :'nowhere'), format('select share.access_request_refuse(%L, %L)', :'newcomer', :'other_account')]) call;
set role share_app;
begin;
select share.act_as('vera');
select test.rule(format('select share.access_request_list(%L)', :'account'));
select test.rule(format('select share.access_request_refuse(%L)', :'newcomer'));
select count(*) from share.access_requests;
select share.act_as('ada');
select count(*) > 100 as seen from share.access_requests;
select share.act_as('stranger');
select test.rule(format('select share.access_request_refuse(%L)', :'newcomer'));
select count(*) from share.access_requests;
commit;
reset role;
set role share_visitor;
select test.rule('select share.access_request_list()');
reset role;
select state from share.share_revoke(:'listed');
select test.rule(format('select share.access_request_approve(%L)', id)) from share.access_request_list(share_id => :'listed', state => 'pending', "limit" => 1);
select a.state from share.access_request_list(share_id => :'listed', state => 'pending', "limit" => 1) r, lateral share.access_request_refuse(r.id) a;
select kind, count(*), count(recipient_id) as recipients from share.event where kind like 'access_request.%' group by 1 order by 1;
