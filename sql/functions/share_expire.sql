create function share.share_expire(id uuid, account_id uuid default null)
returns share.share_details
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
    perform share.share_change('expire', array[account], array[id]);
    return share.share_one(account, id);
end
$$;
comment on function share.share_expire is 'Ends a share now, whatever its date says: it stays, and a new end brings it back. Harmless to repeat. Errors: 22023, 42501, PT401, PT404.';
