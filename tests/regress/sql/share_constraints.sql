-- What the database refuses by itself, from plain SQL, each by the name of its rule.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

select share.new_id() as id, share.new_id() as second_id \gset

-- Targets: a segment of another file, a file or segment of another account, nothing at all.
select test.rule(format('insert into share.share (account_id, share_id, file_id, file_segment_id) values (%L, %L, %L, %L)', :'account', :'id', :'other_file', :'segment'));
select test.rule(format('insert into share.share (account_id, share_id, file_id) values (%L, %L, %L)', :'account', :'id', :'other_file'));
select test.rule(format('insert into share.share (account_id, share_id, file_id) values (%L, %L, %L)', :'account', :'id', :'nowhere'));
select test.rule(format('insert into share.origin (account_id, origin_id, file_id, file_segment_id, kind, path) values (%L, %L, %L, %L, ''source'', ''a.mp4'')', :'other_account', :'id', :'other_file', :'segment'));
select test.rule(format('insert into share.segment (account_id, file_segment_id, file_id, start_time, end_time, file_duration) values (%L, %L, %L, 0, 1, 10)', :'account', :'id', :'other_file'));

-- Times.
select test.rule(format('insert into share.segment (account_id, file_segment_id, file_id, start_time, end_time, file_duration) values (%L, %L, %L, 3, 3, 8)', :'account', :'id', :'file'));
select test.rule(format('insert into share.segment (account_id, file_segment_id, file_id, start_time, end_time, file_duration) values (%L, %L, %L, -1, 3, 8)', :'account', :'id', :'file'));
select test.rule(format('insert into share.segment (account_id, file_segment_id, file_id, start_time, end_time, file_duration) values (%L, %L, %L, 1, ''NaN'', 8)', :'account', :'id', :'file'));
select test.rule(format('insert into share.segment (account_id, file_segment_id, file_id, start_time, end_time, file_duration) values (%L, %L, %L, 1, 8.5, 8)', :'account', :'id', :'file'));
-- The end is held against the file's real length: another one does not exist there.
select test.rule(format('insert into share.segment (account_id, file_segment_id, file_id, start_time, end_time, file_duration) values (%L, %L, %L, 1, 9, 9)', :'account', :'id', :'file'));
-- A file that becomes shorter than one of its segments, or loses its length and finds another.
select test.rule(format('update share.file set duration_seconds = 4 where file_id = %L', :'file'));
update share.file set duration_seconds = null where file_id = :'file';
select file_duration from share.segment where file_segment_id = :'segment';
select test.rule(format('update share.file set duration_seconds = 4.9 where file_id = %L', :'file'));
update share.file set duration_seconds = 5 where file_id = :'file';
select file_duration from share.segment where file_segment_id = :'segment';
select test.rule(format('insert into share.share (account_id, share_id, file_id, starts_at, expires_at) values (%L, %L, %L, ''2030-01-02'', ''2030-01-01'')', :'account', :'id', :'file'));
select test.rule(format('update share.file set duration_seconds = %s where file_id = %L', '''Infinity''', :'other_file'));
select test.rule(format('update share.file set duration_seconds = %s where file_id = %L', 0, :'other_file'));

-- One active plain share for each target and visibility; those that are not exclusive stand beside it.
insert into share.share (account_id, share_id, file_id) values (:'account', :'id', :'file');
select test.rule(format('insert into share.share (account_id, share_id, file_id) values (%L, %L, %L)', :'account', :'second_id', :'file'));
insert into share.share (account_id, share_id, file_id, file_segment_id, exclusive) values (:'account', :'second_id', :'file', :'segment', false), (:'account', share.new_id(), :'file', null, false);
select test.rule(format('update share.share set visibility = ''private'' where share_id = %L', :'id'));
select test.rule(format('update share.share set deleted_at = now() where share_id = %L', :'id'));
select test.rule(format('delete from share.file where file_id = %L', :'file'));
select test.rule(format('delete from share.segment where file_segment_id = %L', :'segment'));

-- A file or segment goes only after its living shares, and none comes to life again without it.
select test.rule(format('update share.file set deleted_at = now() where file_id = %L', :'file'));
select test.rule(format('update share.segment set deleted_at = now() where file_segment_id = %L', :'segment'));
update share.file set deleted_at = now() where file_id = :'other_file';
select test.rule(format('insert into share.share (account_id, share_id, file_id) values (%L, share.new_id(), %L)', :'other_account', :'other_file'));
insert into share.share (account_id, share_id, file_id, ended_at) values (:'other_account', share.new_id(), :'other_file', now());
select test.rule(format('update share.share set ended_at = null where file_id = %L', :'other_file'));
update share.file set deleted_at = null where file_id = :'other_file';

-- Two living files on one path of a drive; a dead one does not count.
select test.rule(format('insert into share.file (account_id, file_id, drive_id, path, media_type) select account_id, share.new_id(), drive_id, path, media_type from share.file where file_id = %L', :'file'));
update share.file set deleted_at = now() where file_id = :'other_file';
insert into share.file (account_id, file_id, drive_id, path, media_type) select account_id, share.new_id(), drive_id, path, media_type from share.file where file_id = :'other_file';

-- Shapes.
select test.rule(format('update share.file set path = %L where file_id = %L', bad, :'file')) from unnest(array['film.mp4', '/', '/a//b', '/a/../b', '/./a', '/a/', E'/a\nb', '/a\b', '/' || repeat('x', 256)]) bad;
select test.rule(format('update share.origin set path = %L where file_id = %L and kind = ''source''', bad, :'file')) from unnest(array['/a', '', 'a//b', '../a', 'a/..', E'a\x01', 'a\b', repeat('x', 1025)]) bad;
select test.rule(format('update share.origin set path = ''master.m3u8'' where file_id = %L and kind = ''stream''', :'file'));
select test.rule(format('update share.origin set kind = ''original'' where file_id = %L and kind = ''source''', :'file'));
select test.rule(format('update share.%s set metadata = ''[1]''', kind)) from unnest(array['account', 'file', 'segment', 'share']) kind;
select test.rule(format('update share.share set title = %L', bad)) from unnest(array[repeat('x', 501), E'bell\x07', U&'c1\0085']) bad;
select test.rule('update share.share set description = repeat(''x'', 10001)');
select test.rule('update share.file set bytes = -1');
select test.rule('update share.file set mime_type = ''video''');
select test.rule('update share.member set email = ''nobody''');
select test.rule('update share.member set user_id = ''''');
select test.rule('update share.account set name = ''''');
select test.rule('update share.drive set is_default = false, name = E''tab\t''');
select test.rule(format('insert into share.drive (account_id, drive_id, name, is_default) values (%L, %L, ''second'', true)', :'account', :'id'));

-- Status moves.
select from_status, to_status, (test.refused(format('update share.file set status = %L where file_id = %L', to_status, file_id))).message
from (
    select s.from_status, t.to_status, f.file_id
    from unnest(enum_range(null::share.processing_status)) s(from_status)
    cross join unnest(enum_range(null::share.processing_status)) t(to_status)
    cross join lateral share.file_create(account_id => :'account', path => format('/%s-%s.mp4', s.from_status, t.to_status), media_type => 'video', status => s.from_status) c
    cross join lateral (select c.id as file_id) f
) moves
where from_status <> to_status
order by 1, 2;
select * from test.refused(format('select share.file_update(%L, ''{"status": "pending"}'')', :'file'));

-- Keys and deliveries.
select test.rule(format('insert into share.delivery (account_id, name, scheme, base_url, key_account_id, kid) values (%L, ''x'', ''s3'', ''https://x'', %L, %L)', :'account', :'other_account', :'kid'));
select test.rule(format('insert into share.delivery (account_id, name, scheme, base_url, key_account_id, kid) values (%L, ''x'', ''s3'', %L, ''00000000-0000-0000-0000-000000000000'', %L)', :'account', bad, :'kid')) from unnest(array['https://x/', 'ftp://x', 'https://u@x', 'https://x?y', 'x']) bad;
select test.rule(format('insert into share.delivery (account_id, name, scheme, base_url, key_account_id, kid) values (%L, ''edge2'', ''uri_signing'', ''https://cdn.example.com'', ''00000000-0000-0000-0000-000000000000'', %L)', :'account', :'kid'));
select test.rule('update share.delivery set uses = ''{}''');
select test.rule('update share.delivery set uses = ''{listen}''');
select test.rule('update share.signing_key set state = ''asleep''');
select test.rule('update share.signing_key set valid_until = valid_from');
select test.rule(format('update share.signing_key set %s', bad)) from unnest(array['secret = ''short''', 'secret = null', 'kid = ''a b''', 'algorithm = ''EdDSA''', 'replaced_by = kid', 'created_at = null']) bad;
select * from test.refused('update share.signing_key set secret = null');
select test.rule(format('delete from share.signing_key where kid = %L', :'kid'));

-- Events are append-only.
select * from test.refused('update share.event set kind = ''share.forged''');
select * from test.refused('delete from share.event');
select test.rule('truncate share.event');
