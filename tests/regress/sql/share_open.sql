-- What the holder of a link gets: openings, passwords, visits, caps, windows, recipients, restrictions.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- An opening brings everything that a player needs.
select id as share from share.share_create(file_id => :'file', title => 'Launch', metadata => '{"take": 3}') \gset
select * from share.share_open(:'share') \gset opened_
select :'opened_granted' as granted, :'opened_http_status' as status, :'opened_title' as title, :'opened_permissions' as permissions, length(:'opened_visit_token') as token;
select metadata from share.share_renew(:'opened_visit_token');
select i.ordinal, i.filename, i.duration_seconds, left(i.stream_url, 24) as stream, left(i.media_download_url, 24) as download, left(i.preview_url, 24) as preview, i.expires_at > now() as alive
from share.share_open(:'share', visit_token => :'opened_visit_token') o, unnest(o.items) i;
select o.expires_at > o.refresh_after and o.refresh_after > now() as in_time, o.visit_expires_at - now() <= interval '12 hours' as visit_ends from share.share_open(:'share', visit_token => :'opened_visit_token') o;
-- The same visit counts once.
select kind, count(*) from share.event_list(share_id => :'share') group by kind order by kind;
select granted, reason, http_status from share.share_open('no-such-slug');
select granted, reason, http_status from share.share_open(:'nowhere');
select granted, reason, http_status from share.share_open(null);
select granted, reason, http_status from share.share_renew(:'opened_visit_token');
select granted, reason, http_status from share.share_renew('x');
select granted, reason, left(url, 24) as url from share.share_play(:'opened_visit_token');
select granted, reason, left(url, 24) as url from share.share_download(:'opened_visit_token');
select granted, reason from share.share_download(:'opened_visit_token', file_id => :'other_file');
select kind, count(*) from share.event_list(share_id => :'share') group by kind order by kind;

-- Permissions: without download nothing signs the original, for nobody.
select permissions, media_download_url from share.share_update(:'share', '{"permissions": ["view", "metadata_view"]}');
select o.metadata, i.media_download_url from share.share_open(:'share', visit_token => :'opened_visit_token') o, unnest(o.items) i;
select granted, reason, http_status from share.share_download(:'opened_visit_token');
select url from share.share_sign_download(:'share');
select url from share.share_sign_downloads(array[:'share']::uuid[]);
select test.rule(format('select share.share_update(%L, ''{"permissions": ["fly"]}'')', :'share'));
select test.rule(format('select share.share_update(%L, ''{"permissions": []}'')', :'share'));

-- Switched off and on, revoked: the next call sees it.
select state from share.share_disable(:'share');
select granted, reason, http_status from share.share_renew(:'opened_visit_token');
select state from share.share_enable(:'share');
select granted from share.share_renew(:'opened_visit_token');
select state, revoked_reason from share.share_revoke(:'share', 'leaked');
select granted, reason, http_status from share.share_open(:'share');
select kind, payload ->> 'epoch' as epoch, payload -> 'paths' as paths from share.job where kind = 'purge' order by job_id;

-- A password: refused without, counted when wrong, given once for a visit.
select id as locked, has_password from share.share_create(file_id => :'file', visibility => 'public', password => 'open sesame') \gset
select granted, reason, http_status from share.share_open(:'locked');
select granted, reason, http_status from share.share_open(:'locked', password => 'wrong one');
select granted from share.share_open(:'locked', password => 'open sesame');
select granted, reason, visit_token as ticket from share.share_unlock(:'locked', 'open sesame') \gset
select granted, reason from share.share_renew(:'ticket');
select granted from share.share_open(:'locked', visit_token => :'ticket');
select granted, reason from share.share_unlock('no-such-slug', 'open sesame');
select test.rule(format('select share.share_update(%L, ''{"password": "short"}'')', :'locked'));
-- Another password: who knew the old one gives the new one.
select has_password from share.share_update(:'locked', '{"password": "open barley"}');
select granted, reason from share.share_renew(:'ticket');
-- Ten wrong ones lock; then the right one is not looked at.
select reason, count(*) from generate_series(1, 12) n, lateral share.share_unlock(:'locked', 'guess ' || n || ' x', context => '{"address": "192.0.2.7"}') group by reason order by reason;
select granted, reason, http_status, retry_after > now() as later from share.share_unlock(:'locked', 'open barley', context => '{"address": "192.0.2.7"}');
select granted from share.share_unlock(:'locked', 'open barley', context => '{"address": "192.0.2.8"}');
select address, failures, locked_until > now() as locked from share.share_lock_list();
select share.share_lock_clear(:'locked');
select granted from share.share_unlock(:'locked', 'open barley', context => '{"address": "192.0.2.7"}');
select has_password from share.share_update(:'locked', '{"password": null}');
select granted from share.share_open(:'locked');
select object from share.share_delete(:'locked');

-- Caps: visits count, not calls; who was in stays in.
select id as capped from share.share_create(file_id => :'file', max_opens => 2, max_plays => 1, max_downloads => 1) \gset
select visit_token as first from share.share_open(:'capped') \gset
select visit_token as second from share.share_open(:'capped') \gset
select granted, reason, http_status from share.share_open(:'capped');
select state from share.share_get(:'capped');
select o.granted, i.stream_url, i.media_download_url, left(i.preview_url, 24) as preview from share.share_renew(:'first') o, unnest(o.items) i;
select granted, reason, left(url, 24) as url from share.share_play(:'first');
select granted, reason, left(url, 24) as url from share.share_play(:'first');
select granted, reason, http_status from share.share_play(:'second');
select granted, reason, left(url, 24) as url from share.share_download(:'second');
select granted, reason from share.share_download(:'first');
select count(*) from share.share_items_public(:'capped');
select count(*) from share.share_items_public(:'capped', visit_token => :'first');
-- A bot takes none.
select state from share.share_update(:'capped', '{"max_opens": 3}');
select granted, reason from share.share_open(:'capped', context => '{"user_agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"}');
select granted, reason from share.share_open(:'capped', context => '{"user_agent": "Mozilla/5.0 (Linux; Android 11; CUBOT X50)"}');
-- Exhausted, it makes room.
select state from share.share_get(:'capped');
select state from share.share_create(file_id => :'file');
select state from share.share_get(:'capped');
select object from share.share_list(file_id => :'file', state => 'active') s, lateral share.share_delete(s.id);

-- One by one and many at once: the same.
select count(*) > 0 as some from share.share;
select * from test.told_apart();
-- What came before there was a cap counts too, but for bots.
select id as seen from share.share_create(file_id => :'file') \gset
select granted from share.share_open(:'seen', context => '{"user_agent": "Slackbot-LinkExpanding 1.0"}');
select granted from share.share_open(:'seen', context => '{"user_agent": "Firefox"}');
select state from share.share_update(:'seen', '{"max_opens": 2}');
select kind, maximum, used from share.cap where share_id = :'seen';
