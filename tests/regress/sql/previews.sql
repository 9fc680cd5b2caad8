-- Images of files, storyboards and faces: put in bulk, signed in one statement, and through a share no more than it shows.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures

-- Public shares are served plain, so that what is written shows; members' URLs are signed, and cut off at the signature.
update share.delivery set options = '{"public_plain": true}';
create function test.cut(url text) returns text language sql as $$ select regexp_replace(url, '=[^=/#]{20,}', '=…') $$;
select id as share from share.share_create(:'file') \gset
select visit_token as visit from share.share_open(:'share') \gset
select id as part from share.share_create(:'file', :'segment') \gset
select visit_token as part_visit from share.share_open(:'part') \gset

-- A sheet of four frames, four frames of their own, and a picture of the whole.
select share.preview_put(:'file', jsonb_agg(jsonb_build_object('at_seconds', 2 * n, 'path', 'previews/sheet.jpg', 'width', 320, 'height', 180,
    'region_x', 160 * (n % 2), 'region_y', 90 * (n / 2), 'region_width', 160, 'region_height', 90))) from generate_series(0, 3) n;
select share.preview_put(:'file', jsonb_agg(jsonb_build_object('kind', 'frame', 'at_seconds', 2 * n, 'path', format('previews/%s.jpg', n)))) from generate_series(0, 3) n;
select share.preview_put(:'file', '[{"kind": "waveform", "path": "previews/waveform.png", "width": 1800, "height": 140}]');
select kind, at_seconds, width, height, region_x, region_y, region_width, region_height, test.cut(url), expires_at > now() as ends from share.preview_list(:'file');
select test.cut(regexp_replace(l, '(,[0-9]+)+$', '')) from string_to_table(share.preview_storyboard(:'file'), e'\n') l;

-- Through a share of the whole all of it; through that of seconds 2 to 5 the frames in them, and neither the sheet nor the whole.
select kind, at_seconds, url, expires_at from share.preview_list(:'file', visit_token => :'visit');
select kind, at_seconds, url from share.preview_list(:'file', visit_token => :'part_visit');
select share.preview_storyboard(:'file', visit_token => :'visit');
select share.preview_storyboard(:'file', 'frame', visit_token => :'part_visit');
select share.preview_storyboard(:'file', visit_token => :'part_visit');
select share.preview_storyboard(:'file', 'nothing');

-- One of a kind and second: put again in its place, or all of its kind at once.
select share.preview_put(:'file', '[{"kind": "frame", "at_seconds": 2.000001, "path": "previews/a.jpg"}, {"kind": "frame", "at_seconds": 2, "path": "previews/b.jpg"}]');
select at_seconds, url from share.preview_list(:'file', 'frame', visit_token => :'visit');
select share.preview_put(:'file', '[{"kind": "frame", "at_seconds": 1, "path": "previews/c.jpg"}]', replace => true);
select at_seconds, url from share.preview_list(:'file', 'frame', visit_token => :'visit');
select share.preview_put(:'file', '[]');
select share.preview_delete(:'file', 'frame'), share.preview_delete(:'file', 'frame');

-- What is refused.
select v.previews, r.* from (values
    (null), ('{}'), ('[1]'), ('[{"path": "a.jpg", "second": 1}]'), ('[{"at_seconds": 1}]'),
    ('[{"path": "a.jpg"}, {"path": "b.jpg"}]'), ('[{"path": "a.jpg", "at_seconds": 9}]'),
    ('[{"path": "originals/film.mp4"}]'), ('[{"path": "film/master.m3u8"}]')
) v(previews), test.refused(format('select share.preview_put(%L, %L)', :'file', v.previews)) r;
select v.preview, test.rule(format('select share.preview_put(%L, jsonb_build_array(%L::jsonb))', :'file', v.preview)) from (values
    ('{"path": "/a.jpg"}'), ('{"path": "../a.jpg"}'), ('{"path": "a.jpg", "at_seconds": -1}'), ('{"path": "a.jpg", "at_seconds": 1.0000001}'),
    ('{"path": "a.jpg", "at_seconds": "NaN"}'), ('{"path": "a.jpg", "kind": "No"}'), ('{"path": "a.jpg", "width": 10}'), ('{"path": "a.jpg", "region_x": 1}'),
    ('{"path": "a.jpg", "width": 10, "height": 10, "region_x": 5, "region_y": 0, "region_width": 6, "region_height": 1}'), ('{"path": "a.jpg", "width": "wide"}')
) v(preview);
select r.* from test.refused(format('select share.preview_put(%L, (select jsonb_agg(jsonb_build_object(''path'', n || ''.jpg'')) from generate_series(1, 10001) n))', :'file')) r;
-- Nor does an original come to lie where a preview is.
select * from test.refused(format('select share.origin_put(%L, ''source'', ''previews/sheet.jpg'')', :'file'));

-- Two accounts that are served from one place have paths of their own.
select name from share.delivery_create(account_id => :'other_account', name => 'edge', scheme => 'uri_signing', base_url => 'https://cdn.example.com', kid => :'kid');
select v.path, r.code, r.message, r.detail from (values ('originals/film.mp4'), ('film/poster.jpg'), ('posters/film.jpg'), ('previews/sheet.jpg')) v(path),
    test.refused(format('select share.preview_put(%L, %L)', :'other_file', jsonb_build_array(jsonb_build_object('path', v.path)))) r;
select * from test.refused(format('select share.origin_put(%L, ''thumbnail'', ''previews/sheet.jpg'')', :'other_file'));
select * from test.refused(format('select share.origin_put(%L, ''stream'', ''previews/master.m3u8'')', :'other_file'));
select share.preview_put(:'other_file', '[{"path": "theirs/sheet.jpg"}]');

-- Without a delivery for previews there is nothing to sign.
update share.account set preview_delivery = null where account_id = :'account';
select kind, at_seconds, url, expires_at from share.preview_list(:'file') limit 1;
select share.preview_storyboard(:'file');
update share.account set preview_delivery = 'edge' where account_id = :'account';

-- Faces: with whom the program takes them for, who gets a name once.
select share.face_put(:'file', '[{"at_seconds": 1, "box_x": 0.1, "box_y": 0.2, "box_width": 0.25, "box_height": 0.5, "confidence": 0.9, "person": "cluster-1"},
    {"at_seconds": 3.5, "box_x": 0, "box_y": 0, "box_width": 1, "box_height": 1, "person": "cluster-1"},
    {"at_seconds": 4, "box_x": 0.5, "box_y": 0.5, "box_width": 0.5, "box_height": 0.5, "person": "cluster-2"},
    {"at_seconds": 6, "box_x": 0.5, "box_y": 0.5, "box_width": 0.1, "box_height": 0.1}]');
select id as person, external_id, name from share.person_list(:'account') order by external_id limit 1 \gset
select external_id, name from share.person_list(:'account') order by external_id;
select external_id, name from share.person_update(:'person', '{"name": "Ada"}');
select person_name, at_seconds, box_x, box_y, box_width, box_height, confidence from share.face_list(:'file');
select person_name, at_seconds from share.face_list(:'file', :'person');
select person_name, at_seconds from share.face_list(:'file', visit_token => :'part_visit');
select id as first from share.face_list(:'file', "limit" => 1) \gset
select at_seconds from share.face_list(:'file', "limit" => 2, cursor => :'first');
-- Found anew in their place, or more beside them; and a face that somebody knows.
select share.face_put(:'file', jsonb_build_array(jsonb_build_object('at_seconds', 2, 'box_x', 0, 'box_y', 0, 'box_width', 0.5, 'box_height', 0.5, 'person_id', :'person')));
select share.face_put(:'file', '[{"box_x": 0, "box_y": 0, "box_width": 0.5, "box_height": 0.5, "person": "cluster-2"}]', replace => false);
select person_name, at_seconds from share.face_list(:'file');
select v.faces, test.rule(format('select share.face_put(%L, %L)', :'file', v.faces)) from (values
    ('[{"box_x": 0, "box_y": 0, "box_width": 0.5}]'), ('[{"box_x": 0.6, "box_y": 0, "box_width": 0.5, "box_height": 0.5}]'),
    ('[{"box_x": "NaN", "box_y": 0, "box_width": 0.5, "box_height": 0.5}]'), ('[{"box_x": 0, "box_y": 0, "box_width": 0, "box_height": 0.5}]'),
    ('[{"box_x": 0, "box_y": 0, "box_width": 1, "box_height": 1, "confidence": 1.5}]'), ('[{"at_seconds": 9, "box_x": 0, "box_y": 0, "box_width": 1, "box_height": 1}]'),
    ('[{"box_x": 0, "box_y": 0, "box_width": 1, "box_height": 1, "person_id": "00000000-0000-4000-8000-000000000000"}]')
) v(faces);
select * from test.refused(format('select share.person_update(%L, ''{"name": "x"}'')', :'nowhere'));
select share.face_put(:'file', '[]');

-- A drive that is given must be the file's, and a share must show the file.
select r.* from (values ('preview_list'), ('preview_storyboard'), ('face_list')) v(name),
    test.refused(format('select share.%s(%L, drive_id => %L)', v.name, :'file', :'nowhere')) r;
select r.* from (values ('preview_list'), ('preview_storyboard'), ('face_list')) v(name),
    test.refused(format('select share.%s(%L, visit_token => %L)', v.name, :'other_file', :'visit')) r;
select kind, detail - 'file_id' - 'person_id' as detail from share.event where kind ~ '^(preview|face|person)[.]' order by at, event_id;
