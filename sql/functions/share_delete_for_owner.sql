create function share.share_delete_for_owner(owner_id text, account_id uuid default null)
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    perform share.require_argument('owner_id', coalesce(owner_id, '') = '');
    return share.share_change_all('delete', account_id, null, null, owner_id, null, null, null, null, null);
end
$$;
comment on function share.share_delete_for_owner is 'Deletes every share of an owner, as share.share_delete() does one; returns how many. Errors: 22023, 42501, PT401, PT404.';
