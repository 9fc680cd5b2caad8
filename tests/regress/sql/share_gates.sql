-- The gates of a share, each closed by itself: members, recipients, mail domains, terms, restrictions, windows, policies; addresses and what ends them.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select user_id as ignored from share.member_add(account_id => :'account', user_id => 'mia', role => 'viewer') \gset

-- Private: members of the account, whoever carries the visit.
select id as private from share.share_create(file_id => :'file', visibility => 'private') \gset
select granted, reason, http_status from share.share_open(:'private');
begin;
select share.act_as('mia');
select granted, visit_token as of_mia from share.share_open(:'private') \gset
rollback;
begin;
select share.act_as('mia');
select granted, visit_token as of_mia from share.share_open(:'private') \gset
commit;
select :'granted' as granted;
select granted, reason from share.share_renew(:'of_mia');
begin;
select share.act_as('stranger');
select granted, reason, http_status from share.share_open(:'private');
commit;
select user_id from share.member_remove(:'account', 'mia');
select granted, reason from share.share_renew(:'of_mia');

-- Recipients: each has a link of its own, and an end.
select id as shared, recipients_only, exclusive from share.share_create(file_id => :'file', recipients => '[{"email": "bob@example.com", "name": "Bob", "permissions": ["view"]}, {"user_id": "eve"}]') \gset
select :'recipients_only' as recipients_only, :'exclusive' as exclusive;
select name, email, user_id, permissions from share.recipient_list(:'shared');
select id as bob from share.recipient_list(:'shared') where name = 'Bob' \gset
select regexp_replace(share.recipient_link(:'bob'), '^https://app.example.com/share/[0-9a-f-]{36}[?]r=', '') as bobs \gset
select granted, reason, http_status from share.share_open(:'shared');
select granted, permissions, visit_token as of_bob from share.share_open(:'shared', recipient_token => :'bobs') \gset
select :'granted' as granted, :'permissions' as permissions;
select granted from share.share_open(null, recipient_token => :'bobs');
begin;
select share.act_as('eve');
select granted, permissions from share.share_open(:'shared');
commit;
select granted, reason from share.share_download(:'of_bob');
select granted, reason from share.share_open(:'shared', recipient_token => left(:'bobs', -1) || 'x');
select permissions from share.recipient_update(:'bob', '{"permissions": null}');
select granted from share.share_download(:'of_bob');
select email, revoked_at is not null as revoked from share.recipient_remove(:'bob');
select granted, reason from share.share_renew(:'of_bob');
select granted, reason, http_status from share.share_open(:'shared', recipient_token => :'bobs');
select email from share.recipient_add(:'shared', email => 'BOB@example.com');
select * from test.refused(format('select share.recipient_add(%L, email => ''bob@EXAMPLE.com'')', :'shared'));
select test.rule(format('select share.recipient_add(%L)', :'shared'));
select test.rule(format('select share.recipient_add(%L, email => ''nobody'')', :'shared'));
select test.rule(format('select share.recipient_add(%L, email => ''x@example.com'')', :'nowhere'));

-- Restrictions: what is not known does not pass.
select id as walled from share.share_create(file_id => :'file', restrictions => '{"referrers": ["*.example.com"], "addresses": ["192.0.2.0/24"], "blocked_addresses": ["192.0.2.9"], "countries": ["DE", "AT"], "blocked_user_agents": ["curl"]}') \gset
\set good '{"address": "192.0.2.7", "referrer": "https://www.example.com/a", "country": "de", "user_agent": "Firefox"}'
select c.what, e.granted, e.reason
from (values ('all known', '{}'::jsonb), ('elsewhere', '{"referrer": "https://www.example.com.evil.test/"}'), ('itself only below', '{"referrer": "https://example.com/"}'),
    ('with a user', '{"referrer": "https://evil.test@www.example.com/"}'), ('of a user', '{"referrer": "https://www.example.com@evil.test/"}'),
    ('address', '{"address": "198.51.100.1"}'), ('blocked', '{"address": "192.0.2.9"}'), ('country', '{"country": "FR"}'), ('agent', '{"user_agent": "curl/8"}')) c(what, change),
    lateral share.share_explain(:'walled', context => :'good'::jsonb || c.change) e;
select c.what, e.granted, e.closed from (values ('address'), ('referrer'), ('country'), ('user_agent')) c(what), lateral share.share_explain(:'walled', context => :'good'::jsonb - c.what) e;
select granted, closed from share.share_explain(:'walled');
select test.rule(format('select share.share_open(%L, context => ''{"ip": "192.0.2.1"}'')', :'walled'));
select test.rule(format('select share.share_open(%L, context => ''{"address": "here"}'')', :'walled'));
select bad, test.rule(format('select share.share_update(%L, %L)', :'walled', jsonb_build_object('restrictions', bad)))
from unnest(array['{"ips": ["1.2.3.4"]}', '{"addresses": ["x"]}', '{"addresses": []}', '{"countries": ["Germany"]}', '{"referrers": ["https://a.b"]}', '{"allow_no_referrer": 1}', '[]']::jsonb[]) bad;
select restrictions from share.share_update(:'walled', '{"restrictions": null}');

-- Terms, by their version.
select terms_version from share.share_update(:'walled', '{"terms": "Do not copy.", "terms_version": "2"}');
select granted, reason, http_status, terms, terms_version from share.share_open(:'walled');
select granted, reason from share.share_open(:'walled', context => '{"terms_version": "1"}');
select granted, visit_token as agreed from share.share_open(:'walled', context => '{"terms_version": "2"}') \gset
select granted from share.share_renew(:'agreed');
select terms_version from share.share_update(:'walled', '{"terms_version": "3"}');
select granted, reason from share.share_renew(:'agreed');
select test.rule(format('select share.share_update(%L, ''{"terms": null}'')', :'walled'));
select terms_version from share.share_update(:'walled', '{"terms": null, "terms_version": null}');

-- A mail address that must be proved, of some domains.
select prove_email, email_domains from share.share_update(:'walled', '{"prove_email": true, "email_domains": ["example.com"]}');
select granted, reason, http_status from share.share_open(:'walled');
select test.rule(format('select share.share_update(%L, ''{"email_domains": ["@example.com"]}'')', :'walled'));
select prove_email from share.share_update(:'walled', '{"prove_email": false, "email_domains": null}');

-- The window, asked for another time and as somebody else.
select state from share.share_update(:'walled', '{"starts_at": "2100-01-01", "expires_at": "2100-02-01"}');
select granted, reason, http_status from share.share_open(:'walled');
select at, e.granted, e.reason from unnest('{2099-12-31 23:59:59Z,2100-01-01 00:00Z,2100-01-31 23:59:59Z,2100-02-01 00:00Z}'::timestamptz[]) at, lateral share.share_explain(:'walled', at => at) e;
select e.granted, e.reason from share.share_explain(:'private', user_id => 'ada') e;
select e.granted, e.reason from share.share_explain(:'private', user_id => 'stranger') e;
select starts_at, state from share.share_update(:'walled', '{"starts_at": null}');
select expires_at from share.share_extend(:'walled', duration_code => '1d');
select expires_at from share.share_extend(:'walled', duration_hours => 2);
select test.rule(format('select share.share_extend(%L)', :'walled'));
select state, expires_at <= now() as over from share.share_expire(:'walled');
select state from share.share_expire(:'walled');
select expires_at - now() between '59 minutes' and '1 hour' as an_hour, state from share.share_extend(:'walled', duration_hours => 1);

-- A policy: its default, its maximum, its password.
select policy from share.account_update(:'account', '{"policy": {"default_hours": 24, "maximum_hours": 48, "addresses": "full"}}');
select id as by_policy, expires_at - now() between '23:59' and '24:00' as a_day from share.share_create(file_id => :'file', recipients => '[{"email": "a@example.com"}]') \gset
select :'a_day' as a_day;
select * from test.refused(format('select share.share_create(file_id => %L, recipients => ''[{"email": "a@example.com"}]'', duration_hours => 49)', :'file'));
select test.rule(format('select share.share_create(file_id => %L, recipients => ''[{"email": "a@example.com"}]'', duration_code => ''never'')', :'file'));
select test.rule(format('select share.share_update(%L, ''{"expires_at": null}'')', :'by_policy'));
select test.rule(format('select share.share_extend(%L, duration_code => ''7d'')', :'by_policy'));
select drive_id as drive from share.file_get(:'file') \gset
select policy from share.drive_update(:'drive', '{"policy": {"password_required": true, "many_shares": true}}');
select test.rule(format('select share.share_create(file_id => %L)', :'file'));
select exclusive from share.share_create(file_id => :'file', password => 'long enough'), generate_series(1, 2);
select bad, test.rule(format('select share.account_update(%L, %L)', :'account', jsonb_build_object('policy', bad)))
from unnest(array['{"default_hours": 0}', '{"maximum_hours": "1"}', '{"many_shares": "yes"}', '{"addresses": "some"}', '{"colour": 1}', '[]']::jsonb[]) bad;
select policy from share.drive_update(:'drive', '{"policy": null}');
select policy from share.account_update(:'account', '{"policy": null}');

-- Several things in one share: files, segments, folders that stay live; in order.
select id as trailer from share.file_create(account_id => :'account', path => '/launch/trailer.mp4', media_type => 'video', duration_seconds => 4, status => 'completed') \gset
select id as teaser from share.file_create(account_id => :'account', path => '/launch/short/teaser.mp4', media_type => 'video', duration_seconds => 2, status => 'completed') \gset
select id as set, exclusive from share.share_create(file_id => :'file', items => format('[{"file_id": "%s"}, {"file_id": "%s", "file_segment_id": "%s"}, {"drive_id": "%s", "folder": "/launch"}]', :'trailer', :'file', :'segment', :'drive')::jsonb) \gset
select i.ordinal, i.path, i.file_segment_id is not null as is_segment, i.duration_seconds from share.share_items_public(:'set') i;
select id as ignored from share.file_create(account_id => :'account', path => '/launch/encore.mp4', media_type => 'video') \gset
select i.ordinal, i.path from share.share_items_public(:'set') i where i.ordinal = 3;
select ordinal, folder from share.item_move((select id from share.item_list(:'set') where folder is not null), 1);
select object from share.item_remove((select id from share.item_list(:'set') where folder is not null));
select object from share.file_delete(:'trailer');
select i.ordinal, i.path from share.share_items_public(:'set') i;
select test.rule(format('select share.item_add(%L, file_id => %L)', :'set', :'other_file'));
select test.rule(format('select share.item_add(%L)', :'set'));
select test.rule(format('select share.item_add(%L, drive_id => %L, folder => ''/a/../b/'')', :'set', :'drive'));
select test.rule(format('select share.item_add(%L, file_id => %L, file_segment_id => %L)', :'set', :'file', :'segment'));

-- Addresses: a slug, the one before, one that looks like another's; a new address for the same share.
select share_url, slug from share.share_update(:'set', '{"slug": "Sommer-Fest"}');
select share_url from share.share_update(:'set', '{"slug": "winter-fest"}');
select s, e.granted from unnest('{sommer-fest,SOMMER-FEST,winter-fest,autumn-fest}'::text[]) s, lateral share.share_explain(s) e;
select slug, is_current from share.slug_list(:'set') order by slug;
select * from test.refused(format('select share.share_update(%L, ''{"slug": "Sommer-Fest"}'')', :'private'));
select test.rule(format('select share.share_update(%L, ''{"slug": "s0mmer-fest"}'')', :'private'));
select test.rule(format('select share.share_update(%L, ''{"slug": "-x-"}'')', :'private'));
select slug from share.slug_remove('sommer-fest');
select granted from share.share_explain('sommer-fest');
select test.rule('select share.slug_remove(''sommer-fest'')');
select slug ~ '^[0-9a-f]{32}$' as random, slug as fresh from share.share_rotate(:'set', grace => '1 day') \gset
select :'random' as random;
select count(*) filter (where e.granted) as open_now, count(*) filter (where l.granted) as open_later
from unnest(array['winter-fest', :'set', :'fresh']) s, lateral share.share_explain(s) e, lateral share.share_explain(s, at => now() + interval '2 days') l;
select granted, visit_token as before from share.share_open(:'fresh') \gset
select slug <> :'fresh' as another from share.share_rotate(:'set');
select granted from share.share_explain(:'fresh');
select granted, reason from share.share_renew(:'before');

-- Many at once: by a filter, never by none.
select count(s.id) from generate_series(1, 3) n, lateral share.share_create(file_id => :'file', title => n::text, owner_id => 'zoe', recipients => '[{"email": "a@example.com"}]') s;
select share.share_disable_all(owner_id => 'zoe', account_id => :'account');
select share.share_enable_all(owner_id => 'zoe', account_id => :'account'), share.share_enable_all(owner_id => 'zoe', account_id => :'account');
select share.share_expire_all(owner_id => 'zoe', account_id => :'account');
select share.share_revoke_all('over', owner_id => 'zoe', account_id => :'account');
select state, revoked_reason, count(*) from share.share_list(account_id => :'account', owner_id => 'zoe') group by 1, 2;
select share.share_delete_for_owner('zoe', :'account');
select test.rule('select share.share_revoke_all()');
set role share_app;
select test.rule('select share.share_revoke_all(owner_id => ''zoe'')');
reset role;
select kind, count(*) from share.event_list(account_id => :'account', "limit" => 100) where kind ~ 'share[.](dis|en|exp|rev|del)' group by kind order by kind;

-- What a URL that leaked leads to.
select left(stream_url, 300) as stream_url, media_download_url from share.share_get(:'private') \gset
select f.found_by, f.share_id = :'private' as this from share.share_find('https://app.example.com/share/' || :'private' || '?s=3') f;
select f.found_by, f.share_id = :'private' as this from share.share_find(:'media_download_url') f;
select f.found_by, bool_or(f.share_id = :'private') as this from share.share_find('https://cdn.example.com/film/360p/0.ts?x=1') f group by 1;
select f.found_by, f.state from share.share_find('https://app.example.com/share/x?r=' || :'bobs') f;
select count(*) from share.share_find('https://elsewhere.example.net/film/360p/0.ts');
select action, delivery, scheme, stopped_by, plays_until - now() between '4 minutes' and '13 hours' as soon from share.share_reach(:'private');

-- Link cards and embeds: as link_preview says.
select title from share.share_update(:'private', '{"title": "<b>\"Launch\"", "link_preview": "none"}');
select http_status, title, url from share.share_link_preview(:'private');
select link_preview from share.share_update(:'private', '{"link_preview": "full"}');
select http_status, title, left(image_url, 24) as image, player_url, width, height, autoplay from share.share_link_preview(:'private');
select link_preview from share.share_update(:'private', '{"link_preview": "player"}');
select replace(share.share_embed_html(:'private', 640, 360, false), :'private', '<id>');
select test.rule(format('select share.share_link_preview(%L, width => 0)', :'private'));
select http_status from share.share_link_preview('nothing-here');

-- What hides who asks: a frame without a referrer, an IPv4 address in the form of IPv6, no address where URLs are to be bound to it.
select id as bound from share.share_create(file_id => :'file', visibility => 'public', recipients => '[{"email": "z@example.com"}]') \gset
select recipients_only from share.share_update(:'bound', '{"recipients_only": false, "restrictions": {"embed_domains": ["example.com"], "blocked_addresses": ["192.0.2.9"]}}');
select a, e.granted, e.reason from unnest('{192.0.2.8,192.0.2.9,::ffff:192.0.2.9,::ffff:c000:209}'::text[]) a, lateral share.share_explain(:'bound', context => jsonb_build_object('address', a)) e;
set pg_share.address_header = 'x-real-ip';
begin;
select h, e.granted, e.reason
from unnest(array['{}', '{"sec-fetch-dest": "iframe"}', '{"sec-fetch-dest": "iframe", "referer": "https://example.com/"}', '{"sec-fetch-dest": "iframe", "referer": "https://evil.test\\@example.com/"}', '{"sec-fetch-dest": "object", "referer": "https://evil.test/"}']::jsonb[]) h,
    lateral (select set_config('request.headers', (h || '{"x-real-ip": "192.0.2.8"}')::text, true) offset 0) c, lateral share.share_explain(:'bound', context => jsonb_build_object('address', case when c is not null then '192.0.2.9' end)) e;
commit;
reset pg_share.address_header;
select restrictions from share.share_update(:'bound', '{"restrictions": {"bind_address": true}}');
select a, e.granted, e.reason from unnest('{192.0.2.8,NULL}'::text[]) a, lateral share.share_explain(:'bound', context => jsonb_build_object('address', a)) e;

-- Others' shares: no id behind a slug, and none that hides one's own.
select slug from share.share_update(:'bound', '{"slug": "not-for-everyone"}');
begin;
select share.act_as('stranger');
select link, test.rule(format('select share.share_explain(%L, user_id => ''ada'')', link)) as rule, (test.refused(format('select share.share_explain(%L, user_id => ''ada'')', link))).detail
from unnest('{not-for-everyone,nothing-like-that}'::text[]) link;
rollback;
select path as ignored from share.origin_put(file_id => :'other_file', kind => 'stream', path => 'film/master.m3u8') \gset
select policy is not null as ignored from share.account_update(:'other_account', '{"policy": {"many_shares": true}}') \gset
select count(*) as ignored from generate_series(1, 1000) n, lateral share.share_create(file_id => :'other_file') s \gset
begin;
select share.act_as('ada');
select found_by, count(*) > 0 as found from share.share_find('https://cdn.example.com/film/360p/0.ts') group by 1;
rollback;

select slug from share.share_create(file_id => :'file', recipients => '[{"user_id": "eve"}]', recipients_only => false, slug => 'premiere');
-- Where applications must set a user, links open without one: they need nobody, and show nothing more.
set pg_share.require_user = on;
set role share_app;
select granted, visit_token as of_nobody from share.share_open('premiere') \gset
select :'granted' as granted;
select granted from share.share_renew(:'of_nobody');
select granted from share.share_play(:'of_nobody');
select granted, account_id is null as of_no_account from share.share_explain('premiere');
select granted, reason from share.share_open(:'private');
select count(*) from share.share_items_public('premiere');
select test.rule(format('select share.share_get(%L)', :'private'));
select test.rule('select share.share_explain(''premiere'', at => now())');
select test.rule('select share.share_find(''https://app.example.com/share/premiere'')');
reset role;
reset pg_share.require_user;

-- One by one and many at once: the same.
select count(*) > 0 as some from share.share;
select * from test.told_apart();
-- Who was in before a share was exhausted is still given URLs, also after it lost its slot.
select id as used_up from share.share_create(file_id => :'file', recipients => '[{"email": "z@example.com"}]', max_opens => 1) \gset
update share.share set exhausted_at = now() - interval '2 days', ended_at = now() - interval '2 days' where share_id = :'used_up';
select action, plays_until > now() as still from share.share_reach(:'used_up');
