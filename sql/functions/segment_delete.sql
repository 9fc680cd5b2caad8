create function share.segment_delete(id uuid, account_id uuid default null)
returns share.deleted_object
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
    file uuid;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.segment_account(id, account_id, 'editor');
    update share.segment g set deleted_at = statement_timestamp()
    where g.account_id = account and g.file_segment_id = segment_delete.id and g.deleted_at is null
    returning g.file_id into file;
    if not found then
        perform share.authorize(null, 'editor', 'segment', id::text);
    end if;
    perform share.share_end_all(account, file, id);
    perform share.event_add(account, null, 'segment.deleted', jsonb_build_object('file_segment_id', id, 'file_id', file));
    return row(id, 'file_segment')::share.deleted_object;
end
$$;
comment on function share.segment_delete is 'Deletes a segment softly and ends its shares in the same transaction. A second time PT404. Errors: 22023, 42501, PT401, PT404.';
