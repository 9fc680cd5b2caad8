-- Clip windows, segment shares and page parameters.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- The payload of a native token: what it says, without its signature.
create function test.claims(url text) returns jsonb language sql as $$
    select convert_from(decode(rpad(p, (length(p) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb
    from translate(split_part(substring(url from ';[^/=]+=([^/]+)'), '.', 2), '-_', '+/') p
$$;
select id as share from share.share_create(file_id => :'file', visibility => 'private') \gset
select id as segment_share from share.share_create(file_id => :'file', file_segment_id => :'segment', visibility => 'private') \gset

-- A whole file has no window; a clip has one, as text; the share itself stays as it is.
select test.claims(stream_url) - '{exp,sh}'::text[] as claims from share.share_get(:'share');
select test.claims(stream_url) - '{exp,sh}'::text[] as claims from share.share_get(:'share', clip_start => 1.50, clip_end => 4);
select test.claims(url) - '{exp,sh}'::text[] as claims from share.share_sign_stream(:'share', clip_start => 0, clip_end => 8);
select window_start, window_end, valid from share.share_get(:'share', 1, 2) s, share.share_verify(s.stream_url);
select test.claims(stream_url) ? 'asset_start_time' as window_kept from share.share_get(:'share');

-- A segment share has its segment's; a clip lies inside it.
select test.claims(stream_url) - '{exp,sh}'::text[] as claims from share.share_get(:'segment_share');
select test.claims(stream_url) -> 'asset_start_time' as start from share.share_get(:'segment_share', clip_start => 3, clip_end => 5);
select * from test.refused(format('select share.share_get(%L, clip_start => 1, clip_end => 5)', :'segment_share'));
select * from test.refused(format('select share.share_get(%L, clip_start => 1)', :'share'));
select test.rule(format('select share.share_get(%L, clip_start => %s, clip_end => %s)', :'share', s, e))
from (values ('2', '2'), ('3', '2'), ('-1', '2'), ('1', '8.5'), ('null', '2'), ('1', 'null'), ('''NaN''', '2'), ('1', '''NaN'''), ('1', '''Infinity''')) v(s, e);
select test.rule(format('select share.share_sign_stream(%L, clip_start => 3, clip_end => 2)', :'share'));

-- A segment's own stream is already cut: no window, and a clip counts from its start. Its own source is what it hands out.
select id as ignored from share.origin_put(file_id => :'file', file_segment_id => :'segment', kind => 'stream', path => 'film-cut/master.m3u8') \gset
select id as ignored from share.origin_put(file_id => :'file', file_segment_id => :'segment', kind => 'source', path => 'originals/cut.mp4') \gset
select id as ignored from share.origin_put(file_id => :'file', file_segment_id => :'segment', kind => 'thumbnail', path => 'posters/cut.jpg') \gset
select test.claims(stream_url) - '{exp,sh}'::text[] as claims from share.share_get(:'segment_share');
select test.claims(stream_url) ->> 'asset_start_time' as start, test.claims(stream_url) ->> 'asset_end_time' as "end" from share.share_get(:'segment_share', clip_start => 3, clip_end => 5);
select split_part(media_download_url, ';', 1) as download, split_part(preview_url, ';', 1) as preview from share.share_get(:'segment_share');

-- Other schemes say the window as a media fragment.
select kid as md5_kid from share.signing_key_create(algorithm => 'MD5') \gset
select name as ignored from share.delivery_create(account_id => :'account', name => 'nginx', scheme => 'nginx_secure_link', base_url => 'http://127.0.0.1:8080', kid => :'md5_kid') \gset
select id as ignored from share.file_update(:'file', '{"stream_delivery": "nginx", "download_delivery": "nginx"}') \gset
select regexp_replace(stream_url, '/film/[A-Za-z0-9_-]{22}/[0-9]{10}/', '/film/<token>/<end>/') as stream,
    regexp_replace(media_download_url, 'md5=[A-Za-z0-9_-]{22}&expires=[0-9]{10}', 'md5=<token>&expires=<end>') as download
from share.share_get(:'share', clip_start => 2.5, clip_end => 5);

-- Pages: the same for the life of the share, with the parameters that were given, in their order.
select replace(share.share_page_url(:'share'), :'share', '<id>');
select replace(share.share_page_url(:'share', layout => 'minimal', s => 1.50), :'share', '<id>');
select replace(share.share_page_url(:'share', s => 1, e => 2.5, clip => 'hard'), :'share', '<id>');
select test.rule(format('select share.share_page_url(%L, %s)', :'share', bad))
from unnest(array['layout => ''full''', 's => -1', 's => 8', 'e => 9', 's => 3, e => 2', 'clip => ''hard''', 'clip => ''soft'', s => 1, e => 2', 's => ''NaN''']) bad;
select test.rule(format('select share.share_page_url(%L, s => 1)', :'segment_share'));
select replace(share.share_page_url(:'segment_share', s => 2, e => 5), :'segment_share', '<id>');
reset pg_share.link_base_url;
select * from test.refused(format('select share.share_page_url(%L)', :'share'));
select share_url, share.to_json(s) ? 'share_url' as in_wire from share.share_get(:'share') s;

-- One by one and many at once: the same.
select count(*) > 0 as some from share.share;
select * from test.told_apart();
