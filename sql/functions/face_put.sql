create function share.face_put(
    file_id uuid,
    faces jsonb,
    replace boolean default true,
    drive_id uuid default null,
    account_id uuid default null
)
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    late numeric;
    stranger uuid;
    written integer;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'editor', null, null, null, drive_id, account_id);
    perform share.require_argument('replace', replace is null);
    perform share.entries_check('faces', faces, '{at_seconds,box_x,box_y,box_width,box_height,confidence,person,person_id}', 10000);
    if exists (
        select from jsonb_to_recordset(faces) g(box_x numeric, box_y numeric, box_width numeric, box_height numeric)
        where num_nulls(g.box_x, g.box_y, g.box_width, g.box_height) > 0
    ) then
        perform share.refuse('22023', 'a face has no box', '', 'give box_x, box_y, box_width and box_height as fractions of the picture');
    end if;
    select max(g.at_seconds) into late from jsonb_to_recordset(faces) g(at_seconds numeric);
    if late > (select f.duration_limit from share.file f where f.account_id = access.account_id and f.file_id = access.file_id) then
        perform share.refuse('22023', 'a face lies behind the end of its file', 'at_seconds: ' || late);
    end if;
    select g.person_id into stranger
    from jsonb_to_recordset(faces) g(person_id uuid)
    where g.person_id is not null and not exists (
        select from share.person p where p.account_id = access.account_id and p.person_id = g.person_id
    )
    limit 1;
    if found then
        perform share.refuse('PT404', 'person not found', 'id: ' || stranger);
    end if;
    insert into share.person (account_id, person_id, external_id)
    select access.account_id, share.new_id(), share.text_check('person', g.person, 255)
    from (
        -- In one order, so that two who find the same people do not wait for each other in a circle.
        select distinct r.person
        from jsonb_to_recordset(faces) r(person text, person_id uuid)
        where r.person_id is null and r.person is not null
        order by 1
    ) g
    on conflict on constraint person_external_id_key do nothing;
    if replace then
        delete from share.face g where g.account_id = access.account_id and g.file_id = access.file_id;
    end if;
    insert into share.face (account_id, face_id, file_id, person_id, at_seconds, box_x, box_y, box_width, box_height, confidence)
    select access.account_id, share.new_id(), access.file_id, coalesce(g.person_id, p.person_id), coalesce(g.at_seconds, 0),
        g.box_x, g.box_y, g.box_width, g.box_height, g.confidence
    from jsonb_to_recordset(faces) g(at_seconds numeric, box_x numeric, box_y numeric, box_width numeric, box_height numeric, confidence numeric,
        person text, person_id uuid)
    left join share.person p on p.account_id = access.account_id and p.external_id = g.person;
    get diagnostics written = row_count;
    perform share.event_add(access.account_id, null, 'face.put', jsonb_build_object('file_id', file_id, 'number', written));
    return written;
end
$$;
comment on function share.face_put is 'Puts the faces that a program has found in a file, in place of those that were there, or beside them without replace: a list of at most 10,000 objects with at_seconds (default 0), box_x, box_y, box_width, box_height (fractions of the picture), confidence (0 to 1), and person (what the program calls whose face it is; one is made where it is new) or person_id. Returns how many. For editors. Errors: 22023, 23514, 42501, PT401, PT404, PT413.';
