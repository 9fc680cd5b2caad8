-- Mail addresses proved by a code: who is sent one, what it opens, how often, and that refusals tell nothing of an address.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
-- The code that was sent last to an address.
create function test.code(address text) returns text language sql as $$
    select j.payload ->> 'code' from share.job j where j.kind = 'email_code' and j.payload ->> 'email' = address order by j.job_id desc limit 1
$$;
-- As if that many minutes had gone by.
create function test.later(minutes integer) returns void language sql as $$
    update share.email_code set sent_at = sent_at - make_interval(mins => minutes), expires_at = expires_at - make_interval(mins => minutes),
        counted_from = counted_from - make_interval(mins => minutes);
    update share.email_code_count set counted_from = counted_from - make_interval(mins => minutes);
$$;

-- A domain: asked, proved, opened.
select id as share from share.share_create(file_id => :'file', title => 'Launch', email_domains => '{example.com}') \gset
select granted, reason from share.share_open(:'share');
select * from share.share_email_code_request(:'share', 'Ada@Example.com');
select kind, payload - '{code,expires_at}'::text[] as payload, payload ->> 'code' ~ '^[0-9]{6}$' as code, (payload ->> 'expires_at')::timestamptz - created_at = '10 minutes' as ten_minutes from share.job;
select granted, reason, http_status, visit_token from share.share_email_prove(:'share', 'ada@example.com', 'x');
select granted, reason, http_status, visit_expires_at > now() as lives, visit_token as visit from share.share_email_prove(:'share', 'ADA@example.com', test.code('ada@example.com')) \gset
select :'granted' as granted, :'http_status' as status, :'lives' as lives;
select granted, title from share.share_open(:'share', visit_token => :'visit');
select granted from share.share_renew(:'visit');
select granted, reason from share.share_email_prove(:'share', 'ada@example.com', test.code('ada@example.com')) as used_twice;
select email, user_id, recipient_id from share.visit;
select kind, reason, detail from share.event_list(share_id => :'share') where kind <> 'share.created' order by at, id;

-- The same answer whoever it is: a domain that is not allowed, a link that leads nowhere.
select r.* from unnest('{eve@elsewhere.example,eve@sub.example.com,eve@example.com.evil.example}'::text[]) e, lateral share.share_email_code_request(:'share', e) r;
select * from share.share_email_code_request('no-such-link', 'eve@example.com');
select granted, reason, http_status from share.share_email_prove(:'share', 'eve@elsewhere.example', '123456');
select granted, reason, http_status from share.share_email_prove('no-such-link', 'eve@example.com', '123456');
select count(*) from share.job;
select count(*) from share.email_code;

-- One a minute, ten an hour; the answer stays. A new code ends the one before.
select * from share.share_email_code_request(:'share', 'bob@example.com', context => '{"address": "192.0.2.1"}');
select test.code('bob@example.com') as first \gset
select * from share.share_email_code_request(:'share', 'bob@example.com', context => '{"address": "192.0.2.1"}');
select count(*) from share.job where payload ->> 'email' = 'bob@example.com';
select test.later(1);
select * from share.share_email_code_request(:'share', 'bob@example.com', context => '{"address": "192.0.2.1"}');
select count(*) from share.job where payload ->> 'email' = 'bob@example.com';
select granted, reason from share.share_email_prove(:'share', 'bob@example.com', :'first') where :'first' <> test.code('bob@example.com');
create function test.ask_often(link text, address text, out granted boolean) returns setof boolean language plpgsql as $$
begin
    for n in 1 .. 12 loop
        perform test.later(1);
        granted := (share.share_email_code_request(link, address, context => jsonb_build_object('address', format('198.51.100.%s', n)))).granted;
        return next;
    end loop;
end
$$;
select granted, count(*) from test.ask_often(:'share', 'bob@example.com') group by 1;
select sent, count from share.email_code, (select count(*) from share.job where payload ->> 'email' = 'bob@example.com') j where email = 'bob@example.com';

-- A network address asks ten times an hour, whomever for.
select granted, reason, http_status, count(*), bool_and(retry_after > now()) as later
from generate_series(1, 12) n, lateral share.share_email_code_request(:'share', format('eve%s@elsewhere.example', n), context => '{"address": "203.0.113.9"}') group by 1, 2, 3 order by 1 desc;
select granted from share.share_email_code_request(:'share', 'zoe@example.com', context => '{"address": "203.0.113.9"}');
select count(*) from share.job where payload ->> 'email' = 'zoe@example.com';
select test.later(60);
select granted from share.share_email_code_request(:'share', 'zoe@example.com', context => '{"address": "203.0.113.9"}');
select count(*) from share.job where payload ->> 'email' = 'zoe@example.com';

-- Five wrong ones kill a code, ten minutes too.
select reason, count(*) from generate_series(1, 5) n, lateral share.share_email_prove(:'share', 'zoe@example.com', 'guess ' || n) group by 1;
select granted, reason from share.share_email_prove(:'share', 'zoe@example.com', test.code('zoe@example.com'));
select tries from share.email_code where email = 'zoe@example.com';
select test.later(1);
select granted from share.share_email_code_request(:'share', 'zoe@example.com');
select test.later(10);
select granted, reason from share.share_email_prove(:'share', 'zoe@example.com', test.code('zoe@example.com'));

-- Behind the address: a password and terms. In front of it: the other gates.
select has_password from share.share_update(:'share', '{"password": "open sesame", "terms": "Do not copy.", "terms_version": "1"}');
select test.later(1);
select granted from share.share_email_code_request(:'share', 'zoe@example.com');
select visit_token as zoe from share.share_email_prove(:'share', 'zoe@example.com', test.code('zoe@example.com')) \gset
select granted, reason from share.share_open(:'share', visit_token => :'zoe');
select granted, reason from share.share_open(:'share', visit_token => :'zoe', context => '{"terms_version": "1"}');
select granted from share.share_open(:'share', 'open sesame', :'zoe', context => '{"terms_version": "1"}');
select state from share.share_disable(:'share');
select test.later(2);
select * from share.share_email_code_request(:'share', 'zoe@example.com');
select granted, reason, http_status from share.share_email_prove(:'share', 'zoe@example.com', '123456');
select count(*) from share.job where payload ->> 'email' = 'zoe@example.com';

-- For recipients only: an address that is one's own proves who one is, with that recipient's permissions and end.
select id as list from share.share_create(file_id => :'file', recipients => '[{"email": "Bob@Example.com", "permissions": ["view"]}, {"email": "gone@example.com"}, {"user_id": "una"}]', prove_email => true) \gset
select id as gone from share.recipient_list(:'list') where email = 'gone@example.com' \gset
select revoked_at is not null as removed from share.recipient_remove(:'gone');
select r.* from unnest('{bob@example.com,gone@example.com,eve@example.com}'::text[]) e, lateral share.share_email_code_request(:'list', e) r;
select payload ->> 'email' as email, (payload ->> 'recipient_id')::uuid = r.recipient_id as his from share.job j join share.recipient r on r.share_id = :'list' and r.email = 'Bob@Example.com' where j.share_id = :'list';
select e, r.granted, r.reason from unnest('{gone@example.com,eve@example.com,bob@example.com}'::text[]) e, lateral share.share_email_prove(:'list', e, '-') r;
select granted, visit_token as bob from share.share_email_prove(:'list', 'bob@example.com', test.code('bob@example.com')) \gset
select granted, permissions from share.share_open(:'list', visit_token => :'bob');
-- A recipient's link proves its own address, and no other's.
select id as recipient from share.recipient_list(:'list') where email = 'Bob@Example.com' \gset
select regexp_replace(share.recipient_link(:'recipient'), '^.*[?]r=', '') as bobs \gset
select granted, reason from share.share_open(:'list', recipient_token => :'bobs');
select test.later(2);
select granted from share.share_email_code_request(:'list', 'eve@example.com', recipient_token => :'bobs');
select granted from share.share_email_code_request(null, 'bob@example.com', recipient_token => :'bobs');
select payload ->> 'email' as email from share.job where share_id = :'list';
select granted, visit_token as again from share.share_email_prove(null, 'bob@example.com', test.code('bob@example.com'), recipient_token => :'bobs') \gset
select granted from share.share_open(:'list', visit_token => :'again');
-- Removed between the code and its proof.
select test.later(2);
select granted from share.share_email_code_request(:'list', 'bob@example.com');
select email from share.recipient_remove(:'recipient');
select granted, reason from share.share_email_prove(:'list', 'bob@example.com', test.code('bob@example.com'));

-- Nothing to prove, nothing sent.
select id as plain from share.share_create(file_id => :'file', visibility => 'private') \gset
select id as open from share.share_create(file_id => :'file', items => format('[{"file_id": "%s", "file_segment_id": "%s"}]', :'file', :'segment')::jsonb) \gset
select granted from share.share_email_code_request(:'plain', 'ada@example.com');
select granted from share.share_email_code_request(:'open', 'ada@example.com');
select count(*) from share.job where share_id in (:'plain', :'open');

-- The code is with the worker and nowhere else.
select share.job_done(id, worker) is not null as done from share.job_claim('{email_code}', max_jobs => 1);
select payload from share.job where kind = 'email_code' and state = 'done';
select count(*) from share.event e, share.job j where j.payload ? 'code' and e::text like '%' || (j.payload ->> 'code') || '%';

-- Addresses are forgotten after a day.
select count(*) > 0 as some from share.email_code;
select test.later(1441);
select share.job_maintain() as jobs;
select (select count(*) from share.email_code) as addresses, (select count(*) from share.email_code_count) as counts;

-- What is refused, and to whom.
select test.rule(call) from unnest(array[
    format('select share.share_email_code_request(%L, null)', :'share'), format('select share.share_email_code_request(%L, ''nobody'')', :'share'),
    format('select share.share_email_code_request(%L, repeat(''x'', 400))', :'share'), format('select share.share_email_prove(%L, ''a@b'', null)', :'share'),
    format('select share.share_email_prove(%L, null, ''1'')', :'share')]) call;
create role visitor_login login in role share_visitor;
set session authorization visitor_login;
select * from test.refused(format('select share.share_email_code_request(%L, ''ada@example.com'')', :'share'));
select * from test.refused(format('select share.share_email_prove(%L, ''ada@example.com'', ''1'')', :'share'));
reset session authorization;
drop role visitor_login;
