create function share.thumbnail_reset(
    file_id uuid,
    drive_id uuid default null,
    account_id uuid default null
)
returns boolean
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    was uuid;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'editor', 'view', null, '{}', drive_id, account_id);
    delete from share.origin o
    where o.account_id = access.account_id and o.file_id = access.file_id and o.file_segment_id is null and o.kind = 'custom_thumbnail'
    returning o.origin_id into was;
    if was is not null then
        perform share.event_add(access.account_id, null, 'thumbnail.reset', jsonb_build_object('origin_id', was, 'file_id', access.file_id));
    end if;
    return was is not null;
end
$$;
comment on function share.thumbnail_reset is 'Takes the thumbnail away that share.thumbnail_set() has set; the file''s own shows again. Tells whether there was one. For editors. Errors: 22023, 42501, PT401, PT404.';
