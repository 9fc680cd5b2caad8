-- Stored playlists: what is taken, and how they come out signed.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- The public share is served plain, so that what is written shows.
update share.delivery set options = '{"public_plain": true}';
select id as share from share.share_create(file_id => :'file') \gset

-- A playlist lies in the directory of a stream, and so do its URIs.
select path, kind, duration, segments, missing from share.playlist_put(:'file', 'film/master.m3u8', e'#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="en",URI="audio/index.m3u8"\n#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"\n720p/index.m3u8\n#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="720p/iframes.m3u8"\n');
select path, kind, duration, segments, missing from share.playlist_put(:'file', 'film/720p/index.m3u8', e'#EXTM3U\r\n#EXT-X-TARGETDURATION:4\r\n#EXT-X-MEDIA-SEQUENCE:7\r\n#EXT-X-KEY:METHOD=AES-128,URI="../key"\r\n#EXT-X-MAP:URI="init.mp4",BYTERANGE="700@0"\r\n#EXTINF:4.0,one\r\n#EXT-X-BYTERANGE:100@700\r\nfilm.mp4\r\n#EXTINF:4.0,\r\n#EXT-X-BYTERANGE:90\r\nfilm.mp4\r\n#X-VENDOR:what , ever\r\n#EXT-X-ENDLIST\r\n');
select path, missing from share.playlist_list(:'file');
select r.* from (values
    ('originals/master.m3u8', e'#EXTM3U\n'),
    ('film/x.m3u8', 'no playlist'),
    ('film/x.m3u8', e'#EXTM3U\n#EXTINF:1,\n../../originals/film.mp4\n'),
    ('film/x.m3u8', e'#EXTM3U\n#EXTINF:1,\n../originals/film.mp4\n'),
    ('film/x.m3u8', e'#EXTM3U\n#EXTINF:1,\nhttps://elsewhere.example/a.ts\n'),
    ('film/x.m3u8', e'#EXTM3U\n#EXTINF:1,\njavascript:alert(1)\n'),
    ('film/x.m3u8', e'#EXTM3U\n#EXTINF:1,\n\x01\n'),
    ('film/x.m3u8', e'#EXTM3U\n#EXTINF:1,\n{$secret}.ts\n')
) v(path, body), test.refused(format('select share.playlist_put(%L, %L, %L)', :'file', v.path, v.body)) r;
select kind from share.playlist_put(:'file', 'film/ads.m3u8', e'#EXTM3U\n#EXTINF:1,\nhttps://ads.example/a.ts\n', allowed_hosts => '{ads.example}');
select test.rule(format('select share.playlist_put(%L, %L, %L)', :'file', 'film/x.m3u8', '#EXTM3U' || repeat(e'\n', 4194304)));
select test.rule(format('select share.playlist_put(%L, ''film/x.m3u8'', ''#EXTM3U'', allowed_hosts => ''{{a},{b}}'')', :'file'));
-- More keys at a time than any player takes; and a cut that would have to look at each for each.
select path from share.playlist_put(:'file', 'film/keys.m3u8', e'#EXTM3U\n' || (
    select string_agg(format(e'#EXT-X-KEY:METHOD=SAMPLE-AES,URI="key",KEYFORMAT="f%s"\n', n), '') from generate_series(1, 65) n
) || e'#EXTINF:4,\n1.ts\n#EXTINF:4,\n2.ts\n');
select * from test.refused(format('select share.share_playlist(%L, ''keys.m3u8'', clip_start => 5, clip_end => 6)', :'share'));
select path from share.playlist_delete(:'file', 'film/keys.m3u8');

-- Playlists that are stored are linked, everything else is a URL of the delivery; other bytes stay.
select kind, playlist, expires_at from share.share_playlist(:'share');
select playlist from share.share_playlist(:'share', playlist_base => 'https://app.example.com/hls?path=');
select replace(playlist, e'\r', '~') as playlist, start_time, end_time from share.share_playlist(:'share', '720p/index.m3u8');
select replace(playlist, e'\r', '~') as playlist, start_time, end_time from share.share_playlist(:'share', '720p/index.m3u8', clip_start => 5, clip_end => 6);

-- A segment's share holds only its part: seconds 2 to 5 touch both, 2 to 3 the first one.
select id as part from share.segment_create(file_id => :'file', start_time => 2, end_time => 3) \gset
select id as part_share from share.share_create(file_id => :'file', file_segment_id => :'part') \gset
select playlist !~ '90' as first_only, start_time, end_time from share.share_playlist(:'part_share', '720p/index.m3u8');
select test.rule(format('select share.share_playlist(%L, ''720p/index.m3u8'', clip_start => 4, clip_end => 6)', :'part_share'));

-- A segment's own stream has a time of its own: its playlists are for its shares, and no other's.
select id as late from share.segment_create(file_id => :'file', start_time => 5, end_time => 8) \gset
select path from share.origin_put(:'file', 'stream', 'film/late/index.m3u8', file_segment_id => :'late');
select path from share.playlist_put(:'file', 'film/late/index.m3u8', e'#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:3,\nlate.ts\n#EXT-X-ENDLIST\n');
select id as late_share from share.share_create(file_id => :'file', file_segment_id => :'late') \gset
select playlist ~ 'late.ts' as own, start_time, end_time from share.share_playlist(:'late_share');
select test.rule(format('select share.share_playlist(%L, ''late/index.m3u8'')', id)) from unnest(array[:'part_share', :'share']::uuid[]) id;

-- What there is no playlist for, who may not, and what has ended.
select test.rule(format('select share.share_playlist(%L, ''nowhere.m3u8'')', :'share'));
select test.rule(format('select share.share_playlist(%L, ''../originals/film.mp4'')', :'share'));
select test.rule(format('select share.share_playlist(%L, playlist_base => ''a"b'')', :'share'));
select id as private from share.share_create(file_id => :'file', visibility => 'private') \gset
select playlist ~ 'cdn.example.com/film;URISigningPackage=[^/]+/key"' as key, count(*) as urls
from share.share_playlist(:'private', '720p/index.m3u8'), regexp_matches(playlist, 'URISigningPackage', 'g') group by 1;
select test.rule(format('select share.share_playlist(%L)', :'nowhere'));
update share.share set expires_at = now() - interval '1 s', created_at = now() - interval '1 h' where share_id = :'private';
select test.rule(format('select share.share_playlist(%L)', :'private'));
select path from share.playlist_delete(:'file', 'film/ads.m3u8');
select test.rule(format('select share.playlist_delete(%L, ''film/ads.m3u8'')', :'file'));
select kind, detail - 'file_id' as detail from share.event where kind ~ '^playlist' order by event_id;
