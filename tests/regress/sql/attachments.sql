-- Attachments of comments in both orders, and the thumbnail of one's own.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select kid as ignored from share.signing_key_import('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'AWS4-HMAC-SHA256', kid => 'aws') \gset
select * from test.refused(format('select share.attachment_begin(%L, ''a.pdf'', ''application/pdf'', 1)', :'file'));
select name, uses from share.delivery_create(:'account', 'bucket', 's3', 'https://bucket.s3.example.com', 'aws', '{upload}');
select id as share from share.share_create(:'file', permissions => '{view,comments_view,comment,upload}') \gset
select visit_token as visit, granted from share.share_open(:'share') \gset
select visit_token as second_visit from share.share_open(:'share') \gset
create function test.masked(url text) returns text language sql as $$
    select regexp_replace(regexp_replace(regexp_replace(url, 'aws%2F[0-9]+', '<key>%2F<day>'), '&([A-Za-z-]*(Date|Expires|Signature)|se|sig)=[^&]+', '&\1=<value>', 'g'), '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', '<uuid>')
$$;

-- First the attachment, then the comment.
select id as early, attachment_token as early_token, test.masked(url) as url, content_type, expires_at > now() as living, token_expires_at - now() between interval '29 min' and interval '31 min' as half_hour
from share.attachment_begin(:'file', 'Notes v1.PDF', 'Application/PDF', 1000, guest_name => 'Gus', visit_token => :'visit') \gset
\echo :url :content_type :living :half_hour
select * from test.refused(format('select share.comment_add(%L, ''x'', attachment_tokens => array[%L], guest_name => ''Gus'', visit_token => %L)', :'file', :'early_token', :'visit'));
select name, state, comment_id, size, url is not null as url from share.attachment_complete(:'file', :'early', visit_token => :'visit');
select code, message from test.refused(format('select share.attachment_complete(%L, %L, visit_token => %L)', :'file', :'early', :'second_visit'));
select code, message from test.refused(format('select share.comment_add(%L, ''x'', attachment_tokens => array[%L], guest_name => ''Gus'', visit_token => %L)', :'file', :'early_token', :'second_visit'));
select id as comment, (attachments -> 0) - 'id' as attachment from share.comment_add(:'file', 'See', attachment_tokens => array[:'early_token'], guest_name => 'Gus', visit_token => :'visit') \gset
\echo :attachment
select code, message from test.refused(format('select share.comment_add(%L, ''x'', attachment_tokens => array[%L], guest_name => ''Gus'', visit_token => %L)', :'file', :'early_token', :'visit'));
-- First the comment, then the attachment; of one's own.
select id as late from share.attachment_begin(:'file', 'pic.png', 'image/png', 5, comment_id => :'comment', visit_token => :'visit') \gset
select count(*) from share.attachment_list(:'file', :'comment', visit_token => :'visit');
select name, state, url from share.attachment_list(:'file', :'comment') where state = 'pending';
select state, comment_id = :'comment' as bound from share.attachment_complete(:'file', :'late', visit_token => :'visit');
select state from share.attachment_complete(:'file', :'late', visit_token => :'visit');
select code, message from test.refused(format('select share.attachment_begin(%L, ''a.png'', ''image/png'', 5, comment_id => %L, visit_token => %L)', :'file', :'comment', :'second_visit'));
-- Offered under their names, to all who may see the comment.
select name, regexp_replace(url, '[0-9a-f-]{36}.*', '…') as url from share.attachment_list(:'file', :'comment', visit_token => :'second_visit');
select uses from share.delivery_update(:'account', 'bucket', '{"uses": ["upload", "download"]}');
select download_delivery from share.file_update(:'file', '{"download_delivery": "bucket"}');
select name, mime_type, size, test.masked(url) as url, expires_at > now() as living from share.attachment_list(:'file', :'comment', visit_token => :'second_visit');
select jsonb_path_query_array(attachments, '$[*].name') as names from share.comment_list(:'file');

-- Refused: types that a browser would run, sizes, names, other files.
create function test.tried(arguments text) returns table (arguments text, code text, message text, detail text) language sql as $$
    select $1, concat_ws(' ', r.code, nullif(r."constraint", '')), case when r."constraint" = '' then r.message end, case when r."constraint" = '' then r.detail end
    from test.refused(format('select share.attachment_begin(%L, %s)', (select f.file_id from share.file f where f.path = '/launch/film.mp4'), $1)) r
$$;
select t.* from unnest(array[
    $$null, 'image/png', 1$$, $$'a', null, 1$$, $$'a', 'image/png', null$$, $$'a', 'text/html', 1$$, $$'a', 'image/svg+xml', 1$$, $$'a', 'image', 1$$, $$'a', 'video/*', 1$$, $$'a', 'video/mp4; x=1', 1$$,
    $$'a', 'image/png', 0$$, $$'a', 'image/png', 104857601$$, $$'a/b', 'image/png', 1$$, $$e'a\nb', 'image/png', 1$$, $$'', 'image/png', 1$$, $$repeat('x', 256), 'image/png', 1$$,
    $$'a', 'image/png', 1, comment_id => share.new_id()$$
]) with ordinality a(arguments, n), test.tried(a.arguments) t order by a.n;
set pg_share.attachment_types = 'model/*,text/html';
set pg_share.attachment_max_bytes = '1kB';
select t.* from unnest(array[$$'a', 'image/png', 1$$, $$'a.glb', 'model/gltf-binary', 1024$$, $$'a', 'text/html', 1025$$]) a, test.tried(a) t;
reset pg_share.attachment_types;
reset pg_share.attachment_max_bytes;
select regexp_replace(path, '[0-9a-f-]{36}', '<uuid>') as path, name from share.comment_attachment order by attachment_id;
select count(share.attachment_begin(:'file', n || '.png', 'image/png', 5, comment_id => :'comment', visit_token => :'visit')) from generate_series(3, 20) n;
select code, message from test.refused(format('select share.attachment_begin(%L, ''a.png'', ''image/png'', 5, comment_id => %L, visit_token => %L)', :'file', :'comment', :'visit'));
select id as plain_share from share.share_create(:'file', permissions => '{view,comment}', recipients => '[{"email": "zoe@example.com"}]', recipients_only => false) \gset
select visit_token as plain from share.share_open(:'plain_share') \gset
select code, message, detail from test.refused(format('select share.attachment_begin(%L, ''a.png'', ''image/png'', 5, guest_name => ''Gus'', visit_token => %L)', :'file', :'plain'));
select code, message, detail from test.refused(format('select share.comment_add(%L, ''x'', attachment_tokens => array[%L], guest_name => ''Gus'', visit_token => %L)', :'file', :'early_token', :'plain'));
-- No stream comes to lie where its signature would open them, and nothing is one of them: others may be served from the same place.
select code, message from test.refused(format('select share.origin_put(%L, ''stream'', ''attachments/master.m3u8'')', :'file'));
select code, message from share.comment_attachment a, test.refused(format('select share.origin_put(%L, ''source'', %L)', :'file', a.path)) where a.attachment_id = :'early';
select code, message from share.comment_attachment a, test.refused(format('select share.preview_put(%L, %L)', :'file', jsonb_build_array(jsonb_build_object('kind', 'waveform', 'path', a.path)))) where a.attachment_id = :'early';

-- A thumbnail of one's own goes before the file's, one by one and in bulk, and not before that of a segment.
select id as part_share from share.share_create(:'file', file_segment_id => :'segment') \gset
select id as image, attachment_token as image_token from share.attachment_begin(:'file', 'own.png', 'image/png', 5) \gset
select * from test.refused(format('select share.thumbnail_set(%L)', :'file'));
select code, message from test.refused(format('select share.thumbnail_set(%L, %L)', :'file', :'image_token'));
select state from share.attachment_complete(:'file', :'image');
select share.thumbnail_reset(:'file');
select kind, regexp_replace(path, '[0-9a-f-]{36}', '<uuid>') as path, mime_type, bytes from share.thumbnail_set(:'file', :'image_token');
create function test.previews() returns table (one text, described text, bulk text) language sql as $$
    select substring(g.preview_url from '(posters|attachments)/'), substring(d.preview_url from '(posters|attachments)/'), substring(b.url from '(posters|attachments)/')
    from share.share s
    cross join lateral share.share_one(s.account_id, s.share_id) g
    cross join lateral share.share_describe(array[s.account_id], array[s.share_id], '{preview}', now()) d
    left join share.share_sign_previews(array(select i.share_id from share.share i, generate_series(1, 400))) b on b.share_id = s.share_id
    group by s.created_at, 1, 2, 3 order by s.created_at
$$;
select * from test.previews();
select title from test.told_apart() title;
select kind from share.origin_list(:'file') order by kind;
select code, message from test.refused(format('select share.origin_put(%L, ''custom_thumbnail'', ''a.png'')', :'file'));
select code, message from test.refused(format('select share.origin_put(%L, ''source'', %L)', :'file', (select path from share.origin where kind = 'custom_thumbnail')));
select id as ignored from share.origin_put(:'file', 'thumbnail', 'posters/cut.jpg', file_segment_id => :'segment') \gset
select * from test.previews();
select id as again, attachment_token as again_token from share.attachment_begin(:'file', 'own.jpg', 'image/jpeg', 5) \gset
select state from share.attachment_complete(:'file', :'again');
select regexp_replace(path, '[0-9a-f-]{36}', '<uuid>') as path from share.thumbnail_set(:'file', :'again_token');
select share.thumbnail_reset(:'file');
select * from test.previews();
select code, message from test.refused(format('select share.thumbnail_set(%L, %L)', :'file', :'early_token'));
select code, message from test.refused(format('select share.thumbnail_set(%L, ''forged'')', :'file'));
select code, message from test.refused(format('select share.thumbnail_set(%L, %L)', :'other_file', :'image_token'));
select code, "constraint" from test.refused(format('insert into share.origin (account_id, origin_id, file_id, file_segment_id, kind, path) values (%L, share.new_id(), %L, %L, ''custom_thumbnail'', ''a.png'')', :'account', :'file', :'segment'));
select kind, count(*) from share.event where kind ~ '^(attachment|thumbnail)' group by 1 order by 1;
select count(*) from share.event where detail::text ~ 'Notes|Signature';

-- Bound to who asks and to the share's epoch, where the delivery can.
select kid as ignored from share.signing_key_import('a-secure-token-key', 'MD5', kid => 'md5') \gset
select count(share.delivery_create(:'account', name, 'nginx_secure_link', format('https://%s.example.com', name), 'md5', '{download}', options))
from (values ('bound', '{"preset": "gcore", "bind_address": true}'::jsonb), ('epochs', '{"epoch_in_path": true}')) d(name, options);
\set attached 'select distinct regexp_replace(regexp_replace(url, ''[0-9a-f]{8}-[0-9a-f-]{27}'', ''<uuid>'', ''g''), ''[?].*|/[A-Za-z0-9_-]{22}/.*'', ''…'') as url from share.attachment_list(:''file'', :''comment'', visit_token => :''visit'', context => ''{"address": "192.0.2.7"}'') order by 1;'
select restrictions from share.share_update(:'share', '{"restrictions": {"bind_address": true}}');
select download_delivery from share.file_update(:'file', '{"download_delivery": "bound"}');
select visit_token as visit from share.share_open(:'share', context => '{"address": "192.0.2.7"}') \gset
:attached
select restrictions from share.share_update(:'share', '{"restrictions": {}}');
select state from share.share_disable(:'share');
select state from share.share_enable(:'share');
select download_delivery from share.file_update(:'file', '{"download_delivery": "epochs"}');
select visit_token as visit from share.share_open(:'share', context => '{"address": "192.0.2.7"}') \gset
:attached
