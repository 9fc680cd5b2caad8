-- Attributes: definitions of a drive, values of eight types, in bulk, and files found by them.
\getenv source PG_ABS_SRCDIR
\set fixtures :source '/fixtures.sql'
\i :fixtures
select drive_id as drive from share.file_get(:'file') \gset
select id as archive from share.drive_create(:'account', 'archive') \gset
select id as second from share.file_create(:'account', '/launch/second.mp4', 'video', duration_seconds => 4, status => 'completed') \gset
select id as sound from share.file_create(:'account', '/launch/sound.mp3', 'audio', duration_seconds => 4, status => 'completed') \gset
create function test.created(drive uuid, statement text) returns text
language sql as $$ select test.rule(format('select from share.attribute_create(%L, %s)', drive, statement)) $$;

-- Definitions.
select name, label, value_type, location, add_new_options, automated, archived, options from share.attribute_create(:'drive', 'note', 'str');
select name, label, description, location, group_name, default_value, prompt, automated
from share.attribute_create(:'drive', 'summary', 'str', 'Summary', 'What it is about', 'details', 'Text', '"none yet"', automated => true, prompt => 'Sum it up.');
select name, restrict_to_types, (select string_agg(concat_ws(' ', o.ordinal, o.name, o.color), ', ') from unnest(options) o) as options
from share.attribute_create(:'drive', 'status', 'single_select', 'Status', default_value => '"draft"', options => '["Draft", {"name": "Approved", "color": "dark_green"}]', restrict_to_types => '{video}');
select id as tags from share.attribute_create(:'drive', 'tags', 'multi_select', add_new_options => true, options => '["Red"]') \gset
select count(share.attribute_create(:'drive', t::text, t)) from unnest('{float,int,bool,datetime,rating}'::share.attribute_type[]) t;
select id as status from share.attribute_list(:'drive') where name = 'status' \gset
select s.statement, test.created(:'drive', s.statement)
from (values ('''status'', ''str'''), ('''Status'', ''str'''), ('null, ''str'''), ('''x'', null'), ('''x'', ''text'''), ('''x'', ''str'', label => '''''),
    ('''x'', ''str'', repeat(''x'', 201)'), ('''x'', ''str'', location => ''Over there'''), ('''x'', ''str'', options => ''["a"]'''), ('''x'', ''str'', add_new_options => true'),
    ('''x'', ''str'', default_value => ''1'''), ('''x'', ''rating'', default_value => ''6'''), ('''x'', ''datetime'', default_value => ''"soon"'''),
    ('''x'', ''single_select'', options => ''["a", "A"]'''), ('''x'', ''single_select'', options => ''["a"]'', default_value => ''"b"'''),
    ('''x'', ''single_select'', options => ''[{"name": "a", "color": "grey"}]'''), ('''x'', ''single_select'', options => ''[1]'''),
    ('''x'', ''single_select'', options => ''["0190a1b2-0000-7000-8000-000000000000"]'''), ('''x'', ''str'', restrict_to_types => ''{}''')) s(statement);
select test.rule(format('select from share.attribute_create(%L, ''x'', ''str'')', :'nowhere'));
select name, group_name, label, archived from share.attribute_list(:'drive');
select label, default_value, restrict_to_types from share.attribute_update(:'status', '{"label": "State", "default_value": null, "restrict_to_types": ["video", "audio"]}');
select archived, restrict_to_types from share.attribute_update(:'status', '{"archived": true, "restrict_to_types": null}');
select count(*), count(*) filter (where archived) from share.attribute_list(:'drive', with_archived => true);
select count(*) from share.attribute_list(:'drive');
select test.rule(format('select from share.attribute_value_set(%L, ''status'', ''"Draft"'')', :'file'));
select archived from share.attribute_update(:'status', '{"archived": false}');
select s.patch, test.rule(format('select from share.attribute_update(%L, %L)', :'status', s.patch))
from (values ('{"name": "x"}'), ('{"value_type": "str"}'), ('{"label": null}'), ('{"archived": "perhaps"}'), ('{"default_value": "none"}'), ('{"default_value": 3}'), ('{"restrict_to_types": ["film"]}')) s(patch);
select id as final, name, color, ordinal, archived from share.attribute_option_add(:'status', 'Final', 'purple') \gset
select :'name', :'color', :'ordinal', :'archived';
select name, color, ordinal from share.attribute_option_update(:'final', '{"name": "Done", "color": null, "ordinal": 1}', :'status');
select test.rule(format('select from share.attribute_option_update(%L, ''{"name": "DRAFT"}'', %L)', :'final', :'status'));
select test.rule(format('select from share.attribute_option_update(%L, ''{"name": "x"}'', %L)', :'nowhere', :'status'));
select test.rule(format('select from share.attribute_option_add(%L, ''draft'')', :'status'));
select test.rule(format('select from share.attribute_option_add(%L, ''x'')', (select id from share.attribute_list(:'drive') where name = 'note')));

-- Values: one file, by system name and by id.
select (share.attribute_value_set(:'file', s.attribute, s.value::jsonb)).filename
from (values ('note', '"two\nlines"'), ('status', '"approved"'), ('tags', '["Red", "blue", "Blue"]'), ('float', '-1.50'), ('int', '9007199254740993'), ('bool', 'false'),
    ('datetime', '"2026-03-04T05:06+02"'), ('rating', '5')) s(attribute, value);
select name, value, is_default from share.attribute_value_list(:'file', :'drive');
select a.name, v.value_type, text_value, number_value, bool_value, time_value, o.name as option, v.ordinal
from share.attribute_value v join share.attribute a using (account_id, attribute_id) left join share.attribute_option o using (account_id, attribute_id, option_id)
where v.file_id = :'file' order by a.name, v.ordinal;
select filename from share.attribute_value_set(:'file', :'tags', '["blue", "Red"]');
select value from share.attribute_value_list(:'file') where name = 'tags';
select filename from share.attribute_value_set(:'file', 'datetime', '"2026-03-04"');
set timezone = 'Asia/Tokyo';
select filename from share.attribute_value_set(:'second', 'datetime', '"2026-03-04 05:06:07.5"');
set timezone = 'UTC';
select value from share.attribute_value_list(:'second') where name = 'datetime';
select name, value, is_default from share.attribute_value_list(:'second') where value is not null;
-- The sound has no status: that is for video.
select filename from share.attribute_update(:'status', '{"restrict_to_types": ["video"]}') u cross join lateral share.file_get(:'sound');
select name from share.attribute_value_list(:'sound') where name = 'status';
select s.attribute, s.value, r.code, r.message, r.detail
from (values ('status', '"Draft"'), ('note', '"x"')) s(attribute, value)
cross join lateral test.refused(format('select from share.attribute_value_set(%L, %L, %L)', :'sound', s.attribute, s.value)) r;
-- What no value of a type is.
select s.attribute, left(s.value, 60) as value, test.rule(format('select from share.attribute_value_set(%L, %L, %L)', :'file', s.attribute, s.value))
from (values ('note', '1'), ('note', to_jsonb(repeat('x', 10001))::text), ('float', '"1"'), ('float', '1e400'), ('int', '1.5'), ('int', '9223372036854775808'), ('bool', '"true"'), ('bool', '0'),
    ('datetime', '"now"'), ('datetime', '"2026-02-30"'), ('datetime', '1'), ('rating', '6'), ('rating', '4.5'), ('rating', '-1'), ('status', '"unknown"'), ('status', '["Draft"]'), ('status', '""'),
    ('tags', '"Red"'), ('tags', '[1]'), ('tags', '["0190a1b2-0000-7000-8000-000000000000"]'), ('nothing', '1')) s(attribute, value);
-- Null, and no value, removes.
select filename from share.attribute_value_set(:'file', 'rating', null);
select filename from share.attribute_value_set(:'file', 'int', 'null');
select filename from share.attribute_value_set(:'file', 'tags');
select name, value from share.attribute_value_list(:'file') where value is not null;
-- The table refuses the same when somebody writes to it.
create function test.written(file uuid, attribute uuid, statement text) returns text
language sql as $$ select test.rule(format('insert into share.attribute_value (account_id, file_id, attribute_id, %s from share.attribute a where a.attribute_id = %L', replace(statement, 'FILE', quote_literal(file)), attribute)) $$;
select s.statement, test.written(:'file', :'tags', s.statement)
from (values ('value_type, text_value) select a.account_id, FILE, a.attribute_id, ''str'', ''x'''),
    ('value_type, text_value) select a.account_id, FILE, a.attribute_id, a.value_type, ''x'''),
    ('value_type, number_value) select a.account_id, FILE, a.attribute_id, ''rating'', 6'),
    ('value_type, number_value) select a.account_id, FILE, a.attribute_id, ''int'', 1.5'),
    ('value_type, option_id) select a.account_id, FILE, a.attribute_id, a.value_type, gen_random_uuid()'),
    ('value_type, option_id, ordinal) select a.account_id, FILE, a.attribute_id, ''single_select'', gen_random_uuid(), 2')) s(statement);

-- Many at once, in both forms; all or nothing.
select share.attribute_value_set_many(array[:'file', :'second', :'sound']::uuid[], '[{"id": "rating", "value": 4}, {"id": "bool", "value": true}, {"id": "note"}]', drive_id => :'drive');
select share.attribute_value_set_many(files_with_attributes => jsonb_build_array(
    jsonb_build_object('file_id', :'file', 'attributes', '[{"id": "rating", "value": 2}, {"id": "tags", "value": ["Red", "green"]}]'::jsonb),
    jsonb_build_object('file_id', :'second', 'attributes', '[{"id": "tags", "value": ["green"]}, {"id": "status", "value": "Done"}, {"id": "bool"}]'::jsonb)));
select f.filename, v.name, v.value from (values (:'file'::uuid), (:'second'), (:'sound')) t(id) cross join lateral share.file_get(t.id) f
cross join lateral share.attribute_value_list(t.id) v where v.value is not null order by f.filename, v.name;
select s.arguments, test.rule(format('select share.attribute_value_set_many(%s)', replace(replace(s.arguments, 'FILE', :'file'), 'OTHER', :'other_file')))
from (values (''), ('''{FILE}'''), ('attributes => ''[]'''), ('''{FILE}'', ''[{"id": "rating", "value": 1}]'', ''[]'''), ('''{}'', ''[{"id": "rating", "value": 1}]'''), ('''{FILE}'', ''{}'''),
    ('''{FILE}'', ''[{"value": 1}]'''), ('''{FILE,FILE}'', ''[{"id": "rating", "value": 1}]'''), ('''{FILE}'', ''[{"id": "rating", "value": 1}, {"id": "bool", "value": 1}]'''),
    ('''{FILE,OTHER}'', ''[{"id": "rating", "value": 1}]'''), ('''{OTHER,FILE}'', ''[{"id": "rating", "value": 1}]'''), ('files_with_attributes => ''[{"file_id": "FILE"}]'''),
    ('files_with_attributes => ''[{"file_id": "FILE", "attributes": [{}]}]'''), ('files_with_attributes => ''[{"file_id": "FILE", "attributes": []}]'''),
    ('''{FILE}'', ''[{"id": "rating", "value": 1}]'', drive_id => gen_random_uuid()')) s(arguments);
select value from share.attribute_value_list(:'file') where name = 'rating';
select kind, detail - 'attribute_id' - 'drive_id' - 'file_id' as detail from share.event_list(:'account', kind => 'attribute.set', "limit" => 2);

-- Found by them.
create function test.found(drive uuid, filters jsonb) returns text
language sql as $$ select string_agg(f.filename, ', ') from share.file_find(drive, filters) f $$;
select s.filters, test.found(:'drive', s.filters::jsonb)
from (values ('[{"attribute": "tags", "is": "green"}]'), ('[{"attribute": "tags", "is": ["red", "blue"]}]'), ('[{"attribute": "tags", "is": "green"}, {"attribute": "status", "is": "done"}]'),
    ('[{"attribute": "rating", "at_least": 3}]'), ('[{"attribute": "rating", "at_most": 3}]'), ('[{"attribute": "rating", "is": 4}, {"attribute": "tags", "is": null}]'),
    ('[{"attribute": "datetime", "at_least": "2026-03-04T05:00Z", "at_most": "2026-03-05"}]'), ('[{"attribute": "bool", "is": true}]'), ('[{"attribute": "float", "is": -1.5}]')) s(filters);
select filename from share.attribute_value_set(:'file', 'note', '"100% Cotton_"');
select s.filters, test.found(:'drive', s.filters::jsonb)
from (values ('[{"attribute": "note", "is": "100% cotton_"}]'), ('[{"attribute": "note", "begins": "100%"}]'), ('[{"attribute": "note", "begins": "1%"}]'), ('[{"attribute": "note", "begins": "100% cotton__"}]')) s(filters);
select f.filename from share.file_find(:'drive', '[{"attribute": "rating", "at_least": 0}]', "limit" => 1) f;
select f.filename from share.file_find(:'drive', '[{"attribute": "rating", "at_least": 0}]', cursor => :'second') f;
select s.filters, test.rule(format('select share.file_find(%L, %L)', :'drive', s.filters))
from (values (null), ('{}'), ('[]'), ('[{}]'), ('[{"attribute": "tags"}]'), ('[{"attribute": "none", "is": 1}]'), ('[{"attribute": "tags", "is": "none"}]'), ('[{"attribute": "tags", "at_least": "Red"}]'),
    ('[{"attribute": "rating", "begins": "1"}]'), ('[{"attribute": "rating", "is": "1"}]'), ('[{"attribute": "rating", "is": 1, "at_least": 1}]'), ('[{"attribute": "rating", "at_least": null}]'),
    ('[{"attribute": "rating", "is": null}]'), ('[{"attribute": "bool", "at_least": true}]'), ('[{"attribute": "note", "at_least": "a"}]'), ('[{"attribute": "note", "is": "a", "more": 1}]'),
    ('[{"attribute": "datetime", "is": "2026-02-31"}]')) s(filters);

-- A file that has left the drive has the attributes of its new one; what was said of it is there when it comes back.
select id as shared from share.share_create(:'file', permissions => '{view,metadata_view,metadata_edit}') \gset
select visit_token as visit from share.share_open(:'shared') \gset
select path from share.file_update(:'file', jsonb_build_object('drive_id', :'archive', 'path', '/kept/film.mp4'));
select count(*) from share.attribute_value_list(:'file');
select test.found(:'drive', '[{"attribute": "rating", "is": 2}]');
select granted, (items[1]).filename from share.share_open(:'shared');
select path from share.file_by_path(:'archive', '/kept/film.mp4', visit_token => :'visit');
select test.rule(format('select share.file_by_path(%L, ''/launch/film.mp4'', visit_token => %L)', :'drive', :'visit'));
-- Missing, not shown and somebody else's look the same.
select v is not null as by_visit, p, r.code, r.message, r.detail from unnest(array[null, :'visit']) v, unnest('{/other.mp4,/nothing/here.mp4}'::text[]) p,
    test.refused(format('select share.file_by_path(%L, %L, visit_token => %L, account_id => %L)', (select o.drive_id from share.file_get(:'other_file') o), p, v, case when v is null then :'account' end)) r;
begin;
select share.act_as('ada');
select p, r.code, r.message, r.detail from unnest('{/other.mp4,/nothing/here.mp4}'::text[]) p, test.refused(format('select share.file_by_path(%L, %L)', (select drive_id from share.file where file_id = :'other_file'), p)) r;
rollback;
select path from share.file_update(:'file', jsonb_build_object('drive_id', :'drive', 'path', '/renamed.mp4'));
select name, value from share.attribute_value_list(:'file') where name = 'rating';

-- Through the share: what it permits, and only of its file.
set role share_visitor;
select name, value from share.attribute_value_list(:'file', visit_token => :'visit') where value is not null and name in ('rating', 'tags');
select path, filename, stream_delivery from share.attribute_value_set(:'file', 'rating', '3', visit_token => :'visit');
select share.attribute_value_set_many(array[:'file']::uuid[], '[{"id": "tags", "value": ["made by a visitor"]}]', visit_token => :'visit');
select r.code, r.message from test.refused(format('select share.attribute_value_set_many(array[%L, %L]::uuid[], ''[{"id": "rating", "value": 1}]'', visit_token => %L)', :'file', :'second', :'visit')) r;
select r.code, r.message from test.refused(format('select share.attribute_value_list(%L, visit_token => %L)', :'second', :'visit')) r;
select r.code, r.message from test.refused(format('select share.attribute_value_list(%L)', :'file')) r;
reset role;
select title from share.share_update(:'shared', '{"permissions": ["view"]}');
select r.code, r.detail from test.refused(format('select share.attribute_value_list(%L, visit_token => %L)', :'file', :'visit')) r;
select id = :'file' as same, path, filename, metadata, bytes from share.file_get(:'file', visit_token => :'visit');
select kind, actor_kind, share_id = :'shared' as through_the_share, detail -> 'values' as "values" from share.event_list(:'account', kind => 'attribute.set', "limit" => 2);
