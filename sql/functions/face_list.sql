create function share.face_list(
    file_id uuid,
    person_id uuid default null,
    "limit" integer default 20,
    cursor uuid default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.face_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    rows_wanted integer;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'view', visit_token, context, drive_id, account_id);
    rows_wanted := share.page_limit("limit");
    return query
    select g.face_id, g.account_id, g.file_id, g.person_id, p.name, g.at_seconds, g.box_x, g.box_y, g.box_width, g.box_height, g.confidence
    from share.face g
    left join share.person p on p.account_id = g.account_id and p.person_id = g.person_id
    where g.account_id = access.account_id and g.file_id = access.file_id
        and (face_list.person_id is null or g.person_id = face_list.person_id)
        and g.at_seconds <@ access.shown
        and (face_list.cursor is null or (g.at_seconds, g.face_id) > (
            select c.at_seconds, c.face_id from share.face c where c.account_id = access.account_id and c.face_id = face_list.cursor
        ))
    order by g.at_seconds, g.face_id
    limit rows_wanted;
end
$$;
comment on function share.face_list is 'Lists the faces in a file by time, of one person or all, with their boxes and names; cursor is the id of the last row of the previous page. Through a share those within what it shows. Errors: 22023, 42501, PT401, PT404, PT410, PT429.';
