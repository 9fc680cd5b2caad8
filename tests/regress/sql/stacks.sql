-- Versions of a film in a stack: in order without gaps, and shares that follow the newest.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
update share.delivery set options = '{"public_plain": true}';
select id as second from share.file_create(:'account', '/launch/film_v2.mp4', 'video', duration_seconds => 9, status => 'completed') \gset
select id as third from share.file_create(:'account', '/launch/film_v3.mp4', 'video', duration_seconds => 10, status => 'completed') \gset
select id as fourth from share.file_create(:'account', '/launch/film_v4.mp4', 'video', duration_seconds => 11, status => 'completed') \gset
select count(share.origin_put(f.id, 'stream', f.id || '/master.m3u8')) from unnest(array[:'second', :'third', :'fourth']::uuid[]) f(id);
create function test.places() returns text language sql as $$
    select string_agg(k.stack_number || ' ' || f.filename, ', ' order by k.stack_number) from share.stack_file k join share.file f on f.account_id = k.account_id and f.file_id = k.file_id
$$;

select share.stack_create(array[:'file', :'second', :'third']::uuid[]) as stack \gset
select test.places();
select share.stack_add(:'fourth', :'file');
select stack_number, is_top, path, media_type, duration_seconds, status from share.stack_list(:'stack', '/launch');
select count(*) from share.stack_list(:'stack', '/launch/', drive_id => (select f.drive_id from share.file f where f.file_id = :'file'));
-- By any file in it.
select stack_number, is_top, filename, stack_id = :'stack' as is_same from share.stack_list(file_id => :'second');

-- Moved up, down, nowhere.
select share.stack_move(:'file', 3), test.places();
select share.stack_move(:'file', 4), test.places();
select share.stack_move(:'file', 1), test.places();
select share.stack_move(:'file', 1), test.places();
select share.stack_move(:'third', 2), test.places();
-- Taken out: those above move down.
select share.stack_remove(:'third'), test.places();
select share.stack_remove(:'third'), test.places();
select share.stack_add(:'third', :'fourth'), test.places();

-- What is refused.
select r.* from (values
    (format('share.stack_create(array[%L]::uuid[])', :'file')),
    (format('share.stack_create(array[%1$L, %1$L]::uuid[])', :'file')),
    ('share.stack_create(array[null, null]::uuid[])'),
    ('share.stack_create(null)'),
    (format('share.stack_create(array[%L, %L]::uuid[])', :'file', :'second')),
    (format('share.stack_create(array[%L, %L]::uuid[])', :'file', :'other_file')),
    (format('share.stack_create(array[%L, %L]::uuid[])', :'file', :'nowhere')),
    (format('share.stack_add(%L, %L)', :'third', :'fourth')),
    (format('share.stack_add(%L, %L)', :'file', :'other_file')),
    (format('share.stack_add(%L, %L)', :'nowhere', :'file')),
    (format('share.stack_move(%L, 0)', :'file')),
    (format('share.stack_move(%L, 5)', :'file')),
    (format('share.stack_move(%L, null)', :'file')),
    (format('share.stack_move(%L, 1)', :'other_file')),
    (format('share.stack_move(%L, 1, %L)', :'file', :'nowhere')),
    (format('share.stack_list(%L, ''/'')', :'stack')),
    (format('share.stack_list(%L, null)', :'stack')),
    (format('share.stack_list(%L, ''/launch'')', :'nowhere')),
    (format('share.stack_list(%L, ''/launch'', drive_id => %L)', :'stack', :'nowhere')),
    (format('share.stack_list(%L, file_id => %L)', :'stack', :'file')),
    (format('share.stack_list(file_id => %L)', :'nowhere')),
    (format('share.stack_list(file_id => %L, drive_id => %L)', :'file', :'nowhere'))
) v(call), test.refused('select ' || v.call) r;
select id as lone from share.file_create(:'account', '/lone.mp4', 'video') \gset
select * from test.refused(format('select share.stack_add(%L, %L)', :'file', :'lone'));
select count(*) as versions_of_a_lone_file from share.stack_list(file_id => :'lone');
-- Versions of one stack lie on one drive.
select id as archive from share.drive_create(:'account', 'archive') \gset
select id as elsewhere from share.file_create(:'account', '/elsewhere.mp4', 'video', drive_id => :'archive') \gset
select * from test.refused(format('select share.stack_add(%L, %L)', :'elsewhere', :'file'));
select * from test.refused(format('select share.stack_create(array[%L, %L]::uuid[])', :'lone', :'elsewhere'));

-- A share is of the version for which it was made, until it is to follow.
select id as share from share.share_create(:'file', permissions => '{view,stack_view}') \gset
select visit_token as visit, (items[1]).filename, (items[1]).stream_url from share.share_open(:'share') \gset
select :'filename' as filename, :'stream_url' as stream_url;
select stack_number, filename from share.stack_list(:'stack', '/launch', visit_token => :'visit');
select stack_number, filename, path from share.stack_list(file_id => :'file', visit_token => :'visit');
select * from test.refused(format('select share.stack_list(file_id => %L, visit_token => %L)', :'second', :'visit'));
select has_password from share.share_update(:'share', '{"follow_stack": true}');
select (items[1]).filename, (items[1]).duration_seconds, cardinality(items) from share.share_renew(:'visit');
select url = 'https://cdn.example.com/' || :'third' || '/master.m3u8' as plays_the_newest from share.share_play(:'visit');
select stack_number, filename from share.stack_list(:'stack', '/launch', visit_token => :'visit');
select r.code, r.message from (values (:'file'), (:'third')) v(id), test.refused(format('select share.preview_list(%L, visit_token => %L)', v.id, :'visit')) r;
select share.stack_move(:'fourth', 4), (items[1]).filename from share.share_renew(:'visit');
select share.share_full_json(:'share') -> 'follow_stack' as follow_stack;
select has_password from share.share_update(:'share', '{"follow_stack": null}');
select (items[1]).filename from share.share_renew(:'visit');
select has_password from share.share_update(:'share', '{"follow_stack": true}');
-- Without the permission a visit sees the newest and not that there are others.
select has_password from share.share_update(:'share', '{"permissions": ["view"]}');
select * from test.refused(format('select share.stack_list(%L, ''/launch'', visit_token => %L)', :'stack', :'visit'));
select * from test.refused(format('select share.stack_list(file_id => %L, visit_token => %L)', :'fourth', :'visit'));
-- A segment is one of a certain version.
select id as part from share.share_create(:'file', :'segment') \gset
select test.rule(format('select share.share_update(%L, ''{"follow_stack": true}'')', :'part'));
select test.rule(format('select share.share_update(%L, ''{"follow_stack": "often"}'')', :'share'));

select id as following from share.share_create(:'second', follow_stack => true) \gset
select share.share_full_json(:'following') -> 'follow_stack' as follow_stack;
select test.rule(format('select share.share_create(%L, %L, visibility => ''private'', follow_stack => true)', :'file', :'segment'));
-- A file that is deleted leaves its stack, and a stack of one is none.
select object from share.file_delete(:'fourth');
select test.places(), (items[1]).filename from share.share_renew(:'visit');
select object from share.file_delete(:'third');
select share.stack_remove(:'second'), test.places();
select (items[1]).filename from share.share_renew(:'visit');
select count(*) from share.stack;

-- From plain SQL: no place twice, no file in two stacks.
select share.stack_create(array[:'file', :'second']::uuid[]) as stack \gset
select test.rule('update share.stack_file set stack_number = 1');
select test.rule('update share.stack_file set stack_number = stack_number - 1');
select test.rule(format('insert into share.stack_file (account_id, file_id, stack_id, stack_number) values (%L, %L, %L, 3)', :'account', :'file', :'stack'));
select test.rule(format('insert into share.stack_file (account_id, file_id, stack_id, stack_number) values (%L, %L, %L, 3)', :'account', :'other_file', :'stack'));
select test.rule('delete from share.stack');
select kind, detail -> 'stack_number' as stack_number from share.event where kind ~ '^stack[.]' order by at, event_id;
