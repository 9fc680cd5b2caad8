create function share.file_create(
    account_id uuid,
    path text,
    media_type share.media_type,
    drive_id uuid default null,
    external_id text default null,
    mime_type text default null,
    bytes bigint default null,
    duration_seconds numeric default null,
    status share.processing_status default 'pending',
    metadata jsonb default '{}'
)
returns share.file_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    created uuid := share.new_id();
    result share.file_details;
begin
    perform share.ready();
    perform share.require_argument('account_id', account_id is null);
    perform share.authorize(account_id, 'editor', 'account', account_id::text);
    perform share.file_insert(created, 'raise', account_id, path, media_type, drive_id, external_id, mime_type, bytes, duration_seconds, status, metadata);
    select d.* into result from share.file_describe(array[account_id], array[created]) d;
    return result;
end
$$;
comment on function share.file_create is 'Makes a file on a drive, the default one unless named. path begins with a slash; duration_seconds is seconds. Errors: 22023, 22P02, 23505 (file_path_key, file_external_id_key) with the existing id in DETAIL, 23514, 40001, 42501, PT401, PT404, PT413.';
