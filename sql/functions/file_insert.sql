create function share.file_insert(
    id uuid,
    on_conflict text,
    account_id uuid,
    path text,
    media_type share.media_type,
    drive_id uuid,
    external_id text,
    mime_type text,
    bytes bigint,
    duration_seconds numeric,
    status share.processing_status,
    metadata jsonb
)
returns uuid
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    drive uuid;
    existing uuid;
begin
    perform share.require_argument('path', path is null);
    perform share.require_argument('media_type', media_type is null);
    select v.drive_id into drive
    from share.drive v
    where v.account_id = file_insert.account_id
        and case when file_insert.drive_id is null then v.is_default else v.drive_id = file_insert.drive_id end;
    if drive is null then
        perform share.refuse('PT404', 'drive not found', 'id: ' || coalesce(drive_id::text, 'default'));
    end if;
    for attempt in 1 .. 3 loop
        insert into share.file (account_id, file_id, drive_id, external_id, path, media_type, mime_type, bytes, duration_seconds, status, metadata)
        values (file_insert.account_id, file_insert.id, drive, share.text_check('external_id', file_insert.external_id, 255),
            share.text_check('path', file_insert.path, 1024), file_insert.media_type, share.text_check('mime_type', file_insert.mime_type, 255),
            file_insert.bytes, file_insert.duration_seconds, coalesce(file_insert.status, 'pending'), share.metadata_check(file_insert.metadata))
        on conflict do nothing;
        if found then
            perform share.event_add(account_id, null, 'file.created', jsonb_build_object('file_id', id, 'path', path));
            return id;
        end if;
        select f.file_id into existing
        from share.file f
        where f.account_id = file_insert.account_id and f.external_id = file_insert.external_id and not f.is_deleted;
        if found and on_conflict = 'return' then
            return existing;
        elsif found then
            perform share.refuse('23505', 'a file with this external id exists already', 'existing id: ' || existing,
                'use share.file_put(), which finds it', 'file_external_id_key', 'file');
        end if;
        select f.file_id into existing
        from share.file f
        where f.account_id = file_insert.account_id and f.drive_id = drive and f.path = file_insert.path and not f.is_deleted;
        if found then
            perform share.refuse('23505', 'a file on this path exists already', 'existing id: ' || existing,
                'choose another path, or share.file_update() the existing file', 'file_path_key', 'file');
        end if;
    end loop;
    perform share.refuse('40001', 'the conflicting file is newer than the snapshot', '', 'try the transaction again');
    return null;
end
$$;
comment on function share.file_insert is 'Internal. Makes a file with this id and returns it; one that has its external_id raises (on_conflict raise) or is returned (return). Errors: 22023, 23505 (file_path_key, file_external_id_key) with the existing id, 23514, 40001, PT404 (drive), PT413.';
