-- A hundred thousand files, ten attributes, a million values: as one argument of ours, and as the rows that they are.
select id from share.account_create('Bench');
insert into share.file (account_id, file_id, drive_id, path, media_type, status)
select d.account_id, share.new_id(), d.id, '/films/' || n || '.mp4', 'video', 'completed'
from share.drives d cross join generate_series(1, 100000) n;
select a.id
from share.drives d
cross join (values ('str', 3), ('int', 3), ('float', 1), ('bool', 1), ('single_select', 2)) t(value_type, number)
cross join generate_series(1, t.number) n
cross join lateral share.attribute_create(d.id, t.value_type || n, t.value_type::share.attribute_type,
    options => case when t.value_type = 'single_select' then '["draft", "cut", "final", "approved"]'::jsonb end) a;
create table bench.given as
select jsonb_agg(f.file) as files
from (
    select jsonb_build_object('file_id', f.file_id, 'attributes', jsonb_agg(jsonb_build_object('id', a.name, 'value', case a.value_type
        when 'str' then to_jsonb('a text of film ' || f.path)
        when 'bool' then to_jsonb(hashtext(f.path || a.name) % 2 = 0)
        when 'single_select' then to_jsonb(('{draft,cut,final,approved}'::text[])[1 + abs(hashtext(f.path || a.name) % 4)])
        else to_jsonb(hashtext(f.path || a.name)) end))) as file
    from share.file f join share.attribute a on a.account_id = f.account_id
    group by f.file_id
) f;
analyze;
select share.attribute_value_set_many(files_with_attributes => g.files) from bench.given g;
create table bench.plain as select * from share.attribute_value order by account_id, file_id, attribute_id;
truncate share.attribute_value;
analyze;
