create function share.file_put(
    account_id uuid,
    external_id text,
    path text,
    media_type share.media_type,
    drive_id uuid default null,
    mime_type text default null,
    bytes bigint default null,
    duration_seconds numeric default null,
    status share.processing_status default null,
    metadata jsonb default null
)
returns share.file_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    made uuid := share.new_id();
    put uuid;
    old share.file_details;
    patch jsonb;
    result share.file_details;
begin
    perform share.ready();
    perform share.require_argument('account_id', account_id is null);
    perform share.require_argument('external_id', external_id is null);
    perform share.authorize(account_id, 'editor', 'account', account_id::text);
    -- The insert comes first: its unique index finds the file without a plan, whatever the table's statistics.
    put := share.file_insert(made, 'return', account_id, path, media_type, drive_id, external_id, mime_type, bytes, duration_seconds, status, metadata);
    if put = made then
        select d.* into result from share.file_describe(array[account_id], array[put]) d;
        return result;
    end if;
    perform from share.file f where f.account_id = file_put.account_id and f.file_id = put for no key update;
    select d.* into old from share.file_describe(array[account_id], array[put]) d;
    if media_type <> old.media_type then
        perform share.refuse('22023', 'the media type of a file is fixed', format('from %s to %s', old.media_type, media_type),
            'delete the file and put it anew');
    end if;
    patch := jsonb_strip_nulls(jsonb_build_object(
        'path', nullif(path, old.path),
        'drive_id', nullif(drive_id, old.drive_id),
        'mime_type', nullif(mime_type, old.mime_type),
        'bytes', nullif(bytes, old.bytes),
        'duration_seconds', nullif(duration_seconds, old.duration_seconds),
        'status', nullif(status, old.status)
    )) || case when metadata is distinct from old.metadata and metadata is not null then jsonb_build_object('metadata', metadata) else '{}' end;
    if patch = '{}' then
        return old;
    end if;
    perform share.file_change(account_id, put, patch);
    select d.* into result from share.file_describe(array[account_id], array[put]) d;
    return result;
end
$$;
comment on function share.file_put is 'Makes the file with this external_id, or brings the existing one to the given values; null keeps. Idempotent: one statement over a set brings in a whole library, again and again. Errors: as share.file_create.';
