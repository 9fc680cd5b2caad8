create function share.file_update(id uuid, patch jsonb, account_id uuid default null)
returns share.file_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    needed text;
    result share.file_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.patch_check(patch, '{path,drive_id,external_id,mime_type,bytes,duration_seconds,status,metadata,stream_delivery,download_delivery,preview_delivery}');
    account := share.file_account(id, account_id, 'editor');
    foreach needed in array array['path', 'drive_id', 'status'] loop
        perform share.require_argument(needed, share.patch_text(patch, needed, '') is null);
    end loop;
    perform share.file_change(account, id, patch);
    select d.* into result from share.file_describe(array[account], array[id]) d;
    return result;
end
$$;
comment on function share.file_update is 'Changes a file by a patch of path, drive_id, external_id, mime_type, bytes, duration_seconds, status, metadata and the three deliveries; absent keeps, null clears. Shares go on working after a move or rename. Errors: 22003, 22023, 22P02, 23505 (file_path_key, file_external_id_key), 23514 (file_status_check and others), 42501, PT401, PT404, PT413.';
