create function share.file_change(account_id uuid, id uuid, patch jsonb)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    existing uuid;
    new_drive uuid;
    new_path text;
begin
    if patch = '{}' then
        return;
    end if;
    perform share.delivery_patch_check(account_id, patch);
    if patch ? 'drive_id' and not exists (
        select from share.drive v where v.account_id = file_change.account_id and v.drive_id = (patch ->> 'drive_id')::uuid
    ) then
        perform share.refuse('PT404', 'drive not found', 'id: ' || coalesce(patch ->> 'drive_id', 'null'));
    end if;
    if patch ? 'path' or patch ? 'drive_id' then
        select coalesce((patch ->> 'drive_id')::uuid, f.drive_id), coalesce(patch ->> 'path', f.path) into new_drive, new_path
        from share.file f
        where f.account_id = file_change.account_id and f.file_id = file_change.id;
        select f.file_id into existing
        from share.file f
        where f.account_id = file_change.account_id and f.drive_id = new_drive and f.path = new_path and not f.is_deleted
            and f.file_id <> file_change.id;
    end if;
    if existing is null and patch ->> 'external_id' is not null then
        select f.file_id into existing
        from share.file f
        where f.account_id = file_change.account_id and f.external_id = patch ->> 'external_id' and not f.is_deleted and f.file_id <> file_change.id;
        if found then
            perform share.refuse('23505', 'a file with this external id exists already', 'existing id: ' || existing, 'choose another external_id',
                'file_external_id_key', 'file');
        end if;
    end if;
    if existing is not null then
        perform share.refuse('23505', 'a file on this path exists already', 'existing id: ' || existing, 'choose another path', 'file_path_key', 'file');
    end if;
    update share.file f
    set path = share.text_check('path', share.patch_text(patch, 'path', f.path), 1024),
        drive_id = share.patch_text(patch, 'drive_id', f.drive_id::text)::uuid,
        external_id = share.text_check('external_id', share.patch_text(patch, 'external_id', f.external_id), 255),
        mime_type = share.text_check('mime_type', share.patch_text(patch, 'mime_type', f.mime_type), 255),
        bytes = share.patch_text(patch, 'bytes', f.bytes::text, 'number')::bigint,
        duration_seconds = share.patch_text(patch, 'duration_seconds', f.duration_seconds::text, 'number')::numeric,
        status = share.patch_text(patch, 'status', f.status::text)::share.processing_status,
        metadata = share.patch_metadata(patch, f.metadata),
        stream_delivery = share.patch_text(patch, 'stream_delivery', f.stream_delivery),
        download_delivery = share.patch_text(patch, 'download_delivery', f.download_delivery),
        preview_delivery = share.patch_text(patch, 'preview_delivery', f.preview_delivery),
        updated_at = statement_timestamp()
    where f.account_id = file_change.account_id and f.file_id = file_change.id;
    perform share.event_add(account_id, null, 'file.updated', jsonb_build_object(
        'file_id', id, 'changed', (select jsonb_agg(k.key) from jsonb_object_keys(patch) k(key)), 'status', patch -> 'status'));
end
$$;
comment on function share.file_change is 'Internal. Applies a checked patch to a file. Errors: 22003, 22023, 22P02, 23505, 23514, PT404, PT413.';
