create function share.item_insert(account_id uuid, share_id uuid, item jsonb)
returns uuid
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    made uuid := share.new_id();
    file uuid;
    segment uuid;
    drive uuid;
    place text;
begin
    perform share.keys_check('item', item, '{file_id,file_segment_id,drive_id,folder}');
    file := (item ->> 'file_id')::uuid;
    segment := (item ->> 'file_segment_id')::uuid;
    drive := (item ->> 'drive_id')::uuid;
    place := regexp_replace(item ->> 'folder', '([^/])$', '\1/');
    if (file is null) = (place is null) or (place is null) <> (drive is null) or file is null and segment is not null then
        perform share.refuse('22023', 'an item is a file, a segment or a folder', '', 'give file_id, file_id and file_segment_id, or drive_id and folder');
    end if;
    if file is not null then
        perform from share.file f
        where f.account_id = item_insert.account_id and f.file_id = file and not f.is_deleted and f.media_type in ('video', 'audio') for key share;
        if not found then
            perform share.authorize(null, 'editor', 'file', file::text);
        end if;
    end if;
    if segment is not null then
        perform from share.segment g
        where g.account_id = item_insert.account_id and g.file_id = file and g.file_segment_id = segment and not g.is_deleted for key share;
        if not found then
            perform share.authorize(null, 'editor', 'segment', segment::text);
        end if;
    end if;
    if drive is not null and not exists (select from share.drive d where d.account_id = item_insert.account_id and d.drive_id = drive) then
        perform share.authorize(null, 'editor', 'drive', drive::text);
    end if;
    -- The caller holds the share, so nobody adds the same beside this.
    if exists (
        select from share.item i
        where i.account_id = item_insert.account_id and i.share_id = item_insert.share_id
            and (i.file_id, i.file_segment_id, i.drive_id, i.folder) is not distinct from (file, segment, drive, place)
    ) then
        perform share.refuse('23505', 'the share shows this already', '', '', 'item_target_key', 'item');
    end if;
    insert into share.item (account_id, share_id, item_id, ordinal, file_id, file_segment_id, drive_id, folder)
    select item_insert.account_id, item_insert.share_id, made, coalesce(max(i.ordinal), 0) + 1, file, segment, drive, place
    from share.item i
    where i.account_id = item_insert.account_id and i.share_id = item_insert.share_id;
    return made;
end
$$;
comment on function share.item_insert is 'Internal. Adds an item at the end of a share that the caller holds locked. Errors: 22023, 22P02, 23505 (item_target_key), 23514, PT404.';
