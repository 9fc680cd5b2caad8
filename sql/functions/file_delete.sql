create function share.file_delete(id uuid, account_id uuid default null)
returns share.deleted_object
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.file_account(id, account_id, 'editor');
    -- Meets the row lock of share_create: whoever comes second sees what the first has done.
    perform from share.file f where f.account_id = account and f.file_id = file_delete.id and not f.is_deleted for update;
    if not found then
        perform share.authorize(null, 'editor', 'file', id::text);
    end if;
    perform share.share_end_all(account, id, null);
    begin
        update share.file f
        set deleted_at = statement_timestamp(), updated_at = statement_timestamp(),
            stream_delivery = null, download_delivery = null, preview_delivery = null
        where f.account_id = account and f.file_id = file_delete.id;
    exception when foreign_key_violation then
        -- Only the foreign key sees a share that this transaction's snapshot does not.
        perform share.refuse('40001', 'a share of the file is newer than the snapshot', '', 'try the transaction again');
    end;
    update share.segment g set deleted_at = statement_timestamp()
    where g.account_id = account and g.file_id = file_delete.id and not g.is_deleted;
    perform share.stack_take(account, id);
    perform share.event_add(account, null, 'file.deleted', jsonb_build_object('file_id', id));
    return row(id, 'file')::share.deleted_object;
end
$$;
comment on function share.file_delete is 'Deletes a file softly: frees its path and external id, takes it out of its stack, ends its shares and segments in the same transaction. A second time PT404. Errors: 22023, 40001, 42501, PT401, PT404.';
