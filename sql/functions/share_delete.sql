create function share.share_delete(id uuid, account_id uuid default null)
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
    account := share.share_account(id, account_id, 'editor');
    update share.share s
    set deleted_at = statement_timestamp(), ended_at = coalesce(s.ended_at, statement_timestamp()),
        epoch = s.epoch + 1, updated_at = statement_timestamp()
    where s.account_id = account and s.share_id = share_delete.id and not s.is_deleted;
    if not found then
        perform share.authorize(null, 'editor', 'share', id::text);
    end if;
    perform share.event_add(account, id, 'share.deleted');
    return row(id, 'share')::share.deleted_object;
end
$$;
comment on function share.share_delete is 'Deletes a share softly; returns its id and object. A second time PT404. URLs that are already out play until they end, unless the origin asks share.share_verify(). Errors: 22023, 42501, PT401, PT404.';
