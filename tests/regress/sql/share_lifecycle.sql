-- A share from its creation to its end, with what it shows at each step.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Created: private, with everything to see and the defaults in place.
select id as share from share.share_create(file_id => :'file', visibility => 'private', title => 'Launch film') \gset
select visibility, link_preview, title, description, metadata, status, state, asset_type, file_segment_id,
    share_url = 'https://app.example.com/share/' || id as page, stream_url is not null as streams,
    media_download_url is not null as downloads, preview_url is not null as previews,
    stream_expires_at - now() between interval '12 h' and interval '12 h 1 s' as streams_12_h,
    media_download_expires_at - now() between interval '5 min' and interval '5 min 1 s' as downloads_5_min
from share.share_get(:'share');

-- A second one of the same visibility names the first; ensure returns it, untouched.
select * from test.refused(format('select share.share_create(file_id => %L, visibility => ''private'')', :'file'));
select id = :'share' as same, title from share.share_ensure(file_id => :'file', visibility => 'private', title => 'ignored');

select test.rule(format('select share.share_ensure(file_id => %L, visibility => ''private'', metadata => ''[1]'')', :'file'));
select test.rule(format('select share.share_ensure(file_id => %L, visibility => ''private'', title => repeat(''x'', 501))', :'file'));

-- The other visibility and the segment have slots of their own.
select id as public_share, visibility, asset_type from share.share_ensure(file_id => :'file') \gset
select visibility, asset_type, stream_url is not null as streams, media_download_url is null as no_whole_source, preview_url is not null as previews
from share.share_create(file_id => :'file', file_segment_id => :'segment');

-- A patch: absent keeps, null clears, metadata is replaced as one value and keeps its own nulls.
select title, description, metadata from share.share_update(:'share', '{"description": "First cut", "metadata": {"a": null, "b": {"c": null}}}');
select share.to_json(s) - '{id,file_id,created_at,preview_url,media_download_url,media_download_expires_at,stream_url,share_url}'::text[] as wire
from share.share_get(:'share') s;
select title, description, metadata from share.share_update(:'share', '{"title": null, "metadata": {"x": 1}}');
select jsonb_object_keys(share.to_json(s)) as wire_keys from share.share_get(:'share') s order by 1;
select metadata from share.share_update(:'share', '{"metadata": null}');
select share.to_json(s) -> 'metadata' as metadata_is_always_there from share.share_get(:'share') s;
select * from test.refused(format('select share.share_update(%L, ''{"visibility": "public"}'')', :'share'));
select * from test.refused(format('select share.share_update(%L, ''{"stream_url": "x"}'')', :'share'));
select * from test.refused(format('select share.share_update(%L, ''[]'')', :'share'));
select * from test.refused(format('select share.share_update(%L, null)', :'share'));
select * from test.refused(format('select share.share_update(%L, ''{"title": {"no": "text"}}'')', :'share'));
select * from test.refused(format('select share.share_update(%L, ''{"link_preview": "loud"}'')', :'share'));
select * from test.refused(format('select share.share_update(%L, ''{"link_preview": null}'')', :'share'));
select * from test.refused(format('select share.share_update(%L, ''{"expires_at": "soon"}'')', :'share'));

-- Processing decides about the stream, and about nothing else.
select status from share.file_update(:'file', '{"status": "processing"}');
select status, state, stream_url is null as no_stream, stream_expires_at is null as no_end, media_download_url is not null as downloads, preview_url is not null as previews
from share.share_get(:'share');
select share.to_json(s) ? 'stream_url' as in_wire from share.share_get(:'share') s;
select status from share.file_update(:'file', '{"status": "completed"}');

-- A file's rename keeps the share.
select path, filename from share.file_update(:'file', '{"path": "/launch/film final.mp4"}');
select stream_url is not null as streams from share.share_get(:'share');

-- Ends: one of three ways to say it.
select id as episode from share.file_create(account_id => :'account', path => '/episode.mp4', media_type => 'audio', duration_seconds => 60, status => 'completed') \gset
select expires_at - created_at as lives from share.share_create(file_id => :'episode', duration_hours => 3);
select expires_at - created_at as lives from share.share_create(file_id => :'episode', duration_code => '7d', visibility => 'private');
select * from test.refused(format('select share.share_create(file_id => %L, duration_hours => 1, duration_code => ''1h'')', :'episode'));
select * from test.refused(format('select share.share_create(file_id => %L, duration_code => ''2d'')', :'episode'));
select * from test.refused(format('select share.share_create(file_id => %L, duration_hours => 0)', :'episode'));
select test.rule(format('select share.share_create(file_id => %L, expires_at => now() - interval ''1 day'')', :'episode'));
select expires_at is null as never from share.share_ensure(file_id => :'file', file_segment_id => :'segment', visibility => 'private', duration_code => 'never');

-- Expired: seen as such, nothing signed, and its slot is free for the next.
update share.share s set expires_at = now() - interval '1 hour' where s.share_id = :'public_share';
select state, share_url is not null as page, stream_url, media_download_url, preview_url from share.share_get(:'public_share');
select * from test.refused(format('select share.share_sign_stream(%L)', :'public_share'));
select * from test.refused(format('select share.share_update(%L, ''{"title": "late"}'')', :'public_share'));
select state from share.share_update(:'public_share', '{"expires_at": null}');
update share.share s set expires_at = now() - interval '1 hour' where s.share_id = :'public_share';
select id as next_share, id <> :'public_share' as fresh, state from share.share_create(file_id => :'file') \gset
select ended_at = expires_at as ended from share.share where share_id = :'public_share';
select * from test.refused(format('select share.share_update(%L, ''{"expires_at": null}'')', :'public_share'));
select share_id = :'public_share' as of_the_old_one, kind, detail ? 'expires_at' as tells_when from share.event where kind = 'share.expired';

-- Scheduled, disabled, revoked: derived from the row and the clock.
select state, stream_url from share.share_update(:'next_share', jsonb_build_object('starts_at', now() + interval '1 day'));
-- A patch leaves alone what it does not name, whatever the session's zone and date style.
select starts_at from share.share_update(:'next_share', '{"starts_at": "2025-01-01 00:00:00+00"}');
set timezone = 'Asia/Kolkata';
set datestyle = 'SQL, DMY';
select title from share.share_update(:'next_share', '{"title": "in another zone"}');
set timezone = 'UTC';
set datestyle = 'ISO';
select starts_at from share.share_get(:'next_share');
select state, stream_url is not null as streams from share.share_update(:'next_share', '{"starts_at": null}');
select test.rule(format('select share.share_update(%L, ''{"starts_at": "infinity"}'')', :'next_share'));
update share.share s set disabled_at = now() where s.share_id = :'next_share';
select state, stream_url from share.share_get(:'next_share');
update share.share s set disabled_at = null, revoked_at = now(), ended_at = now() where s.share_id = :'next_share';
select state, stream_url from share.share_get(:'next_share');
select * from test.refused(format('select share.share_update(%L, ''{"expires_at": null}'')', :'next_share'));

-- Deleted: once, then it is not there; the slot is free.
select id = :'share' as same, object from share.share_delete(:'share');
select * from test.refused(format('select share.share_delete(%L)', :'share'));
select * from test.refused(format('select share.share_get(%L)', :'share'));
select state from share.share_create(file_id => :'file', visibility => 'private');

-- A file's end is the end of its shares, in the same transaction; path and external id are free again.
select object from share.file_delete(:'file');
select count(*) filter (where deleted_at is null) as living, count(*) filter (where ended_at is null) as holding from share.share where file_id = :'file';
select * from test.refused(format('select share.share_create(file_id => %L)', :'file'));
select * from test.refused(format('select share.file_delete(%L)', :'file'));
select path from share.file_create(account_id => :'account', path => '/launch/film final.mp4', media_type => 'video');

-- Every change has its event, of who made it.
select kind, actor_kind, actor, count(*) from share.event where kind like 'share.%' group by 1, 2, 3 order by 1;

-- One by one and many at once: the same.
select count(*) > 0 as some from share.share;
select * from test.told_apart();
