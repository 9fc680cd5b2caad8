-- Mails about shares: who gets one, of which kind, with what in it; and when nobody does.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select user_id as ignored from share.member_add(account_id => :'account', user_id => 'vera', role => 'viewer') \gset
create view test.mail as
select j.kind, j.payload - '{link,recipient_id,expires_at}'::text[] as payload, regexp_replace(j.payload ->> 'link', '[0-9a-f-]{36}[?]r=[A-Za-z0-9_-]{60}$', '<id>?r=<token>') as link,
    exists (select from share.recipient r where r.recipient_id = (j.payload ->> 'recipient_id')::uuid and r.share_id = j.share_id) as of_a_recipient, (j.payload ->> 'expires_at')::date as ends
from share.job j where j.kind ~ 'Shared' order by j.job_id;

-- Making a share mails nobody.
select id as share from share.share_create(file_id => :'file', title => 'Launch', owner_id => 'ada', expires_at => '2100-01-01',
    recipients => '[{"user_id": "ada", "message": "for you"}, {"email": "Bob@Example.com", "name": "Bob", "expires_at": "2099-01-01"}, {"user_id": "stranger"}, {"email": "late@example.com"}]') \gset
select id as late from share.recipient_list(:'share') where email = 'late@example.com' \gset
update share.recipient set expires_at = now() - interval '1 day' where recipient_id = :'late';
select count(*) from share.job;

-- Everybody on the list, once.
select share.share_notify(:'share') as told;
select * from test.mail;
select share.share_notify(:'share') as told;
select coalesce(email, user_id) as who, notified_at is not null as told from share.recipient_list(:'share');
-- The link of the mail opens for that recipient.
select o.granted, o.title from share.job j, lateral share.share_open(null, recipient_token => regexp_replace(j.payload ->> 'link', '^.*[?]r=', '')) o where j.payload ->> 'email' = 'Bob@Example.com';
delete from share.job;

-- Some: those that are there already, whatever the case, and new ones, as the member who asks.
begin;
select share.act_as('ada');
select share.share_notify(:'share', users => '{ada,vera}', emails => '{bob@example.com,new@example.com,NEW@example.com}', message => E'Have a look,\nplease') as told;
commit;
select kind, payload, of_a_recipient from test.mail;
select count(*) from share.recipient_list(:'share');
delete from share.job;
select id as bob from share.recipient_list(:'share') where name = 'Bob' \gset
select share.share_notify(:'share', recipients => array[:'bob']::uuid[]) as told;
select share.share_notify(:'share', '{}') as told;
select email from share.recipient_remove(:'bob');
select test.rule(format('select share.share_notify(%L, recipients => array[%L]::uuid[])', :'share', :'bob'));
select kind, detail, recipient_id = :'bob' as bob from share.event_list(share_id => :'share', recipient_id => :'bob') order by at, id;
delete from share.job;

-- Several files.
select file_id = :'file' as added from share.item_add(:'share', file_id => :'file', file_segment_id => :'segment');
select share.share_notify(:'share', '{ada}', '{new@example.com}') as told;
select kind, payload -> 'items' as items from test.mail;
delete from share.job;

-- Nothing is left of a refused call; nothing goes out by a share that has ended.
select test.rule(format('select share.share_notify(%L, emails => ''{good@example.com,nobody}'')', :'share'));
select * from test.refused(format('select share.share_notify(%L, users => ''{ada,null}'')', :'share'));
select test.rule(call) from unnest(array[
    'select share.share_notify(null)', format('select share.share_notify(%L)', :'nowhere'), format('select share.share_notify(%L, array_fill(''a@b''::text, array[1001]))', :'share'),
    format('select share.share_notify(%L, message => repeat(''x'', 10001))', :'share'), format('select share.share_notify(%L, ''{ada}'', message => e''\x07'')', :'share'),
    format('select share.share_notify(%L, account_id => %L)', :'share', :'other_account')]) call;
begin;
select share.act_as('vera');
select test.rule(format('select share.share_notify(%L)', :'share'));
select share.act_as('nobody');
select test.rule(format('select share.share_notify(%L)', :'share'));
commit;
select state from share.share_revoke(:'share');
select test.rule(format('select share.share_notify(%L, ''{ada}'')', :'share'));
select count(*) from share.job where kind <> 'purge';

-- A watermark to burn in: into the share's own file or one that it shows, with the recipient's name behind it.
select id as marked from share.share_create(file_id => :'file', file_segment_id => :'segment', watermark => 'Acme', recipients => '[{"email": "bob@example.com"}, {"user_id": "ada"}]', items => format('[{"file_id": "%s"}]', :'file')::jsonb) \gset
select id as second from share.file_create(account_id => :'account', path => '/launch/second.mp4', media_type => 'video', duration_seconds => 5, status => 'completed') \gset
select drive_id as drive from share.file_get(:'second') \gset
select test.rule(format('select share.watermark_request(%L, %L)', :'marked', :'second'));
select folder from share.item_add(:'marked', drive_id => :'drive', folder => '/launch');
select count(share.watermark_request(:'marked', f)) from unnest(array[null, :'second']::uuid[]) f;
select count(share.watermark_request(:'marked', recipient_id => r.id)) from share.recipient_list(:'marked') r;
select payload ->> 'text' as text, payload ->> 'file_id' = :'file' as own_file, payload ->> 'file_segment_id' = :'segment' as segment, payload ? 'recipient_id' as recipient from share.job where kind = 'watermark' order by job_id;
select test.rule(format('select share.watermark_request(%L, recipient_id => %L)', :'marked', :'bob'));
select watermark from share.share_update(:'marked', '{"watermark": null}');
select * from test.refused(format('select share.watermark_request(%L)', :'marked'));
select test.rule(format('select share.watermark_request(%L)', :'nowhere'));
