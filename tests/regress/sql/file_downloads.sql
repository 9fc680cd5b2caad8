-- Downloads, sources and clips of files: for members, for visits, through a chosen share, and how a drive was used.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
create function test.cut(url text) returns text language sql as $$ select regexp_replace(regexp_replace(url, '=[^=/?#&]{20,}', '=…'), '(X-Amz-[A-Za-z]+=)[^&]*', '\1…', 'g') $$;
select id as origin from share.origin_put(:'file', 'proxy', 'proxies/film.webm', mime_type => 'video/webm') \gset
select id as share from share.share_create(:'file') \gset
select visit_token as visit from share.share_open(:'share') \gset
select id as part from share.share_create(:'file', :'segment') \gset
select visit_token as part_visit from share.share_open(:'part') \gset

-- Members: each stored object but a stream.
select v.origin_type, d.share_id, test.cut(d.url), d.expires_at - now() <= interval '6 minutes' as is_short, d.cookie
from (values ('source'), ('SOURCE'), ('proxy'), ('thumbnail')) v(origin_type), share.file_sign_download(:'file', v.origin_type) d;
select (share.share_verify(d.url)).valid, (share.share_verify(d.url)).reason from share.file_sign_download(:'file') d;
-- Through a share as the share has it.
select d.share_id = :'share' as is_of_the_share, (share.share_verify(d.url)).valid, (share.share_verify(d.url)).action from share.file_sign_download(:'file', visit_token => :'visit') d;

-- Name, and whether it is saved or shown, stand in what is signed, where the scheme carries them.
select kid as aws from share.signing_key_import('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'AWS4-HMAC-SHA256', kid => 'aws') \gset
select name from share.delivery_create(:'account', 'bucket', 's3', 'https://bucket.s3.example.com', 'aws', options => '{"access_key_id": "AKIAIOSFODNN7EXAMPLE", "region": "eu-west-1"}');
select d.name from share.signing_key_create(algorithm => 'MD5') k, share.delivery_create(:'account', 'server', 'nginx_secure_link', 'https://server.example.com', k.kid) d;
select download_delivery from share.file_update(:'file', '{"download_delivery": "bucket"}');
select v.name, v.download, substring(d.url from 'response-content-disposition=[^&]*'), substring(d.url from 'response-content-type=[^&]*')
from (values (null, true), ('Äpfel.mp4', true), ('Äpfel.mp4', false), (null, false)) v(name, download), share.file_sign_download(:'file', name => v.name, download => v.download) d;
select download_delivery from share.file_update(:'file', '{"download_delivery": "server"}');
select v.name, v.download, regexp_replace(d.url, '(md5|expires)=[^&]*', '\1=…', 'g')
from (values ('a b.mp4', true), ('a b.mp4', false)) v(name, download), share.file_sign_download(:'file', name => v.name, download => v.download) d;
select download_delivery from share.file_update(:'file', '{"download_delivery": null}');

-- A share of a segment gives out what was cut out of the file, never the whole of it.
select * from test.refused(format('select share.file_sign_download(%L, visit_token => %L)', :'file', :'part_visit'));
select kind from share.origin_put(:'file', 'source', 'cuts/film_2_5.mp4', :'segment', mime_type => 'video/mp4');
select test.cut(url) from share.file_sign_download(:'file', visit_token => :'part_visit');
select test.cut(url) from share.file_sign_download(:'file', file_segment_id => :'segment');
select id as outside from share.segment_create(:'file', 0, 1) \gset
select kind from share.origin_put(:'file', 'source', 'cuts/film_0_1.mp4', :'outside');
select * from test.refused(format('select share.file_sign_download(%L, file_segment_id => %L, visit_token => %L)', :'file', :'outside', :'part_visit'));

-- What is refused.
select v.arguments, r.* from (values
    ($$'stream'$$), ($$'original'$$), ($$null$$), ($$download => null$$), ($$name => 'a/b'$$), ($$name => ''$$), ($$name => '..'$$), ($$name => e'a\nb'$$),
    ($$file_segment_id => '00000000-0000-4000-8000-000000000000'$$), ($$drive_id => '00000000-0000-4000-8000-000000000000'$$)
) v(arguments), test.refused(format('select share.file_sign_download(%L, %s)', :'file', v.arguments)) r;
select * from test.refused(format('select share.file_sign_download(%L)', :'other_file')) where code = 'PT404';

-- The source by a chosen share: its URL is that share's, for members; a visit has its own.
select share_id, test.cut(url) from share.file_sign_source(:'file', 'master.mov');
select share_id = :'share' as is_of_the_share, (share.share_verify(url)).share_id = :'share' as says_so from share.file_sign_source(:'file', collection_id => :'share');
select share_id = :'share' as is_of_the_share from share.file_sign_source(:'file', collection_id => :'share', visit_token => :'visit');
select share_id = :'part' as is_of_the_part, test.cut(url) from share.file_sign_source(:'file', collection_id => :'part');
select id as viewed from share.share_create(:'file', visibility => 'private', permissions => '{view}') \gset
select r.* from (values (:'viewed', null), (:'nowhere', null), (:'part', :'visit')) v(collection, visit),
    test.refused(format('select share.file_sign_source(%L, collection_id => %L, visit_token => %L)', :'file', v.collection, v.visit)) r;
select state from share.share_revoke(:'viewed');
select * from test.refused(format('select share.file_sign_source(%L, collection_id => %L)', :'file', :'viewed'));

-- A clip at once: a window in the signed stream.
select regexp_replace(test.cut(url), ';.*/', ';…/'), expires_at > now() as ends from share.clip_sign(:'file', 2, 3.5);
select (share.share_verify(url)).* from share.clip_sign(:'file', 2.25, 3.5, visit_token => :'part_visit') \gset verified_
select :'verified_valid' as valid, :'verified_share_id' = :'part' as is_of_the_part, :'verified_action' as action, :'verified_window_start' as window_start, :'verified_window_end' as window_end;
-- A segment's own stream begins at its start.
select kind from share.origin_put(:'file', 'stream', 'film/part/master.m3u8', :'segment');
select (share.share_verify(url)).* from share.clip_sign(:'file', 2.25, 3.5, visit_token => :'part_visit') \gset verified_
select :'verified_valid' as valid, :'verified_window_start' as window_start, :'verified_window_end' as window_end;
select v.start_time, v.end_time, r.* from (values (3::numeric, 2::numeric, null), (-1, 2, null), (7, 9, null), (2, null, null), (1, 1.0000001, null), ('NaN', 'NaN', null), (1, 3, :'part_visit'), (4, 5.5, :'part_visit'))
    v(start_time, end_time, visit), test.refused(format('select share.clip_sign(%L, %L, %L, visit_token => %L)', :'file', v.start_time, v.end_time, v.visit)) r;
select status from share.file_update(:'file', '{"status": "processing"}');
select url, expires_at from share.clip_sign(:'file', 2, 3);
select status from share.file_update(:'file', '{"status": "completed"}');

-- A clip that is cut: asked for twice it is one, and what the worker has put is its URL.
select state, job_id, file_segment_id as clip, url from share.clip_request(:'file', 3, 4.5, visit_token => :'part_visit') \gset
select :'state' as state, r.state, r.job_id = :'job_id' as is_one, r.file_segment_id = :'clip' as is_one_segment, r.url from share.clip_request(:'file', 3.0, 4.50, visit_token => :'part_visit') r;
select kind, payload - 'file_id' - 'file_segment_id' as payload, payload ->> 'file_segment_id' = :'clip' as says_where, id as job, worker from share.job_claim('{cut}') \gset
select :'kind' as kind, :'payload' as payload, :'says_where' as says_where;
select state, url from share.clip_request(:'file', 3, 4.5, visit_token => :'part_visit');
select kind from share.origin_put(:'file', 'source', 'cuts/clip.mp4', :'clip');
select state from share.job_done(:'job', :'worker');
select state, job_id = :'job_id' as is_one, test.cut(url), (share.share_verify(url)).share_id = :'part' as is_of_the_part, expires_at > now() as ends from share.clip_request(:'file', 3, 4.5, visit_token => :'part_visit');
select state, test.cut(url) from share.clip_request(:'file', 3, 4.5);
select * from test.refused(format('select share.clip_request(%L, 1, 3, visit_token => %L)', :'file', :'part_visit'));
-- A segment that was deleted is cut anew; ten at a time through a share.
select object from share.segment_delete(:'clip');
select state, file_segment_id <> :'clip' as is_new from share.clip_request(:'file', 3, 4.5, visit_token => :'part_visit');
select count(share.clip_request(:'file', 2 + n / 10.0, 4, visit_token => :'part_visit')) from generate_series(1, 9) n;
select * from test.refused(format('select share.clip_request(%L, 2.5, 2.6, visit_token => %L)', :'file', :'part_visit'));
select state from share.clip_request(:'file', 2.5, 2.6);

-- What is capped is counted elsewhere.
select has_password from share.share_update(:'share', '{"max_plays": 5, "max_downloads": 5}');
select r.* from (values ('file_sign_download(%L, visit_token => %L)'), ('file_sign_source(%L, visit_token => %L)'), ('clip_sign(%L, 1, 2, visit_token => %L)'), ('clip_request(%L, 1, 2, visit_token => %L)')) v(call),
    test.refused('select share.' || format(v.call, :'file', :'visit')) r;
-- Permissions.
select has_password from share.share_update(:'share', '{"max_plays": null, "max_downloads": null, "permissions": ["view"]}');
select r.* from (values ('file_sign_download(%L, visit_token => %L)'), ('file_sign_source(%L, visit_token => %L)'), ('clip_request(%L, 1, 2, visit_token => %L)')) v(call),
    test.refused('select share.' || format(v.call, :'file', :'visit')) r;
select has_password from share.share_update(:'share', '{"permissions": ["download"]}');
select r.* from (values ('clip_sign(%L, 1, 2, visit_token => %L)'), ('preview_list(%L, visit_token => %L)'), ('face_list(%L, visit_token => %L)')) v(call),
    test.refused('select share.' || format(v.call, :'file', :'visit')) r;
-- No longer than the share.
select has_password from share.share_update(:'share', jsonb_build_object('expires_at', now() + interval '1 minute'));
select expires_at <= now() + interval '1 minute' as ends_with_it from share.file_sign_download(:'file', visit_token => :'visit');

-- How a drive was used.
select drive_id as drive from share.file_get(:'file') \gset
select granted from share.share_download(:'visit');
select granted from share.share_play(:'part_visit');
select day = (now() at time zone 'UTC')::date as today, path, opens, plays, downloads, unique_visits, last_used > now() - interval '1 hour' as lately from share.drive_usage(:'drive');
select count(*) from share.drive_usage(:'drive', before => current_date - 1);
select id as archive from share.drive_create(:'account', 'archive') \gset
select count(*) from share.drive_usage(:'archive');
select r.* from (values (null, null), (:'nowhere', null), (:'drive', '2020-01-01')) v(drive, after), test.refused(format('select share.drive_usage(%L, %L)', v.drive, v.after)) r;
