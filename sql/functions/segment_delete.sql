create function share.segment_delete(id uuid, account_id uuid default null)
returns share.deleted_object
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    file uuid;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.segment_account(id, account_id, 'editor');
    -- The file's row first, as everywhere: so nobody waits for each other.
    perform from share.file f
    where f.account_id = account
        and f.file_id = (select g.file_id from share.segment g where g.account_id = account and g.file_segment_id = segment_delete.id)
    for key share;
    select g.file_id into file
    from share.segment g
    where g.account_id = account and g.file_segment_id = segment_delete.id and not g.is_deleted
    for update;
    if not found then
        perform share.authorize(null, 'editor', 'segment', id::text);
    end if;
    perform share.share_end_all(account, file, id);
    begin
        update share.segment g set deleted_at = statement_timestamp() where g.account_id = account and g.file_segment_id = segment_delete.id;
    exception when foreign_key_violation then
        -- Only the foreign key sees a share that this transaction's snapshot does not.
        perform share.refuse('40001', 'a share of the segment is newer than the snapshot', '', 'try the transaction again');
    end;
    perform share.event_add(account, null, 'segment.deleted', jsonb_build_object('file_segment_id', id, 'file_id', file));
    return row(id, 'file_segment')::share.deleted_object;
end
$$;
comment on function share.segment_delete is 'Deletes a segment softly and ends its shares in the same transaction. A second time PT404. Errors: 22023, 40001, 42501, PT401, PT404.';
