create function share.preview_delete(file_id uuid, kind text default null, drive_id uuid default null, account_id uuid default null)
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    gone integer;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'editor', null, null, null, drive_id, account_id);
    delete from share.preview p
    where p.account_id = access.account_id and p.file_id = access.file_id and (preview_delete.kind is null or p.kind = preview_delete.kind);
    get diagnostics gone = row_count;
    if gone > 0 then
        perform share.event_add(access.account_id, null, 'preview.deleted', jsonb_build_object('file_id', file_id, 'kind', kind, 'number', gone));
    end if;
    return gone;
end
$$;
comment on function share.preview_delete is 'Forgets the images of a file, of one kind or all, and returns how many; the objects stay where they lie. For editors. Errors: 22023, 42501, PT401, PT404.';
