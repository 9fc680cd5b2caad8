-- The sharing of Nomad Media, requirement by requirement: what its configuration asks for, what becomes of it here.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select id as second from share.file_create(account_id => :'account', path => '/launch/second.mp4', media_type => 'video', duration_seconds => 5, status => 'completed') \gset
select id as third from share.file_create(account_id => :'account', path => '/launch/cuts/third.mp4', media_type => 'video', duration_seconds => 5, status => 'completed') \gset
select id as ignored from share.origin_put(file_id => :'second', kind => 'source', path => 'originals/second.mp4') \gset
select drive_id as drive from share.file_get(:'file') \gset

-- NM-01, NM-05, NM-09, NM-10, NM-23: a share of one file by a configuration; null makes a new one; the link comes back.
select id as link, title, share_url = 'https://app.example.com/share/' || id as share_url, state, visibility, permissions from share.share_put(:'file', '{"id": null, "name": "Launch"}') \gset
select :'title' as title, :'share_url' as share_url, :'state' as state, :'visibility' as visibility, :'permissions' as permissions;
-- NM-02: an end, a password, permissions. The model lacks a password; its text promises one, so there is a key.
select expires_at, has_password, permissions from share.share_put(:'file', jsonb_build_object('id', :'link'::text, 'expirationDate', '2100-01-01T00:00:00Z', 'password', 'open sesame', 'sharedPermissions', '["view"]'::jsonb));
select granted, reason from share.share_open(:'link');
select granted from share.share_open(:'link', 'open sesame');
-- NM-03: guests, who have a mail address and no user.
select id as for_guests, recipients_only, exclusive from share.share_put(:'file', '{"sharedType": "email", "externalUsers": ["grace@example.com", {"id": "alan@example.com", "description": "Alan"}, "GRACE@example.com"]}') \gset
select :'recipients_only' as recipients_only, :'exclusive' as exclusive;
select email, user_id, name from share.recipient_list(:'for_guests');
-- NM-04: somebody must be signed in.
set role share_user;
select * from test.refused(format('select share.share_put(%L, ''{}'')', :'file'));
reset role;
-- NM-06: mails only when asked for, in the same transaction.
select count(*) from share.job where kind ~ 'Shared';
select id = :'for_guests' as same from share.share_put(:'file', jsonb_build_object('id', :'for_guests'::text, 'notify', true));
select kind, payload ->> 'email' as email from share.job where kind ~ 'Shared' order by job_id;
select id = :'for_guests' as same from share.share_put(:'file', jsonb_build_object('id', :'for_guests'::text, 'notify', true, 'externalUsers', '["grace@example.com", "alan@example.com", "new@example.com"]'::jsonb));
select kind, payload ->> 'email' as email from share.job where kind ~ 'Shared' order by job_id offset 2;
-- NM-07, NM-08: without a configuration or a file.
select * from test.refused(format('select share.share_put(%L, null)', :'file'));
select * from test.refused('select share.share_put(null, ''{}'')');
select test.rule(format('select share.share_put(%L, ''{}'')', :'nowhere'));
-- NM-09: an id that is not known; another file's; no id at all.
select * from test.refused(format('select share.share_put(%L, %L)', :'file', jsonb_build_object('id', :'nowhere'::text)));
select * from test.refused(format('select share.share_put(%L, %L)', :'second', jsonb_build_object('id', :'link'::text)));
select test.rule(format('select share.share_put(%L, ''{"id": "link"}'')', :'file'));
select title from share.share_put(null, jsonb_build_object('id', :'link'::text, 'name', 'Launch film'));
-- NM-11: several files; the file of the call is the first, said twice it counts once.
select id as several from share.share_put(:'file', jsonb_build_object('name', 'Several', 'sharedContents', array[:'second', :'file', :'third', :'second'])) \gset
select i.ordinal, i.filename from share.share_open(:'several') o, unnest(o.items) i;
select id = :'several' as same from share.share_put(null, jsonb_build_object('id', :'several'::text, 'sharedContents', array[:'third', :'second']));
select ordinal, filename from share.share_items_public(:'several');
select id = :'several' as same from share.share_put(null, jsonb_build_object('id', :'several'::text, 'name', 'Still several'));
select count(*) from share.item_list(:'several');
select id = :'several' as same from share.share_put(null, jsonb_build_object('id', :'several'::text, 'sharedContents', null));
select count(*) from share.item_list(:'several');
select test.rule(format('select share.share_put(%L, %L)', :'file', jsonb_build_object('sharedContents', given))) from unnest(array[format('"%s"', :'second'), format('["%s"]', :'nowhere'), format('["%s"]', :'other_file'), '["x"]']::jsonb[]) given;
-- NM-12, NM-16, NM-19: one length of three, as a code or a lookup object, hours, or a time.
select d, s.expires_at - now() between w - interval '1 minute' and w as in_time, s.expires_at is null as never
from (values ('{"sharedDuration": "1d"}'::jsonb, interval '1 day'), ('{"sharedDuration": {"id": "x", "enumValue": "7d", "description": "7 days"}}', '7 days'), ('{"sharedDuration": {"description": "30 Days"}}', '30 days'),
    ('{"sharedDurationInHours": 5, "sharedDuration": null, "expirationDate": null}', '5 hours'), ('{"sharedDuration": "never"}', null)) v(d, w), lateral share.share_put(null, jsonb_build_object('id', :'link'::text) || v.d) s;
select expires_at from share.share_put(null, jsonb_build_object('id', :'link'::text, 'expirationDate', '2100-01-01'));
select expires_at from share.share_put(null, jsonb_build_object('id', :'link'::text, 'expirationDate', null));
select * from test.refused(format('select share.share_put(%L, ''{"sharedDuration": "1h", "sharedDurationInHours": 1}'')', :'file'));
select * from test.refused(format('select share.share_put(%L, ''{"sharedDuration": "2h"}'')', :'file'));
select test.rule(format('select share.share_put(%L, %L)', :'file', c)) from unnest('{"{\"sharedDurationInHours\": 0}","{\"expirationDate\": \"2000-01-01\"}","{\"sharedDurationInHours\": \"soon\"}"}'::text[]) c;
-- NM-13: permissions, presets, roles by name and number.
select p, s.permissions from unnest(array['["view", "comment"]', '["Downloading"]', '["VIEWER"]', '[17]', '[20, {"id": 10}]', '[{"enumValue": "FULL_ACCESS"}]', '[{"description": "See comments"}, "view"]', 'null']::jsonb[]) p,
    lateral share.share_put(null, jsonb_build_object('id', :'link'::text, 'sharedPermissions', p)) s;
select test.rule(format('select share.share_put(%L, %L)', :'file', jsonb_build_object('sharedPermissions', p))) from unnest(array['["fly"]', '[0]', '["none"]', '[]', '"view"', '[null]', '[["view"]]']::jsonb[]) p;
select * from share.permission_presets() order by role_number, code;
-- NM-14: the types.
select id as for_users, recipients_only, visibility from share.share_put(:'file', '{"sharedType": {"enumValue": "user"}, "nomadUsers": [{"id": "una", "description": "Una"}, "ulf"]}') \gset
select :'recipients_only' as recipients_only, :'visibility' as visibility;
select id as for_account, visibility, recipients_only from share.share_put(:'file', '{"sharedType": "account"}') \gset
select :'visibility' as visibility, :'recipients_only' as recipients_only;
select has_password, visibility from share.share_put(:'second', '{"sharedType": "password", "password": "open sesame"}');
select recipients_only from share.share_put(:'third', '{"sharedType": "link"}');
select * from test.refused(format('select share.share_put(%L, ''{"sharedType": "password"}'')', :'file'));
select * from test.refused(format('select share.share_put(%L, ''{"sharedType": "user", "nomadUsers": []}'')', :'file'));
select * from test.refused(format('select share.share_put(%L, ''{"sharedType": "everybody"}'')', :'file'));
select * from test.refused(format('select share.share_put(null, %L)', jsonb_build_object('id', :'link'::text, 'sharedType', 'account')));
select test.rule(format('select share.share_put(null, %L)', jsonb_build_object('id', id, 'sharedType', kind))) from (values (:'for_account', 'link'), (:'several', 'password'), (:'link', null)) v(id, kind);
select recipients_only from share.share_put(null, jsonb_build_object('id', :'for_users'::text, 'sharedType', 'link'));
select recipients_only from share.share_put(null, jsonb_build_object('id', :'for_users'::text, 'sharedType', 'user'));
select has_password from share.share_put(null, jsonb_build_object('id', :'link'::text, 'sharedType', 'password'));
-- NM-15: the state is told and never set. NM-17: so is the link. NM-18: the owner is who makes it. NM-20: the file is an argument.
select r.code, r.message, r.detail, r.hint from unnest('{sharedStatus,sharedLink,ownerId,assetId,color}'::text[]) k, lateral test.refused(format('select share.share_put(%L, %L)', :'file', jsonb_build_object(k, null))) r;
select * from share.lookup_list('ShareStatuses');
begin;
select share.act_as('ada');
select id as of_ada, owner_id from share.share_put(:'file', '{"sharedType": "user", "nomadUsers": ["una"], "name": "of Ada"}') \gset
commit;
select :'owner_id' as owner_id;
-- NM-21: users; a list replaces the one before it, null clears it, absent keeps it.
select user_id, name from share.recipient_list(:'for_users') where revoked_at is null;
select id = :'for_users' as same from share.share_put(null, jsonb_build_object('id', :'for_users'::text, 'nomadUsers', '["ulf", "uwe"]'::jsonb));
select user_id, revoked_at is not null as removed from share.recipient_list(:'for_users');
select id = :'for_users' as same from share.share_put(null, jsonb_build_object('id', :'for_users'::text, 'name', 'x'));
select count(*) from share.recipient_list(:'for_users') where revoked_at is null;
select id = :'for_users' as same from share.share_put(null, jsonb_build_object('id', :'for_users'::text, 'nomadUsers', null));
select count(*) from share.recipient_list(:'for_users') where revoked_at is null;
select test.rule(format('select share.share_put(%L, %L)', :'file', c)) from unnest(array['{"nomadUsers": "una"}', '{"nomadUsers": [null]}', '{"nomadUsers": [{"description": "Una"}]}', '{"externalUsers": ["nobody"]}', '{"externalUsers": ["@"]}', '{"nomadUsers": [7]}']::jsonb[]) c;
-- NM-22: the body is a patch; what is no object is refused.
select test.rule(format('select share.share_put(%L, %L)', :'file', c)) from unnest(array['[]', '"x"', 'null', '{"name": 1}', '{"notify": "perhaps"}']::jsonb[]) c;
-- NM-24: the life cycle: read, change, tell, end one, end all of an owner, delete one, delete all of an owner.
select title, state from share.share_get(:'of_ada');
select title from share.share_put(null, jsonb_build_object('id', :'of_ada'::text, 'name', null));
select share.share_notify(:'of_ada', users => '{una}', emails => '{guest@example.com}') as told;
-- NM-27: ended at once, whatever the date says; not deleted, and a later date brings it back.
select state from share.share_expire(:'of_ada');
select granted, reason, http_status from share.share_open(:'of_ada');
select state from share.share_put(null, jsonb_build_object('id', :'of_ada'::text, 'sharedDuration', '1h'));
select share.share_expire_all(owner_id => 'ada') as ended;
select state from share.share_get(:'of_ada');
select share.share_delete_for_owner('ada') as deleted;
select test.rule(format('select share.share_put(null, %L)', jsonb_build_object('id', :'of_ada'::text)));
select object from share.share_delete(:'several');
-- NM-25, NM-26: lookups with code, label and rank.
select * from share.lookup_list('ShareDurationTypes');
select * from share.lookup_list('share_types');
select * from share.lookup_list('SharePermissions');
select * from test.refused('select share.lookup_list(''ShareColors'')');
select test.rule('select share.lookup_list(null)');
-- NM-28, NM-29: who is told what: users and mail addresses, one file and several.
delete from share.job;
select id as told from share.share_put(:'file', jsonb_build_object('name', 'Two', 'sharedContents', array[:'second'], 'nomadUsers', array['ada'], 'externalUsers', array['grace@example.com'], 'notify', true)) \gset
select share.share_notify(:'for_guests', '{ada}', '{grace@example.com}') as told;
select kind, payload ->> 'email' as email, payload -> 'items' as items from share.job order by job_id;
-- NM-30: the public view: no login, nothing once it has ended (410, not 404), files by depth then name, downloads only if permitted.
select id as folder from share.share_put(:'file', jsonb_build_object('sharedContents', array[:'second'])) \gset
select folder from share.item_add(:'folder', drive_id => :'drive', folder => '/launch/');
set role share_visitor;
select ordinal, filename, preview_url is not null as preview, media_download_url is not null as download from share.share_items_public(:'folder');
reset role;
set pg_share.download_items_limit = 2;
select count(media_download_url) from share.share_items_public(:'folder');
reset pg_share.download_items_limit;
select permissions from share.share_put(null, jsonb_build_object('id', :'folder'::text, 'sharedPermissions', '["viewing"]'::jsonb));
select count(*), count(media_download_url) from share.share_items_public(:'folder');
select state from share.share_expire(:'folder');
select count(*) from share.share_items_public(:'folder');
select reason, http_status from share.share_explain(:'folder');
-- NM-31: the page to embed: 711 × 400, playing by itself unless told not to.
select s.id as of_third from share.share_list(file_id => :'third') s \gset
select http_status, width, height, autoplay, player_url is not null as player from share.share_link_preview(:'of_third');
select title, width, height, autoplay from share.share_link_preview(:'of_third', width => 640, height => 360, autoplay => '0', title => 'Mine');
select state from share.share_expire(:'of_third');
select http_status, player_url from share.share_link_preview(:'of_third');
-- NM-32: as the SDK does it: the file, users, guests, hours; a file that is missing is 404.
select recipients_only, state from share.share_put(:'second', '{"nomadUsers": [{"id": "una"}], "externalUsers": [{"id": "guest@example.com"}], "sharedDurationInHours": 12}');
select test.rule(format('select share.share_put(%L, ''{"nomadUsers": [], "externalUsers": [], "sharedDurationInHours": 12}'')', :'other_file')) as of_another_account from (select share.act_as('ada')) a;
-- NM-33: a value can be cleared, which "or" could not.
select title, expires_at, has_password, permissions from share.share_put(null, jsonb_build_object('id', :'link'::text, 'name', null, 'sharedDuration', null, 'password', null, 'sharedPermissions', null));
