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
    if share.share_change('delete', array[account], array[id]) = 0 then
        perform share.authorize(null, 'editor', 'share', id::text);
    end if;
    return row(id, 'share')::share.deleted_object;
end
$$;
comment on function share.share_delete is 'Deletes a share softly; returns its id and object. A second time PT404. Its epoch goes up and a purge is asked for. URLs that are already out play until they end, unless the origin asks share.share_verify(). Errors: 22023, 42501, PT401, PT404.';
